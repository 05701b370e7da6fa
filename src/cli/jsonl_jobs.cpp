// Documents that stand in the lines of JSONL files. Only line ends are looked for here, by the one thread that reads:
// what a line says is for the workers.
//
// Door: JsonlJobs.

#include "cli/jsonl_jobs.h"

#include <fmt/format.h>

#include <cstring>
#include <string_view>
#include <utility>

#include "cli/messages.h"

namespace mubiao::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

Job failure(Diagnostic problem) {
  return {.path = problem.where.file, .name = problem.where.file, .problems = {problem}, .is_document = false};
}

}  // namespace

JsonlJobs::JsonlJobs(InputList inputs, std::size_t max_bytes) : inputs_(std::move(inputs)), max_bytes_(max_bytes) {}

bool JsonlJobs::open_next() {
  const std::optional<std::size_t> i = cursor_.next_path(inputs_);
  if (!i) return false;
  path_ = inputs_.paths.path(*i);
  lines_.emplace(path_, '\n', max_bytes_);
  return true;
}

Job JsonlJobs::job_of_line() const {
  const std::size_t number = lines_->line_number();
  return {.path = path_, .name = fmt::format("{}:{}", path_, number), .line_number = number};
}

/// None at the end of the file.
std::optional<Job> JsonlJobs::next_line() {
  std::string line;
  for (;;) {
    const LineReader::Got got = lines_->next(line);
    if (got == LineReader::Got::kEnd) return std::nullopt;
    if (got == LineReader::Got::kFailed) {
      Job job = failure(file_error("E-READ", path_, std::strerror(lines_->error())));
      lines_.reset();
      return job;
    }
    if (got == LineReader::Got::kTooLong) {
      Job job = job_of_line();
      job.problems = {file_error("E-SIZE", path_, fmt::format("this line is longer than {} bytes", max_bytes_),
                                 "raise the limit with --max-bytes")};
      job.problems.back().where.line = job.line_number;
      return job;
    }
    if (lines_->line_number() == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (is_blank(line)) continue;
    Job job = job_of_line();
    job.line = std::move(line);
    return job;
  }
}

std::optional<Job> JsonlJobs::next() {
  for (;;) {
    if (lines_) {
      if (std::optional<Job> job = next_line()) return job;
      lines_.reset();
    }
    if (const Diagnostic* problem = cursor_.next_problem(inputs_)) return failure(*problem);
    if (!open_next()) return std::nullopt;
  }
}

}  // namespace mubiao::cli
