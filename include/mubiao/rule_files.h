#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/rule.h"

namespace mubiao {

/// Where rule files come from: a file system, a revision, the table of a test.
class RuleStore {
 public:
  virtual ~RuleStore() = default;

  /// The files that `path` stands for: one, or all rule files of a directory, by name. `from` is the file whose
  /// `extends` holds the path, and the path is relative to it; empty: the path comes from the command line.
  /// A file has one name, whichever path leads to it. Errors: no such file, no file at all.
  virtual Result<std::vector<std::string>> find(const std::string& path, const std::string& from) = 0;
  /// The text of a file that was found. Errors: it cannot be read, or is larger than `max_bytes`.
  virtual Result<std::string> read(const std::string& name, std::size_t max_bytes) = 0;
};

/// The files at these paths, which form one set, and behind them all that they extend, each file once. The path "std"
/// stands for `standard`, the files of the built-in set, which extend nothing; beside other paths it is what these
/// extend. Errors: of `paths` (E-READ, E-LIMIT). What is wrong with a path of `extends` stands in its Extended, for
/// RuleSet::load() to report at its place: it cannot be read, leads back to itself, or leads past the limits.
Result<std::vector<RuleFile>> gather_rule_files(const std::vector<std::string>& paths, RuleStore& store,
                                                const std::vector<RuleFile>& standard);

}  // namespace mubiao
