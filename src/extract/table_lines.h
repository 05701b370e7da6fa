#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "mubiao/document.h"
#include "mubiao/normalize.h"
#include "mubiao/span.h"

namespace mubiao {

/// A run of text in a line of a table, with the columns that it takes up on the page. Where tabs part cells, a column
/// of the table is a wide step on the page, so that empty cells count.
struct TableCell {
  static constexpr std::size_t kTabStep = 1000;  // wider than any cell

  Span span;  // in the normalized text
  std::size_t left = 0;
  std::size_t right = 0;

  bool is_behind_tab() const { return left >= kTabStep; }
  /// That stand in front of it in its line.
  std::size_t tabs() const { return left / kTabStep; }
};

/// A line of the normalized text as cells.
struct TableLine {
  /// The same cells as heads of a table, those that were run together apart.
  struct Heads {
    std::vector<TableCell> cells;
    bool possible = false;  // false of a line of prose
  };
  Span span;
  std::size_t page_line = 0;  // in the document
  std::vector<TableCell> cells;
  std::optional<Heads> heads;  // once they were asked for
};

/// Finds where on the page the text stands.
class TablePage {
 public:
  TablePage(const Document& document, const NormalizedText& text) : document_(document), text_(text) {}
  TableLine line(Span span) const;
  TableCell cell(Span span) const;
  std::string_view text(Span span) const { return slice(text_.text, span); }
  std::string_view text() const { return text_.text; }

 private:
  const Document& document_;
  const NormalizedText& text_;
};

/// The lines of a text from one on, each looked at when it is asked for: hardly any is.
class TableLines {
 public:
  /// `begin` is where the first line begins. Points to `page`.
  TableLines(const TablePage& page, std::size_t begin) : page_(&page), next_(begin) {}
  /// Makes the line that begins at `begin` the first. Those behind it that were looked at are kept.
  void begin_at(std::size_t begin);
  bool has(std::size_t line);
  /// Precondition: has(line).
  const TableLine& operator[](std::size_t line) const { return lines_[line]; }
  TableLine& operator[](std::size_t line) { return lines_[line]; }

 private:
  const TablePage* page_;
  std::size_t next_;  // where the first line begins that was not looked at
  std::deque<TableLine> lines_;
};

/// Whether a line has tabs, and is short enough for a row of a table.
bool is_row(std::string_view line);

/// What stands between the tabs of a row. Normalized text has no empty cells.
std::vector<std::string_view> cells_of_row(std::string_view row);

/// Whether a cell is a dash or the like, with the number of a note (—7) or without.
bool stands_for_nothing(std::string_view cell);

/// How far apart two stretches of the page are; 0 if they share a column.
inline std::size_t gap_between(const TableCell& a, const TableCell& b) {
  if (a.right <= b.left) return b.left - a.right + 1;
  return b.right <= a.left ? a.left - b.right + 1 : 0;
}

}  // namespace mubiao
