#pragma once

#include <string>
#include <vector>

#include "read/word_budget.h"

namespace mubiao::read {

/// A cell, with a line for each paragraph in it.
struct WordCell {
  enum class Merge { kNone, kBegins, kGoesOn };  // with the cells below
  std::string text = {};
  std::size_t columns = 1;
  Merge merge = Merge::kNone;
};

struct WordRow {
  std::size_t columns_before = 0;  // left empty
  std::size_t columns_after = 0;
  bool is_head = false;  // says the document
  std::vector<WordCell> cells;
};

/// The lines of a table: one for each row, cells parted by tabs, so that what stands in a column of the page is the
/// same number of tabs away from the front in each line.
///  - A cell over several rows is repeated in each, if it is a label and no text.
///  - A cell over several columns has empty cells behind it; in the head it is repeated in each column.
///  - A row of one cell is no row but text in a frame: its paragraphs are lines.
void append_table(const std::vector<WordRow>& rows, WordBudget& budget, std::string& out);

}  // namespace mubiao::read
