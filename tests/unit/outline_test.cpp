#include "mubiao/outline.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "rule_set_for_tests.h"

namespace mubiao {
namespace {

Outline outline_of(const std::string& text) { return outline(NormalizedText{text, {}}, default_rules()); }

std::string joined(const std::vector<std::string>& titles) {
  std::string all;
  for (const std::string& title : titles) all += (all.empty() ? "" : " > ") + title;
  return all;
}

// The path above the paragraph that holds `words`; "?" if none does.
std::string path_of(const std::string& text, const std::string& words) {
  const Outline result = outline_of(text);
  for (const Paragraph& paragraph : result.paragraphs)
    if (slice(text, paragraph.span).find(words) != std::string_view::npos)
      return joined(result.path(paragraph.section));
  return "?";
}

TEST(Outline, NestsMarksOfAPlan) {
  const std::string text =
      "为加强节水工作,制定本方案。\n一、总体要求\n(一)指导思想\n节水优先。\n(二)主要目标\n到2025年,用水总量可控。\n"
      "二、重点任务\n坚持系统推进。\n(一)调整结构\n1.压减高耗水产业。严格准入。\n2.推广滴灌。扩大面积。\n"
      "(二)改造管网\n3.更新老旧管网。每年更新80公里。\n三、保障措施\n加强领导。\n";
  EXPECT_EQ(path_of(text, "制定本方案"), "");
  EXPECT_EQ(path_of(text, "节水优先"), "一、总体要求 > (一)指导思想");
  EXPECT_EQ(path_of(text, "用水总量"), "一、总体要求 > (二)主要目标");
  EXPECT_EQ(path_of(text, "系统推进"), "二、重点任务");
  EXPECT_EQ(path_of(text, "扩大面积"), "二、重点任务 > (一)调整结构 > 2.推广滴灌");
  EXPECT_EQ(path_of(text, "80公里"), "二、重点任务 > (二)改造管网 > 3.更新老旧管网");  // numbering runs on
  EXPECT_EQ(path_of(text, "加强领导"), "三、保障措施");
}

TEST(Outline, NestsChaptersAndTurnedOrder) {
  const std::string chapters =
      "第一章 现状\n第一节 成效\n1、水质改善\n水质稳中向好。\n第二章 目标\n第一节 指标\n用水总量可控。\n";
  EXPECT_EQ(path_of(chapters, "稳中向好"), "第一章现状 > 第一节成效 > 1、水质改善");
  EXPECT_EQ(path_of(chapters, "总量"), "第二章目标 > 第一节指标");
  const std::string turned = "1.总则\n(一)目的\n规范管理。\n(二)范围\n全部县区。\n2.任务\n(一)供水\n扩建水厂。\n";
  EXPECT_EQ(path_of(turned, "规范管理"), "1.总则 > (一)目的");
  EXPECT_EQ(path_of(turned, "扩建水厂"), "2.任务 > (一)供水");
}

TEST(Outline, KeepsTheSpanOfTheHeading) {
  const std::string text = "一、总体要求\n(一)指导思想。节水优先。\n";
  const Outline result = outline_of(text);
  ASSERT_EQ(result.sections.size(), 2u);
  EXPECT_EQ(slice(text, result.sections[1].heading), "(一)指导思想");
  EXPECT_EQ(result.sections[1].level, 2);
  ASSERT_EQ(result.paragraphs.size(), 1u);
  EXPECT_EQ(slice(text, result.paragraphs[0].span), "节水优先。");
}

TEST(Outline, NumberedSentencesAreNoHeadings) {
  const std::string text =
      "一、主要目标\n(一)建成泵站12座。\n(二)更新管网80公里。\n(三)培育节水企业5家。\n二、重点任务\n(一)"
      "改造管网。\n更新80公里。\n";
  EXPECT_EQ(path_of(text, "泵站"), "一、主要目标");
  EXPECT_EQ(path_of(text, "节水企业"), "一、主要目标");
  EXPECT_EQ(path_of(text, "更新80公里"), "二、重点任务 > (一)改造管网");
}

TEST(Outline, NumbersOutOfSequenceAreNoHeadings) {
  const std::string text = "一、现状\n供水稳定。\n九、十月间来水偏少。雨季提前。\n二、目标\n总量可控。\n";
  EXPECT_EQ(path_of(text, "雨季提前"), "一、现状");
  EXPECT_EQ(path_of(text, "总量可控"), "二、目标");
}

TEST(Outline, ListsInSentencesAreText) {
  const std::string text = "一、任务\n一是调整结构。\n二是改造管网。\n";
  EXPECT_EQ(path_of(text, "改造管网"), "一、任务");
}

TEST(Outline, LeavesTheTableOfContentsOut) {
  const std::string leaders =
      "目 录\n前言........1\n一、现状........2\n(一)成效........2\n前言\n水是命脉。\n一、现状\n(一)成效\n水质改善。\n";
  EXPECT_EQ(path_of(leaders, "命脉"), "前言");
  EXPECT_EQ(path_of(leaders, "水质改善"), "一、现状 > (一)成效");
  const std::string plain =
      "一、现状\n(一)成效\n(二)问题\n二、目标\n一、现状\n(一)成效\n水质改善。\n(二)"
      "问题\n来水偏少。\n二、目标\n总量可控。\n";
  EXPECT_EQ(path_of(plain, "来水偏少"), "一、现状 > (二)问题");
  EXPECT_EQ(outline_of(plain).sections.size(), 4u);
  EXPECT_TRUE(outline_of(plain).paragraphs.front().boilerplate);
}

TEST(Outline, ABoxStandsInTheSectionAboveIt) {
  const std::string text =
      "一、任务\n(一)供水\n1.改造管网\n更新老旧管网。\n专栏1 "
      "供水重点工程\n(一)管网改造。\n更新80公里。\n(二)水厂扩建。\n新增能力5万吨。\n"
      "2.扩建水厂\n新建水厂3座。\n专栏2 水厂建设\n(一)新建水厂3座。\n(二)扩建水厂2座。\n(二)排水\n雨污分流。\n";
  EXPECT_EQ(path_of(text, "更新80公里"), "一、任务 > (一)供水 > 1.改造管网 > 专栏1供水重点工程 > (一)管网改造");
  EXPECT_EQ(path_of(text, "新增能力"), "一、任务 > (一)供水 > 1.改造管网 > 专栏1供水重点工程 > (二)水厂扩建");
  EXPECT_EQ(path_of(text, "新建水厂3座"), "一、任务 > (一)供水 > 2.扩建水厂");
  EXPECT_EQ(path_of(text, "扩建水厂2座"), "一、任务 > (一)供水 > 2.扩建水厂 > 专栏2水厂建设");
  EXPECT_EQ(path_of(text, "雨污分流"), "一、任务 > (二)排水");
}

TEST(Outline, ABoxWithTheNumberingOfItsHeadingStandsBesideIt) {
  const std::string text =
      "一、任务\n1、改造管网\n更新老旧管网。\n专栏1 重点工程\n1、管网\n更新80公里。\n二、保障\n加强领导。\n";
  EXPECT_EQ(path_of(text, "更新80公里"), "一、任务 > 专栏1重点工程 > 1、管网");
}

TEST(Outline, ABoxEndsWhereAListOrANoteSaysSo) {
  const std::string list = "一、任务\n一是改造管网。\n专栏:管网\n更新80公里。\n二是扩建水厂。\n";
  EXPECT_EQ(path_of(list, "80公里"), "一、任务 > 专栏:管网");
  EXPECT_EQ(path_of(list, "扩建水厂"), "一、任务");
  const std::string note = "一、目标\n总量可控。\n专栏1 主要指标\n用水总量\n注:按当年价。\n到2035年,水质根本好转。\n";
  EXPECT_EQ(path_of(note, "用水总量"), "一、目标 > 专栏1主要指标");
  EXPECT_EQ(path_of(note, "根本好转"), "一、目标");
}

TEST(Outline, AnAttachmentOpensAnOutlineOfItsOwn) {
  const std::string text =
      "一、任务\n改造管网。\n附件1\n青山市供水方案\n为加强供水,"
      "制定本方案。\n一、目标\n总量可控。\n附件2\n青山市排水方案\n一、目标\n雨污分流。\n";
  EXPECT_EQ(path_of(text, "总量可控"), "青山市供水方案 > 一、目标");
  EXPECT_EQ(path_of(text, "雨污分流"), "青山市排水方案 > 一、目标");
}

TEST(Outline, AnAttachmentThatIsTheDocumentIsNoSection) {
  const std::string text =
      "青山市人民政府关于印发《青山市供水方案》的通知\n各县区:"
      "\n现将《青山市供水方案》印发给你们。\n青山市人民政府\n2023年5月6日\n"
      "附件\n青山市供水方案\n一、目标\n总量可控。\n";
  EXPECT_EQ(path_of(text, "总量可控"), "一、目标");
}

TEST(Outline, TheAudienceOfAReportClosesTheInnerHeadings) {
  const std::string text = "各位代表:\n一、今年工作\n(一)扩大供水\n新建水厂。\n各位代表!\n新的一年任务艰巨。\n";
  EXPECT_EQ(path_of(text, "新建水厂"), "一、今年工作 > (一)扩大供水");
  EXPECT_EQ(path_of(text, "任务艰巨"), "一、今年工作");
}

TEST(Outline, MarksBoilerplate) {
  const std::string text =
      "5月9日,青山市印发供水方案,提出2025年供水能力达到15万吨。\nhttps://www.example.com/x.html\n各县区人民政府:\n"
      "青山市供水方案\n为加强供水,制定本方案。\n一、目标\n总量可控。\n";
  const Outline result = outline_of(text);
  std::vector<std::string> kept;
  for (const Paragraph& paragraph : result.paragraphs)
    if (!paragraph.boilerplate) kept.emplace_back(slice(text, paragraph.span));
  EXPECT_EQ(kept, (std::vector<std::string>{"5月9日,青山市印发供水方案,提出2025年供水能力达到15万吨。",
                                            "为加强供水,制定本方案。", "总量可控。"}));
}

TEST(Outline, EveryByteIsInAtMostOneParagraphAndNoneIsLost) {
  const std::string text =
      "青山市供水方案\n一、目标\n(一)总量可控。到2025年可控。(市水利局负责)"
      "\n第二章\n现状\n12\n34\n专栏1\n序号\n重点供水工程名录\n5\n";
  const Outline result = outline_of(text);
  std::string covered;
  std::size_t end = 0;
  for (const Paragraph& paragraph : result.paragraphs) {
    EXPECT_LE(end, paragraph.span.begin);
    end = paragraph.span.end;
    covered += slice(text, paragraph.span);
  }
  for (const char* digits : {"12", "34", "到2025年可控", "序号", "5"})
    EXPECT_NE(covered.find(digits), std::string::npos) << digits;
}

TEST(Outline, EmptyAndOddTexts) {
  for (const char* text :
       {"", "\n", " \n\t\n", "一、", "(一)", "第一章", "专栏", "附件", "目录", "一、\n一、\n一、\n", ")(", "【"}) {
    const Outline result = outline_of(text);
    EXPECT_FALSE(result.metadata.title) << text;
  }
}

// A quadratic step would take minutes here.
TEST(Outline, CostIsLinear) {
  std::string one_line;
  std::string brackets;
  std::string marks;
  std::string nested = "由市水利局负责";
  for (int i = 0; i < 60000; ++i) {
    one_line += "推进节水型社会建设(一期)。";
    brackets += "(【";
    nested += "((负责";
    marks += "一、目标\n";
  }
  nested += std::string(120000, ')');
  const auto start = std::chrono::steady_clock::now();
  for (const std::string* text : {&one_line, &brackets, &marks, &nested}) outline_of(*text);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace
}  // namespace mubiao
