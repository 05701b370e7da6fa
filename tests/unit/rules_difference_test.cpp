// Two extractions beside each other: what belongs together, and what is said of it.
#include "mubiao/rules_difference.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract_helpers.h"
#include "mubiao/comparison_output.h"
#include "output_readers.h"

namespace mubiao {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Record record(Span bytes, Kind kind = Kind::kTarget, std::optional<int> year = {}, std::string indicator = "x") {
  Record out;
  out.kind = kind;
  out.bytes = bytes;
  out.year = year;
  out.indicator = std::move(indicator);
  out.quote = "15%";
  out.line = bytes.begin;
  return out;
}

Extraction extraction(std::vector<Record> records) {
  Extraction out;
  out.records = std::move(records);
  return out;
}

/// "~4 year 2025>2030; +9 "
std::string changes(const std::vector<Record>& before, const std::vector<Record>& after,
                    const DifferenceOptions& options = {}) {
  const Document document = testing::read_document("text");
  std::string out;
  for (const RecordChange& change :
       compare_extractions(document, extraction(before), extraction(after), options).changes) {
    out += fmt::format("{}{}", to_string(change.what).substr(0, 1), change.record.bytes.begin);
    for (const FieldChange& field : change.fields) {
      out += fmt::format(" {} {}>{}", field.field, field.before.value_or("-"), field.after.value_or("-"));
    }
    out += "; ";
  }
  return out;
}

TEST(RulesDifference, PairsRecordsByPlace) {
  const Record a = record({0, 4});
  const Record b = record({4, 8});
  const Kind context = Kind::kContext;
  const struct {
    const char* what;
    std::vector<Record> before;
    std::vector<Record> after;
    const char* expected;
  } kRows[] = {
      {"nothing", {}, {}, ""},
      {"the same", {a, b}, {a, b}, ""},
      {"another order", {a, b}, {b, a}, ""},
      {"added", {a}, {a, b}, "a4; "},
      {"removed", {a, b}, {b}, "r0; "},
      {"side by side is not together", {a}, {b}, "r0; a4; "},
      {"a field", {record({0, 4}, Kind::kTarget, 2025)}, {record({0, 4}, Kind::kTarget, 2030)}, "c0 year 2025>2030; "},
      {"null is not empty", {record({0, 4}, Kind::kTarget, 2025)}, {a}, "c0 year 2025>-; "},
      {"the kind", {a}, {record({0, 4}, context)}, "c0 kind target>context; "},
      {"one kind first, though it overlaps less",
       {record({0, 8})},
       {record({0, 8}, context), record({6, 12}, Kind::kTarget, 1999)},
       "a0; c6 year ->1999; "},
      {"one of two at a place went away",
       {record({0, 4}, Kind::kDelegated, 2025), record({0, 4}, Kind::kDelegated, 2030)},
       {record({0, 4}, Kind::kDelegated, 2030)},
       "r0; "},
      {"places alone", {record({0, 4})}, {record({0, 3})}, ""},
  };
  for (const auto& row : kRows) EXPECT_EQ(changes(row.before, row.after), row.expected) << row.what;
}

TEST(RulesDifference, IgnoresWhatItIsTold) {
  Record before = record({0, 4}, Kind::kTarget, 2025, "a");
  Record after = record({0, 4}, Kind::kTarget, 2030, "a");
  before.rule = "target.old";
  after.rule = "target.new";
  EXPECT_EQ(changes({before}, {after}), "c0 year 2025>2030 rule target.old>target.new; ");
  EXPECT_EQ(changes({before}, {after}, {{"rule"}}), "c0 year 2025>2030; ");
  EXPECT_EQ(changes({before}, {after}, {{"rule", "year"}}), "");
  EXPECT_EQ(changes({before}, {}, {{"rule", "year"}}), "r0; ");
}

RulesDifference sample() {
  const Document document = testing::read_document("text");
  Record evil = record({4, 8}, Kind::kTarget, 2025, "a|b`c` <i> @who #5 \x1b[31m\nd" + std::string(100, 'e'));
  Record was = record({0, 3}, Kind::kTarget, 2025, "风电装机");
  Record is = record({0, 3}, Kind::kTarget, 2030, "风电装机");
  RulesDifference out{"HEAD:rules (plan@1)", "rules (plan@2)", {}};
  out.documents.push_back(compare_extractions(document, extraction({was, record({20, 24})}), extraction({is, evil})));
  out.documents.push_back(compare_extractions(document, extraction({was}), extraction({was})));
  return out;
}

TEST(RulesDifference, IsCounted) {
  EXPECT_EQ(sample().summary(), "1 added, 1 removed, 1 changed in 1 of 2 documents");
  EXPECT_FALSE(sample().empty());
  EXPECT_TRUE(RulesDifference{}.empty());
  const CheckReport report = to_check_report(sample());
  ASSERT_EQ(report.findings.size(), 3u);
  EXPECT_EQ(report.findings[0].message, "changed target 15%: year was 2025, is 2030");
  EXPECT_EQ(report.findings[0].code, "changed");
  EXPECT_EQ(report.findings[2].message, "removed target 15%");
  EXPECT_EQ(report.fails_from, Severity::kWarning);
}

TEST(RulesDifferenceOutput, TextIsAligned) {
  std::string out;
  append_difference_text(out, sample());
  EXPECT_THAT(out, HasSubstr("test.txt: 2 records, 2 before\n"));
  EXPECT_THAT(out, HasSubstr("  ~ 0:1      target     15%             风电装机 2030"));
  EXPECT_THAT(out, HasSubstr("\n      year  2025  ->  2030\n"));
  EXPECT_THAT(out, HasSubstr("  - 20:1"));
  EXPECT_THAT(out, HasSubstr("HEAD:rules (plan@1) -> rules (plan@2): 1 added, 1 removed, 1 changed"));
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

TEST(RulesDifferenceOutput, MarkdownHoldsNoMarkupOfDocuments) {
  std::string out;
  append_difference_markdown(out, sample());
  EXPECT_THAT(out, HasSubstr("1 added, 1 removed, 1 changed in 1 of 2 documents\n\n| document |"));
  EXPECT_THAT(out, HasSubstr("| test.txt | 0 | changed | target 15% | year | 2025 | 2030 |\n"));
  EXPECT_THAT(out, HasSubstr("a&#124;b&#96;c&#96; &#60;i&#62; @&#8203;who #&#8203;5 "));
  EXPECT_THAT(out, HasSubstr("e… |\n"));
  for (const char* raw : {"`", "<i>", "@who", " #5", "\x1b"}) EXPECT_THAT(out, Not(HasSubstr(raw)));
  // Every row of the table has its seven cells.
  std::size_t rows = 0;
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find('\n', at);
    const std::string line = out.substr(at, end - at);
    if (line.starts_with('|')) {
      ++rows;
      EXPECT_EQ(std::count(line.begin(), line.end(), '|'), 8) << line;
    }
    at = end + 1;
  }
  EXPECT_EQ(rows, 5u);
}

TEST(RulesDifferenceOutput, LongTablesAreCutAndCounted) {
  std::vector<Record> many;
  for (std::size_t i = 0; i < 205; ++i) many.push_back(record({i * 10, i * 10 + 4}));
  RulesDifference difference{"a", "b", {}};
  difference.documents.push_back(compare_extractions(testing::read_document("text"), extraction({}), extraction(many)));
  std::string out;
  append_difference_markdown(out, difference);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 2 + 2 + 200 + 2);
  EXPECT_THAT(out, HasSubstr("… and 5 more rows."));
}

TEST(RulesDifferenceOutput, JsonHasEverything) {
  std::string out;
  append_difference_json(out, sample());
  const rapidjson::Document json = testing::parse_json(out);
  EXPECT_STREQ(json["added"].GetString(), "1");
  ASSERT_EQ(json["documents"].Size(), 2u);
  ASSERT_EQ(json["documents"][0]["changes"].Size(), 3u);
  const rapidjson::Value& change = json["documents"][0]["changes"][0];
  EXPECT_STREQ(change["what"].GetString(), "changed");
  EXPECT_STREQ(change["record"]["year"].GetString(), "2030");
  EXPECT_STREQ(change["fields"][0]["before"].GetString(), "2025");
  EXPECT_EQ(json["documents"][1]["changes"].Size(), 0u);
}

}  // namespace
}  // namespace mubiao
