// The documents of a batch, each read and written, to one stream or to files of their own.
//
// Doors: write_stream, write_directory.

#include "cli/extract_batch.h"

#include <filesystem>
#include <utility>

#include "cli/output_file.h"
#include "cli/time_limit.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

GoesOn goes_on_with(const Lane& lane, double timeout) {
  return [&lane, limit = TimeLimit(timeout)] { return lane.wanted() && !limit.over(); };
}

/// One document to the stream. Of one that failed nothing stays there but what says so.
Outcome do_in_stream(Job& job, Lane& lane, const ExtractWorker& worker, double timeout) {
  const GoesOn goes_on = goes_on_with(lane, timeout);
  Outcome outcome;
  const Reading reading = worker.read(job, goes_on, outcome);
  if (!reading.document) {
    worker.write_failure(reading, lane, outcome);
    return outcome;
  }
  worker.write(reading, goes_on, lane, outcome);
  if (outcome.status != ExitCode::kDone && lane.take_back()) {
    outcome.records = {};
    worker.write_failure(reading, lane, outcome);
  }
  return outcome;
}

/// Writes documents to files.
class DirectoryWork {
 public:
  DirectoryWork(const Plan& plan, const FinishedResults& finished, const ExtractWorker& worker)
      : plan_(plan), finished_(finished), worker_(worker) {}

  Outcome operator()(Job& job, Lane& lane) const {
    Outcome outcome;
    outcome.was_done = finished_.has(job);
    if (outcome.was_done) return outcome;
    const GoesOn goes_on = goes_on_with(lane, plan_.timeout);
    ResultKey key;
    const auto is_done = [&](std::string_view bytes) { return finished_.has(job, bytes, key); };
    const Reading reading = worker_.read(job, goes_on, outcome, is_done);
    if (!reading.document) return outcome;
    std::error_code ignored;  // told when the file cannot be made
    fs::create_directories(fs::path(job.output).parent_path(), ignored);
    OutputFile out(job.output);
    worker_.append_preamble(out.buffer());
    worker_.write(reading, goes_on, out, outcome);
    // With --fail-fast the files are those that one thread would have left.
    const bool wanted = !plan_.pipeline.fail_fast || lane.wait_for_turn();
    if (!wanted || outcome.status != ExitCode::kDone) {
      outcome.records = {};
      return outcome;
    }
    std::optional<Diagnostic> failed = out.close();
    if (!failed) failed = finished_.add(job, key);
    if (failed) {
      outcome.diagnostics.push_back(*std::move(failed));
      outcome.status = ExitCode::kOutput;
    }
    return outcome;
  }

 private:
  const Plan& plan_;
  const FinishedResults& finished_;
  const ExtractWorker& worker_;
};

}  // namespace

PipelineResult write_stream(Plan plan, const std::string& path, const ExtractWorker& worker, const Messages& messages) {
  OutputFile out(path);
  PipelineResult result;
  if (out.flush_if_large()) {
    worker.append_preamble(out.buffer());
    const Work work = [&](Job& job, Lane& lane) { return do_in_stream(job, lane, worker, plan.timeout); };
    result = run_jobs(*plan.source.jobs, work, out, plan.pipeline, messages);
  }
  result.status = worse(result.status, out.finish(messages));
  return result;
}

PipelineResult write_directory(Plan plan, const std::string& directory, const ExtractWorker& worker,
                               const Messages& messages) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) {
    messages.show(file_error("E-WRITE", directory, error.message()));
    return {.status = ExitCode::kOutput};
  }
  const Result<FinishedResults> finished = FinishedResults::open(plan.again, directory, std::move(plan.depends_on));
  if (!finished) {
    messages.show(finished.error());
    return {.status = ExitCode::kOutput};
  }
  NoOutlet nothing;
  PipelineResult result =
      run_jobs(*plan.source.jobs, DirectoryWork(plan, *finished, worker), nothing, plan.pipeline, messages);
  if (const std::optional<Diagnostic> failed = finished->close()) {
    messages.show(*failed);
    result.status = worse(result.status, ExitCode::kOutput);
  }
  if (plan.again != Again::kAlways) {
    messages.show(
        {.severity = Severity::kNote, .message = counted(result.were_done, "result") + " of before kept as they are"});
  }
  return result;
}

}  // namespace mubiao::cli
