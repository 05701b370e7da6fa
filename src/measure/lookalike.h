#pragma once

#include <cstddef>
#include <string_view>

#include "measure/operand.h"
#include "mubiao/unit.h"

namespace mubiao {

/// Digits that are no number, by what stands around them. Each returns where to look on, or 0 if it is a number.

/// Digits and points from `offset` on: 2.5 of PM2.5, 1.2.3.
std::size_t skip_digits(std::string_view text, std::size_t offset);

/// PM2.5, H2, COVID-19, N+1: the digits belong to letters before them. GDP5万亿元 is a number.
std::size_t skip_glued(std::string_view text, const Operand& operand);

/// 5G, 3@, 1.2.3, 5+2, 1+N, 8:30: a number without unit that goes on as something else.
std::size_t skip_run_on(std::string_view text, const Operand& operand, const UnitTable& units);

/// True for 统一, 唯一, 一批: a 一 that counts nothing.
bool is_inside_word(std::string_view text, std::size_t offset);

}  // namespace mubiao
