// Any bytes as a web page: what comes out is text of whole lines, which reads as itself and is no longer than the page
// and its repeated cells; or one error.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "mubiao/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page(reinterpret_cast<const char*>(data), size);
  const auto document = mubiao::read_document("fuzz", page, {.format = mubiao::Format::kHtml});
  if (!document) {
    REQUIRE(document.error().size() == 1);
    REQUIRE(!document.error()[0].code.empty());
    return 0;
  }
  const std::string& text = document->text();
  REQUIRE(document->byte_size() == size);
  REQUIRE(!text.empty() && text.back() == '\n');
  REQUIRE(text.find_first_of("\r\f\v") == std::string::npos);
  REQUIRE(text.find("\n\n") == std::string::npos && text.front() != '\n');
  REQUIRE(text.size() <= 8 * size + (std::size_t{1} << 20));
  const auto again = mubiao::decode("fuzz", text, mubiao::Encoding::kUtf8);
  REQUIRE(again && again->text() == text);
  return 0;
}
