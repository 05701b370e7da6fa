// Numbers in Chinese digits. The door is read_chinese_numeral. What a numeral counts, and whether it is part of a
// longer word, is not known here.

#include <utility>

#include "measure/characters.h"
#include "measure/numeral.h"
#include "measure/numeral_characters.h"
#include "measure/place_values.h"

namespace mubiao {
namespace {

using numerals::Character;
using numerals::Class;
using numerals::is_digit;
using numerals::is_scale;
using numerals::kMaxDigits;
using numerals::kWan;
using numerals::numeral_character;
using numerals::PlaceValues;
using numerals::read_big_scales;

constexpr std::size_t kMaxChineseBytes = 40 * 3;

// Digits after 点: 三点一四.
std::size_t read_fraction(std::string_view text, std::size_t offset, std::string& digits) {
  for (Character c = numeral_character(text, offset); is_digit(c) && digits.size() < kMaxDigits;
       c = numeral_character(text, offset)) {
    digits.push_back(static_cast<char>('0' + c.value));
    offset += 3;
  }
  return offset;
}

bool point_follows(std::string_view text, std::size_t offset) {
  return numeral_character(text, offset).kind == Class::kPoint && is_digit(numeral_character(text, offset + 3));
}

// Adds ".5" and the scale after it to the integer that `numeral` holds: 三点五万.
Numeral with_fraction(std::string_view text, Numeral numeral) {
  numeral.digits.push_back('.');
  numeral.scale_begin = read_fraction(text, numeral.end + 3, numeral.digits);
  numeral.end = read_big_scales(text, numeral.scale_begin, numeral.scale);
  return numeral;
}

// Chinese digits from `offset` on; stops counting where nothing sensible can follow.
std::size_t count_digits(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (count <= 16 && is_digit(numeral_character(text, offset + 3 * count))) ++count;
  return count;
}

// 二〇三〇, or two neighbours such as 三四十. `count` digits stand at `offset`.
std::optional<Numeral> read_digit_string(std::string_view text, std::size_t offset, std::size_t count) {
  Numeral numeral{.begin = offset, .chinese = true};
  bool zero = false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t digit = numeral_character(text, offset + 3 * i).value;
    zero = zero || digit == 0;
    numeral.digits.push_back(static_cast<char>('0' + digit));
  }
  numeral.scale_begin = numeral.end = offset + 3 * count;
  if (count >= 2 && numeral.digits[0] != '0' && (zero || count == 4) && count <= 16) return numeral;
  const int low = numeral.digits[0] - '0';
  const int high = count == 2 ? numeral.digits[1] - '0' : 0;
  // 一二 and 二二 are no approximations: 一二次设备 means the first and the second.
  const bool neighbours = (high == low + 1 && (low > 1 || has_at(text, offset + 3, "两"))) || (low == 3 && high == 5);
  if (!neighbours) return std::nullopt;
  numeral.high_digits = numeral.digits.substr(1);
  numeral.digits.resize(1);
  const Character small = numeral_character(text, numeral.end);
  if (small.kind == Class::kSmallScale) {
    numeral.scale = small.value;
    numeral.end += 3;
  }
  numeral.end = read_big_scales(text, numeral.end, numeral.scale);
  return numeral;
}

// Feeds `sum` from `offset` on and returns where the numeral ends, or nullopt if it is malformed.
std::optional<std::size_t> add_up(std::string_view text, std::size_t offset, PlaceValues& sum) {
  for (std::size_t at = offset; at - offset <= kMaxChineseBytes; at += 3) {
    const Character c = numeral_character(text, at);
    if (is_digit(c)) {
      if (sum.digit >= 0 || (c.value == 0 && sum.zero)) return at;
      if (c.value == 0) {
        sum.zero = true;
      } else {
        sum.digit = static_cast<int>(c.value);
      }
    } else if (c.kind == Class::kSmallScale) {
      if (sum.digit < 0 && c.value != 10) return at;  // 二十千瓦: the scale belongs to the unit
      if (!sum.add_small(c.value)) return std::nullopt;
    } else if (c.kind == Class::kBigScale) {
      // 兆 inside a numeral is 10^12, before a unit it is that unit's prefix.
      if (c.value > kWan * kWan && !is_chinese_numeral(text, at + 3)) return at;
      if (!sum.add_big(c.value)) return std::nullopt;
    } else {
      return at;
    }
  }
  return std::nullopt;
}

// 三百, 五千万, 十五万: splits digits and scale, so that 三到五千万 can share the scale.
void split_scale(std::string_view text, Numeral& numeral) {
  std::size_t scale_begin = numeral.end;
  while (scale_begin > numeral.begin) {
    const Character c = numeral_character(text, scale_begin - 3);
    const bool scale_char = c.kind == Class::kBigScale || (c.kind == Class::kSmallScale && c.value > 10);
    if (!scale_char) break;
    scale_begin -= 3;
  }
  if (scale_begin == numeral.begin || scale_begin == numeral.end) return;
  const std::uint64_t factor = scale_factor(text.substr(scale_begin, numeral.end - scale_begin));
  const std::uint64_t value = std::stoull(numeral.digits);
  const bool one_piece = factor != 0 && value % factor == 0 && value / factor < kWan;
  // 一亿五千万 is not 一亿五 times 千万: with a scale before the last digit only 万 or 亿 multiplies the whole.
  for (std::size_t i = numeral.begin; i < scale_begin; i += 3) {
    const Character c = numeral_character(text, i);
    if (c.kind == Class::kBigScale) return;
    if (c.kind == Class::kSmallScale && numeral_character(text, scale_begin).kind == Class::kSmallScale) return;
  }
  if (!one_piece) return;
  numeral.scale_begin = scale_begin;
  numeral.scale = factor;
  numeral.digits = std::to_string(value / factor);
}

std::optional<Numeral> read_bare_scale(std::string_view text, std::size_t offset) {
  Numeral numeral{.begin = offset, .scale_begin = offset, .digits = "1", .chinese = true, .bare_scale = true};
  const Character first = numeral_character(text, offset);
  numeral.end = offset;
  if (first.kind == Class::kSmallScale) {
    numeral.scale = first.value;
    numeral.end += 3;
  }
  numeral.end = read_big_scales(text, numeral.end, numeral.scale);
  if (numeral.end == offset) return std::nullopt;
  return numeral;
}

}  // namespace

std::optional<Numeral> read_chinese_numeral(std::string_view text, std::size_t offset) {
  const Character first = numeral_character(text, offset);
  if (first.kind == Class::kNone || first.kind == Class::kPoint) return std::nullopt;
  if (is_scale(first) && first.value != 10) return read_bare_scale(text, offset);

  Numeral numeral{.begin = offset, .digits = "0", .chinese = true};
  if (first.kind == Class::kDigit && first.value == 0) {  // 零增长 is a word; only 零点五 is a number
    numeral.end = offset + 3;
    if (!point_follows(text, numeral.end)) return std::nullopt;
    return with_fraction(text, std::move(numeral));
  }
  if (const std::size_t count = count_digits(text, offset); count > 1) return read_digit_string(text, offset, count);

  PlaceValues sum;
  const std::optional<std::size_t> end = add_up(text, offset, sum);
  if (!end || (sum.zero && sum.digit < 0)) return std::nullopt;
  numeral.end = numeral.scale_begin = *end;
  numeral.digits = std::to_string(sum.value());
  if (point_follows(text, *end)) return with_fraction(text, std::move(numeral));
  const bool alone = *end == offset + 3;
  if (alone && (first.kind == Class::kFormalDigit || first.code_point == U'拾')) return std::nullopt;
  split_scale(text, numeral);
  return numeral;
}

}  // namespace mubiao
