// Tables that lost their shape: a cell a line, as some programs take text out of PDFs. The head must say what the
// columns are, and the number of values must fit the number of labels: else nothing is read.
//
// Door: read_flat_table.

#include "extract/flat_table.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "mubiao/quantity.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostHeadLines = 8;
constexpr std::size_t kMostCells = 1000;  // that are looked at to find out whether it is a table
constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kLongestLabel = 40;  // characters
constexpr std::size_t kLongestScrap = 4;   // of a head that was torn

class FlatReader {
 public:
  FlatReader(const TablePage& page, TableLines& lines, const TableHeaderReader& headers, const Grammar& grammar)
      : page_(page), lines_(lines), headers_(headers), grammar_(grammar) {}

  std::optional<Table> read(std::size_t first) {
    const std::size_t body = read_head(first);
    if (body == first) return std::nullopt;
    std::size_t end = body;
    while (end < body + kMostCells && lines_.has(end) && is_cell(end)) ++end;
    if (!read_columns(body, end) && !read_rows(body, end)) return std::nullopt;
    for (std::size_t at = body; at < table_.rows.end; ++at) {
      if (values_of(at).empty() || is_ordinal(at, body)) table_.rows.names.push_back(lines_[at].span);
    }
    return std::move(table_);
  }

 private:
  std::string_view text(std::size_t line) const { return page_.text(lines_[line].span); }

  bool is_cell(std::size_t line) const {
    return lines_[line].cells.size() == 1 && count_characters(text(line)) <= kLongestLabel && !holds(text(line), "。");
  }

  // The first line behind the head; `first` if none begins there.
  std::size_t read_head(std::size_t first) {
    std::size_t end = first;
    for (std::size_t at = first; at < first + kMostHeadLines && lines_.has(at) && is_cell(at);) {
      std::optional<TableColumn> column;
      std::size_t taken = 2;
      if (lines_.has(at + 1)) column = headers_.column(std::string(text(at)).append(text(at + 1)));
      if (!column) {
        taken = 1;
        column = headers_.column(text(at));
      }
      if (column) {
        end = at + taken;
        table_.header.columns.push_back(*std::move(column));
      } else if (at == first || count_characters(text(at)) > kLongestScrap || !values_of(at).empty()) {
        break;
      }
      at += taken;
    }
    auto& columns = table_.header.columns;
    const bool unsure = !std::any_of(columns.begin(), columns.end(), [](const auto& c) { return c.holds_values(); });
    if (columns.size() < 2 || unsure) return first;
    // The words of a torn head are in no order: years are, in every table.
    std::erase_if(columns, [](const TableColumn& c) { return !c.holds_values(); });
    std::stable_sort(columns.begin(), columns.end(), [](const TableColumn& a, const TableColumn& b) {
      return a.years && b.years && a.years->year < b.years->year;
    });
    table_.header.lines = end - first;
    while (lines_.has(end) && is_scrap(text(end))) ++end;
    return end;
  }

  // What is left of a torn head: its end is a head.
  bool is_scrap(std::string_view text) const {
    if (count_characters(text) > kLongestScrap) return false;
    for (std::size_t at = 0; at < text.size(); at += character_bytes(text[at])) {
      if (headers_.column(text.substr(at))) return true;
    }
    return false;
  }

  // The cells of a line that holds nothing but numbers, with their signs, brackets, units and bounds; an empty cell for
  // a dash.
  std::vector<TableCell> values_of(std::size_t line) const {
    const std::string_view all = text(line);
    const std::size_t begin = lines_[line].span.begin;
    if (stands_for_nothing(all)) return {TableCell{{begin, begin}}};
    std::vector<TableCell> out;
    std::size_t from = 0;
    for (const QuantityMention& mention : find_quantities(all, grammar_.rules.units())) {
      if (!is_beside_value(all.substr(from, mention.span.begin - from))) return {};
      if (!out.empty()) out.back().span.end = begin + mention.span.begin;
      out.push_back({{begin + from, begin + all.size()}});
      from = mention.span.end;
    }
    return is_beside_value(all.substr(from)) ? out : std::vector<TableCell>{};
  }

  // What may stand before a value or behind it: a sign, a bracket, a bound, the mark of a note.
  bool is_beside_value(std::string_view words) const {
    words = trim(words);
    while (!words.empty() && (words.back() == ']' || words.back() == '*' || words.back() == '%'))
      words.remove_suffix(1);
    while (!words.empty() && words.front() == '[') words.remove_prefix(1);
    return count_characters(words) <= 1 || grammar_.bounds.is_word_behind(trim(words));
  }

  bool is_unit(std::string_view cell) const {
    return read_quantity("1" + without_spaces(cell), grammar_.rules.units()).has_value();
  }

  bool is_word(std::size_t line) const { return headers_.column(text(line)).has_value(); }

  void add(std::size_t line, std::string_view label, std::string_view unit, std::vector<TableCell> cells) {
    table_.rows.rows.push_back({.line = lines_[line].span,
                                .label = std::string(label),
                                .unit = std::string(unit),
                                .nature = "",
                                .cells = std::move(cells)});
  }

  // All labels, then the values of all rows.
  bool read_columns(std::size_t body, std::size_t end) {
    std::size_t at = skip_ordinals(body, end);
    const std::size_t first_label = at;
    while (at < end && values_of(at).empty() && !is_word(at)) ++at;
    const std::size_t count = at - first_label;
    std::vector<TableCell> values;
    std::vector<std::size_t> value_lines;
    for (; at < end && !values_of(at).empty(); ++at) {
      for (const TableCell& cell : values_of(at)) {
        values.push_back(cell);
        value_lines.push_back(at);
      }
    }
    const std::size_t columns = table_.header.columns.size();
    if (count < kFewestRows || values.size() != count * columns) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const auto begin = values.begin() + static_cast<std::ptrdiff_t>(i * columns);
      add(value_lines[i * columns], text(first_label + i), "", {begin, begin + static_cast<std::ptrdiff_t>(columns)});
    }
    table_.rows.end = at;
    return true;
  }

  bool is_ordinal(std::size_t at, std::size_t body) const { return text(at) == std::to_string(at - body + 1); }

  // 1, 2, 3, … one below the other.
  std::size_t skip_ordinals(std::size_t body, std::size_t end) const {
    std::size_t at = body;
    while (at < end && is_ordinal(at, body)) ++at;
    return at - body >= kFewestRows ? at : body;
  }

  // Each label with its unit and its values behind it. A row that has more values or fewer than the head has columns
  // says that this is another table than it seems, and so do too many.
  bool read_rows(std::size_t body, std::size_t end) {
    Row row;
    std::size_t odd = 0;
    const auto finish = [&](std::size_t at) {
      if (row.cells.empty()) return;
      if (row.cells.size() == table_.header.columns.size() && !row.label.empty()) {
        add(at - 1, row.label, row.unit, row.cells);
        table_.rows.end = at;
      } else {
        ++odd;
      }
      row.cells.clear();
      row.unit.clear();
      row.is_known = true;
    };
    for (std::size_t at = body; at < end; ++at) {
      const std::vector<TableCell> values = values_of(at);
      if (!values.empty()) {
        row.cells.insert(row.cells.end(), values.begin(), values.end());
        continue;
      }
      finish(at);
      if (const std::optional<TableColumn> word = headers_.column(text(at))) {
        row.is_known = true;
        if (word->role == ColumnRole::kNature && table_.rows.end == at && !table_.rows.rows.empty()) {
          table_.rows.rows.back().nature = text(at);
        }
      } else if (is_unit(row.unit + std::string(text(at)))) {
        row.unit += text(at);
      } else {
        if (std::exchange(row.is_known, false)) row.label.clear();
        row.label += text(at);
      }
    }
    finish(end);
    const std::size_t rows = table_.rows.rows.size();
    return rows >= kFewestRows && rows >= 3 * odd;
  }

  struct Row {
    std::string label;
    std::string unit;
    std::vector<TableCell> cells;
    bool is_known = true;  // the label: another one is that of another row
  };

  const TablePage& page_;
  TableLines& lines_;
  const TableHeaderReader& headers_;
  const Grammar& grammar_;
  Table table_;
};

}  // namespace

std::optional<Table> read_flat_table(const TablePage& page, TableLines& lines, std::size_t first,
                                         const TableHeaderReader& headers, const Grammar& grammar) {
  return FlatReader(page, lines, headers, grammar).read(first);
}

}  // namespace mubiao
