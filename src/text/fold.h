#pragma once

#include <string>
#include <string_view>

#include "mubiao/offset_map.h"

namespace mubiao {

/// Stage one of normalization: every character folded, line ends LF, invisible characters gone.
/// `map`, if given, is empty and receives the way back to `text`. Folding folded text changes nothing.
std::string fold(std::string_view text, OffsetMap* map);

}  // namespace mubiao
