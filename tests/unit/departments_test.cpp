#include "extract/departments.h"

#include <gtest/gtest.h>

#include "mubiao/outline.h"
#include "rule_set_for_tests.h"

namespace mubiao {
namespace {

std::string names_in(const std::string& text) {
  std::string all;
  for (const DepartmentList& list : DepartmentRules(default_rules()).find(text)) {
    if (!all.empty()) all += " | ";
    std::string names;
    for (const std::string& name : list.names) names += (names.empty() ? "" : ";") + name;
    all += names;
  }
  return all;
}

TEST(Departments, ReadsLists) {
  const struct {
    const char* text;
    const char* names;
  } rows[] = {
      {"改造管网。(市水利局、市住建局等按职责分工负责)", "市水利局;市住建局"},
      {"改造管网(牵头单位:区水利局,责任单位:区住建局、商务局)", "区水利局;区住建局;商务局"},
      {"改造管网。(牵头单位:区水利局;责任单位:区住建局)", "区水利局;区住建局"},
      {"(责任单位:水利厅牵头,省发展和改革委员会、住房和城乡建设厅等按职责分工负责。各县落实,以下不再列出)",
       "水利厅;省发展和改革委员会;住房和城乡建设厅"},
      {"改造管网。(市水利局牵头,市财政局配合)", "市水利局;市财政局"},
      {"改造管网。(市水利局负责)", "市水利局"},
      {"改造管网。【责任单位:市水利局、各区县人民政府】", "市水利局;各区县人民政府"},
      {"牵头单位:市水利局", "市水利局"},
      {"改造管网。责任单位:市水利局、市财政局。", "市水利局;市财政局"},
      {"(市财政局和市税务局负责)", "市财政局;市税务局"},
      {"(市水利局、各县(市、区)人民政府按职责分工负责)", "市水利局;各县(市、区)人民政府"},
      {"改造管网。(市水利局负责)扩建水厂。(市住建局负责)", "市水利局 | 市住建局"},
      {"(市发改委、市工信局、国网青山供电公司等按职责分工负责)", "市发改委;市工信局;国网青山供电公司"},
      // No departments.
      {"比例不低于35%(不含步行)", ""},
      {"实行专人负责(首问负责制)。", ""},
      {"重点用能单位:年综合能耗1万吨以上", ""},
      {"推动责任落实到人。", ""},
      {"(市、区)", ""},
      {"(市水利局", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(names_in(row.text), row.names) << row.text;
}

TEST(Departments, GivesTheSpanOfTheBracket) {
  const std::string text = "改造管网。(市水利局负责)";
  const auto lists = DepartmentRules(default_rules()).find(text);
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(slice(text, lists[0].span), "(市水利局负责)");
}

// Whose list answers for which paragraph.
std::string first_department(const Outline& outline, const Paragraph& paragraph) {
  const std::vector<std::string>& names = outline.departments_of(paragraph);
  return names.empty() ? "" : names.front();
}

TEST(Departments, AnswerForTheTextBeforeThem) {
  const std::string text =
      "一、任务\n总体推进。\n1.管网\n更新80公里。\n改造12处。(市水利局负责)\n2.水厂\n新建3座。(市住建局负责)"
      "扩建2座。\n3.排水\n雨污分流。\n责任单位:市城管局\n";
  const Outline result = outline(NormalizedText{text, {}}, default_rules());
  std::vector<std::pair<std::string, std::string>> found;
  for (const Paragraph& paragraph : result.paragraphs)
    found.emplace_back(slice(text, paragraph.span), first_department(result, paragraph));
  EXPECT_EQ(found, (std::vector<std::pair<std::string, std::string>>{{"总体推进。", ""},
                                                                     {"更新80公里。", "市水利局"},
                                                                     {"改造12处。(市水利局负责)", "市水利局"},
                                                                     {"新建3座。(市住建局负责)", "市住建局"},
                                                                     {"扩建2座。", ""},
                                                                     {"雨污分流。", "市城管局"},
                                                                     {"责任单位:市城管局", "市城管局"}}));
}

TEST(Departments, BehindAHeadingAnswerForItsSection) {
  const std::string text =
      "一、任务\n(一)供水(市水利局牵头)\n1.管网。(市住建局负责)\n更新80公里。\n改造12处。\n2.水厂\n新建3座。\n(二)"
      "排水\n雨污分流。\n";
  const Outline result = outline(NormalizedText{text, {}}, default_rules());
  std::vector<std::string> found;
  for (const Paragraph& paragraph : result.paragraphs)
    found.push_back(std::string(slice(text, paragraph.span)) + "=" + first_department(result, paragraph));
  EXPECT_EQ(found, (std::vector<std::string>{"(市住建局负责)=市住建局", "更新80公里。=市住建局", "改造12处。=市住建局",
                                             "新建3座。=市水利局", "雨污分流。="}));
  EXPECT_EQ(result.sections[1].title, "(一)供水");
}

}  // namespace
}  // namespace mubiao
