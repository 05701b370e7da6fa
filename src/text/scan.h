#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace mubiao {

// Searches for rare bytes, eight or sixteen bytes at a time. Texts are read many times over, so that a loop by bytes
// would be a large part of all that is done with them.

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

/// Marks with -1 the bytes from `low` to `high`; one beyond 0xFF begins with 0 again.
inline Bytes within(Bytes bytes, int low, int high) {
  using Unsigned = std::uint8_t __attribute__((vector_size(16)));
  const Unsigned moved = reinterpret_cast<Unsigned>(bytes) - static_cast<std::uint8_t>(low - 0x80);  // to the lowest
  return reinterpret_cast<Bytes>(moved) < static_cast<std::int8_t>(high - low - 0x7F);
}

/// Marks with -1 the places from `i` on where a character of three bytes begins.
inline Bytes begins(std::string_view text, std::size_t i, std::string_view character) {
  const auto is = [&](std::size_t k) { return load_bytes(text, i + k) == static_cast<std::int8_t>(character[k]); };
  return is(0) & is(1) & is(2);
}

/// A bit for each byte that is marked with -1, the first in the lowest place.
inline std::uint32_t mask_of(Bytes marks) {
#ifdef __SSE2__
  return static_cast<std::uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(marks)));
#else
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < sizeof marks; ++i) mask |= (marks[i] < 0 ? 1u : 0u) << i;
  return mask;
#endif
}

/// The sum of sixteen bytes without a sign.
inline std::size_t sum_of(Bytes bytes) {
#ifdef __SSE2__
  const __m128i halves = _mm_sad_epu8(reinterpret_cast<__m128i>(bytes), _mm_setzero_si128());
  return static_cast<std::size_t>(_mm_cvtsi128_si32(_mm_add_epi32(halves, _mm_unpackhi_epi64(halves, halves))));
#else
  constexpr std::uint64_t kPairs = 0x00FF00FF00FF00FF;
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &bytes, sizeof bytes);
  const std::uint64_t pairs =
      (halves[0] & kPairs) + (halves[0] >> 8 & kPairs) + (halves[1] & kPairs) + (halves[1] >> 8 & kPairs);
  return static_cast<std::size_t>(pairs * 0x0001000100010001 >> 48);
#endif
}

/// The sum of what `of_bytes` makes of each byte, 0 to -Most; of `neutral` it makes 0.
template <int Most = 1, typename OfBytes>
std::size_t sum_bytes(std::string_view text, char neutral, OfBytes of_bytes) {
  constexpr std::size_t kStep = sizeof(Bytes);
  constexpr std::size_t kMostBytes = kStep * (0x7F / Most - 1);  // so that no sum overflows
  const Bytes others = Bytes{} + static_cast<std::int8_t>(neutral);
  if (text.size() < kStep) {
    std::array<char, kStep> padded;
    std::memcpy(padded.data(), &others, kStep);
    for (std::size_t i = 0; i < text.size(); ++i) padded[i] = text[i];
    return sum_of(-of_bytes(load_bytes({padded.data(), kStep}, 0)));
  }
  // The last sixteen bytes, but for those that the steps before have counted.
  static constexpr std::array<std::uint64_t, 4> kKept = {0, 0, ~std::uint64_t{0}, ~std::uint64_t{0}};
  const std::string_view kept(reinterpret_cast<const char*>(kKept.data()), sizeof kKept);
  const Bytes is_kept = load_bytes(kept, text.size() % kStep);
  const Bytes last = (load_bytes(text, text.size() - kStep) & is_kept) | (others & ~is_kept);
  Bytes sums = -of_bytes(last);
  std::size_t sum = 0;
  const std::size_t whole = text.size() - text.size() % kStep;
  for (std::size_t i = 0; i < whole;) {
    const std::size_t end = whole - i > kMostBytes ? i + kMostBytes : whole;
    for (; i < end; i += kStep) sums -= of_bytes(load_bytes(text, i));
    sum += sum_of(sums);
    sums = Bytes{};
  }
  return sum;
}

/// The first byte at or behind `i` that `of_bytes` marks with -1, or where fewer than sixteen bytes are left.
template <typename OfBytes>
std::size_t skip_sixteen(std::string_view text, std::size_t i, OfBytes of_bytes) {
  for (; i + sizeof(Bytes) <= text.size(); i += sizeof(Bytes)) {
    const std::uint32_t marks = mask_of(of_bytes(load_bytes(text, i)));
    if (marks != 0) return i + static_cast<std::size_t>(std::countr_zero(marks));
  }
  return i;
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
    const std::uint32_t marks = mask_of(of_bytes(i));
    if (marks != 0) return i + static_cast<std::size_t>(std::countr_zero(marks));
  }
  while (i < text.size() && !is(i)) ++i;
  return i;
}

/// The bytes that `OfBytes` marks with -1, asked for from the front of a text to its end. Where they stand close
/// together, sixty-four bytes are looked at once for all of them.
template <typename OfBytes>
class Marked {
 public:
  Marked(std::string_view text, OfBytes of_bytes) : text_(text), of_bytes_(of_bytes) {}

  /// The first one at or behind `i`, or the size of the text. `i` is never before the one that was asked of last.
  std::size_t from(std::size_t i) { return from(i, text_.size()); }
  /// The first one at or behind `i` and before `limit`, or `limit`, before which nothing is asked from then on.
  std::size_t from(std::size_t i, std::size_t limit) {
    if (i < found_end_) return std::min(found_end_ - 1, limit);
    if (i < end_) {
      // Without marks, `i` may be before these bytes; with them, it is behind one of them that was found.
      const std::uint64_t left = marks_ == 0 ? 0 : marks_ >> (i - begin_);
      if (left != 0) return found(i, left, limit);
      i = end_;
    }
    for (; i < limit; i = end_) {
      look_at(i);
      if (marks_ != 0) return found(i, marks_, limit);
    }
    return limit;
  }

 private:
  static constexpr std::size_t kStep = 4 * sizeof(Bytes);

  std::size_t found(std::size_t i, std::uint64_t marks, std::size_t limit) {
    found_end_ = i + static_cast<std::size_t>(std::countr_zero(marks)) + 1;
    return std::min(found_end_ - 1, limit);
  }
  void look_at(std::size_t i) {
    begin_ = i;
    if (text_.size() - i >= kStep) {
      end_ = i + kStep;
      marks_ = marks_of(text_, i);
    } else {
      end_ = text_.size();
      std::array<char, kStep> padded{};
      std::memcpy(padded.data(), text_.data() + i, end_ - i);
      marks_ = marks_of({padded.data(), kStep}, 0) & ((std::uint64_t{1} << (end_ - i)) - 1);
    }
  }
  std::uint64_t marks_of(std::string_view text, std::size_t i) const {
    const auto at = [&](std::size_t k) { return std::uint64_t{mask_of(of_bytes_(load_bytes(text, i + k)))} << k; };
    return at(0) | at(16) | at(32) | at(48);
  }

  std::string_view text_;
  OfBytes of_bytes_;
  std::size_t begin_ = 0;      // of the bytes that were looked at last
  std::size_t end_ = 0;        // and where they end
  std::uint64_t marks_ = 0;    // a bit for each of them
  std::size_t found_end_ = 0;  // of the byte that was found last
};

}  // namespace scan

/// The first byte at or behind `i` that is one of `bytes`, or the size of the text.
template <typename... Bytes>
std::size_t find_any(std::string_view text, std::size_t i, Bytes... bytes) {
  i = scan::skip_sixteen(text, i,
                         [=](scan::Bytes sixteen) { return ((sixteen == static_cast<std::int8_t>(bytes)) | ...); });
  return scan::find(
      text, i, [=](std::uint64_t word) { return (scan::equal(word, bytes) | ...); },
      [=](char c) { return ((c == bytes) || ...); });
}

/// Characters of UTF-8 text.
inline std::size_t count_code_points(std::string_view text) {
  return text.size() -
         scan::sum_bytes(text, '\0', [](scan::Bytes bytes) { return bytes < static_cast<std::int8_t>(0xC0); });
}

/// How often `byte` stands in a text.
inline std::size_t count_byte(std::string_view text, char byte) {
  return scan::sum_bytes(text, static_cast<char>(~byte),
                         [byte](scan::Bytes bytes) { return bytes == static_cast<std::int8_t>(byte); });
}

}  // namespace mubiao
