#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/extract.h"
#include "rule_set_for_tests.h"

namespace mubiao::testing {

/// The extractor with the embedded rules, made once for a test program.
inline const Extractor& default_extractor() {
  static const Extractor extractor(default_rules());
  return extractor;
}

inline Document read_document(std::string_view bytes, std::optional<Encoding> encoding = std::nullopt) {
  Result<Document> document = decode("test.txt", bytes, encoding);
  if (!document) {
    ADD_FAILURE() << to_text(document.error()[0]);
    return Document("test.txt", "", {}, Encoding::kUtf8, {});
  }
  return std::move(document).value();
}

inline std::vector<Record> records_of(std::string_view text) {
  return default_extractor().extract(read_document(text)).records;
}

/// A record on one line, for tables: kind, indicator, bound and value, unit, then what is not the usual: a change
/// other than level, the year, (its period), the baseline year, aspirational, [its nature].
///   target 装机容量 >=150 MW increase 2025 (2021-2025) base 2020 aspirational
inline std::string brief(const Record& r) {
  std::string out(to_string(r.kind));
  if (!r.indicator.empty()) out += " " + r.indicator;
  if (r.value) {
    out += " " + std::string(r.bound ? to_string(*r.bound) : "") + r.value->to_decimal();
    if (r.value_high) out += "-" + r.value_high->to_decimal();
    if (r.unit && !r.unit->empty()) out += " " + *r.unit;
  }
  if (r.change && *r.change != Change::kLevel) out += " " + std::string(to_string(*r.change));
  if (r.year) out += " " + std::to_string(*r.year);
  if (r.period_start)
    out += " (" + std::to_string(*r.period_start) + "-" + std::to_string(r.period_end.value_or(0)) + ")";
  if (r.baseline_year) out += " base " + std::to_string(*r.baseline_year);
  if (r.firmness == Firmness::kAspirational) out += " aspirational";
  if (r.nature) out += " [" + *r.nature + "]";
  return out;
}

/// One record a line.
inline std::string briefs(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) out += brief(record) + "\n";
  return out;
}
inline std::string briefs(std::string_view text) { return briefs(records_of(text)); }

inline std::string lines(const std::vector<std::string>& each) {
  std::string out;
  for (const std::string& line : each) out += line + "\n";
  return out;
}

/// A document of its own, and what is found in it.
struct ExtractRow {
  std::string text;
  std::vector<std::string> expected;  // brief() of every record
};

inline void check(const std::vector<ExtractRow>& rows) {
  for (const ExtractRow& row : rows) EXPECT_EQ(briefs(row.text), lines(row.expected)) << row.text;
}

}  // namespace mubiao::testing
