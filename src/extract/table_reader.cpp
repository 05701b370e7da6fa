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
