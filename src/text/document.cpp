// Document: a decoded text that knows the place in the file of every one of its characters.
// A checkpoint every few hundred bytes, not one a line, makes position() cheap for any shape of text.
#include "mubiao/document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <iterator>
#include <utility>

#include "text/place.h"
#include "text/scan.h"

namespace mubiao {

namespace {

constexpr std::size_t kCheckpointEvery = 512;

constexpr std::array<std::string_view, 4> kFormats = {"text", "html", "docx", "pdf"};  // as Format has them

bool is_character_start(char c) { return (c & 0xC0) != 0x80; }

bool ends_line(std::string_view text, std::size_t i) {
  return text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
}

}  // namespace

std::string_view to_string(Format format) { return kFormats[static_cast<std::size_t>(format)]; }

std::optional<Format> parse_format(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto found = std::find(kFormats.begin(), kFormats.end(), lower);
  if (found == kFormats.end()) return std::nullopt;
  return static_cast<Format>(found - kFormats.begin());
}

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
      warnings_(std::move(warnings)),
      source_{Format::kText, to_bytes_.source_size()} {
  for (std::size_t at = text_.find('\f'); at != std::string::npos; at = text_.find('\f', at + 1)) {
    page_ends_.push_back(at);
  }
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

Document::Document(Document&& extracted, Source source, Encoding encoding, std::vector<Diagnostic> more_warnings)
    : Document(std::move(extracted)) {
  source_ = source;
  encoding_ = encoding;
  warnings_.insert(warnings_.begin(), std::make_move_iterator(more_warnings.begin()),
                   std::make_move_iterator(more_warnings.end()));
}

std::optional<std::size_t> Document::page(std::size_t text_offset) const {
  if (page_ends_.empty() && format() != Format::kPdf) return std::nullopt;
  const auto end = std::lower_bound(page_ends_.begin(), page_ends_.end(), text_offset);
  return static_cast<std::size_t>(end - page_ends_.begin()) + 1;
}

Position Document::position(std::size_t text_offset) const {
  text_offset = std::min(text_offset, text_.size());
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), text_offset,
                                      [](std::size_t offset, const Checkpoint& c) { return offset < c.offset; });
  const Checkpoint& before = *(after - 1);
  return advance_position({before.line, before.column}, text_, before.offset, text_offset);
}

}  // namespace mubiao
