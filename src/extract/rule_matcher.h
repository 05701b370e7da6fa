#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace re2 {
class RE2;
}

namespace mubiao {

/// Named groups that rules of pass two may capture.
enum class Group { kQuantity, kIndicator, kSubject, kWhole, kObject, kVerb, kGoal, kBaseline, kNoun };
inline constexpr std::size_t kGroups = 9;

/// One match of a rule. Spans are in the text that was matched.
struct RuleMatch {
  const Rule* rule = nullptr;
  Span span;
  std::array<std::optional<Span>, kGroups> groups;

  const std::optional<Span>& group(Group g) const { return groups[static_cast<std::size_t>(g)]; }
};

/// Matches a list of rules against short texts. The literals that patterns cannot do without say which rules can
/// match at all; those are tried one by one, in priority order. Immutable; shared by threads.
/// (RE2::Set was ten times slower here: its DFA over all rules has more states than fit any cache.)
class RuleMatcher {
 public:
  explicit RuleMatcher(std::vector<const Rule*> rules);
  ~RuleMatcher();
  RuleMatcher(RuleMatcher&&) noexcept;

  /// Calls `visit` with each rule that matches `text`, in priority order, until it returns true.
  /// Rules that `wanted` refuses are not matched at all. Returns the match it accepted, or one whose rule is null.
  RuleMatch first(std::string_view text, const std::function<bool(const Rule&)>& wanted,
                  const std::function<bool(const RuleMatch&)>& visit) const;
  /// False if no rule can match `text`.
  bool may_match(std::string_view text) const;
  /// Rules that match, in priority order, without captures. Appends to `out`.
  void all(std::string_view text, std::vector<const Rule*>& out) const;

  /// True if some rule has a match in `text` that reaches over byte `at`.
  bool covers(std::string_view text, std::size_t at) const;

  /// In the order to try them.
  const std::vector<const Rule*>& rules() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mubiao
