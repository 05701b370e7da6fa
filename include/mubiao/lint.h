#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/rule.h"

namespace mubiao {

/// When a kind of problem is looked for.
enum class LintStage {
  kLoading,   // whenever rules are loaded, or in what switches lints off: it cannot be switched off itself
  kText,      // by check_rules(): in patterns, fragments and tables
  kBase,      // by check_rules(), against an older state of the set
  kExamples,  // by running the examples of the rules
};

/// One kind of problem that rule files can have. Its id is the code of the diagnostics that report it.
struct Lint {
  std::string_view id;       // stable: "E-FRAG"
  Severity severity;         // of its diagnostics, unless they are switched off
  std::string_view summary;  // one line: what it finds
  std::string_view help;     // why it matters, a wrong example and a right one; several lines
  LintStage stage = LintStage::kExamples;
};

/// Every lint, by id.
std::span<const Lint> lints();
/// nullptr if there is none of this id.
const Lint* find_lint(std::string_view id);

/// What check_rules() looks at besides the files.
struct LintOptions {
  /// An older state of the set, and what messages call it. What changed since then must say so: W-REV, E-ID. No
  /// files: nothing is compared.
  std::vector<RuleFile> base = {};
  std::string base_name = {};
  /// Finds more in a set that loads; what it says can be switched off like the rest. It runs the examples, which is
  /// a later room's work.
  std::function<std::vector<Diagnostic>(const RuleSet&)> more = {};
};

struct LintResult {
  std::optional<RuleSet> rules;      // empty if there was an error of loading
  std::vector<Diagnostic> findings;  // errors and warnings, by file and place, but for those that are switched off
};

/// Everything that is wrong or doubtful with the set that `files` form. Never fails; slower than RuleSet::load().
LintResult check_rules(const std::vector<RuleFile>& files, const LintOptions& options = {});

}  // namespace mubiao
