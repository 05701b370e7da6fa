// Results that come in any order leave in the order of their jobs, and no more of them waits than may.

#include "cli/ordered_gate.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace mubiao::cli {
namespace {

using std::chrono_literals::operator""ms;

/// What has left the gate. Wants no more than so many bytes.
class Paper : public Outlet {
 public:
  explicit Paper(std::size_t most = std::string::npos) : most_(most) {}
  std::string& buffer() override { return text; }
  bool flush_if_large() override { return text.size() < most_; }
  std::string text;

 private:
  std::size_t most_;
};

Outcome outcome_of(const std::string& message, ExitCode status = ExitCode::kDone) {
  return {.diagnostics = {Diagnostic{.message = message}}, .status = status};
}

class OrderedGateTest : public testing::Test {
 protected:
  OrderedGate::Done note() {
    return [this](const Outcome& outcome) {
      messages += outcome.diagnostics.front().message;
      return outcome.status == ExitCode::kDone;
    };
  }
  /// Ends a job that has written this.
  static void finish(OrderedGate& gate, std::unique_ptr<Lane> lane, const std::string& text,
                     ExitCode status = ExitCode::kDone) {
    lane->buffer() += text;
    gate.finish(std::move(lane), outcome_of(text, status));
  }
  Paper paper;
  std::string messages;
};

TEST_F(OrderedGateTest, AnyOrderOfEndsIsTheOrderOfJobs) {
  std::vector<std::size_t> order = {0, 1, 2, 3};
  do {
    Paper out;
    messages.clear();
    OrderedGate gate(out, {}, note());
    std::vector<std::unique_ptr<Lane>> lanes;
    for (std::size_t i = 0; i < order.size(); ++i) lanes.push_back(gate.open());
    for (const std::size_t job : order) finish(gate, std::move(lanes[job]), std::to_string(job));
    EXPECT_EQ(out.text, "0123");
    EXPECT_EQ(messages, "0123");
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(OrderedGateTest, TheFirstJobWritesThroughAndOthersWait) {
  OrderedGate gate(paper, {}, note());
  auto first = gate.open();
  auto second = gate.open();
  const std::string large(100'000, 'b');
  second->buffer() += large;
  EXPECT_TRUE(second->flush_if_large());
  EXPECT_EQ(paper.text, "");
  EXPECT_EQ(second->buffer(), large);
  first->buffer() += std::string(100'000, 'a');
  EXPECT_TRUE(first->flush_if_large());
  EXPECT_EQ(paper.text.size(), 100'000u);
  EXPECT_EQ(first->buffer(), "");
  finish(gate, std::move(first), "-");
  EXPECT_EQ(paper.text.back(), '-');
  second->buffer() += large;
  EXPECT_TRUE(second->flush_if_large());  // it is the first one now
  EXPECT_EQ(paper.text.size(), 300'001u);
  finish(gate, std::move(second), ".");
  EXPECT_EQ(paper.text, std::string(100'000, 'a') + "-" + large + large + ".");
}

TEST_F(OrderedGateTest, SmallPiecesAreNotPassedOnOneByOne) {
  OrderedGate gate(paper, {}, note());
  auto lane = gate.open();
  lane->buffer() += "little";
  EXPECT_TRUE(lane->flush_if_large());
  EXPECT_EQ(paper.text, "");
  finish(gate, std::move(lane), ".");
  EXPECT_EQ(paper.text, "little.");
}

TEST_F(OrderedGateTest, WholeResultsAreHeldAndCanBeTakenBack) {
  OrderedGate gate(paper, {.whole = true}, note());
  auto lane = gate.open();
  lane->buffer() += std::string(1'000'000, 'x');
  EXPECT_TRUE(lane->flush_if_large());
  EXPECT_EQ(paper.text, "");
  EXPECT_TRUE(lane->take_back());
  finish(gate, std::move(lane), "failed");
  EXPECT_EQ(paper.text, "failed");
}

TEST_F(OrderedGateTest, WhatWasPassedOnCannotBeTakenBack) {
  OrderedGate gate(paper, {}, note());
  auto lane = gate.open();
  lane->buffer() += std::string(1'000'000, 'x');
  EXPECT_TRUE(lane->flush_if_large());
  lane->buffer() += "rest";
  EXPECT_FALSE(lane->take_back());
  EXPECT_EQ(lane->buffer(), "rest");
  gate.finish(std::move(lane), outcome_of(""));
  EXPECT_EQ(paper.text.size(), 1'000'004u);
}

TEST_F(OrderedGateTest, NoJobBeginsWhileTooMuchWaits) {
  OrderedGate gate(paper, {.kept_bytes = 100'000}, note());
  auto first = gate.open();
  gate.wait_for_room();
  finish(gate, gate.open(), std::string(200'000, 'b'));
  std::future<void> room = std::async(std::launch::async, [&] { gate.wait_for_room(); });
  EXPECT_EQ(room.wait_for(50ms), std::future_status::timeout);
  finish(gate, std::move(first), "a");
  room.get();
  EXPECT_EQ(paper.text, "a" + std::string(200'000, 'b'));
}

TEST_F(OrderedGateTest, ManyResultsOfNothingAreTooMuch) {
  OrderedGate gate(paper, {.kept_bytes = 100'000}, note());
  auto first = gate.open();
  for (int i = 0; i < 300; ++i) finish(gate, gate.open(), "");
  std::future<void> room = std::async(std::launch::async, [&] { gate.wait_for_room(); });
  EXPECT_EQ(room.wait_for(50ms), std::future_status::timeout);
  finish(gate, std::move(first), "");
  room.get();
}

TEST_F(OrderedGateTest, AYoungerJobWithTooMuchWaitsForItsTurn) {
  OrderedGate gate(paper, {.kept_bytes = 100'000}, note());
  auto first = gate.open();
  auto second = gate.open();
  second->buffer() += std::string(200'000, 'b');
  std::future<bool> passed = std::async(std::launch::async, [&] { return second->flush_if_large(); });
  EXPECT_EQ(passed.wait_for(50ms), std::future_status::timeout);
  finish(gate, std::move(first), "a");
  EXPECT_TRUE(passed.get());
  EXPECT_EQ(paper.text.size(), 200'001u);
  finish(gate, std::move(second), "");
}

TEST_F(OrderedGateTest, AFailureMayEndTheBatchInOrder) {
  OrderedGate gate(paper, {}, note());
  auto a = gate.open();
  auto b = gate.open();
  auto c = gate.open();
  finish(gate, std::move(c), "c");  // done before b failed, and still not written
  finish(gate, std::move(b), "b", ExitCode::kInputs);
  EXPECT_FALSE(gate.stopped());
  finish(gate, std::move(a), "a");
  EXPECT_TRUE(gate.stopped());
  EXPECT_EQ(paper.text, "ab");
  EXPECT_EQ(messages, "ab");
}

TEST_F(OrderedGateTest, AReaderThatHasEnoughStopsAllWhoWait) {
  Paper small(100'000);
  OrderedGate gate(small, {.kept_bytes = 100'000}, note());
  auto first = gate.open();
  auto second = gate.open();
  auto third = gate.open();
  second->buffer() += std::string(200'000, 'b');
  std::future<bool> passed = std::async(std::launch::async, [&] { return second->flush_if_large(); });
  std::future<bool> turn = std::async(std::launch::async, [&] { return third->wait_for_turn(); });
  EXPECT_EQ(turn.wait_for(50ms), std::future_status::timeout);
  first->buffer() += std::string(200'000, 'a');
  EXPECT_FALSE(first->flush_if_large());
  EXPECT_FALSE(passed.get());
  EXPECT_FALSE(turn.get());
  EXPECT_FALSE(third->wanted());
  gate.wait_for_room();
  for (auto* lane : {&third, &second, &first}) finish(gate, std::move(*lane), "x");
  EXPECT_EQ(small.text, std::string(200'000, 'a'));
  EXPECT_EQ(messages, "x");  // of the first one, in the middle of which it ended
}

// Jobs of all sizes on eight threads: the bytes are those of one.
TEST_F(OrderedGateTest, ManyThreads) {
  constexpr std::size_t kJobs = 2000;
  const auto text_of = [](std::size_t job) {
    return std::string(job % 97 * job % 1031, static_cast<char>('a' + job % 26));
  };
  std::string expected;
  for (std::size_t job = 0; job < kJobs; ++job) expected += text_of(job);
  OrderedGate gate(paper, {.kept_bytes = 20'000}, [](const Outcome&) { return true; });
  std::mutex taking;
  std::size_t next = 0;
  const auto work = [&] {
    for (;;) {
      std::unique_lock lock(taking);
      gate.wait_for_room();
      if (next == kJobs) return;
      const std::size_t job = next++;
      std::unique_ptr<Lane> lane = gate.open();
      lock.unlock();
      for (const char c : text_of(job)) {
        lane->buffer() += c;
        if (!lane->flush_if_large()) ADD_FAILURE() << "stopped";
      }
      gate.finish(std::move(lane), {});
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(paper.text, expected);
}

}  // namespace
}  // namespace mubiao::cli
