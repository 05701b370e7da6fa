// The year a document speaks from: date of issue, then title, headings, documents cited, else unknown.
#include "extract/document_time.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mubiao {
namespace {

constexpr const char* kRules = R"toml(
[periods]
"十三五" = [2016, 2020]
"十四五" = [2021, 2025]
"十五" = [2001, 2005]
"十五五" = [2026, 2030]
[[rules]]
id = "metadata.plan"
kind = "metadata"
set = { field = "plan" }
pattern = '“?{plan:plan}”?'
[[rules.unless]]
id = "numeral"
in = "match"
pattern = '^十五$'
[[rules]]
id = "metadata.reference-work"
kind = "metadata"
set = { field = "reference" }
pattern = '(?P<year>20\d\d)年(?:政府)?工作'
[[rules.unless]]
id = "review"
in = "after"
pattern = '^回顾'
[[rules]]
id = "metadata.cited"
kind = "metadata"
set = { field = "cited" }
pattern = '〔(?P<year>20\d\d)〕'
)toml";

struct Row {
  const char* issued;
  const char* title;
  std::vector<const char*> headings;
  int year;
  const char* why;
};

TEST(DocumentTime, TheFirstThatSaysIt) {
  const auto rules = RuleSet::load({{"time.toml", kRules}});
  ASSERT_TRUE(rules) << to_text(rules.error()[0]);
  const Row rows[] = {
      {"2024-09-28", "青岚市“十四五”规划", {"三、2022年政府工作任务"}, 2024, "issued 2024-09-28"},
      {"", "青岚市“十四五”规划", {"三、2022年政府工作任务"}, 2021, "title"},
      {"", "青岚市“十三五”规划", {}, 2016, "title"},
      {"", "青岚市教育发展“十五五”规划", {}, 2026, "title"},                   // 十五 stands in it
      {"", "青岚市“十五”规划", {}, 2001, "title"},
      {"", "青岚市十五分钟便民生活圈建设方案", {}, 0, ""},                     // silenced
      {"", "2023年政府工作报告", {"三、2022年政府工作任务"}, 2023, "title"},
      {"", "政府工作报告", {"一、2021年工作回顾", "二、2022年工作安排"}, 2022, "heading"},
      {"", "政府工作报告", {"一、2021年工作回顾"}, 0, ""},             // silenced
      {"", "", {"一、2022年工作安排", "二、2021年工作总结"}, 2022, "heading"},  // the latest
      {"", "青岚市碳达峰实施方案", {"一、主要目标"}, 0, ""},
      {"", "2030年前碳达峰行动方案", {}, 0, ""},                       // a year, but not of its own work
      {"", "", {}, 0, ""},
  };
  for (const Row& row : rows) {
    Outline outline;
    if (*row.issued) outline.metadata.issued = row.issued;
    if (*row.title) outline.metadata.title = row.title;
    for (const char* heading : row.headings) outline.sections.push_back({heading, 1, -1, {}});
    const DocumentTime time = document_time(outline, "", *rules);
    EXPECT_EQ(time.year, row.year) << row.title;
    EXPECT_NE(time.reason.find(row.why), std::string::npos) << row.title << ": " << time.reason;
    EXPECT_EQ(time.reason.empty(), row.year == 0) << row.title;
  }
}

TEST(DocumentTime, NoOlderThanWhatItCites) {
  const auto rules = RuleSet::load({{"time.toml", kRules}});
  ASSERT_TRUE(rules) << to_text(rules.error()[0]);
  const std::string text = "按照青政发〔2020〕3号、青政办〔2021〕7号和青水发〔2019〕2号文件的要求。";
  Outline outline;
  EXPECT_EQ(document_time(outline, text, *rules).year, 2021);
  EXPECT_EQ(document_time(outline, "到2025年,用水总量控制在5亿立方米以内。", *rules).year, 0);
  outline.metadata.title = "青岚市“十三五”规划";  // says it better
  EXPECT_EQ(document_time(outline, text, *rules).year, 2016);
}

}  // namespace
}  // namespace mubiao
