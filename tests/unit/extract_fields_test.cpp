// Where a target stands and how the document is written: section, departments, quote, line and column, wraps,
// encodings, odd characters. The same sentence says the same in all of them.
#include <gtest/gtest.h>

#include "extract_helpers.h"

namespace mubiao::testing {
namespace {

constexpr const char* kPlan =
    "青岚市碳达峰实施方案\n"
    "为落实上级部署，制定本方案。\n"
    "一、主要目标\n"
    "到2025年，全市风电装机达到30万千瓦以上。\n"
    "二、重点任务\n"
    "（一）能源转型\n"
    "1.建设站点。到2025年，新建充电站50座。（市交通局牵头，市商务局、市能源局配合）\n"
    "2.改造管网。到2025年，改造供热管网20公里。（责任单位：市住房城乡建设局）\n"
    "（二）绿色建筑\n"
    "到2027年，城镇绿色建筑面积占比达到80%。\n";

TEST(ExtractFields, SectionsFromTheOutermostHeading) {
  const auto records = records_of(kPlan);
  ASSERT_EQ(briefs(records), lines({"target 风电装机 >=300 MW 2025", "target 新建充电站 =50 座 increase 2025",
                                    "target 改造供热管网 =20 km 2025", "target 城镇绿色建筑面积占比 =80 % 2027"}));
  EXPECT_EQ(records[0].section, (std::vector<std::string>{"一、主要目标"}));
  EXPECT_EQ(records[1].section, (std::vector<std::string>{"二、重点任务", "(一)能源转型", "1.建设站点"}));
  EXPECT_EQ(records[2].section, (std::vector<std::string>{"二、重点任务", "(一)能源转型", "2.改造管网"}));
  EXPECT_EQ(records[3].section, (std::vector<std::string>{"二、重点任务", "(二)绿色建筑"}));
}

TEST(ExtractFields, DepartmentsOfTheParagraph) {
  const auto records = records_of(kPlan);
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[0].responsible, std::vector<std::string>{});
  EXPECT_EQ(records[1].responsible, (std::vector<std::string>{"市交通局", "市商务局", "市能源局"}));
  EXPECT_EQ(records[2].responsible, (std::vector<std::string>{"市住房城乡建设局"}));
  EXPECT_EQ(records[3].responsible, std::vector<std::string>{});
}

TEST(ExtractFields, QuoteAndPlace) {
  const auto records = records_of(kPlan);
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[0].quote, "30万千瓦");
  EXPECT_EQ(records[0].line, 4u);
  EXPECT_EQ(records[0].column, 16u);  // code points: 到2025年，全市风电装机达到
  EXPECT_EQ(records[0].sentence, "到2025年，全市风电装机达到30万千瓦以上。");
  EXPECT_EQ(slice(kPlan, records[0].bytes), "30万千瓦");
  EXPECT_EQ(records[3].n, 4);
  EXPECT_EQ(default_extractor().extract(read_document(kPlan)).metadata.title, "青岚市碳达峰实施方案");
}

TEST(ExtractFields, AnEmptyHeadLeavesMetadataNull) {
  const Extraction extraction = default_extractor().extract(read_document("到2025年，建成充电站50座。\n"));
  EXPECT_EQ(extraction.metadata.title, std::nullopt);
  EXPECT_EQ(extraction.metadata.number, std::nullopt);
  EXPECT_TRUE(extraction.metadata.issuer.empty());
  EXPECT_EQ(extraction.metadata.issued, std::nullopt);
}

// A paragraph as a PDF gives it: every line but the last is as wide as the page.
TEST(ExtractFields, AHardWrappedNumberIsOneNumber) {
  const char* text =
      "坚持统筹推进，全面落实各项部署，加快形成绿色生产方式，到2025年，全市风电装机达到2\n"
      "6万千瓦以上，全市单位地区生产总值能耗比2020年下降13.5%，抽水蓄能电站装机规模达\n"
      "到60 万千\n"
      "瓦。\n";
  const auto records = records_of(text);
  ASSERT_EQ(briefs(records), lines({"target 风电装机 >=260 MW 2025",
                                    "target 单位地区生产总值能耗 =13.5 % decrease 2025 base 2020",
                                    "target 抽水蓄能电站装机规模 =600 MW 2025"}));
  EXPECT_EQ(records[0].quote, "2\n6万千瓦");
  EXPECT_EQ(records[0].line, 1u);
  EXPECT_EQ(records[2].quote, "60 万千\n瓦");
  EXPECT_EQ(records[2].line, 3u);
  EXPECT_EQ(records[2].column, 2u);
}

TEST(ExtractFields, SpacesInsideWordsAndNumbers) {
  const auto records = records_of("到 2025 年，全市风电装 机达到 26 万千 瓦以上。\n");
  ASSERT_EQ(briefs(records), lines({"target 风电装机 >=260 MW 2025"}));
  EXPECT_EQ(records[0].quote, "26 万千 瓦");
}

TEST(ExtractFields, FullWidthDigits) {
  const auto records = records_of("到２０２５年，单位产值能耗比２０２０年下降１３．５％。\n");
  ASSERT_EQ(briefs(records), lines({"target 单位产值能耗 =13.5 % decrease 2025 base 2020"}));
  EXPECT_EQ(records[0].quote, "１３．５％");
  EXPECT_EQ(records[0].column, 22u);
}

TEST(ExtractFields, Gb18030Bytes) {
  // 到2025年,装机达到15万千瓦。 with a full-width comma.
  const std::string bytes =
      "\xB5\xBD"
      "2025\xC4\xEA\xA3\xAC\xD7\xB0\xBB\xFA\xB4\xEF\xB5\xBD"
      "15\xCD\xF2\xC7\xA7\xCD\xDF\xA1\xA3\n";
  for (const auto encoding : {std::optional<Encoding>(), std::optional(Encoding::kGb18030)}) {
    const Document document = read_document(bytes, encoding);
    const auto records = default_extractor().extract(document).records;
    ASSERT_EQ(briefs(records), lines({"target 装机 =150 MW 2025"}));
    EXPECT_EQ(document.encoding(), Encoding::kGb18030);
    EXPECT_EQ(records[0].quote, "15万千瓦");
    EXPECT_EQ(slice(bytes, records[0].bytes), "15\xCD\xF2\xC7\xA7\xCD\xDF");
    EXPECT_EQ(records[0].column, 12u);
  }
}

TEST(ExtractFields, KindsThatAreNotAskedForLeaveGaps) {
  const Document document = read_document("全市现有泵站12座。到2025年，建成充电站50座。现有管网80公里。新建泵站20座。\n");
  const auto all = default_extractor().extract(document).records;
  const auto targets = default_extractor().extract(document, Kinds{true, false, false, false}).records;
  const auto context = default_extractor().extract(document, Kinds{false, false, false, true}).records;
  ASSERT_FALSE(targets.empty());
  ASSERT_FALSE(context.empty());
  ASSERT_EQ(targets.size() + context.size(), all.size());
  for (const auto* some : {&targets, &context}) {
    for (const Record& record : *some) {
      EXPECT_EQ(record.kind, some == &targets ? Kind::kTarget : Kind::kContext);
      EXPECT_EQ(brief(record), brief(all[static_cast<std::size_t>(record.n) - 1]));
    }
  }
}

TEST(ExtractFields, AByteOrderMarkCounts) {
  const auto records = records_of("\xEF\xBB\xBF到2025年，建成充电站50座。\n");
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].bytes.begin, 3 + std::string("到2025年，建成充电站").size());
  EXPECT_EQ(records[0].line, 1u);
}

TEST(ExtractFields, TraditionalCharactersAreRead) {
  const auto records = records_of("到2025年，森林覆蓋率達到45%以上。\n");
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].kind, Kind::kTarget);
  EXPECT_EQ(records[0].value, Number(45));
  EXPECT_EQ(records[0].bound, Bound::kAtLeast);
  EXPECT_EQ(records[0].year, 2025);
}

// Placeholders are private-use characters inside: those of the text must not pass for them.
TEST(ExtractFields, PrivateUseCharactersAreOnlyText) {
  for (const char* odd : {"\uE000", "\uE006", "\uE0F1", "\uE100", "\uE103", "\uE104", "\uE105", "\uE1FF", "\uF8FF"}) {
    const std::string text = std::string("到2025年，装机达到15万千瓦，") + odd + "比重达到" + odd + "。\n";
    const auto records = records_of(text);
    ASSERT_EQ(records.size(), 1u) << text;
    EXPECT_EQ(brief(records[0]), "target 装机 =150 MW 2025");
    EXPECT_EQ(records[0].quote, "15万千瓦");
    EXPECT_NE(records[0].sentence.find(odd), std::string::npos) << "the sentence keeps the text: " << text;
  }
}

TEST(ExtractFields, LineEndsMakeNoDifference) {
  const std::string lf = kPlan;
  std::string crlf, cr;
  for (const char c : lf) {
    if (c == '\n') crlf += '\r';
    crlf += c;
    cr += c == '\n' ? '\r' : c;
  }
  const auto expected = records_of(lf);
  for (const std::string& other : {crlf, cr}) {
    const auto records = records_of(other);
    ASSERT_EQ(briefs(records), briefs(expected));
    for (std::size_t i = 0; i < records.size(); ++i) {
      EXPECT_EQ(records[i].section, expected[i].section);
      EXPECT_EQ(records[i].responsible, expected[i].responsible);
      EXPECT_EQ(records[i].line, expected[i].line);
      EXPECT_EQ(records[i].column, expected[i].column);
      EXPECT_EQ(slice(other, records[i].bytes), records[i].quote);
    }
  }
}

TEST(ExtractFields, ExplainSaysWhereAValueCameFrom) {
  const auto extraction = default_extractor().explain(
      read_document("到2025年，林地面积稳定在150万亩。森林覆盖率达到45%以上。推广5G。\n"));
  ASSERT_EQ(extraction.records.size(), 2u);
  std::string reason;
  for (const Provenance& p : extraction.records[1].provenance)
    if (p.field == "year") reason = p.reason;
  EXPECT_NE(reason.find("carried"), std::string::npos) << reason;
  ASSERT_EQ(extraction.accounts.size(), 3u);  // in any order: a year, two quantities; 5G is no number
  for (const Account& account : extraction.accounts) {
    EXPECT_NE(account.verdict, "unaccounted") << account.text;
    EXPECT_FALSE(account.rule.empty()) << account.text;
  }
  EXPECT_TRUE(default_extractor().extract(read_document("到2025年，建成充电站50座。\n")).accounts.empty());
}

}  // namespace
}  // namespace mubiao::testing
