#pragma once

#include <string>

#include "rules/toml_lines.h"

namespace mubiao::rules {

/// The text of a file, with everything in the order it has here.
std::string print_lines(const LineFile& file);

}  // namespace mubiao::rules
