#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mubiao/number.h"
#include "mubiao/unit.h"

namespace mubiao::compare {

/// What a unit measures, so that values in different units can be compared. Counted things (家, 个, 辆) measure the
/// same; no unit at all is a dimension of its own.
struct Measure {
  std::string dimension;
  Number factor = Number(1);
  bool known = true;  // false: not in the unit table, and so taken for a counted thing
};

/// `unit` as an annotation or a record has it: 千瓦, MW, 克标准煤/千瓦时, "".
Measure measure_of(std::string_view unit, const UnitTable& units);

/// Whether two values are one quantity, to a millionth of the first.
bool same_amount(const std::optional<Number>& a, const Measure& unit_a, const std::optional<Number>& b,
                 const Measure& unit_b);

}  // namespace mubiao::compare
