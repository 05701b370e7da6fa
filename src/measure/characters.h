#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/characters.h"

namespace mubiao {

/// True if `word` stands in `text` at `offset`.
inline bool has_at(std::string_view text, std::size_t offset, std::string_view word) {
  return offset <= text.size() && text.substr(offset).starts_with(word);
}

/// True if `word` stands in `text` right before `offset`.
inline bool has_before(std::string_view text, std::size_t offset, std::string_view word) {
  return text.substr(0, offset).ends_with(word);
}

/// Bytes of the first of `words` that stands at `offset`, 0 if none does.
template <std::size_t N>
std::size_t word_at(std::string_view text, std::size_t offset, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (has_at(text, offset, word)) return word.size();
  }
  return 0;
}

/// True if one of `words` stands right before `offset`.
template <std::size_t N>
bool ends_in_word(std::string_view text, std::size_t offset, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_before(text, offset, word); });
}

inline bool digit_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && is_ascii_digit(text[offset]);
}

/// Bytes of the code point that starts at `offset` (1 for a broken one). Precondition: offset < text.size().
inline std::size_t code_point_length(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return offset + length <= text.size() ? length : 1;
}

/// The three-byte code point at `offset`, which is where all Chinese numerals are; 0 if there is none.
inline std::uint32_t three_byte_code_point(std::string_view text, std::size_t offset) {
  if (offset + 3 > text.size()) return 0;
  const auto a = static_cast<unsigned char>(text[offset]);
  const auto b = static_cast<unsigned char>(text[offset + 1]);
  const auto c = static_cast<unsigned char>(text[offset + 2]);
  if ((a & 0xF0) != 0xE0 || (b & 0xC0) != 0x80 || (c & 0xC0) != 0x80) return 0;
  return (a & 0x0Fu) << 12 | (b & 0x3Fu) << 6 | (c & 0x3Fu);
}

/// `offset` moved over at most two ASCII spaces.
inline std::size_t skip_few_spaces(std::string_view text, std::size_t offset) {
  for (int i = 0; i < 2 && offset < text.size() && text[offset] == ' '; ++i) ++offset;
  return offset;
}

}  // namespace mubiao
