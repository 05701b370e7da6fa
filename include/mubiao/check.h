#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/difference.h"
#include "mubiao/extract.h"

namespace mubiao {

/// A regular expression of RE2 that picks what to run by its name. Copies share it.
class NamePattern {
 public:
  /// Error: RE2 refuses it, with its reason.
  static Result<NamePattern> compile(const std::string& pattern);
  /// Whether it matches somewhere in `name`.
  bool matches(std::string_view name) const;

 private:
  explicit NamePattern(std::shared_ptr<const re2::RE2> regex) : regex_(std::move(regex)) {}
  std::shared_ptr<const re2::RE2> regex_;
};

enum class ExampleStatus {
  kPass,
  kFail,
  kTodo,        // a known gap, and still one
  kTodoPassed,  // marked as a known gap, but it passes now: the mark has to go
  kUntested,    // of a rule that no example makes fire, or an unless clause that none exercises
};
/// "pass", "fail", "todo", "todo_passed", "untested".
std::string_view to_string(ExampleStatus status);
/// True if a rule set that gives this result has to be mended.
inline bool is_failure(ExampleStatus status) {
  return status != ExampleStatus::kPass && status != ExampleStatus::kTodo;
}

/// What running one example gave, or what all examples of a rule leave out.
struct ExampleResult {
  std::string rule;
  std::size_t index = 0;    // 1, 2, … within the rule; 0 of kUntested
  std::string unless = {};  // of kUntested: the clause; empty: the rule as a whole
  Location where = {};
  ExampleStatus status = ExampleStatus::kPass;
  std::string message = {};  // one line; empty if it passes
  std::vector<RecordDifference> differences = {};
  std::vector<std::string> notes = {};  // why: a line about each number of the example

  /// "target.reach/2", "target.reach", "target.reach/unless:past"
  std::string name() const;
};

/// Runs the examples of all rules, in file order. Behind those of each rule stands what they leave untested: the rule,
/// if no example makes it fire, and each unless clause that silences it in none. With `only`, just the
/// examples whose name, or whose rule's, it matches; a rule that is run in part is not asked what it leaves untested.
std::vector<ExampleResult> run_examples(const Extractor& extractor, const NamePattern* only = nullptr);

/// What the examples say about the rules (see lint.h): E-UNTESTED, W-ONESIDED, W-OVERLAP, W-SHADOW; in file order.
/// Source lines are quoted from `files`, as far as they are among them.
std::vector<Diagnostic> lint_examples(const Extractor& extractor, const std::vector<RuleFile>& files);

/// W-SHADOW for documents: rules that match there, but never win.
class CorpusLint {
 public:
  /// `extractor` must outlive it.
  explicit CorpusLint(const Extractor& extractor);
  void add(const Document& document);
  /// Of all documents so far, in file order.
  std::vector<Diagnostic> findings(const std::vector<RuleFile>& files) const;

 private:
  struct Score {
    std::size_t won = 0;
    std::size_t lost = 0;  // clauses that it matches, but another rule took
    const Rule* winner = nullptr;
  };
  const Extractor& extractor_;
  std::vector<Score> scores_;  // as the rules of the set
};

}  // namespace mubiao
