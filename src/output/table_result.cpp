// Records as a table for people: a heading for the document, and a row for each record with what one looks for first.
//
// Door: make_table_result.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "output/column.h"
#include "output/printable.h"
#include "output/results.h"

namespace mubiao {
namespace {

struct Column {
  std::string_view title;
  bool right = false;  // numbers are aligned to the right
};

constexpr std::size_t kIndicator = 0;
constexpr std::size_t kSection = 11;
constexpr std::array kColumns = {
    Column{"indicator"},  Column{"value", true}, Column{"unit"},       Column{"change"},
    Column{"year", true}, Column{"since", true}, Column{"firmness"},   Column{"nature"},
    Column{"kind"},       Column{"page", true},  Column{"line", true}, Column{"section"},
};
static_assert(kColumns[kSection].title == "section");

/// What gives way on a narrow terminal, in this order: down to so many columns; 0 leaves it out.
struct Cut {
  std::size_t column;
  std::size_t width;
};
constexpr std::array kCuts = {Cut{kSection, 10}, Cut{kIndicator, 30}, Cut{kSection, 0}, Cut{kIndicator, 12}};
constexpr std::string_view kBetween = "  ";
using Row = std::array<std::string, kColumns.size()>;
using Widths = std::array<std::size_t, kColumns.size()>;

/// On one line, and nothing a terminal would obey.
std::string flat(std::string_view text) {
  std::string out = output::without_controls(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string cell(const Record& record, std::string_view field) { return flat(field_text(record, field).value_or("")); }

/// "18", ">=18", "15-20": what is meant by a number alone needs no sign.
std::string value_of(const Record& record) {
  if (!record.value) return "";
  const Bound bound = record.bound.value_or(Bound::kEqual);
  if (record.value_high) return cell(record, "value") + "-" + cell(record, "value_high");
  return (bound == Bound::kEqual ? "" : cell(record, "bound")) + cell(record, "value");
}

Row row_of(const Record& record) {
  const bool target = record.kind == Kind::kTarget;
  const bool level = record.change.value_or(Change::kLevel) == Change::kLevel;
  return {cell(record, "indicator"),
          value_of(record),
          cell(record, "unit"),
          level ? "" : cell(record, "change"),
          cell(record, "year"),
          cell(record, "baseline_year"),
          cell(record, "firmness"),
          cell(record, "nature"),
          target ? "" : cell(record, "kind"),
          cell(record, "page"),
          cell(record, "line"),
          record.section.empty() ? "" : flat(record.section.back())};
}

std::size_t sum_of(const Widths& widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) sum += width > 0 ? width + kBetween.size() : 0;
  return sum > 0 ? sum - kBetween.size() : 0;
}

/// As wide as the widest cell; 0 for a column that has nothing in it. Too wide for the terminal, some give way.
Widths widths_of(const std::vector<Row>& rows, std::size_t most) {
  Widths natural{};
  for (std::size_t i = 0; i < natural.size(); ++i) {
    for (const Row& row : rows) natural[i] = std::max(natural[i], display_width(row[i]));
    if (natural[i] > 0) natural[i] = std::max(natural[i], kColumns[i].title.size());
  }
  if (most == 0) return natural;
  Widths widths = natural;
  for (const Cut& cut : kCuts) {
    const std::size_t sum = sum_of(widths);
    if (sum <= most) break;
    std::size_t& width = widths[cut.column];
    if (width > cut.width) width = cut.width == 0 ? 0 : std::max(cut.width, width - std::min(width, sum - most));
  }
  // What the last cut freed beyond need.
  const std::size_t sum = sum_of(widths);
  if (sum < most) widths[kIndicator] = std::min(natural[kIndicator], widths[kIndicator] + most - sum);
  return widths;
}

std::string line_of(const Row& row, const Widths& widths, std::size_t most) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths[i] == 0) continue;
    if (!line.empty()) line += kBetween;
    const std::string text = output::cut_to(row[i], widths[i]);
    const std::string space(widths[i] - display_width(text), ' ');
    line += kColumns[i].right ? space + text : text + space;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return most > 0 ? output::cut_to(line, most) : line;
}

class TableResult : public ResultWriter {
 public:
  explicit TableResult(const TableLook& look) : look_(look) {}
  void append_preamble(std::string&) const override {}

  void begin(std::string& out, const Document& document, const Metadata& metadata, std::string_view) override {
    const std::string path = flat(document.path());
    append_line(out, kBold, metadata.title ? flat(*metadata.title) : path);
    std::string more = metadata.title ? path : "";
    const auto add = [&more](const std::string& text) {
      if (!text.empty()) more += (more.empty() ? "" : " · ") + flat(text);
    };
    add(metadata.number.value_or(""));
    for (const std::string& issuer : metadata.issuer) add(issuer);
    add(metadata.issued.value_or(""));
    if (!more.empty()) append_line(out, kDim, more);
  }

  void record(std::string&, const Record& record) override { rows_.push_back(row_of(record)); }

  void end(std::string& out, const std::vector<Diagnostic>&) override {
    out += '\n';
    if (rows_.empty()) {
      append_line(out, kDim, "nothing found");
    } else {
      const Widths widths = widths_of(rows_, look_.width);
      Row titles;
      for (std::size_t i = 0; i < titles.size(); ++i) titles[i] = kColumns[i].title;
      append_line(out, kDim, line_of(titles, widths, look_.width));
      for (const Row& row : rows_) append_line(out, kPlain, line_of(row, widths, look_.width));
    }
    out += '\n';
    rows_.clear();
  }

 private:
  static constexpr std::string_view kPlain = "";
  static constexpr std::string_view kBold = "\033[1m";
  static constexpr std::string_view kDim = "\033[2m";

  void append_line(std::string& out, std::string_view paint, std::string_view text) const {
    const std::string line = look_.width > 0 ? output::cut_to(text, look_.width) : std::string(text);
    out += look_.color && !paint.empty() ? fmt::format("{}{}\033[0m\n", paint, line) : line + "\n";
  }

  TableLook look_;
  std::vector<Row> rows_;
};

}  // namespace

std::unique_ptr<ResultWriter> output::make_table_result(const TableLook& look) {
  return std::make_unique<TableResult>(look);
}

}  // namespace mubiao
