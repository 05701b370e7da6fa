#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "measure/numeral.h"
#include "mubiao/unit.h"

namespace mubiao {

/// One number with the unit behind it: what a range has two of.
struct Operand {
  std::size_t begin = 0;
  std::size_t number_end = 0;  // after digits and scale
  std::size_t end = 0;         // after the unit; number_end if there is none
  Numeral numeral{};
  std::optional<Unit> unit{};
  bool vague = false;     // 300多个
  bool half = false;      // 一个半小时
  bool calendar = false;  // 2025年, 3月, 28日: the number is not counted, and has no unit
};

/// Reads the number at `offset`, an ASCII digit or a Chinese digit or scale, and its unit. The scale is lazy: of
/// 15千瓦 the number is 15. nullopt if no well-formed numeral starts there. A numeral in Chinese digits may come
/// without unit; the caller says whether that is anything.
std::optional<Operand> read_operand(std::string_view text, std::size_t offset, const UnitTable& units);

/// The number alone, lower and (of 三四十) upper value.
Number value_of(const Operand& operand);

/// True for a simple unit that measures: halves of it make sense (半小时), halves of a counted thing do not.
bool is_measure(const Unit& unit, const UnitTable& units);

/// True for 1900 to 2100 written in four digits.
bool is_year(const Numeral& numeral);

/// True if the number of `operand` runs into something that makes it no number: 1.2.3, 5G, 3@.
bool runs_on(std::string_view text, const Operand& operand);

}  // namespace mubiao
