// Tables of Word documents as lines of cells.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mubiao/read.h"
#include "word_file.h"

namespace mubiao {
namespace {

std::string text_of_body(const std::string& body) {
  const Result<Document> document = read_document("a.docx", test::word_file({.body = body}));
  return document ? document->text() : document.error().front().message;
}

std::string P(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }
std::string C(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + P(text) + "</w:tc>";
}
std::string span(int columns) { return "<w:gridSpan w:val='" + std::to_string(columns) + "'/>"; }
const std::string kBegins = "<w:vMerge w:val='restart'/>";
const std::string kGoesOn = "<w:vMerge/>";
std::string row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
const std::string kPlain = row(C("指标") + C("2025年"));

struct Case {
  std::string rows;
  std::string text;
};

TEST(DocxTables, AreLinesOfCells) {
  const std::string head = "<w:tblHeader/>";
  const std::vector<Case> cases = {
      {row(C("指标") + C("2020年") + C("2025年")) + row(C("甲") + C("") + C("15")), "指标\t2020年\t2025年\n甲\t\t15\n"},
      {kPlain + row("<w:tc>" + P("森林") + P("覆盖率") +
                    "</w:tc><w:tc><w:p><w:r><w:t>15</w:t><w:br/><w:tab/>"
                    "<w:t>%</w:t></w:r></w:p></w:tc>"),
       "指标\t2025年\n森林 覆盖率\t15 %\n"},
      {kPlain + row(C("") + C("")) + row(C(" 甲 ") + C("")), "指标\t2025年\n甲\t\n"},
      // Over several columns: empty cells behind it, but in a head.
      {row(C("指标") + C("2020年") + C("2025年")) + row(C("甲") + C("完成省下达目标", span(2))) +
           row(C("乙") + C("1") + C("2")),
       "指标\t2020年\t2025年\n甲\t完成省下达目标\t\n乙\t1\t2\n"},
      {row(C("指标", kBegins) + C("2025年", span(2))) + row(C("", kGoesOn) + C("全市") + C("城区")) +
           row(C("甲") + C("1", span(2))),
       "指标\t2025年\t2025年\n指标\t全市\t城区\n甲\t1\t\n"},
      {row(C("指标", kBegins) + C("目标", span(4))) +
           row(C("", kGoesOn) + C("2025年", span(2)) + C("2030年", span(2))) +
           row(C("甲", span(2)) + C("1") + C("2") + C("3")),
       "指标\t目标\t目标\t目标\t目标\n指标\t2025年\t2025年\t2030年\t2030年\n甲\t\t1\t2\t3\n"},
      {kPlain + row(C("又一头", span(2)) + C("a"), head), "指标\t2025年\n又一头\t又一头\ta\n"},
      // Over several rows: in each of them, if it is a label.
      {kPlain + row(C("甲", kBegins) + C("1")) + row(C("", kGoesOn) + C("2")) + row(C("乙") + C("3")) +
           row(C("", kGoesOn) + C("4")),
       "指标\t2025年\n甲\t1\n甲\t2\n乙\t3\n\t4\n"},
      {kPlain + row(C("a") + C("到2025年，达到15%。", kBegins)) + row(C("b") + C("", kGoesOn)),
       "指标\t2025年\na\t到2025年，达到15%。\nb\t\n"},
      {kPlain + row(C("a", span(2) + kBegins) + C("1")) + row(C("", span(2) + kGoesOn) + C("2")),
       "指标\t2025年\na\t\t1\na\t\t2\n"},
      // Short rows.
      {kPlain + row(C("1") + C("2"), "<w:gridBefore w:val='1'/><w:gridAfter w:val='1'/>"), "指标\t2025年\n\t1\t2\n"},
      {kPlain + row(C("合并", "<w:hMerge w:val='restart'/>") + C("", "<w:hMerge/>") + C("3")),
       "指标\t2025年\n合并\t\t3\n"},
      // Rows of one cell are text.
      {row(C("专栏1 重点工程", span(2))) + kPlain + row(C("注：现状值为初步数。", span(2))),
       "专栏1 重点工程\n指标\t2025年\n注：现状值为初步数。\n"},
      {row("<w:tc>" + P("专栏1 重点工程") + P("建设绿色园区3家。") + "</w:tc>"), "专栏1 重点工程\n建设绿色园区3家。\n"},
      // Changes, wrappers, and tables in cells.
      {kPlain + row(C("旧") + C("1"), "<w:del/>") + "<w:sdt><w:sdtContent>" + row(C("甲") + C("2")) +
           "</w:sdtContent></w:sdt>",
       "指标\t2025年\n甲\t2\n"},
      {kPlain + row(C("甲") + "<w:tc><w:tbl>" + row(C("a") + C("b")) + row(C("c") + C("d")) + "</w:tbl><w:p/></w:tc>"),
       "指标\t2025年\n甲\ta b c d\n"},
      {"<w:tblPr/><w:tblGrid/>" + kPlain, "指标\t2025年\n"},
      // Numbers that are none.
      {row(C("a", "<w:gridSpan w:val='x'/>") + C("b", "<w:gridSpan w:val='-4'/>") + C("c")), "a\tb\tc\n"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(text_of_body(P("前") + "<w:tbl>" + each.rows + "</w:tbl>" + P("后")), "前\n" + each.text + "后\n")
        << each.rows;
  }
}

TEST(DocxTables, ColumnsAreThoseOneSees) {
  const auto grid = [](const std::vector<int>& widths) {
    std::string columns;
    for (const int width : widths) columns += "<w:gridCol w:w='" + std::to_string(width) + "'/>";
    return "<w:tblGrid>" + columns + "</w:tblGrid>";
  };
  const std::vector<Case> cases = {
      // No cell begins at the second edge.
      {grid({900, 900, 900, 900}) + row(C("a", span(2)) + C("b", span(2))) + row(C("c", span(2)) + C("d", span(2))),
       "a\tb\nc\td\n"},
      // Edges that miss each other by a hair.
      {grid({2000, 30, 2000, 20}) + row(C("a") + C("b", span(3))) + row(C("c", span(2)) + C("d") + C("")),
       "a\tb\nc\td\n"},
      {grid({2000, 30, 2000}) + row(C("a") + C("") + C("b")) + row(C("c") + C("x") + C("d")), "a\tb\nc\tx\td\n"},
      // Widths that are none.
      {grid({0, 0, 0}) + row(C("a") + C("b") + C("c")), "a\tb\tc\n"},
      {grid({3, 3}) + row(C("a") + C("b") + C("c")), "a\tb\tc\n"},
      // Rows of one cell, and rows that end early.
      {grid({900, 900, 900}) + row(C("title", span(3))) + row(C("a", span(2)) + C("b")) + row(C("c", span(2)) + C("d")),
       "title\na\tb\nc\td\n"},
      {grid({900, 900, 900}) + row(C("a") + C("b") + C("c")) + row(C("d") + C("e"), "<w:gridAfter w:val='1'/>"),
       "a\tb\tc\nd\te\t\n"},
  };
  for (const Case& each : cases) EXPECT_EQ(text_of_body("<w:tbl>" + each.rows + "</w:tbl>"), each.text) << each.rows;
}

TEST(DocxTables, WidthsAreBounded) {
  std::string all;
  for (int i = 0; i < 100; ++i) all += C("x");
  const std::string text = text_of_body("<w:tbl>" + row(all) + row(C("a", span(100000000)) + C("b")) + "</w:tbl>");
  EXPECT_EQ(text.substr(text.find('\n') + 1), "a" + std::string(64, '\t') + "b\n");
}

}  // namespace
}  // namespace mubiao
