// Work reports: parts without a number, years that headings and 今年 give, lists of measures. With the embedded rules;
// every row is a document of its own.
#include <gtest/gtest.h>

#include "extract_helpers.h"

namespace mubiao::testing {
namespace {

const std::string kTitle = "政府工作报告\n——2026年1月27日在河谷县第七届人民代表大会第五次会议上\n各位代表：\n";

TEST(Report, SpeaksFromTheDayItWasGiven) {
  check({
      {kTitle + "一、重点工作\n今年，新建学校5所。\n", {"target 新建学校 =5 所 increase 2026"}},
      {"政府工作报告\n——二〇二六年一月二十七日在河谷县第七届人民代表大会第五次会议上\n一、重点工作\n今年，新建学校5所。"
       "\n",
       {"target 新建学校 =5 所 increase 2026"}},
      // What is said of a year before it has been.
      {kTitle + "一、工作情况\n2025年，新建学校5所。\n", {"context 5 所"}},
  });
}

TEST(Report, HasPartsWithoutANumber) {
  check({
      {kTitle + "“十四五”时期发展成就和2025年工作回顾\n一、建设学校\n新建学校5所。\n2026年重点工作\n一、建设学校\n新建"
                "学校6所。\n",
       {"context 5 所", "target 新建学校 =6 所 increase 2026"}},
      // A sentence is none, nor is a column of a table.
      {kTitle + "2026年重点工作：\n新建学校6所。\n", {"target 新建学校 =6 所 increase 2026"}},
  });
  const std::vector<Record> records = records_of(kTitle + "2026年重点工作\n（一）建设学校\n新建学校6所。\n");
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].section, (std::vector<std::string>{"2026年重点工作", "(一)建设学校"}));
}

TEST(Report, ThisYearGovernsTheRestOfItsSection) {
  check({
      {kTitle + "一、开好局、起好步\n今年，新建学校5所。\n（一）教育\n新建中心6个。\n二、加强自身建设\n新建中心7个。\n",
       {"target 新建学校 =5 所 increase 2026", "target 新建中心 =6 个 increase 2026",
        "target 新建中心 =7 个 increase"}},
      // Not in the middle of a sentence, and not over a year that the heading states.
      {kTitle + "一、开好局\n发改部门今年新建学校5所。\n（一）教育\n新建中心6个。\n",
       {"target 发改部门新建学校 =5 所 increase 2026", "target 新建中心 =6 个 increase"}},
      {kTitle + "一、2030年目标\n今年，新建学校5所。\n（一）教育\n新建中心6个。\n",
       {"target 新建学校 =5 所 increase 2026", "target 新建中心 =6 个 increase 2030"}},
      // Of a heading with two periods the first governs until the other one is spoken of.
      {kTitle +
           "二、“十五五”时期目标任务和2026年工作安排\n新建学校5所。\n今年，新建学校1所。\n（一）教育\n新建中心6个。\n",
       {"target 新建学校 =5 所 increase 2030 (2026-2030)", "target 新建学校 =1 所 increase 2026",
        "target 新建中心 =6 个 increase 2026"}},
      {kTitle + "三、2026年的重点工作\n新建学校5所。\n", {"target 新建学校 =5 所 increase 2026"}},
  });
}

TEST(Report, ListsShareTheirNoun) {
  const std::string kTasks = kTitle + "三、2026年工作安排\n";
  check({
      {kTasks + "培育6个世界级、7个国家级产业集群。\n",
       {"target 世界级产业集群 =6 个 2026", "target 国家级产业集群 =7 个 2026"}},
      {kTasks + "新建2个国家级、20个省级重点专科。\n",
       {"target 新建国家级重点专科 =2 个 increase 2026", "target 新建省级重点专科 =20 个 increase 2026"}},
      // What is complete is left alone, and a clause ends a list.
      {kTasks + "培育6个国家级园区、7个省级产业集群。\n",
       {"target 国家级园区 =6 个 2026", "target 省级产业集群 =7 个 2026"}},
      {kTasks + "培育6个国家级，培育7个省级产业集群。\n",
       {"target 国家级 =6 个 2026", "target 省级产业集群 =7 个 2026"}},
  });
}

TEST(Report, NumbersItsMeasures) {
  const std::string kTasks = kTitle + "三、2026年工作安排\n";
  check({
      {kTasks + "七是完成无障碍改造5000户。十四是送戏下乡600场。\n",
       {"target 无障碍改造 =5000 户 2026", "target 送戏下乡 =600 场 2026"}},
      {kTasks + "为超3万名适龄妇女免费提供乳腺癌筛查。\n", {"target 适龄妇女乳腺癌筛查 >=30000 名 2026"}},
      {kTasks + "中心校帮扶从5个县（市）扩大到9个县（市）。\n", {"context 5 个", "target 中心校帮扶 =9 个 2026"}},
  });
}

}  // namespace
}  // namespace mubiao::testing
