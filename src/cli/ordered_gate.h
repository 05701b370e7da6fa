#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "cli/job.h"

namespace mubiao::cli {

class OrderedGate;

/// Where one of several jobs that are done at the same time puts its result. For one thread.
class Lane : public Outlet {
 public:
  std::string& buffer() override { return buffer_; }
  /// Passes the buffer on if all earlier jobs are done; else it is kept, and if too much is kept already, this waits.
  bool flush_if_large() override;
  /// False if the result is not wanted any more.
  bool wanted() const;
  /// Waits until all earlier jobs are done. False if they ended the batch.
  bool wait_for_turn();
  /// Takes the result back. False, and nothing done, if a part of it has been passed on.
  bool take_back();

 private:
  friend class OrderedGate;
  Lane(OrderedGate& gate, std::size_t number) : gate_(gate), number_(number) {}

  OrderedGate& gate_;
  std::size_t number_;
  std::string buffer_;
  std::size_t counted_ = 0;  // how much of the buffer the gate knows of
  bool passed_on_ = false;
};

/// Brings results into the order of their jobs. The oldest job that is not done writes straight through to the outlet;
/// what younger ones have is kept until it is their turn, up to a limit.
class OrderedGate {
 public:
  struct Limits {
    std::size_t kept_bytes = std::size_t{64} << 20;  // beyond that, no job begins and no younger one goes on
    bool whole = false;                              // a result is passed on when its job is done, and not before
  };
  /// Called when the result of a job has been passed on, or the outlet had enough in the middle of it, in the order of
  /// the jobs, by one thread at a time. False ends the batch.
  using Done = std::function<bool(const Outcome& outcome)>;

  OrderedGate(Outlet& out, Limits limits, Done done) : out_(out), limits_(limits), done_(std::move(done)) {}
  OrderedGate(const OrderedGate&) = delete;
  OrderedGate& operator=(const OrderedGate&) = delete;

  /// Waits while too much is kept.
  void wait_for_room();
  /// For the next job, in their order. Whoever opens a lane must get to finish() it, whatever the others do: they may
  /// wait for it.
  std::unique_ptr<Lane> open();
  void finish(std::unique_ptr<Lane> lane, Outcome outcome);

  /// Nothing is passed on from now on, and nobody waits.
  void stop();
  bool stopped() const { return stopped_; }

 private:
  friend class Lane;
  struct Kept {
    std::string result;
    Outcome outcome;
    std::size_t bytes;
  };
  bool is_first(const Lane& lane) const { return first_ == lane.number_; }
  bool pass(Lane& lane);
  bool write(std::string& result);
  void end(std::string& result, const Outcome& outcome);

  Outlet& out_;  // used only by the thread that does the first job, or that has just ended it
  const Limits limits_;
  const Done done_;
  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::size_t opened_ = 0;            // also the number of the next lane
  std::size_t first_ = 0;             // of those that are not done
  std::map<std::size_t, Kept> kept_;  // done before their turn
  std::size_t kept_bytes_ = 0;        // of those, and of lanes that are open
  std::atomic<bool> stopped_ = false;
  std::size_t enough_at_ = static_cast<std::size_t>(-1);  // the first job then; for the thread that is at the outlet
};

}  // namespace mubiao::cli
