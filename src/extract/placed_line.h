#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/table_header.h"
#include "extract/table_lines.h"

namespace mubiao {

/// A line, its cells told apart.
struct PlacedLine {
  const TableLine* line = nullptr;
  std::vector<TableCell> names;     // left of the first column of values or units
  std::vector<TableCell> cells;     // by column
  std::optional<TableCell> raised;  // the 3 of m³, which some programs put on a line of its own
  bool has_values = false;
  bool has_ordinal = false;  // the number of a row
  bool has_stray = false;    // a number that no column takes
};

/// Tells which cell of a line below a head belongs to which column. Points to what it is given.
class LinePlacer {
 public:
  LinePlacer(const TablePage& page, const std::vector<TableColumn>& columns);
  PlacedLine place(const TableLine& line) const;
  /// The first of the columns that hold no names.
  std::size_t first() const { return first_; }

 private:
  bool has_number_of_row(const TableLine& line) const;
  bool is_raised(const TableLine& line) const;
  std::optional<std::size_t> in_order(std::size_t i) const;
  std::optional<std::size_t> column_of(const TableCell& cell, std::size_t free, bool reaches_left) const;
  std::optional<std::size_t> first_number(const TableLine& line) const;

  const TablePage& page_;
  const std::vector<TableColumn>& columns_;
  std::size_t first_ = 0;
};

}  // namespace mubiao
