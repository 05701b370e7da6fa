#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/job.h"

namespace mubiao::cli {

/// Jobs that are known from the start.
class ListedJobs : public JobSource {
 public:
  explicit ListedJobs(std::vector<Job> jobs) : jobs_(std::move(jobs)) {}
  std::optional<Job> next() override;
  std::optional<std::size_t> total() const override { return jobs_.size(); }

 private:
  std::vector<Job> jobs_;
  std::size_t done_ = 0;
};

/// One job for each of these files. With a directory for results, each has one there: NAME.`ending` for NAME.txt.
/// Errors (usage): two inputs with one result, a result in place of an input.
Result<std::vector<Job>> plan_jobs(const std::vector<std::string>& paths, const std::string& out_dir,
                                   const std::string& ending);

/// Whether both are there, and one file.
bool same_file(const std::string& a, const std::string& b);

}  // namespace mubiao::cli
