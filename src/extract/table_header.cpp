// Heads of tables: 指标名称, 单位, 2020年现状值, 2025年目标值. They may stand on several lines, one word below the
// other, and lines that are set close run them together.
//
// Door: TableHeaderReader::read.

#include "extract/table_header.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "extract/rule_text.h"
#include "rules/vocabulary.h"
#include "text/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostLines = 5;
constexpr std::size_t kFewestColumns = 2;
constexpr std::size_t kWidestHead = 20;  // characters

/// A column whose rule says nothing of it is one of notes.
ColumnRole role_of(const Rule& rule) {
  const auto names = rules::column_role_names();
  const auto found = std::find(names.begin(), names.end(), set_value(rule, "role"));
  return found != names.end() ? static_cast<ColumnRole>(found - names.begin()) : ColumnRole::kNote;
}

/// Whether the lines follow each other on the page.
bool is_close(const TableLine& above, const TableLine& below) { return below.page_line <= above.page_line + 2; }

std::size_t known(const TableHeader& header) {
  return static_cast<std::size_t>(std::count_if(header.columns.begin(), header.columns.end(),
                                                [](const TableColumn& column) { return column.role.has_value(); }));
}

/// Where a head names what is measured, one right of it that says nothing does not name it too.
void settle(std::vector<TableColumn>& columns) {
  const auto label =
      std::find_if(columns.begin(), columns.end(), [](const TableColumn& c) { return c.role == ColumnRole::kLabel; });
  for (auto column = label; column != columns.end(); ++column) {
    if (!column->role) column->role = ColumnRole::kNote;
  }
}

/// A table names what it measures, and has a column of values with more beside it.
bool is_header(const TableHeader& header) {
  const auto& columns = header.columns;
  const auto has = [&](const auto& holds) { return std::any_of(columns.begin(), columns.end(), holds); };
  return columns.size() >= kFewestColumns && known(header) >= 2 &&
         has([](const TableColumn& column) { return column.holds_values(); }) &&
         has([](const TableColumn& column) { return column.role == ColumnRole::kLabel || !column.role; }) &&
         known(header) + 1 >= columns.size();
}

}  // namespace

TableHeaderReader::TableHeaderReader(const RuleSet& rules) : set_(rules) {
  for (const Rule* rule : rules.rules(RuleKind::kColumn)) {
    rules_.push_back({AnchoredRule(*rule), role_of(*rule)});
    first_characters_.add(rules_.back().rule.first_characters());
  }
  first_characters_.settle();
}

bool TableHeaderReader::may_begin(std::string_view line) const {
  constexpr std::size_t kLongest = 600;  // bytes
  if (line.empty() || line.size() > kLongest) return false;
  if (!first_characters_.contains(first_character(line))) return false;
  return count_characters(line.substr(0, line.find('\t'))) <= kWidestHead;
}

// The words that make up the whole of `text`; none if they do not.
std::vector<TableHeaderReader::Word> TableHeaderReader::words(std::string_view text) const {
  std::vector<Word> out;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    if (!first_characters_.contains(first_character(text.substr(at)))) return {};
    Word longest{{at, at}, {}, nullptr, {}};
    for (const ColumnRule& each : rules_) {
      const std::optional<AnchoredMatch> match = each.rule.match(text.substr(at));
      if (!match || match->whole.size() <= longest.span.size()) continue;
      const std::string_view name = match->group("name");
      longest = {{at, at + match->whole.size()}, name.empty() ? match->whole : name, &each, years_of(*match)};
    }
    if (longest.rule == nullptr) return {};
    out.push_back(longest);
    at = longest.span.end;
  }
  return out;
}

// The cells of a line; 指 and 标, set apart to fill a column, are one head.
std::vector<TableCell> TableHeaderReader::cells_of(const TablePage& page, const TableLine& line) const {
  std::vector<TableCell> out;
  std::string spaced;  // the characters that the last cell may be the first one of
  for (const TableCell& cell : line.cells) {
    const std::string_view text = page.text(cell.span);
    spaced = is_one_han(text) ? spaced.append(text) : "";
    const bool goes_on = spaced.size() > text.size() && !cell.is_behind_tab();
    if (goes_on && !words(spaced).empty()) {
      out.back().span.end = cell.span.end;
      out.back().right = cell.right;
    } else {
      out.push_back(cell);
      if (goes_on) spaced = text;
    }
  }
  return out;
}

// Heads that were run together, apart.
std::vector<TableCell> TableHeaderReader::split(const TablePage& page, const TableCell& cell) const {
  std::vector<TableCell> out;
  for (const Word& word : words(page.text(cell.span))) {
    out.push_back(page.cell({cell.span.begin + word.span.begin, cell.span.begin + word.span.end}));
  }
  return out.size() > 1 ? out : std::vector<TableCell>{cell};
}

std::optional<Years> TableHeaderReader::years_of(const AnchoredMatch& match) const {
  if (const std::optional<int> year = read_year(match.group("year"))) return Years{*year, {}, {}};
  const std::string_view plan = match.group("plan");
  const auto& named = set_.named_periods();
  const auto period = std::find_if(named.begin(), named.end(), [&](const NamedPeriod& p) { return p.name == plan; });
  if (plan.empty() || period == named.end()) return std::nullopt;
  return Years{period->end, period->start, period->end};
}

// Of several words, as in nested heads, all say something of values, and one says of which year: 规划目标 above 2025年.
void TableHeaderReader::name(TableColumn& column) const {
  const std::vector<Word> parts = words(column.head);
  const auto of_values = [](const Word& word) { return holds_values(word.rule->role); };
  const auto has_years = [](const Word& word) { return word.years.has_value(); };
  if (parts.empty()) return;
  if (parts.size() > 1 && (!std::all_of(parts.begin(), parts.end(), of_values) ||
                           std::count_if(parts.begin(), parts.end(), has_years) != 1))
    return;
  // A year alone says less than any other word.
  const auto telling =
      std::find_if(parts.begin(), parts.end(), [](const Word& word) { return word.rule->role != ColumnRole::kValue; });
  const Word& word = telling != parts.end() ? *telling : parts.front();
  const auto dated = std::find_if(parts.begin(), parts.end(), has_years);
  column.role = word.rule->role;
  column.rule = &word.rule->rule.rule();
  if (dated != parts.end()) column.years = dated->years;
  column.head = std::string(word.name);
}

// Where other cells go on in the next line, one that does not may say more of the columns than their heads do.
void TableHeaderReader::name(TableColumn& column, bool is_nested) const {
  for (const std::string& piece : column.pieces) column.head += piece;
  name(column);
  if (column.role || !is_nested || column.pieces.size() < 2) return;
  const std::string& last = column.pieces.back();
  if (holds_digit(last)) return;
  const std::string all = std::exchange(column.head, column.head.substr(0, column.head.size() - last.size()));
  name(column);
  if (column.role) {
    column.qualifier = last;
  } else {
    column.head = all;
  }
}

std::optional<TableColumn> TableHeaderReader::column(std::string_view head) const {
  TableColumn column;
  column.head = without_spaces(head);
  name(column);
  return column.role ? std::optional(std::move(column)) : std::nullopt;
}

// Tables are looked for at each line, and each may be of the heads of several.
const TableLine::Heads& TableHeaderReader::heads_of(const TablePage& page, TableLine& line) const {
  if (line.heads) return *line.heads;
  TableLine::Heads& heads = line.heads.emplace();
  heads.possible = std::all_of(line.cells.begin(), line.cells.end(), [&](const TableCell& cell) {
    return cell.right - cell.left <= kWidestHead || !words(page.text(cell.span)).empty();
  });
  if (!heads.possible) return heads;
  for (const TableCell& whole : cells_of(page, line)) {
    for (const TableCell& cell : split(page, whole)) heads.cells.push_back(cell);
  }
  return heads;
}

std::optional<TableHeader> TableHeaderReader::read(const TablePage& page, TableLines& lines, std::size_t first,
                                                   std::size_t count) const {
  TableHeader header{.columns = {}, .lines = count};
  std::vector<TableColumn>& columns = header.columns;
  bool is_nested = count > 1;  // each line repeats a cell that spans lines
  for (std::size_t i = first; i < first + count; ++i) {
    bool repeats = i == first;
    for (const TableCell& cell : heads_of(page, lines[i]).cells) {
      auto column = std::find_if(columns.begin(), columns.end(),
                                 [&](const TableColumn& c) { return gap_between(c.place, cell) == 0; });
      if (column == columns.end()) {
        column = columns.insert(column, TableColumn());
        column->place = cell;
      }
      column->place.left = std::min(column->place.left, cell.left);
      column->place.right = std::max(column->place.right, cell.right);
      std::string piece = without_spaces(page.text(cell.span));
      const bool again = !column->pieces.empty() && column->pieces.back() == piece;
      if (!again) column->pieces.push_back(std::move(piece));
      repeats = repeats || again;
    }
    is_nested = is_nested && repeats;
  }
  if (columns.size() < kFewestColumns) return std::nullopt;
  std::sort(columns.begin(), columns.end(),
            [](const TableColumn& a, const TableColumn& b) { return a.place.left < b.place.left; });
  for (TableColumn& column : columns) name(column, is_nested);
  // 类型 left of what is measured names groups, right of the values it is 约束性 or 预期性.
  const auto values =
      std::find_if(columns.begin(), columns.end(), [](const TableColumn& c) { return c.holds_values(); });
  for (auto column = values; column != columns.end(); ++column) {
    if (column->role == ColumnRole::kGroup) column->role = ColumnRole::kNature;
  }
  if (!is_header(header)) return std::nullopt;
  return header;
}

std::optional<TableHeader> TableHeaderReader::read(const TablePage& page, TableLines& lines, std::size_t first) const {
  std::optional<TableHeader> header = read_below_years(page, lines, first);
  if (!header) header = read_heads(page, lines, first);
  if (header) settle(header->columns);
  return header;
}

// The years of a line that holds nothing else, and more than one of them.
std::vector<TableHeaderReader::YearAbove> TableHeaderReader::years_above(const TablePage& page,
                                                                         const TableLine& line) const {
  std::vector<YearAbove> out;
  for (const TableCell& cell : line.cells) {
    const std::vector<Word> found = words(page.text(cell.span));
    if (found.size() != 1 || found[0].rule->role != ColumnRole::kValue || !found[0].years) return {};
    out.push_back({cell.left + cell.right, *found[0].years});
  }
  return out.size() > 1 ? out : std::vector<YearAbove>{};
}

// On a page: 2025年 and 2030年, each above the middle of the heads it holds for (目标值, 年均增长率).
std::optional<TableHeader> TableHeaderReader::read_below_years(const TablePage& page, TableLines& lines,
                                                               std::size_t first) const {
  if (!lines.has(first + 1) || lines[first].cells.size() < 2 || lines[first].cells[0].is_behind_tab()) return {};
  const std::vector<YearAbove> above = years_above(page, lines[first]);
  if (above.empty()) return std::nullopt;
  std::optional<TableHeader> header = read_heads(page, lines, first + 1);
  if (!header) return std::nullopt;
  std::vector<std::size_t> below(above.size());
  for (TableColumn& column : header->columns) {
    if (!column.holds_values() || column.years) continue;
    const std::size_t middle = column.place.left + column.place.right;
    const auto off = [&](const YearAbove& year) {
      return year.middle > middle ? year.middle - middle : middle - year.middle;
    };
    const auto nearest = std::min_element(above.begin(), above.end(),
                                          [&](const YearAbove& a, const YearAbove& b) { return off(a) < off(b); });
    column.years = nearest->years;
    ++below[static_cast<std::size_t>(nearest - above.begin())];
  }
  if (std::find(below.begin(), below.end(), 0) != below.end()) return std::nullopt;
  ++header->lines;
  return header;
}

bool TableHeaderReader::is_head_without_values(const TablePage& page, const TableLine& line) const {
  const auto first = line.cells.size() < 2 ? std::vector<Word>{} : words(page.text(line.cells[0].span));
  return first.size() == 1 && first[0].rule->role == ColumnRole::kOrdinal && !holds_digit(page.text(line.span));
}

std::optional<TableHeader> TableHeaderReader::read_heads(const TablePage& page, TableLines& lines,
                                                         std::size_t first) const {
  std::optional<TableHeader> best;
  std::size_t best_first = first;
  for (std::size_t from = first; from < first + kMostLines - 1; ++from) {
    for (std::size_t count = 1; count <= kMostLines && lines.has(from + count - 1); ++count) {
      if (count > 1 && !is_close(lines[from + count - 2], lines[from + count - 1])) break;
      if (!heads_of(page, lines[from + count - 1]).possible) break;
      std::optional<TableHeader> header = read(page, lines, from, count);
      if (!header) continue;
      // With as many heads that are known, more lines say more of them.
      const bool adds_lines = best && from == best_first && known(*header) == known(*best) &&
                              header->columns.size() <= best->columns.size();
      if (best && !adds_lines && known(*header) <= known(*best)) continue;
      best = std::move(header);
      best_first = from;
    }
    if (!best) return std::nullopt;
  }
  if (best_first != first) return std::nullopt;
  return best;
}

}  // namespace mubiao
