#pragma once

#include <cstddef>
#include <string_view>

#include "measure/operand.h"
#include "mubiao/quantity.h"

namespace mubiao {

/// The sign between the two ends of a range.
struct RangeSign {
  std::size_t end = 0;  // 0: there is none
  bool loose = false;   // spaced or doubled, as an empty cell of a table also is: the upper end must have a unit
};
RangeSign read_range_sign(std::string_view text, std::size_t offset);

/// `operand` alone. The mention begins at `begin`, where a sign or a word in front of the number is.
QuantityMention mention_of(const Operand& operand, std::size_t begin);

/// `low` or, where a range goes on behind it, the range: 15-20万千瓦, 50%至60%, 三到五个. `begin` < low.begin says that
/// a minus stands there.
QuantityMention read_range(std::string_view text, const UnitTable& units, const Operand& low, std::size_t begin);

}  // namespace mubiao
