#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mubiao {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// The code point at `at`, which moves behind it. Broken bytes are U+FFFD, one for each byte.
char32_t next_code_point(std::string_view text, std::size_t& at);
/// The character as UTF-8. Precondition: up to U+10FFFF.
std::string to_utf8(char32_t c);

/// Columns of a terminal: two for Chinese, none for combining marks.
std::size_t display_width(char32_t c);
std::size_t display_width(std::string_view text);

}  // namespace mubiao
