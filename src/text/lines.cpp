// Lines of a text as they stand in the file. Doors: split_lines, width_of.
#include "text/lines.h"

#include <algorithm>
#include <array>
#include <limits>

#include "text/characters.h"

namespace mubiao {

namespace {

constexpr std::size_t kTabWidth = 4;

std::uint16_t clamp16(std::size_t n) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(n, std::numeric_limits<std::uint16_t>::max()));
}

// `raw` is a line with all its space; begin is its offset.
Line measure_space(std::string_view raw, std::size_t begin) {
  std::size_t first = 0;
  std::size_t indent = 0;
  while (first < raw.size() && is_space(raw[first])) indent += raw[first++] == '\t' ? kTabWidth : 1;
  std::size_t last = raw.size();
  while (last > first && is_space(raw[last - 1])) --last;

  std::size_t gaps = 0;
  for (std::size_t i = find_space(raw, first); i < last; i = find_space(raw, i)) {
    const std::size_t end = skip_spaces(raw, i);
    gaps += end - i >= 2 || raw[i] == '\t';
    i = end;
  }
  Line line;
  line.begin = begin + first;
  line.end = begin + last;
  line.indent = clamp16(indent);
  line.gaps = clamp16(gaps);
  return line;
}

}  // namespace

std::uint32_t width_of(std::string_view text) {
  // By the first byte of a character; its other bytes have none.
  static constexpr std::array<std::uint8_t, 256> kColumns = [] {
    std::array<std::uint8_t, 256> columns{};
    for (std::size_t c = 0; c < 0x80; ++c) columns[c] = 1;
    for (const char c : std::string_view(",;:!?()")) columns[static_cast<std::uint8_t>(c)] = 2;
    for (std::size_t c = 0xC0; c < 0xE0; ++c) columns[c] = 1;
    for (std::size_t c = 0xE0; c < 0x100; ++c) columns[c] = 2;
    return columns;
  }();
  std::uint32_t width = 0;
  for (const char c : text) width += kColumns[static_cast<std::uint8_t>(c)];
  return width;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = false;
  bool page = false;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && text[end] != '\f') ++end;
    Line line = measure_space(text.substr(begin, end - begin), begin);
    const bool at_form_feed = end < text.size() && text[end] == '\f';
    if (line.begin < line.end) {
      line.blank_before = blank;
      line.page_before = page;
      lines.push_back(line);
      blank = page = false;
    } else if (!at_form_feed) {
      blank = true;
    }
    page = page || at_form_feed;
    begin = end + 1;
  }
  return lines;
}

}  // namespace mubiao
