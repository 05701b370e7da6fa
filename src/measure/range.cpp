// Ranges: read_range puts two operands together that share unit and scale, and is shy of everything else that is
// joined by dashes: dates, telephone numbers, years, cells of a table.

#include "measure/range.h"

#include <array>
#include <optional>
#include <utility>

#include "measure/characters.h"

namespace mubiao {
namespace {

// True for 2024-09-28, 010-88888888, 1-2-3: numbers joined by dashes that are no range.
bool is_joined(std::string_view text, const Operand& low, const Operand& high) {
  const auto zero_first = [](const Operand& o) {
    return o.numeral.digits.size() > 1 && o.numeral.digits[0] == '0' && o.numeral.digits[1] != '.';
  };
  if (high.unit) return zero_first(low);
  const bool before = low.begin >= 2 && text[low.begin - 1] == '-' && is_ascii_digit(text[low.begin - 2]);
  const std::size_t sign_end = read_range_sign(text, high.end).end;
  const bool after = sign_end != 0 && digit_at(text, sign_end);
  return before || after || zero_first(low) || zero_first(high);
}

// The upper end of a range whose lower end is `low`, made to share scale and unit. nullopt: two separate numbers.
std::optional<Operand> read_upper(std::string_view text, const UnitTable& units, const Operand& low) {
  if (low.calendar || low.half) return std::nullopt;
  const RangeSign sign = read_range_sign(text, low.end);
  const std::size_t at = sign.end;
  if (at == 0 || (!digit_at(text, at) && !is_chinese_numeral(text, at))) return std::nullopt;
  std::optional<Operand> high = read_operand(text, at, units);
  if (!high || high->calendar || runs_on(text, *high) || high->numeral.bare_scale) return std::nullopt;
  if (low.unit) {
    const bool same =
        high->unit && low.unit->dimension == high->unit->dimension && low.unit->symbol == high->unit->symbol;
    return same ? high : std::nullopt;
  }
  if (low.numeral.chinese != high->numeral.chinese || (low.numeral.chinese && !high->unit)) return std::nullopt;
  if (sign.loose && !high->unit) return std::nullopt;
  const bool years = !high->unit && (is_year(low.numeral) || is_year(high->numeral));
  if (years || is_joined(text, low, *high)) return std::nullopt;
  return high;
}

// The value of the lower end in the unit and, where that is meant, the scale of the upper: 15-20万, 2万—3亿.
Number lower_value(const Operand& low, const Operand& high) {
  Number value = value_of(low);
  if (low.unit) return value * low.unit->factor / high.unit->factor;
  if (low.numeral.scale != 1 || high.numeral.scale == 1) return value;
  const Number scaled = value * Number(static_cast<long>(high.numeral.scale));
  return scaled < value_of(high) ? scaled : value;
}

// 24±1%: the ends of what a tolerance leaves open.
std::optional<std::pair<Operand, Number>> read_tolerance(std::string_view text, const UnitTable& units,
                                                         const Operand& middle) {
  constexpr std::string_view kSign = "±";
  if (!has_at(text, middle.end, kSign)) return std::nullopt;
  std::optional<Operand> tolerance = read_operand(text, middle.end + kSign.size(), units);
  if (!tolerance || tolerance->calendar || !tolerance->numeral.high_digits.empty()) return std::nullopt;
  if (middle.unit && (!tolerance->unit || tolerance->unit->symbol != middle.unit->symbol)) return std::nullopt;
  const Number by = value_of(*tolerance);
  return std::pair(*std::move(tolerance), by);
}

}  // namespace

RangeSign read_range_sign(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::string_view, 10> kDashes = {"-", "~", "–", "—", "―", "‐", "‑", "‒", "−", "〜"};
  static constexpr std::array<std::string_view, 3> kWords = {"至", "到", "～"};
  RangeSign sign;
  const std::size_t at = has_at(text, offset, " ") ? offset + 1 : offset;
  if (const std::size_t dash = word_at(text, at, kDashes); dash != 0) {
    const bool doubled = has_at(text, at + dash, text.substr(at, dash));
    sign.end = at + (doubled ? 2 * dash : dash);
    sign.loose = doubled || at != offset;
  } else if (const std::size_t word = word_at(text, at, kWords); word != 0) {
    sign.end = at + word;
  }
  if (sign.end != 0 && has_at(text, sign.end, " ")) ++sign.end;
  return sign;
}

QuantityMention mention_of(const Operand& operand, std::size_t begin) {
  QuantityMention mention;
  mention.span = {begin, operand.end};
  mention.number = {begin, operand.number_end};
  mention.chinese = operand.numeral.chinese;
  mention.quantity.value = value_of(operand);
  mention.quantity.unit = operand.unit;
  mention.quantity.vague = operand.vague;
  if (!operand.numeral.high_digits.empty()) {
    mention.quantity.high = high_value_of(operand.numeral);
    mention.quantity.vague = true;
  }
  return mention;
}

QuantityMention read_range(std::string_view text, const UnitTable& units, const Operand& low, std::size_t begin) {
  QuantityMention mention = mention_of(low, begin);
  if (mention.quantity.high) return mention;
  if (const auto tolerance = read_tolerance(text, units, low)) {
    const auto& [end, by] = *tolerance;
    const Number middle = mention.quantity.value;
    mention.quantity.value = middle + by * Number(-1);
    mention.quantity.high = middle + by;
    mention.quantity.unit = end.unit;
    mention.span.end = end.end;
    mention.number.end = end.number_end;
    return mention;
  }
  const bool negative = begin != low.begin;
  if (negative) mention.quantity.value = mention.quantity.value * Number(-1);
  const std::optional<Operand> high = read_upper(text, units, low);
  if (!high || !high->numeral.high_digits.empty()) return mention;
  const Number low_value = negative ? lower_value(low, *high) * Number(-1) : lower_value(low, *high);
  const Number high_value = value_of(*high);
  if (!(low_value < high_value)) return mention;
  mention.quantity.value = low_value;
  mention.quantity.high = high_value;
  mention.quantity.unit = high->unit;
  mention.quantity.vague = low.vague || high->vague;
  mention.span.end = high->end;
  mention.number.end = high->number_end;
  return mention;
}

}  // namespace mubiao
