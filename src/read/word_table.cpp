// Tables as lines. Door: append_table.
#include "read/word_table.h"

#include <algorithm>

namespace mubiao::read {
namespace {

constexpr std::size_t kLongestLabel = 120;  // bytes: forty Han characters

/// On one line, without spaces at its ends.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\t' || c == ' ';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// What names rows or columns. Text that is said twice would be counted twice.
bool is_label(std::string_view text) {
  return text.size() <= kLongestLabel && text.find("。") == std::string_view::npos;
}

bool has_spans(const WordRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const WordCell& cell) { return cell.columns > 1; });
}

class TableWriter {
 public:
  TableWriter(WordBudget& budget, std::string& out) : budget_(budget), out_(out) {}

  void write(const WordRow& row) {
    if (row.cells.size() == 1) {
      write_text(row.cells.front());
      return;
    }
    in_head_ = row.is_head || (has_spans(row) && (is_first_ || (in_head_ && goes_on(row))));
    is_first_ = false;
    std::string line(row.columns_before, '\t');
    column_ = row.columns_before;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i > 0) line += '\t';
      write_cell(row.cells[i], line);
    }
    line.append(row.columns_after, '\t');
    if (line.find_first_not_of('\t') == std::string::npos) return;
    out_ += line;
    out_ += '\n';
  }

 private:
  static bool goes_on(const WordRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const WordCell& cell) { return cell.merge == WordCell::Merge::kGoesOn; });
  }

  // A cell that goes on under one of a row of several cells is written there already.
  void write_text(const WordCell& cell) {
    if (cell.merge != WordCell::Merge::kGoesOn && budget_.take(cell.text.size())) out_ += cell.text;
  }

  void write_cell(const WordCell& cell, std::string& line) {
    if (merged_.size() < column_ + cell.columns) merged_.resize(column_ + cell.columns);
    std::string& merged = merged_[column_];
    std::string text;
    if (cell.merge == WordCell::Merge::kGoesOn) {
      text = merged;
    } else {
      text = one_line(cell.text);
      merged = cell.merge == WordCell::Merge::kBegins && is_label(text) ? text : "";
    }
    const bool repeated = in_head_ && is_label(text);
    if (budget_.take(text.size())) line += text;  // again for each table that this one stands in
    for (std::size_t i = 1; i < cell.columns && budget_.take(1); ++i) {
      line += '\t';
      if (repeated && budget_.take(text.size())) line += text;
    }
    column_ += cell.columns;
  }

  WordBudget& budget_;
  std::string& out_;
  std::vector<std::string> merged_;  // by column: the label of a cell that goes on in the next row
  std::size_t column_ = 0;
  bool is_first_ = true;
  bool in_head_ = false;
};

}  // namespace

void append_table(const std::vector<WordRow>& rows, WordBudget& budget, std::string& out) {
  TableWriter writer(budget, out);
  for (const WordRow& row : rows) {
    if (budget.is_over()) return;
    writer.write(row);
  }
}

}  // namespace mubiao::read
