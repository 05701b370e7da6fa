// One quantity at a place in a text: read_mention is the door. It tells numbers from what only looks like one
// (PM2.5, 1.2.3, 8:30, 5+2, 第一, 十四五), and puts operands together: ranges, fractions, ratios.

#include "measure/mention.h"

#include <algorithm>
#include <array>
#include <utility>

#include "measure/characters.h"
#include "measure/numeral.h"
#include "measure/operand.h"

namespace mubiao {
namespace {

constexpr std::size_t kChinese = 3;  // bytes of a Chinese character
constexpr int kMaxRatioParts = 6;
constexpr int kMaxDoublings = 32;

bool digit_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && is_ascii_digit(text[offset]);
}

template <std::size_t N>
bool any_at(std::string_view text, std::size_t offset, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_at(text, offset, word); });
}

template <std::size_t N>
bool any_before(std::string_view text, std::size_t offset, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_before(text, offset, word); });
}

// ---- What only looks like a number ----

// Digits and points: 2.5 of PM2.5, 1.2.3.
std::size_t skip_digits(std::string_view text, std::size_t offset) {
  while (digit_at(text, offset) ||
         (offset < text.size() && (text[offset] == '.' || text[offset] == ',') && digit_at(text, offset + 1))) {
    ++offset;
  }
  return offset;
}

// The rest of a word in letters and digits; with `sum`, of a sum such as 1+N+3.
std::size_t skip_word(std::string_view text, std::size_t offset, bool sum) {
  while (offset < text.size() &&
         (is_ascii_digit(text[offset]) || is_ascii_letter(text[offset]) ||
          (text[offset] == '.' && digit_at(text, offset + 1)) || (sum && text[offset] == '+'))) {
    ++offset;
  }
  return offset;
}

std::size_t skip_ascii_word(std::string_view text, std::size_t offset) {
  while (offset < text.size() && text[offset] > ' ' && text[offset] < 0x7F) ++offset;
  return offset;
}

// PM2.5, COVID-19, N+1: the digits belong to the letters before them.
bool is_glued_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return false;
  const char before = text[offset - 1];
  if (is_ascii_letter(before) || before == '_') return true;
  return (before == '-' || before == '+') && offset >= 2 && is_ascii_letter(text[offset - 2]);
}

// The end of 8:30 or 8:30:15, or 0 if no time of the day starts at `offset`. 1:30 is taken for a ratio.
std::size_t skip_time(std::string_view text, std::size_t offset) {
  const auto two_digits = [&](std::size_t at) {
    return at + 3 <= text.size() && text[at] == ':' && text[at + 1] >= '0' && text[at + 1] <= '5' &&
           is_ascii_digit(text[at + 2]) && !digit_at(text, at + 3);
  };
  std::size_t end = offset;
  while (digit_at(text, end) && end - offset < 3) ++end;
  const std::string_view hour = text.substr(offset, end - offset);
  const bool plausible = hour.size() == 1 ? hour > "1" : hour.size() == 2 && hour <= "24";
  if (!plausible || !two_digits(end)) return 0;
  end += 3;
  return two_digits(end) ? end + 3 : end;
}

// ---- In front of the number ----

// Where a sign in front begins; `offset` if there is none. A hyphen is one only where nothing is joined by it.
std::size_t sign_begin(std::string_view text, std::size_t offset, std::size_t floor) {
  static constexpr std::array<std::string_view, 2> kNegative = {"负", "負"};
  static constexpr std::array<std::string_view, 2> kMinus = {"-", "−"};
  static constexpr std::array<std::string_view, 11> kOpen = {" ",  "(",  ",",  ":",  ";", "\n",
                                                             "，", "、", "。", "至", "~"};
  if (offset >= floor + kChinese && any_before(text, offset, kNegative)) {
    const std::size_t begin = offset - kChinese;
    return has_before(text, begin, "正") ? offset : begin;
  }
  for (const std::string_view minus : kMinus) {
    if (!has_before(text, offset, minus) || offset < floor + minus.size()) continue;
    const std::size_t begin = offset - minus.size();
    if (begin == 0 || any_before(text, begin, kOpen)) return begin;
  }
  return offset;
}

// 数十, 几百, 上亿: where the word in front of a bare scale begins.
std::size_t several_begin(std::string_view text, std::size_t offset, std::size_t floor) {
  static constexpr std::array<std::string_view, 3> kSeveral = {"数", "几", "幾"};
  static constexpr std::array<std::string_view, 3> kNotUpTo = {"以", "之", "向"};
  if (offset < floor + kChinese) return offset;
  const std::size_t begin = offset - kChinese;
  if (any_before(text, offset, kSeveral)) return begin;
  const bool up_to = has_before(text, offset, "上") && !any_before(text, begin, kNotUpTo);
  return up_to ? begin : offset;
}

// ---- Units of numbers that bring their own ----

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

// ---- Ranges ----

// The end of a dash, doubled dash, 至 or 到 at `offset`, with at most one space on each side; 0 if there is none.
std::size_t skip_range_sign(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::string_view, 10> kDashes = {"-", "~", "–", "—", "―", "‐", "‑", "‒", "−", "〜"};
  static constexpr std::array<std::string_view, 3> kWords = {"至", "到", "～"};
  if (has_at(text, offset, " ")) ++offset;
  std::size_t end = 0;
  for (const std::string_view dash : kDashes) {
    if (!has_at(text, offset, dash)) continue;
    end = offset + dash.size();
    if (has_at(text, end, dash)) end += dash.size();
  }
  if (end == 0 && any_at(text, offset, kWords)) end = offset + kChinese;
  if (end != 0 && has_at(text, end, " ")) ++end;
  return end;
}

// 2024-09-28, 010-88888888, 1-2-3: numbers joined by dashes that are no range.
bool is_joined(std::string_view text, const Operand& low, const Operand& high) {
  const auto zero_first = [](const Operand& o) {
    return o.numeral.digits.size() > 1 && o.numeral.digits[0] == '0' && o.numeral.digits[1] != '.';
  };
  if (high.unit) return zero_first(low);
  const bool before = low.begin >= 2 && text[low.begin - 1] == '-' && is_ascii_digit(text[low.begin - 2]);
  const std::size_t sign_end = skip_range_sign(text, high.end);
  const bool after = sign_end != 0 && digit_at(text, sign_end);
  return before || after || zero_first(low) || zero_first(high);
}

// The upper end of a range whose lower end is `low`, made to share scale and unit. nullopt: two separate numbers.
std::optional<Operand> read_upper(std::string_view text, const UnitTable& units, Operand& low) {
  if (low.calendar || low.half) return std::nullopt;
  const std::size_t at = skip_range_sign(text, low.end);
  if (at == 0 || at >= text.size() || (!digit_at(text, at) && !is_chinese_numeral(text, at))) return std::nullopt;
  std::optional<Operand> high = read_operand(text, at, units);
  if (!high || high->calendar || runs_on(text, *high) || high->numeral.bare_scale) return std::nullopt;
  if (low.unit) {
    const bool same =
        high->unit && low.unit->dimension == high->unit->dimension && low.unit->symbol == high->unit->symbol;
    return same ? high : std::nullopt;
  }
  if (low.numeral.chinese != high->numeral.chinese || (low.numeral.chinese && !high->unit)) return std::nullopt;
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

// `low` alone or, where a range goes on behind it, the range.
QuantityMention with_range(std::string_view text, const UnitTable& units, Operand low, std::size_t begin) {
  QuantityMention mention = mention_of(low, begin);
  if (mention.quantity.high) return mention;
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

// ---- Fractions and ratios ----

// 之 numerator of N分之M; nullopt if no number is there.
std::optional<Numeral> read_numerator(std::string_view text, std::size_t offset) {
  if (digit_at(text, offset)) return read_arabic_numeral(text, offset);
  if (!is_chinese_numeral(text, offset)) return std::nullopt;
  std::optional<Numeral> numeral = read_chinese_numeral(text, offset);
  if (numeral && numeral->bare_scale && numeral->digits == "1" && numeral->scale != 100) return std::nullopt;
  return numeral;
}

// 三分之一, 百分之三十, 百分之三到五, 百分之十至百分之二十. `denominator` ends where 分之 begins.
std::optional<QuantityMention> read_fraction(std::string_view text, const Numeral& denominator, std::size_t begin,
                                             const UnitTable& units) {
  constexpr std::string_view kPartsOf = "分之";
  const std::size_t at = denominator.end + kPartsOf.size();
  const Number below = value_of(denominator);
  const std::optional<Numeral> numerator = read_numerator(text, at);
  if (!numerator || !(Number(0) < below)) return std::nullopt;
  QuantityMention mention;
  mention.quantity = ratio_quantity(value_of(*numerator), below, units);
  mention.chinese = true;
  mention.span = {begin, numerator->end};
  if (begin != denominator.begin) mention.quantity.value = mention.quantity.value * Number(-1);

  if (std::size_t upper = skip_range_sign(text, numerator->end); upper != 0) {
    const std::string_view opening = text.substr(denominator.begin, at - denominator.begin);
    if (has_at(text, upper, opening)) upper += opening.size();
    const bool digits = digit_at(text, upper) || is_chinese_numeral(text, upper);
    const std::optional<Operand> high = digits ? read_operand(text, upper, units) : std::nullopt;
    const bool same_script = high && high->numeral.chinese == numerator->chinese && !high->numeral.bare_scale;
    if (same_script && !high->unit && !high->calendar && !has_at(text, high->end, kPartsOf)) {
      Number value = ratio_quantity(value_of(high->numeral), below, units).value;
      if (mention.quantity.value < value) {
        mention.quantity.high = std::move(value);
        mention.span.end = high->end;
      }
    }
  }
  mention.number = mention.span;
  return mention;
}

bool is_plain_integer(const Operand& operand, std::size_t max_digits) {
  const std::string& digits = operand.numeral.digits;
  return operand.numeral.scale == 1 && !operand.unit && !operand.calendar && digits.size() <= max_digits &&
         digits.find('.') == std::string::npos && digits[0] != '0';
}

// 2/3 is a share; 2024/9/28, 1020/2万千瓦 and 3/2 are not.
std::optional<QuantityMention> read_slash(std::string_view text, const Operand& above, const UnitTable& units) {
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

// 1:1.5, 1.1∶1, 5.8:47.8:46.4: one bare number, the first part over the second if there are two.
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

// ---- The three kinds of start ----

Reading found(QuantityMention mention) {
  const std::size_t next = mention.span.end;
  return {std::move(mention), next};
}

Reading read_at_digit(std::string_view text, std::size_t offset, std::size_t floor, const UnitTable& units) {
  const std::optional<Operand> operand = read_operand(text, offset, units);
  if (!operand) return {std::nullopt, skip_digits(text, offset)};
  const std::size_t end = operand->end;
  const bool bare = !operand->unit && !operand->calendar;
  if (is_glued_before(text, offset)) {
    // GDP5万亿元 is read, PM2.5 and H2 are not.
    const bool counted = operand->numeral.scale >= 10'000 || has_at(text, operand->number_end, "%");
    if (!counted) return {std::nullopt, skip_digits(text, offset)};
  } else if (bare) {
    if (has_at(text, end, "@")) return {std::nullopt, skip_ascii_word(text, end)};
    if (runs_on(text, *operand)) return {std::nullopt, skip_word(text, offset, false)};
    const bool sum = has_at(text, end, "+") && end + 1 < text.size() &&
                     (is_ascii_digit(text[end + 1]) || is_ascii_letter(text[end + 1]));
    if (sum) return {std::nullopt, skip_word(text, offset, true)};
    const std::size_t time_end = skip_time(text, offset);
    const bool counts = time_end != 0 && (units.starts(text, time_end) != 0 || read_scale(text, time_end));
    if (time_end != 0 && !counts) return {std::nullopt, time_end};
    if (auto ratio = read_ratio(text, *operand, units)) return found(*std::move(ratio));
    if (auto share = read_slash(text, *operand, units)) return found(*std::move(share));
  }
  const std::size_t begin = sign_begin(text, offset, floor);
  if (bare && has_at(text, end, "分之")) {
    if (auto fraction = read_fraction(text, operand->numeral, begin, units)) return found(*std::move(fraction));
  }
  const bool signed_number = begin != offset && (operand->unit || begin == 0 || text[begin] != '-');
  return found(with_range(text, units, *operand, signed_number ? begin : offset));
}

// 统一, 唯一, 第一: a 一 (or, after 第, any numeral) that counts nothing.
bool is_inside_word(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::string_view, 11> kOneOf = {"统", "唯", "单", "同", "专", "之",
                                                              "逐", "划", "归", "合", "如"};
  // Words of grammar whose second character is also a counter.
  static constexpr std::array<std::string_view, 3> kWords = {"一批", "一部分", "一对一"};
  return has_at(text, offset, "一") && (any_before(text, offset, kOneOf) || any_at(text, offset, kWords));
}

// 一半
QuantityMention half_of(const Operand& one, const UnitTable& units) {
  QuantityMention half;
  half.quantity = ratio_quantity(Number(1), Number(2), units);
  half.chinese = true;
  half.span = half.number = {one.begin, one.end + kChinese};
  return half;
}

// A scale by itself counts if it is two scales (千万吨), or after 数, 几, 上 or a word for "nearly" or "more than".
// The mention that the Chinese numeral at `offset` is part of, if it counts anything.
std::optional<QuantityMention> mention_at_chinese(std::string_view text, std::size_t offset, std::size_t floor,
                                                  const UnitTable& units) {
  static constexpr std::array<std::string_view, 6> kAround = {"近", "超", "过", "逾", "约", "破"};
  std::optional<Operand> operand = read_operand(text, offset, units);
  if (!operand) return std::nullopt;
  const std::size_t begin = sign_begin(text, offset, floor);
  if (operand->calendar) {
    return is_year(operand->numeral) ? std::optional(mention_of(*operand, offset)) : std::nullopt;
  }
  if (!operand->unit) {
    if (has_at(text, operand->end, "分之")) return read_fraction(text, operand->numeral, begin, units);
    if (operand->numeral.digits == "1" && has_at(text, operand->end, "半")) return half_of(*operand, units);
    if (is_chinese_numeral(text, operand->end)) return std::nullopt;  // 十四五
  }
  const bool scale_first = operand->numeral.bare_scale || has_at(text, offset, "十");
  const std::size_t several = scale_first ? several_begin(text, offset, floor) : offset;
  if (operand->numeral.bare_scale) {
    const bool around = several != offset || any_before(text, offset, kAround);
    if (!around && operand->number_end - offset == kChinese) return std::nullopt;
    operand->vague = operand->vague || around || !operand->unit;
  }
  if (several != offset) operand->vague = true;
  QuantityMention mention =
      several != offset ? mention_of(*operand, several) : with_range(text, units, *operand, begin);
  if (!mention.quantity.unit && !operand->numeral.bare_scale) return std::nullopt;
  return mention;
}

Reading read_at_chinese(std::string_view text, std::size_t offset, std::size_t floor, const UnitTable& units) {
  if (is_inside_word(text, offset)) return {std::nullopt, offset + kChinese};
  if (!has_before(text, offset, "第")) {
    if (auto mention = mention_at_chinese(text, offset, floor, units)) return found(*std::move(mention));
  }
  return {std::nullopt, skip_chinese_numerals(text, offset)};
}

// 半小时, 半年; not 上半年, 半导体.
Reading read_at_half(std::string_view text, std::size_t offset, const UnitTable& units) {
  static constexpr std::array<std::string_view, 5> kHalfOfYear = {"上", "下", "前", "后", "大"};
  const Reading nothing{std::nullopt, offset + kChinese};
  if (any_before(text, offset, kHalfOfYear)) return nothing;
  std::optional<UnitTable::Match> match = units.match(text, offset + kChinese);
  const std::size_t length = match ? match->length : 0;
  if (!match || match->unit.composed || match->unit.symbol == text.substr(offset + kChinese, length)) return nothing;
  QuantityMention mention;
  mention.span = {offset, offset + kChinese + length};
  mention.number = {offset, offset + kChinese};
  mention.quantity.value = Number(mpq_class(1, 2));
  mention.quantity.unit = std::move(match->unit);
  mention.chinese = true;
  return found(std::move(mention));
}

// 翻番, 翻一番, 翻两番: 2, 2 and 4 倍.
Reading read_at_doubling(std::string_view text, std::size_t offset, const UnitTable& units) {
  const Reading nothing{std::nullopt, offset + kChinese};
  std::size_t at = offset + kChinese;
  if (has_at(text, at, "了")) at += kChinese;
  mpq_class times = 2;
  bool chinese = true;
  if (!has_at(text, at, "番")) {
    if (!digit_at(text, at) && !is_chinese_numeral(text, at)) return nothing;
    const std::optional<Numeral> numeral =
        digit_at(text, at) ? read_arabic_numeral(text, at) : read_chinese_numeral(text, at);
    if (!numeral || numeral->bare_scale || !has_at(text, numeral->end, "番")) return nothing;
    const mpq_class doublings = value_of(*numeral).rational();
    if (doublings.get_den() != 1 || doublings < 1 || doublings > kMaxDoublings) return nothing;
    times = mpq_class(mpz_class(1) << doublings.get_num().get_ui());
    at = numeral->end;
    chinese = numeral->chinese;
  }
  QuantityMention mention;
  mention.span = mention.number = {offset, at + kChinese};
  mention.quantity.value = Number(times);
  mention.quantity.unit = units.find("倍");
  mention.chinese = chinese;
  return found(std::move(mention));
}

}  // namespace

Reading read_mention(std::string_view text, std::size_t offset, std::size_t floor, const UnitTable& units) {
  if (is_ascii_digit(text[offset])) return read_at_digit(text, offset, floor, units);
  if (has_at(text, offset, "半")) return read_at_half(text, offset, units);
  if (has_at(text, offset, "翻")) return read_at_doubling(text, offset, units);
  return read_at_chinese(text, offset, floor, units);
}

}  // namespace mubiao
