#pragma once

#include <optional>

#include "extract/flat_table.h"
#include "extract/grammar.h"
#include "extract/table_header.h"
#include "extract/table_lines.h"
#include "extract/table_values.h"

namespace mubiao {

/// Reads tables whose heads tell what their columns hold. Points into `grammar`.
class TableReader {
 public:
  explicit TableReader(const Grammar& grammar);
  /// Reads the first table that begins with a line that begins in `range`, where a line does. Returns where to look on.
  /// Linear in the text, and quick where there is none. `lines` are those of the page, the same ones for each range of
  /// it. `explain` asks for accounts.
  std::size_t read_next(const TablePage& page, TableLines& lines, Span range, const DocumentTime& time, bool explain,
                        TableFindings& out) const;

  /// Where departments stand below the head of a table of tasks (序号, 任务, 责任单位), by the tabs in front of them; empty
  /// if `row` is none.
  std::vector<std::size_t> department_columns(const TablePage& page, Span row) const;
  /// The names in these cells of a row.
  std::vector<std::string> departments_in(const TablePage& page, Span row,
                                          const std::vector<std::size_t>& columns) const;

 private:
  std::optional<Table> read_at(const TablePage& page, TableLines& lines) const;

  const Grammar& grammar_;
  DepartmentRules departments_;
  TableHeaderReader headers_;
};

}  // namespace mubiao
