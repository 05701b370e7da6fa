// A difference between two rule sets for people, in a terminal or a pull request.
//
// Doors: append_difference_text, append_difference_markdown.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mubiao/comparison_output.h"
#include "output/column.h"
#include "output/printable.h"
#include "text/terminal.h"

namespace mubiao {
namespace {

using output::pad_to;
using output::without_controls;

constexpr std::size_t kPlaceColumn = 4;
constexpr std::size_t kKindColumn = 12;
constexpr std::size_t kQuoteColumn = 23;
constexpr std::size_t kRestColumn = 38;
constexpr std::size_t kMostRows = 200;  // GitHub takes 65,536 characters for a comment
constexpr std::string_view kMarkup = "\\`*_[]<>|~&:$";
constexpr std::size_t kLongestCell = 60;  // code points

/// On one line, as much of it as is shown.
std::string flat(std::string_view text) {
  std::string out = without_controls(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string_view sign(Presence what) {
  switch (what) {
    case Presence::kAdded:
      return "+";
    case Presence::kRemoved:
      return "-";
    case Presence::kChanged:
      break;
  }
  return "~";
}

/// "风电装机容量 >= 150 MW 2030 (target.reach)"
std::string brief(const Record& record) {
  std::string out;
  for (const char* field : {"indicator", "bound", "value", "value_high", "unit", "year"}) {
    const std::optional<std::string> text = field_text(record, field);
    if (!text || text->empty()) continue;
    if (!out.empty()) out += ' ';
    out += *text;
  }
  return fmt::format("{}{}({})", out, out.empty() ? "" : " ", record.rule);
}

void append_change(std::string& out, const RecordChange& change) {
  const Record& record = change.record;
  std::string row = fmt::format("  {} {}:{}", sign(change.what), record.line, record.column);
  pad_to(row, kKindColumn);
  fmt::format_to(std::back_inserter(row), " {}", to_string(record.kind));
  pad_to(row, kQuoteColumn);
  row += ' ' + flat(record.quote);
  pad_to(row, kRestColumn);
  out += row + "  " + flat(brief(record)) + '\n';

  std::size_t name_width = 0;
  std::size_t before_width = 0;
  const auto shown = [](const std::optional<std::string>& text) { return text ? flat(*text) : std::string("-"); };
  for (const FieldChange& field : change.fields) {
    name_width = std::max(name_width, field.field.size());
    before_width = std::max(before_width, display_width(shown(field.before)));
  }
  for (const FieldChange& field : change.fields) {
    std::string line = std::string(kPlaceColumn + 2, ' ') + field.field;
    pad_to(line, kPlaceColumn + 2 + name_width + 2);
    line += shown(field.before);
    pad_to(line, kPlaceColumn + 2 + name_width + 2 + std::min<std::size_t>(before_width, 60));
    out += line + "  ->  " + shown(field.after) + '\n';
  }
}

/// Nothing in a cell is markup, mentions anybody, or ends the cell.
std::string cell(std::string_view text) {
  const std::string plain = flat(text);
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < plain.size(); ++count) {
    const std::size_t begin = at;
    if (count == kLongestCell) return out + "…";
    const char32_t c = next_code_point(plain, at);
    const bool marks = c < 0x80 && kMarkup.find(static_cast<char>(c)) != std::string_view::npos;
    if (marks) {
      fmt::format_to(std::back_inserter(out), "&#{};", static_cast<unsigned>(c));
    } else {
      out.append(plain, begin, at - begin);
    }
    if (c == '@' || c == '#') out += "&#8203;";  // no mention and no reference, which are looked for in what is shown
  }
  return out;
}

/// The rows of one record: what it is, or each field that changed.
std::vector<std::string> rows(const std::string& path, const RecordChange& change) {
  const Record& record = change.record;
  const std::string front = fmt::format("| {} | {} | {} | {} {} |", cell(path), record.line, to_string(change.what),
                                        to_string(record.kind), cell(record.quote));
  std::vector<std::string> out;
  if (change.what == Presence::kAdded) out.push_back(fmt::format("{} | | {} |\n", front, cell(brief(record))));
  if (change.what == Presence::kRemoved) out.push_back(fmt::format("{} | {} | |\n", front, cell(brief(record))));
  for (const FieldChange& field : change.fields) {
    out.push_back(fmt::format("{} {} | {} | {} |\n", front, cell(field.field), cell(field.before.value_or("")),
                              cell(field.after.value_or(""))));
  }
  return out;
}

}  // namespace

void append_difference_text(std::string& out, const RulesDifference& difference) {
  for (const DocumentDifference& document : difference.documents) {
    if (document.changes.empty()) continue;
    fmt::format_to(std::back_inserter(out), "{}: {} records, {} before\n", flat(document.path), document.after,
                   document.before);
    for (const RecordChange& change : document.changes) append_change(out, change);
    out += '\n';
  }
  fmt::format_to(std::back_inserter(out), "{} -> {}: {}\n", flat(difference.before), flat(difference.after),
                 difference.summary());
}

void append_difference_markdown(std::string& out, const RulesDifference& difference) {
  fmt::format_to(std::back_inserter(out), "**{} → {}**: {}\n", cell(difference.before), cell(difference.after),
                 difference.summary());
  if (difference.empty()) return;
  out += "\n| document | line | | record | field | before | after |\n| --- | ---: | --- | --- | --- | --- | --- |\n";
  std::size_t shown = 0;
  std::size_t all = 0;
  for (const DocumentDifference& document : difference.documents) {
    for (const RecordChange& change : document.changes) {
      for (const std::string& row : rows(document.path, change)) {
        if (++all > kMostRows) continue;
        out += row;
        ++shown;
      }
    }
  }
  if (all > shown) fmt::format_to(std::back_inserter(out), "\n… and {} more rows.\n", all - shown);
}

}  // namespace mubiao
