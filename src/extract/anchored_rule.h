#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern_edges.h"
#include "extract/pattern_program.h"
#include "extract/title_pattern.h"
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

/// A rule that is tried at many places of a text, nearly all of which fail: the characters that a match can begin and
/// end with are known beforehand, so that most failures cost a comparison. Points into its rule set.
class AnchoredRule {
 public:
  explicit AnchoredRule(const Rule& rule);
  /// The match that begins at text.begin(), unless a clause of the rule silences it.
  std::optional<AnchoredMatch> match(std::string_view text) const;
  /// Whether there is one. Cheaper: takes no groups.
  bool matches(std::string_view text) const;
  /// Whether a text that ends with this character may match: to be asked where many rules are tried on one text.
  bool may_end_with(char32_t last) const { return !edges_.last || edges_.last->contains(last); }
  /// The leftmost match anywhere in the text, unless a clause silences it.
  std::optional<AnchoredMatch> find(std::string_view text) const;
  /// The same for a text that is known to hold what the pattern cannot do without (LiteralIndex).
  std::optional<AnchoredMatch> find_likely(std::string_view text) const;
  const Rule& rule() const { return *rule_; }
  /// The characters that matches begin with.
  const CharacterRanges& first_characters() const { return edges_.first; }
  /// The last characters of texts that it can match; nullptr: any.
  const CharacterRanges* last_characters() const { return edges_.last ? &*edges_.last : nullptr; }

 private:
  bool may_match(std::string_view text) const;
  bool may_end(std::string_view text) const;
  std::optional<AnchoredMatch> run(std::string_view text, bool anchored) const;
  const Rule* rule_;
  // Of groups 1, 2, …
  const std::vector<std::string>& names() const;

  std::optional<std::vector<std::string>> spelt_names_;
  // For RE2 to be asked only where it does not know; nullopt if the pattern is one for RE2.
  const std::optional<PatternProgram>& program() const;

  // Made when it is first asked for: most rules are tried on hardly any text.
  struct Made {
    std::once_flag names_once;
    std::vector<std::string> names;  // where they are not to be had from the pattern, but by compiling it
    std::once_flag program_once;
    std::optional<PatternProgram> program;
  };
  std::shared_ptr<Made> made_ = std::make_shared<Made>();
  PatternEdges edges_;
  bool begins_text_;  // all matches do
  std::optional<TitlePattern> title_pattern_;
};

}  // namespace mubiao
