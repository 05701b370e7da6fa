#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mubiao {

/// A set of code points.
class CharacterRanges {
 public:
  struct Range {
    char32_t first;
    char32_t last;
  };
  static CharacterRanges all();

  void add(Range range) { ranges_.push_back(range); }
  void add(const CharacterRanges& others);
  /// Sorts the ranges and joins those that touch: to be called before the set is asked anything.
  void settle();
  /// All other code points. Precondition: settled, like those below.
  CharacterRanges complement() const;
  bool contains(char32_t character) const;
  bool overlaps(const CharacterRanges& others) const;
  /// Whether it holds `character` or one behind it.
  bool reaches(char32_t character) const { return !ranges_.empty() && ranges_.back().last >= character; }
  const std::vector<Range>& ranges() const { return ranges_; }

 private:
  std::vector<Range> ranges_;
};

/// Where the matches of a pattern can begin and end: what tells nearly every text that a pattern does not match from
/// the few that it may match, at the price of a look at a character or two. Sets may be too large, never too small.
struct PatternEdges {
  CharacterRanges first;                // the first characters of matches
  CharacterRanges second;               // the second ones of those that have two
  std::optional<CharacterRanges> last;  // the last ones, if all matches end where the text does and none is empty
  std::size_t least = 0;                // characters of the shortest match; never too many

  /// False if no match begins where this text does.
  bool may_begin(std::string_view text) const;
};
PatternEdges edges_of(std::string_view pattern);

/// The character that begins at text.begin(), and the one that ends at text.end(). Precondition: UTF-8, not empty.
char32_t first_character(std::string_view text);
char32_t last_character(std::string_view text);

}  // namespace mubiao
