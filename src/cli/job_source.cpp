// Which documents a batch has, and where the result of each goes.
//
// Doors: plan_jobs, ListedJobs, same_file.

#include "cli/job_source.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <utility>

#include "cli/messages.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

/// NAME.json for NAME.txt; what comes from stdin is called stdin.
std::string output_name(const std::string& input, const std::string& ending) {
  return (input == "-" ? "stdin" : fs::path(input).stem().string()) + "." + ending;
}

}  // namespace

std::optional<Job> ListedJobs::next() {
  if (done_ == jobs_.size()) return std::nullopt;
  return std::move(jobs_[done_++]);
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code no_such_file;
  return a != "-" && b != "-" && fs::equivalent(a, b, no_such_file);
}

Result<std::vector<Job>> plan_jobs(const std::vector<std::string>& paths, const std::string& out_dir,
                                   const std::string& ending) {
  std::vector<Job> jobs;
  std::vector<Diagnostic> errors;
  std::map<std::string, std::string> input_of;
  for (const std::string& path : paths) {
    jobs.push_back({.path = path, .name = path, .output = ""});
    if (out_dir.empty()) continue;
    const std::string output = (fs::path(out_dir) / output_name(path, ending)).string();
    const auto [taken, is_new] = input_of.try_emplace(output, path);
    if (!is_new) {
      errors.push_back(usage_error(fmt::format("{} and {} would both be written to {}", taken->second, path, output),
                                   "rename one, or write them to directories of their own"));
    }
    if (same_file(path, output)) errors.push_back(usage_error(fmt::format("{} would be overwritten", path)));
    jobs.back().output = output;
  }
  if (!errors.empty()) return errors;
  return jobs;
}

}  // namespace mubiao::cli
