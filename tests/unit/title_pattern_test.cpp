#include "extract/title_pattern.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "extract/pattern_shape.h"
#include "rule_set_for_tests.h"

namespace mubiao {
namespace {

using Groups = std::array<re2::StringPiece, 6>;

TEST(TitlePattern, ReadsOneShapeOnly) {
  const struct {
    const char* pattern;
    bool has_shape;
  } rows[] = {
      {"^(?P<mark>[一二]、)[ \\t]*(?P<title>[^。]+|$)", true},
      {"^(?P<mark>a[|(])(?P<title>[^)|]+)$", true},
      {"^(?:a|b)(?P<title>c)", true},
      {"(?P<mark>a)(?P<title>b)", false},           // not anchored
      {"^(?P<mark>a)(?P<title>b)c", false},         // text behind the title
      {"^a|b(?P<title>c)", false},                  // an alternative around it
      {"^(?:a(?P<title>b))", false},                // inside a group
      {"^(?P<mark>a)(?P<title>b(?P<x>c))", false},  // a group in the title
      {"^(?P<mark>a)(?P<title>b)|(?:c)", false},
      {"^(?P<mark>a)", false},
      {"^(?i)(?P<mark>a)(?P<title>b)", false},  // flags hold for the title, too
      {"^(?P<mark>\\b)(?P<title>b)", false},    // no program
      {"^(?P<mark>a)(?P<title>\\pN+)", false},
  };
  for (const auto& row : rows) EXPECT_EQ(TitlePattern::of(row.pattern).has_value(), row.has_shape) << row.pattern;
}

TEST(PatternShape, KnowsThatMatchesBeginTheText) {
  const struct {
    const char* pattern;
    bool begins;
  } rows[] = {
      {"^a", true},       {"^(?:a|b)c$", true}, {"^[|(]a", true}, {"^a\\|b", true},       {"^(?P<x>a|^b)", true},
      {"a", false},       {"(^a)", false},      {"^a|b", false},  {"(?m)^a", false},      {"^(?:a)|(?:b)", false},
      {"^(?m:a)", false}, {"", false},          {"a^", false},    {"^\\Q[\\E|b]", false},
  };
  for (const auto& row : rows) EXPECT_EQ(begins_text(row.pattern), row.begins) << row.pattern;
}

TEST(PatternShape, NamesGroupsAsRe2Does) {
  const char* patterns[] = {
      "a",
      "^(?P<mark>[一二(]、)[ \\t]*(?P<title>[^。]+|$)",
      "(?P<a>x(?P<b>y))\\((?P<c>z)",
      "[(?P<a>]",
      "[^](?P<x>](?P<b>y)",
      "(?:a|(?P<b>c))+",
  };
  for (const char* pattern : patterns) {
    const re2::RE2 regex(pattern);
    std::vector<std::string> expected;
    for (const auto& [index, name] : regex.CapturingGroupNames()) expected.push_back(name);
    EXPECT_EQ(names_of_groups(pattern), expected) << pattern;
  }
  const char* unknown[] = {"(a)(?P<b>c)", "(?i)(?P<b>c)", "\\Q(?P<b>c)\\E", "[[:alpha:]](?P<b>c)"};
  for (const char* pattern : unknown) EXPECT_EQ(names_of_groups(pattern), std::nullopt) << pattern;
}

// Wherever the halves know an answer, it is that of the whole pattern, group by group.
TEST(TitlePattern, SaysWhatTheWholePatternSays) {
  const char* const lines[] = {
      "一、总体要求",
      "十二、  切实加强。组织",
      "(三)主要任务!",
      "1.推进转型。扩大",
      "12、 ",
      "2.5兆帕",
      "第三章 主要任务",
      "第二节",
      "专栏2 新能源重点项目",
      "专栏:“光伏+”工程",
      "附件1",
      "附件 2-1:任务分工表",
      "附件所列,由各县",
      "①15个",
      "②完善",
      "(2021—2025年)",
      "表1 目标",
      "图2-3 布局。",
      "目录",
      "一",
      "",
      " ",
      "1.2025年目标",
      "1.5G基站",
      "三、\t重点 任务;其他",
  };
  std::size_t answers = 0;
  for (const Rule* rule : default_rules().rules(RuleKind::kHeading)) {
    const auto halves = TitlePattern::of(rule->pattern);
    if (!halves) continue;
    for (const std::string_view line : lines) {
      const std::size_t count = static_cast<std::size_t>(rule->regex->NumberOfCapturingGroups()) + 1;
      Groups whole;
      Groups found;
      const bool matches =
          rule->regex->Match(line, 0, line.size(), re2::RE2::ANCHOR_START, whole.data(), static_cast<int>(count));
      const auto answer = halves->match(line, found.data(), count);
      if (answer == TitlePattern::Answer::kUnknown) continue;
      ASSERT_EQ(answer == TitlePattern::Answer::kYes, matches) << rule->id << ": " << line;
      if (!matches) continue;
      ++answers;
      for (std::size_t i = 0; i < count; ++i)
        EXPECT_EQ(found[i], whole[i]) << rule->id << ": " << line << ", group " << i;
    }
  }
  EXPECT_GE(answers, 10u);
}

TEST(TitlePattern, ServesMostHeadings) {
  std::size_t served = 0;
  for (const Rule* rule : default_rules().rules(RuleKind::kHeading))
    served += TitlePattern::of(rule->pattern).has_value();
  EXPECT_GE(served, 10u);
}

}  // namespace
}  // namespace mubiao
