// Any text: normalizing it twice is normalizing it once, there is no empty line and no stray space in the result, and
// spans lead back in order, to borders of characters.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "mubiao/normalize.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_border(std::string_view text, std::size_t i) { return i >= text.size() || (text[i] & 0xC0) != 0x80; }

bool opens_block(std::string_view line) {
  return line.starts_with("一、") || line.starts_with("(一)") || line.starts_with("1.") || line.starts_with("第一章");
}

void check_lines(std::string_view text) {
  require(text.find("\n\n") == std::string_view::npos);
  require(text.empty() || (text.front() != '\n' && text.back() != '\n'));
  for (const std::string_view space : {" \n", "\n ", "\t\n", "\n\t", "  ", "\t\t", "\r", "\f"}) {
    require(text.find(space) == std::string_view::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = mubiao::decode("fuzz", bytes, mubiao::Encoding::kUtf8);
  if (!document) return 0;

  const std::string folded = mubiao::fold_characters(document->text());
  require(mubiao::fold_characters(folded) == folded);

  const mubiao::NormalizedText once = mubiao::normalize(*document, opens_block);
  check_lines(once.text);
  const auto again = mubiao::decode("fuzz", once.text, mubiao::Encoding::kUtf8);
  if (again) require(mubiao::normalize(*again, opens_block).text == once.text);

  const std::string_view source = document->text();
  mubiao::Span last;
  for (std::size_t begin = 0; begin < once.text.size();) {
    std::size_t end = begin + 1;
    while (!is_border(once.text, end)) ++end;
    const mubiao::Span span = once.to_document({begin, end});
    require(span.begin <= span.end && span.end <= source.size());
    require(span.begin >= last.begin && span.end >= last.end);
    require(is_border(source, span.begin) && is_border(source, span.end));
    last = span;
    begin = end;
  }
  return 0;
}
