// Any bytes as a line of JSONL: a document or one problem with its place, never both and never neither. What is passed
// through is an object that can be read again.

#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "mubiao/jsonl_input.h"
#include "text/decoder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (line.find('\n') != std::string_view::npos) return 0;  // two lines
  const mubiao::DocumentLine read = mubiao::read_document_line(line, {}, {"fuzz.jsonl", 1});
  REQUIRE(read.problems.size() <= 1);
  for (const mubiao::Diagnostic& problem : read.problems) {
    REQUIRE(problem.where.line == 1 && problem.where.column <= size + 1);
    REQUIRE(mubiao::to_text(problem).ends_with("\n"));
  }
  if (!read.problems.empty()) return 0;
  REQUIRE(mubiao::utf8_valid_prefix(read.text) == read.text.size());
  REQUIRE(!read.id || !read.id->empty());
  if (read.input.empty()) return 0;
  REQUIRE(read.input.find('\n') == std::string::npos && read.input.find('\r') == std::string::npos);
  const std::string again = R"({"text":"t",)" + read.input.substr(1);
  const mubiao::DocumentLine second = mubiao::read_document_line(again, {}, {"fuzz.jsonl", 1});
  REQUIRE(second.problems.empty() && second.input == read.input);
  return 0;
}
