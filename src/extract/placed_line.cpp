// Which cell of a line belongs to which column of a table: by their order, where a line has all, else by what stands
// below what on the page.
//
// Door: LinePlacer::place.

#include "extract/placed_line.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "extract/characters.h"
#include "extract/rule_text.h"
#include "text/characters.h"

namespace mubiao {
namespace {

// Whether a cell is a number, with a word or two (a bound) at most, or a dash in place of one. 2015年 is a word.
bool is_number(std::string_view text) {
  static constexpr CharacterSet kOfNumbers("0123456789.,%‰()[]<>≤≥~-－—～/");
  constexpr int kMostWords = 3;  // characters
  int words = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = character_at(text, i);
    if (!kOfNumbers.contains(character) && !is_blank(character[0]) && (!is_han(character) || ++words > kMostWords))
      return false;
    i += character.size();
  }
  return words == 0 || (holds_digit(text) && !read_year(text.substr(0, 4)));
}

bool is_exponent(std::string_view text) { return text == "2" || text == "3"; }

}  // namespace

LinePlacer::LinePlacer(const TablePage& page, const std::vector<TableColumn>& columns)
    : page_(page), columns_(columns) {
  const auto is_name = [](const TableColumn& c) {
    return !c.role || c.role == ColumnRole::kLabel || c.role == ColumnRole::kGroup || c.role == ColumnRole::kOrdinal;
  };
  first_ = static_cast<std::size_t>(std::find_if_not(columns_.begin(), columns_.end(), is_name) - columns_.begin());
}

PlacedLine LinePlacer::place(const TableLine& line) const {
  PlacedLine out;
  out.line = &line;
  out.cells.resize(columns_.size());
  if (is_raised(line)) {
    out.raised = line.cells[0];
    return out;
  }
  const bool is_full = line.cells.size() == columns_.size() && !has_number_of_row(line);
  const std::optional<std::size_t> leftmost = is_full ? std::nullopt : first_number(line);
  std::size_t free = first_;  // the columns before it are taken
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    const TableCell& cell = line.cells[i];
    const std::optional<std::size_t> column = is_full ? in_order(i) : column_of(cell, free, leftmost == i);
    if (!column) {
      if (free == first_) {
        out.names.push_back(cell);
      } else {
        out.has_stray = out.has_stray || holds_digit(page_.text(cell.span));
      }
      continue;
    }
    out.cells[*column] = cell;
    free = *column + 1;
    const bool is_unit = columns_[*column].role == ColumnRole::kUnit;
    if (is_unit && is_exponent(page_.text(cell.span))) {
      out.raised = std::exchange(out.cells[*column], {});
      continue;
    }
    // Where tabs part cells, each line is a row.
    const bool is_value =
        columns_[*column].holds_values() && (cell.is_behind_tab() || holds_digit(page_.text(cell.span)));
    out.has_values = out.has_values || is_unit || is_value;
  }
  return out;
}

// A number in front of the cells that the head names.
bool LinePlacer::has_number_of_row(const TableLine& line) const {
  const std::string_view text = page_.text(line.cells[0].span);
  return columns_[0].role != ColumnRole::kOrdinal && text.size() <= 2 &&
         std::all_of(text.begin(), text.end(), is_ascii_digit);
}

// A digit alone on its line, below the head of no values.
bool LinePlacer::is_raised(const TableLine& line) const {
  return line.cells.size() == 1 && is_exponent(page_.text(line.cells[0].span)) &&
         std::none_of(columns_.begin(), columns_.end(), [&](const TableColumn& column) {
           return column.holds_values() && gap_between(column.place, line.cells[0]) == 0;
         });
}

// A row with a cell for each column needs no measuring.
std::optional<std::size_t> LinePlacer::in_order(std::size_t i) const {
  return i < first_ ? std::nullopt : std::optional(i);
}

// The first number, where it is set a little left of the first head that it may stand below, and there are heads for
// all of them. The number of a row is further off: its label stands between.
std::optional<std::size_t> LinePlacer::first_number(const TableLine& line) const {
  constexpr std::size_t kMostLeft = 6;  // characters
  if (first_ == columns_.size()) return std::nullopt;
  const TableCell& head = columns_[first_].place;
  const auto stands_below_values = [&](const TableCell& cell) {
    return is_number(page_.text(cell.span)) && (cell.left >= head.left || gap_between(head, cell) <= kMostLeft);
  };
  const auto first = std::find_if(line.cells.begin(), line.cells.end(), stands_below_values);
  if (first == line.cells.end()) return std::nullopt;
  const auto numbers = std::count_if(first, line.cells.end(), stands_below_values);
  const auto heads =
      std::count_if(columns_.begin(), columns_.end(), [](const TableColumn& c) { return c.holds_values(); });
  return numbers <= heads ? std::optional(static_cast<std::size_t>(first - line.cells.begin())) : std::nullopt;
}

// The nearest column from `free` on; none for a name. `reaches_left`: a cell left of all values is a number of one.
std::optional<std::size_t> LinePlacer::column_of(const TableCell& cell, std::size_t free, bool reaches_left) const {
  if (first_ == columns_.size()) return std::nullopt;
  const std::size_t center = cell.left + cell.right;
  if (free == first_ && center < 2 * columns_[first_].place.left && !reaches_left) return std::nullopt;
  std::optional<std::size_t> best;
  std::size_t best_cost = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = free; i < columns_.size(); ++i) {
    const std::size_t middle = columns_[i].place.left + columns_[i].place.right;
    const std::size_t off = middle > center ? middle - center : center - middle;
    const std::size_t cost = 8 * gap_between(columns_[i].place, cell) + off;
    if (cost < best_cost) {
      best = i;
      best_cost = cost;
    }
  }
  return best;
}

}  // namespace mubiao
