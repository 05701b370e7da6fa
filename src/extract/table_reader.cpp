// Indicator tables: a cell below a future year is a target of what its row measures, in the unit of the row.
//
// Door: TableReader::read_next.

#include "extract/table_reader.h"

#include <algorithm>
#include <utility>

#include "extract/table_rows.h"

namespace mubiao {

TableReader::TableReader(const Grammar& grammar)
    : grammar_(grammar), departments_(grammar.rules), headers_(grammar.rules) {}

// The table that begins with the first of `lines`.
std::optional<Table> TableReader::read_at(const TablePage& page, TableLines& lines) const {
  if (std::optional<TableHeader> header = headers_.read(page, lines, 0)) {
    const auto begins_table = [&](std::size_t line) {
      return headers_.is_head_without_values(page, lines[line]) || headers_.read(page, lines, line).has_value();
    };
    TableRows rows = read_rows(page, lines, header->lines, *header, grammar_.rules.units(), begins_table);
    if (!rows.rows.empty()) return Table{*std::move(header), std::move(rows)};
  }
  return read_flat_table(page, lines, 0, headers_, grammar_);
}

std::vector<std::size_t> TableReader::department_columns(const TablePage& page, Span row) const {
  std::vector<std::size_t> out;
  if (!headers_.may_begin(page.text(row))) return out;
  const TableLine line = page.line(row);
  if (!headers_.is_head_without_values(page, line)) return out;
  for (const TableCell& cell : line.cells) {
    const std::optional<TableColumn> column = headers_.column(page.text(cell.span));
    if (column && column->role == ColumnRole::kDepartments && cell.is_behind_tab()) out.push_back(cell.tabs());
  }
  return out;
}

std::vector<std::string> TableReader::departments_in(const TablePage& page, Span row,
                                                     const std::vector<std::size_t>& columns) const {
  std::vector<std::string> out;
  for (const TableCell& cell : page.line(row).cells) {
    const bool below_head = std::find(columns.begin(), columns.end(), cell.tabs()) != columns.end();
    if (below_head) add_departments(departments_, page.text(cell.span), out);
  }
  return out;
}

std::size_t TableReader::read_next(const TablePage& page, TableLines& lines, Span range, const DocumentTime& time,
                                   bool explain, TableFindings& out) const {
  const std::string_view text = page.text();
  out = {};
  std::size_t begin = range.begin;
  while (begin < range.end) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (headers_.may_begin(slice(text, {begin, end}))) {
      lines.begin_at(begin);
      if (const std::optional<Table> table = read_at(page, lines)) {
        TableValues values(grammar_, departments_, page, table->header, time, explain, out);
        for (const TableRow& row : table->rows.rows) values.read(row);
        for (const SharedCell& cell : table->rows.shared) values.read(cell, table->rows.rows);
        out.table = {begin, lines[table->rows.end - 1].span.end};
        if (explain) values.account_for_others(table->rows, out.table);
        break;
      }
    }
    begin = end + 1;
  }
  std::sort(out.drafts.begin(), out.drafts.end(),
            [](const Draft& a, const Draft& b) { return a.quote.begin < b.quote.begin; });
  std::sort(out.accounts.begin(), out.accounts.end(),
            [](const DraftAccount& a, const DraftAccount& b) { return a.span.begin < b.span.begin; });
  return std::max(begin, out.table.end);
}

}  // namespace mubiao
