#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "extract/character_ranges.h"

namespace mubiao {

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

}  // namespace mubiao
