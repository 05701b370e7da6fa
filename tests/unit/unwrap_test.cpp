#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "text_helpers.h"

namespace mubiao {
namespace {

using testing::is_border;
using testing::normalized;

struct Row {
  const char* why;
  std::string input;
  std::string expected;
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(normalized(row.input), row.expected) << row.why;
    EXPECT_EQ(normalized(row.expected), row.expected) << "again: " << row.why;
  }
}

// Sets `paragraph` in lines of 20 Han characters, the first one shorter by two.
std::string wrap(std::string_view paragraph) {
  constexpr std::size_t kColumns = 40;
  std::string out;
  std::size_t column = 4;
  for (std::size_t i = 0; i < paragraph.size();) {
    std::size_t end = i + 1;
    while (!is_border(paragraph, end)) ++end;
    const std::string_view character = paragraph.substr(i, end - i);
    const std::size_t width = character.size() > 1 ? 2 : 1;
    const bool hangs = character == "，" || character == "。" || character == "、";
    if (column + width > kColumns && !hangs) {
      out += '\n';
      column = 0;
    }
    out += character;
    column += width;
    i = end;
  }
  return out + "\n";
}

const std::string kOne = "为落实省委、省政府关于能源转型的决策部署，加快建设清洁低碳、安全高效的能源体系，制定本方案。";
const std::string kTwo =
    "坚持生态优先、绿色发展，统筹发展和安全，推动能源结构优化升级。到2025年，风电装机达到15万千瓦，增长30%。";
const std::string kThree =
    "健全工作机制，压实各方责任，强化督促检查和考核评价，及时解决突出问题，确保各项任务落到实处。";

TEST(Unwrap, Paragraphs) {
  expect_rows({
      {"one paragraph", wrap(kOne), kOne},
      {"paragraphs", wrap(kOne) + wrap(kTwo) + wrap(kThree), kOne + "\n" + kTwo + "\n" + kThree},
      {"title, headings",
       "云溪市能源转型实施方案\n" + wrap(kOne) + "一、总体要求\n" + wrap(kTwo) + "（一）基本原则\n" + wrap(kThree),
       "云溪市能源转型实施方案\n" + kOne + "\n一、总体要求\n" + kTwo + "\n(一)基本原则\n" + kThree},
      {"headings at the front of paragraphs", wrap("1.优化结构。" + kTwo) + wrap("2.健全机制。" + kThree),
       "1.优化结构。" + kTwo + "\n2.健全机制。" + kThree},
      {"a heading longer than a line",
       wrap(kOne) + wrap("（二）加快构建以新能源为主体的新型电力系统建设步伐") + wrap(kTwo),
       kOne + "\n(二)加快构建以新能源为主体的新型电力系统建设步伐\n" + kTwo},
      {"a list that a wrap cut behind 第",
       wrap(kOne) + "优化产业结构，提升质量效益，推动第\n一、二、三产业融合发展。\n" + wrap(kTwo),
       kOne + "\n优化产业结构，提升质量效益，推动第一、二、三产业融合发展。\n" + kTwo},
      {"lines broken at commas",
       wrap(kOne) + wrap(kTwo) +
           "坚持系统观念，处理好发展和减排的关系\n，加快节能改造，\n建设一批绿色工厂，\n到2030年\n单位能耗下降14%"
           "，完成任务。\n",
       kOne + "\n" + kTwo +
           "\n坚持系统观念，处理好发展和减排的关系，加快节能改造，建设一批绿色工厂，到2030年单位能耗下降14%"
           "，完成任务。"},
      {"a title as long as a line, an empty line below it",
       "云溪市水利局关于组织申报全市节水改造项目的通知\n\n各县区水务局、各有关单位，\n" + wrap(kOne) + wrap(kTwo),
       "云溪市水利局关于组织申报全市节水改造项目的通知\n各县区水务局、各有关单位，" + kOne + "\n" + kTwo},
      {"a title in two lines", "关于印发《云溪市能源转型\n实施方案》的通知\n" + wrap(kOne),
       "关于印发《云溪市能源转型实施方案》的通知\n" + kOne},
  });
}

TEST(Unwrap, NumbersAndWordsAcrossLines) {
  const std::string front = "推进海上风电和陆上风电协调发展，规模";
  const auto row = [&](const char* why, const std::string& end, const std::string& begin, const std::string& middle) {
    return Row{why, wrap(kOne) + wrap(kTwo) + front + end + "\n" + begin + "以上。\n",
               kOne + "\n" + kTwo + "\n" + front + middle + "以上。"};
  };
  expect_rows({
      row("inside a number", "1", "5万千瓦", "15万千瓦"),
      row("behind the point", "2.", "3%", "2.3%"),
      row("before the point", "2", ".3%", "2.3%"),
      row("before the percent sign", "20", "%", "20%"),
      row("inside a range", "15—", "20万千瓦", "15—20万千瓦"),
      row("between number and unit", "15", "MW", "15 MW"),
      row("between words", "Wind", "Power", "Wind Power"),
      row("inside a unit", "15万千", "瓦", "15万千瓦"),
      row("inside a title", "《云溪市", "规划》", "《云溪市规划》"),
      row("between Han and number", "达到", "15万", "达到15万"),
  });
}

TEST(Unwrap, BlankLineAfterEveryLine) {
  std::string input;
  for (const char c : "云溪市能源转型实施方案\n" + wrap(kOne) + wrap(kTwo) + "一、总体要求\n" + wrap(kThree)) {
    input += c == '\n' ? "\n\n" : std::string(1, c);
  }
  expect_rows({{"blank lines say nothing", input,
                "云溪市能源转型实施方案\n" + kOne + "\n" + kTwo + "\n一、总体要求\n" + kThree}});
}

// A line that is full and ends a sentence, then a line that may begin a paragraph or go on.
const std::string kFullStop = "推进能源生产和消费革命，加快转型升级。";
const std::string kFullStopTwo = "持续优化能源结构，提升利用效率，加快重点行业的节能改造和绿色转型，增强发展后劲。";

TEST(Unwrap, Indents) {
  for (const std::string indent : {"　　", "  ", "      ", "\t"}) {
    const std::string before = indent + wrap(kOne) + indent + wrap(kTwo) + indent + wrap(kThree);
    const std::string before_whole = kOne + "\n" + kTwo + "\n" + kThree + "\n";
    expect_rows({
        {"an indent begins a paragraph behind a full line",
         before + indent + kFullStop + "\n" + indent + wrap(kFullStopTwo),
         before_whole + kFullStop + "\n" + kFullStopTwo},
        {"no indent goes on", before + indent + wrap(kFullStop + kFullStopTwo),
         before_whole + kFullStop + kFullStopTwo},
    });
  }
}

TEST(Unwrap, LostIndentsShowInShorterFirstLines) {
  std::string before;
  std::string before_whole;
  for (int i = 0; i < 3; ++i) {
    before += wrap(kOne) + wrap(kTwo) + wrap(kThree);
    before_whole += kOne + "\n" + kTwo + "\n" + kThree + "\n";
  }
  expect_rows({
      {"a shorter line begins", before + wrap(kFullStop) + wrap(kFullStopTwo),
       before_whole + kFullStop + "\n" + kFullStopTwo},
      {"a full line goes on", before + wrap(kFullStop + kFullStopTwo), before_whole + kFullStop + kFullStopTwo},
  });
}

// A page break inside kTwo, in the middle of a line of text.
struct BrokenPage {
  std::string before = wrap(kOne) + "坚持生态优先、绿色发展，统筹发展和安全，\n推动能源结\n";
  std::string after = "构优化升级。到2025年，风电装机达到15万千\n瓦，增长30%。\n" + wrap(kThree);
  std::string whole = kOne + "\n" + kTwo + "\n" + kThree;
};

TEST(Unwrap, PageMarks) {
  const BrokenPage page;
  for (const std::string mark : {"— 5 —", "- 5 -", "－５－", "·5·", "第5页", "第 5 页 共 12 页", "第5页/共12页",
                                 "Page 5", "—五—", "- ii -", "                 — 5 —", "- 5\n-"}) {
    EXPECT_EQ(normalized(page.before + mark + "\n" + page.after), page.whole) << mark;
    EXPECT_EQ(normalized(page.before + "\n\n" + mark + "\n\f\n" + page.after), page.whole) << mark;
  }
  EXPECT_EQ(normalized(page.before + "\n\f" + page.after), page.whole) << "a form feed alone";
}

TEST(Unwrap, NoPageMarks) {
  for (const std::string line :
       {"5", "5—", "第5页的内容", "—", "-5.5-", "2025", "共建共享", "—12万—", "第十页第二行"}) {
    EXPECT_EQ(normalized("一、总体要求\n" + line + "\n二、目标"), "一、总体要求\n" + line + "\n二、目标");
  }
}

TEST(Unwrap, BareNumbersOnEveryPage) {
  const std::string paragraphs[] = {kOne, kTwo, kThree};
  std::string input;
  std::string expected;
  for (std::size_t page = 1; page <= 4; ++page) {
    for (std::size_t i = 0; i < 8; ++i) {
      input += wrap(paragraphs[(page + i) % 3]);
      expected += paragraphs[(page + i) % 3] + "\n";
    }
    input += std::to_string(page) + "\n";
  }
  expected.pop_back();
  EXPECT_EQ(normalized(input), expected);
}

TEST(Unwrap, BareNumbersOfATableStay) {
  std::string input = wrap(kOne);
  std::string expected = kOne;
  for (int i = 1; i <= 5; ++i) {
    input += std::to_string(i) + "\n约束性\n";
    expected += "\n" + std::to_string(i) + "\n约束性";
  }
  EXPECT_EQ(normalized(input), expected);
}

TEST(Unwrap, RunningHeaders) {
  std::string input;
  std::string expected = "云溪市能源规划\n";  // the first one has no page border before it: it may be the title
  for (const std::string place : {"东山", "西山", "南山", "北山"}) {
    const std::string front = "推进" + place + "风电场建设，加快升压站和";
    const std::string back = "送出工程前期工作，" + place + "项目年底建成。";
    input += "云溪市能源规划\n" + wrap(kOne) + front + "\n— 5 —\n云溪市能源规划\n" + back + "\n" + wrap(place + kTwo) +
             "- 6 -\n";
    expected += kOne + "\n" + front + back + "\n" + place + kTwo + "\n";
  }
  expected.pop_back();
  EXPECT_EQ(normalized(input), expected);
}

TEST(Unwrap, TablesAndContents) {
  expect_rows({
      {"rows keep their cells and stay apart",
       wrap(kOne) +
           "指标          单位    2025年    属性\n风电装机      万千瓦   15      预期性\n森林覆盖率   %     45.5   "
           "约束性\n" +
           wrap(kTwo),
       kOne + "\n指标\t单位\t2025年\t属性\n风电装机\t万千瓦\t15\t预期性\n森林覆盖率\t%\t45.5\t约束性\n" + kTwo},
      {"tabs", "指标\t单位\n风电 装机\t万千瓦", "指标\t单位\n风电装机\t万千瓦"},
      {"a tab behind a list mark", "1.\t推进节能\n2.\t推进减排", "1.推进节能\n2.推进减排"},
      {"a hole in a sentence makes no row", "推进节能；   推进减排。\n推进绿化；   推进保护。",
       "推进节能;推进减排。\n推进绿化;推进保护。"},
      {"leaders", "目    录\n一、总体要求…………………1\n二、重点任务........................ 12\n" + wrap(kOne) + wrap(kTwo),
       "目录\n一、总体要求.....................1\n二、重点任务........................ 12\n" + kOne + "\n" + kTwo},
  });
}

TEST(Unwrap, OrphansAndBareMarks) {
  expect_rows({
      {"one or two characters on a line",
       wrap(kOne) +
           "推进海上风电和陆上风电协调发展，加快建设\n绿\n色低碳的能源体系，提升能源安全保障能力，增\n强发\n展后劲。\n",
       kOne + "\n推进海上风电和陆上风电协调发展，加快建设绿色低碳的能源体系，提升能源安全保障能力，增强发展后劲。"},
      {"a line that begins with a comma",
       wrap(kOne) + "为落实《云溪市能源发展规划》\n，加快建设绿色能源体系，制定方案。\n",
       kOne + "\n为落实《云溪市能源发展规划》，加快建设绿色能源体系，制定方案。"},
      {"a list mark by itself", wrap(kOne) + "（一）\n\n基本原则\n" + wrap(kTwo), kOne + "\n(一)基本原则\n" + kTwo},
      {"a chapter by itself", wrap(kOne) + "第一章\n\n总则\n" + wrap(kTwo), kOne + "\n第一章总则\n" + kTwo},
      {"a year behind a list mark is no decimal", wrap(kOne) + "1.\n2030年前碳达峰\n" + wrap(kTwo),
       kOne + "\n1. 2030年前碳达峰\n" + kTwo},
      {"a word written downwards", wrap(kOne) + "前\n\n言\n" + wrap(kTwo), kOne + "\n前言\n" + kTwo},
  });
}

TEST(Unwrap, Signatures) {
  expect_rows(
      {{"right-aligned lines", wrap(kOne) + "\n                    云溪市人民政府\n                    2024年9月28日\n",
        kOne + "\n云溪市人民政府\n2024年9月28日"}});
}

TEST(Unwrap, AParagraphALineStaysAsItIs) {
  const std::string text = "云溪市能源转型实施方案\n" + kOne +
                           "\n一、总体要求\n坚持生态优先、绿色发展，统筹发展和安全，推动能源结构优化升级，\n" + kTwo +
                           "\n到2030年，能源利用效率大幅提升，森林覆盖率稳定在45%以上;\n" + kThree + kOne +
                           "\n云溪市人民政府";
  EXPECT_EQ(normalized(text), text);
  EXPECT_EQ(normalized("\n\n" + text + "\n\n"), text);
}

TEST(Unwrap, ATitleAndOneParagraphAreTwo) {
  const std::string title = "青岚市“十五五”节水行动计划重点任务分工方案";
  expect_rows({
      {"a title as wide as anything", title + "\n\n为推进节水工作，制定本方案。\n", title + "\n为推进节水工作，制定本方案。"},
      {"above a table", title + "\n为推进节水工作。\n1\t节水\t2027年\n2\t造林\t2028年\n",
       title + "\n为推进节水工作。\n1\t节水\t2027年\n2\t造林\t2028年"},
      {"two lines of one sentence", "到2025年，新型储能装机容量力争达到全省用电负荷的\n15%以上。\n",
       "到2025年，新型储能装机容量力争达到全省用电负荷的15%以上。"},
  });
}

TEST(Unwrap, APageMarkInsideASentenceOfAParagraphALine) {
  const std::string front = kOne + "坚持生态优先、绿色发展，统筹发展和安全，推动能源结";
  const std::string back =
      "构优化升级。到2025年，风电装机达到15万千瓦以上，光伏发电装机达到20万千瓦以上，非化石能源消费比重达到16%左右。";
  EXPECT_EQ(normalized("一、总体要求\n" + front + "\n— 5 —\n" + back + "\n二、目标"),
            "一、总体要求\n" + front + back + "\n二、目标");
}

// A document on one line, with a space where each line ended, and typographic spaces beside numbers.
TEST(Unwrap, SpacesForLineEnds) {
  std::string lines;
  std::string expected;
  for (int i = 0; i < 8; ++i) {
    lines += "一、总体要求\n" + wrap(kOne) + wrap(kTwo);
    expected += "一、总体要求\n" + kOne + "\n" + kTwo + "\n";
  }
  expected.pop_back();
  std::string input;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool at_number = i > 0 && lines[i] >= '0' && lines[i] <= '9' && (lines[i - 1] & 0x80) != 0;
    if (at_number) input += ' ';
    input += lines[i] == '\n' ? ' ' : lines[i];
  }
  EXPECT_EQ(normalized(input), expected);
}

TEST(Unwrap, SpacesForParagraphEnds) {
  std::string input = "云溪市能源转型实施方案";
  std::string expected = "云溪市能源转型实施方案";
  for (int i = 0; i < 14; ++i) {
    const std::string body =
        kOne + "到2025年，风电装机达到" + std::string(static_cast<std::size_t>(i) * 9, '9') + "万千瓦以上。";
    input += " 一、总体要求 " + body;
    expected += "\n一、总体要求\n" + body;
  }
  EXPECT_EQ(normalized(input), expected);
}

double seconds_for(const std::string& text) {
  const Document document = testing::document_of(text);
  const auto begin = std::chrono::steady_clock::now();
  const NormalizedText out = mubiao::normalize(document, testing::opens_block);
  EXPECT_LE(out.text.size(), text.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Quadratic time would take minutes here.
TEST(Unwrap, CostIsLinear) {
  constexpr std::size_t kSize = std::size_t{2} << 20;
  for (const std::string piece : {" ",      "\n",          "\f",     "(",      "《",
                                  "“",      "。",          "，",     "一\n",   "1\n",
                                  "-1-\n",  "— 5 —\n甲\n", ". ",     " .",     "甲 ",
                                  "1 2 ",   "a\t",         "\t",     "第",     "二○",
                                  "....",   "a  b\n",      "\u3000", "甲\n\n", "推进能源生产和消费革命构建清洁\n",
                                  "\u200B", "\u0301"}) {
    std::string text;
    while (text.size() < kSize) text += piece;
    EXPECT_LT(seconds_for(text), 10.0) << piece;
  }
}

}  // namespace
}  // namespace mubiao
