#pragma once

#include <optional>
#include <string_view>

#include "text/rewriter.h"

namespace mubiao {

/// Stage one of normalization: every character folded, line ends LF, invisible characters gone.
/// Nullopt if that changes nothing, as for text that is folded.
std::optional<Rewritten> fold(std::string_view text);

}  // namespace mubiao
