// JSON, JSONL and CSV: the bytes they write, and that all three hold the same records.

#include "mubiao/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "mubiao/record.h"
#include "output_readers.h"

namespace mubiao {
namespace {

using testing::parse_json;
using testing::read_csv;
using testing::read_json;
using testing::read_jsonl;
using testing::Row;

Document document(std::string path, std::string text = "text") {
  OffsetMap copy;
  copy.append_copy(text.size());
  return Document(std::move(path), std::move(text), std::move(copy), Encoding::kUtf8, {});
}

Record full_record() {
  Record record;
  record.n = 7;
  record.kind = Kind::kTarget;
  record.indicator = "天然气发电装机规模";
  record.value = Number::parse("150");
  record.value_high = Number::parse("200.5");
  record.unit = "MW";
  record.bound = Bound::kRange;
  record.change = Change::kLevel;
  record.year = 2025;
  record.period_start = 2021;
  record.period_end = 2025;
  record.baseline_year = 2020;
  record.firmness = Firmness::kAspirational;
  record.nature = "约束性";
  record.section = {"一、总体要求", "(一)主要目标"};
  record.responsible = {"市能源局", "市发展改革委"};
  record.quote = "15—20.05万\n千瓦";
  record.sentence = "力争到2025年达到15—20.05万千瓦。";
  record.page = 3;
  record.line = 12;
  record.column = 34;
  record.bytes = {56, 78};
  record.rule = "target.reach";
  return record;
}

std::string json_of(const Record& record, const std::string& path = "a.txt") {
  std::string out;
  append_jsonl(out, document(path), {.metadata = {}, .records = {record}, .diagnostics = {}, .accounts = {}},
               {.version = "0", .rules = "plan@1"});
  return out;
}

// --- what is written

TEST(Json, FieldsStandInTheOrderOfTheContract) {
  EXPECT_EQ(json_of(full_record()),
            R"({"doc":"a.txt","n":7,"kind":"target","indicator":"天然气发电装机规模","value":150,"value_high":200.5,)"
            R"("unit":"MW","bound":"range","change":"level","year":2025,"period_start":2021,"period_end":2025,)"
            R"("baseline_year":2020,"firmness":"aspirational","nature":"约束性","section":["一、总体要求","(一)主要目标"],)"
            R"("responsible":["市能源局","市发展改革委"],"quote":"15—20.05万\n千瓦",)"
            R"("sentence":"力争到2025年达到15—20.05万千瓦。","page":3,"line":12,"column":34,"start":56,"end":78,)"
            R"("rule":"target.reach","rules":"plan@1"})"
            "\n");
}

TEST(Json, WhatDoesNotApplyIsNull) {
  Record record;
  record.n = 1;
  record.kind = Kind::kContext;
  record.quote = "3家";
  record.sentence = "3家";
  EXPECT_EQ(json_of(record),
            R"({"doc":"a.txt","n":1,"kind":"context","indicator":null,"value":null,"value_high":null,"unit":null,)"
            R"("bound":null,"change":null,"year":null,"period_start":null,"period_end":null,"baseline_year":null,)"
            R"("firmness":null,"nature":null,"section":null,"responsible":null,"quote":"3家","sentence":"3家",)"
            R"("page":null,"line":1,"column":1,"start":0,"end":0,"rule":null,"rules":"plan@1"})"
            "\n");
}

TEST(Json, DocumentObjectHasOneRecordPerLine) {
  Extraction extraction;
  extraction.metadata.title = "青岚市碳达峰实施方案";
  extraction.metadata.issuer = {"青岚市人民政府", "青岚市发展改革委"};
  extraction.metadata.issued = "2024-01-19";
  extraction.records = {full_record(), full_record()};
  extraction.diagnostics = {{.severity = Severity::kWarning,
                             .code = "W-LIMIT",
                             .message = "too long",
                             .where = {.file = "a.txt", .line = 3}}};
  std::string out;
  append_json(out, document("a.txt", "12345"), extraction, {.version = "0.1.0", .rules = "plan@1.0.0"});

  std::vector<std::string> lines;
  for (std::size_t begin = 0, end; begin < out.size(); begin = end + 1) {
    end = out.find('\n', begin);
    lines.push_back(out.substr(begin, end - begin));
  }
  ASSERT_EQ(lines.size(), 6u) << out;
  EXPECT_EQ(lines[0], R"({"mubiao":{"schema":1,"version":"0.1.0","rules":"plan@1.0.0"},)");
  EXPECT_EQ(lines[1],
            R"("document":{"path":"a.txt","title":"青岚市碳达峰实施方案","number":null,)"
            R"("issuer":["青岚市人民政府","青岚市发展改革委"],"issued":"2024-01-19","format":"text","encoding":"utf-8","bytes":5},)");
  EXPECT_EQ(lines[2], R"("records":[)");
  EXPECT_THAT(lines[3], ::testing::AllOf(::testing::StartsWith(R"({"n":7,)"), ::testing::EndsWith("},")));
  EXPECT_THAT(lines[4], ::testing::AllOf(::testing::StartsWith(R"({"n":7,)"), ::testing::EndsWith("}],")));
  EXPECT_EQ(lines[5],
            R"("diagnostics":[{"severity":"warning","code":"W-LIMIT","message":"too long","line":3,"column":null}]})");
  parse_json(out);
}

TEST(Json, EmptyResultIsStillOneObject) {
  std::string out;
  append_json(out, document("a.txt"), {}, {.version = "0.1.0", .rules = "plan@1.0.0"});
  EXPECT_TRUE(read_json(out).empty());
  EXPECT_TRUE(parse_json(out)["document"]["issuer"].IsNull());
}

struct NumberCase {
  const char* given;
  const char* written;
};

TEST(Json, NumbersKeepTheirDigits) {
  const NumberCase cases[] = {
      {"150", "150"},
      {"-0.5", "-0.5"},
      {"0.1", "0.1"},
      {"12345678901234567890.12345678901234567", "12345678901234567890.12345678901234567"},  // no double holds this
      {"1000000000000000000000000", "1000000000000000000000000"},                            // never 1e24
      {"0.0000000000000000001", "0.0000000000000000001"},
  };
  for (const NumberCase& each : cases) {
    Record record = full_record();
    record.value = Number::parse(each.given);
    EXPECT_THAT(json_of(record), ::testing::HasSubstr("\"value\":" + std::string(each.written) + ",")) << each.given;
  }
}

struct PathCase {
  std::string given;
  std::string in_json;
  std::string in_csv;
};

TEST(Output, AnyFileNameIsSafe) {
  const PathCase cases[] = {
      {"a.txt", "a.txt", "a.txt"},
      {"a,b.txt", "a,b.txt", "\"a,b.txt\""},
      {"a\"b.txt", "a\\\"b.txt", "\"a\"\"b.txt\""},
      {"a\nb.txt", "a\\nb.txt", "\"a\nb.txt\""},
      {"a\rb.txt", "a\\rb.txt", "\"a\rb.txt\""},
      {" a ", " a ", "\" a \""},
      {"方案.txt", "方案.txt", "方案.txt"},
      {"a\xFF.txt", "a\\\\xFF.txt", "a\\xFF.txt"},                                   // no UTF-8 at all
      {"\xE6\x96.txt", "\\\\xE6\\\\x96.txt", "\\xE6\\x96.txt"},                      // cut short
      {"\xC0\xAF", "\\\\xC0\\\\xAF", "\\xC0\\xAF"},                                  // overlong
      {"\xED\xA0\x80", "\\\\xED\\\\xA0\\\\x80", "\\xED\\xA0\\x80"},                  // a surrogate
      {"\xF4\x90\x80\x80", "\\\\xF4\\\\x90\\\\x80\\\\x80", "\\xF4\\x90\\x80\\x80"},  // beyond U+10FFFF
      {"\xF0\x9F\x8C\xB1", "\xF0\x9F\x8C\xB1", "\xF0\x9F\x8C\xB1"},
      {"12345678\xB5", "12345678\\\\xB5", "12345678\\xB5"},  // behind a run of ASCII
      {"\x01", "\\u0001", "\x01"},
  };
  for (const PathCase& each : cases) {
    EXPECT_THAT(json_of(full_record(), each.given), ::testing::StartsWith("{\"doc\":\"" + each.in_json + "\","))
        << each.given;
    std::string csv;
    append_csv(csv, document(each.given),
               {.metadata = {}, .records = {full_record()}, .diagnostics = {}, .accounts = {}},
               {.version = "0", .rules = "plan@1"});
    EXPECT_THAT(csv, ::testing::StartsWith(each.in_csv + ",7,target,")) << each.given;
  }
}

TEST(Csv, HeaderIsDocTheFieldsAndTheRuleSet) {
  std::string out;
  append_csv_header(out);
  EXPECT_EQ(
      out,
      "doc,n,kind,indicator,value,value_high,unit,bound,change,year,period_start,period_end,baseline_year,firmness,"
      "nature,section,responsible,quote,sentence,page,line,column,start,end,rule,rules\n");
}

TEST(Csv, ListsAreJoinedAndNullIsEmpty) {
  std::string out;
  append_csv(out, document("a.txt"), {.metadata = {}, .records = {full_record()}, .diagnostics = {}, .accounts = {}},
             {.version = "0", .rules = "plan,b@1"});
  EXPECT_EQ(out,
            "a.txt,7,target,天然气发电装机规模,150,200.5,MW,range,level,2025,2021,2025,2020,aspirational,约束性,"
            "一、总体要求 > (一)主要目标,市能源局;市发展改革委,\"15—20.05万\n千瓦\","
            "力争到2025年达到15—20.05万千瓦。,3,12,34,56,78,target.reach,\"plan,b@1\"\n");
}

// --- the three formats say the same

/// Text made of what tends to break writers.
std::string odd_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"目标",
                                                   "\"",
                                                   ",",
                                                   "\n",
                                                   "\r\n",
                                                   "\t",
                                                   "\\",
                                                   "\xEF\xBF\xBD",
                                                   "a",
                                                   " ",
                                                   ";",
                                                   " > ",
                                                   "'",
                                                   "{",
                                                   "\xF0\xA0\x80\x80",
                                                   "\x7F",
                                                   "\x1B",
                                                   "</",
                                                   "="};
  std::string text = "x";  // an empty text is null by contract
  for (std::size_t i = random() % 8; i > 0; --i) text += kPieces[random() % kPieces.size()];
  return text;
}

Record odd_record(std::mt19937& random, int n) {
  Record record = full_record();
  record.n = n;
  record.kind = static_cast<Kind>(random() % 4);
  record.indicator = odd_text(random);
  record.value = Number::parse(std::to_string(random()) + std::to_string(random()) + "." + std::to_string(random()));
  if (random() % 2) record.value_high.reset();
  if (random() % 2) record.unit.reset();
  if (random() % 2) record.bound.reset();
  if (random() % 2) record.year.reset();
  if (random() % 2) record.baseline_year.reset();
  if (random() % 2) record.firmness.reset();
  record.section.assign(random() % 3, odd_text(random));
  record.responsible.assign(random() % 3, odd_text(random));
  record.quote = odd_text(random);
  record.sentence = odd_text(random);
  record.bytes = {random() % 1000, 1000 + random() % 1000};
  return record;
}

TEST(Output, AllFormatsHoldTheSameRecords) {
  std::mt19937 random(20240928);
  for (int round = 0; round < 200; ++round) {
    const Document source = document("dir/" + odd_text(random));
    Extraction extraction;
    const int count = static_cast<int>(random() % 5);
    for (int n = 1; n <= count; ++n) extraction.records.push_back(odd_record(random, n));
    std::string json, jsonl, csv;
    append_json(json, source, extraction, {.version = "0", .rules = "r"});
    append_jsonl(jsonl, source, extraction, {.version = "0", .rules = "r"});
    append_csv(csv, source, extraction, {.version = "0", .rules = "r"});

    std::vector<Row> expected;
    for (const Record& record : extraction.records) {
      Row row = {source.path()};
      for (const std::string& field : record_fields()) row.push_back(field_text(record, field));
      row.push_back("r");
      expected.push_back(row);
    }
    EXPECT_EQ(read_json(json), expected);
    EXPECT_EQ(read_jsonl(jsonl), expected);
    EXPECT_EQ(read_csv(csv), expected);
  }
}

}  // namespace
}  // namespace mubiao
