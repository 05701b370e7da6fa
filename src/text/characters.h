#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/scan.h"

namespace mubiao {

// Classes of characters that folded text is made of. A character is the view of its UTF-8 bytes.

/// The character that begins at `i`; empty at the end of the text.
inline std::string_view character_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return {};
  const auto lead = static_cast<std::uint8_t>(text[i]);
  if (lead < 0x80) return text.substr(i, 1);
  if ((lead & 0xF0) == 0xE0 && text.size() - i >= 3) return text.substr(i, 3);  // nearly all of the others
  std::size_t end = i + 1;
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return text.substr(i, end - i);
}

/// The character that ends at `i`; empty at the front of the text.
inline std::string_view character_before(std::string_view text, std::size_t i) {
  if (i == 0) return {};
  if (static_cast<std::uint8_t>(text[i - 1]) < 0x80) return text.substr(i - 1, 1);
  if (i >= 3 && (text[i - 3] & 0xF0) == 0xE0) return text.substr(i - 3, 3);  // nearly all of the others
  std::size_t begin = i - 1;
  while (begin > 0 && (text[begin] & 0xC0) == 0x80) --begin;
  return text.substr(begin, i - begin);
}

/// A few characters, ASCII or of three bytes, to look one up in.
class CharacterSet {
 public:
  explicit constexpr CharacterSet(std::string_view characters) {
    for (std::size_t i = 0; i < characters.size();) {
      const auto first = static_cast<std::uint8_t>(characters[i]);
      if (first < 0x80) {
        ascii_[first / 64] |= std::uint64_t{1} << first % 64;
        i += 1;
      } else {
        wide_[count_++] = key(characters.substr(i, 3));
        last_bytes_ |= bit(characters[i + 2]);
        i += 3;
      }
    }
  }
  constexpr bool contains(std::string_view character) const {
    if (character.size() == 1) {
      const auto c = static_cast<std::uint8_t>(character[0]);
      return c < 0x80 && (ascii_[c / 64] >> c % 64 & 1) != 0;
    }
    if (character.size() != 3 || (last_bytes_ & bit(character[2])) == 0) return false;
    const std::uint32_t sought = key(character);
    for (std::size_t i = 0; i < count_; ++i) {
      if (wide_[i] == sought) return true;
    }
    return false;
  }

 private:
  static constexpr std::uint32_t key(std::string_view three) {
    return std::uint32_t{static_cast<std::uint8_t>(three[0])} << 16 |
           std::uint32_t{static_cast<std::uint8_t>(three[1])} << 8 | static_cast<std::uint8_t>(three[2]);
  }
  static constexpr std::uint64_t bit(char last) { return std::uint64_t{1} << (static_cast<std::uint8_t>(last) & 63); }
  std::array<std::uint64_t, 2> ascii_{};
  std::uint64_t last_bytes_ = 0;  // of the wide ones, as bits: most characters that are asked about have another
  std::array<std::uint32_t, 16> wide_{};
  std::size_t count_ = 0;
};

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }
inline bool is_space(char c) { return c == ' ' || c == '\t'; }
/// A space, or what moves to another place of the page: U+0009 … U+000D.
inline bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline char to_ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
/// For searching: compares a character of any case with one that is lower case.
struct EqualsAsciiLower {
  bool operator()(char c, char lower) const { return to_ascii_lower(c) == lower; }
};
/// Whether a text is this one, which has no capitals, but for the case of ASCII letters.
inline bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), EqualsAsciiLower());
}
inline bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return equals_ignoring_case(text.substr(0, lower.size()), lower);
}

/// The first space at or behind `i`, or the size of the text.
inline std::size_t find_space(std::string_view text, std::size_t i) { return find_any(text, i, ' ', '\t'); }
struct IsSpace {
  scan::Bytes operator()(scan::Bytes bytes) const { return (bytes == ' ') | (bytes == '\t'); }
};
/// The spaces of a text, asked for in order.
using Spaces = scan::Marked<IsSpace>;
/// The first character at or behind `i` that is no space, or the size of the text.
inline std::size_t skip_spaces(std::string_view text, std::size_t i) {
  while (i < text.size() && is_space(text[i])) ++i;
  return i;
}

/// U+3400 … U+9FFF, 〇, and the ideographs of plane 2 and above.
inline bool is_han(std::string_view character) {
  if (character.size() < 3) return false;
  const auto lead = static_cast<std::uint8_t>(character[0]);
  const auto second = static_cast<std::uint8_t>(character[1]);
  if (lead >= 0xE4 && lead <= 0xE9) return true;
  if (lead == 0xE3) return second >= 0x90 || character == "〇";
  return character.size() == 4 && lead == 0xF0 && second >= 0xA0;
}
inline bool is_one_han(std::string_view text) { return is_han(text) && character_at(text, 0).size() == text.size(); }

/// One of the Han characters that documents are made of: none of them is punctuation.
inline bool is_common_han(std::string_view character) {
  return character.size() == 3 && static_cast<std::uint8_t>(character[0]) >= 0xE4 &&
         static_cast<std::uint8_t>(character[0]) <= 0xE9;
}

/// 〇 to 九.
inline bool is_chinese_digit(std::string_view character) {
  static constexpr CharacterSet kDigits("〇零一二三四五六七八九");
  return character.size() == 3 && kDigits.contains(character);
}

/// Chinese digits, 十, 百, 千, and ASCII digits.
inline bool is_numeral(std::string_view character) {
  static constexpr CharacterSet kNumerals("0123456789〇零一二三四五六七八九十百千");
  return kNumerals.contains(character);
}

/// Not ASCII and two columns wide: Han, CJK punctuation, and what stands in CJK text like it (“ — ① ≥).
inline bool is_wide(std::string_view character) { return character.size() >= 3; }

}  // namespace mubiao
