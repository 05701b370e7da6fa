// Lines of a text as they stand in the file. Doors: split_lines, width_of.
#include "text/lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
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

// Reads the line that begins at `i`, and moves `i` to its end: the LF or form feed, or the end of the text.
Line read_line(std::string_view text, std::size_t& i) {
  Line line;
  line.spaced = false;
  std::size_t indent = 0;
  for (; i < text.size() && is_space(text[i]); ++i) indent += text[i] == '\t' ? kTabWidth : 1;
  line.begin = line.end = i;
  std::size_t gaps = 0;
  for (i = find_blank_or_control(text, i); i < text.size() && !ends_line(text[i]); i = find_blank_or_control(text, i)) {
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

using scan::Bytes;
constexpr int kMostSteps = 60;  // of two columns a byte at most, so that no sum overflows

// Minus the columns of each byte: those of a character count for its first byte, and its other bytes have none.
Bytes columns_of(Bytes bytes) {
  const Bytes first = bytes > static_cast<std::int8_t>(0xBF);
  const Bytes three_or_four = (bytes < 0) & (bytes >= static_cast<std::int8_t>(0xE0));
  const Bytes even = bytes & ~1;
  const Bytes punctuation =
      (even == '(') | (even == ':') | (bytes == ',') | (bytes == '!') | (bytes == '?');  // ( ) : ;
  return first + three_or_four + punctuation;
}

// The sum of sixteen bytes without a sign.
std::uint32_t sum_of(Bytes sums) {
  constexpr std::uint64_t kPairs = 0x00FF00FF00FF00FF;
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &sums, sizeof sums);
  const std::uint64_t pairs =
      (halves[0] & kPairs) + (halves[0] >> 8 & kPairs) + (halves[1] & kPairs) + (halves[1] >> 8 & kPairs);
  return static_cast<std::uint32_t>(pairs * 0x0001000100010001 >> 48);
}

}  // namespace

std::uint32_t width_of(std::string_view text) {
  std::uint32_t width = 0;
  std::size_t i = 0;
  Bytes sums{};
  while (i + sizeof(Bytes) <= text.size()) {
    for (int step = 0; step < kMostSteps && i + sizeof(Bytes) <= text.size(); ++step, i += sizeof(Bytes)) {
      sums -= columns_of(scan::load_bytes(text, i));
    }
    if (i + sizeof(Bytes) > text.size()) break;
    width += sum_of(sums);
    sums = Bytes{};
  }
  if (i < text.size()) {
    Bytes rest{};
    rest += 0x80 - 0x100;  // of no width, as the other bytes of a character
    std::memcpy(&rest, text.data() + i, text.size() - i);
    sums -= columns_of(rest);
  }
  return width + sum_of(sums);
}

std::vector<Line> split_lines(std::string_view text) {
  constexpr std::size_t kUsualLine = 64;  // bytes; memory that is asked for and not used costs nothing
  std::vector<Line> lines;
  lines.reserve(text.size() / kUsualLine);
  bool blank = false;
  bool page = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    Line line = read_line(text, i);
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

}  // namespace mubiao
