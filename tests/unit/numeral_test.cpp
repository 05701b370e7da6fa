#include "measure/numeral.h"

#include <gtest/gtest.h>

#include <string>

namespace mubiao {
namespace {

struct Row {
  std::string text;
  std::string length_of;  // what of the text is the numeral
  std::string value;
};

TEST(Numeral, Arabic) {
  const Row rows[] = {
      {"15", "15", "15"},
      {"15万", "15万", "150000"},
      {"1.2万亿", "1.2万亿", "1200000000000"},
      {"3千万", "3千万", "30000000"},
      {"5百万", "5百万", "5000000"},
      {"0.5亿", "0.5亿", "50000000"},
      {"10萬萬", "10萬萬", "1000000000"},
      {"1000  万", "1000  万", "10000000"},
      {"1,234.5", "1,234.5", "1234.5"},
      {"12,345,678", "12,345,678", "12345678"},
      {"12,34", "12", "12"},         // no group of three
      {"1,2345", "1", "1"},          // four digits are no group
      {"2021,300", "2021", "2021"},  // four digits have no thousands comma behind them
      {"15，000", "15", "15"},       // the Chinese comma separates clauses
      {"1.", "1", "1"},              // a list number
      {"1.2.3", "1.2", "1.2"},
      {"2亿5千万", "2亿5千万", "250000000"},
      {"1亿5千2百万", "1亿5千2百万", "152000000"},
      {"5万4千6百", "5万4千6百", "54600"},
      {"25万6千", "25万6千", "256000"},
      {"1千零1", "1千零1", "1001"},
      {"2千零30万", "2千零30万", "20300000"},
      {"5億1萬4千6百", "5億1萬4千6百", "500014600"},
      {"12亿2025", "12亿", "1200000000"},  // a year follows
      {"3千5千", "3千", "3000"},
      {"1.2亿5千万", "1.2亿", "120000000"},
      {"5兆", "5", "5"},  // of 兆瓦
      {"10⁴", "10⁴", "10000"},
      {"1.5×10⁴", "1.5×10⁴", "15000"},
      {"15⁴", "15", "15"},  // the mark of a footnote
      {"007", "007", "7"},
      {std::string(64, '9'), std::string(64, '9'), std::string(64, '9')},
  };
  for (const Row& row : rows) {
    const std::optional<Numeral> numeral = read_arabic_numeral(row.text, 0);
    ASSERT_TRUE(numeral) << row.text;
    EXPECT_EQ(row.text.substr(0, numeral->end), row.length_of) << row.text;
    EXPECT_EQ(value_of(*numeral).to_decimal(), row.value) << row.text;
    EXPECT_FALSE(numeral->chinese) << row.text;
  }
  EXPECT_FALSE(read_arabic_numeral(std::string(65, '9'), 0));
  EXPECT_FALSE(read_arabic_numeral("1." + std::string(65, '9'), 0));
}

TEST(Numeral, Chinese) {
  const Row rows[] = {
      {"十", "十", "10"},
      {"十五", "十五", "15"},
      {"二十", "二十", "20"},
      {"一百零五", "一百零五", "105"},
      {"一百一十", "一百一十", "110"},
      {"二百五", "二百五", "250"},
      {"两千四百五", "两千四百五", "2450"},
      {"一千零五", "一千零五", "1005"},
      {"一千零五十", "一千零五十", "1050"},
      {"九万四", "九万四", "94000"},
      {"十万", "十万", "100000"},
      {"一百二十三万", "一百二十三万", "1230000"},
      {"四千零五万", "四千零五万", "40050000"},
      {"一百零十万三千", "一百零十万三千", "1103000"},
      {"五亿零六", "五亿零六", "500000006"},
      {"四亿五千六百四十二万零一十五", "四亿五千六百四十二万零一十五", "456420015"},
      {"一万五千亿", "一万五千亿", "1500000000000"},
      {"四万万", "四万万", "400000000"},
      {"三百五十一万亿", "三百五十一万亿", "351000000000000"},
      {"五兆六十二亿四万五千二", "五兆六十二亿四万五千二", "5006200045200"},
      {"四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二",
       "四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二", "4569831148725382"},
      {"壹佰贰拾叁萬", "壹佰贰拾叁萬", "1230000"},
      {"兩千兩百貳拾二", "兩千兩百貳拾二", "2222"},
      {"三点五万", "三点五万", "35000"},
      {"零点五", "零点五", "0.5"},
      {"十五點七", "十五點七", "15.7"},
      {"二〇三〇", "二〇三〇", "2030"},
      {"一九九八", "一九九八", "1998"},
      {"二十千瓦", "二十", "20"},  // the scale belongs to the unit
      {"二十万千瓦", "二十万", "200000"},
      {"三点", "三", "3"},
      {"十四五", "十四", "14"},      // callers drop a numeral with another digit behind it
      {"千万", "千万", "10000000"},  // bare scales
      {"百", "百", "100"},
      {"万亿", "万亿", "1000000000000"},
  };
  for (const Row& row : rows) {
    const std::optional<Numeral> numeral = read_chinese_numeral(row.text, 0);
    ASSERT_TRUE(numeral) << row.text;
    EXPECT_EQ(row.text.substr(0, numeral->end), row.length_of) << row.text;
    EXPECT_EQ(value_of(*numeral).to_decimal(), row.value) << row.text;
    EXPECT_TRUE(numeral->chinese) << row.text;
  }
}

TEST(Numeral, ChineseThatIsNoNumeral) {
  const std::string rows[] = {
      "零",  // 零增长
      "〇",     "零十",
      "陆",  // 登陆
      "參",
      "拾",      // 收拾
      "一二三",  // 一二三产业
      "一二",    // 一二次设备
      "三三",   "五三", "三百五百", "一千零", "点五", "年", "abc",
  };
  for (const std::string& row : rows) EXPECT_FALSE(read_chinese_numeral(row, 0)) << row;
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "一万";
  EXPECT_FALSE(read_chinese_numeral(endless, 0));
  std::string overflow;
  for (int i = 0; i < 30; ++i) overflow += "亿";
  const std::optional<Numeral> bounded = read_chinese_numeral(overflow, 0);
  ASSERT_TRUE(bounded);
  EXPECT_EQ(value_of(*bounded).to_decimal(), "10000000000000000");  // 亿亿; the rest is left alone
}

TEST(Numeral, NeighbouringDigitsAreAnApproximation) {
  struct {
    std::string text, low, high;
  } const rows[] = {
      {"三四十", "30", "40"}, {"两三", "2", "3"},       {"一两", "1", "2"},
      {"三五", "3", "5"},     {"七八百", "700", "800"}, {"三四百万", "3000000", "4000000"},
  };
  for (const auto& row : rows) {
    const std::optional<Numeral> numeral = read_chinese_numeral(row.text, 0);
    ASSERT_TRUE(numeral) << row.text;
    EXPECT_EQ(numeral->end, row.text.size()) << row.text;
    EXPECT_EQ(value_of(*numeral).to_decimal(), row.low) << row.text;
    EXPECT_EQ(high_value_of(*numeral).to_decimal(), row.high) << row.text;
  }
}

TEST(Numeral, SplitsDigitsAndScale) {
  struct {
    std::string text, digits, scale_text;
  } const rows[] = {
      {"十五万", "15", "万"},          {"五千万", "5", "千万"},      {"三百", "3", "百"},
      {"五十万", "50", "万"},          {"三千五百", "3500", ""},     {"十", "10", ""},
      {"一亿五千万", "150000000", ""}, {"二十三万亿", "23", "万亿"}, {"千万", "1", "千万"},
  };
  for (const auto& row : rows) {
    const std::optional<Numeral> numeral = read_chinese_numeral(row.text, 0);
    ASSERT_TRUE(numeral) << row.text;
    EXPECT_EQ(numeral->digits, row.digits) << row.text;
    EXPECT_EQ(row.text.substr(numeral->scale_begin, numeral->end - numeral->scale_begin), row.scale_text) << row.text;
  }
}

TEST(Numeral, Scale) {
  struct {
    std::string text;
    std::size_t end;
    std::uint64_t factor;
  } const rows[] = {{"万", 3, 10000},    {"千万吨", 6, 10000000}, {"百亿", 6, 10000000000}, {"万亿", 6, 1000000000000},
                    {"十万", 6, 100000}, {"千瓦", 3, 1000},       {"亿万", 3, 100000000}};
  for (const auto& row : rows) {
    const std::optional<Scale> scale = read_scale(row.text, 0);
    ASSERT_TRUE(scale) << row.text;
    EXPECT_EQ(scale->end, row.end) << row.text;
    EXPECT_EQ(scale->factor, row.factor) << row.text;
  }
  for (const std::string text : {"十", "吨", "", "兆瓦", "一万"}) EXPECT_FALSE(read_scale(text, 0)) << text;
}

}  // namespace
}  // namespace mubiao
