#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/rule.h"
#include "mubiao/rule_files.h"

namespace mubiao::cli {

/// Rule files as they are at a revision of the git repository around the working directory: nothing is checked out.
/// A file is named REVISION:PATH, the path from the top of the repository, as `git show` takes it.
class RevisionStore : public RuleStore {
 public:
  /// Errors (E-GIT): no repository, no such revision, no libgit2.
  static Result<std::unique_ptr<RevisionStore>> open(const std::string& revision);
  ~RevisionStore() override;

  /// The files that `path` stands for: one, or the *.toml of a directory, by name. The path is seen from the working
  /// directory, or from the top of the repository if it begins with ":/". `from` is a file that was found: the path is
  /// seen from there. Errors: E-GIT (not in the repository, not at the revision), E-READ (a directory without rule
  /// files, a link).
  Result<std::vector<std::string>> find(const std::string& path, const std::string& from) override;
  /// The text of a file that was found. Errors: E-LIMIT.
  Result<std::string> read(const std::string& name, std::size_t max_bytes) override;

 private:
  struct Tree;
  explicit RevisionStore(std::unique_ptr<Tree> tree);
  std::unique_ptr<Tree> tree_;
};

/// What read_rule_files() would have read at `revision` ("HEAD~1", a tag), and what it extends. Errors: as above; no
/// path at all, since a revision has no built-in set.
Result<std::vector<RuleFile>> read_rule_files_at(const std::string& revision, const std::vector<std::string>& paths);

}  // namespace mubiao::cli
