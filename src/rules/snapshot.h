#pragma once

#include <string>
#include <string_view>

#include "mubiao/rule.h"

namespace mubiao {

/// A rule set as one string: expanded, checked, without what only authors need (examples, descriptions, places).
/// Only for the program to read back; no format for files.
std::string write_snapshot(const RuleSet& rules);

/// The rule set that write_snapshot() wrote. Its patterns are compiled when they are first used.
/// Precondition: `snapshot` was made by the same version of the library.
RuleSet read_snapshot(std::string_view snapshot);

}  // namespace mubiao
