#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/rewriter.h"

namespace mubiao {

/// Stage one of normalization: every character folded, line ends LF, invisible characters gone.
/// Nullopt if that changes nothing, as for text that is folded. `target` takes the result and is not the source: a
/// character may be folded to more bytes than it has.
/// `plain` becomes true if the result holds no character but those that folding leaves alone beside any other: nothing
/// that is made of it by taking out and putting in such characters needs to be folded again.
std::optional<OffsetMap> fold(std::string_view text, std::string& target, bool& plain);

}  // namespace mubiao
