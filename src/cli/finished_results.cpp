// --skip-existing and --resume: results that are not made again. Door: FinishedResults.
#include "cli/finished_results.h"

#include <sys/stat.h>

#include <utility>

namespace mubiao::cli {

Result<FinishedResults> FinishedResults::open(Again again, std::string directory, std::vector<std::string> common) {
  FinishedResults results(again, std::move(directory), std::move(common));
  if (again != Again::kChanged) return results;
  Result<Manifest> manifest = Manifest::open(results.directory_);
  if (!manifest) return manifest.error();
  results.manifest_.emplace(std::move(manifest).value());
  return results;
}

std::string FinishedResults::below(const Job& job) const {
  const std::string path = job.output.substr(directory_.size());
  return path.substr(path.find_first_not_of('/'));
}

bool FinishedResults::has(const Job& job) const {
  struct stat status;
  return again_ == Again::kMissing && !job.output.empty() && ::stat(job.output.c_str(), &status) == 0;
}

bool FinishedResults::has(const Job& job, std::string_view bytes, ResultKey& key) const {
  if (!manifest_) return false;
  key = keys_.of(job.name, bytes);
  return manifest_->is_current(below(job), key);
}

std::optional<Diagnostic> FinishedResults::add(const Job& job, const ResultKey& key) const {
  return manifest_ ? manifest_->add(below(job), key) : std::nullopt;
}

std::optional<Diagnostic> FinishedResults::close() const { return manifest_ ? manifest_->compact() : std::nullopt; }

}  // namespace mubiao::cli
