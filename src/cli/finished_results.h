#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/job.h"
#include "cli/manifest.h"

namespace mubiao::cli {

/// What is done about results that are there already.
enum class Again { kAlways, kMissing, kChanged };

/// Results in a directory that need not be made again. Const methods may be called from several threads.
class FinishedResults {
 public:
  /// `common` is what all results depend on. Errors: see Manifest::open().
  static Result<FinishedResults> open(Again again, std::string directory, std::vector<std::string> common);

  /// Whether the job need not be done, nor its document be read.
  bool has(const Job& job) const;
  /// The same for a document whose bytes these are, which they have the key of.
  bool has(const Job& job, std::string_view bytes, ResultKey& key) const;
  /// The result is in its place. Error: E-WRITE.
  std::optional<Diagnostic> add(const Job& job, const ResultKey& key) const;
  /// After all jobs. Error: E-WRITE, E-READ.
  std::optional<Diagnostic> close() const;

 private:
  FinishedResults(Again again, std::string directory, std::vector<std::string> common)
      : again_(again), directory_(std::move(directory)), keys_(std::move(common)) {}
  /// The path of its result in the directory, however that was written.
  std::string below(const Job& job) const;

  Again again_;
  std::string directory_;
  ResultKeys keys_;
  std::optional<Manifest> manifest_;
};

}  // namespace mubiao::cli
