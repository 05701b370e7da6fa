// Numbers that are parts of something: fractions (三分之一, 2/3), and ratios (1:1.5).
// The doors are read_fraction, read_half, read_share and read_ratio.

#include "measure/fraction.h"

#include <utility>

#include "measure/characters.h"
#include "measure/range.h"

namespace mubiao {
namespace {

constexpr std::string_view kPartsOf = "分之";
constexpr int kMaxRatioParts = 6;

Quantity ratio_quantity(const Number& numerator, const Number& denominator, const UnitTable& units) {
  Quantity quantity;
  if (denominator == Number(1000)) quantity.unit = units.find("‰");
  if (quantity.unit) {
    quantity.value = numerator;
    return quantity;
  }
  quantity.unit = units.find("%");
  quantity.value = numerator * Number(quantity.unit ? 100 : 1) / denominator;
  return quantity;
}

// The numerator of N分之M; nullopt if no number is there.
std::optional<Numeral> read_numerator(std::string_view text, std::size_t offset) {
  if (digit_at(text, offset)) return read_arabic_numeral(text, offset);
  if (!is_chinese_numeral(text, offset)) return std::nullopt;
  std::optional<Numeral> numeral = read_chinese_numeral(text, offset);
  if (numeral && numeral->bare_scale && numeral->scale != 100) return std::nullopt;
  return numeral;
}

// The upper numerator of 百分之三到五, 百分之十至百分之二十.
std::optional<Numeral> read_upper_part(std::string_view text, const Numeral& denominator, const Numeral& numerator,
                                       const UnitTable& units) {
  std::size_t at = read_range_sign(text, numerator.end).end;
  if (at == 0) return std::nullopt;
  const std::size_t denominator_size = denominator.end - denominator.begin + kPartsOf.size();
  const std::string_view opening = text.substr(denominator.begin, denominator_size);
  if (has_at(text, at, opening)) at += opening.size();
  if (!digit_at(text, at) && !is_chinese_numeral(text, at)) return std::nullopt;
  const std::optional<Operand> high = read_operand(text, at, units);
  if (!high || high->unit || high->calendar || high->numeral.bare_scale) return std::nullopt;
  if (high->numeral.chinese != numerator.chinese || has_at(text, high->end, kPartsOf)) return std::nullopt;
  return high->numeral;
}

bool is_plain_integer(const Operand& operand, std::size_t max_digits) {
  const std::string& digits = operand.numeral.digits;
  return operand.numeral.scale == 1 && !operand.unit && !operand.calendar && digits.size() <= max_digits &&
         digits.find('.') == std::string::npos && digits[0] != '0';
}

}  // namespace

std::optional<QuantityMention> read_fraction(std::string_view text, const Numeral& denominator, std::size_t begin,
                                             const UnitTable& units) {
  const std::size_t at = denominator.end + kPartsOf.size();
  const Number below = value_of(denominator);
  const std::optional<Numeral> numerator = read_numerator(text, at);
  if (!numerator || !(Number(0) < below)) return std::nullopt;
  QuantityMention mention;
  mention.quantity = ratio_quantity(value_of(*numerator), below, units);
  mention.chinese = true;
  mention.span = {begin, numerator->end};
  if (begin != denominator.begin) mention.quantity.value = mention.quantity.value * Number(-1);

  if (const auto upper = read_upper_part(text, denominator, *numerator, units)) {
    const Number high = ratio_quantity(value_of(*upper), below, units).value;
    if (mention.quantity.value < high) {
      mention.quantity.high = high;
      mention.span.end = upper->end;
    }
  }
  mention.number = mention.span;
  return mention;
}

QuantityMention read_half(const Operand& one, const UnitTable& units) {
  QuantityMention half;
  half.quantity = ratio_quantity(Number(1), Number(2), units);
  half.chinese = true;
  half.span = half.number = {one.begin, one.end + std::string_view("半").size()};
  return half;
}

std::optional<QuantityMention> read_share(std::string_view text, const Operand& above, const UnitTable& units) {
  const std::size_t at = above.end + 1;
  if (!has_at(text, above.end, "/") || !digit_at(text, at) || !is_plain_integer(above, 3)) return std::nullopt;
  if (above.begin > 0 && text[above.begin - 1] == '/') return std::nullopt;
  const std::optional<Operand> below = read_operand(text, at, units);
  if (!below || !is_plain_integer(*below, 3) || runs_on(text, *below) || has_at(text, below->end, "/")) {
    return std::nullopt;
  }
  const Number numerator = value_of(above);
  const Number denominator = value_of(*below);
  if (!(numerator < denominator) || Number(100) < denominator) return std::nullopt;
  QuantityMention mention;
  mention.quantity = ratio_quantity(numerator, denominator, units);
  mention.span = mention.number = {above.begin, below->end};
  return mention;
}

std::optional<QuantityMention> read_ratio(std::string_view text, const Operand& first, const UnitTable& units) {
  constexpr std::string_view kRatioSign = "∶";
  const bool colon = has_at(text, first.end, ":");
  const std::string_view sign = colon ? ":" : kRatioSign;
  QuantityMention mention;
  mention.span = {first.begin, first.end};
  mention.quantity.value = value_of(first);
  int parts = 1;
  while (parts < kMaxRatioParts && has_at(text, mention.span.end, sign)) {
    const std::size_t at = mention.span.end + sign.size();
    if (!digit_at(text, at)) return std::nullopt;
    const std::optional<Operand> next = read_operand(text, at, units);
    // 专栏1:2025年 and 目标2:10% have a colon between a heading and a number.
    if (!next || next->unit || next->calendar || runs_on(text, *next) || next->numeral.scale != 1 ||
        (colon && is_year(next->numeral))) {
      return std::nullopt;
    }
    const Number value = value_of(*next);
    if (++parts == 2 && value == Number(0)) return std::nullopt;
    mention.quantity.value = parts == 2 ? value_of(first) / value : value_of(first);
    mention.span.end = next->end;
  }
  if (parts == 1) return std::nullopt;
  mention.number = mention.span;
  return mention;
}

}  // namespace mubiao
