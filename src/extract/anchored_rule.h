#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"

namespace mubiao {

/// What a rule matched: the whole match and its named groups.
class AnchoredMatch {
 public:
  std::string_view whole;
  /// Empty if the group took no part or does not exist.
  std::string_view group(std::string_view name) const;

 private:
  friend class AnchoredRule;
  static constexpr std::size_t kGroups = 8;
  const std::vector<std::string>* names_ = nullptr;
  std::array<std::string_view, kGroups> groups_;
};

/// The first four bytes of a text as a number that sorts like the text: worked out once for many rules.
struct TextStart {
  explicit TextStart(std::string_view text);
  std::uint32_t first;  // bytes that are missing count as FF
  std::uint32_t last;   // … and here as 00
};

/// A rule that is tried at many places of a text, nearly all of which fail: the range of first bytes that can
/// match is known beforehand, so that a failure costs a comparison. Points into its rule set.
class AnchoredRule {
 public:
  explicit AnchoredRule(const Rule& rule);
  /// The match that begins at text.begin(), unless a clause of the rule silences it.
  std::optional<AnchoredMatch> match(std::string_view text) const { return match(text, TextStart(text)); }
  std::optional<AnchoredMatch> match(std::string_view text, TextStart start) const {
    return start.first < first_ || start.last > last_ ? std::nullopt : run(text, true);
  }
  /// The leftmost match anywhere in the text, unless a clause silences it.
  std::optional<AnchoredMatch> find(std::string_view text) const;
  const Rule& rule() const { return *rule_; }

 private:
  std::optional<AnchoredMatch> run(std::string_view text, bool anchored) const;
  const Rule* rule_;
  std::vector<std::string> names_;  // of groups 1, 2, …
  std::uint32_t first_;             // the first four bytes of every match lie in [first_, last_]
  std::uint32_t last_;
};

/// A field that the rule sets, or "".
std::string_view set_field(const Rule& rule, const std::string& name);

}  // namespace mubiao
