#pragma once

#include <string>

#include "mubiao/diagnostic.h"
#include "mubiao/rule.h"

namespace mubiao {

/// The text of a rule file in the one layout that rule files have: keys in their order, one space around `=`, one blank
/// line at most, what belongs to a rule indented under it, comments beside what they speak of. Strings, numbers and
/// comments stay as they are, so the file says the same, and laying it out again changes nothing.
/// Errors: E-TOML, E-LIMIT; the file need not be right otherwise.
Result<std::string> lay_out(const RuleFile& file);

}  // namespace mubiao
