// Characters of UTF-8 text, and words. Doors: first_character, last_character, holds,
// holds_digit.
#include "extract/characters.h"

#include <cstdint>
#include <cstring>

namespace mubiao {

char32_t first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U; };
  switch (character_bytes(text[0])) {
    case 1: return byte(0);
    case 2: return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3: return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default: return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
}

char32_t last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && is_continuation(text[begin])) --begin;
  return first_character(text.substr(begin));
}

bool holds(std::string_view text, std::string_view word) {
  return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

bool holds_digit(std::string_view text) {
  const auto of_bytes = [&](std::size_t at) {
    const scan::Bytes bytes = scan::load_bytes(text, at);
    return (bytes >= '0') & (bytes <= '9');
  };
  const auto is = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  return scan::find_sixteen(text, 0, 0, 0, of_bytes, is) != text.size();
}

}  // namespace mubiao
