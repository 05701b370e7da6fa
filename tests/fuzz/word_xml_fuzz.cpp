// The parts of a Word document (document, styles, numbering, footnotes, with zero bytes between them) in an archive
// whose checksums are right: text on lines, or one problem.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "read/docx.h"
#include "require.h"
#include "word_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  auto parts = mubiao::test::word_parts({.body = "", .styles = " ", .numbering = " ", .footnotes = " "});
  for (const std::string_view name : std::array<std::string_view, 4>{"word/document.xml", "word/styles.xml",
                                                                     "word/numbering.xml", "word/footnotes.xml"}) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    for (auto& part : parts) {
      if (part.name == name) part.data = rest.substr(0, end);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const mubiao::ReadOptions options{.max_text_bytes = std::size_t{1} << 20};
  const std::string file = mubiao::test::zip(parts);
  const auto read = mubiao::read::read_docx("fuzz", file, options);
  if (!read) {
    REQUIRE(read.error().size() == 1 && read.error().front().code.starts_with("E-"));
    return 0;
  }
  REQUIRE(!read->text.empty() && read->text.size() <= options.max_text_bytes && read->text.back() == '\n');
  for (const char c : read->text) REQUIRE(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= ' ');
  return 0;
}
