#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "measure/characters.h"

/// The characters that numbers are written with in Chinese: what both kinds of numerals are read with.
namespace mubiao::numerals {

inline constexpr std::size_t kMaxDigits = 64;
inline constexpr std::uint64_t kWan = 10'000;
/// 亿亿 = 10^16 is the largest scale that texts use. Whatever goes beyond this value is no numeral.
inline constexpr std::uint64_t kMaxValue = 1'000'000'000'000'000'000;

enum class Class : std::uint8_t { kNone, kDigit, kFormalDigit, kSmallScale, kBigScale, kPoint };

struct Character {
  std::uint32_t code_point;
  Class kind;
  std::uint64_t value;
};

inline constexpr std::size_t kCharacterRows = 39;
extern const std::array<Character, kCharacterRows> kCharacters;  // the first is none
/// By the last twelve bits of a code point: the row of the one character in kCharacters that ends in them.
extern const std::array<std::uint8_t, 0x1000> kRows;

/// The character of a numeral at `offset`; of Class::kNone if none stands there.
inline Character numeral_character(std::string_view text, std::size_t offset) {
  const std::uint32_t code_point = three_byte_code_point(text, offset);
  const Character& character = kCharacters[kRows[code_point & 0xFFF]];
  return character.code_point == code_point ? character : kCharacters[0];
}

inline bool is_digit(Character c) { return c.kind == Class::kDigit || c.kind == Class::kFormalDigit; }
inline bool is_scale(Character c) { return c.kind == Class::kSmallScale || c.kind == Class::kBigScale; }

/// False where the product would go beyond kMaxValue; then `value` is unchanged.
bool multiply(std::uint64_t& value, std::uint64_t factor);

/// 万, 亿, 万亿, 万万 from `offset` on, multiplied into `scale`. Returns where they end.
std::size_t read_big_scales(std::string_view text, std::size_t offset, std::uint64_t& scale);

}  // namespace mubiao::numerals
