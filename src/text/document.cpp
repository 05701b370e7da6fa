// Document: a decoded text that knows the place in the file of every one of its characters.
// A checkpoint every few hundred bytes, not one a line, makes position() cheap for any shape of text.
#include "mubiao/document.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/place.h"
#include "text/scan.h"

namespace mubiao {

namespace {

constexpr std::size_t kCheckpointEvery = 512;

bool is_character_start(char c) { return (c & 0xC0) != 0x80; }

bool ends_line(std::string_view text, std::size_t i) {
  return text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
}

}  // namespace

Position advance_position(Position position, std::string_view text, std::size_t from, std::size_t to) {
  const std::string_view between = text.substr(from, to - from);
  if (between.find('\r') == std::string_view::npos) {
    const std::size_t lines = count_byte(between, '\n');
    if (lines == 0) return {position.line, position.column + count_code_points(between)};
    const auto* last = static_cast<const char*>(memrchr(between.data(), '\n', between.size()));
    return {position.line + lines,
            1 + count_code_points(between.substr(static_cast<std::size_t>(last - between.data()) + 1))};
  }
  std::size_t line_start = from;
  const std::string_view before = text.substr(0, to);
  for (std::size_t i = find_any(before, from, '\n', '\r'); i < to; i = find_any(before, i + 1, '\n', '\r')) {
    if (!ends_line(text, i)) continue;
    ++position.line;
    position.column = 1;
    line_start = i + 1;
  }
  position.column += count_code_points(before.substr(line_start));
  return position;
}

Document::Document(std::string path, std::string text, OffsetMap to_bytes, Encoding encoding,
                   std::vector<Diagnostic> warnings)
    : path_(std::move(path)),
      text_(std::move(text)),
      to_bytes_(std::move(to_bytes)),
      encoding_(encoding),
      warnings_(std::move(warnings)) {
  Checkpoint here{0, 1, 1};
  checkpoints_.reserve(text_.size() / kCheckpointEvery + 1);
  checkpoints_.push_back(here);
  while (text_.size() - here.offset > kCheckpointEvery) {
    std::size_t next = here.offset + kCheckpointEvery;
    while (next < text_.size() && !is_character_start(text_[next])) ++next;
    const Position position = advance_position({here.line, here.column}, text_, here.offset, next);
    here = {next, position.line, position.column};
    checkpoints_.push_back(here);
  }
}

Position Document::position(std::size_t text_offset) const {
  text_offset = std::min(text_offset, text_.size());
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), text_offset,
                                      [](std::size_t offset, const Checkpoint& c) { return offset < c.offset; });
  const Checkpoint& before = *(after - 1);
  return advance_position({before.line, before.column}, text_, before.offset, text_offset);
}

}  // namespace mubiao
