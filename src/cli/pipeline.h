#pragma once

#include <array>
#include <cstddef>
#include <functional>

#include "cli/exit_code.h"
#include "cli/job.h"
#include "cli/messages.h"
#include "cli/ordered_gate.h"

namespace mubiao::cli {

/// The most threads that may be asked for.
inline constexpr std::size_t kMostThreads = 256;
/// As many as there are cores for this process.
std::size_t default_threads();

/// Does one job, and puts its result into the lane. Called by several threads at a time. May take out what the job
/// holds but its name.
using Work = std::function<Outcome(Job& job, Lane& lane)>;

struct PipelineOptions {
  std::size_t threads = 1;
  bool fail_fast = false;
  bool whole_results = false;  // see OrderedGate::Limits
};

struct PipelineResult {
  ExitCode status = ExitCode::kDone;     // the worst of all jobs
  std::array<std::size_t, 4> records{};  // written, by Kind
  std::size_t were_done = 0;             // jobs whose result was there already
  std::size_t documents = 0;             // done, the failed ones among them
  std::size_t failures = 0;
  std::size_t bytes = 0;
  double seconds = 0;
};

/// Does all jobs, as many at a time as there are threads. Results reach `outlet`, and messages stderr, in the order of
/// the jobs, and are the same for any number of threads. Ends early if the outlet wants no more, or after the first
/// failure with fail_fast. A job that memory does not suffice for fails; other exceptions of `work` are passed on.
PipelineResult run_jobs(JobSource& jobs, const Work& work, Outlet& outlet, const PipelineOptions& options,
                        const Messages& messages);

}  // namespace mubiao::cli
