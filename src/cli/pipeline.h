#pragma once

#include <functional>

#include "cli/exit_code.h"
#include "cli/job.h"
#include "cli/messages.h"

namespace mubiao::cli {

/// Does one job, and puts its result into the outlet.
using Work = std::function<Outcome(const Job& job, Outlet& outlet)>;

struct PipelineOptions {
  bool fail_fast = false;
};

struct PipelineResult {
  ExitCode status = ExitCode::kDone;     // the worst of all jobs
  std::array<std::size_t, 4> records{};  // written, by Kind
  std::size_t were_done = 0;             // jobs whose result was there already
};

/// Does all jobs. Results reach `outlet`, and messages stderr, in the order of the jobs. Ends early if the outlet
/// wants no more, or after the first failure with fail_fast.
PipelineResult run_jobs(JobSource& jobs, const Work& work, Outlet& outlet, const PipelineOptions& options,
                        const Messages& messages);

}  // namespace mubiao::cli
