#pragma once

#include <string_view>
#include <vector>

#include "extract/heading_rules.h"
#include "mubiao/span.h"

namespace mubiao {

/// The lines of a text that hold anything but spaces, in order.
std::vector<Span> find_lines(std::string_view text);

/// All marks of a text, in document order. Linear in the text.
std::vector<Mark> find_marks(std::string_view text, const std::vector<Span>& lines, const HeadingRules& rules);

}  // namespace mubiao
