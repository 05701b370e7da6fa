// Programs that end well, badly, too late or not at all.
#include "read/child_process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace mubiao::read {
namespace {

using std::chrono::milliseconds;

ChildResult run_shell(const std::string& script, const ChildLimits& limits = {},
                      const std::function<bool()>& goes_on = {}) {
  return run_child({"sh", "-c", script}, "", limits, goes_on);
}

TEST(Child, TakesInputAndGivesOutput) {
  const std::string input(1'000'000, 'x');
  const ChildResult result = run_child({"cat"}, input, {});
  EXPECT_EQ(result.end, ChildEnd::kExited);
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.output, input);
}

TEST(Child, MayReadItsInputTwice) {
  const ChildResult result = run_child({"sh", "-c", "tail -c 3 - && tail -c 3 /dev/stdin"}, "abcdef", {});
  EXPECT_EQ(result.output, "defdef");
}

TEST(Child, SaysHowItEnded) {
  const ChildResult failed = run_shell("echo why >&2; exit 3");
  EXPECT_EQ(failed.end, ChildEnd::kExited);
  EXPECT_EQ(failed.code, 3);
  EXPECT_EQ(failed.messages, "why\n");
  const ChildResult crashed = run_shell("kill -SEGV $$");
  EXPECT_EQ(crashed.end, ChildEnd::kSignalled);
  EXPECT_EQ(crashed.code, SIGSEGV);
  EXPECT_EQ(run_child({"no-such-program-anywhere"}, "", {}).end, ChildEnd::kNotFound);
}

TEST(Child, IsEndedWhenItTakesTooLong) {
  for (const char* script : {"exec sleep 100", "exec >&- 2>&-; sleep 100", "yes >&2", "while :; do :; done"}) {
    const auto begin = std::chrono::steady_clock::now();
    const ChildResult result = run_shell(script, {.time = milliseconds(300)});
    EXPECT_EQ(result.end, ChildEnd::kTooSlow) << script;
    EXPECT_LE(result.messages.size(), 4096u);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << script;
  }
}

TEST(Child, IsEndedWhenItWritesTooMuch) {
  const ChildResult result = run_child({"yes"}, "", {.output_bytes = 100'001});
  EXPECT_EQ(result.end, ChildEnd::kTooMuchOutput);
  EXPECT_EQ(result.output.size(), 100'001u);
  EXPECT_EQ(run_shell("printf abc", {.output_bytes = 3}).end, ChildEnd::kExited);
  EXPECT_EQ(run_shell("printf abcd", {.output_bytes = 3}).end, ChildEnd::kTooMuchOutput);
}

TEST(Child, IsEndedWhenNobodyWantsIt) {
  int asked = 0;
  const ChildResult result = run_shell("exec sleep 100", {}, [&asked] { return ++asked < 3; });
  EXPECT_EQ(result.end, ChildEnd::kUnwanted);
  EXPECT_EQ(asked, 3);
}

TEST(Child, GetsNoMoreMemoryThanItMay) {
  const std::string script = "x=$(head -c 400000000 /dev/zero | tr '\\0' a); echo done";
  const ChildResult result = run_shell(script, {.memory_bytes = std::size_t{64} << 20});
  EXPECT_FALSE(result.end == ChildEnd::kExited && result.code == 0) << result.output;
}

TEST(Child, GetsNothingButWhatItNeeds) {
  const int open = ::dup(STDIN_FILENO);  // goes on in children
  const ChildResult files = run_shell("ls /proc/$$/fd; :");
  ::close(open);
  EXPECT_EQ(files.output, "0\n1\n2\n");
  const ChildResult written = run_shell("echo text > /dev/stdin");
  EXPECT_FALSE(written.end == ChildEnd::kExited && written.code == 0);
  const std::string environment = run_child({"env"}, "", {}).output;
  EXPECT_TRUE(environment.starts_with("LANG=C.UTF-8\n")) << environment;
  EXPECT_EQ(environment.find("HOME"), std::string::npos);
}

// Gone, or waiting for a parent that is none of ours to take note of it.
bool has_ended(const std::string& id) {
  std::ifstream status("/proc/" + id + "/stat");
  const std::string line((std::istreambuf_iterator<char>(status)), {});
  const std::size_t state = line.rfind(')');
  return state == std::string::npos || line[state + 2] == 'Z' || line[state + 2] == 'X';
}

TEST(Child, LeavesNothingBehind) {
  ChildResult result = run_shell("sleep 300 & echo $!");
  EXPECT_EQ(result.end, ChildEnd::kExited);
  ASSERT_FALSE(result.output.empty());
  result.output.pop_back();
  for (int i = 0; i < 100 && !has_ended(result.output); ++i) std::this_thread::sleep_for(milliseconds(50));
  EXPECT_TRUE(has_ended(result.output)) << result.output;
}

TEST(Child, MayLoseItsStatus) {
  const auto before = ::signal(SIGCHLD, SIG_IGN);
  const ChildResult result = run_shell("exit 3");
  ::signal(SIGCHLD, before);
  EXPECT_EQ(result.end, ChildEnd::kSignalled);
  EXPECT_EQ(result.code, 0);
}

TEST(Child, ManyRunBesideEachOther) {
  std::vector<std::thread> threads;
  std::vector<int> right(8);
  for (std::size_t t = 0; t < right.size(); ++t) {
    threads.emplace_back([&right, t] {
      const std::string input(50'000 + t, static_cast<char>('a' + t));
      for (int i = 0; i < 10; ++i) right[t] += run_child({"cat"}, input, {}).output == input;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, std::vector<int>(right.size(), 10));
}

}  // namespace
}  // namespace mubiao::read
