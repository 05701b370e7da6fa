// What is wrong in a document, in words. Door: MistakeWriter.
#include "compare/mistakes.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/field_match.h"
#include "compare/one_line.h"

namespace mubiao::compare {
namespace {

constexpr std::size_t kBefore = 30;  // code points shown around a quote
constexpr std::size_t kAfter = 20;

std::string amount(std::string_view low, std::string_view high, std::string_view unit) {
  return fmt::format("{}{}{}{}{}", low, high.empty() ? "" : " to ", high, unit.empty() ? "" : " ", unit);
}

std::string amount(const GoldRecord& gold) { return amount(gold.number, gold.number_high, gold.unit); }

std::string amount(const Record& record) {
  const auto digits = [](const std::optional<Number>& value) { return value ? value->to_decimal() : std::string(); };
  return amount(digits(record.value), digits(record.value_high), record.unit.value_or(""));
}

/// "风电装机容量 >= 150 MW in 2030"
std::string summary(std::string_view indicator, std::string_view bound, const std::string& amount,
                    const std::optional<int>& year) {
  std::string out(indicator);
  const auto add = [&out](std::string_view word) {
    if (word.empty()) return;
    if (!out.empty()) out += ' ';
    out += word;
  };
  add(bound);
  add(amount);
  if (year) add(fmt::format("in {}", *year));
  return out;
}

/// What became of a number says nothing of a goal without one, though its clause may hold it.
bool has_number(Kind kind) { return kind == Kind::kTarget || kind == Kind::kContext; }

/// Where a field came from; nothing if that is just the rule that made the record.
std::string reason_of(const Record& record, std::string_view field) {
  const auto known = std::find_if(record.provenance.begin(), record.provenance.end(),
                                  [field](const Provenance& each) { return each.field == field; });
  return known == record.provenance.end() || known->reason == record.rule ? std::string() : known->reason;
}

}  // namespace

Mistake& MistakeWriter::add(MistakeKind what, Kind kind, Span place) {
  Mistake mistake{.what = what, .kind = kind};
  const Position position = document_.position(code_points_.to_text(place).begin);
  mistake.where = {document_.path(), position.line, position.column};
  mistake.before = one_line(code_points_.text({place.begin - std::min(place.begin, kBefore), place.begin}));
  mistake.quote = one_line(code_points_.text(place));
  mistake.after = one_line(code_points_.text({place.end, place.end + kAfter}));
  return mistakes_.emplace_back(Placed{place.begin, std::move(mistake)}).mistake;
}

void MistakeWriter::wrong_value(const GoldRecord& gold, const Record& record) {
  Mistake& mistake = add(MistakeKind::kWrongValue, gold.kind, gold.place);
  mistake.field = "value";
  mistake.annotated = amount(gold);
  mistake.found = amount(record);
  mistake.rule = record.rule;
  mistake.reason = reason_of(record, "value");
  mistake.gold = gold.where;
}

void MistakeWriter::wrong_field(EvalField field, const GoldRecord& gold, const Record& record) {
  Mistake& mistake = add(MistakeKind::kWrongField, gold.kind, gold.place);
  mistake.field = to_string(field);
  mistake.annotated = field_text(field, gold);
  mistake.found = field_text(field, record);
  mistake.rule = record.rule;
  mistake.reason = reason_of(record, mistake.field);
  mistake.gold = gold.where;
}

std::string MistakeWriter::missed(const GoldRecord& gold) {
  Mistake& mistake = add(MistakeKind::kMissed, gold.kind, gold.place);
  mistake.annotated =
      gold.kind == Kind::kContext ? "context" : summary(gold.indicator, gold.bound, amount(gold), gold.year);
  mistake.gold = gold.where;
  mistake.found = "nothing";
  // What else became of it: a record of another kind, or a number that is no record, as names and years are.
  const Span bytes = document_.to_bytes(code_points_.to_text(gold.place));
  for (const Record& record : extraction_.records) {
    if (record.kind == gold.kind || has_number(record.kind) != has_number(gold.kind)) continue;
    if (!record.bytes.overlaps(bytes)) continue;
    mistake.found = to_string(record.kind);
    return mistake.rule = record.rule;
  }
  for (const Account& account : extraction_.accounts) {
    if (!has_number(gold.kind) || account.rule.empty() || !account.bytes.overlaps(bytes)) continue;
    mistake.found = account.verdict;
    return mistake.rule = account.rule;
  }
  return "";
}

void MistakeWriter::extra(const Record& record, Span place, const Gold& gold) {
  Mistake& mistake = add(MistakeKind::kExtra, record.kind, place);
  mistake.found = summary(record.indicator, record.bound ? to_string(*record.bound) : "", amount(record), record.year);
  mistake.rule = record.rule;
  mistake.annotated = "nothing";
  for (const GoldRecord& each : gold.records) {
    if (!each.place.overlaps(place)) continue;
    mistake.annotated = to_string(each.kind);
    mistake.gold = each.where;
    if (each.kind != record.kind) return;
  }
}

std::vector<Mistake> MistakeWriter::take() {
  std::stable_sort(mistakes_.begin(), mistakes_.end(),
                   [](const Placed& a, const Placed& b) { return a.begin < b.begin; });
  std::vector<Mistake> out;
  for (Placed& placed : mistakes_) out.push_back(std::move(placed.mistake));
  mistakes_.clear();
  return out;
}

}  // namespace mubiao::compare
