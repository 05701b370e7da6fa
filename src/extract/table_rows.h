#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "extract/shared_cells.h"
#include "extract/table_header.h"
#include "extract/table_lines.h"
#include "mubiao/quantity.h"

namespace mubiao {

/// A row of a table: what it measures, and its cells by column.
struct TableRow {
  Span line;                     // in the normalized text: of the line its values stand on
  std::string label;             // what its values measure, pieces joined
  std::string unit;              // where no column says it
  std::string nature;            // the same
  std::vector<TableCell> cells;  // by column; empty spans where there is nothing
};

struct TableRows {
  std::vector<TableRow> rows;
  std::vector<SharedCell> shared;
  std::vector<Span> names;  // labels, groups and ordinals, as spans of the normalized text
  std::size_t end = 0;      // the first line behind them
};

struct Table {
  TableHeader header;
  TableRows rows;
};

/// The rows under a header that stands right before lines[first], up to a line that `begins_table` or to text that is
/// no part of a table. A label that ends with one of `units` in brackets is complete.
TableRows read_rows(const TablePage& page, TableLines& lines, std::size_t first, const TableHeader& header,
                    const UnitTable& units, const std::function<bool(std::size_t line)>& begins_table);

}  // namespace mubiao
