#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/scan.h"
#include "text/terminal.h"

namespace mubiao {

inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Bytes of the character that begins with `lead`.
inline std::size_t character_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The first byte of the character as UTF-8.
inline std::size_t first_byte(char32_t c) {
  return c < 0x80 ? c : c < 0x800 ? 0xC0 | c >> 6 : c < 0x10000 ? 0xE0 | c >> 12 : 0xF0 | c >> 18;
}

/// Whether the character is one of those that begin with E4 … E9: nearly all that Chinese is written with.
inline bool is_han_lead(char c) {
  return static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9;
}

/// The character that begins at text.begin(), and the one that ends at text.end(). Precondition: UTF-8, not empty.
char32_t first_character(std::string_view text);
char32_t last_character(std::string_view text);

/// Whether `word` stands in `text`: find(), but as fast where words begin like everything else, as Han do.
bool holds(std::string_view text, std::string_view word);

/// Whether there is an ASCII digit in `text`.
bool holds_digit(std::string_view text);

/// Code points of UTF-8 text.
inline std::size_t count_characters(std::string_view text) { return count_code_points(text); }

/// The first `bytes` bytes of `text`, or fewer so that no character is cut.
inline std::string_view clip(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

/// The last `bytes` bytes of `text`, or fewer so that no character is cut.
inline std::string_view clip_front(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t from = text.size() - bytes;
  while (from < text.size() && is_continuation(text[from])) ++from;
  return text.substr(from);
}

/// Blanks of normalized text: a tab parts the columns of a table.
inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

inline std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

inline std::string without_spaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t blank = find_any(text, i, ' ', '\t', '\n');
    result.append(text, i, blank - i);
    i = blank + 1;
  }
  return result;
}

}  // namespace mubiao
