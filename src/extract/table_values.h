#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/departments.h"
#include "extract/draft.h"
#include "extract/grammar.h"
#include "extract/table_header.h"
#include "extract/table_lines.h"
#include "extract/table_rows.h"

namespace mubiao {

/// What a table states.
struct TableFindings {
  Span table;                          // in the normalized text: nothing else is to be looked for there. Empty: none
  std::vector<Draft> drafts;           // by their quotes
  std::vector<DraftAccount> accounts;  // by their spans
};

/// Adds the names that a cell below a head of departments holds.
void add_departments(const DepartmentRules& rules, std::string_view cell, std::vector<std::string>& out);

/// Reads the cells of one table. Points to all it is given; puts what it finds into `out`.
class TableValues {
 public:
  /// `explain` asks for accounts.
  TableValues(const Grammar& grammar, const DepartmentRules& departments, const TablePage& page,
              const TableHeader& header, const DocumentTime& time, bool explain, TableFindings& out);

  void read(const TableRow& row);
  void read(const SharedCell& cell, const std::vector<TableRow>& rows);
  /// Says of the numbers in `table` that are no values what they are. Comes last.
  void account_for_others(const TableRows& rows, Span table);

 private:
  /// What a row measures: its label without what stands in brackets for the unit, and that unit; what is said of it.
  struct Label {
    std::string indicator;
    std::string unit;
    std::optional<std::string> nature;
    std::vector<std::string> departments;
  };

  Label label_of(const TableRow& row) const;
  std::string unit_of(const TableRow& row) const;
  std::optional<std::string> nature_of(const TableRow& row) const;
  std::vector<std::string> departments_of(const TableRow& row) const;
  /// A cell that says more than a number: 较2025年降低12%.
  struct Phrase {
    std::string typed;         // with no spaces
    QuantityMention quantity;  // its span is in the cell
    std::optional<int> baseline_year;
  };
  std::optional<Phrase> phrase_in(Span cell) const;
  std::optional<QuantityMention> quantity_in(std::string_view cell, const std::string& unit) const;
  bool is_target(const TableColumn& column) const;
  void read(const TableRow& row, const Label& label, const TableColumn& column, Span cell);
  void fill_target(const QuantityMention& mention, std::string_view cell, const TableColumn& column,
                   const std::optional<Phrase>& phrase, Draft& draft) const;
  bool take_change(const std::string& sentence, Draft& draft) const;
  void read_statement(const Label& label, const TableColumn& column, std::string_view words, Span quote, Span sentence);
  std::string rule_of_heads() const;

  const Grammar& grammar_;
  const DepartmentRules& departments_;
  const TablePage& page_;
  const std::vector<TableColumn>& columns_;
  const DocumentTime& time_;
  bool explain_;
  TableFindings& out_;
  std::vector<Span> quotes_;
  int last_year_ = 0;     // of the columns that hold values
  bool is_over_ = false;  // what its targets aim at: a column says whether it was reached
};

}  // namespace mubiao
