// read_document_line: lines as they come, and what is refused, with its column.

#include <gtest/gtest.h>

#include "mubiao/jsonl_input.h"

namespace mubiao {
namespace {

DocumentLine read(std::string_view line, const LineFields& fields = {}) {
  return read_document_line(line, fields, {"f.jsonl", 7});
}

TEST(DocumentLine, TakesTextIdAndTheRest) {
  struct Case {
    std::string_view line, id, text, input;
  };
  const Case cases[] = {
      {R"({"id":"a","text":"到2025年"})", "a", "到2025年", ""},
      {R"({"text":"t","id":"a","year":2020})", "a", "t", R"({"year":2020})"},
      {R"( { "x" : [1, {"y": "}"}] , "id" : 1 , "text" : "t" , "z" : null } )", "1", "t",
       R"({"x" : [1, {"y": "}"}],"z" : null})"},
      {R"({"id":12345678901234567890123,"text":"t","n":1.50e-300})", "12345678901234567890123", "t",
       R"({"n":1.50e-300})"},
      {R"({"id":-0.10,"text":"","text2":"x\u4e2d\"\\"})", "-0.10", "", R"({"text2":"x\u4e2d\"\\"})"},
      {R"({"id":"\u4e2d\ud83d\ude00","text":"a\u0000b\n"})", "中😀", std::string_view("a\0b\n", 4), ""},
      {R"({"id":"a","text":"t","b":{"id":5,"text":[]},"b":{}})", "a", "t", R"({"b":{"id":5,"text":[]},"b":{}})"},
      {"{\"id\":\"a\",\"text\":\"t\",\"b\":[1,\r2],\"\":true}\r", "a", "t", "{\"b\":[1, 2],\"\":true}"},
  };
  for (const Case& each : cases) {
    const DocumentLine line = read(each.line);
    EXPECT_TRUE(line.problems.empty()) << each.line;
    EXPECT_EQ(line.id, each.id) << each.line;
    EXPECT_EQ(line.text, each.text) << each.line;
    EXPECT_EQ(line.input, each.input) << each.line;
  }
}

TEST(DocumentLine, AnIdMayBeMissing) {
  for (const std::string_view line :
       {R"({"text":"t"})", R"({"id":null,"text":"t"})", R"({"id":"","text":"t"})", R"({"ID":"a","text":"t"})"}) {
    EXPECT_FALSE(read(line).id) << line;
    EXPECT_TRUE(read(line).problems.empty()) << line;
  }
}

TEST(DocumentLine, FieldsHaveTheNamesThatAreAskedFor) {
  const DocumentLine line = read(R"({"id":"a","正文":"t","\u006b":3})", {.text = "正文", .id = "k"});
  EXPECT_TRUE(line.problems.empty());
  EXPECT_EQ(line.id, "3");
  EXPECT_EQ(line.text, "t");
  EXPECT_EQ(line.input, R"({"id":"a"})");
}

TEST(DocumentLine, WhatIsNoDocumentIsOneProblemWithItsPlace) {
  using namespace std::string_view_literals;
  struct Case {
    std::string_view line, message;
    std::size_t column;
  };
  const Case cases[] = {
      {"", "no JSON", 1},
      {"nonsense", "no JSON", 2},
      {R"({"text":"到2025)", "no JSON", 15},
      {R"({"text":"t"} x)", "no JSON", 14},
      {R"({"text":"t",})", "no JSON", 13},
      {R"({'text':"t"})", "no JSON", 2},
      {R"({"text":"t","n":NaN})", "no JSON", 17},
      {R"([{"text":"t"}])", "a line is one object", 1},
      {R"("text")", "a line is one object", 7},
      {"5", "a line is one object", 1},
      {"null", "a line is one object", 5},
      {"{}", "no field 'text'", 0},
      {R"({"id":"a","x":{"text":"t"}})", "no field 'text'", 0},
      {R"({"text":null})", "'text' is no text", 13},
      {R"({"text":5})", "'text' is no text", 9},
      {R"({"text":true})", "'text' is no text", 13},
      {R"({"text":["t"]})", "'text' is no text", 9},
      {R"({"text":{"t":1}})", "'text' is no text", 9},
      {R"({"id":[1],"text":"t"})", "neither text nor number", 7},
      {R"({"id":true,"text":"t"})", "neither text nor number", 11},
      {R"({"text":"t","text":"t"})", "'text' stands there twice", 19},
      {R"({"id":1,"text":"t","id":2})", "'id' stands there twice", 24},
      {R"({"text":"\ud800"})", "surrogate", 10},
      {R"({"text":"中\udc00"})", "surrogate", 18},
      {R"({"text":"t","x":["\udc00"]})", "surrogate", 26},
      {R"({"text":"t","\udc00":1})", "surrogate", 21},
      {"{\"text\":\"中\xFF\"}", "not UTF-8", 11},
      {"{\"text\":\"\xED\xA0\x80\"}", "not UTF-8", 10},
      {"{\"text\":\"t\"}\0"sv, "zero byte", 13},
      {"{\"text\":\"t\0t\"}"sv, "zero byte", 11},
      {"{\"text\":\"t\tt\"}", "no JSON", 11},
  };
  for (const Case& each : cases) {
    const DocumentLine line = read(each.line);
    ASSERT_EQ(line.problems.size(), 1U) << each.line;
    const Diagnostic& problem = line.problems.front();
    EXPECT_NE(problem.message.find(each.message), std::string::npos) << each.line << "\n" << problem.message;
    EXPECT_EQ(problem.code, "E-JSONL");
    EXPECT_EQ(problem.severity, Severity::kError);
    EXPECT_EQ(problem.where.file, "f.jsonl");
    EXPECT_EQ(problem.where.line, 7U);
    EXPECT_EQ(problem.where.column, each.column) << each.line << "\n" << problem.message;
  }
}

TEST(DocumentLine, OfWhatIsRefusedTheIdIsKept) {
  const DocumentLine line = read(R"({"id":"a","n":1,"text":5,"m":2})");
  EXPECT_EQ(line.problems.size(), 1U);
  EXPECT_EQ(line.id, "a");
  EXPECT_EQ(line.input, R"({"n":1})");
  EXPECT_EQ(read(R"({"id":"a","n":1})").input, R"({"n":1})");
}

TEST(DocumentLine, NestingHasAnEnd) {
  const auto nested = [](std::size_t depth) {
    return R"({"text":"t","x":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_TRUE(read(nested(199)).problems.empty());
  EXPECT_EQ(read(nested(200)).problems.size(), 1U);
  EXPECT_EQ(read(nested(1000000)).problems.size(), 1U);
  EXPECT_EQ(read(std::string(1000000, '[')).problems.size(), 1U);
  std::string objects = R"({"text":"t")";
  for (int i = 0; i < 100000; ++i) objects += R"(,"a":{"a")";
  EXPECT_EQ(read(objects).problems.size(), 1U);
}

}  // namespace
}  // namespace mubiao
