// Any bytes through the whole pipeline with the embedded rules: every quote is the bytes it says it is,
// records stand in document order, and the JSON is valid.

#include <rapidjson/document.h>

#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "mubiao/extract.h"
#include "mubiao/output.h"

namespace {

const mubiao::Extractor& extractor() {
  static const mubiao::Extractor instance([] {
    auto rules = mubiao::RuleSet::load(mubiao::RuleSet::embedded_files());
    REQUIRE(rules.has_value());
    return *rules;
  }());
  return instance;
}

bool at_border(std::string_view utf8, std::size_t offset) {
  return offset == utf8.size() || (static_cast<unsigned char>(utf8[offset]) & 0xC0) != 0x80;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = mubiao::decode("fuzz", bytes);
  if (!document) return 0;
  const mubiao::Extraction extraction = extractor().extract(*document);
  const bool copied = document->encoding() == mubiao::Encoding::kUtf8 && document->warnings().empty();
  std::size_t begin = 0;
  int n = 0;
  for (const mubiao::Record& record : extraction.records) {
    REQUIRE(record.n == ++n);
    REQUIRE(record.bytes.begin >= begin);
    REQUIRE(record.bytes.begin < record.bytes.end && record.bytes.end <= size);
    begin = record.bytes.begin;
    if (!copied) continue;
    REQUIRE(mubiao::slice(bytes, record.bytes) == record.quote);
    REQUIRE(at_border(bytes, record.bytes.begin) && at_border(bytes, record.bytes.end));
  }
  std::string json;
  mubiao::append_json(json, *document, extraction, {.version = "0", .rules = "fuzz"});
  rapidjson::Document parsed;
  parsed.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(json.c_str(),
                                                                                              json.size());
  REQUIRE(!parsed.HasParseError());
  REQUIRE(parsed["records"].Size() == extraction.records.size());
  return 0;
}
