// Any bytes as a document: what is decoded is UTF-8, and every span of it maps to bytes in bounds, in order,
// covering the file.

#include <cstdint>
#include <optional>
#include <string_view>

#include "fuzz/require.h"
#include "mubiao/document.h"
#include "output/printable.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::optional<mubiao::Encoding> declarations[] = {std::nullopt, mubiao::Encoding::kUtf8,
                                                          mubiao::Encoding::kGb18030, mubiao::Encoding::kUtf16Le};
  for (const auto& declared : declarations) {
    const auto document = mubiao::decode("fuzz", bytes, declared);
    if (!document) continue;
    const std::string& text = document->text();
    std::string scratch;
    REQUIRE(mubiao::output::printable(text, scratch) == text);
    REQUIRE(document->byte_size() == size);

    std::size_t last_begin = 0;
    std::size_t last_end = 0;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t next = at + 1;
      while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
      const mubiao::Span span = document->to_bytes({at, next});
      REQUIRE(span.begin >= last_begin && span.end >= last_end);
      REQUIRE(span.begin <= span.end && span.end <= size);
      last_begin = span.begin;
      last_end = span.end;
      at = next;
    }
    const mubiao::Position end = document->position(text.size());
    REQUIRE(end.line >= 1 && end.column >= 1);
  }
  return 0;
}
