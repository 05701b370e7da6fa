// Tables of a page: which ones hold data, and what their rows are as lines.
//
// Door: finish_table.

#include "read/html_table.h"

#include <algorithm>
#include <string_view>

#include "text/characters.h"

namespace mubiao::read {
namespace {

constexpr std::size_t kMostColumns = 100;      // that spans reach
constexpr std::size_t kLongestRepeated = 600;  // bytes: the name of a group, not its text
constexpr std::string_view kWideColon = "：";

std::string_view text_of(const HtmlLines& lines, std::size_t line) { return lines.text(lines.lines()[line]); }

/// What a cell says, on one line. Numbers and Latin words of two blocks are two; Chinese goes on.
std::string text_of(const HtmlLines& lines, const HtmlCell& cell) {
  std::string text;
  for (std::size_t i = cell.first; i < cell.end; ++i) {
    if (lines.lines()[i].hidden) continue;
    const std::string_view line = text_of(lines, i);
    if (!text.empty() && is_ascii_alnum(text.back()) && is_ascii_alnum(line.front())) text += ' ';
    text += line;
  }
  return text;
}

std::size_t characters_of(const HtmlLines& lines, const HtmlCell& cell) {
  std::size_t characters = 0;
  for (std::size_t i = cell.first; i < cell.end; ++i) characters += lines.lines()[i].characters;
  return characters;
}

bool holds_data(const HtmlTable& table, const HtmlLines& lines) {
  constexpr std::size_t kLongText = 300;  // characters
  constexpr std::size_t kManyLines = 12;
  if (table.has_tables || table.is_layout) return false;
  std::size_t rows = 0;
  bool several_columns = false;
  std::size_t all = 0;
  std::size_t largest = 0;
  std::size_t largest_of_many_lines = 0;
  for (const HtmlRow& row : table.rows) {
    std::size_t filled = 0;
    for (const HtmlCell& cell : row.cells) {
      const std::size_t characters = characters_of(lines, cell);
      filled += characters > 0;
      all += characters;
      largest = std::max(largest, characters);
      if (cell.end - cell.first > kManyLines) largest_of_many_lines = std::max(largest_of_many_lines, characters);
    }
    rows += filled > 0;
    several_columns = several_columns || filled > 1;
  }
  const bool one_cell_has_most = (largest > kLongText && largest * 2 > all) || largest_of_many_lines * 3 > all;
  return rows > 1 && several_columns && !one_cell_has_most;
}

// Labels and values: "文号：", "江府〔2024〕5号", "成文日期：", "2024年3月5日".

bool is_label(std::string_view text) {
  constexpr std::size_t kLongest = 40;  // bytes
  return text.size() <= kLongest && (text.ends_with(kWideColon) || text.ends_with(':'));
}

/// A row that has nothing but pairs of them, or nothing at all. Cells are labels by their colon, or by being <th> each
/// before a <td>.
bool is_pairs(const HtmlRow& row, const std::vector<std::string>& cells, bool& has_pair) {
  std::size_t labels = 0;
  bool after_label = false;
  bool by_element = row.cells.size() >= 4 && row.cells.size() % 2 == 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) by_element = by_element && row.cells[i].head == (i % 2 == 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    const bool label = by_element ? row.cells[i].head : is_label(cells[i]);
    if (!label && !after_label) return false;
    has_pair = has_pair || (!label && after_label);
    labels += label;
    after_label = label;
  }
  return true;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = character_at(text, i);
    i += character.size();
    if (character != " " && character != "\u3000") out += character;
  }
  return out;
}

/// Writes rows as lines of a text of their own.
class RowWriter {
 public:
  RowWriter(const HtmlLines& lines, std::uint32_t table, RepeatBudget& budget)
      : from_(lines), table_(table), budget_(budget) {}

  /// The lines of the table that are in no cell: caption and strays.
  void outside(const HtmlTable& table) {
    std::size_t next = table.first;
    const auto until = [this, &next](std::size_t end) {
      for (; next < end; ++next) put(text_of(from_, next), from_.lines()[next]);
    };
    for (const HtmlRow& row : table.rows) {
      for (const HtmlCell& cell : row.cells) {
        until(cell.first);
        next = std::max(next, cell.end);
      }
    }
    until(from_.size());
  }

  void pairs(const HtmlRow& row, const std::vector<std::string>& cells) {
    std::string line;
    const auto flush = [&] {
      if (!line.empty()) put(line, like(row));
      line.clear();
    };
    bool after_label = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      const bool label = is_label(cells[i]) || (row.cells[i].head && !after_label);
      if (label) flush();
      line += label ? without_spaces(cells[i]) : cells[i];
      if (label && !is_label(cells[i])) line += kWideColon;
      after_label = label;
    }
    flush();
  }

  void row(const HtmlRow& row, bool is_head, std::size_t rows_left);

  const std::string& text() const { return text_; }
  const std::vector<HtmlLine>& lines() const { return lines_; }

 private:
  /// A cell of an earlier row that reaches into this one.
  struct Reach {
    std::size_t rows = 0;
    std::string text;
  };

  HtmlLine like(const HtmlRow& row) const {
    HtmlLine line;
    for (const HtmlCell& cell : row.cells) {
      for (std::size_t i = cell.first; i < cell.end; ++i) {
        line.region = from_.lines()[i].region;
        line.characters += from_.lines()[i].characters;
        line.in_links += from_.lines()[i].in_links;
      }
    }
    return line;
  }
  void put(std::string_view text, HtmlLine line) {
    line.begin = static_cast<std::uint32_t>(text_.size());
    line.size = static_cast<std::uint32_t>(text.size());
    lines_.push_back(line);
    text_ += text;
  }
  void add(std::string& line, std::size_t& column, std::string_view text) const {
    if (column++ > 0) line += '\t';
    line += text;
  }
  /// The text again, if that is not too much.
  std::string_view again(std::string_view text) {
    if (text.size() > kLongestRepeated || text.size() > budget_.bytes) return {};
    budget_.bytes -= text.size();
    return text;
  }
  void reaches(std::string& line, std::size_t& column) {
    while (column < reach_.size() && reach_[column].rows > 0) {
      Reach& reach = reach_[column];
      --reach.rows;
      add(line, column, again(reach.text));
    }
  }

  const HtmlLines& from_;
  std::uint32_t table_;
  RepeatBudget& budget_;
  std::string text_;
  std::vector<HtmlLine> lines_;
  std::vector<Reach> reach_;  // by column
};

void RowWriter::row(const HtmlRow& row, bool is_head, std::size_t rows_left) {
  std::string line;
  std::size_t column = 0;
  for (const HtmlCell& cell : row.cells) {
    reaches(line, column);
    const std::string text = text_of(from_, cell);
    const std::size_t rows = std::min<std::size_t>(cell.rows, rows_left + 1);
    for (std::uint32_t i = 0; i < cell.columns && (i == 0 || column < kMostColumns); ++i) {
      if (rows > 1 && column < kMostColumns) {
        if (reach_.size() <= column) reach_.resize(column + 1);
        const bool repeats = text.size() <= kLongestRepeated && (i == 0 || is_head);
        reach_[column] = {rows - 1, repeats ? text : std::string()};
      }
      add(line, column, i == 0 ? std::string_view(text) : is_head ? again(text) : std::string_view());
    }
  }
  while (column < reach_.size()) {
    reaches(line, column);
    if (column < reach_.size()) add(line, column, {});
  }
  line.resize(line.find_last_not_of('\t') + 1);
  if (line.empty()) return;
  HtmlLine as = like(row);
  as.table = table_;
  put(line, as);
}

/// How many rows from the first on say what the columns hold: those of <th>, or a first row with a cell over several
/// columns; and those that cells of these reach into. A row of one cell before them is a title.
std::vector<bool> find_heads(const HtmlTable& table) {
  std::vector<bool> heads(table.rows.size());
  std::size_t reached = 0;
  std::size_t r = 0;
  while (r < table.rows.size() && table.rows[r].cells.size() < 2) ++r;
  for (const std::size_t first = r; r < table.rows.size(); ++r) {
    const HtmlRow& row = table.rows[r];
    const bool by_element =
        row.in_head || (!row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                                          [](const HtmlCell& cell) { return cell.head; }));
    const bool by_span = r == first && std::any_of(row.cells.begin(), row.cells.end(),
                                                   [](const HtmlCell& cell) { return cell.columns > 1; });
    if (!by_element && !by_span && r >= reached) break;
    heads[r] = row.cells.size() > 1;  // else it is the name of a group of rows
    if (!by_element && !by_span) continue;
    for (const HtmlCell& cell : row.cells) reached = std::max(reached, r + cell.rows);
  }
  return heads;
}

}  // namespace

void finish_table(HtmlTable table, std::uint32_t number, HtmlLines& lines, RepeatBudget& budget) {
  if (table.has_tables || table.is_layout) return;
  std::erase_if(table.rows, [](const HtmlRow& row) { return row.cells.empty(); });
  RowWriter writer(lines, number, budget);
  bool has_pair = false;
  const bool pairs = std::all_of(table.rows.begin(), table.rows.end(), [&](const HtmlRow& row) {
    std::vector<std::string> cells;
    for (const HtmlCell& cell : row.cells) cells.push_back(text_of(lines, cell));
    return is_pairs(row, cells, has_pair);
  });
  const bool is_metadata = pairs && has_pair;
  if (!is_metadata && !holds_data(table, lines)) return;
  writer.outside(table);
  const std::vector<bool> heads = find_heads(table);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const HtmlRow& row = table.rows[r];
    if (!is_metadata) {
      writer.row(row, heads[r], table.rows.size() - 1 - r);
      continue;
    }
    std::vector<std::string> cells;
    for (const HtmlCell& cell : row.cells) cells.push_back(text_of(lines, cell));
    writer.pairs(row, cells);
  }
  const std::string text = writer.text();
  lines.replace(table.first, text, writer.lines());
}

}  // namespace mubiao::read
