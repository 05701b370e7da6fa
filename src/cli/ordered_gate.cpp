// Results in the order of their jobs, though jobs end in any order.
//
// Doors: OrderedGate, Lane.

#include "cli/ordered_gate.h"

#include <utility>

namespace mubiao::cli {
namespace {

constexpr std::size_t kWorthPassing = std::size_t{1} << 16;

/// What a finished job takes while it waits, beside its result: a million of them wait behind one that is slow.
std::size_t size_of(const Outcome& outcome) {
  constexpr std::size_t kFixed = 512;
  std::size_t bytes = kFixed;
  for (const Diagnostic& each : outcome.diagnostics) {
    bytes += sizeof each + each.message.size() + each.where.file.size() + each.help.size() + each.source.size();
  }
  return bytes;
}

}  // namespace

bool Lane::flush_if_large() {
  if (gate_.limits_.whole || buffer_.size() < counted_ + kWorthPassing) return wanted();
  return gate_.pass(*this);
}

bool Lane::wanted() const { return !gate_.stopped(); }

bool Lane::wait_for_turn() {
  std::unique_lock lock(gate_.mutex_);
  gate_.changed_.wait(lock, [this] { return gate_.stopped_ || gate_.is_first(*this); });
  return !gate_.stopped_;
}

bool Lane::take_back() {
  if (passed_on_) return false;
  buffer_.clear();
  return true;
}

std::unique_ptr<Lane> OrderedGate::open() {
  const std::lock_guard lock(mutex_);
  return std::unique_ptr<Lane>(new Lane(*this, opened_++));
}

void OrderedGate::wait_for_room() {
  std::unique_lock lock(mutex_);
  // With all jobs done nothing is kept: whoever is waited for is at work.
  changed_.wait(lock, [this] { return stopped_ || kept_bytes_ <= limits_.kept_bytes; });
}

bool OrderedGate::write(std::string& result) {
  std::string& into = out_.buffer();
  if (into.empty()) {
    into.swap(result);
  } else {
    into += result;
  }
  result.clear();
  if (!out_.flush_if_large()) {
    enough_at_ = first_;
    stop();
  }
  return !stopped_;
}

bool OrderedGate::pass(Lane& lane) {
  {
    std::unique_lock lock(mutex_);
    kept_bytes_ += lane.buffer_.size() - lane.counted_;
    lane.counted_ = lane.buffer_.size();
    changed_.wait(lock, [&] { return stopped_ || is_first(lane) || kept_bytes_ <= limits_.kept_bytes; });
    if (stopped_ || !is_first(lane)) return !stopped_;
    kept_bytes_ -= std::exchange(lane.counted_, 0);
  }
  changed_.notify_all();
  lane.passed_on_ = true;
  return write(lane.buffer_);
}

void OrderedGate::end(std::string& result, const Outcome& outcome) {
  if (!stopped_) write(result);
  // The job at which the outlet had enough has done its part; those behind it count for nothing.
  if (stopped_ && enough_at_ != first_) return;
  if (!done_(outcome)) stop();
}

void OrderedGate::finish(std::unique_ptr<Lane> lane, Outcome outcome) {
  std::unique_lock lock(mutex_);
  kept_bytes_ -= lane->counted_;
  if (!is_first(*lane)) {
    Kept kept{.result = std::move(lane->buffer_), .outcome = std::move(outcome), .bytes = 0};
    kept.bytes = kept.result.capacity() + size_of(kept.outcome);
    kept_bytes_ += kept.bytes;
    kept_.emplace(lane->number_, std::move(kept));
    return;
  }
  lock.unlock();
  end(lane->buffer_, outcome);
  lock.lock();
  // Nobody else is at the outlet before the first job is another one.
  for (++first_; !kept_.empty() && kept_.begin()->first == first_; ++first_) {
    Kept next = std::move(kept_.begin()->second);
    kept_.erase(kept_.begin());
    kept_bytes_ -= next.bytes;
    lock.unlock();
    changed_.notify_all();
    end(next.result, next.outcome);
    lock.lock();
  }
  lock.unlock();
  changed_.notify_all();
}

void OrderedGate::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
}

}  // namespace mubiao::cli
