#pragma once

#include <string>

#include "mubiao/unit.h"

namespace mubiao::testing {

/// The units of rules/units.toml, read without the rest of the rule set. Fails the test if they are not a table.
UnitTable read_unit_file();

}  // namespace mubiao::testing
