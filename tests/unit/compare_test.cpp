// What annotations and records are compared by: places, phrases, quantities.
#include <gtest/gtest.h>

#include "compare/code_points.h"
#include "compare/measures.h"
#include "compare/pairing.h"
#include "compare/phrases.h"
#include "documents_for_tests.h"
#include "extract_helpers.h"

namespace mubiao::compare {
namespace {

TEST(CodePoints, CountsAsAnnotationsDoInEveryEncoding) {
  const std::string text = "到2025年，\r\n风电𠀀15万千瓦。\n";  // 𠀀 has four bytes
  const struct {
    const char* name;
    std::string bytes;
    std::size_t quote;  // where 15 begins in the file
  } kRows[] = {
      {"UTF-8", text, 25},
      {"UTF-8 with a byte order mark", "\xEF\xBB\xBF" + text, 28},
      {"GB18030", mubiao::testing::to_gb18030(text), 20},
  };
  for (const auto& row : kRows) {
    const Document document = mubiao::testing::read_document(row.bytes);
    const CodePoints points(document);
    EXPECT_EQ(points.size(), 19u) << row.name;
    EXPECT_EQ(points.of_file({row.quote, row.quote + 2}), (Span{12, 14})) << row.name;
    EXPECT_EQ(points.text({11, 14}), "𠀀15") << row.name;
    EXPECT_EQ(points.of_text(points.to_text({11, 13})), (Span{11, 13})) << row.name;
    EXPECT_EQ(points.of_file({0, document.byte_size()}), (Span{0, 19})) << row.name;
    EXPECT_EQ(points.text({17, 99}), "。\n") << row.name;
    EXPECT_EQ(points.text({19, 99}), "") << row.name;
  }
}

TEST(CodePoints, AgreesWithCountingFromTheFrontInLongTexts) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 3 == 0 ? "a" : i % 3 == 1 ? "年" : "𠀀";
  const Document document = mubiao::testing::read_document(text);
  const CodePoints points(document);
  ASSERT_EQ(points.size(), 3000u);
  std::size_t byte = 0;
  for (std::size_t i = 0; i < 3000; ++i) {
    const std::size_t size = i % 3 == 0 ? 1 : i % 3 == 1 ? 3 : 4;
    ASSERT_EQ(points.to_text({i, i + 1}), (Span{byte, byte + size})) << i;
    ASSERT_EQ(points.of_text({byte, byte + size}), (Span{i, i + 1})) << i;
    byte += size;
  }
}

std::string pairs(const std::vector<Span>& first, const std::vector<Span>& second) {
  std::string out;
  for (const Pair& pair : pair_by_overlap(first, second)) {
    out += std::to_string(pair.first) + "-" + std::to_string(pair.second) + " ";
  }
  return out;
}

TEST(Pairing, TakesTheLargestOverlapFirst) {
  const struct {
    std::vector<Span> first;
    std::vector<Span> second;
    const char* expected;
  } kRows[] = {
      {{}, {{0, 2}}, ""},
      {{{0, 2}}, {}, ""},
      {{{0, 2}}, {{2, 4}}, ""},  // side by side
      {{{0, 2}}, {{1, 4}}, "0-0 "},
      {{{0, 4}, {4, 8}}, {{3, 8}, {0, 3}}, "1-0 0-1 "},  // 0.8 before 0.75
      {{{0, 4}}, {{0, 2}, {2, 4}}, "0-0 "},              // a tie: the first
      {{{0, 2}, {0, 2}}, {{0, 2}, {0, 2}}, "0-0 1-1 "},  // two at one place
      {{{0, 2}, {0, 2}}, {{0, 2}}, "0-0 "},
      {{{10, 12}, {0, 100}}, {{0, 100}, {10, 12}}, "0-1 1-0 "},  // one inside another
      {{{5, 6}}, {{0, 9}, {1, 2}, {3, 4}}, "0-0 "},              // the one that reaches farthest begins first
  };
  for (const auto& row : kRows) EXPECT_EQ(pairs(row.first, row.second), row.expected);
}

TEST(Phrases, CompareWithoutWhatMakesNoDifference) {
  const Phrases phrases({"全市", "区域", "区域内"});
  const struct {
    const char* a;
    const char* b;
    Likeness expected;
  } kRows[] = {
      {"风电装机容量", "风电装机容量", Likeness::kSame},
      {"风电、光伏装机", "风电 光伏装机", Likeness::kSame},
      {"ＰＭ２.５浓度", "PM2.5浓度", Likeness::kSame},
      {"CO₂排放", "CO2排放", Likeness::kSame},
      {"全市风电装机", "风电装机", Likeness::kSame},
      {"区域内全市风电装机", "风电装机", Likeness::kSame},
      {"风电全市装机", "风电装机", Likeness::kDifferent},  // not at the begin
      {"全市", "", Likeness::kSame},
      {"风电装机", "", Likeness::kDifferent},
      {"", "", Likeness::kSame},
      {"风电装机容量规模", "风电装机容", Likeness::kAlike},          // 5 of 8
      {"风电装机容量规模一二", "风电装机容", Likeness::kDifferent},  // 5 of 10
      {"一二三四五", "一二三", Likeness::kAlike},                    // 3 of 5, just enough
      {"一二三四五六", "一二三", Likeness::kDifferent},
      {"一二三四五六七八九", "一二三四五六七八十", Likeness::kAlike},  // 7 of 8 pairs
      {"一二三四五", "一二三四六", Likeness::kAlike},                  // 3 of 4 pairs, just enough
      {"一二三四", "一二三五", Likeness::kDifferent},                  // 2 of 3
      {"一", "二", Likeness::kDifferent},
      {"森林覆盖率", "湿地保护率", Likeness::kDifferent},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(phrases.compare(row.a, row.b), row.expected) << row.a << " " << row.b;
    EXPECT_EQ(phrases.compare(row.b, row.a), row.expected) << row.b << " " << row.a;
  }
}

TEST(Measures, ReadUnitsOfAnnotationsAndRecords) {
  const UnitTable& units = default_rules().units();
  const struct {
    const char* a;
    const char* value_a;
    const char* b;
    const char* value_b;
    bool same;
  } kRows[] = {
      {"千瓦", "150000", "MW", "150", true},
      {"千瓦", "150000", "MW", "151", false},
      {"千瓦", "150000", "GWh", "150", false},
      {"万千瓦", "15", "MW", "150", true},
      {"千瓦", "1000000", "MW", "1000.001", true},  // a millionth
      {"千瓦", "1000000", "MW", "1000.0011", false},
      {"%", "33.333333", "%", "100/3", true},
      {"%", "2", "pp", "2", false},
      {"个百分点", "2", "pp", "2", true},
      {"％", "2", "%", "2", true},
      {"个", "5", "家", "5", true},  // counted things are one dimension
      {"", "1.5", "", "1.5", true},
      {"1", "1.5", "", "1.5", true},
      {"", "5", "个", "5", false},
      {"克标准煤/千瓦时", "300", "gce/kWh", "300", true},
      {"千克标准煤/千瓦时", "0.3", "gce/kWh", "300", true},
      {"立方 米", "5", "m3", "5", true},
      {"m³", "5", "m3", "5", true},
      {"方/日", "20000", "m3/d", "20000", true},  // the table has 万方 only
      {"起/万人", "2", "件/万人", "2", false},    // of these one has a dimension of its own
      {"不知道", "2", "个", "2", true},
      {"不知道", "2", "MW", "2", false},
  };
  for (const auto& row : kRows) {
    const Measure a = measure_of(row.a, units);
    const Measure b = measure_of(row.b, units);
    const bool same =
        a.dimension == b.dimension && same_amount(Number::parse(row.value_a), a, Number::parse(row.value_b), b);
    EXPECT_EQ(same, row.same) << row.a << " " << row.b << ": " << a.dimension << " " << b.dimension;
  }
  EXPECT_TRUE(measure_of("千瓦", units).known);
  EXPECT_FALSE(measure_of("不知道", units).known);
  EXPECT_TRUE(same_amount(std::nullopt, {}, std::nullopt, {}));
  EXPECT_FALSE(same_amount(Number(1), {}, std::nullopt, {}));
}

}  // namespace
}  // namespace mubiao::compare
