#pragma once

#include <string>

#include "read/xml.h"

namespace mubiao::read {

/// A formula on one line: fractions with a slash, raised digits raised.
std::string math_text(pugi::xml_node formula);

}  // namespace mubiao::read
