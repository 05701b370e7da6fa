#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "mubiao/quantity.h"

namespace mubiao {

/// What stands at a place where a number may start.
struct Reading {
  std::optional<QuantityMention> mention;
  std::size_t next = 0;  // where to look on; > the place that was asked for
};

/// Reads the quantity whose first digit, scale, 半 or 翻 is at `offset`. `floor` is where the text before it ends
/// that belongs to something else: a sign or 数 in front is taken from [floor, offset).
Reading read_mention(std::string_view text, std::size_t offset, std::size_t floor, const UnitTable& units);

}  // namespace mubiao
