#pragma once

#include <string_view>
#include <vector>

#include "mubiao/lint.h"
#include "rules/allowances.h"
#include "rules/fragments.h"
#include "rules/rule_draft.h"
#include "rules/source.h"

namespace mubiao::rules {

/// A set as its files were read, its patterns compiled.
struct DraftedSet {
  const std::vector<SourceFile>& sources;
  const std::vector<RuleDraft>& drafts;
  const FragmentTable& fragments;
  std::string_view version;
  bool whole;  // all of it loaded
};

/// One look for everything that is wrong or doubtful with a set.
class LintRun {
 public:
  /// The files outlive the run. Those that could not be parsed have no root.
  LintRun(const std::vector<SourceFile>& sources, const std::vector<Node>& roots)
      : sources_(sources), problems_(sources), allowances_(sources, roots, problems_) {}

  /// Looks at the patterns, as far as they compiled, and if all of the set loaded, at its fragments and at what
  /// changed since `base`, if options.base holds files.
  void lint(const DraftedSet& set, const DraftedSet& base, const LintOptions& options);
  /// What others found in the files, as far as it is not switched off.
  void add(std::vector<Diagnostic> findings);
  /// Everything found, with what loading found, by file and place. `loaded`: without an error.
  std::vector<Diagnostic> finish(std::vector<Diagnostic> errors, const LintOptions& options, bool loaded) &&;

 private:
  void tell_idle(const LintOptions& options);

  const std::vector<SourceFile>& sources_;
  Problems problems_;
  Allowances allowances_;
  std::vector<Diagnostic> added_;
};

}  // namespace mubiao::rules
