// The jobs of a batch, one after the other or several at a time.
//
// Doors: run_jobs, default_threads.

#include "cli/pipeline.h"

#include <fmt/format.h>
#include <sched.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <new>
#include <numeric>
#include <utility>

#include "cli/progress.h"

namespace mubiao::cli {
namespace {

/// A job on its way: with the lane for its result.
struct Started {
  Job job;
  std::unique_ptr<Lane> lane;
};

Diagnostic done_note(const Job& job, const Outcome& outcome, double seconds) {
  const std::size_t records = std::accumulate(outcome.records.begin(), outcome.records.end(), std::size_t{0});
  return {.severity = Severity::kNote,
          .message = fmt::format("{}, {:.3f} s", counted(records, "record"), seconds),
          .where = {.file = job.name}};
}

class Batch {
 public:
  Batch(JobSource& jobs, const Work& work, Outlet& outlet, const PipelineOptions& options, const Messages& messages)
      : jobs_(jobs),
        work_(work),
        options_(options),
        messages_(messages),
        progress_(messages, jobs.total()),
        gate_(outlet, {.whole = options.whole_results}, [this](const Outcome& outcome) { return end(outcome); }) {}

  PipelineResult run() {
    const std::size_t most = jobs_.total().value_or(options_.threads);
    const std::size_t threads = std::min(options_.threads, most);
    if (threads > 1) {
      run_parallel(threads);
    } else {
      while (std::optional<Started> next = start()) finish(*std::move(next));
    }
    progress_.clear();
    result_.seconds = progress_.seconds();
    return result_;
  }

 private:
  /// The next job; none if there are no more, or no more are wanted.
  std::optional<Started> start() {
    gate_.wait_for_room();
    if (gate_.stopped()) return std::nullopt;
    std::optional<Job> job = jobs_.next();
    if (!job) return std::nullopt;
    return Started{std::move(*job), gate_.open()};
  }

  void finish(Started started) {
    const double began = progress_.seconds();
    Outcome outcome = do_job(started);
    if (messages_.verbose() && outcome.status == ExitCode::kDone) {
      outcome.diagnostics.push_back(done_note(started.job, outcome, progress_.seconds() - began));
    }
    progress_.advance(outcome);
    gate_.finish(std::move(started.lane), std::move(outcome));
  }

  Outcome do_job(Started& started) {
    try {
      return work_(started.job, *started.lane);
    } catch (const std::bad_alloc&) {
      started.lane->take_back();
      return {.diagnostics = {memory_error(started.job.name)}, .status = ExitCode::kInputs};
    }
  }

  /// In the order of the jobs.
  bool end(const Outcome& outcome) {
    progress_.show(outcome.diagnostics);
    result_.status = worse(result_.status, outcome.status);
    for (std::size_t kind = 0; kind < result_.records.size(); ++kind) result_.records[kind] += outcome.records[kind];
    ++result_.documents;
    result_.failures += outcome.status != ExitCode::kDone ? 1 : 0;
    result_.bytes += outcome.bytes;
    result_.were_done += outcome.was_done ? 1 : 0;
    return !options_.fail_fast || outcome.status == ExitCode::kDone;
  }

  /// Nobody may wait for a job that will never be finished.
  template <typename Step>
  auto unless_it_throws(const Step& step) {
    try {
      return step();
    } catch (...) {
      gate_.stop();
      throw;
    }
  }

  /// A thread that has taken a job from the first filter goes on with it in the second before it does anything else:
  /// the gate, where younger jobs wait for older ones, relies on that.
  void run_parallel(std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    const auto take = tbb::make_filter<void, Started*>(
        tbb::filter_mode::serial_in_order, [this](tbb::flow_control& flow) -> Started* {
          std::optional<Started> next = unless_it_throws([this] { return start(); });
          if (next) return new Started(*std::move(next));
          flow.stop();
          return nullptr;
        });
    const auto work = tbb::make_filter<Started*, void>(tbb::filter_mode::parallel, [this](Started* started) {
      const std::unique_ptr<Started> owned(started);
      unless_it_throws([&] { finish(std::move(*owned)); });
    });
    arena.execute([&] { tbb::parallel_pipeline(threads, take & work); });
  }

  JobSource& jobs_;
  const Work& work_;
  const PipelineOptions& options_;
  const Messages& messages_;
  Progress progress_;
  PipelineResult result_;
  OrderedGate gate_;
};

}  // namespace

std::size_t default_threads() {
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) != 0) return 1;
  return std::clamp<std::size_t>(static_cast<std::size_t>(CPU_COUNT(&cores)), 1, kMostThreads);
}

PipelineResult run_jobs(JobSource& jobs, const Work& work, Outlet& outlet, const PipelineOptions& options,
                        const Messages& messages) {
  return Batch(jobs, work, outlet, options, messages).run();
}

}  // namespace mubiao::cli
