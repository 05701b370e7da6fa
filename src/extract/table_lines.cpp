// Lines of a table as they stand on the page. Normalized text has a tab between cells and no empty ones: the document
// itself tells what stands below what.
//
// Doors: TablePage, TableLines, is_row, cells_of_row, stands_for_nothing.

#include "extract/table_lines.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "extract/characters.h"
#include "text/characters.h"
#include "text/scan.h"

namespace mubiao {
namespace {

// Longer lines and those of more cells are not of an indicator table: they have no cells here.
constexpr std::size_t kLongestLine = 4000;  // bytes
constexpr std::size_t kMostTabs = 60;

bool may_have_cells(std::string_view line) {
  return line.size() <= kLongestLine && count_byte(line, '\t') <= kMostTabs;
}

/// The column of the page behind `before`, the beginning of a line. pdftotext -layout, where most such tables come
/// from, counts characters, however wide they are.
std::size_t column_behind(std::string_view before) {
  const std::size_t tab = before.rfind('\t');
  if (tab == std::string_view::npos) return count_code_points(before);
  return count_byte(before, '\t') * TableCell::kTabStep;
}

/// Where the line of the page begins that `text` ends in; nullopt if it begins before the text.
std::optional<std::size_t> begin_of_last_line(std::string_view text) {
  std::optional<std::size_t> begin;
  for (const char line_end : {'\n', '\f', '\r'}) {
    const auto* const last = static_cast<const char*>(memrchr(text.data(), line_end, text.size()));
    if (last != nullptr) begin = std::max(begin.value_or(0), static_cast<std::size_t>(last - text.data()) + 1);
  }
  return begin;
}

}  // namespace

TableCell TablePage::cell(Span span) const {
  const Span in_document = text_.to_document(span);
  const std::string_view page = slice(document_.text(), {0, in_document.end});
  // A document may be one line: nothing stands below anything there.
  const std::size_t from = in_document.begin - std::min(in_document.begin, kLongestLine);
  const std::string_view before = page.substr(from, in_document.begin - from);
  const std::optional<std::size_t> line_begin = begin_of_last_line(before);
  if (!line_begin && from > 0) return {span, 0, 0};
  const std::string_view on_line = slice(page, in_document);
  const std::size_t left = column_behind(before.substr(line_begin.value_or(0)));
  return {span, left, left + count_code_points(on_line.substr(0, find_any(on_line, 0, '\n', '\f', '\r')))};
}

bool stands_for_nothing(std::string_view cell) {
  constexpr std::array<std::string_view, 6> kDashes = {"—", "——", "-", "--", "–", "/"};
  cell = trim(cell);
  const bool has_note = cell.size() > 1 && cell.starts_with("—") && is_ascii_digit(cell.back());
  if (has_note) cell.remove_suffix(1);
  return std::find(kDashes.begin(), kDashes.end(), cell) != kDashes.end();
}

bool is_row(std::string_view line) { return may_have_cells(line) && line.find('\t') != std::string_view::npos; }

std::vector<std::string_view> cells_of_row(std::string_view row) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= row.size();) {
    const std::size_t tab = std::min(row.find('\t', at), row.size());
    out.push_back(row.substr(at, tab - at));
    at = tab + 1;
  }
  return out;
}

void TableLines::begin_at(std::size_t begin) {
  while (!lines_.empty() && lines_.front().span.begin < begin) lines_.pop_front();
  if (!lines_.empty() && lines_.front().span.begin == begin) return;
  lines_.clear();
  next_ = begin;
}

bool TableLines::has(std::size_t line) {
  const std::string_view text = page_->text();
  while (lines_.size() <= line && next_ < text.size()) {
    const std::size_t end = std::min(text.find('\n', next_), text.size());
    lines_.push_back(page_->line({next_, end}));
    next_ = end + 1;
  }
  return line < lines_.size();
}

TableLine TablePage::line(Span span) const {
  TableLine line;
  line.span = span;
  line.page_line = document_.position(text_.to_document(span).begin).line;
  const std::string_view all = text(span);
  if (!may_have_cells(all)) return line;
  for (const std::string_view words : cells_of_row(all)) {
    const std::size_t begin = span.begin + static_cast<std::size_t>(words.data() - all.data());
    if (!words.empty()) line.cells.push_back(cell({begin, begin + words.size()}));
  }
  return line;
}

}  // namespace mubiao
