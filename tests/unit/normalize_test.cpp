#include "mubiao/normalize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text_helpers.h"

namespace mubiao {
namespace {

using testing::is_border;
using testing::normalized;

struct Row {
  std::string input;
  std::string expected;
  const char* why = "";
};

TEST(FoldCharacters, Table) {
  const Row rows[] = {
      {"", "", "nothing"},
      {"到2025年，装机达到15万千瓦。", "到2025年，装机达到15万千瓦。", "folded already"},
      {"１５．５％", "15.5%", "full-width digits"},
      {"ＧＤＰ＋１", "GDP+1", "full-width letters"},
      {"（一）目标：甲；乙！丙？", "(一)目标:甲;乙!丙?", "full-width punctuation"},
      {"10，200万", "10，200万", "an enumeration comma is no thousands separator"},
      {"﹐︐", "，，", "nor are its small and vertical forms"},
      {"10⁴千瓦、m³、CO₂", "10⁴千瓦、m³、CO₂", "super- and subscripts"},
      {"¾和½", "¾和½", "fractions"},
      {"①15万 ⒈15 ⑴ 🄁", "①15万 ⒈15 ⑴ 🄁", "enclosed numbers"},
      {"㈠ ㊀", "㈠ ㊀", "enclosed Han"},
      {"㎡ ㎾ ㎥ ℃ Ⅲ", "m2 kW m3 °C III", "squared units, Roman numerals"},
      {"a　b c", "a b c", "spaces"},
      {"装\u200B机\uFEFF容\u00AD量\u2060。\u200E", "装机容量。", "invisible"},
      {"⼀⾼⻓⻔⺟⻛民⺠", "一高长门母风民民", "radicals"},
      {"\uF900", "豈", "compatibility ideograph"},
      {"ꎬꎮꎻꎺ\U001001B0\U001001BA", "，。;:....", "fonts of a typesetting system"},
      {"ꎨ一ꎩ到ꎲꎰꎲꎵ年ꎬ达到ꎳꎥꎮ", "(一)到2025年，达到3%。", "all of ASCII in GB2312"},
      {"ꆶ规划ꆷꆢ方案ꆰ十四五ꆱ", "《规划》、方案“十四五”", "and its row of marks"},
      {"ꀀꎬꀁ ꎬꀀ", "ꀀꎬꀁ ꎬꀀ", "a syllable of Yi among others"},
      {"\uF0B7重点 \uF06E任务 \uF0D8措施\uE5E5一", "•重点 ■任务 •措施 一", "bullets of Wingdings and Symbol"},
      {"\uF0B395% 1\uF0B10.5 \uF0B3的", "≥95% 1±0.5 \uF0B3的", "signs of Symbol, beside numbers"},
      {"\uE123\uF0412025", "\uE123\uF0412025", "what nobody knows"},
      {"⽬标：⼆⼗亿⼈", "目标:二十亿人", "more radicals"},
      {"目标⋯⋯3", "目标......3", "an ellipsis in the middle of the line"},
      {"«规划»", "《规划》", "guillemets"},
      {"“十四五”\"x\"", "“十四五”\"x\"", "quotes stay"},
      {"1—2–3〜4～5－6", "1—2–3〜4~5-6", "dashes"},
      {"5.8︰47.8", "5.8:47.8", "a vertical form that NFKC makes two dots of"},
      {"1.1∶1", "1.1∶1", "ratio"},
      {"二○三五 二◯三○年 二O二五 二0二五", "二〇三五 二〇三〇年 二〇二五 二〇二五", "circles that are zeros"},
      {"○一是", "○一是", "a circle that is a bullet"},
      {"二○", "二○", "nothing after it"},
      {"第20条 20个O型", "第20条 20个O型", "no Chinese numeral before it"},
      {"a\r\nb\rc\nd", "a\nb\nc\nd", "line ends"},
      {"a\u2028b\u0085c\vd", "a\nb\nc\nd", "rare line ends"},
      {"\x01装\x1F机\x7F", "装机", "control characters"},
      {"e\u0301", "é", "composition"},
      {"e\u200B\u0301", "é", "across what is removed"},
      {"Ａ\u030A", "Å", "of a folded letter"},
      {"¨", "¨", "no accent falls apart into a space and a mark"},
      {"\uFFFD", "\uFFFD", "what was broken"},
      {"\xE5\x8D", "\uFFFD", "ill-formed input of a caller"},
      {"ㇰﾊﾟ", "ㇰパ", "half-width kana"},
  };
  for (const Row& row : rows) EXPECT_EQ(fold_characters(row.input), row.expected) << row.why;
}

TEST(FoldCharacters, EveryCharacterFoldsOnce) {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = "x";
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else if (c < 0x10000) {
      text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
               static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      text += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
               static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    }
    const std::string once = fold_characters(text);
    ASSERT_EQ(fold_characters(once), once) << "U+" << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(FoldCharacters, ManyCombiningMarksAreLinear) {
  std::string marks = "e";
  for (int i = 0; i < 200000; ++i) marks += i < 100000 ? "\u0301" : "\u0323";
  EXPECT_EQ(fold_characters(marks), marks) << "no text has that many; they stay as they are";
}

TEST(Spaces, Table) {
  const Row rows[] = {
      {"到 2025 年 ， 装 机", "到2025年，装机", "Han, digits, punctuation"},
      {"生 态 环 境 质 量", "生态环境质量", "letter-spaced"},
      {"到 2 0 2 5 年 达 到 3 . 5 亿", "到2025年达到3.5亿", "letter-spaced with its numbers"},
      {"到2 0 2 5年覆盖率达到1 5. 2%，面积2 0 0万亩", "到2025年覆盖率达到15.2%，面积200万亩", "only the numbers letter-spaced"},
      {"绿地面积达14. 5平方米，利率1. 75%", "绿地面积达14.5平方米，利率1.75%", "a space behind the point"},
      {"专栏1. 5个项目", "专栏1. 5个项目", "the point of a number that counts boxes"},
      {"1. 2025年目标", "1. 2025年目标", "the point of a list mark"},
      {"风电2 3", "风电2 3", "no unit: two numbers"},
      {"风电23 45万千瓦", "风电23 45万千瓦", "not of one digit each"},
      {"Energy Action Plan", "Energy Action Plan", "words"},
      {"Energy   Action", "Energy Action", "one space is enough"},
      {"15 MW 风电", "15 MW风电", "number and unit"},
      {"2025 2030", "2025 2030", "two numbers"},
      {"达到 20 %", "达到20%", "percent"},
      {"2023 - 2025 年", "2023-2025年", "range"},
      {"2023 — 2025 年", "2023—2025年", "range with a wide dash"},
      {"克 / 千瓦时, g / kWh", "克/千瓦时,g/kWh", "quotient"},
      {"目标 , 2025 年 ; 2030 年", "目标,2025年;2030年", "ASCII punctuation of Chinese text"},
      {"PM10, SO2", "PM10, SO2", "ASCII punctuation of English text"},
      {"3, 500", "3, 500", "no thousands separator comes into being"},
      {"1. 2030 年前", "1. 2030年前", "nor a decimal"},
      {"1. 推进 节能", "1.推进节能", "list mark"},
      {"( 一 ) 总体 目标", "(一)总体目标", "brackets"},
      {"≥ 95", "≥95", "bound"},
      {"目    录", "目录", "a word in wide spacing"},
      {"  前言  ", "前言", "around a line"},
      {"附件：  规划全文", "附件:规划全文", "no row of a table"},
      {"第一章  总则\n\n甲  乙方\n", "第一章总则\n甲乙方", "a gap, but no table around it"},
  };
  for (const Row& row : rows) EXPECT_EQ(normalized(row.input), row.expected) << row.why;
}

TEST(Marks, FullStops) {
  const Row rows[] = {
      {"持续改善 . 以强化治理为重点 .", "持续改善。以强化治理为重点。", "dots with spaces"},
      {"持续改善.以强化治理为重点.", "持续改善。以强化治理为重点。", "dots"},
      {"秸秆焚烧 .２０２０ 年", "秸秆焚烧。2020年", "a year behind it"},
      {"比例达到３６％ . 全省", "比例达到36%。全省", "a percentage before it"},
      {"一 . 总体要求", "一.总体要求", "list mark"},
      {"(三). 目标", "(三).目标", "list mark in brackets"},
      {"1.5万千瓦和PM2.5", "1.5万千瓦和PM2.5", "decimals"},
      {"目标....5", "目标....5", "leader"},
      {"见www.example.cn", "见www.example.cn", "name"},
  };
  for (const Row& row : rows) EXPECT_EQ(normalized(row.input), row.expected) << row.why;
}

TEST(FieldErrors, Table) {
  const Row rows[] = {
      {"一、总体要求........错误！未定义书签。", "一、总体要求........", "for a page number"},
      {"二、目标\tError! Bookmark not defined.", "二、目标", "in English"},
      {"见错误!未找到引用源。，到2025年", "见，到2025年", "inside a sentence"},
      {"一、淨零目標 錯誤! 尚未定義書籤。\n二、減碳", "一、净零目标\n二、减碳", "in traditional script"},
      {"错误!错误!未定义书签。未定义书签。", "", "one inside the other"},
      {"错误!请改正。", "错误!请改正。", "a sentence"},
      {"Error! Bookmark", "Error! Bookmark", "half of it"},
      {"未定义书签。", "未定义书签。", "words of a manual"},
  };
  for (const Row& row : rows) EXPECT_EQ(normalized(row.input), row.expected) << row.why;
}

TEST(Normalize, WarnsOfUnknownGlyphs) {
  const NormalizedText text = testing::normalize("甲\n乙\uE001\uE002，\uF0B7丙");
  ASSERT_EQ(text.warnings.size(), 1u);
  EXPECT_EQ(text.warnings[0].code, "W-GLYPHS");
  EXPECT_EQ(text.warnings[0].severity, Severity::kWarning);
  EXPECT_THAT(text.warnings[0].message, ::testing::StartsWith("2 characters"));
  EXPECT_EQ(text.warnings[0].where.line, 2u);
  EXPECT_EQ(text.warnings[0].where.column, 2u);
  EXPECT_TRUE(testing::normalize("甲\uF0B7丙").warnings.empty());
}

TEST(Normalize, SpansLeadBackToTheDocument) {
  const std::string source = "\u3000\u3000到 ２０２５ 年，装 机达到１５\n万千瓦以上。";
  const NormalizedText text = testing::normalize(source);
  ASSERT_EQ(text.text, "到2025年，装机达到15\n万千瓦以上。");
  const auto source_of = [&](std::string_view part) {
    const std::size_t begin = text.text.find(part);
    return std::string(slice(source, text.to_document({begin, begin + part.size()})));
  };
  EXPECT_EQ(source_of("2025年"), "２０２５ 年");
  EXPECT_EQ(source_of("装机"), "装 机");
  EXPECT_EQ(source_of("15\n万千瓦"), "１５\n万千瓦");
  EXPECT_EQ(source_of("5"), "５");
  EXPECT_EQ(text.to_document({0, text.text.size()}), (Span{6, source.size()}));
}

TEST(Normalize, NothingToDoLeavesNoStage) {
  EXPECT_TRUE(testing::normalize("一、总体要求\n到2025年，达到15万千瓦。").stages.empty());
}

TEST(Normalize, EmptyAndBlank) {
  EXPECT_EQ(normalized(""), "");
  EXPECT_EQ(normalized(" \n\n\f \t\n"), "");
}

TEST(Normalize, WithoutAHeadingRule) {
  EXPECT_EQ(mubiao::normalize(testing::document_of("一、目标\n二、任务"), nullptr).text, "一、目标\n二、任务");
}

// Pieces that come through normalization as they are, but for spaces, and pieces that may not.
const std::vector<std::string> kPlainPieces = {
    "生态环境",    "装机容量达到",
    "到",          "2025",
    " ",           " ",
    "  ",          "\n",
    "\n",          "\n\n",
    "，",          "。",
    "；",          "（一）",
    "一、",        "《规划",
    "》",          "(",
    ")",           "“",
    "”",           ",",
    "%",           "\t",
    "绿 色 低 碳", "３５",
    "万千瓦",      "GDP",
    "二",          "\u3000\u3000",
    "\u200B",      "a",
    "\r\n",        "约束性",
    "[",           "推进能源生产和消费革命构建清洁低碳安全高效的能源体系加快建设",
};
const std::vector<std::string> kOddPieces = {
    "\f",    "— 5 —\n", "12\n", "1.",     "第一章", ".",           "-",    "—",
    "ꎬ",     "淨零減碳、產業發展與環境", "错误!未定义书签。", "\uF0B7", "\uE001", "錯誤! 尚未定義書籤",
    "PM2.5", "○",       "0",    "......", "\u0301", "第3页 共9页", "10.5", "·",
};

// A text made of what wrapped documents are made of, in no sensible order.
std::string random_text(std::mt19937& random, bool with_odd) {
  std::vector<std::string> pieces = kPlainPieces;
  if (with_odd) pieces.insert(pieces.end(), kOddPieces.begin(), kOddPieces.end());
  std::shuffle(pieces.begin(), pieces.end(), random);
  // Some texts use few of the pieces: those get lines of the same width.
  pieces.resize(1 + random() % pieces.size());
  std::string text;
  for (std::size_t count = random() % 120; count > 0; --count) text += pieces[random() % pieces.size()];
  return text;
}

TEST(NormalizeProperty, NormalizingTwiceChangesNothing) {
  std::mt19937 random(20250301);
  for (int round = 0; round < 6000; ++round) {
    const std::string source = random_text(random, true);
    const std::string once = normalized(source);
    ASSERT_EQ(normalized(once), once) << "from\n" << source;
  }
}

TEST(NormalizeProperty, SpansAreMonotoneWholeAndOnBorders) {
  std::mt19937 random(42);
  for (int round = 0; round < 2000; ++round) {
    const std::string source = random_text(random, true);
    const NormalizedText text = testing::normalize(source);
    Span last{0, 0};
    for (std::size_t begin = 0; begin < text.text.size();) {
      std::size_t end = begin + 1;
      while (!is_border(text.text, end)) ++end;
      const Span span = text.to_document({begin, end});
      ASSERT_LE(span.end, source.size());
      ASSERT_GE(span.begin, last.begin) << source;
      ASSERT_GE(span.end, last.end) << source;
      ASSERT_TRUE(is_border(source, span.begin) && is_border(source, span.end)) << source;
      last = span;
      begin = end;
    }
  }
}

std::string visible(std::string_view text) {
  std::string out;
  for (const char c : fold_characters(text)) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\f') out += c;
  }
  return out;
}

TEST(NormalizeProperty, NoCharacterIsLost) {
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    const std::string source = random_text(random, false);
    ASSERT_EQ(visible(normalized(source)), visible(source)) << source;
  }
}

}  // namespace
}  // namespace mubiao
