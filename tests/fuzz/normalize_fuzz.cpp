// Normalizing any document: the result is stable under normalizing again, and maps back in bounds and order.

#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "mubiao/normalize.h"
#include "output/printable.h"

namespace {

bool opens_block(std::string_view line) { return line.starts_with("一、") || line.starts_with("("); }

mubiao::Document document_of(std::string text) {
  mubiao::OffsetMap copy;
  copy.append_copy(text.size());
  return mubiao::Document("fuzz", std::move(text), std::move(copy), mubiao::Encoding::kUtf8, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = mubiao::decode("fuzz", bytes, mubiao::Encoding::kUtf8);
  if (!document) return 0;
  const mubiao::NormalizedText once = mubiao::normalize(*document, opens_block);
  std::string scratch;
  REQUIRE(mubiao::output::printable(once.text, scratch) == once.text);
  REQUIRE(mubiao::fold_characters(once.text) == once.text);
  REQUIRE(mubiao::normalize(document_of(once.text), opens_block).text == once.text);

  std::size_t last_begin = 0;
  for (std::size_t at = 0; at < once.text.size(); ++at) {
    if ((static_cast<unsigned char>(once.text[at]) & 0xC0) == 0x80) continue;
    const mubiao::Span span = once.to_document({at, once.text.size()});
    REQUIRE(span.begin <= span.end && span.end <= document->text().size());
    REQUIRE(span.begin >= last_begin);
    last_begin = span.begin;
    if (at > 4096) break;  // the map of a long text is searched again for each place
  }
  return 0;
}
