#include "mubiao/quantity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit_file.h"

namespace mubiao {
namespace {

const UnitTable& units() {
  static const UnitTable table = testing::read_unit_file();
  return table;
}

// "quote=value", "quote=low..high", then the unit's symbol if there is one, "~" if vague; in the canonical unit.
std::vector<std::string> quantities_in(const std::string& text) {
  std::vector<std::string> found;
  for (const QuantityMention& mention : find_quantities(text, units())) {
    const Quantity quantity = in_canonical_unit(mention.quantity);
    std::string line = std::string(slice(text, mention.span)) + "=" + quantity.value.to_decimal();
    if (quantity.high) line += ".." + quantity.high->to_decimal();
    if (quantity.unit) line += " " + quantity.unit->symbol;
    if (quantity.vague) line += " ~";
    found.push_back(line);
  }
  return found;
}

struct Row {
  std::string text;
  std::vector<std::string> expected;
};

void expect_all(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_THAT(quantities_in(row.text), ::testing::ElementsAreArray(row.expected)) << row.text;
  }
}

TEST(FindQuantities, NumberAndUnit) {
  expect_all({
      {"装机达到15万千瓦以上", {"15万千瓦=150 MW"}},
      {"发电量2万亿千瓦时", {"2万亿千瓦时=2000000 GWh"}},
      {"110千伏线路5千米", {"110千伏=110 kV", "5千米=5 km"}},
      {"1千万吨", {"1千万吨=10000000 t"}},
      {"3千克和3千个", {"3千克=0.003 t", "3千个=3000 个"}},
      {"一百千瓦、两千瓦、二十万千瓦", {"一百千瓦=0.1 MW", "两千瓦=0.002 MW", "二十万千瓦=200 MW"}},
      {"下降18%、5‰", {"18%=18 %", "5‰=0.5 %"}},
      {"提高3个百分点", {"3个百分点=3 pp"}},
      {"2亿5千万元", {"2亿5千万元=250000000 CNY"}},
      {"1.5亿方/日", {"1.5亿方/日=150000000 m3/d"}},
      {"310克标准煤/千瓦时", {"310克标准煤/千瓦时=310 gce/kWh"}},
      {"290克/千瓦时", {"290克/千瓦时=290 g/kWh"}},
      {"1万人/平方公里", {"1万人/平方公里=10000 人/km2"}},
      {"300吨/万平方米", {"300吨/万平方米=0.03 t/m2"}},
      {"15 MW 与 100 万 千瓦", {"15 MW=15 MW", "100 万 千瓦=1000 MW"}},
      {"10m2、10m、3m³、20MWp", {"10m2=10 m2", "10m=0.01 km", "3m³=3 m3", "20MWp=20 MW"}},
      {"1,234,567.8吨", {"1,234,567.8吨=1234567.8 t"}},
      {"增长2倍、翻番、翻一番、翻两番、再翻了3番",
       {"2倍=2 倍", "翻番=2 倍", "翻一番=2 倍", "翻两番=4 倍", "翻了3番=8 倍"}},
      {"占三成", {"三成=30 %"}},
      {"10台(套)和5台", {"10台(套)=10 台(套)", "5台=5 台"}},
      {"3.33万公顷次", {"3.33万公顷次=33300 公顷次"}},
  });
}

TEST(FindQuantities, ChineseNumeralsNeedAUnit) {
  expect_all({
      {"培育十家以上", {"十家=10 家"}},
      {"一百二十三万亩", {"一百二十三万亩=82000 ha"}},
      {"二百五十个、二百五个", {"二百五十个=250 个", "二百五个=250 个"}},
      {"半小时、半年、半个月", {"半小时=0.5 h", "半年=0.5 a", "半个月=0.5 mo"}},
      {"一个半小时、3个多月", {"一个半小时=1.5 h", "3个多月=3 mo ~"}},
      {"两米半、三年半", {"两米半=0.0025 km", "三年半=3.5 a"}},
      {"3年半数以上", {"3年=3 a"}},
      {"一半以上", {"一半=50 %"}},
      {"三分之一、三分之二", {"三分之一=33.3333333333 %", "三分之二=66.6666666667 %"}},
      {"百分之三十、百分之三点五、百分之30、百分之百",
       {"百分之三十=30 %", "百分之三点五=3.5 %", "百分之30=30 %", "百分之百=100 %"}},
      {"千分之五、万分之三", {"千分之五=0.5 %", "万分之三=0.03 %"}},
      {"16分之5", {"16分之5=31.25 %"}},
      {"千万吨级、百亿元、百万千瓦", {"千万吨=10000000 t", "百亿元=10000000000 CNY", "百万千瓦=1000 MW"}},
      {"千亿产业", {"千亿=100000000000 ~"}},
      {"一个平台、三个阶段、一次能源", {"一个=1 个", "三个=3 个", "一次=1 次"}},  // what they mean is for rules
      // words, not numbers
      {"一批 一些 一体 一定 一部分 二氧化碳 三农 十四五期间 十九届 第一 第二十个 两山 三北 四川", {}},
      {"一带一路 千方百计 统一 统一台账 唯一 之一 进一步 二十大 九大行动 零增长 零距离 登陆部队", {}},
      {"亿元 万元 万千瓦 吨/万元 百家争鸣 千家万户 十分 半导体 上半年 减半 二分之", {}},
      {"二级、三级、二三产业、一二三产业", {}},
      {"三月十五日", {}},
  });
}

TEST(FindQuantities, Approximations) {
  expect_all({
      {"十余家、300多个、十几家、二十来人",
       {"十余家=10 家 ~", "300多个=300 个 ~", "十几家=10 家 ~", "二十来人=20 人 ~"}},
      {"数十家、数亿人、几十万户、上亿元",
       {"数十家=10 家 ~", "数亿人=100000000 人 ~", "几十万户=100000 户 ~", "上亿元=100000000 CNY ~"}},
      {"3700多万吨、十余万人、五百余万元",
       {"3700多万吨=37000000 t ~", "十余万人=100000 人 ~", "五百余万元=5000000 CNY ~"}},
      {"2万多公里、1亿多吨", {"2万多公里=20000 km ~", "1亿多吨=100000000 t ~"}},
      {"二十几亿元", {"二十几亿元=2000000000 CNY ~"}},
      {"近千万吨、近千家、超百家", {"千万吨=10000000 t ~", "千家=1000 家 ~", "百家=100 家 ~"}},
      {"两三家、三四十个、七八万人", {"两三家=2..3 家 ~", "三四十个=30..40 个 ~", "七八万人=70000..80000 人 ~"}},
      {"上亿市场主体", {"上亿市场主体=100000000 市场主体 ~"}},
      {"5个以上百亿产业", {"5个=5 个", "百亿=10000000000 ~"}},  // 上 is of 以上
      {"共300多", {"300=300 ~"}},
  });
}

TEST(FindQuantities, Ranges) {
  expect_all({
      {"2—3%", {"2—3%=2..3 %"}},
      {"2%—3%", {"2%—3%=2..3 %"}},
      {"50%至60%", {"50%至60%=50..60 %"}},
      {"15-20万千瓦", {"15-20万千瓦=150..200 MW"}},
      {"8000-1.2万吨", {"8000-1.2万吨=8000..12000 t"}},  // the scale is only of the upper end
      {"5000万—1亿元", {"5000万—1亿元=50000000..100000000 CNY"}},
      {"10到20个", {"10到20个=10..20 个"}},
      {"三到五个、三至五千万元、十五—二十万亩",
       {"三到五个=3..5 个", "三至五千万元=30000000..50000000 CNY", "十五—二十万亩=10000..13333.3333333 ha"}},
      {"三十到五百个", {"三十到五百个=30..500 个"}},
      {"1~2个", {"1~2个=1..2 个"}},
      {"80%~85%", {"80%~85%=80..85 %"}},
      {"5--10%、5——10%、5–10%、5 - 10%", {"5--10%=5..10 %", "5——10%=5..10 %", "5–10%=5..10 %", "5 - 10%=5..10 %"}},
      {"0.6—1万人/平方公里", {"0.6—1万人/平方公里=6000..10000 人/km2"}},
      {"100万元至300万元", {"100万元至300万元=1000000..3000000 CNY"}},
      {"500千瓦至1兆瓦", {"500千瓦至1兆瓦=0.5..1 MW"}},
      {"百分之三十到四十", {"百分之三十到四十=30..40 %"}},
      {"百分之十至百分之二十", {"百分之十至百分之二十=10..20 %"}},
      {"0.6—0.8", {"0.6—0.8=0.6..0.8"}},
      {"24.8——27.7", {"24.8=24.8", "27.7=27.7"}},  // an empty cell between two
      {"24.8 — 27.7", {"24.8=24.8", "27.7=27.7"}},
      {"3-5年", {"3-5年=3..5 a"}},
      {"-5-10℃", {"-5-10℃=-5..10 ℃"}},
      // two numbers
      {"3—2个", {"3=3", "2个=2 个"}},
      {"10%—5吨", {"10%=10 %", "5吨=5 t"}},
      {"10个到2025年", {"10个=10 个", "2025=2025"}},
      {"10%到20万吨", {"10%=10 %", "20万吨=200000 t"}},
      {"2021—2025年", {"2021=2021", "2025=2025"}},
      {"2021-2025", {"2021=2021", "2025=2025"}},
      {"9月至10月", {"9=9", "10=10"}},
      {"2024-09-28", {"2024=2024", "09=9", "28=28"}},
      {"2024-9-28", {"2024=2024", "9=9", "28=28"}},
      {"010-66668888", {"010=10", "66668888=66668888"}},
      {"GB/T 51350-2019", {"51350=51350", "2019=2019"}},
      {"百分之三十至2030年", {"百分之三十=30 %", "2030=2030"}},
  });
}

TEST(FindQuantities, RatiosAndShares) {
  expect_all({
      {"1.1∶1", {"1.1∶1=1.1"}},
      {"1:1.5", {"1:1.5=0.666666666667"}},
      {"5.8∶47.8∶46.4", {"5.8∶47.8∶46.4=5.8"}},
      {"2/3以上", {"2/3=66.6666666667 %"}},
      {"2024/9/28", {"2024=2024", "9=9", "28=28"}},
      {"1020/2万千瓦", {"1020=1020", "2万千瓦=20 MW"}},
      {"3/2", {"3=3", "2=2"}},
      {"专栏1:2025年目标", {"1=1", "2025=2025"}},
      {"目标2:10%", {"2=2", "10%=10 %"}},
      {"1:0", {"1=1", "0=0"}},
  });
}

TEST(FindQuantities, SignsAndPowers) {
  expect_all({
      {"-5℃", {"-5℃=-5 ℃"}},
      {"负3.9%", {"负3.9%=-3.9 %"}},
      {"增速为负3%、(负5%)", {"负3%=-3 %", "负5%=-5 %"}},
      {"正负5%、减负100亿元", {"5%=5 %", "100亿元=10000000000 CNY"}},
      {"(-10%)", {"-10%=-10 %"}},
      {"约束性-10%", {"10%=10 %"}},  // a hyphen between a word and a number
      {"10⁴吨", {"10⁴吨=10000 t"}},
      {"1.5×10⁴千瓦", {"1.5×10⁴千瓦=15 MW"}},
  });
}

TEST(FindQuantities, YearsAndDatesAreBare) {
  expect_all({
      {"到2025年", {"2025=2025"}},
      {"2024年9月28日", {"2024=2024", "9=9", "28=28"}},
      {"3年、20年、1.5年", {"3年=3 a", "20年=20 a", "1.5年=1.5 a"}},
      {"1800年、2101年", {"1800年=1800 a", "2101年=2101 a"}},
      {"二〇三〇年", {"二〇三〇=2030"}},
      {"8时", {"8=8"}},
      {"60日", {"60日=60 d"}},
      {"1. 总体要求 (2)", {"1=1", "2=2"}},
      {"〔2024〕5号", {"2024=2024", "5=5"}},
      {"第51次会议", {"51次=51 次"}},
  });
}

TEST(FindQuantities, DigitsThatAreNoNumbers) {
  expect_all({
      {"5G、PM2.5、CO2、H2、A4、G20、COVID-19、LNG2、3D、4K", {}},
      {"1.2.3 与 8:30、18:00:00、12∶00-17∶00", {}},
      {"1+3+2、5+2、1+N、N+1", {}},
      {"http://example.cn/a/2021/3 以及 www.example2.cn/45", {}},
      {"邮箱 abc12@163.com、12345@qq.com", {}},
      {"GDP5万亿元", {"5万亿元=5000000000000 CNY"}},
      {"4.0版", {"4.0=4"}},
      {"5Gx", {}},
      {std::string(65, '9') + "吨", {}},
      {std::string(64, '0') + "吨", {std::string(64, '0') + "吨=0 t"}},
  });
}

TEST(FindQuantities, SaysWhereTheNumberIsAndWhetherItIsChinese) {
  const std::string text = "达到 15 万千瓦、三十五个、数亿人";
  const std::vector<QuantityMention> mentions = find_quantities(text, units());
  ASSERT_EQ(mentions.size(), 3u);
  EXPECT_EQ(slice(text, mentions[0].number), "15 万");
  EXPECT_FALSE(mentions[0].chinese);
  EXPECT_EQ(slice(text, mentions[1].number), "三十五");
  EXPECT_TRUE(mentions[1].chinese);
  EXPECT_EQ(slice(text, mentions[2].number), "数亿");
}

TEST(FindQuantities, OneNumberInThreeSpellingsAgrees) {
  const std::string spellings[][3] = {
      {"15万千瓦", "十五万千瓦", "拾伍萬瓩"},
      {"250个", "二百五十个", "贰佰伍拾個"},
      {"1.2万亿元", "一点二万亿元", "12000亿元"},
      {"30%", "百分之三十", "三成"},
      {"100吨", "一百吨", "壹佰噸"},
  };
  for (const auto& row : spellings) {
    const std::optional<Quantity> first = read_quantity(row[0], units());
    ASSERT_TRUE(first) << row[0];
    for (const std::string& spelling : row) {
      const std::optional<Quantity> other = read_quantity(spelling, units());
      ASSERT_TRUE(other) << spelling;
      EXPECT_EQ(in_canonical_unit(*other).value, in_canonical_unit(*first).value) << spelling;
      EXPECT_EQ(other->unit->dimension, first->unit->dimension) << spelling;
    }
  }
}

// Every code point that can change a decision, in all pairs and triples around a digit.
TEST(FindQuantities, MentionsAreInOrderAndOnCodePointBorders) {
  const std::vector<std::string> pieces = {"1",  "20", "3.5", ",",    ".",  "-",  "—",  "至", "/",  ":",    "∶",  "+",
                                           "%",  "年", "月",  "万",   "亿", "千", "百", "十", "一", "三",   "零", "点",
                                           "半", "翻", "番",  "分之", "多", "几", "数", "上", "个", "千瓦", "吨", "元",
                                           "每", "a",  "kW",  "m",    "²",  " ",  "@",  "第", "负"};
  const auto check = [](const std::string& text) {
    std::size_t last = 0;
    for (const QuantityMention& mention : find_quantities(text, units())) {
      ASSERT_LE(last, mention.span.begin) << text;
      ASSERT_LT(mention.span.begin, mention.span.end) << text;
      ASSERT_LE(mention.span.end, text.size()) << text;
      ASSERT_TRUE(mention.span.contains(mention.number)) << text;
      ASSERT_FALSE(mention.number.empty()) << text;
      for (const std::size_t border :
           {mention.span.begin, mention.span.end, mention.number.begin, mention.number.end}) {
        ASSERT_TRUE(border == text.size() || (static_cast<unsigned char>(text[border]) & 0xC0) != 0x80) << text;
      }
      ASSERT_TRUE(!mention.quantity.high || mention.quantity.value < *mention.quantity.high) << text;
      last = mention.span.end;
    }
  };
  for (const std::string& a : pieces) {
    for (const std::string& b : pieces) {
      for (const std::string& c : pieces) {
        check(a + b + c);
        check("20" + a + b + c + "3个");
      }
    }
  }
}

TEST(FindQuantities, HostileTextIsReadInLinearTime) {
  const std::string pieces[] = {"1",   "1,",   "1.",    "1:",   "1-",   "1+",   "1/",     "一",    "一万",    "万",
                                "十",  "a1",   "1a",    "1@",   "1个/", "分之", "百分之", "1,000", "http://", "www.",
                                "1至", "数十", "个/个", "\xE5", "三四", "10⁴",  "1多",    "半"};
  for (const std::string& piece : pieces) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const std::vector<QuantityMention> mentions = find_quantities(text, units());  // the test's time limit judges
    EXPECT_LE(mentions.size(), text.size());
  }
}

TEST(FindNumeral, FindsDigitsAndChineseNumerals) {
  const std::string text = "完善制度，到2030年占三成";
  const std::size_t digit = text.find("2030");
  EXPECT_EQ(find_numeral(text), digit);
  EXPECT_EQ(find_numeral(text, digit + 4), text.find("三"));
  EXPECT_EQ(find_numeral(text, text.find("三") + 3), std::string_view::npos);
  EXPECT_EQ(find_numeral("完善制度、健全机制"), std::string_view::npos);
  EXPECT_EQ(find_numeral("翻番"), 0u);
  EXPECT_EQ(find_numeral(""), std::string_view::npos);
  EXPECT_EQ(find_numeral("1", 5), std::string_view::npos);
}

TEST(ReadQuantity, WantsTheWholeSurface) {
  EXPECT_TRUE(read_quantity("15万千瓦", units()));
  EXPECT_TRUE(read_quantity("2—3%", units()));
  EXPECT_TRUE(read_quantity("1.5", units()));
  for (const std::string surface : {"", "千瓦", "15万千瓦以上", "约15万千瓦", "1个2个", "abc", "15 "}) {
    EXPECT_FALSE(read_quantity(surface, units())) << surface;
  }
}

TEST(Convert, IsExact) {
  const struct {
    std::string surface, to, value;
  } rows[] = {
      {"15万千瓦", "MW", "150"},
      {"15万千瓦", "GW", "0.15"},
      {"15万千瓦", "万千瓦", "15"},
      {"1500亩", "公顷", "100"},
      {"100亩", "公顷", "6.66666666667"},
      {"1.3万亿斤", "亿吨", "6.5"},
      {"310克标准煤/千瓦时", "tce/GWh", "310"},
      {"3600万焦", "kWh", "10"},
      {"30%", "‰", "300"},
      {"500个", "个", "500"},
      {"5立方米/亩", "m3/ha", "75"},
  };
  for (const auto& row : rows) {
    const std::optional<Quantity> quantity = read_quantity(row.surface, units());
    const std::optional<Unit> to = units().find(row.to);
    ASSERT_TRUE(quantity) << row.surface;
    ASSERT_TRUE(to) << row.to;
    const std::optional<Quantity> converted = convert(*quantity, *to);
    ASSERT_TRUE(converted) << row.surface << " " << row.to;
    EXPECT_EQ(converted->value.to_decimal(), row.value) << row.surface << " " << row.to;
    const std::optional<Quantity> back = convert(*converted, *quantity->unit);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->value, quantity->value) << row.surface;
    EXPECT_EQ(in_canonical_unit(*converted).value, in_canonical_unit(*quantity).value) << row.surface;
  }
}

TEST(Convert, RefusesAnotherDimension) {
  const struct {
    std::string surface, to;
  } rows[] = {{"15万千瓦", "千瓦时"}, {"3个百分点", "%"},    {"5个", "家"},
              {"5个/万人", "家/人"},  {"100平方米", "公顷"}, {"5", "%"}};
  for (const auto& row : rows) {
    const std::optional<Quantity> quantity = read_quantity(row.surface, units());
    ASSERT_TRUE(quantity) << row.surface;
    EXPECT_FALSE(convert(*quantity, units().find(row.to).value())) << row.surface << " " << row.to;
  }
}

TEST(Convert, RangesConvertBothEnds) {
  const std::optional<Quantity> range = read_quantity("15-20万千瓦", units());
  ASSERT_TRUE(range);
  const Quantity canonical = in_canonical_unit(*range);
  EXPECT_EQ(canonical.value.to_decimal(), "150");
  EXPECT_EQ(canonical.high->to_decimal(), "200");
  EXPECT_EQ(canonical.unit->factor, Number(1));
  EXPECT_EQ(in_canonical_unit(canonical).value, canonical.value);
  const Quantity bare = *read_quantity("1.5", units());
  EXPECT_EQ(in_canonical_unit(bare).value, bare.value);
}

TEST(Quantity, HoldsAQuantityIfOneIsFound) {
  for (const char* const text : {"", "完善制度", "统一部署", "第一批", "一方面", "十四五", "三分之一", "十余家", "一个",
                                 "5", "二是", "五 ", "三至五个", "零增长", "零点五倍", "两—三家", "一半"}) {
    EXPECT_EQ(holds_quantity(text, units()), !find_quantities(text, units()).empty()) << text;
  }
}

}  // namespace
}  // namespace mubiao
