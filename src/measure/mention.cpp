// One quantity at a place in a text: read_mention is the door. It tells by the first character what may stand there,
// and leaves lookalikes, ranges and fractions to their own files.

#include "measure/mention.h"

#include <algorithm>
#include <array>
#include <utility>

#include "measure/characters.h"
#include "measure/fraction.h"
#include "measure/lookalike.h"
#include "measure/numeral.h"
#include "measure/numeral_characters.h"
#include "measure/operand.h"
#include "measure/range.h"

namespace mubiao {
namespace {

constexpr std::size_t kChinese = 3;  // bytes of a Chinese character
constexpr int kMaxDoublings = 32;

bool is_han(std::uint32_t code_point) { return code_point >= 0x4E00 && code_point <= 0x9FFF; }

// Where a sign in front begins; `offset` if there is none. A hyphen is one only where nothing is joined by it.
std::size_t sign_begin(std::string_view text, std::size_t offset, std::size_t floor) {
  static constexpr std::array<std::string_view, 2> kNegative = {"负", "負"};
  static constexpr std::array<std::string_view, 4> kIsOrTo = {"为", "是", "至", "到"};
  static constexpr std::array<std::string_view, 2> kMinus = {"-", "−"};
  static constexpr std::array<std::string_view, 11> kOpen = {" ",  "(",  ",",  ":",  ";", "\n",
                                                             "，", "、", "。", "至", "~"};
  if (offset >= floor + kChinese && ends_in_word(text, offset, kNegative)) {
    // 减负100亿元, 担负, 正负: 负 is a sign at the beginning, or after a word for "is" or "to".
    const std::size_t begin = offset - kChinese;
    const bool opens = begin == 0 || !is_han(three_byte_code_point(text, begin - std::min(begin, kChinese)));
    return opens || ends_in_word(text, begin, kIsOrTo) ? begin : offset;
  }
  for (const std::string_view minus : kMinus) {
    if (!has_before(text, offset, minus) || offset < floor + minus.size()) continue;
    const std::size_t begin = offset - minus.size();
    if (begin == 0 || ends_in_word(text, begin, kOpen)) return begin;
  }
  return offset;
}

// 数十, 几百, 上亿: where the word in front of a bare scale begins.
std::size_t several_begin(std::string_view text, std::size_t offset, std::size_t floor) {
  static constexpr std::array<std::string_view, 3> kSeveral = {"数", "几", "幾"};
  static constexpr std::array<std::string_view, 3> kNotUpTo = {"以", "之", "向"};
  if (offset < floor + kChinese) return offset;
  const std::size_t begin = offset - kChinese;
  if (ends_in_word(text, offset, kSeveral)) return begin;
  const bool up_to = has_before(text, offset, "上") && !ends_in_word(text, begin, kNotUpTo);
  return up_to ? begin : offset;
}

Reading found(QuantityMention mention) {
  const std::size_t next = mention.span.end;
  return {std::move(mention), next};
}

Reading read_at_digit(std::string_view text, std::size_t offset, std::size_t floor, const UnitTable& units) {
  const std::optional<Operand> operand = read_operand(text, offset, units);
  if (!operand) return {std::nullopt, skip_digits(text, offset)};
  if (const std::size_t end = skip_glued(text, *operand); end != 0) return {std::nullopt, end};
  if (const std::size_t end = skip_run_on(text, *operand, units); end != 0) return {std::nullopt, end};
  const std::size_t begin = sign_begin(text, offset, floor);
  if (!operand->unit && !operand->calendar) {
    if (auto ratio = read_ratio(text, *operand, units)) return found(*std::move(ratio));
    if (auto share = read_share(text, *operand, units)) return found(*std::move(share));
    if (has_at(text, operand->end, "分之")) {
      if (auto fraction = read_fraction(text, operand->numeral, begin, units)) return found(*std::move(fraction));
    }
  }
  // A hyphen in front of a number without unit is mostly the mark of a list.
  const bool has_sign = operand->unit || begin == 0 || text[begin] != '-';
  return found(read_range(text, units, *operand, has_sign ? begin : offset));
}

// The mention that the Chinese numeral at `offset` is part of, if it counts anything. A scale by itself does if it is
// two scales (千万吨), or after 数, 几, 上 or a word for "nearly" or "more than".
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
    if (operand->numeral.digits == "1" && has_at(text, operand->end, "半")) return read_half(*operand, units);
    if (is_chinese_numeral(text, operand->end)) return std::nullopt;  // 十四五
  }
  // Without unit it counts nothing, unless the upper end of a range brings one.
  const bool bare = !operand->unit && !operand->numeral.bare_scale;
  if (bare && read_range_sign(text, operand->end).end == 0) return std::nullopt;
  const bool scale_first = operand->numeral.bare_scale || has_at(text, offset, "十");
  const std::size_t several = scale_first ? several_begin(text, offset, floor) : offset;
  if (operand->numeral.bare_scale) {
    const bool around = several != offset || ends_in_word(text, offset, kAround);
    if (!around && operand->number_end - offset == kChinese) return std::nullopt;
    operand->vague = operand->vague || around || !operand->unit;
  }
  if (several != offset) operand->vague = true;
  QuantityMention mention =
      several != offset ? mention_of(*operand, several) : read_range(text, units, *operand, begin);
  if (!mention.quantity.unit && !operand->numeral.bare_scale) return std::nullopt;
  return mention;
}

// Most numerals of a text are one digit before a character that begins neither a unit nor anything else that a number
// goes on with: told by that character alone.
bool counts_nothing(std::string_view text, std::size_t offset, const UnitTable& units) {
  static constexpr std::u32string_view kGoesOn = U"半分多余餘来來几幾个個至到～–—―‐‑‒−〜";
  const std::size_t next = offset + kChinese;
  const std::uint32_t character = three_byte_code_point(text, next);
  return character != 0 && numerals::is_digit(numerals::numeral_character(text, offset)) &&
         numerals::numeral_character(text, next).kind == numerals::Class::kNone && units.starts(text, next) == 0 &&
         kGoesOn.find(character) == std::u32string_view::npos;
}

Reading read_at_chinese(std::string_view text, std::size_t offset, std::size_t floor, const UnitTable& units) {
  if (counts_nothing(text, offset, units) || is_inside_word(text, offset)) return {std::nullopt, offset + kChinese};
  if (!has_before(text, offset, "第")) {
    if (auto mention = mention_at_chinese(text, offset, floor, units)) return found(*std::move(mention));
  }
  return {std::nullopt, skip_chinese_numerals(text, offset)};
}

// 半小时, 半年; not 上半年, 半导体.
Reading read_at_half(std::string_view text, std::size_t offset, const UnitTable& units) {
  static constexpr std::array<std::string_view, 5> kHalfOfYear = {"上", "下", "前", "后", "大"};
  const Reading nothing{std::nullopt, offset + kChinese};
  if (ends_in_word(text, offset, kHalfOfYear)) return nothing;
  std::optional<UnitTable::Match> match = units.match(text, offset + kChinese);
  const std::size_t length = match ? match->length : 0;
  if (!match || !is_measure(match->unit, units)) return nothing;
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
