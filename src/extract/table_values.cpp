// Values of tables: what the cells of a row say of what it measures.
//
// Doors: TableValues, add_departments.

#include "extract/table_values.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "extract/rule_text.h"
#include "extract/typed_text.h"
#include "mubiao/quantity.h"
#include "text/characters.h"

namespace mubiao {
namespace {

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

Mention mention_of(const QuantityMention& quantity) {
  Mention out;
  out.type = MentionType::kQuantity;
  out.quantity = quantity;
  return out;
}

}  // namespace

void add_departments(const DepartmentRules& rules, std::string_view cell, std::vector<std::string>& out) {
  if (stands_for_nothing(cell)) return;
  for (std::string& name : rules.read_names(cell)) out.push_back(std::move(name));
}

TableValues::TableValues(const Grammar& grammar, const DepartmentRules& departments, const TablePage& page,
                         const TableHeader& header, const DocumentTime& time, bool explain, TableFindings& out)
    : grammar_(grammar),
      departments_(departments),
      page_(page),
      columns_(header.columns),
      time_(time),
      explain_(explain),
      out_(out) {
  for (const TableColumn& column : columns_) {
    if (column.years && column.holds_values()) last_year_ = std::max(last_year_, column.years->year);
    if (column.role == ColumnRole::kOutcome) is_over_ = true;
  }
}

void TableValues::read(const TableRow& row) {
  const Label label = label_of(row);
  if (label.indicator.empty()) return;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].holds_values() && row.cells[i].span.size() > 0) read(row, label, columns_[i], row.cells[i].span);
  }
}

void TableValues::read(const SharedCell& cell, const std::vector<TableRow>& rows) {
  Label joined{.indicator = "", .unit = "", .nature = nature_of(rows[cell.rows.front()]), .departments = {}};
  for (const std::size_t row : cell.rows) {
    const std::string indicator = label_of(rows[row]).indicator;
    if (!joined.indicator.empty() && !indicator.empty()) joined.indicator += "、";
    joined.indicator += indicator;
  }
  if (!joined.indicator.empty()) read_statement(joined, columns_[cell.column], cell.text, cell.span, cell.lines);
}

void TableValues::account_for_others(const TableRows& rows, Span table) {
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

// Of the column that says what is measured, or of another one.
std::string TableValues::rule_of_heads() const {
  const Rule* found = nullptr;
  for (const TableColumn& column : columns_) {
    if (column.rule != nullptr && (found == nullptr || column.role == ColumnRole::kLabel)) found = column.rule;
  }
  return found != nullptr ? found->id : "";
}

TableValues::Label TableValues::label_of(const TableRow& row) const {
  Label out{.indicator = row.label, .unit = unit_of(row), .nature = nature_of(row), .departments = departments_of(row)};
  while (!out.indicator.empty() && (out.indicator.back() == '*' || is_blank(out.indicator.back())))
    out.indicator.pop_back();
  const std::size_t open = out.indicator.rfind('(');
  if (out.unit.empty() && out.indicator.ends_with(')') && open != std::string::npos) {
    const std::string inside = out.indicator.substr(open + 1, out.indicator.size() - open - 2);
    if (read_quantity("1" + inside, grammar_.rules.units())) {
      out.unit = inside;
      out.indicator.erase(open);
    }
  }
  out.indicator = grammar_.indicators.clean(without_spaces(out.indicator));
  if (grammar_.indicators.is_nameless(out.indicator)) out.indicator.clear();  // an ordinal, or a mark of another column
  return out;
}

std::string TableValues::unit_of(const TableRow& row) const {
  std::string out = row.unit;
  for (std::size_t i = 0; i < columns_.size() && out.empty(); ++i) {
    if (columns_[i].role == ColumnRole::kUnit) out = without_spaces(page_.text(row.cells[i].span));
  }
  return out;
}

// 约束性 or what else stands for it; a mark stands for the head above it. What has a digit in it slipped here from
// another column.
std::optional<std::string> TableValues::nature_of(const TableRow& row) const {
  constexpr std::size_t kLongest = 8;  // characters
  std::string out = row.nature;
  for (std::size_t i = 0; i < columns_.size() && out.empty(); ++i) {
    if (columns_[i].role != ColumnRole::kNature || row.cells[i].span.size() == 0) continue;
    const std::string_view cell = page_.text(row.cells[i].span);
    const bool is_mark = count_characters(cell) == 1 && !is_one_han(cell);
    out = is_mark ? columns_[i].head : without_spaces(cell);
  }
  if (out.empty() || count_characters(out) > kLongest || holds_digit(out)) return std::nullopt;
  return out;
}

// On a page such a cell may go on in the next lines, and a name with it.
std::vector<std::string> TableValues::departments_of(const TableRow& row) const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].role != ColumnRole::kDepartments || !row.cells[i].is_behind_tab()) continue;
    add_departments(departments_, page_.text(row.cells[i].span), out);
  }
  return out;
}

// The number of a cell, in its own unit or in that of the row.
std::optional<QuantityMention> TableValues::quantity_in(std::string_view cell, const std::string& unit) const {
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

std::optional<TableValues::Phrase> TableValues::phrase_in(Span cell) const {
  const std::string_view text = page_.text(cell);
  if (std::none_of(text.begin(), text.end(), is_han_lead)) return std::nullopt;
  const std::vector<Mention> mentions = grammar_.mentions.scan(page_.text(), cell, time_);
  Phrase out;
  int quantities = 0;
  for (const Mention& mention : mentions) {
    if (mention.type == MentionType::kBaseline && mention.years.year != 0) out.baseline_year = mention.years.year;
    if (mention.type != MentionType::kQuantity) continue;
    ++quantities;
    out.quantity = mention.quantity;
    out.quantity.span = {mention.span.begin - cell.begin, mention.span.end - cell.begin};
  }
  if (quantities != 1) return std::nullopt;
  out.typed = without_spaces(make_typed(page_.text(), cell, mentions).text);
  return out;
}

bool TableValues::is_target(const TableColumn& column) const {
  const bool is_change = column.role == ColumnRole::kChange;  // up to the last year of the table
  const int year = column.years ? column.years->year : is_change ? last_year_ : 0;
  if (column.role == ColumnRole::kActual) return false;
  if (year != 0 && time_.year != 0) return year >= time_.year;
  if (is_over_) return false;
  return column.role != ColumnRole::kValue || (year != 0 && year == last_year_);
}

void TableValues::read(const TableRow& row, const Label& label, const TableColumn& column, Span cell) {
  const std::string_view text = page_.text(cell);
  if (stands_for_nothing(text)) return;
  const std::string_view own_unit = set_value(*column.rule, "unit");
  const std::optional<Phrase> phrase = phrase_in(cell);
  std::optional<QuantityMention> mention = quantity_in(text, own_unit.empty() ? label.unit : std::string(own_unit));
  if (!mention && phrase) mention = phrase->quantity;
  if (!mention) return read_statement(label, column, text, cell, row.line);
  Draft draft;
  draft.rule = column.rule;
  draft.kind = is_target(column) ? Kind::kTarget : Kind::kContext;
  draft.quote = {cell.begin + mention->span.begin, cell.begin + mention->span.end};
  draft.sentence = row.line;
  draft.indicator = label.indicator;
  draft.quantity = mention->quantity;
  draft.nature = label.nature;
  draft.departments = label.departments;
  if (!column.qualifier.empty()) draft.indicator += "(" + column.qualifier + ")";
  if (draft.kind == Kind::kTarget) fill_target(*mention, text, column, phrase, draft);
  if (explain_) {
    out_.accounts.push_back(
        {draft.quote, std::string(to_string(draft.kind)), column.rule->id, std::string(page_.text(row.line)), {}});
    quotes_.push_back(draft.quote);
  }
  out_.drafts.push_back(std::move(draft));
}

void TableValues::fill_target(const QuantityMention& quantity, std::string_view cell, const TableColumn& column,
                              const std::optional<Phrase>& phrase, Draft& draft) const {
  const Mention mention = mention_of(quantity);
  const std::string before(cell.substr(0, quantity.span.begin));
  const std::string segment = before + placeholder_of(mention) + std::string(cell.substr(quantity.span.end));
  const BoundReader::Reading bound = grammar_.bounds.read(segment, {before.size(), before.size() + kPlaceholderBytes});
  draft.bound = quantity.quantity.high ? Bound::kRange : bound.bound;
  draft.firmness = Firmness::kFirm;
  draft.years = column.years;
  if (column.role != ColumnRole::kChange) {
    // What a label and a value would say as a sentence: 新建充电桩 and 能耗下降 are changes, 能耗下降率 is a level.
    const bool changes = take_change(draft.indicator + placeholder_of(mention), draft);
    if (!changes && phrase) take_change(draft.indicator + phrase->typed, draft);
    if (phrase) draft.baseline_year = phrase->baseline_year;
    return;
  }
  draft.change = parse_change(set_value(*column.rule, "change")).value_or(Change::kIncrease);
  draft.indicator += column.head;
  if (!draft.years && last_year_ != 0) draft.years = Years{.year = last_year_, .start = {}, .end = {}};
}

// The change that a sentence states which begins with the indicator. True if it is one, and no level.
bool TableValues::take_change(const std::string& sentence, Draft& draft) const {
  const RuleMatch match = grammar_.quantity_rules.first(
      sentence, [](const Rule& rule) { return rule.kind == RuleKind::kTarget; },
      [&](const RuleMatch& m) { return m.silencer(sentence) == nullptr; });
  draft.change = Change::kLevel;
  if (match.rule == nullptr) return false;
  draft.change = parse_change(set_value(*match.rule, "change")).value_or(Change::kLevel);
  const std::optional<Span>& indicator = match.group(Group::kIndicator);
  if (draft.change != Change::kLevel && indicator && indicator->begin == 0 && indicator->size() > 0) {
    draft.indicator.resize(std::min(indicator->end, draft.indicator.size()));
  }
  return draft.change != Change::kLevel;
}

// Words in place of a number: 完成省下达目标, 保持稳定.
void TableValues::read_statement(const Label& label, const TableColumn& column, std::string_view words, Span quote,
                                 Span sentence) {
  if (!is_target(column)) return;
  const std::string segment = label.indicator + without_spaces(words);
  const auto may_state = [&](const Rule& rule) { return rule.kind == RuleKind::kDelegated || column.years; };
  const auto fills_cell = [&](const RuleMatch& match) {
    if (match.silencer(segment) != nullptr) return false;
    const std::optional<Span>& goal = match.group(Group::kGoal);
    return match.rule->kind == RuleKind::kMilestone ? match.span.end == segment.size()
                                                    : goal && goal->begin >= label.indicator.size();
  };
  const RuleMatch match = grammar_.statement_rules.first(segment, may_state, fills_cell);
  if (match.rule == nullptr) return;
  const bool is_milestone = match.rule->kind == RuleKind::kMilestone;
  Draft draft;
  draft.kind = is_milestone ? Kind::kMilestone : Kind::kDelegated;
  draft.rule = match.rule;
  draft.quote = quote;
  draft.sentence = sentence;
  draft.indicator = is_milestone ? segment : label.indicator;
  draft.firmness = Firmness::kFirm;
  draft.nature = label.nature;
  draft.departments = label.departments;
  draft.years = column.years;
  out_.drafts.push_back(std::move(draft));
}

}  // namespace mubiao
