// Which pages hold a table, by where on the page its text stands.
//
// Doors: split_pages, find_tables.

#include "read/page_tables.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace mubiao::read {
namespace {

constexpr std::size_t kFewestGaps = 2;
constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kFarthest = 10;  // lines between two rows: a cell may take up several

struct Stretch {
  std::size_t begin = 0;  // columns of the page: pdftotext counts characters, however wide they are
  std::size_t end = 0;
};

/// A line with gaps in it.
struct Row {
  std::size_t line = 0;
  std::vector<Stretch> gaps;
  bool has_number = false;  // in a cell that is not the first
};

bool begins_character(char c) { return (c & 0xC0) != 0x80; }

/// Dots that lead to the page number of a chapter.
bool has_leader(std::string_view line) {
  constexpr std::array<std::string_view, 4> kLeaders = {"....", "····", "…", "． ． ．"};
  return std::any_of(kLeaders.begin(), kLeaders.end(),
                     [line](std::string_view dots) { return line.find(dots) != std::string_view::npos; });
}

/// A number, with little more than its unit or a mark.
bool is_number(std::string_view cell) {
  constexpr std::size_t kLongest = 12;  // characters
  constexpr std::string_view kWideDigits = "\xEF\xBC";
  std::size_t characters = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    characters += begins_character(cell[i]);
    digits += cell[i] >= '0' && cell[i] <= '9';
    if (cell.substr(i).starts_with(kWideDigits) && i + 2 < cell.size()) {
      digits += cell[i + 2] >= '\x90' && cell[i + 2] <= '\x99';
    }
  }
  return digits > 0 && characters <= kLongest && digits * 3 >= characters;
}

/// The row that a line of a page is; none without enough gaps.
std::optional<Row> row_of(std::string_view line, std::size_t number) {
  Row row{.line = number, .gaps = {}, .has_number = false};
  std::size_t column = 0;
  std::size_t spaces = 0;      // before the place
  std::size_t cell_begin = 0;  // in bytes
  std::size_t cell_end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == ' ') {
      ++spaces;
      ++column;
      continue;
    }
    if (spaces >= 2 && cell_end > 0) {
      if (!row.gaps.empty()) row.has_number |= is_number(line.substr(cell_begin, cell_end - cell_begin));
      row.gaps.push_back({column - spaces, column});
      cell_begin = i;
    } else if (cell_end == 0) {
      cell_begin = i;
    }
    column += begins_character(line[i]);
    spaces = 0;
    cell_end = i + 1;
  }
  if (row.gaps.size() < kFewestGaps || has_leader(line)) return std::nullopt;
  row.has_number |= is_number(line.substr(cell_begin, cell_end - cell_begin));
  return row;
}

std::vector<Row> rows_of(std::string_view page) {
  std::vector<Row> rows;
  std::size_t number = 0;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    if (std::optional<Row> row = row_of(page.substr(0, end), number++)) rows.push_back(*std::move(row));
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  return rows;
}

/// How many gaps of `row` go on in `other`. An empty cell makes one gap of two.
std::size_t gaps_in_common(const Row& row, const Row& other) {
  std::size_t count = 0;
  auto beside = other.gaps.begin();
  for (const Stretch& gap : row.gaps) {
    while (beside != other.gaps.end() && beside->end <= gap.begin) ++beside;
    count += beside != other.gaps.end() && beside->begin < gap.end;
  }
  return count;
}

bool are_aligned(const Row& above, const Row& below) {
  return below.line - above.line <= kFarthest && gaps_in_common(above, below) >= kFewestGaps &&
         gaps_in_common(below, above) >= kFewestGaps;
}

bool has_table(const std::vector<Row>& rows) {
  std::size_t aligned = 0;
  std::size_t with_number = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || !are_aligned(rows[i - 1], rows[i])) aligned = with_number = 0;
    ++aligned;
    with_number += rows[i].has_number;
    if (aligned >= kFewestRows && with_number >= kFewestRows - 1) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> split_pages(std::string_view text) {
  std::vector<std::string_view> pages;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\f'), text.size());
    pages.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pages;
}

std::vector<std::uint8_t> find_tables(const std::vector<std::string_view>& pages) {
  std::vector<std::uint8_t> found;
  std::vector<std::uint8_t> has_row;
  for (const std::string_view page : pages) {
    const std::vector<Row> rows = rows_of(page);
    found.push_back(has_table(rows));
    has_row.push_back(std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.has_number; }));
  }
  // Of a table that goes over pages, the first or the last may have a row or two.
  const std::vector<std::uint8_t> sure = found;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool beside = (i > 0 && sure[i - 1] != 0) || (i + 1 < pages.size() && sure[i + 1] != 0);
    if (beside && has_row[i] != 0) found[i] = 1;
  }
  return found;
}

}  // namespace mubiao::read
