#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mubiao {

// Searches for rare bytes, eight bytes at a time. Texts are read many times over, so that a loop by bytes would be a
// large part of all that is done with them.

namespace scan {

inline constexpr std::uint64_t kOnes = 0x0101010101010101;
inline constexpr std::uint64_t kHighs = 0x8080808080808080;

/// Eight bytes at `i`, the first in the lowest place.
inline std::uint64_t load(std::string_view text, std::size_t i) {
  std::uint64_t word;
  std::memcpy(&word, text.data() + i, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

/// Marks (with the high bit of the byte) bytes below `bound`, or equal to `byte`. Only the lowest mark is sure.
inline std::uint64_t below(std::uint64_t word, std::uint8_t bound) { return (word - kOnes * bound) & ~word & kHighs; }
inline std::uint64_t equal(std::uint64_t word, char byte) {
  return below(word ^ (kOnes * static_cast<std::uint8_t>(byte)), 1);
}

/// How many bytes are marked.
inline std::size_t count(std::uint64_t marks) { return static_cast<std::size_t>(((marks >> 7) * kOnes) >> 56); }

/// The first byte at or behind `i` that `of_word` marks and `is` confirms, or the size of the text.
template <typename OfWord, typename Is>
std::size_t find(std::string_view text, std::size_t i, OfWord of_word, Is is) {
  for (; i + 8 <= text.size(); i += 8) {
    const std::uint64_t marks = of_word(load(text, i));
    if (marks != 0) return i + static_cast<std::size_t>(std::countr_zero(marks)) / 8;
  }
  while (i < text.size() && !is(text[i])) ++i;
  return i;
}

}  // namespace scan

/// The first byte at or behind `i` that is a space or a control character, or the size of the text.
inline std::size_t find_blank_or_control(std::string_view text, std::size_t i) {
  return scan::find(
      text, i, [](std::uint64_t word) { return scan::below(word, ' ' + 1); },
      [](char c) { return static_cast<std::uint8_t>(c) <= ' '; });
}

/// The first byte at or behind `i` that is one of `bytes`, or the size of the text.
template <typename... Bytes>
std::size_t find_any(std::string_view text, std::size_t i, Bytes... bytes) {
  return scan::find(
      text, i, [=](std::uint64_t word) { return (scan::equal(word, bytes) | ...); },
      [=](char c) { return ((c == bytes) || ...); });
}

/// Characters of UTF-8 text.
inline std::size_t count_code_points(std::string_view text) {
  std::size_t continuations = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    const std::uint64_t word = scan::load(text, i);
    continuations += scan::count(word & ~(word << 1) & scan::kHighs);
  }
  for (; i < text.size(); ++i) continuations += (text[i] & 0xC0) == 0x80;
  return text.size() - continuations;
}

}  // namespace mubiao
