#pragma once

#include <string>
#include <string_view>

namespace mubiao {

/// Says whether a text is in traditional script: in samples of it, more characters are of that script alone than of
/// simplified script alone. A simplified text may quote names. The cost does not grow with the text.
bool is_traditional(std::string_view text);

/// Puts simplified characters in the place of the traditional ones, which take as many bytes. What one character stands
/// for where simplified script has several (乾 for 乾 and 干) is the one that plans are likely to mean.
void simplify(std::string& text);

}  // namespace mubiao
