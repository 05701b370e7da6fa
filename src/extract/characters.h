#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/scan.h"

namespace mubiao {

inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Code points of UTF-8 text.
inline std::size_t count_characters(std::string_view text) { return count_code_points(text); }

/// The first `bytes` bytes of `text`, or fewer so that no character is cut.
inline std::string_view clip(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
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
