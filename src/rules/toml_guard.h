#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/source.h"

namespace mubiao::rules {

/// False, after reporting, for a file that toml++ must not see: it would assert, overflow the stack, or say
/// nothing that an author could use.
bool is_safe_to_parse(const SourceFile& file, std::uint32_t index, Problems& problems);

/// Offset behind the string that opens at `at`; one on a single line ends with that line, if it is never closed.
std::size_t skip_string(std::string_view text, std::size_t at);

/// toml++ 3.3 asks of many characters whether they are white space in a way that is undefined for some (°, 〇).
/// Characters up to U+FFFF that are not ASCII are therefore hidden in plane 15, one for one, and revealed
/// in what it returns. Precondition: is_safe_to_parse().
std::string hide_characters(std::string_view text);
std::string reveal_characters(std::string_view text);

}  // namespace mubiao::rules
