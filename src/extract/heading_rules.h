#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/anchored_rule.h"
#include "extract/characters.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// What a heading rule says a line is (`role` in rules/headings.toml).
enum class MarkRole {
  kNumbered,
  kSingle,
  kPart,
  kBox,
  kAppendix,
  kContents,
  kEntry,
  kCaption,
  kItem,
  kNote,
  kOpening,
  kDate,
  kSalutation
};

/// Marks of this rank and deeper may stand under a mark that is usually deeper: "1.总则" with (一) under it.
inline constexpr int kOutermostTurned = 4;

/// A place where a heading rule matches: a candidate, not yet a section.
struct Mark {
  MarkRole role = MarkRole::kNumbered;
  int type = 0;               // index of the rule: marks of one type number one sequence
  int rank = 0;               // nominal level of the type
  int ordinal = 0;            // 3 of (三); 0 if the mark has no number
  Span span;                  // mark and title, without the full stop; in one line
  Span below;                 // the title, or the rest of it, where it stands in a line further down
  std::size_t body = 0;       // where the text under it begins: behind the full stop, or at the line's end
  std::size_t line = 0;       // index of the line it begins in
  std::size_t last_line = 0;  // and of the line its title ends in
  std::string title;          // as in the text, spaces removed; of an appendix without the mark
  bool inlined = false;       // run in behind a sentence end
  bool has_colon = false;     // the mark ends in a colon
  bool has_text = false;      // text stands behind the title in the same line
  bool sentence = false;      // the title is too long or too winding for a title
};

/// The heading rules of a set, ready to be tried at many places.
class HeadingRules {
 public:
  explicit HeadingRules(const RuleSet& rules);
  /// The mark that begins at text.begin(); offsets in the result are relative to it. `text` is the rest of a line.
  std::optional<Mark> at(std::string_view text) const;
  /// The same for plain numbered headings only, the ones that can be run in, of a rank deeper than `above`.
  std::optional<Mark> numbered_at(std::string_view text, int above = 0) const;
  /// False if no such heading begins with the character at text.begin(), as with nearly all. Precondition: not empty.
  bool may_begin_numbered(std::string_view text) const { return !candidates(text).numbered.empty(); }
  /// Where, in a title that is too long for one, the text it runs into begins; text.size() if it does not.
  std::size_t find_opening(std::string_view title) const;
  /// True if a line opens a block for wrap repair.
  bool opens_block(std::string_view line) const;

 private:
  struct HeadingRule {
    AnchoredRule rule;
    MarkRole role;
    int type;
    int rank;
  };
  // The rules that can match a text, by its first character: indices into rules_, in order.
  struct Candidates {
    std::vector<std::size_t> at;
    std::vector<std::size_t> numbered;
    std::vector<std::size_t> opening_block;
    std::bitset<256> last_leads;  // first bytes that the last character of a line can have that opens a block
  };
  static constexpr char32_t kTableSize = 0x10000;
  void sort_by_first_character();
  template <typename Begins>
  void add_candidates(Begins begins);
  const Candidates& candidates(std::string_view text) const {
    const char32_t first = first_character(text);
    return candidates_[first < kTableSize ? by_character_[first] : 0];
  }
  std::optional<Mark> read(const HeadingRule& rule, std::string_view text) const;
  RuleSet set_;  // keeps the rules alive
  std::vector<HeadingRule> rules_;
  std::vector<Candidates> candidates_;
  std::vector<std::uint16_t> by_character_;  // index in candidates_, of each character below U+10000
};

/// Moves `offset` over what closes a title: the full stop or colon, and spaces.
std::size_t skip_title_end(std::string_view text, std::size_t offset);

}  // namespace mubiao
