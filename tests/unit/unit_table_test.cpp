#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mubiao/unit.h"
#include "unit_file.h"

namespace mubiao {
namespace {

Number number(const std::string& text) { return Number::parse(text).value(); }

std::vector<Dimension> some_dimensions() {
  return {
      {"power", "MW", false, {{"瓦", number("1/1000000")}, {"千瓦", number("1/1000")}, {"kW", number("1/1000")}}},
      {"energy", "GWh", false, {{"千瓦时", number("1/1000000")}, {"kWh", number("1/1000000")}}},
      {"mass", "t", false, {{"吨", number("1")}, {"克", number("1/1000000")}, {"千克", number("1/1000")}}},
      {"coal", "tce", false, {{"吨标准煤", number("1")}, {"千克标准煤", number("1/1000")}}},
      {"volume", "m3", false, {{"立方米", number("1")}, {"m3", number("1")}}},
      {"area.land", "ha", false, {{"亩", number("1/15")}, {"公顷", number("1")}}},
      {"area.floor", "m2", false, {{"平方米", number("1")}, {"m2", number("1")}, {"m", number("1")}}},
      {"money", "CNY", false, {{"元", number("1")}}},
      {"time.year", "a", false, {{"年", number("1")}}},
      {"intensity", "kg/kWh", false, {{"千克/千瓦时", number("1")}}},
      {"count", "", true, {{"个", number("1")}, {"人", number("1")}, {"人次", number("1")}}},
  };
}

UnitTable some_units() { return UnitTable::create(some_dimensions()).value(); }

TEST(UnitTable, MatchesTheLongestUnit) {
  const struct {
    std::string text, matched, symbol, dimension, factor;
  } rows[] = {
      {"千瓦", "千瓦", "MW", "power", "1/1000"},
      {"千瓦时以上", "千瓦时", "GWh", "energy", "1/1000000"},
      {"瓦片", "瓦", "MW", "power", "1/1000000"},
      {"人次左右", "人次", "人次", "count", "1"},
      {"人民", "人", "人", "count", "1"},
      {"吨标准煤", "吨标准煤", "tce", "coal", "1"},
      {"吨标", "吨", "t", "mass", "1"},
      {"亩", "亩", "ha", "area.land", "1/15"},
      {"m2", "m2", "m2", "area.floor", "1"},
      {"m的", "m", "m2", "area.floor", "1"},
      {"kWh,", "kWh", "GWh", "energy", "1/1000000"},
      // quotients
      {"立方米/亩。", "立方米/亩", "m3/ha", "volume/area.land", "15"},
      {"吨标准煤/万元", "吨标准煤/万元", "tce/CNY", "coal/money", "1/10000"},
      {"千克标准煤/吨", "千克标准煤/吨", "tce/t", "coal/mass", "1/1000"},
      {"元每千瓦时", "元每千瓦时", "CNY/GWh", "money/energy", "1000000"},
      {"个/每万人", "个/每万人", "个/人", "个/人", "1/10000"},
      {"吨/a。", "吨/a", "t/a", "mass/time.year", "1"},  // a symbol counts only below the line
      {"吨/ab", "吨", "t", "mass", "1"},
      {"人次/年", "人次/年", "人次/a", "人次/time.year", "1"},
      {"吨/亩/年", "吨/亩/年", "t/ha/a", "mass/area.land/time.year", "15"},
      {"元/(m2·a)", "元/(m2·a)", "CNY/m2·a", "money/area.floor·time.year", "1"},
      {"元/m2·a", "元/m2·a", "CNY/m2·a", "money/area.floor·time.year", "1"},
      {"元/(m2.a)", "元/(m2.a)", "CNY/m2·a", "money/area.floor·time.year", "1"},
      // a declared quotient, and other spellings of it
      {"千克/千瓦时", "千克/千瓦时", "kg/kWh", "intensity", "1"},
      {"克/千瓦时", "克/千瓦时", "kg/kWh", "intensity", "1/1000"},
      {"吨/kWh", "吨/kWh", "kg/kWh", "intensity", "1000"},
      {"千克/千瓦时/人", "千克/千瓦时/人", "t/GWh/人", "mass/energy/人", "1000"},
      // what follows "/" is no unit
      {"元/瓶", "元", "CNY", "money", "1"},
      {"元/", "元", "CNY", "money", "1"},
      {"元/万", "元", "CNY", "money", "1"},
      {"元/(m2·", "元", "CNY", "money", "1"},
  };
  const UnitTable units = some_units();
  for (const auto& row : rows) {
    const std::optional<UnitTable::Match> match = units.match(row.text, 0);
    ASSERT_TRUE(match) << row.text;
    EXPECT_EQ(row.text.substr(0, match->length), row.matched);
    EXPECT_EQ(match->unit.symbol, row.symbol) << row.text;
    EXPECT_EQ(match->unit.dimension, row.dimension) << row.text;
    EXPECT_EQ(match->unit.factor, number(row.factor)) << row.text << " " << match->unit.factor.rational();
    EXPECT_LE(match->length, row.text.size());
    EXPECT_GT(units.starts(row.text, 0), 0u) << row.text;
  }
}

TEST(UnitTable, MatchesNothingElse) {
  const UnitTable units = some_units();
  for (const std::string text :
       {"", "千", "万千瓦", "kWp", "mm", "m³", "/吨", "每吨", "m4", "a", "MW", "\xE5\x85", "\xFF"}) {
    EXPECT_FALSE(units.match(text, 0)) << text;
    EXPECT_EQ(units.starts(text, 0), 0u) << text;
  }
  EXPECT_FALSE(units.match("吨", 3));
  EXPECT_FALSE(units.match("吨", 100));
  EXPECT_TRUE(units.match("个吨", 3));
  EXPECT_FALSE(UnitTable().match("吨", 0));
}

TEST(UnitTable, FindsSurfacesSymbolsAndScales) {
  const struct {
    std::string name, symbol, factor;
  } rows[] = {
      {"千瓦", "MW", "1/1000"},      {"MW", "MW", "1"},     {"万千瓦", "MW", "10"},      {"亿千瓦时", "GWh", "100"},
      {"tce", "tce", "1"},           {"t/ha", "t/ha", "1"}, {"tce/CNY", "tce/CNY", "1"}, {"kg/kWh", "kg/kWh", "1"},
      {"t/GWh", "kg/kWh", "1/1000"}, {"个", "个", "1"},     {"万人次", "人次", "10000"}, {"m3/亩", "m3/ha", "15"},
  };
  const UnitTable units = some_units();
  for (const auto& row : rows) {
    const std::optional<Unit> unit = units.find(row.name);
    ASSERT_TRUE(unit) << row.name;
    EXPECT_EQ(unit->symbol, row.symbol) << row.name;
    EXPECT_EQ(unit->factor, number(row.factor)) << row.name << " " << unit->factor.rational();
  }
  for (const std::string name : {"", "万", "千瓦以上", "mw", "t/", "/t", "/", "吨/吨/", "瓶", "万万千瓦时时"}) {
    EXPECT_FALSE(units.find(name)) << name;
  }
  EXPECT_FALSE(UnitTable().find("吨"));
}

TEST(UnitTable, RefusesAmbiguousAndImpossibleUnits) {
  const auto codes = [](std::vector<Dimension> dimensions) {
    std::vector<std::string> result;
    const Result<UnitTable> units = UnitTable::create(std::move(dimensions));
    if (!units) {
      for (const Diagnostic& error : units.error()) result.push_back(error.code + " " + error.message);
    }
    return result;
  };
  using ::testing::AllOf;
  using ::testing::ElementsAre;
  using ::testing::HasSubstr;
  EXPECT_THAT(codes({{"mass", "t", false, {{"吨", Number(1)}}}, {"count", "", true, {{"吨", Number(1)}}}}),
              ElementsAre(AllOf(HasSubstr("E-UNIT-DUP"), HasSubstr("吨"), HasSubstr("mass"), HasSubstr("count"))));
  EXPECT_THAT(codes({{"mass", "t", false, {{"吨", Number(1)}, {"吨", Number(2)}}}}),
              ElementsAre(HasSubstr("E-UNIT-DUP")));
  EXPECT_THAT(codes({{"mass", "t", false, {{"吨", Number(1)}, {"吨", Number(1)}}}}), ElementsAre());
  EXPECT_THAT(codes({{"mass", "t", false, {{"吨", Number(0)}, {"克", Number(-1)}}}}),
              ElementsAre(HasSubstr("E-UNIT-FACTOR"), HasSubstr("E-UNIT-FACTOR")));
  EXPECT_THAT(codes({{"mass", "t", false, {{"", Number(1)}, {std::string(64, 'x'), Number(1)}}}}),
              ElementsAre(HasSubstr("E-UNIT"), HasSubstr("E-UNIT")));
}

TEST(UnitTable, EverySurfaceOfTheUnitFileIsFoundAsItself) {
  const UnitTable units = testing::read_unit_file();
  ASSERT_GT(units.dimensions().size(), 30u);
  for (const Dimension& dimension : units.dimensions()) {
    for (const UnitSurface& surface : dimension.surfaces) {
      const std::optional<UnitTable::Match> match = units.match(surface.surface, 0);
      ASSERT_TRUE(match) << surface.surface;
      EXPECT_EQ(match->length, surface.surface.size()) << surface.surface;
      EXPECT_EQ(match->unit.dimension, dimension.name) << surface.surface;
      EXPECT_EQ(match->unit.factor, surface.factor) << surface.surface;
      EXPECT_EQ(match->unit.symbol, dimension.counter ? surface.surface : dimension.canonical) << surface.surface;
    }
    if (dimension.counter) continue;
    const std::optional<Unit> canonical = units.find(dimension.canonical);
    ASSERT_TRUE(canonical) << dimension.canonical;
    EXPECT_EQ(canonical->dimension, dimension.name);
    EXPECT_EQ(canonical->factor, Number(1)) << dimension.canonical;
  }
}

TEST(UnitTable, TheUnitFileKeepsToPhysics) {
  // Each row says: so much of the first is so much of the second.
  const struct {
    std::string amount, unit, same_amount, same_unit;
  } rows[] = {
      {"1", "吨", "2000", "斤"},
      {"1", "公顷", "15", "亩"},
      {"1", "平方公里", "100", "公顷"},
      {"1", "千瓦时", "3600000", "焦"},
      {"1", "兆瓦时", "1000", "千瓦时"},
      {"1", "GJ", "1000", "兆焦"},
      {"1", "吉瓦", "1000000", "千瓦"},
      {"1", "吨标准煤", "1000000", "克标准煤"},
      {"1", "立方公里", "1000000000", "立方米"},
      {"1", "立方米", "1000", "升"},
      {"1", "公里", "1000", "米"},
      {"1", "厘米", "10", "毫米"},
      {"1", "%", "10", "‰"},
      {"1", "成", "10", "%"},
      {"1", "亿方", "100000000", "立方米"},
      {"1", "亿度", "100000000", "千瓦时"},
      {"1", "毫克/立方米", "1000", "微克/立方米"},
      {"1", "米/秒", "3.6", "公里/小时"},
      {"1", "吨标准煤/兆瓦时", "1000", "克标准煤/千瓦时"},
      {"1", "千克标准煤/万元", "0.001", "吨标准煤/万元"},
      {"1", "立方米/亿元", "0.0001", "立方米/万元"},
      {"1", "千瓦时/时", "1", "千瓦"},
      {"1", "人/公顷", "100", "人/平方公里"},
  };
  const UnitTable units = testing::read_unit_file();
  for (const auto& row : rows) {
    const std::optional<Unit> unit = units.find(row.unit);
    const std::optional<Unit> same = units.find(row.same_unit);
    ASSERT_TRUE(unit) << row.unit;
    ASSERT_TRUE(same) << row.same_unit;
    EXPECT_EQ(unit->dimension, same->dimension) << row.unit << " " << row.same_unit;
    EXPECT_EQ(number(row.amount) * unit->factor, number(row.same_amount) * same->factor) << row.unit;
  }
}

}  // namespace
}  // namespace mubiao
