// Cells that stand for several rows of an aligned table. A page has no borders, so that a cell is found by its words:
// they are set in the middle of the rows that have nothing of their own there.
//
// Door: find_shared_cells.

#include "extract/shared_cells.h"

#include <algorithm>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostBetweenPieces = 2;  // lines of the page from one piece to the next
constexpr std::size_t kSlack = 3;              // half lines that the words may be off the middle of their rows

class ColumnReader {
 public:
  ColumnReader(const TablePage& page, const std::vector<ColumnLine>& lines) : page_(page), lines_(lines) {}

  std::vector<SharedCell> read() const {
    std::vector<SharedCell> out;
    for (std::size_t at = 0; at < lines_.size();) {
      if (!has_words(at)) {
        ++at;
        continue;
      }
      const std::size_t last = last_piece(at);
      SharedCell cell = cell_of(at, last);
      const bool is_plain = at == last && cell.rows.size() == 1 && lines_[at].row;
      if (!cell.rows.empty() && !is_plain) out.push_back(std::move(cell));
      at = last + 1;
    }
    return out;
  }

 private:
  bool has_words(std::size_t at) const {
    return lines_[at].cell && !holds_digit(text(at)) && !stands_for_nothing(text(at));
  }
  bool has_value(std::size_t at) const { return lines_[at].cell && !has_words(at); }
  std::string_view text(std::size_t at) const { return page_.text(lines_[at].cell->span); }

  // Words beside two rows that follow each other are each its own.
  std::size_t last_piece(std::size_t first) const {
    std::size_t last = first;
    for (std::size_t at = first + 1; at < lines_.size() && !has_value(at); ++at) {
      if (lines_[at].page_line > lines_[last].page_line + kMostBetweenPieces) break;
      if (has_words(at) && lines_[at].row && lines_[last].row) break;
      if (has_words(at)) last = at;
    }
    return last;
  }

  // The rows without a value of their own around the pieces, as far as the pieces are in the middle of them.
  std::vector<std::size_t> rows_of(std::size_t first, std::size_t last) const {
    std::vector<std::size_t> at_lines;
    std::size_t from = first;
    while (from > 0 && !has_value(from - 1) && !has_words(from - 1)) --from;
    for (std::size_t at = from; at < lines_.size() && !has_value(at) && (at <= last || !has_words(at)); ++at) {
      if (lines_[at].row) at_lines.push_back(at);
    }
    const std::size_t middle = lines_[first].page_line + lines_[last].page_line;  // twice
    while (at_lines.size() > 1) {
      const std::size_t of_rows = lines_[at_lines.front()].page_line + lines_[at_lines.back()].page_line;
      if (of_rows > middle + kSlack) {
        at_lines.pop_back();
      } else if (of_rows + kSlack < middle) {
        at_lines.erase(at_lines.begin());
      } else {
        break;
      }
    }
    return at_lines;
  }

  SharedCell cell_of(std::size_t first, std::size_t last) const {
    SharedCell out;
    for (std::size_t at = first; at <= last; ++at) {
      if (has_words(at)) out.text += text(at);
    }
    out.span = {lines_[first].cell->span.begin, lines_[last].cell->span.end};
    out.lines = {lines_[first].line.begin, lines_[last].line.end};
    for (const std::size_t at : rows_of(first, last)) {
      out.rows.push_back(*lines_[at].row);
      out.lines.begin = std::min(out.lines.begin, lines_[at].line.begin);
      out.lines.end = std::max(out.lines.end, lines_[at].line.end);
    }
    return out;
  }

  const TablePage& page_;
  const std::vector<ColumnLine>& lines_;
};

}  // namespace

std::vector<SharedCell> find_shared_cells(const TablePage& page, const std::vector<ColumnLine>& lines) {
  return ColumnReader(page, lines).read();
}

}  // namespace mubiao
