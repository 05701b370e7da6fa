#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extract/character_ranges.h"

namespace mubiao {

/// What a character, an escape (\d, \x{E000}) or a class ([较比], [^①-⑳]) of a pattern stands for.
struct CharacterSet {
  CharacterRanges ranges;  // as they are written: not settled
  bool negated = false;    // all others
};
/// Of the one that begins at pattern[at], where no group, anchor or '.' does; `at` is moved behind it. nullopt if it is
/// not understood.
std::optional<CharacterSet> read_set(std::string_view pattern, std::size_t& at);

/// All that `element`, such a one and nothing else, stands for, settled; nullopt if that is not known.
std::optional<CharacterRanges> ranges_of(std::string_view element);

/// The same one by one as they are written, if it has `most` at most and is not negated.
std::optional<std::u32string> characters_of(std::string_view element, std::size_t most);

}  // namespace mubiao
