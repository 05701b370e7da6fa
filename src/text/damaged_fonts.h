#pragma once

#include <string_view>

namespace mubiao {

/// Characters that no plan is written with: for private use, they mean what some font shows for them.
inline bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

/// What the character at [begin, end) of `text` stands for, where a damaged font is known to leave it in the place of
/// another one; else itself.
char32_t repair_glyph(char32_t c, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace mubiao
