#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mubiao {

// Classes of characters that folded text is made of. A character is the view of its UTF-8 bytes.

/// The character that begins at `i`; empty at the end of the text.
inline std::string_view character_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return {};
  std::size_t end = i + 1;
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return text.substr(i, end - i);
}

/// The character that ends at `i`; empty at the front of the text.
inline std::string_view character_before(std::string_view text, std::size_t i) {
  if (i == 0) return {};
  std::size_t begin = i - 1;
  while (begin > 0 && (text[begin] & 0xC0) == 0x80) --begin;
  return text.substr(begin, i - begin);
}

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }

/// U+3400 … U+9FFF, 〇, and the ideographs of plane 2 and above.
inline bool is_han(std::string_view character) {
  if (character.size() < 3) return false;
  const auto lead = static_cast<std::uint8_t>(character[0]);
  const auto second = static_cast<std::uint8_t>(character[1]);
  if (lead >= 0xE4 && lead <= 0xE9) return true;
  if (lead == 0xE3) return second >= 0x90 || character == "〇";
  return character.size() == 4 && lead == 0xF0 && second >= 0xA0;
}

/// 〇 to 九.
inline bool is_chinese_digit(std::string_view character) {
  constexpr std::string_view kDigits = "〇零一二三四五六七八九";
  const std::size_t place = kDigits.find(character);
  return character.size() == 3 && place != std::string_view::npos && place % 3 == 0;
}

/// Chinese digits, 十, 百, 千, and ASCII digits.
inline bool is_numeral(std::string_view character) {
  return is_chinese_digit(character) || character == "十" || character == "百" || character == "千" ||
         (character.size() == 1 && is_ascii_digit(character[0]));
}

/// Not ASCII and two columns wide: Han, CJK punctuation, and what stands in CJK text like it (“ — ① ≥).
inline bool is_wide(std::string_view character) { return character.size() >= 3; }

/// `set` is a few characters one after the other.
inline bool is_one_of(std::string_view character, std::string_view set) {
  if (character.empty()) return false;
  for (std::size_t i = 0; i < set.size(); i += character_at(set, i).size()) {
    if (character_at(set, i) == character) return true;
  }
  return false;
}

}  // namespace mubiao
