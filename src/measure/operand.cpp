// A number and the unit right behind it: read_operand is the door. Here are the lazy scale (15万千瓦), the
// words for "and some" between number, scale and unit (3700多万吨, 一个半小时), and the calendar.

#include "measure/operand.h"

#include <array>
#include <utility>

#include "measure/characters.h"

namespace mubiao {
namespace {

constexpr std::array<std::string_view, 5> kAndSome = {"多", "余", "餘", "来", "來"};
constexpr std::array<std::string_view, 2> kSeveral = {"几", "幾"};

// Gives back the part of the scale that begins a unit: 15千 before 瓦 is 15 before 千瓦.
void cut_lazily(std::string_view text, const UnitTable& units, Numeral& numeral) {
  for (std::size_t at = numeral.scale_begin; at < numeral.end; at += 3) {
    if (numeral.bare_scale && at == numeral.scale_begin) continue;
    if (units.starts(text, at) == 0) continue;
    numeral.scale = scale_factor(text.substr(numeral.scale_begin, at - numeral.scale_begin));
    numeral.end = at;
    return;
  }
}

// The end of the digits: spaces before a scale that was given back are not part of the number.
std::size_t trimmed_end(std::string_view text, const Numeral& numeral) {
  std::size_t end = numeral.end;
  while (end > numeral.begin && text[end - 1] == ' ') --end;
  return end;
}

// 2025年, 9月, 28日, 8时 name a time; 20年 is a duration.
bool is_calendar(std::string_view unit, const Numeral& numeral) {
  if (unit == "年") return is_year(numeral);
  if (unit != "月" && unit != "日" && unit != "时") return false;
  if (numeral.scale != 1 || numeral.digits.size() > 2) return false;
  const int value = std::stoi(numeral.digits);
  return value <= (unit == "月" ? 12 : unit == "日" ? 31 : 24);
}

// 两米半, 三年半; not 3年半数以上: a 半 that another character follows may be part of a word.
bool half_follows(std::string_view text, std::size_t offset) {
  if (!has_at(text, offset, "半")) return false;
  const std::uint32_t next = three_byte_code_point(text, offset + std::string_view("半").size());
  return next < 0x4E00 || next > 0x9FFF;
}

bool take_unit(std::string_view text, std::size_t offset, const UnitTable& units, Operand& operand) {
  std::optional<UnitTable::Match> match = units.match(text, offset);
  if (!match) return false;
  const std::string_view surface = text.substr(offset, match->length);
  operand.calendar = is_calendar(surface, operand.numeral);
  if (operand.calendar) return true;
  operand.end = offset + match->length;
  if (is_measure(match->unit, units) && half_follows(text, operand.end)) {
    operand.half = true;
    operand.end += std::string_view("半").size();
  }
  operand.unit = std::move(match->unit);
  return true;
}

// 多 or 余, a scale that may follow it, and the unit, which must: 3700多万吨.
bool take_vague(std::string_view text, const UnitTable& units, Operand& operand) {
  std::size_t word = word_at(text, operand.number_end, kAndSome);
  if (word == 0 && operand.numeral.chinese) word = word_at(text, operand.number_end, kSeveral);
  if (word == 0) return false;
  const std::size_t after = operand.number_end + word;
  Operand extended = operand;
  extended.numeral.end = after;
  std::optional<Scale> scale = read_scale(text, after);
  if (scale && units.starts(text, after) == 0) {
    extended.numeral.scale_begin = after;
    extended.numeral.end = scale->end;
    const std::uint64_t before = operand.numeral.scale;
    cut_lazily(text, units, extended.numeral);
    const std::uint64_t factor = scale_factor(text.substr(after, extended.numeral.end - after));
    if (before > 1 && factor > 1'000'000'000'000 / before) return false;
    extended.numeral.scale = before * factor;
    extended.numeral.scale_begin = operand.numeral.scale_begin;
  }
  extended.number_end = extended.end = extended.numeral.end;
  extended.vague = true;
  const bool scaled = scale.has_value() && extended.number_end > after;
  if (!take_unit(text, extended.end, units, extended) && !scaled) {
    operand.vague = !operand.numeral.chinese;  // 300多 at the end of a clause
    return false;
  }
  operand = std::move(extended);
  return true;
}

// 一个半小时, 3个多月: 个 with 半 or 多 before a unit that is no counter.
bool take_half(std::string_view text, const UnitTable& units, Operand& operand) {
  static constexpr std::array<std::string_view, 2> kClassifiers = {"个", "個"};
  const std::size_t classifier = word_at(text, operand.number_end, kClassifiers);
  if (classifier == 0) return false;
  std::size_t at = operand.number_end + classifier;
  const bool half = has_at(text, at, "半");
  const std::size_t word = half ? 3 : word_at(text, at, kAndSome);
  if (word == 0) return false;
  at += word;
  std::optional<UnitTable::Match> match = units.match(text, at);
  if (!match || !is_measure(match->unit, units)) return false;
  operand.unit = std::move(match->unit);
  operand.end = at + match->length;
  operand.half = half;
  operand.vague = !half;
  return true;
}

}  // namespace

bool is_measure(const Unit& unit, const UnitTable& units) {
  return !unit.composed && !units.dimensions()[static_cast<std::size_t>(unit.dimension_index)].counter;
}

bool is_year(const Numeral& numeral) {
  return numeral.scale == 1 && numeral.digits.size() == 4 && numeral.digits.find('.') == std::string::npos &&
         numeral.digits >= "1900" && numeral.digits <= "2100";
}

std::optional<Operand> read_operand(std::string_view text, std::size_t offset, const UnitTable& units) {
  std::optional<Numeral> numeral =
      is_ascii_digit(text[offset]) ? read_arabic_numeral(text, offset) : read_chinese_numeral(text, offset);
  if (!numeral) return std::nullopt;
  cut_lazily(text, units, *numeral);
  Operand operand{.begin = offset, .numeral = *std::move(numeral)};
  operand.number_end = operand.end = operand.numeral.end = trimmed_end(text, operand.numeral);
  const std::size_t unit_at = operand.numeral.chinese ? operand.number_end : skip_few_spaces(text, operand.number_end);
  if (take_half(text, units, operand) || take_unit(text, unit_at, units, operand)) return operand;
  take_vague(text, units, operand);
  return operand;
}

Number value_of(const Operand& operand) {
  const Number value = value_of(operand.numeral);
  return operand.half ? value + Number(mpq_class(1, 2)) : value;
}

bool runs_on(std::string_view text, const Operand& operand) {
  if (operand.unit || operand.calendar || operand.end >= text.size()) return false;
  const char next = text[operand.end];
  if (next == '@' || is_ascii_letter(next)) return true;
  return next == '.' && operand.end + 1 < text.size() && is_ascii_digit(text[operand.end + 1]);
}

}  // namespace mubiao
