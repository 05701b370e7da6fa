// Values and scales of numerals: value_of and read_scale are the doors.

#include "measure/numeral.h"

#include "measure/characters.h"
#include "measure/numeral_characters.h"

namespace mubiao {
namespace {

using numerals::Character;
using numerals::Class;
using numerals::is_scale;
using numerals::multiply;
using numerals::numeral_character;
using numerals::read_big_scales;

// Nearly every number of a text is an integer of 64 bits, also 1.2万: that saves the way through fractions.
std::optional<std::uint64_t> integer_value(const Numeral& numeral) {
  if (numeral.digits.size() > 16) return std::nullopt;
  std::uint64_t value = 0;
  std::uint64_t scale = numeral.scale;
  bool fraction = false;
  for (const char c : numeral.digits) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (fraction && scale % 10 != 0) return std::nullopt;
    if (fraction) scale /= 10;
  }
  if (!multiply(value, scale)) return std::nullopt;
  return value;
}

}  // namespace

Number value_of(const Numeral& numeral) {
  if (const std::optional<std::uint64_t> value = integer_value(numeral)) return Number(static_cast<long>(*value));
  const Number digits = Number::parse(numeral.digits).value_or(Number());
  return numeral.scale == 1 ? digits : digits * Number(static_cast<long>(numeral.scale));
}

Number high_value_of(const Numeral& numeral) {
  return Number::parse(numeral.high_digits).value_or(Number()) * Number(static_cast<long>(numeral.scale));
}

std::optional<Scale> read_scale(std::string_view text, std::size_t offset) {
  Scale scale;
  scale.end = offset;
  const Character first = numeral_character(text, offset);
  if (first.kind == Class::kSmallScale) {
    scale.factor = first.value;
    scale.end += 3;
  }
  const std::size_t small_end = scale.end;
  scale.end = read_big_scales(text, scale.end, scale.factor);
  if (scale.end == offset || (scale.end == small_end && scale.factor == 10)) return std::nullopt;
  return scale;
}

std::uint64_t scale_factor(std::string_view scale_text) {
  std::uint64_t factor = 1;
  for (std::size_t i = 0; i < scale_text.size(); i += 3) {
    const Character c = numeral_character(scale_text, i);
    if (!is_scale(c) || !multiply(factor, c.value)) return 0;
  }
  return factor;
}

bool is_chinese_numeral(std::string_view text, std::size_t offset) {
  const Class kind = numeral_character(text, offset).kind;
  return kind != Class::kNone && kind != Class::kPoint;
}

std::size_t skip_chinese_numerals(std::string_view text, std::size_t offset) {
  while (is_chinese_numeral(text, offset)) offset += 3;
  return offset;
}

}  // namespace mubiao
