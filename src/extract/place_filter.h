#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mubiao {

/// Says of nearly every place in a text that none of a set of things begins there, by the two characters that stand
/// there. Where it does not say so, something may begin or not. Linear, some five instructions a byte.
class PlaceFilter {
 public:
  /// A character of a text: where the next one begins, and what it is told by: its last bytes, and a column of the
  /// thirty-two that all characters are in. One of four bytes is taken for one of three and another one.
  struct Character {
    std::size_t end;
    std::uint32_t key;
    std::uint32_t column;
    /// Some bits that tell most characters apart.
    std::size_t hash(unsigned bits) const { return key * 0x9E3779B1u >> (32 - bits); }
  };
  /// Precondition: i < text.size().
  static Character character(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t k) { return std::uint32_t{static_cast<unsigned char>(text[i + k])}; };
    const std::size_t left = text.size() - i;
    if (byte(0) >= 0xE0 && left >= 3) return three_bytes(text, i);
    if (byte(0) >= 0xC0 && left >= 2) return {i + 2, byte(0) << 8 | byte(1), byte(1) & 15};
    return {i + 1, byte(0), 16 | (byte(0) >> 3 & 15)};  // digits are in two of them
  }

  /// Sets of characters that may stand somewhere, by their columns.
  using Columns = std::uint32_t;
  static constexpr Columns kAnything = 0xFFFFFFFF;
  static Columns column(Character c) { return Columns{1} << c.column; }
  /// Of the character that begins at `i`; all if none does.
  static Columns column_at(std::string_view text, std::size_t i) {
    return i < text.size() ? column(character(text, i)) : kAnything;
  }

  /// Something begins with `first` and with a character of one of the columns behind it. With all of them, nothing
  /// need stand behind it.
  void add(Character first, Columns followers) { followers_[row(first)] |= followers; }
  /// Something may begin anywhere.
  void add_all() { followers_.fill(kAnything); }

  /// The first character at `i` or behind it where something may begin, or the size of the text.
  std::size_t find(std::string_view text, std::size_t i) const {
    if (i >= text.size()) return text.size();
    const Character first = character(text, i);
    std::size_t next = first.end;
    Columns followers = followers_[row(first)];
    const std::size_t last = text.size() - std::min<std::size_t>(2, text.size());
    while (next < text.size()) {
      // Nearly all are characters of three bytes.
      for (; next < last && static_cast<unsigned char>(text[next]) >= 0xE0; next += 3) {
        const Character c = three_bytes(text, next);
        if ((followers >> c.column & 1) != 0) return i;
        followers = followers_[row(c)];
        i = next;
      }
      if (next >= text.size()) break;
      const Character c = character(text, next);
      if ((followers >> c.column & 1) != 0) return i;
      followers = followers_[row(c)];
      i = next;
      next = c.end;
    }
    return followers == kAnything ? i : text.size();
  }

 private:
  static Character three_bytes(std::string_view text, std::size_t i) {
    std::uint16_t key;
    std::memcpy(&key, text.data() + i + 1, sizeof key);
    return {i + 3, key, static_cast<unsigned char>(text[i + 2]) & 15u};
  }

  static constexpr unsigned kRowBits = 11;
  static std::size_t row(Character c) { return c.hash(kRowBits); }

  // By the first character: the columns of those that may follow.
  std::array<Columns, std::size_t{1} << kRowBits> followers_{};
};

}  // namespace mubiao
