#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/path_list.h"
#include "mubiao/diagnostic.h"

namespace mubiao::cli {

/// Files to read, and what went wrong while they were looked for, each in its place among them.
struct InputList {
  PathList paths;                                            // "-" is stdin
  std::vector<std::pair<std::size_t, Diagnostic>> problems;  // before which path
  void add_problem(Diagnostic problem) { problems.emplace_back(paths.size(), std::move(problem)); }
};

/// Goes through such a list.
class InputCursor {
 public:
  /// What comes next is a problem: that one.
  const Diagnostic* next_problem(const InputList& list) {
    const bool has = at_problem_ < list.problems.size() && list.problems[at_problem_].first <= at_path_;
    return has ? &list.problems[at_problem_++].second : nullptr;
  }
  /// Else a path, by its number; none at the end.
  std::optional<std::size_t> next_path(const InputList& list) {
    return at_path_ < list.paths.size() ? std::optional(at_path_++) : std::nullopt;
  }

 private:
  std::size_t at_path_ = 0;
  std::size_t at_problem_ = 0;
};

/// Which files to look for, and where.
struct InputSearch {
  std::vector<std::string> paths;    // files, or directories that are walked
  std::string files_from;            // a file of more of them, after these; "" if there is none
  bool null_separated = false;       // that file: paths end in a zero byte, not at the end of a line
  std::vector<std::string> endings;  // of the files of a directory, in small letters
  std::vector<std::string> include;  // instead: patterns, see glob_matches()
  std::vector<std::string> exclude;  // of files and directories below those that are named
  std::string skip_directory;        // not walked unless it is named; "" if there is none
};

/// All files there are to read. A directory stands for the files below it, in the order of their bytes, directory by
/// directory: regular ones that are not hidden. Links are followed, but no directory is walked twice. A directory that
/// cannot be read, or without any such file, is a problem (E-READ), and so is a list that cannot be read.
InputList find_inputs(const InputSearch& search);

}  // namespace mubiao::cli
