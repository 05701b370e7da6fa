#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/rewriter.h"

namespace mubiao {

/// What folding found out about a text.
struct FoldedKind {
  /// The result holds no character but those that folding leaves alone beside any other: nothing that is made of it by
  /// taking out and putting in such characters needs to be folded again.
  bool plain = false;
  std::size_t unknown = 0;        // characters for private use that nobody knows the meaning of
  std::size_t first_unknown = 0;  // where the first of them stands in the source
};

/// Stage one of normalization: every character folded, line ends LF, invisible characters gone.
/// Nullopt if that changes nothing, as for text that is folded. `target` takes the result and is not the source: a
/// character may be folded to more bytes than it has.
std::optional<OffsetMap> fold(std::string_view text, std::string& target, FoldedKind& kind);

}  // namespace mubiao
