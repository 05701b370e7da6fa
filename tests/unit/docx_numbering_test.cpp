// Numbers that Word writes before paragraphs.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "mubiao/read.h"
#include "read/number_text.h"
#include "word_file.h"

namespace mubiao {
namespace {

TEST(NumberText, IsWrittenAsListsWriteIt) {
  struct Case {
    const char* format;
    std::vector<std::pair<long long, const char*>> numbers;
  };
  const std::vector<Case> cases = {
      {"decimal", {{0, "0"}, {12, "12"}, {-3, "-3"}}},
      {"notKnown", {{7, "7"}}},
      {"none", {{7, ""}}},
      {"bullet", {{7, ""}}},
      {"decimalZero", {{7, "07"}, {12, "12"}}},
      {"chineseCounting",
       {{1, "一"},
        {10, "十"},
        {11, "十一"},
        {20, "二十"},
        {21, "二十一"},
        {100, "一百"},
        {101, "一百零一"},
        {110, "一百一十"},
        {0, "〇"}}},
      {"chineseCountingThousand",
       {{15, "十五"},
        {1001, "一千零一"},
        {1010, "一千零一十"},
        {10000, "一万"},
        {10001, "一万零一"},
        {12345, "一万二千三百四十五"},
        {100000, "十万"},
        {200010, "二十万零一十"},
        {100000000, "100000000"}}},
      {"chineseLegalSimplified", {{1, "壹"}, {12, "壹拾贰"}, {105, "壹佰零伍"}}},
      {"ideographDigital", {{1, "一"}, {10, "一〇"}, {2025, "二〇二五"}}},
      {"decimalFullWidth", {{12, "１２"}}},
      {"ideographTraditional", {{1, "甲"}, {10, "癸"}, {11, "11"}, {0, "0"}}},
      {"ideographZodiac", {{1, "子"}, {12, "亥"}, {13, "13"}}},
      {"decimalEnclosedCircle", {{1, "①"}, {20, "⑳"}, {21, "㉑"}, {35, "㉟"}, {36, "㊱"}, {50, "㊿"}, {51, "51"}}},
      {"decimalEnclosedParen", {{1, "⑴"}, {20, "⒇"}, {21, "21"}}},
      {"decimalEnclosedFullstop", {{1, "⒈"}, {20, "⒛"}}},
      {"ideographEnclosedCircle", {{1, "㊀"}, {10, "㊉"}}},
      {"upperRoman", {{4, "IV"}, {1994, "MCMXCIV"}, {4000, "4000"}, {0, "0"}}},
      {"lowerRoman", {{9, "ix"}}},
      {"upperLetter", {{1, "A"}, {26, "Z"}, {27, "AA"}, {53, "AAA"}, {1000000000, "1000000000"}}},
      {"lowerLetter", {{2, "b"}}},
  };
  for (const Case& each : cases) {
    for (const auto& [number, text] : each.numbers) {
      EXPECT_EQ(read::number_text(number, each.format), text) << each.format << ' ' << number;
    }
  }
}

std::string level(int number, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl='" + std::to_string(number) + "'><w:start w:val='1'/><w:numFmt w:val='" + format +
         "'/><w:lvlText w:val='" + text + "'/>" + more + "</w:lvl>";
}
const std::string kTight = "<w:suff w:val='nothing'/>";
std::string definition(const std::string& id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId='" + id + "'>" + levels + "</w:abstractNum>";
}
std::string list(const std::string& id, const std::string& definition, const std::string& changes = "") {
  return "<w:num w:numId='" + id + "'><w:abstractNumId w:val='" + definition + "'/>" + changes + "</w:num>";
}
std::string P(const std::string& properties) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
}
std::string item(const std::string& list, int level) {
  return P("<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" + list + "'/></w:numPr>");
}
std::string style(const std::string& id, const std::string& inside) {
  return "<w:style w:type='paragraph' w:styleId='" + id + "'>" + inside + "</w:style>";
}
std::string in_style(const std::string& id) { return P("<w:pStyle w:val='" + id + "'/>"); }

const std::string kOutline =
    definition("0", level(0, "chineseCounting", "%1、", kTight) + level(1, "chineseCounting", "（%2）", kTight) +
                        level(2, "decimal", "%3.") + level(3, "decimal", "%1.%2.%4", "<w:isLgl/>"));

struct Case {
  std::string numbering;
  std::string body;
  std::string text;
};

TEST(DocxNumbering, CountsAsWordDoes) {
  const std::string start_at_5 = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>";
  const std::vector<Case> cases = {
      {kOutline + list("1", "0"),
       item("1", 0) + item("1", 1) + item("1", 1) + item("1", 2) + item("1", 0) + item("1", 1),
       "一、x\n（一）x\n（二）x\n1. x\n二、x\n（一）x\n"},
      {kOutline + list("1", "0"), item("1", 0) + item("1", 1) + item("1", 3) + item("1", 3),
       "一、x\n（一）x\n1.1.1 x\n1.1.2 x\n"},
      {kOutline + list("1", "0"), item("1", 1) + item("1", 0), "（一）x\n一、x\n"},
      {definition("0", level(0, "chineseCountingThousand", "第%1章")) + list("1", "0"), item("1", 0), "第一章 x\n"},
      {definition("0", level(0, "bullet", "&#xF06C;")) + list("1", "0"), item("1", 0), "• x\n"},
      {definition("0", level(0, "decimal", "100%%1%")) + list("1", "0"), item("1", 0), "100%1% x\n"},
      // An empty paragraph counts, but is no line.
      {kOutline + list("1", "0"), "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>" + item("1", 0),
       "二、x\n"},
      // Lists of one definition count on; one that says where it starts does so once.
      {kOutline + list("1", "0") + list("2", "0"), item("1", 0) + item("2", 0), "一、x\n二、x\n"},
      {kOutline + list("1", "0") + list("2", "0", start_at_5),
       item("1", 0) + item("2", 0) + item("2", 0) + item("1", 0), "一、x\n五、x\n六、x\n七、x\n"},
      {kOutline + list("1", "0", "<w:lvlOverride w:ilvl='0'>" + level(0, "decimal", "%1)") + "</w:lvlOverride>"),
       item("1", 0), "1) x\n"},
      // Where a level begins anew.
      {definition("0", level(0, "decimal", "%1") + level(1, "decimal", "%2", "<w:lvlRestart w:val='0'/>")) +
           list("1", "0"),
       item("1", 0) + item("1", 1) + item("1", 0) + item("1", 1), "1 x\n1 x\n2 x\n2 x\n"},
      {definition("0", level(0, "decimal", "%1") + level(1, "decimal", "%2") +
                           level(2, "decimal", "%3", "<w:lvlRestart w:val='1'/>")) +
           list("1", "0"),
       item("1", 0) + item("1", 2) + item("1", 1) + item("1", 2) + item("1", 0) + item("1", 2),
       "1 x\n1 x\n1 x\n2 x\n2 x\n1 x\n"},
      // The way of numbering that old programs know.
      {definition(
           "0",
           "<w:lvl w:ilvl='0'><mc:AlternateContent><mc:Choice><w:numFmt w:val='custom'/></mc:Choice><mc:Fallback>"
           "<w:numFmt w:val='upperRoman'/></mc:Fallback></mc:AlternateContent><w:start w:val='3'/>"
           "<w:lvlText w:val='%1'/></w:lvl>") +
           list("1", "0"),
       item("1", 0), "III x\n"},
      // Nothing there, or nonsense.
      {kOutline + list("1", "0"), item("7", 0) + item("1", 12) + P("<w:numPr><w:numId w:val='0'/></w:numPr>"),
       "x\n一、x\nx\n"},
      {list("1", "404"), item("1", 0), "x\n"},
      {definition("0", level(9, "decimal", "%1") + level(-1, "decimal", "%1")) + list("1", "0"), item("1", 0), "x\n"},
      // Kept in a style.
      {definition("0", "<w:numStyleLink w:val='S'/>") +
           definition("1", "<w:styleLink w:val='S'/>" + level(0, "decimal", "%1")) + list("1", "0"),
       item("1", 0), "1 x\n"},
  };
  for (const Case& each : cases) {
    const Result<Document> document =
        read_document("a.docx", test::word_file({.body = each.body, .numbering = each.numbering}));
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text(), each.text) << each.numbering << '\n' << each.body;
  }
}

TEST(DocxNumbering, StylesHaveNumbers) {
  const std::string styles =
      style("H1", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>") +
      style("H2", "<w:basedOn w:val='H1'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr>") +
      style("H3", "<w:basedOn w:val='H1'/>") + style("Mine", "<w:basedOn w:val='H1'/>") +
      style("None", "<w:basedOn w:val='H1'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>");
  const std::string numbering = definition("0", level(0, "chineseCounting", "%1、", kTight + "<w:pStyle w:val='H1'/>") +
                                                    level(1, "chineseCounting", "（%2）", kTight) +
                                                    level(2, "decimal", "%3.", kTight + "<w:pStyle w:val='H3'/>")) +
                                list("1", "0");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {in_style("H1") + in_style("H2") + in_style("H3") + in_style("H1"), "一、x\n（一）x\n1.x\n二、x\n"},
      {in_style("Mine") + in_style("None") + in_style("NotThere"), "一、x\nx\nx\n"},
      {in_style("H1") + P("<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr>") + in_style("H1"),
       "一、x\nx\n二、x\n"},
      {P("<w:pStyle w:val='H1'/><w:numPr><w:ilvl w:val='1'/></w:numPr>"), "（一）x\n"},
      {P("<w:pStyle w:val='H1'/><w:rPr><w:del/></w:rPr>") + in_style("H1"), "x一、x\n"},
  };
  for (const auto& [body, text] : cases) {
    const Result<Document> document =
        read_document("a.docx", test::word_file({.body = body, .styles = styles, .numbering = numbering}));
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text(), text) << body;
  }
}

// In a table a number may be all that a cell holds.
TEST(DocxNumbering, CountsRows) {
  const std::string cell = "<w:tc><w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p></w:tc>";
  const std::string row = "<w:tr>" + cell + "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>";
  const Result<Document> document = read_document(
      "a.docx", test::word_file({.body = "<w:tbl>" + row + row + "</w:tbl>",
                                 .numbering = definition("0", level(0, "decimal", "%1")) + list("1", "0")}));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text(), "1\tx\n2\tx\n");

  const Result<Document> bullets = read_document(
      "a.docx", test::word_file({.body = "<w:tbl>" + row + row + "</w:tbl>",
                                 .numbering = definition("0", level(0, "bullet", "o")) + list("1", "0")}));
  ASSERT_TRUE(bullets);
  EXPECT_EQ(bullets->text(), "\tx\n\tx\n");
}

}  // namespace
}  // namespace mubiao
