#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/guard.h"
#include "extract/pattern_part.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// One match of a rule. Spans are in the text that was matched.
struct RuleMatch {
  const Rule* rule = nullptr;
  Span span;
  Groups groups;
  const std::vector<Guard>* guards = nullptr;  // its unless clauses, not asked yet

  const std::optional<Span>& group(Group g) const { return groups[static_cast<std::size_t>(g)]; }
  /// The first of its unless clauses that holds; null if none does. `text` is what was matched; `sentence` and
  /// `section` are for clauses that look there.
  const Unless* silencer(std::string_view text, std::string_view sentence = {}, std::string_view section = {}) const;
};

/// Matches a list of rules against short texts. The literals that patterns cannot do without say which rules can
/// match at all; those are tried one by one, in priority order, in parts that rules share. Immutable but for what it
/// compiles on first use; shared by threads.
/// (RE2::Set was slower here: its DFA over all rules has more states than fit any cache.)
class RuleMatcher {
 public:
  explicit RuleMatcher(std::vector<const Rule*> rules);
  ~RuleMatcher();
  RuleMatcher(RuleMatcher&&) noexcept;

  /// Calls `visit` with each rule that matches `text`, in priority order, until it returns true.
  /// Rules that `wanted` refuses are not matched at all. Returns the match it accepted, or one whose rule is null.
  RuleMatch first(std::string_view text, const std::function<bool(const Rule&)>& wanted,
                  const std::function<bool(const RuleMatch&)>& visit) const;
  /// True if some rule matches `text`; unless clauses are not asked.
  bool any(std::string_view text) const;
  /// Rules that match, in priority order, without captures. Appends to `out`.
  void all(std::string_view text, std::vector<const Rule*>& out) const;

  /// True if some rule has a match in `text` that reaches over byte `at`.
  bool covers(std::string_view text, std::size_t at) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mubiao
