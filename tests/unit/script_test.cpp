#include "text/script.h"

#include <gtest/gtest.h>

#include <string>

#include "mubiao/extract.h"
#include "mubiao/normalize.h"
#include "mubiao/outline.h"
#include "rule_set_for_tests.h"
#include "text_helpers.h"

namespace mubiao {
namespace {

TEST(Simplify, Table) {
  struct Row {
    std::string input, expected;
  };
  const Row rows[] = {
      {"", ""},
      {"減碳淨零,百分點,億瓩公噸", "减碳净零,百分点,亿瓩公吨"},
      {"後年乾淨隻準麵裏臺佔週", "后年干净只准面里台占周"},
      {"羣峯滙衞査覈", "群峰汇卫查核"},
      {"到2025年,减碳", "到2025年,减碳"},
      {"覆蓋率顯著", "覆盖率显著"},
      {"abc\xE5\x8D", "abc\xE5\x8D"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(simplified(row.input), row.expected);
    EXPECT_EQ(row.input.size(), row.expected.size());
  }
}

TEST(Simplify, TwiceIsOnce) {
  std::string all;
  for (char32_t c = 0x3400; c < 0xA000; ++c) {
    all += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  }
  const std::string once = simplified(all);
  EXPECT_EQ(once.size(), all.size());
  EXPECT_EQ(simplified(once), once);
}

TEST(IsTraditional, Table) {
  struct Row {
    std::string text;
    bool expected;
    const char* why;
  };
  std::string chrome;
  for (int i = 0; i < 60; ++i) chrome += "網站導覽與連結。";
  std::string plan;
  for (int i = 0; i < 3000; ++i) plan += "到2025年，单位产值能耗降低。";
  std::string traditional;
  for (int i = 0; i < 3000; ++i) traditional += "至2025年，單位產值能耗降低。";
  const Row rows[] = {
      {"", false, "nothing"},
      {"2025 GW", false, "no Han"},
      {"一二三", false, "the same in both"},
      {"再生能源裝置容量達1萬瓩", true, "traditional"},
      {"可再生能源装机容量达到1万千瓦", false, "simplified"},
      {"乾县2025年装机达到5万千瓦", false, "a name"},
      {"引用「淨零排放」等說法，单位产值能耗达到国际先进水平，产业结构调整优化。", false, "a quotation"},
      {chrome + plan, false, "a traditional menu above a simplified plan"},
      {traditional + "简体与繁体", true, "a simplified link below"},
  };
  for (const Row& row : rows) EXPECT_EQ(is_traditional(row.text), row.expected) << row.why;
}

TEST(NormalizeTraditional, BothTextsAreTheSameLength) {
  const std::string source = "至 ２０３０ 年，再生能源裝 置容量達到１５萬瓩。二○三○年減碳 。\f- 5 -\n二、後續作為\n";
  const NormalizedText text = testing::normalize(source);
  EXPECT_EQ(text.text, "至2030年，再生能源装置容量达到15万瓩。二〇三〇年减碳。\n二、后续作为");
  EXPECT_EQ(text.written, "至2030年，再生能源裝置容量達到15萬瓩。二〇三〇年減碳。\n二、後續作為");
  const std::size_t begin = text.text.find("装置容量");
  EXPECT_EQ(slice(source, text.to_document({begin, begin + 12})), "裝 置容量");
  const NormalizedText again = testing::normalize(text.written);
  EXPECT_EQ(again.written, text.written);
  EXPECT_EQ(testing::normalize(text.text).text, text.text);
}

TEST(NormalizeTraditional, SimplifiedTextHasOneForm) {
  EXPECT_TRUE(testing::normalize("乾县到2025年，装机达到5万千瓦。").written.empty());
}

Extraction extract(const std::string& text) { return Extractor(default_rules()).extract(*decode("t.txt", text)); }

TEST(ExtractTraditional, FieldsAreInTheScriptOfTheDocument) {
  const Extraction found = extract(
      "嵐洲市淨零行動綱領\n\n壹、發展目標\n\n一、製造業\n至2030年,後端製造業範圍內的氫氣發電裝置容量達到15萬瓩。("
      "主辦機關:經濟發展局)\n");
  EXPECT_EQ(found.metadata.title, "嵐洲市淨零行動綱領");
  ASSERT_EQ(found.records.size(), 1u);
  const Record& record = found.records[0];
  EXPECT_EQ(record.indicator, "後端製造業範圍內的氫氣發電裝置容量");
  EXPECT_EQ(record.section, (std::vector<std::string>{"壹、發展目標", "一、製造業"}));
  EXPECT_EQ(record.responsible, (std::vector<std::string>{"經濟發展局"}));
  EXPECT_EQ(record.quote, "15萬瓩");
  EXPECT_EQ(record.sentence, "至2030年,後端製造業範圍內的氫氣發電裝置容量達到15萬瓩。");
  EXPECT_EQ(record.value->to_decimal(), "150");
}

// The words of a template are in no text: they are written as the document writes them elsewhere, if it does.
TEST(ExtractTraditional, WordsOfTemplates) {
  const Extraction found = extract("2030年用電比例。\n到2030年,實現快充站覆蓋50%的客運樞紐。\n");
  ASSERT_FALSE(found.records.empty());
  EXPECT_EQ(found.records.back().indicator, "快充站覆蓋客運樞紐比例");
}

TEST(ExtractTraditional, YearsOfTheRepublic) {
  struct Row {
    std::string text;
    std::optional<int> year, baseline;
  };
  const Row rows[] = {
      {"民國119年,再生能源占比達30%。", 2030, {}},
      {"民國112年訂定。\n至119年,再生能源占比達30%。", 2030, {}},
      {"民國112年訂定。\n至119年,用電量較110年減少5%。", 2030, 2021},
      {"民國112年訂定。\n114年至117年,新增造林面積200公頃。", 2028, {}},
      {"至119年,再生能源占比達30%。", {}, {}},
      {"以民國94年為基準年,至民國119年,排放量較基準年減少24±1%。", 2030, 2005},
      {"以2005年為基準年。\n至2030年,排放量較基準年減少24%。", 2030, 2005},
      {"至2030年,排放量較基準年減少24%。", 2030, {}},
  };
  for (const Row& row : rows) {
    const Extraction found = extract(row.text);
    ASSERT_FALSE(found.records.empty()) << row.text;
    EXPECT_EQ(found.records.back().year, row.year) << row.text;
    EXPECT_EQ(found.records.back().baseline_year, row.baseline) << row.text;
  }
}

TEST(OutlineTraditional, AsWritten) {
  const NormalizedText text = testing::normalize("壹、發展現況\n一、產業結構\n說明。\n");
  const Outline found = outline(text, default_rules());
  ASSERT_EQ(found.sections.size(), 2u);
  EXPECT_EQ(found.sections[0].title, "壹、发展现况");
  EXPECT_EQ(as_written(found, text).sections[0].title, "壹、發展現況");
  EXPECT_EQ(as_written(found, text).sections[1].title, "一、產業結構");
}

}  // namespace
}  // namespace mubiao
