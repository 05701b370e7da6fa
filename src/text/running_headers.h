#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/lines.h"

namespace mubiao {

using LineFlags = std::vector<std::uint8_t>;  // by line

/// Adds to `furniture` the running headers and footers: lines at the border of pages that come again on others, the
/// page number in them aside. A border is a form feed, or a line that is furniture already.
void mark_running_headers(std::string_view text, const std::vector<Line>& lines, LineFlags& furniture);

}  // namespace mubiao
