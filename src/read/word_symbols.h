#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mubiao::read {

/// A font that has signs of its own in the places of letters.
bool is_symbol_font(std::string_view font);

/// The character that a sign of such a font stands for; none of signs that are no text (a telephone). `code` is the
/// place in the font, as it is or in the private use area, where Word puts it.
std::optional<std::string> symbol(std::string_view font, char32_t code);

/// Raised text that only points to a note: [1], 〔2〕, ③.
bool is_note_mark(std::string_view text);

}  // namespace mubiao::read
