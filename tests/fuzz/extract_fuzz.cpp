// Any bytes through the whole pipeline with the embedded rules: every quote is the bytes it says it is, records stand
// in document order, explaining them changes nothing, a second reading gives the same, and the JSON is valid.

#include <rapidjson/document.h>

#include <cstdint>
#include <optional>
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

void check_records(std::string_view bytes, const mubiao::Document& document, const mubiao::Extraction& extraction) {
  const bool copied = document.encoding() == mubiao::Encoding::kUtf8 && document.warnings().empty();
  std::size_t begin = 0;
  int n = 0;
  for (const mubiao::Record& record : extraction.records) {
    REQUIRE(record.n == ++n);
    REQUIRE(record.bytes.begin >= begin);
    REQUIRE(record.bytes.begin < record.bytes.end && record.bytes.end <= bytes.size());
    REQUIRE(record.line >= 1 && record.column >= 1);
    REQUIRE(!record.rule.empty() && !record.sentence.empty());
    REQUIRE(record.value || record.kind == mubiao::Kind::kMilestone || record.kind == mubiao::Kind::kDelegated);
    REQUIRE(!record.value_high || *record.value < *record.value_high);
    REQUIRE((record.kind == mubiao::Kind::kTarget) == record.change.has_value());
    REQUIRE(!record.period_start || !record.period_end || *record.period_start <= *record.period_end);
    begin = record.bytes.begin;
    if (!copied) continue;
    REQUIRE(mubiao::slice(bytes, record.bytes) == record.quote);
    REQUIRE(at_border(bytes, record.bytes.begin) && at_border(bytes, record.bytes.end));
  }
}

void check_same(const mubiao::Extraction& left, const mubiao::Extraction& right) {
  REQUIRE(left.records.size() == right.records.size());
  for (std::size_t i = 0; i < left.records.size(); ++i) {
    for (const std::string& field : mubiao::record_fields()) {
      REQUIRE(mubiao::field_text(left.records[i], field) == mubiao::field_text(right.records[i], field));
    }
  }
}

void check(std::string_view bytes, std::optional<mubiao::Encoding> encoding) {
  const auto document = mubiao::decode("fuzz", bytes, encoding);
  if (!document) return;
  const mubiao::Extraction extraction = extractor().extract(*document);
  check_records(bytes, *document, extraction);
  REQUIRE(extraction.accounts.empty());

  const mubiao::Extraction explained = extractor().explain(*document);
  check_same(extraction, explained);
  for (const mubiao::Account& account : explained.accounts) {
    REQUIRE(account.bytes.begin < account.bytes.end && account.bytes.end <= bytes.size());
    REQUIRE((account.verdict == "unaccounted" || account.verdict == "boilerplate") || !account.rule.empty());
  }

  std::string json;
  mubiao::append_json(json, *document, extraction, {.version = "0", .rules = "fuzz"});
  rapidjson::Document parsed;
  parsed.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(json.c_str(),
                                                                                              json.size());
  REQUIRE(!parsed.HasParseError());
  REQUIRE(parsed["records"].Size() == extraction.records.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes, std::nullopt);
  check(bytes, mubiao::Encoding::kGb18030);
  return 0;
}
