#pragma once

#include <string_view>
#include <vector>

#include "extract/headings.h"

namespace mubiao {

/// By line: true for lines of a table of contents: entries with leaders, the block behind 目录, and heading
/// lines without text that come again further down.
std::vector<bool> find_contents(std::string_view text, const std::vector<Span>& lines, const std::vector<Mark>& marks);

/// True if no text stands under marks[i]: the next line is the next mark of its own or an outer sequence.
bool is_bare(const std::vector<Mark>& marks, std::size_t i, const std::vector<Span>& lines);

}  // namespace mubiao
