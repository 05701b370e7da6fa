// Any text as what came out of a file with pages: each page is looked at, none is lost.

#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "read/extracted_text.h"
#include "read/page_tables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mubiao::read;
  std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string_view> pages = split_pages(text);
  std::size_t bytes = 0;
  for (const std::string_view page : pages) bytes += page.size() + 1;
  REQUIRE(bytes == size || bytes == size + 1);
  REQUIRE(find_tables(pages).size() == pages.size());
  for (const std::string_view page : pages) REQUIRE(!has_text(page) || page.size() >= 10);
  REQUIRE(font_problems(text, "fuzz").size() <= 1);
  replace_controls(text);
  const std::string clean = text;
  replace_controls(text);
  REQUIRE(text == clean);
  return 0;
}
