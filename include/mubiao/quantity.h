#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/number.h"
#include "mubiao/span.h"
#include "mubiao/unit.h"

namespace mubiao {

/// A number with its unit as text states it. `value` and `high` are in the unit as written
/// (15万千瓦: 150000 of unit 千瓦); `in_canonical_unit` converts. A bare number has no unit.
struct Quantity {
  Number value;
  std::optional<Number> high;  // of a range: 2—3%, 10至20万吨
  std::optional<Unit> unit;
  bool vague = false;  // 十余家, 300多个, 数亿人, 近千万: the number is not meant to the digit
};

/// A quantity or bare number found in text.
struct QuantityMention {
  Span span;    // number and unit: the quote
  Span number;  // the digits, with 万 or 亿
  Quantity quantity;
  bool chinese = false;  // written in Chinese numerals (三分之一, 十家, 两次)
};

/// All quantities and bare Arabic numbers in `text` (folded), left to right, never overlapping.
/// Reads: 1,234.5  15万  1.2万亿  2亿5千万  十五  二百五  1.5×10⁴  -5℃  负3%
///   shares     百分之三十, 千分之五 (in ‰), 三分之一, 2/3, 一半 (all else in %), 三成
///   multiples  翻一番 (2 倍)  翻两番 (4 倍)  两倍  一倍;  halves  半小时  一个半小时  两年半
///   ranges     2—3%  50%至60%  15-20万千瓦  三到五个  百分之三到五  and neighbours (两三家, vague)
///   vague      十余家  3700多万吨  数十家  上亿元  近千万吨
///   ratios     1:1.5  5.8∶47.8∶46.4: one bare number, the first part over the second, of more parts the first
/// Numbers before 年 (1900 to 2100), 月, 日 and 时, as in dates, and those of lists are bare.
/// Chinese numerals count only with a unit right behind them or as one of the above; two scales by themselves
/// (千亿产业) are a bare, vague number. An article (一个平台) is reported: the caller knows what it means.
///
/// Not numbers: digits joined to letters (PM2.5, 5G, CO2; but GDP5万亿元 is read), 1.2.3, 5+2, 8:30, addresses, 减半,
/// and Chinese digits in words (统一, 第一, 十四五, 一批).
///
/// The scale is lazy before units (15万千瓦 is 15万 of 千瓦), and a unit of its own may follow 万 (5万千瓦时).
/// Numbers stop at 64 digits; longer runs of digits are skipped. Linear in the text.
std::vector<QuantityMention> find_quantities(std::string_view text, const UnitTable& units);

/// Whether find_quantities() would find any.
bool holds_quantity(std::string_view text, const UnitTable& units);

/// The place of the first ASCII digit or Chinese numeral (半 and 翻 count) at or after `from`, npos if there is none:
/// text without one holds no quantity.
std::size_t find_numeral(std::string_view text, std::size_t from = 0);
/// The characters that find_numeral() stops at besides digits.
std::u32string_view chinese_numerals();

/// The quantity that this whole surface states ("15万千瓦"), or nullopt.
std::optional<Quantity> read_quantity(std::string_view surface, const UnitTable& units);

/// `quantity` with values in the canonical unit of its dimension; unchanged without a unit.
Quantity in_canonical_unit(Quantity quantity);

/// The value in `to`, or nullopt if the dimensions differ.
std::optional<Quantity> convert(const Quantity& quantity, const Unit& to);

}  // namespace mubiao
