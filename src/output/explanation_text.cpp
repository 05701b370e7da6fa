// Explanations for people: every number, what became of it, and why.
//
// Doors: narrow, append_explanation_text.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "mubiao/output.h"
#include "mubiao/report.h"
#include "output/column.h"
#include "output/printable.h"

namespace mubiao {
namespace {

using output::pad_to;
using output::printable;

constexpr std::size_t kNameColumn = 4;
constexpr std::size_t kValueColumn = 18;
constexpr std::size_t kReasonColumn = 50;

void append_row(std::string& out, std::string_view name, std::string_view value, std::string_view reason = "") {
  std::string row(kNameColumn, ' ');
  row += name;
  pad_to(row, kValueColumn);
  row += value;
  if (!reason.empty()) {
    pad_to(row, kReasonColumn);
    row += "  ";
    row += reason;
  }
  out += row;
  out += '\n';
}

/// Rules that ended the same way share a row: "no match" may be dozens.
void append_attempts(std::string& out, const std::vector<Attempt>& attempts) {
  std::vector<std::pair<std::string_view, std::string>> rows;
  for (const Attempt& attempt : attempts) {
    const auto same =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.first == attempt.outcome; });
    if (same == rows.end()) {
      rows.emplace_back(attempt.outcome, attempt.rule);
    } else {
      same->second += ", " + attempt.rule;
    }
  }
  for (const auto& [outcome, rules] : rows) append_row(out, "tried", fmt::format("{}: {}", outcome, rules));
}

/// Every field of the record that holds something, with where it came from if that was noted.
void append_record(std::string& out, const Record& record) {
  append_row(out, "record", fmt::format("{} {}", record.n, to_string(record.kind)), record.rule);
  std::map<std::string_view, const Provenance*> source;
  for (const Provenance& each : record.provenance) source.emplace(each.field, &each);
  // Place, quote and rule are in the heading of the entry already.
  for (const std::string& field : record_fields()) {
    if (field == "n" || field == "kind" || field == "quote" || field == "rule") continue;
    if (field == "line" || field == "column" || field == "start" || field == "end") continue;
    const std::optional<std::string> text = field_text(record, field);
    const auto known = source.find(field);
    const std::string_view reason = known == source.end() ? "" : std::string_view(known->second->reason);
    if (text) append_row(out, field, *text, reason);
  }
}

void append_heading(std::string& out, std::size_t line, std::size_t column, std::string_view text,
                    std::string_view verdict, std::string_view rule) {
  // A quote from a wrapped text holds line breaks.
  std::string flat(text);
  std::replace_if(
      flat.begin(), flat.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  std::string row = fmt::format("{}:{}", line, column);
  pad_to(row, 10);
  row += flat;
  pad_to(row, 32);
  fmt::format_to(std::back_inserter(row), "  {}", verdict);
  if (!rule.empty()) fmt::format_to(std::back_inserter(row), "  ({})", rule);
  out += row;
  out += '\n';
}

}  // namespace

void narrow(const ExplainFilter& filter, Extraction& explained) {
  if (filter.line) {
    std::erase_if(explained.accounts, [&](const Account& account) { return account.line != *filter.line; });
    std::erase_if(explained.records, [&](const Record& record) { return record.line != *filter.line; });
  }
  if (filter.unaccounted) {
    std::erase_if(explained.accounts, [](const Account& account) { return account.verdict != "unaccounted"; });
    explained.records.clear();
  }
}

void append_explanation_text(std::string& out, const Document& document, const Extraction& explained,
                             const Producer& producer) {
  std::string scratch;
  fmt::format_to(std::back_inserter(out), "{}: {} numbers, {} records, rules {}\n", printable(document.path(), scratch),
                 explained.accounts.size(), explained.records.size(), producer.rules);
  auto record = explained.records.begin();
  const auto append_records_before = [&](std::size_t offset) {
    for (; record != explained.records.end() && record->bytes.end <= offset; ++record) {
      out += '\n';
      append_heading(out, record->line, record->column, record->quote, to_string(record->kind), record->rule);
      append_record(out, *record);
    }
  };
  for (const Account& account : explained.accounts) {
    append_records_before(account.bytes.begin);
    out += '\n';
    append_heading(out, account.line, account.column, account.text, account.verdict, account.rule);
    if (!account.clause.empty()) append_row(out, "clause", account.clause);
    append_attempts(out, account.attempts);
    if (record != explained.records.end() && record->bytes.overlaps(account.bytes)) append_record(out, *record++);
  }
  append_records_before(std::string::npos);
}

}  // namespace mubiao
