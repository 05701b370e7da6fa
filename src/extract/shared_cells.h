#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/table_lines.h"

namespace mubiao {

/// What one line of an aligned table has in a column.
struct ColumnLine {
  std::size_t page_line = 0;
  Span line;                       // in the normalized text
  std::optional<TableCell> cell;   // none if there is nothing
  std::optional<std::size_t> row;  // whose line it is; none if it only holds pieces of names and cells
};

/// A cell of words that several rows share, or that stands beside the line of its row: its words are set in the middle
/// of its rows, in pieces one below the other.
struct SharedCell {
  std::size_t column = 0;
  std::string text;               // pieces joined
  Span span;                      // from the first piece to the last, and what stands between them
  Span lines;                     // that its rows and pieces take up
  std::vector<std::size_t> rows;  // one or more, from top to bottom
};

/// The shared cells of a column, which may hold values beside them.
std::vector<SharedCell> find_shared_cells(const TablePage& page, const std::vector<ColumnLine>& lines);

}  // namespace mubiao
