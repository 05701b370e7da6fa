// Numbers in Arabic digits, with what Chinese adds to them: 15万, 2亿5千万. The door is read_arabic_numeral.

#include <array>

#include "measure/characters.h"
#include "measure/numeral.h"
#include "measure/numeral_characters.h"
#include "measure/place_values.h"

namespace mubiao {
namespace {

using numerals::Character;
using numerals::Class;
using numerals::is_scale;
using numerals::kMaxDigits;
using numerals::kWan;
using numerals::numeral_character;
using numerals::PlaceValues;

// Digits with thousands commas, without the point: "1,234" gives 1234.
std::size_t read_integer(std::string_view text, std::size_t offset, std::string& digits) {
  const std::size_t begin = offset;
  while (offset < text.size() && is_ascii_digit(text[offset]) && offset - begin <= kMaxDigits) ++offset;
  digits.assign(text.substr(begin, offset - begin));
  if (offset - begin > 3) return offset;
  const auto group_follows = [&](std::size_t at) {
    if (at + 4 > text.size() || text[at] != ',') return false;
    for (std::size_t i = at + 1; i < at + 4; ++i) {
      if (!is_ascii_digit(text[i])) return false;
    }
    return at + 4 == text.size() || !is_ascii_digit(text[at + 4]);
  };
  while (group_follows(offset) && digits.size() <= kMaxDigits) {
    digits.append(text.substr(offset + 1, 3));
    offset += 4;
  }
  return offset;
}

// The power that superscript digits after "10" write, 10⁴; 0 if there is none.
std::uint64_t read_power_of_ten(std::string_view text, std::size_t& offset) {
  static constexpr std::array<std::string_view, 8> kSuperscripts = {"²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  if (!has_at(text, offset, "10")) return 0;
  std::uint64_t power = 100;
  for (const std::string_view digit : kSuperscripts) {
    if (has_at(text, offset + 2, digit)) {
      offset += 2 + digit.size();
      return power;
    }
    power *= 10;
  }
  return 0;
}

// 2亿5千2百万, 1千零30万: Arabic digits between scales. Changes `numeral` only where a second digit group follows.
void read_further_groups(std::string_view text, Numeral& numeral) {
  if (numeral.digits.find('.') != std::string::npos) return;
  PlaceValues sum;
  std::size_t end = numeral.begin;
  int groups = 0;
  for (std::size_t at = numeral.begin;;) {
    PlaceValues next = sum;
    next.zero = groups > 0 && numeral_character(text, at).code_point == U'零';
    std::string digits;
    at = read_integer(text, next.zero ? at + 3 : at, digits);
    if (digits.empty() || digits.size() > (groups == 0 ? 9u : 4u)) break;
    next.digit = std::stoi(digits);
    bool scaled = false;
    for (Character c = numeral_character(text, at); is_scale(c) && c.value <= kWan * kWan;
         c = numeral_character(text, at)) {
      const bool added =
          c.kind == Class::kSmallScale ? next.digit >= 0 && next.add_small(c.value) : next.add_big(c.value);
      if (!added) break;
      scaled = true;
      at += 3;
    }
    if (!scaled && !next.zero) break;
    sum = next;
    end = at;
    ++groups;
    if (!scaled) break;
  }
  if (groups < 2) return;
  numeral.digits = std::to_string(sum.value());
  numeral.scale = 1;
  numeral.end = numeral.scale_begin = end;
}

}  // namespace

std::optional<Numeral> read_arabic_numeral(std::string_view text, std::size_t offset) {
  Numeral numeral{.begin = offset};
  std::size_t end = offset;
  std::uint64_t power = read_power_of_ten(text, end);
  if (power != 0) {
    numeral.digits = std::to_string(power);
  } else {
    end = read_integer(text, offset, numeral.digits);
    if (end + 1 < text.size() && text[end] == '.' && is_ascii_digit(text[end + 1])) {
      numeral.digits.push_back('.');
      for (++end; end < text.size() && is_ascii_digit(text[end]); ++end) {
        if (numeral.digits.size() > kMaxDigits) return std::nullopt;
        numeral.digits.push_back(text[end]);
      }
    }
    if (numeral.digits.empty() || numeral.digits.size() > kMaxDigits) return std::nullopt;
    std::size_t after = has_at(text, end, "×") ? end + std::string_view("×").size() : end;
    if (after != end && (power = read_power_of_ten(text, after)) != 0) {
      numeral.scale_begin = numeral.end = after;
      numeral.digits = (value_of(numeral) * Number(static_cast<long>(power))).to_decimal();
      end = after;
    }
  }
  numeral.scale_begin = numeral.end = end;
  const std::size_t scale_at = skip_few_spaces(text, end);
  if (const std::optional<Scale> scale = read_scale(text, scale_at)) {
    numeral.scale_begin = scale_at;
    numeral.end = scale->end;
    numeral.scale = scale->factor;
    read_further_groups(text, numeral);
  }
  return numeral;
}

}  // namespace mubiao
