// Lines of a text as they stand in the file. Doors: split_lines, move_lines, width_of.
#include "text/lines.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "text/characters.h"
#include "text/scan.h"

namespace mubiao {

namespace {

constexpr std::size_t kTabWidth = 4;

std::uint16_t clamp16(std::size_t n) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(n, std::numeric_limits<std::uint16_t>::max()));
}

bool ends_line(char c) { return c == '\n' || c == '\f'; }

struct IsBlankOrControl {
  scan::Bytes operator()(scan::Bytes bytes) const { return scan::within(bytes, 0, ' '); }
};
using Blanks = scan::Marked<IsBlankOrControl>;

// Reads the line that begins at `i`, and moves `i` to its end: the LF or form feed, or the end of the text.
Line read_line(std::string_view text, Blanks& blanks, std::size_t& i) {
  Line line;
  line.spaced = false;
  std::size_t indent = 0;
  for (; i < text.size() && is_space(text[i]); ++i) indent += text[i] == '\t' ? kTabWidth : 1;
  line.begin = line.end = i;
  std::size_t gaps = 0;
  for (i = blanks.from(i); i < text.size() && !ends_line(text[i]); i = blanks.from(i)) {
    const std::size_t space = i;
    i = skip_spaces(text, i);
    if (i == space) {
      ++i;  // another control character
    } else if (i == text.size() || ends_line(text[i])) {
      line.end = space;
      break;
    } else {
      gaps += i - space >= 2 || text[space] == '\t';
      line.spaced = true;
    }
  }
  if (i == line.begin || !is_space(text[i - 1])) line.end = i;
  line.indent = clamp16(indent);
  line.gaps = clamp16(gaps);
  return line;
}

// Minus the columns of each byte: those of a character count for its first byte, and its other bytes have none.
scan::Bytes columns_of(scan::Bytes bytes) {
  const auto byte = [](int c) { return static_cast<std::int8_t>(c); };
  const scan::Bytes first = bytes > byte(0xBF);                          // one column, as ASCII
  const scan::Bytes three_or_four = (bytes & byte(0xE0)) == byte(0xE0);  // and one more
  const scan::Bytes without_4 = bytes & byte(~0x04);
  const scan::Bytes punctuation = (without_4 == '(') | (without_4 == ';') | (bytes == ':') |  // ( , ; ? :
                                  ((bytes & byte(~0x08)) == '!');                             // ! )
  return punctuation + three_or_four + first;
}

}  // namespace

std::uint32_t width_of(std::string_view text) {
  constexpr char kOtherByte = '\x80';  // of a character: it has no width
  return static_cast<std::uint32_t>(scan::sum_bytes<2>(text, kOtherByte, columns_of));
}

std::vector<Line> split_lines(std::string_view text) {
  constexpr std::size_t kUsualLine = 64;  // bytes; memory that is asked for and not used costs nothing
  std::vector<Line> lines;
  lines.reserve(text.size() / kUsualLine);
  Blanks blanks(text, {});
  bool blank = false;
  bool page = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    Line line = read_line(text, blanks, i);
    const bool at_form_feed = i < text.size() && text[i] == '\f';
    if (line.begin < line.end) {
      line.blank_before = blank;
      line.page_before = page;
      lines.push_back(line);
      blank = page = false;
    } else if (!at_form_feed) {
      blank = true;
    }
    page = page || at_form_feed;
  }
  return lines;
}

void move_lines(std::string_view text, std::vector<Line>& lines) {
  std::size_t begin = 0;
  for (Line& line : lines) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end - begin != line.end - line.begin) line.width = 0;
    line.begin = begin;
    line.end = end;
    begin = end + 1;
  }
}

}  // namespace mubiao
