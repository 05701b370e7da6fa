#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "read/html_lines.h"

namespace mubiao::read {

struct HtmlCell {
  std::size_t first = 0;  // its lines in HtmlLines
  std::size_t end = 0;
  std::uint32_t columns = 1;  // that it spans
  std::uint32_t rows = 1;
  bool head = false;
};

struct HtmlRow {
  std::vector<HtmlCell> cells;
  bool in_head = false;  // of <thead>
};

/// A table while it is read. Its lines are those of HtmlLines from `first` on; those of no cell are its caption.
struct HtmlTable {
  std::size_t first = 0;
  std::vector<HtmlRow> rows;
  bool has_tables = false;  // in its cells
  bool is_layout = false;   // says so itself
};

/// What is left of the text that cells may be repeated in. Spans are numbers that a page may choose at will.
struct RepeatBudget {
  std::size_t bytes = 0;
};

/// A data table becomes a line a row, with a tab between cells; a table that lays out a page stays what it is, lines.
/// It is one of data if it has no table in it, two rows and two columns with text, and its text is not for the most
/// part in one cell. A row of labels and values ("文号：", "江府〔2024〕5号") becomes a line for each pair.
///
/// `number`: of this table, for its lines. A cell stands in each row it spans, and in a head in each column.
void finish_table(HtmlTable table, std::uint32_t number, HtmlLines& lines, RepeatBudget& budget);

}  // namespace mubiao::read
