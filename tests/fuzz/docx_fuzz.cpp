// Any bytes as a Word document: text on lines, or one problem that says why there is none; twice the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "read/docx.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const mubiao::ReadOptions options{.max_text_bytes = std::size_t{1} << 20};
  const auto first = mubiao::read::read_docx("fuzz", bytes, options);
  const auto second = mubiao::read::read_docx("fuzz", bytes, options);
  REQUIRE(first.has_value() == second.has_value());
  if (!first) {
    REQUIRE(first.error().size() == 1 && first.error().front().code.starts_with("E-"));
    REQUIRE(!first.error().front().message.empty());
    REQUIRE(first.error().front().message == second.error().front().message);
    return 0;
  }
  const std::string& text = first->text;
  REQUIRE(text == second->text);
  REQUIRE(!text.empty() && text.size() <= options.max_text_bytes && text.back() == '\n');
  for (const char c : text) REQUIRE(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= ' ');
  return 0;
}
