// Annotations: what is read, and what is said of lines that are none.
#include "mubiao/gold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract_helpers.h"

namespace mubiao {
namespace {

using ::testing::ElementsAre;

// Code points: 到 0, 15万千瓦 13 to 18, the second 27 to 32.
constexpr const char* kText = "到2025年,风电装机达到15万千瓦以上,光伏装机达到15万千瓦以上。\n";

Gold read(const std::string& lines) {
  const Document document = testing::read_document(kText);
  return read_gold("test.gold.jsonl", lines, document);
}

std::string problems(const Gold& gold) {
  std::string out;
  for (const Diagnostic& problem : gold.problems) {
    out += problem.code + " " + std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + " " +
           problem.message + "; " + problem.help + "\n";
  }
  return out;
}

TEST(Gold, ReadsEveryField) {
  const Gold gold = read(
      "\xEF\xBB\xBF{\"kind\": \"target\", \"quote\": \"15万千瓦\", \"start\": 13, \"end\": 18, \"number\": \"150000\","
      " \"number_high\": 200000.5, \"unit\": \"千瓦\", \"indicator\": \"风电装机\", \"year\": 2025, \"baseline_year\": "
      "\"2020\","
      " \"bound\": \">=\", \"change\": \"level\", \"firmness\": \"firm\", \"section\": [\"一、目标\", \"(一)风\"],"
      " \"responsible\": [\"市能源局\"], \"period\": [2021, 2025], \"why\": \"x\", \"note\": {\"deep\": [1, 2]}}\r\n"
      "\n   \n"
      "{\"kind\": \"context\", \"start\": 1, \"end\": 6, \"year\": null}");
  EXPECT_EQ(problems(gold), "");
  ASSERT_EQ(gold.records.size(), 2u);
  const GoldRecord& first = gold.records[0];
  EXPECT_EQ(first.kind, Kind::kTarget);
  EXPECT_EQ(first.place, (Span{13, 18}));
  EXPECT_EQ(first.number, "150000");
  EXPECT_EQ(first.value, Number(150000));
  EXPECT_EQ(first.value_high, Number::parse("200000.5"));
  EXPECT_EQ(first.unit, "千瓦");
  EXPECT_EQ(first.indicator, "风电装机");
  EXPECT_EQ(first.year, 2025);
  EXPECT_EQ(first.baseline_year, 2020);
  EXPECT_EQ(first.bound + first.change + first.firmness, ">=levelfirm");
  EXPECT_THAT(first.section, ElementsAre("一、目标", "(一)风"));
  EXPECT_THAT(first.responsible, ElementsAre("市能源局"));
  EXPECT_EQ(first.where.line, 1u);
  EXPECT_EQ(gold.records[1].where.line, 4u);
  EXPECT_EQ(gold.records[1].year, std::nullopt);
}

TEST(Gold, FindsQuotesThatHaveNoOffsets) {
  const std::string rest = ", \"kind\": \"context\"}";
  const struct {
    const char* fields;
    Span place;
  } kRows[] = {
      {R"({"quote": "2025年")", {1, 6}},
      {R"({"quote": "15万千瓦", "nth": 2)", {27, 32}},
      {R"({"quote": "15万千瓦", "context": "光伏装机达到15万千瓦以上")", {27, 32}},
      {R"({"quote": "15万千瓦", "context": "装机达到15万千瓦", "nth": 1)", {13, 18}},
      {R"({"quote": "装机", "context": "风电装机达到15万千瓦以上,光伏装机", "quote_nth": 2)", {23, 25}},
      {R"({"quote": "5", "context": "15万千瓦", "nth": 2)", {28, 29}},
  };
  for (const auto& row : kRows) {
    const Gold gold = read(row.fields + rest);
    ASSERT_EQ(gold.records.size(), 1u) << problems(gold);
    EXPECT_EQ(gold.records[0].place, row.place) << row.fields;
  }
}

// Two programs that take the text out of one file break its lines, and count its characters, in their own ways.
TEST(Gold, OfExtractedTextQuotesAreLookedForWithoutWhiteSpace) {
  const Document document(testing::read_document("— 1 —\n到2025年， 装机达\n到 15万\n千瓦以上。\n"), {Format::kPdf, 1},
                          Encoding::kUtf8, {});
  const struct {
    const char* fields;
    Span place;
  } kRows[] = {
      {R"({"quote": "15万千瓦", "start": 3, "end": 8)", {20, 26}},
      {R"({"quote": "15 万千瓦", "context": "到2025年，装机达到15 万千\n瓦以上")", {20, 26}},
      {R"({"quote": "5", "quote_nth": 2, "context": "2025年，装机达到15")", {21, 22}},
      {R"({"start": 20, "end": 26)", {20, 26}},  // nothing to look for
  };
  for (const auto& row : kRows) {
    const Gold gold = read_gold("test.gold.jsonl", std::string(row.fields) + ", \"kind\": \"context\"}", document);
    ASSERT_EQ(gold.records.size(), 1u) << problems(gold);
    EXPECT_EQ(gold.records[0].place, row.place) << row.fields;
  }
  const Gold none = read_gold("test.gold.jsonl", R"({"quote": " ", "kind": "context"})", document);
  EXPECT_EQ(none.records.size(), 0u);
  EXPECT_EQ(none.problems.size(), 1u);
}

TEST(Gold, SaysWhatIsWrongAndWhere) {
  const struct {
    const char* line;
    const char* says;  // the whole of code, place, message and help begins so
    std::size_t records;
  } kRows[] = {
      {"{", "E-GOLD 1:2 no JSON: Missing a name for object member.", 0},
      {"年{}", "E-GOLD 1:1 no JSON: Invalid value.", 0},
      {"{\"kind\": \"年\" x}", "E-GOLD 1:14 no JSON", 0},
      {"[1]", "E-GOLD 1:1 an annotation is a JSON object", 0},
      {"{\"kind\": \"\xFF\"}", "E-GOLD 1:11 no JSON", 0},
      {R"({"start": 0, "end": 1})", "E-GOLD 1:1 the annotation has no 'kind'; target, delegated", 0},
      {R"({"kind": "targt", "start": 0, "end": 1})", "E-GOLD 1:2 unknown kind 'targt'; did you mean 'target'?", 0},
      {R"({"kind": 5, "start": 0, "end": 1})", "E-GOLD 1:2 unknown kind '5'; choose from", 0},
      {R"({"kind": ["context"], "start": 0, "end": 1})", "E-GOLD 1:2 'kind' must be a string", 0},
      {R"({"kind": "context"})", "E-GOLD 1:1 the annotation does not say where it stands", 0},
      {R"({"kind": "context", "start": 5})", "E-GOLD 1:1 'start' and 'end' go together", 0},
      {R"({"kind": "context", "start": 5, "end": 5})", "E-GOLD 1:1 characters 5 to 5 are no part", 0},
      {R"({"kind": "context", "start": 5, "end": 999})", "E-GOLD 1:1 characters 5 to 999 are no part", 0},
      {R"({"kind": "context", "start": -5, "end": 9})", "E-GOLD 1:21 'start' must be an integer from 0 on", 0},
      {R"({"kind": "context", "quote": "没有"})", "E-GOLD 1:1 '没有' occurs 0 times in the document; copy it", 0},
      {R"({"kind": "context", "quote": "15万千瓦"})",
       "E-GOLD 1:1 '15万千瓦' occurs more than once in the document; say which one with 'nth'", 0},
      {R"({"kind": "context", "quote": "15万千瓦", "nth": 3})", "E-GOLD 1:1 '15万千瓦' occurs 2 times", 0},
      {R"({"kind": "context", "quote": "达到", "context": "风电装机"})",
       "E-GOLD 1:1 '达到' occurs 0 times in its context", 0},
      {R"({"kind": "context", "quote": "装机", "context": "风电装机达到15万千瓦以上,光伏装机"})",
       "E-GOLD 1:1 '装机' occurs more than once in its context; say which one with 'quote_nth'", 0},
      {R"({"kind": "context", "start": 13, "end": 18, "quote": "16万千瓦"})",
       "W-GOLD 1:1 the document has '15万千瓦' there, not '16万千瓦'", 1},
      {R"({"kind": "context", "start": 1, "end": 6, "baselin_year": 2020})",
       "W-GOLD 1:43 unknown key 'baselin_year'; did you mean 'baseline_year'?", 1},
      {R"({"kind": "context", "start": 1, "end": 6, "bound": "≥"})", "E-GOLD 1:43 unknown bound '≥'; choose from", 1},
      {R"({"kind": "context", "start": 1, "end": 6, "change": "levl"})",
       "E-GOLD 1:43 unknown change 'levl'; did you mean 'level'?", 1},
      {R"({"kind": "context", "start": 1, "end": 6, "year": "2025年"})", "E-GOLD 1:43 'year' must be a year or null",
       1},
      {R"({"kind": "context", "start": 1, "end": 6, "section": "一、目标"})",
       "E-GOLD 1:43 'section' must be an array of strings", 1},
      {R"({"kind": "context", "start": 1, "end": 6, "responsible": [[]]})",
       "E-GOLD 1:43 'responsible' must be an array of strings", 1},
      {R"({"kind": "target", "start": 1, "end": 6})", "E-GOLD 1:1 a target needs a 'number'", 1},
      {R"({"kind": "target", "start": 1, "end": 6, "number": "15万"})",
       "E-GOLD 1:42 '15万' is no decimal number; write digits with 万", 1},
  };
  for (const auto& row : kRows) {
    const Gold gold = read(row.line);
    EXPECT_THAT(problems(gold), ::testing::StartsWith(row.says)) << row.line;
    EXPECT_EQ(gold.problems.size(), 1u) << row.line << "\n" << problems(gold);
    EXPECT_EQ(gold.records.size(), row.records) << row.line;
  }
}

TEST(Gold, MessagesAreOneLine) {
  const std::string far(100, 'x');
  for (const std::string& line : {R"({"kind": "a\nb)" + far + far + far + "\"}",
                                  std::string(R"({"kind": "context", "start": 33, "end": 36, "quote": "a\nb"})"),
                                  std::string(R"({"kind": "context", "quote": "a\nb"})"),
                                  R"({"kind": "context", "quote": "x\n", "context": "到\n)" + far + "\"}"}) {
    const Gold gold = read(line);
    ASSERT_EQ(gold.problems.size(), 1u) << line;
    EXPECT_EQ(gold.problems[0].message.find('\n'), std::string::npos) << gold.problems[0].message;
    EXPECT_LT(gold.problems[0].message.size(), 210u);
  }
}

TEST(Gold, IsBounded) {
  std::string deep = "{\"kind\": ";
  deep += std::string(30000, '[') + std::string(30000, ']') + "}";
  EXPECT_THAT(problems(read(deep)), ::testing::HasSubstr("'kind' must be a string"));
  EXPECT_THAT(problems(read("{\"quote\": \"" + std::string(70000, 'a') + "\"}")),
              ::testing::HasSubstr("the line is longer than 65536 bytes"));

  std::string many;
  for (int i = 0; i < 20001; ++i) many += "{\"kind\": \"context\", \"start\": 0, \"end\": 1}\n";
  const Gold gold = read(many);
  EXPECT_EQ(gold.records.size(), 20000u);
  EXPECT_THAT(problems(gold), ::testing::StartsWith("E-GOLD 20001:1 the rest of the file is left out"));

  std::string wrong;
  for (int i = 0; i < 1000; ++i) wrong += "{}\n";
  EXPECT_EQ(read(wrong).problems.size(), 201u);

  const std::string long_text(600, 'a');
  const Document document = testing::read_document("a" + long_text);
  const Gold quote = read_gold("g", "{\"kind\": \"context\", \"start\": 0, \"end\": 501}", document);
  EXPECT_EQ(quote.records.size(), 0u);
  EXPECT_THAT(problems(quote), ::testing::HasSubstr("longer than 500 characters"));
}

}  // namespace
}  // namespace mubiao
