// What differs between expected and found records, and how it is shown.
#include "mubiao/difference.h"

#include <gtest/gtest.h>

#include "mubiao/output.h"

namespace mubiao {
namespace {

using Records = std::vector<Fields>;

std::string shown(const std::vector<RecordDifference>& differences) {
  std::string out;
  append_differences(out, differences);
  return out;
}

struct Row {
  const char* name;
  Records expected;
  Records found;
  const char* summary;
  const char* text;
};

TEST(Differences, OfRecordsInOrder) {
  const Row rows[] = {
      {"nothing", {}, {}, "", ""},
      {"what is not expected is not looked at", {{{"a", "1"}}}, {{{"a", "1"}, {"b", "2"}}}, "", ""},
      {"null equals a field that is not there", {{{"a", std::nullopt}}}, {{}}, "", ""},
      {"one field", {{{"a", "1"}}}, {{{"a", "2"}}}, "a differs", "    expected  a  1\n    found        2\n"},
      {"null", {{{"a", "1"}}}, {{}}, "a differs", "    expected  a  1\n    found        null\n"},
      {"columns are those of a terminal",
       {{{"bound", "="}, {"指标", "风电"}}},
       {{{"bound", ">="}, {"指标", "光伏"}}},
       "bound and 指标 differ",
       "    expected  bound  =\n    found            >=\n    expected  指标   风电\n    found            光伏\n"},
      {"the one that agrees is paired",
       {{{"a", "1"}}, {{"a", "2"}}},
       {{{"a", "2"}}},
       "2 expected, 1 found",
       "    expected  a  1\n    found     nothing\n"},
      {"one too many",
       {{{"a", "2"}}},
       {{{"a", "1"}, {"line", "7"}, {"b", std::nullopt}}, {{"a", "2"}}},
       "1 expected, 2 found",
       "    expected  nothing\n    found     a  1\n"},
      {"any match", {{}}, {}, "1 expected, 0 found", "    expected  a match\n    found     nothing\n"},
      {"in the middle",
       {{{"a", "1"}}, {{"a", "2"}}, {{"a", "3"}}},
       {{{"a", "1"}}, {{"a", "3"}}},
       "3 expected, 2 found",
       "    expected  a  2\n    found     nothing\n"},
      {"the quote stands above",
       {{{"a", "1"}}},
       {{{"a", "2"}, {"quote", "15个"}}},
       "a differs",
       "  15个\n    expected  a  1\n    found        2\n"},
      {"several lines and controls become one line",
       {{{"a", "1\n2"}}},
       {{{"a", "\x1b[31m"}}},
       "a differs",
       "    expected  a  1⏎2\n    found        \uFFFD[31m\n"},
  };
  for (const Row& row : rows) {
    const auto all = differences(row.expected, row.found);
    EXPECT_EQ(difference_summary(all, row.expected.size(), row.found.size()), row.summary) << row.name;
    EXPECT_EQ(shown(all), row.text) << row.name;
  }
}

TEST(Differences, ALongValueIsCut) {
  const std::string text = shown(differences({{{"a", std::string(2000, 'x')}}}, {{}}));
  EXPECT_LT(text.size(), 400u);
  EXPECT_NE(text.find("…"), std::string::npos);
}

// More pairs than are tried: they are held against each other one by one, and it takes no time.
TEST(Differences, OfVeryManyRecords) {
  const Records expected(20000, Fields{{"a", "1"}});
  const Records found(20001, Fields{{"a", "1"}});
  EXPECT_EQ(differences(expected, found).size(), 1u);
}

Fields record(const char* start, const char* value, const char* n) {
  return {{"doc", "x"}, {"n", n}, {"start", start}, {"value", value}, {"line", "3"}, {"sentence", "句子。"}};
}

TEST(Differences, OfADocumentArePairedByPlace) {
  const Records expected = {record("10", "1", "1"), record("20", "2", "2"), record("40", "4", "3")};
  const Records found = {record("10", "1", "1"), record("30", "3", "2"), record("40", "5", "3")};
  const auto all = differences_by_place(expected, found);
  EXPECT_EQ(shown(all),
            "句子。\n"
            "    expected  value  2\n    found     nothing\n"
            "    expected  nothing\n    found     value  3\n"
            "    expected  value  4\n    found            5\n");
  for (const RecordDifference& difference : all) EXPECT_EQ(difference.line, 3u);
  EXPECT_EQ(difference_summary(all, 3, 3), "1 missing, 1 not expected");
  EXPECT_TRUE(differences_by_place(found, found).empty());
  // Records that only moved up in the count are the same.
  EXPECT_EQ(differences_by_place(expected, {record("20", "2", "1"), record("40", "4", "2")}).size(), 1u);
}

TEST(Jsonl, ReadsBackWhatWasWritten) {
  const auto document = decode("a.txt", "一、目标\n到2025年，装机容量达到15万千瓦以上。\n");
  ASSERT_TRUE(document.has_value());
  const Extraction extraction = Extractor(RuleSet::embedded()).extract(*document);
  ASSERT_FALSE(extraction.records.empty());
  std::string text;
  append_jsonl(text, *document, extraction, {"1", "plan@1"});
  const Result<Records> records = read_jsonl(text, "a.jsonl");
  ASSERT_TRUE(records.has_value());
  ASSERT_EQ(records->size(), extraction.records.size());
  for (std::size_t i = 0; i < records->size(); ++i) {
    for (const std::string& field : record_fields()) {
      EXPECT_EQ((*records)[i].at(field), field_text(extraction.records[i], field)) << field;
    }
  }
}

TEST(Jsonl, SaysWhatIsNoRecord) {
  struct Line {
    const char* text;
    std::size_t line;  // 0: nothing is wrong
    std::size_t records;
  };
  const Line lines[] = {
      {"", 0, 0},
      {"\n \r\n", 0, 0},
      {"{}\n{}", 0, 2},
      {"{\"a\":1.50,\"b\":null,\"c\":[],\"d\":[\"x\",\"y\"],\"e\":true}\n", 0, 1},
      {"{}\n5\n", 2, 0},
      {"[]", 1, 0},
      {"null", 1, 0},
      {"{\"a\":{}}", 1, 0},
      {"{\"a\":[[1]]}", 1, 0},
      {"{\"a\":1,\"a\":2}", 1, 0},
      {"{\"a\":1", 1, 0},
      {"{} {}", 1, 0},
      {"{\"a\":\"\xff\"}", 1, 0},
  };
  for (const Line& line : lines) {
    const Result<Records> records = read_jsonl(line.text, "x.jsonl");
    EXPECT_EQ(records.has_value(), line.line == 0) << line.text;
    if (records) {
      EXPECT_EQ(records->size(), line.records) << line.text;
    } else {
      EXPECT_EQ(records.error().front().where.line, line.line) << line.text;
    }
  }
  EXPECT_FALSE(read_jsonl(std::string_view("{}\0x", 4), "x.jsonl").has_value());
  const Result<Records> lists = read_jsonl("{\"a\":1.50,\"d\":[\"x\",\"y\"],\"c\":[]}", "x.jsonl");
  EXPECT_EQ(lists->front().at("a"), "1.50");
  EXPECT_EQ(lists->front().at("d"), "x > y");
  EXPECT_EQ(lists->front().at("c"), std::nullopt);
}

}  // namespace
}  // namespace mubiao
