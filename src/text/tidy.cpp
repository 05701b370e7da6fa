// Spaces inside lines: which of them mean something. Door: tidy_lines.
// Chinese is written without spaces; those in a file are stretched type, typography between Han and digits, or gaps
// between the cells of a table.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "text/characters.h"
#include "text/lines.h"
#include "text/rewriter.h"

namespace mubiao {

namespace {

bool is_gap(std::string_view text, std::size_t begin, std::size_t end) {
  return end - begin >= 2 || text[begin] == '\t';
}

// In letter-spaced type most words are one character, and so are the digits of a number.
bool is_letter_spaced(std::string_view line) {
  std::size_t han = 0;
  std::size_t single = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < line.size();) {
    const std::string_view character = character_at(line, i);
    const std::size_t end = find_space(line, i);
    const bool is_single = end == i + character.size();
    single += is_single;
    han += is_single && is_han(character);
    ++words;
    i = skip_spaces(line, end);
  }
  return han >= 3 && single * 4 >= words * 3;
}

// Whether a space between `out` (what stands before it, tidied) and `rest` (what follows) means something.
// Decided on the neighbours only, so that a tidied line stays as it is.
bool is_meant(std::string_view out, std::string_view rest) {
  static constexpr CharacterSet kNoneBefore(",.;:!?%)]}/~=<>");
  static constexpr CharacterSet kNoneBehind("([{/~=<>");
  static constexpr CharacterSet kEndsPart(",.;:!?%)]}");
  const std::string_view before = character_before(out, out.size());
  const std::string_view after = character_at(rest, 0);
  if (before.empty() || is_wide(before) || is_wide(after)) return false;
  const char a = before.back();
  const char b = after.front();
  const bool word_after = is_ascii_alnum(b) || after.size() == 2;
  if (kNoneBefore.contains(after) || kNoneBehind.contains(before)) return false;
  if (kEndsPart.contains(before)) {
    const std::string_view further = character_before(out, out.size() - 1);
    return word_after && !is_wide(further);
  }
  if (b == '-' || b == '+')
    return !(is_ascii_digit(a) && is_ascii_digit(rest[std::min(skip_spaces(rest, 1), rest.size() - 1)]));
  if (a == '-' || a == '+') {
    const std::string_view further = character_before(out, out.size() - 1);
    return !(is_ascii_digit(b) && !further.empty() && (is_wide(further) || is_ascii_digit(further[0])));
  }
  return true;
}

// A word that is one digit, or the point between two.
bool is_lone_digit(std::string_view text, std::size_t i) {
  return i < text.size() && (is_ascii_digit(text[i]) || text[i] == '.') &&
         (i + 1 == text.size() || is_space(text[i + 1]) || is_wide(character_at(text, i + 1)));
}

// A space beside a wide character means nothing: that is said of nearly all of them, by a byte or two.
bool is_wide_at(std::string_view text, std::size_t i) {
  return i < text.size() && static_cast<std::uint8_t>(text[i]) >= 0xE0;
}
bool is_wide_before(std::string_view text, std::size_t i) {
  const auto is_continuation = [](char c) { return (c & 0xC0) == 0x80; };
  return i >= 3 && is_continuation(text[i - 1]) && is_continuation(text[i - 2]);
}

// A space behind the point of a number in a sentence: 达14. 5平方米. Not 专栏1. 5个项目, nor a list mark.
bool is_in_decimal(std::string_view before, std::string_view after) {
  static constexpr CharacterSet kNumbered("图表栏件注例式章节目题第");
  constexpr std::size_t kMostDigits = 3;
  if (!before.ends_with('.')) return false;
  std::size_t begin = before.size() - 1;
  while (begin > 0 && is_ascii_digit(before[begin - 1])) --begin;
  const std::string_view word = character_before(before, begin);
  if (begin + 1 == before.size() || !is_han(word) || kNumbered.contains(word)) return false;
  std::size_t end = 0;
  while (end < after.size() && is_ascii_digit(after[end])) ++end;
  return end > 0 && end <= kMostDigits && end < after.size() && (after[end] == '%' || is_wide_at(after, end));
}

// A digit at the end of `word`, with a point or without; what stands before it.
std::optional<std::string_view> before_last_digit(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.empty() || !is_ascii_digit(word.back())) return std::nullopt;
  word.remove_suffix(1);
  return word;
}

// Whether digits that stand apart from each other lead to a Han character or to %.
bool ends_spaced_number(std::string_view text) {
  for (std::size_t i = 0; i < text.size() && is_ascii_digit(text[i]); i = skip_spaces(text, i)) {
    if (++i < text.size() && text[i] == '.') ++i;
    if (i < text.size() && (text[i] == '%' || is_wide_at(text, i))) return true;
    if (i < text.size() && !is_space(text[i])) return false;
  }
  return false;
}

bool is_list_number(std::string_view text) { return text.find_first_not_of("0123456789.") == std::string_view::npos; }

// Writes [begin, end) of the source with the spaces that mean something. Says whether there are any.
bool tidy_cell(std::string_view source, std::size_t begin, std::size_t end, Spaces& spaces, Rewriter& writer) {
  const std::string_view cell = source.substr(begin, end - begin);
  const auto space_from = [&](std::size_t i) { return spaces.from(begin + i, end) - begin; };
  std::size_t space = space_from(0);
  if (space == cell.size()) {
    writer.keep(end);
    return false;
  }
  bool spaced = false;
  const std::size_t cell_begin = writer.written_size();
  const bool letter_spaced = is_letter_spaced(cell);  // asked before anything is written over
  std::size_t word = 0;                               // the one before the space
  bool in_spaced_number = false;  // 面积2 0 0万亩: alone it is letter-spaced, from a Han character on
  while (space < cell.size()) {
    const std::size_t next = skip_spaces(cell, space);
    const auto before_digit = before_last_digit(cell.substr(word, space - word));
    in_spaced_number =
        before_digit &&
        (before_digit->empty() ? in_spaced_number
                               : cell[space - 1] != '.' && is_wide_before(*before_digit, before_digit->size())) &&
        ends_spaced_number(cell.substr(next));
    writer.keep(begin + space);
    if (is_wide_before(cell, space) || is_wide_at(cell, next)) {
      writer.drop(begin + next);
    } else {
      const bool beside_digits = letter_spaced && is_lone_digit(cell, word) && is_lone_digit(cell, next);
      const std::string_view before = writer.written().substr(cell_begin);
      const bool in_number = (beside_digits && (before.back() != '.' || !is_list_number(before))) ||
                             is_in_decimal(before, cell.substr(next)) || in_spaced_number;
      const bool meant = !in_number && is_meant(before, cell.substr(next));
      spaced = spaced || meant;
      writer.replace(meant ? " " : "", begin + next);
    }
    word = next;
    space = space_from(next);
  }
  writer.keep(end);
  return spaced;
}

std::vector<Span> cells_of(std::string_view text, const Line& line) {
  std::vector<Span> cells;
  std::size_t begin = line.begin;
  for (std::size_t i = line.begin; i < line.end;) {
    if (!is_space(text[i])) {
      ++i;
      continue;
    }
    const std::size_t next = skip_spaces(text, i);
    if (is_gap(text, i, next)) {
      cells.push_back({begin, i});
      begin = next;
    }
    i = next;
  }
  cells.push_back({begin, line.end});
  return cells;
}

// Where a row goes on, the last characters of its heads may stand far apart, each below its own: 年 … 性.
bool are_far_apart(std::string_view text, const std::vector<Span>& cells) {
  constexpr std::size_t kFar = 6;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (cells[i + 1].begin - cells[i].end < kFar && text[cells[i].end] != '\t') return false;
  }
  return true;
}

// Tabs part three cells or more: these may be sentences.
bool are_parted_by_tabs(std::string_view text, const std::vector<Span>& cells) {
  if (cells.size() < 3) return false;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (slice(text, Span{cells[i].end, cells[i + 1].begin}).find('\t') == std::string_view::npos) return false;
  }
  return true;
}

// Cells of a row: neither a word in wide letter-spacing nor a sentence with a hole.
bool is_row(std::string_view text, const Line& line, const std::vector<Span>& cells, bool below_row, bool beside_gaps,
            const OpensBlock& opens_block) {
  static constexpr CharacterSet kEndsNoCell("，,。;:、(《“");
  static constexpr CharacterSet kBeginsNoCell("，,。;:、)》”");
  if (std::all_of(cells.begin(), cells.end(), [&](Span cell) { return is_one_han(slice(text, cell)); }))
    return below_row && are_far_apart(text, cells);
  if (are_parted_by_tabs(text, cells)) return true;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (kEndsNoCell.contains(character_before(text, cells[i].end))) return false;
    if (kBeginsNoCell.contains(character_at(text, cells[i + 1].begin))) return false;
  }
  if (cells.size() > 2) return true;
  return beside_gaps && !opens_block(slice(text, line));
}

// Four dots or more lead the eye to a page number.
constexpr std::array<std::string_view, 2> kLeaders = {"....", "····"};
bool has_leader(std::string_view line) {
  return std::any_of(kLeaders.begin(), kLeaders.end(),
                     [line](std::string_view dots) { return line.find(dots) != std::string_view::npos; });
}

// The dots that leaders can be made of, in a text whose lines are asked about in order: most lines have none.
class Dots {
 public:
  explicit Dots(std::string_view text) : text_(text) {}
  bool are_in(const Line& line) {
    for (std::size_t i = 0; i < kDots.size(); ++i) {
      if (next_[i] < line.begin || line.begin == 0) next_[i] = std::min(text_.find(kDots[i], line.begin), text_.size());
    }
    return next_[0] < line.end || next_[1] < line.end;
  }

 private:
  static constexpr std::array<char, 2> kDots = {'.', '\xC2'};  // the first bytes of the leaders
  std::string_view text_;
  std::array<std::size_t, 2> next_{};
};

// Writes line i, which has spaces, with those that mean something, and says of it which those are.
void tidy_spaces(std::string_view text, std::vector<Line>& lines, std::size_t i, const OpensBlock& opens_block,
                 Spaces& spaces, Rewriter& writer) {
  Line& line = lines[i];
  const bool below_row = i > 0 && lines[i - 1].kind == LineKind::kRow;
  const bool beside_gaps = below_row || (i + 1 < lines.size() && lines[i + 1].gaps > 0);
  std::vector<Span> cells;
  if (line.gaps > 0) cells = cells_of(text, line);
  if (line.gaps > 0 && is_row(text, line, cells, below_row, beside_gaps, opens_block)) {
    line.kind = LineKind::kRow;
    line.gaps = static_cast<std::uint16_t>(std::min<std::size_t>(cells.size() - 1, 0xFFFF));
    for (const Span cell : cells) {
      if (cell.begin != line.begin) writer.replace("\t", cell.begin);
      tidy_cell(text, cell.begin, cell.end, spaces, writer);
    }
    line.width = 0;
  } else {
    line.gaps = 0;
    if (line.spaced) {
      line.spaced = tidy_cell(text, line.begin, line.end, spaces, writer);
      line.width = 0;
    }
    writer.keep(line.end);
  }
}

}  // namespace

std::optional<OffsetMap> tidy_lines(std::string_view text, std::vector<Line>& lines, const OpensBlock& opens_block,
                                    std::string& target) {
  Rewriter writer(text, target);
  Dots dots(text);
  Spaces spaces(text, {});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (i == 0) {
      writer.drop(line.begin);
    } else {
      writer.replace("\n", line.begin);
    }
    const std::size_t begin = writer.written_size();
    const bool has_dots = dots.are_in(line);
    std::string_view tidied = slice(text, line);
    if (line.gaps == 0 && !line.spaced) {
      writer.keep(line.end);  // as most lines are kept, which need not be written yet
    } else {
      tidy_spaces(text, lines, i, opens_block, spaces, writer);
      tidied = writer.written().substr(begin);
    }
    line.begin = begin;
    line.end = begin + tidied.size();
    if (line.width == 0) line.width = width_of(tidied);
    if (has_dots && line.kind == LineKind::kProse && has_leader(tidied)) line.kind = LineKind::kLeader;
    // The last character of a head or of a cell, on a line of its own.
    if (i > 0 && lines[i - 1].kind == LineKind::kRow && is_one_han(tidied)) line.kind = LineKind::kRow;
  }
  writer.drop(text.size());
  return std::move(writer).finish();
}

}  // namespace mubiao
