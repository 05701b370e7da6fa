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
  bool vague = false;          // 十余家, 300多个, 数亿人, 近千万: the number is not meant to the digit
};

/// A quantity or bare number found in text.
struct QuantityMention {
  Span span;        // number and unit: the quote
  Span number;      // the digits, with 万 or 亿
  Quantity quantity;
  bool chinese = false;  // written in Chinese numerals (三分之一, 十家, 两次)
};

/// All quantities and bare Arabic numbers in `text` (folded), left to right, never overlapping.
/// Chinese numerals count only with a unit right behind them, or as 百分之N, N分之N, 翻N番, N倍, N成.
/// Reads: 1,234.5  15万  1.2万亿  十五  二百五  三分之一  百分之三十  2—3%  50%至60%  15-20万千瓦  三到五个
/// 翻一番 (2 倍)  翻两番 (4 倍)  两倍  一倍  半小时  减半 is not a number.
/// The scale is lazy before units (15万千瓦 is 15万 of 千瓦), and a unit of its own may follow 万 (5万千瓦时).
/// Numbers stop at 64 digits; longer runs of digits are skipped. Linear in the text.
std::vector<QuantityMention> find_quantities(std::string_view text, const UnitTable& units);

/// The place of the first ASCII digit or Chinese numeral (半 and 翻 count) at or after `from`, npos if there is none:
/// text without one holds no quantity.
std::size_t find_numeral(std::string_view text, std::size_t from = 0);

/// The quantity that this whole surface states ("15万千瓦"), or nullopt.
std::optional<Quantity> read_quantity(std::string_view surface, const UnitTable& units);

/// `quantity` with values in the canonical unit of its dimension; unchanged without a unit.
Quantity in_canonical_unit(const Quantity& quantity);

/// The value in `to`, or nullopt if the dimensions differ.
std::optional<Quantity> convert(const Quantity& quantity, const Unit& to);

}  // namespace mubiao
