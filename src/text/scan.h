#pragma once

#include <array>
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

/// Sixteen bytes, as compilers know them: each operator works on every byte, and a comparison that holds gives -1.
using Bytes = std::int8_t __attribute__((vector_size(16)));

inline Bytes load_bytes(std::string_view text, std::size_t i) {
  Bytes bytes;
  std::memcpy(&bytes, text.data() + i, sizeof bytes);
  return bytes;
}

/// The first place at or behind `i` that `of_bytes` marks with -1 and `is` confirms, or the size of the text.
/// `of_bytes` looks at sixteen places from an offset on, and may load what stands `before` bytes before them and
/// `behind` bytes behind.
template <typename OfBytes, typename Is>
std::size_t find_sixteen(std::string_view text, std::size_t i, std::size_t before, std::size_t behind, OfBytes of_bytes,
                         Is is) {
  for (; i < before && i < text.size(); ++i) {
    if (is(i)) return i;
  }
  for (; i + sizeof(Bytes) + behind <= text.size(); i += sizeof(Bytes)) {
    const Bytes marks = of_bytes(i);
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &marks, sizeof marks);
    if ((halves[0] | halves[1]) == 0) continue;
    const std::string_view window(reinterpret_cast<const char*>(halves.data()), sizeof halves);
    const std::size_t half = halves[0] != 0 ? 0 : sizeof(std::uint64_t);
    return i + half + static_cast<std::size_t>(std::countr_zero(load(window, half))) / 8;
  }
  while (i < text.size() && !is(i)) ++i;
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
