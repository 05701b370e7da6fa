// Differences for people. Door: append_differences.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mubiao/difference.h"
#include "output/column.h"
#include "output/printable.h"

namespace mubiao {
namespace {

constexpr std::size_t kLongestShown = 300;  // bytes of a sentence or a value

/// One line, however many the text has, and not too long.
std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (out.size() + (at - begin) > kLongestShown) return out + "…";
    if (c == '\n') {
      if (!out.empty()) out += "⏎";
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      out += "\uFFFD";  // a terminal would obey it
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string shown(const std::optional<std::string>& value) { return value ? one_line(*value) : "null"; }

void append_row(std::string& out, std::string_view side, std::string_view field, std::size_t width,
                const std::optional<std::string>& value) {
  std::string row = fmt::format("    {:<10}{}", side, field);
  output::pad_to(row, 14 + width + 2);
  out += row + shown(value) + "\n";
}

void append_fields(std::string& out, const RecordDifference& difference) {
  std::size_t width = 0;
  for (const FieldDifference& field : difference.fields) width = std::max(width, display_width(field.field));
  const auto append_all = [&](std::string_view side, const auto& value_of) {
    if (difference.fields.empty()) out += fmt::format("    {:<10}a match\n", side);
    for (const FieldDifference& field : difference.fields) append_row(out, side, field.field, width, value_of(field));
  };
  switch (difference.type) {
    case RecordDifference::Type::kMissing:
      append_all("expected", [](const FieldDifference& field) { return field.expected; });
      out += "    found     nothing\n";
      break;
    case RecordDifference::Type::kUnexpected:
      out += "    expected  nothing\n";
      append_all("found", [](const FieldDifference& field) { return field.found; });
      break;
    case RecordDifference::Type::kChanged:
      for (const FieldDifference& field : difference.fields) {
        append_row(out, "expected", field.field, width, field.expected);
        append_row(out, "found", "", width, field.found);
      }
      break;
  }
}

}  // namespace

void append_differences(std::string& out, const std::vector<RecordDifference>& differences) {
  std::string sentence;
  for (const RecordDifference& difference : differences) {
    if (difference.sentence != sentence) out += one_line(difference.sentence) + "\n";
    sentence = difference.sentence;
    if (!difference.quote.empty()) out += "  " + one_line(difference.quote) + "\n";
    append_fields(out, difference);
  }
}

}  // namespace mubiao
