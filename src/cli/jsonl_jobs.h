#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/input_list.h"
#include "cli/job.h"
#include "cli/line_reader.h"

namespace mubiao::cli {

/// A job for each line of JSONL files, read as they are asked for. Blank lines are none.
class JsonlJobs : public JobSource {
 public:
  /// Lines longer than `max_bytes` are not kept.
  JsonlJobs(InputList inputs, std::size_t max_bytes);

  /// A file that cannot be read, or no further, is a job that says so and names no document.
  std::optional<Job> next() override;
  std::optional<std::size_t> total() const override { return std::nullopt; }

 private:
  bool open_next();
  std::optional<Job> next_line();
  Job job_of_line() const;

  InputList inputs_;
  InputCursor cursor_;
  std::size_t max_bytes_;
  std::string path_;
  std::optional<LineReader> lines_;
};

}  // namespace mubiao::cli
