#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "mubiao/outline.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

struct DocumentHead {
  Metadata metadata;
  std::vector<std::size_t> boilerplate;  // lines that are no text of the document, in order
};

/// What the document says of itself on its first `head` lines and its last ones. `skip` marks lines that are
/// not to be looked at (a table of contents).
DocumentHead read_metadata(std::string_view text, const std::vector<Span>& lines, std::size_t head,
                           const std::vector<bool>& skip, const RuleSet& rules);

}  // namespace mubiao
