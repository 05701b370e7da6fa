// Rows of a table. The values of a row stand on one line; what they measure may stand on several, above and below it,
// with the name of a group of rows beside it.
//
// Door: read_rows.

#include "extract/table_rows.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "extract/characters.h"
#include "extract/placed_line.h"
#include "extract/table_ordinals.h"

namespace mubiao {
namespace {

constexpr std::size_t kWidestPiece = 26;  // characters; of a piece of a label

constexpr std::size_t kSlack = 2;          // characters that lines are shifted by
constexpr std::size_t kMostRaisedOff = 4;  // characters: a raised digit is set by its own, smaller font
constexpr std::size_t kMostPieces = 30;    // lines without a value, one below the other

class RowReader {
 public:
  RowReader(const TablePage& page, TableLines& lines, const TableHeader& header, const UnitTable& units)
      : page_(page), lines_(lines), columns_(header.columns), units_(units), placer_(page, header.columns) {}

  TableRows read(std::size_t from, const std::function<bool(std::size_t)>& begins_table) {
    std::size_t without_values = 0;
    for (std::size_t at = from; lines_.has(at) && belongs(lines_[at]) && !begins_table(at); ++at) {
      placed_.push_back(placer_.place(lines_[at]));
      without_values = placed_.back().has_values ? 0 : without_values + 1;
      if (without_values == kMostPieces) break;
    }
    while (!placed_.empty() && !placed_.back().has_values) {
      if (is_near_values(placed_.size() - 1)) break;
      placed_.pop_back();
    }
    TableRows out{.rows = {}, .shared = {}, .names = {}, .end = from + placed_.size()};
    for (const PlacedLine& each : placed_) {
      for (const TableCell& name : each.names) out.names.push_back(name.span);
    }
    find_ordinals();
    find_left_of_labels();
    find_rows();
    read_rows(out.rows);
    if (!fits_head(out.rows.size())) return {};
    for (std::size_t i = placer_.first(); i < columns_.size(); ++i) {
      if (columns_[i].holds_values()) read_shared_cells(i, out);
    }
    return out;
  }

 private:
  // Rows that hold more than the head says are of a table that was not understood.
  bool fits_head(std::size_t rows) const {
    const auto is_stray = [](const PlacedLine& each) { return each.has_stray; };
    return static_cast<std::size_t>(std::count_if(placed_.begin(), placed_.end(), is_stray)) * 4 <= rows;
  }

  // A line of prose ends a table.
  bool belongs(const TableLine& line) const {
    if (line.cells.size() > 1) return true;
    if (line.cells.empty()) return false;
    const std::string_view text = page_.text(line.span);
    return line.cells[0].right - line.cells[0].left <= kWidestPiece && !holds(text, "。") &&
           text.find(";") == std::string_view::npos;
  }

  bool is_near_values(std::size_t i) const {
    return i > 0 && placed_[i - 1].has_values && placed_[i].line->page_line == placed_[i - 1].line->page_line + 1;
  }

  void find_ordinals() {
    std::vector<std::vector<TableCell>*> names;
    for (PlacedLine& each : placed_) names.push_back(&each.names);
    const std::vector<bool> found = part_ordinals(page_, names);
    for (std::size_t i = 0; i < placed_.size(); ++i) placed_[i].has_ordinal = found[i];
  }

  // A line of values, or of the number of a row whose cells hold words, or stand beside it.
  bool is_row(std::size_t i) const {
    if (placed_[i].has_values || !placed_[i].has_ordinal) return placed_[i].has_values;
    if (!piece(placed_[i]) && !has_words(placed_[i])) return false;
    const auto has_its_values = [&](std::size_t at) {
      if (at >= placed_.size() || !placed_[at].has_values || !placed_[at].names.empty()) return false;
      const std::size_t a = placed_[at].line->page_line;
      const std::size_t b = placed_[i].line->page_line;
      return std::max(a, b) - std::min(a, b) == 1;
    };
    return !has_its_values(i - 1) && !has_its_values(i + 1);
  }

  // Whether anything stands where values do: 完成省下达目标.
  bool has_words(const PlacedLine& placed) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].holds_values() && placed.cells[i].span.size() > 0) return true;
    }
    return false;
  }

  // Names of groups stand left of all labels, below a head of their own or beside a label.
  void find_left_of_labels() {
    std::size_t beside_group = std::numeric_limits<std::size_t>::max();
    for (const PlacedLine& each : placed_) {
      if (each.names.size() > 1) beside_group = std::min(beside_group, each.names.back().left);
    }
    if (beside_group != std::numeric_limits<std::size_t>::max()) {
      left_of_labels_ = beside_group;
    } else if (placer_.first() > 1 && columns_[0].role == ColumnRole::kGroup) {
      left_of_labels_ = columns_[0].place.right + kSlack;
    }
  }

  bool is_label(const TableCell& name) const { return name.left + kSlack >= left_of_labels_; }

  // The piece of a label on this line, if there is one.
  std::optional<TableCell> piece(const PlacedLine& placed) const {
    if (placed.names.empty()) return std::nullopt;
    const TableCell& last = placed.names.back();
    const std::string_view text = page_.text(last.span);
    if (!is_label(last) || text.find_first_not_of("0123456789") == std::string_view::npos) return std::nullopt;
    return last;
  }

  // The end of a label: (%).
  bool is_complete(std::size_t i) const {
    const std::string_view text = page_.text(piece(placed_[i])->span);
    const std::size_t open = text.rfind('(');
    if (!text.ends_with(')') || open == std::string_view::npos) return false;
    return read_quantity("1" + std::string(text.substr(open + 1, text.size() - open - 2)), units_).has_value();
  }

  // How many of the pieces between two rows belong to the upper one.
  std::size_t share_of_upper(std::size_t upper, std::size_t lower, const std::vector<std::size_t>& between,
                             std::size_t above_upper) const {
    if (between.empty()) return 0;
    const auto page_line = [&](std::size_t i) { return placed_[i].line->page_line; };
    // A blank line parts rows.
    std::size_t before = upper;
    for (std::size_t i = 0; i <= between.size(); ++i) {
      const std::size_t next = i < between.size() ? between[i] : lower;
      if (page_line(next) > page_line(before) + 1) return i;
      before = next;
    }
    const bool upper_has = piece(placed_[upper]).has_value();
    const bool lower_has = piece(placed_[lower]).has_value();
    if (upper_has && is_complete(upper)) return 0;
    for (std::size_t i = 0; i + (lower_has ? 0 : 1) < between.size(); ++i) {
      if (is_complete(between[i])) return i + 1;
    }
    if (!lower_has && between.size() == 1) return upper_has || above_upper > 0 ? 0 : 1;
    if (above_upper > 0) return std::min(above_upper, between.size() - (lower_has ? 0 : 1));
    if (!upper_has) return std::max<std::size_t>(1, between.size() / 2);
    return (between.size() + 1) / 2;
  }

  void find_rows() {
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      if (is_row(i)) rows_.push_back(i);
    }
  }

  void read_rows(std::vector<TableRow>& out) const {
    std::vector<std::size_t> above;
    for (std::size_t i = 0; !rows_.empty() && i < rows_.front(); ++i) {
      if (piece(placed_[i])) above.push_back(i);
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      std::vector<std::size_t> below;
      const std::size_t end = r + 1 < rows_.size() ? rows_[r + 1] : placed_.size();
      for (std::size_t i = rows_[r] + 1; i < end; ++i) {
        if (piece(placed_[i])) below.push_back(i);
      }
      const std::size_t mine =
          r + 1 < rows_.size() ? share_of_upper(rows_[r], rows_[r + 1], below, above.size()) : below.size();
      out.push_back(row(rows_[r], above, {below.begin(), below.begin() + static_cast<std::ptrdiff_t>(mine)}));
      above.assign(below.begin() + static_cast<std::ptrdiff_t>(mine), below.end());
    }
  }

  TableRow row(std::size_t at, const std::vector<std::size_t>& above, const std::vector<std::size_t>& below) const {
    TableRow out{.line = placed_[at].line->span, .label = "", .unit = "", .nature = "", .cells = placed_[at].cells};
    const auto add = [&](std::size_t i) {
      if (const std::optional<TableCell> found = piece(placed_[i])) out.label += page_.text(found->span);
    };
    for (const std::size_t i : above) add(i);
    add(at);
    for (const std::size_t i : below) add(i);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].role == ColumnRole::kUnit && at > 0) out.unit = with_exponent(out.cells[i], placed_[at - 1]);
    }
    // No group has values of its own.
    if (out.label.empty() && !placed_[at].names.empty()) out.label = page_.text(placed_[at].names.back().span);
    return out;
  }

  // A shared cell is none of the rows' own.
  void read_shared_cells(std::size_t column, TableRows& out) const {
    std::vector<ColumnLine> lines;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      const TableCell& cell = placed_[i].cells[column];
      if (cell.is_behind_tab()) return;
      lines.push_back({placed_[i].line->page_line, placed_[i].line->span, {}, {}});
      if (cell.span.size() > 0) lines.back().cell = cell;
      if (rows < rows_.size() && rows_[rows] == i) lines.back().row = rows++;
    }
    for (SharedCell& shared : find_shared_cells(page_, lines)) {
      shared.column = column;
      for (const std::size_t row : shared.rows) out.rows[row].cells[column] = {};
      out.shared.push_back(std::move(shared));
    }
  }

  // The unit with the digit that stands raised above it; empty if none does.
  std::string with_exponent(const TableCell& unit, const PlacedLine& above) const {
    if (!above.raised || unit.span.size() == 0 || gap_between(*above.raised, unit) > kMostRaisedOff) return "";
    std::string out(page_.text(unit.span));
    std::size_t at = 0;  // behind the characters that stand left of the digit
    for (std::size_t column = unit.left; column < above.raised->left && at < out.size(); ++column) {
      at += character_bytes(out[at]);
    }
    return out.insert(at, page_.text(above.raised->span));
  }

  const TablePage& page_;
  TableLines& lines_;
  const std::vector<TableColumn>& columns_;
  const UnitTable& units_;
  const LinePlacer placer_;
  std::vector<PlacedLine> placed_;
  std::vector<std::size_t> rows_;  // the lines of placed_ that are rows
  std::size_t left_of_labels_ = 0;
};

}  // namespace

TableRows read_rows(const TablePage& page, TableLines& lines, std::size_t first, const TableHeader& header,
                    const UnitTable& units, const std::function<bool(std::size_t)>& begins_table) {
  return RowReader(page, lines, header, units).read(first, begins_table);
}

}  // namespace mubiao
