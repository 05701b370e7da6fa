#pragma once

#include <string_view>
#include <vector>

#include "extract/headings.h"

namespace mubiao {

/// By line: true for lines of a table of contents: entries with leaders, the block behind 目录, and heading
/// lines without text that come again further down.
std::vector<bool> find_contents(std::string_view text, const std::vector<Span>& lines, const std::vector<Mark>& marks);

/// What stands under a mark: text, nothing, or a mark that may or may not be a heading under it: a deeper one
/// that is not the first of its sequence (numbering runs on under the next heading, or a list ends here), or the
/// first of a sequence that is usually an outer one.
enum class Under { kText, kNothing, kRunningOn };
Under under(const std::vector<Mark>& marks, std::size_t i, const std::vector<Span>& lines);

}  // namespace mubiao
