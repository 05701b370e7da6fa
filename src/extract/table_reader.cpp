// Indicator tables: a cell below a future year is a target of what its row measures, in the unit of the row.
//
// Door: TableReader::read_next.

#include "extract/table_reader.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "extract/rule_text.h"
#include "extract/table_rows.h"
#include "extract/typed_text.h"
#include "mubiao/quantity.h"

namespace mubiao {
namespace {

/// What a row measures: its label without what stands in brackets for the unit, and that unit.
struct Label {
  std::string indicator;
  std::string unit;
};

std::vector<Span> sorted(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return spans;
}

/// Whether one of these, which are sorted and apart from each other, overlaps `span`.
bool is_in(const std::vector<Span>& spans, Span span) {
  const auto behind = std::lower_bound(spans.begin(), spans.end(), span,
                                       [](Span each, Span wanted) { return each.end <= wanted.begin; });
  return behind != spans.end() && behind->overlaps(span);
}

class OneTable {
 public:
  OneTable(const Grammar& grammar, const TablePage& page, const TableHeader& header, const DocumentTime& time,
           bool explain, TableFindings& out)
      : grammar_(grammar), page_(page), columns_(header.columns), time_(time), explain_(explain), out_(out) {
    for (const TableColumn& column : columns_) {
      if (column.years && column.holds_values()) last_year_ = std::max(last_year_, column.years->year);
    }
  }

  void read(const TableRow& row) {
    const Label label = label_of(row);
    if (label.indicator.empty()) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].holds_values() && row.cells[i].span.size() > 0) read(row, label, columns_[i], row.cells[i].span);
    }
  }

  /// Says of the numbers in `table` that are no values what they are.
  void account_for_others(const TableRows& rows, Span table) {
    const std::vector<Span> names = sorted(rows.names);
    quotes_ = sorted(std::move(quotes_));
    const std::size_t body = rows.rows.front().line.begin;
    for (const QuantityMention& mention : find_quantities(page_.text(table), grammar_.rules.units())) {
      const Span number{table.begin + mention.span.begin, table.begin + mention.span.end};
      if (is_in(quotes_, number)) continue;
      const bool is_name = is_in(names, number);
      const std::string verdict = is_name ? "label" : number.begin < body ? "column" : "unaccounted";
      const bool known = is_name || number.begin < body;
      out_.accounts.push_back({number, verdict, known ? rule_of_heads() : "", "", {}});
    }
  }

 private:
  // Of the column that says what is measured, or of another one.
  std::string rule_of_heads() const {
    const Rule* found = nullptr;
    for (const TableColumn& column : columns_) {
      if (column.rule != nullptr && (found == nullptr || column.role == ColumnRole::kLabel)) found = column.rule;
    }
    return found != nullptr ? found->id : "";
  }

  Label label_of(const TableRow& row) const {
    Label out{.indicator = row.label, .unit = row.unit};
    while (!out.indicator.empty() && (out.indicator.back() == '*' || is_blank(out.indicator.back())))
      out.indicator.pop_back();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool says_unit = columns_[i].role == ColumnRole::kUnit && row.cells[i].span.size() > 0;
      if (says_unit && out.unit.empty()) out.unit = without_spaces(page_.text(row.cells[i].span));
    }
    const std::size_t open = out.indicator.rfind('(');
    if (out.indicator.ends_with(')') && open != std::string::npos) {
      const std::string inside = out.indicator.substr(open + 1, out.indicator.size() - open - 2);
      if (out.unit.empty() && read_quantity("1" + inside, grammar_.rules.units())) {
        out.unit = inside;
        out.indicator.erase(open);
      }
    }
    out.indicator = grammar_.indicators.clean(without_spaces(out.indicator));
    return out;
  }

  // The number of a cell, in its own unit or in that of the row.
  std::optional<QuantityMention> quantity_in(std::string_view cell, const std::string& unit) const {
    std::vector<QuantityMention> all = find_quantities(cell, grammar_.rules.units());
    if (all.size() != 1) return std::nullopt;
    if (all[0].quantity.unit || unit.empty()) return std::move(all[0]);
    const std::string whole = std::string(slice(cell, all[0].span)) + unit;
    if (std::optional<Quantity> read = read_quantity(whole, grammar_.rules.units())) {
      all[0].quantity = *std::move(read);
    } else {
      all[0].quantity.unit = Unit{.symbol = unit, .dimension = "", .factor = Number(1)};  // one that no rule knows
    }
    return std::move(all[0]);
  }

  bool is_target(const TableColumn& column) const {
    const int year = column.years ? column.years->year : 0;
    if (column.role == ColumnRole::kActual) return false;
    if (year != 0 && time_.year != 0) return year >= time_.year;
    return column.role != ColumnRole::kValue || year == last_year_;
  }

  void read(const TableRow& row, const Label& label, const TableColumn& column, Span cell) {
    const std::string_view text = page_.text(cell);
    const std::optional<QuantityMention> mention = quantity_in(text, label.unit);
    if (!mention) return read_delegated(row, label, column, cell);
    Draft draft;
    draft.rule = column.rule;
    draft.kind = is_target(column) ? Kind::kTarget : Kind::kContext;
    draft.quote = {cell.begin + mention->span.begin, cell.begin + mention->span.end};
    draft.sentence = row.line;
    draft.indicator = label.indicator;
    draft.quantity = mention->quantity;
    if (draft.kind == Kind::kTarget) {
      Mention placed;
      placed.type = MentionType::kQuantity;
      placed.quantity = *mention;
      const std::string before(text.substr(0, mention->span.begin));
      const std::string segment = before + placeholder_of(placed) + std::string(text.substr(mention->span.end));
      const BoundReader::Reading bound =
          grammar_.bounds.read(segment, {before.size(), before.size() + kPlaceholderBytes});
      draft.bound = mention->quantity.high ? Bound::kRange : bound.bound;
      draft.change = Change::kLevel;
      draft.firmness = Firmness::kFirm;
      draft.years = column.years;
      if (column.role == ColumnRole::kChange) {
        draft.change = parse_change(set_value(*column.rule, "change")).value_or(Change::kIncrease);
        draft.indicator += column.head;
        if (!draft.years && last_year_ != 0) draft.years = Years{.year = last_year_, .start = {}, .end = {}};
      }
    }
    if (explain_) {
      out_.accounts.push_back(
          {draft.quote, std::string(to_string(draft.kind)), column.rule->id, std::string(page_.text(row.line)), {}});
      quotes_.push_back(draft.quote);
    }
    out_.drafts.push_back(std::move(draft));
  }

  // 完成省下达目标 in place of a number.
  void read_delegated(const TableRow& row, const Label& label, const TableColumn& column, Span cell) {
    if (!is_target(column)) return;
    const std::string segment = label.indicator + std::string(page_.text(cell));
    const auto is_delegated = [](const Rule& rule) { return rule.kind == RuleKind::kDelegated; };
    const auto fills_cell = [&](const RuleMatch& match) {
      const std::optional<Span>& goal = match.group(Group::kGoal);
      return goal && goal->begin >= label.indicator.size();
    };
    const RuleMatch match = grammar_.statement_rules.first(segment, is_delegated, fills_cell);
    if (match.rule == nullptr) return;
    Draft draft;
    draft.kind = Kind::kDelegated;
    draft.rule = match.rule;
    draft.quote = cell;
    draft.sentence = row.line;
    draft.indicator = label.indicator;
    draft.firmness = Firmness::kFirm;
    draft.years = column.years;
    out_.drafts.push_back(std::move(draft));
  }

  const Grammar& grammar_;
  const TablePage& page_;
  const std::vector<TableColumn>& columns_;
  const DocumentTime& time_;
  bool explain_;
  TableFindings& out_;
  std::vector<Span> quotes_;
  int last_year_ = 0;
};

}  // namespace

TableReader::TableReader(const Grammar& grammar) : grammar_(grammar), headers_(grammar.rules) {}

// The table that begins with the first of `lines`.
std::optional<FlatTable> TableReader::read_at(const TablePage& page, TableLines& lines) const {
  if (std::optional<TableHeader> header = headers_.read(page, lines, 0)) {
    TableRows rows = read_rows(page, lines, header->lines, *header,
                               [&](std::size_t line) { return headers_.read(page, lines, line).has_value(); });
    if (!rows.rows.empty()) return FlatTable{*std::move(header), std::move(rows)};
  }
  return read_flat_table(page, lines, 0, headers_, grammar_);
}

std::size_t TableReader::read_next(const TablePage& page, Span range, const DocumentTime& time, bool explain,
                                   TableFindings& out) const {
  const std::string_view text = page.text();
  out = {};
  std::size_t begin = range.begin;
  while (begin < range.end) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (headers_.may_begin(slice(text, {begin, end}))) {
      TableLines lines(page, begin);
      if (const std::optional<FlatTable> table = read_at(page, lines)) {
        OneTable values(grammar_, page, table->header, time, explain, out);
        for (const TableRow& row : table->rows.rows) values.read(row);
        out.table = {begin, lines[table->rows.end - 1].span.end};
        if (explain) values.account_for_others(table->rows, out.table);
        break;
      }
    }
    begin = end + 1;
  }
  std::sort(out.accounts.begin(), out.accounts.end(),
            [](const DraftAccount& a, const DraftAccount& b) { return a.span.begin < b.span.begin; });
  return std::max(begin, out.table.end);
}

}  // namespace mubiao
