#include "text/lines.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mubiao {
namespace {

bool opens_none(std::string_view) { return false; }

std::string join(std::string text, Joining joining, std::vector<Line>& lines) {
  lines = split_lines(text);
  tidy_lines(text, lines, opens_none, text);
  join_lines(text, lines, opens_none, joining, text);
  return text;
}

// A pass of normalization begins with the lines that the one before it left.
TEST(Lines, AreAfterJoiningThoseOfTheText) {
  const char* const texts[] = {
      "",
      "\n \n",
      "第一行,\n  第二行\n\n第三行。",
      "甲 乙\tABC DEF\n\tXYZ 12  项\n",
      "指标\t2025年\t2030年\n用水量  12  34\n说明文字",
      "plan one\ntwo three\n\fnext page",
      "一、\n总体要求\n3.\n5万千瓦",
      "目标....3\n任务····12\n(一)\n任务....4",
      "a\x01 \n\x02 b",
  };
  for (const char* const text : texts) {
    for (const Joining joining : {Joining::kWraps, Joining::kAll}) {
      std::vector<Line> lines;
      const std::string joined = join(text, joining, lines);
      const std::vector<Line> expected = split_lines(joined);
      ASSERT_EQ(lines.size(), expected.size()) << text;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_EQ(slice(joined, lines[i]), slice(joined, expected[i])) << text;
        EXPECT_EQ(lines[i].begin, expected[i].begin) << text;
        EXPECT_EQ(lines[i].width, width_of(slice(joined, lines[i]))) << text;
        EXPECT_EQ(lines[i].gaps, expected[i].gaps) << text;
        EXPECT_EQ(lines[i].indent, expected[i].indent) << text;
        EXPECT_EQ(lines[i].kind, expected[i].kind) << text;
        EXPECT_EQ(lines[i].blank_before, expected[i].blank_before) << text;
        EXPECT_EQ(lines[i].page_before, expected[i].page_before) << text;
        EXPECT_TRUE(lines[i].spaced || !expected[i].spaced) << text;
      }
    }
  }
}

TEST(Lines, WidthsAreThoseOfTheirCharacters) {
  const struct {
    std::string text;
    std::uint32_t width;
  } rows[] = {
      {"", 0},
      {"a", 1},
      {"年", 2},
      {"é", 1},
      {"(", 2},
      {"年(1)", 7},
      {std::string(5000, 'x'), 5000},
      {std::string(5001, '?'), 10002},
  };
  for (const auto& row : rows) EXPECT_EQ(width_of(row.text), row.width) << row.text.substr(0, 20);
}

}  // namespace
}  // namespace mubiao
