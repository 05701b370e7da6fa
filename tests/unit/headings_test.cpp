#include "extract/headings.h"

#include <gtest/gtest.h>

#include "extract/ordinal.h"
#include "mubiao/outline.h"
#include "rule_set_for_tests.h"

namespace mubiao {
namespace {

TEST(Ordinal, ReadsMarksAndDates) {
  const struct {
    const char* text;
    int number;
  } rows[] = {
      {"三、", 3}, {"(十二)", 12}, {"二十、", 20}, {"(三十五)", 35}, {"第一百零二章", 102}, {"12.", 12},
      {"(3)", 3},  {"④", 4},       {"⑳", 20},      {"2022", 2022},   {"二〇二二", 2022},    {"二○三五", 2035},
      {"十", 10},  {"专栏7", 7},   {"附件", 0},    {"", 0},          {"99999999999", 0},    {"第二章第三节", 2},
  };
  for (const auto& row : rows) EXPECT_EQ(read_ordinal(row.text), row.number) << row.text;
}

TEST(Headings, FindsMarkAndTitleAtLineStart) {
  const HeadingRules rules(default_rules());
  const struct {
    const char* line;
    const char* title;  // nullptr: no mark
    int ordinal;
  } rows[] = {
      {"三、重点任务", "三、重点任务", 3},
      {"(二)主要目标", "(二)主要目标", 2},
      {"( 二 )主要目标", "(二)主要目标", 2},
      {"(一)指导思想。以节水为先。", "(一)指导思想", 1},
      {"1.调整用水结构。推广滴灌。", "1.调整用水结构", 1},
      {"12、健全管护机制", "12、健全管护机制", 12},
      {"第三章 主要任务", "第三章主要任务", 3},
      {"第二节 优化布局", "第二节优化布局", 2},
      {"(3)改造老旧管网。", "(3)改造老旧管网", 3},
      {"②改造老旧管网", "②改造老旧管网", 2},
      {"专栏2 供水重点项目", "专栏2供水重点项目", 2},
      {"专栏:“节水+”工程", "专栏:“节水+”工程", 0},
      {"2.2025年主要目标", "2.2025年主要目标", 2},
      {"附件1 任务分工表", "任务分工表", 1},
      // No headings.
      {"2.5兆帕管网建成投运", nullptr, 0},
      {"12.5%左右", nullptr, 0},
      {"2025年建成节水型社会", nullptr, 0},
      {"一、二、三产业融合发展", nullptr, 0},
      {"1.到2025年,建成泵站12座", nullptr, 0},
      {"第三方机构应当独立核查", nullptr, 0},
      {"(市水利局负责)", nullptr, 0},
      {"(2021—2025年)", nullptr, 0},
      {"专栏节目持续推出", nullptr, 0},
      {"推进节水型社会建设。", nullptr, 0},
      {"", nullptr, 0},
  };
  for (const auto& row : rows) {
    const auto mark = rules.at(row.line);
    ASSERT_EQ(mark.has_value(), row.title != nullptr) << row.line;
    if (!mark) continue;
    EXPECT_EQ(mark->title, row.title);
    EXPECT_EQ(mark->ordinal, row.ordinal) << row.line;
  }
}

TEST(Headings, SaysWhatALineIsBesideAHeading) {
  const HeadingRules rules(default_rules());
  const struct {
    const char* line;
    MarkRole role;
  } rows[] = {
      {"目 录", MarkRole::kContents},
      {"一、总体要求..........4", MarkRole::kEntry},
      {"(二)基本原则..................(13)", MarkRole::kEntry},
      {"前言", MarkRole::kSingle},
      {"表3 供水能力", MarkRole::kCaption},
      {"四是扩大有效供给。", MarkRole::kItem},
      {"注:①为累计值。", MarkRole::kNote},
      {"各位代表!", MarkRole::kSalutation},
  };
  for (const auto& row : rows) {
    const auto mark = rules.at(row.line);
    ASSERT_TRUE(mark) << row.line;
    EXPECT_EQ(static_cast<int>(mark->role), static_cast<int>(row.role)) << row.line;
  }
}

TEST(Headings, TellsWrapRepairWhatOpensABlock) {
  const OpensBlock opens = opens_block(default_rules());
  for (const char* line : {"一、总体要求", "(三)主要目标", "1.调整结构", "专栏1 重点项目", "目录", "表1 主要指标"})
    EXPECT_TRUE(opens(line)) << line;
  for (const char* line : {"一是调整结构", "推进重点项目建设", "1.7%左右", "2025年建成", ""})
    EXPECT_FALSE(opens(line)) << line;
}

TEST(Headings, FindsHeadingsRunInBehindAStop) {
  const std::string text =
      "一、总体要求(一)指导思想。节水优先。(二)主要目标到2025年,节水型社会基本建成。"
      "二、重点任务(一)调整结构。1.压减高耗水产业。严格准入。(市水利局负责)2.推广滴灌。扩大面积。";
  const HeadingRules rules(default_rules());
  std::vector<std::string> titles;
  for (const Mark& mark : find_marks(text, find_lines(text), rules)) titles.push_back(mark.title);
  EXPECT_EQ(titles, (std::vector<std::string>{"一、总体要求", "(一)指导思想", "(二)主要目标", "二、重点任务",
                                              "(一)调整结构", "1.压减高耗水产业", "2.推广滴灌"}));
}

TEST(Headings, TakesTheTitleFromTheNextLine) {
  const std::string text = "第一章\n\n水资源现状\n水资源总量稳定。\n专栏2\n序号\n节水改造重点工程\n1\n第二章\n目标";
  const HeadingRules rules(default_rules());
  std::vector<std::string> titles;
  for (const Mark& mark : find_marks(text, find_lines(text), rules)) titles.push_back(mark.title);
  EXPECT_EQ(titles, (std::vector<std::string>{"第一章水资源现状", "专栏2节水改造重点工程", "第二章目标"}));
}

}  // namespace
}  // namespace mubiao
