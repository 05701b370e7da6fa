#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/anchored_rule.h"
#include "extract/character_ranges.h"
#include "extract/mention.h"
#include "extract/table_lines.h"
#include "mubiao/rule.h"

namespace mubiao {

/// What a column of a table holds (`role` in rules/columns.toml).
enum class ColumnRole {
  kLabel,
  kGroup,
  kOrdinal,
  kUnit,
  kNature,
  kValue,
  kTarget,
  kActual,
  kChange,
  kOutcome,
  kDepartments,
  kNote
};

/// Whether numbers are to be read below such a head.
inline bool holds_values(ColumnRole role) {
  return role == ColumnRole::kValue || role == ColumnRole::kTarget || role == ColumnRole::kActual ||
         role == ColumnRole::kChange;
}

/// A column, by the words at its head.
struct TableColumn {
  TableCell place;                  // of its head on the page
  std::string head;                 // its words, from top to bottom; of several that are known the one that says most
  std::vector<std::string> pieces;  // what its head says on each line
  std::string qualifier;            // what a nested head says beside them: 其中:城区 under 2025年目标值
  std::optional<ColumnRole> role;   // none if no rule knows the head
  const Rule* rule = nullptr;       // that gave the role
  std::optional<Years> years;       // that the head states

  bool holds_values() const { return role && mubiao::holds_values(*role); }
};

struct TableHeader {
  std::vector<TableColumn> columns;  // from left to right
  std::size_t lines = 0;             // that it takes up
};

/// Reads heads of tables by the column rules of a set. Points into it.
class TableHeaderReader {
 public:
  explicit TableHeaderReader(const RuleSet& rules);
  /// The header that begins with lines[first], if one does.
  std::optional<TableHeader> read(const TablePage& page, TableLines& lines, std::size_t first) const;
  /// Whether a line is the head of another table, of which no column holds values: 序号, 任务, 责任单位.
  bool is_head_without_values(const TablePage& page, const TableLine& line) const;
  /// False of lines that no table begins with, which are nearly all.
  bool may_begin(std::string_view line) const;
  /// What a column with this head holds; none if no rule knows it.
  std::optional<TableColumn> column(std::string_view head) const;

 private:
  struct ColumnRule {
    AnchoredRule rule;
    ColumnRole role;
  };
  struct Word {
    Span span;
    std::string_view name;  // what an indicator may take of it
    const ColumnRule* rule;
    std::optional<Years> years;
  };
  struct YearAbove {
    std::size_t middle;  // of its place on the page, twice
    Years years;
  };
  std::vector<Word> words(std::string_view text) const;
  std::vector<YearAbove> years_above(const TablePage& page, const TableLine& line) const;
  std::optional<TableHeader> read_below_years(const TablePage& page, TableLines& lines, std::size_t first) const;
  std::optional<TableHeader> read_heads(const TablePage& page, TableLines& lines, std::size_t first) const;
  const TableLine::Heads& heads_of(const TablePage& page, TableLine& line) const;
  std::vector<TableCell> cells_of(const TablePage& page, const TableLine& line) const;
  std::vector<TableCell> split(const TablePage& page, const TableCell& cell) const;
  std::optional<TableHeader> read(const TablePage& page, TableLines& lines, std::size_t first, std::size_t count) const;
  void name(TableColumn& column) const;
  void name(TableColumn& column, bool is_nested) const;
  std::optional<Years> years_of(const AnchoredMatch& match) const;

  std::vector<ColumnRule> rules_;
  CharacterRanges first_characters_;  // of heads
  const RuleSet& set_;
};

}  // namespace mubiao
