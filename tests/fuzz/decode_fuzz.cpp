// Any bytes, in any encoding: what comes out is valid UTF-8, and every character of it leads back to bytes of its own.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "mubiao/document.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_border(std::string_view text, std::size_t i) { return i >= text.size() || (text[i] & 0xC0) != 0x80; }

void check(std::string_view bytes, std::optional<mubiao::Encoding> declared) {
  const auto document = mubiao::decode("fuzz", bytes, declared);
  if (!document) {
    require(document.error().size() == 1);
    return;
  }
  const std::string& text = document->text();
  require(document->byte_size() == bytes.size());
  const auto again = mubiao::decode("fuzz", text, mubiao::Encoding::kUtf8);
  require(!again || again->text() == text || text.starts_with("\uFEFF"));

  mubiao::Span last;
  mubiao::Position position;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (!is_border(text, end)) ++end;
    const mubiao::Span source = document->to_bytes({begin, end});
    require(source.begin >= last.end && source.begin < source.end && source.end <= bytes.size());
    last = source;
    const mubiao::Position next = document->position(begin);
    require(next.line > position.line || (next.line == position.line && next.column >= position.column));
    position = next;
    begin = end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes, std::nullopt);
  for (const auto encoding : {mubiao::Encoding::kUtf8, mubiao::Encoding::kUtf16Le, mubiao::Encoding::kUtf16Be,
                              mubiao::Encoding::kGb18030, mubiao::Encoding::kBig5}) {
    check(bytes, encoding);
  }
  return 0;
}
