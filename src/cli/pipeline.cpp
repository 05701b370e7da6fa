// The jobs of a batch, done one after the other.
//
// Door: run_jobs.

#include "cli/pipeline.h"

namespace mubiao::cli {

PipelineResult run_jobs(JobSource& jobs, const Work& work, Outlet& outlet, const PipelineOptions& options,
                        const Messages& messages) {
  PipelineResult result;
  Progress progress(messages, jobs.total().value_or(0));
  while (const std::optional<Job> job = jobs.next()) {
    const Outcome outcome = work(*job, outlet);
    if (!outcome.diagnostics.empty()) progress.clear();
    messages.show(outcome.diagnostics);
    result.status = worse(result.status, outcome.status);
    for (std::size_t kind = 0; kind < result.records.size(); ++kind) result.records[kind] += outcome.records[kind];
    result.were_done += outcome.was_done;
    if (!outlet.flush_if_large()) break;
    if (options.fail_fast && outcome.status != ExitCode::kDone) break;
    progress.advance();
  }
  return result;
}

}  // namespace mubiao::cli
