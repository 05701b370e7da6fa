// Indicators: what is cut, and how a joint one is shared out to its members. The words are data, here a few.
#include "extract/indicator.h"

#include <gtest/gtest.h>

#include <string>

namespace mubiao {
namespace {

constexpr const char* kRules = R"toml(
[[rules]]
id = "indicator.place"
kind = "indicator"
set = { effect = "cut" }
pattern = '^[全本我][省市县区]'
[[rules.unless]]
id = "part"
in = "after"
pattern = '^级'
[[rules]]
id = "indicator.connective"
kind = "indicator"
set = { effect = "cut" }
pattern = '^(?:其中|同时|使)'
[[rules]]
id = "indicator.verb"
kind = "indicator"
set = { effect = "cut" }
pattern = '(?:力争|要|将)$'
[[rules]]
id = "indicator.shared-front"
kind = "indicator"
set = { effect = "prefix" }
pattern = '^(?:人均|单位[^、和]*?产值)'
[[rules.unless]]
id = "housing"
in = "after"
pattern = '^住房'
[[rules]]
id = "indicator.shared-end"
kind = "indicator"
set = { effect = "suffix" }
pattern = '(?:装机容量|比重|排放量)$'
[[rules.unless]]
id = "owned"
in = "before"
pattern = '自有$'
[[rules]]
id = "indicator.antecedent"
kind = "indicator"
set = { effect = "antecedent" }
pattern = '^(?:推进|加快)|(?:建设|改造)$'
[[rules]]
id = "indicator.measured"
kind = "indicator"
set = { effect = "complete" }
pattern = '能耗$'
[[rules]]
id = "indicator.and-so-on"
kind = "indicator"
set = { effect = "ends-members" }
pattern = '等\d*项?'
[[rules]]
id = "indicator.number"
kind = "indicator"
set = { effect = "nameless" }
pattern = '^[\d.]+$'
[[rules]]
id = "indicator.owner"
kind = "indicator"
set = { effect = "whose" }
pattern = '(?:城市|县城)'
[[rules.unless]]
id = "word"
in = "after"
pattern = '^化'
)toml";

const IndicatorCleaner& cleaner() {
  static const auto set = RuleSet::load({{"indicators.toml", kRules}});
  if (!set) ADD_FAILURE() << to_text(set.error()[0]);
  static const IndicatorCleaner instance(*set);
  return instance;
}

struct Row {
  const char* text;
  const char* expected;
};

TEST(Indicator, Clean) {
  const Row rows[] = {
      {"装机容量", "装机容量"},
      {"全市装机容量", "装机容量"},
      {"其中全市装机容量要力争", "装机容量"},  // until nothing changes, from both ends
      {"使全省全市装机容量", "装机容量"},
      {"全市级公园", "全市级公园"},  // silenced
      {"全市", "全市"},              // never cut away whole
      {"同时全市", "全市"},
      {"装机全市容量", "装机全市容量"},  // only at its end
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(cleaner().clean(row.text), row.expected) << row.text;
}

TEST(Indicator, CleaningEndsOnHostileText) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "其中";
  EXPECT_FALSE(cleaner().clean(text).empty());
}

TEST(Indicator, Antecedent) {
  const Row rows[] = {
      {"推进储能电站建设", "储能电站"},
      {"加快全市管网改造", "管网"},  // cleaned as well
      {"储能电站", "储能电站"},
      {"加快", "加快"},
  };
  for (const Row& row : rows) EXPECT_EQ(cleaner().antecedent(row.text), row.expected) << row.text;
}

TEST(Indicator, Measure) {
  const Row rows[] = {
      {"城市污水处理率", "污水处理率"},
      {"县城城市污水处理率", "城市污水处理率"},  // once
      {"污水处理率", "污水处理率"},
      {"老城市污水处理率", "老城市污水处理率"},  // only at its head
      {"城市化率", "城市化率"},                  // silenced
      {"城市", "城市"},                          // never cut away whole
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(cleaner().measure(row.text), row.expected) << row.text;
}

TEST(Indicator, Nameless) {
  for (const char* text : {"12", "1.5"}) {
    EXPECT_TRUE(cleaner().is_nameless(text)) << text;
    EXPECT_TRUE(cleaner().is_empty(text)) << text;
  }
  for (const char* text : {"", "12座", "PUE"}) EXPECT_FALSE(cleaner().is_nameless(text)) << text;
}

struct Joint {
  const char* text;
  std::vector<std::string> members;
};

TEST(Indicator, Members) {
  const Joint rows[] = {
      {"用电量", {"用电量"}},
      {"用电量和用气量", {"用电量", "用气量"}},
      {"人均用电量和用气量", {"人均用电量", "人均用气量"}},
      {"人均用电量和人均用气量", {"人均用电量", "人均用气量"}},
      {"风电、光伏装机容量", {"风电装机容量", "光伏装机容量"}},
      {"风电、光伏、水电装机容量", {"风电装机容量", "光伏装机容量", "水电装机容量"}},
      {"单位面积能耗、甲烷排放量", {"单位面积能耗", "甲烷排放量"}},  // complete
      {"氮氧化物、颗粒物排放量", {"氮氧化物排放量", "颗粒物排放量"}},
      {"可再生能源和非水可再生能源消纳责任", {"可再生能源消纳责任", "非水可再生能源消纳责任"}},  // the tail behind it
      {"甲烷、臭氧等2项气体的排放量", {"甲烷排放量", "臭氧排放量"}},  // what is said of all of them is left out
      {"高等院校、中学用电量", {"高等院校", "中学用电量"}},
      {"大、中、小型企业能耗", {"大型企业能耗", "中型企业能耗", "小型企业能耗"}},  // one character for one
      {"水、电", {"水", "电"}},
      {"单位工业产值能耗及水耗", {"单位工业产值能耗", "单位工业产值水耗"}},
      {"站点(含快充、慢充)与车位", {"站点(含快充、慢充)", "车位"}},  // brackets are not split
      {"人均住房面积和供水总量", {"人均住房面积", "供水总量"}},      // silenced
      {"光伏与自有装机容量", {"光伏", "自有装机容量"}},
      {"常住人口、户籍人口装机容量", {"常住人口装机容量", "户籍人口装机容量"}},
      {"新建厂房、既有厂房光伏装机容量", {"新建厂房光伏装机容量", "既有厂房光伏装机容量"}},  // built alike
      {"公交车、货轮、出租车尾气排放量", {"公交车尾气排放量", "货轮排放量", "出租车尾气排放量"}},
      {"公共汽车、货车尾气排放量", {"公共汽车排放量", "货车尾气排放量"}},  // one character makes long words no pair
      {"新建、既有建筑装机容量", {"新建装机容量", "既有建筑装机容量"}},    // nor words of another length
      {"厂房、房屋光伏装机容量", {"厂房装机容量", "房屋光伏装机容量"}},    // the other begins so, and has no front
      {"新建厂房、既有厂房光伏", {"新建厂房", "既有厂房光伏"}},            // nothing that is measured
  };
  for (const Joint& row : rows) {
    for (std::size_t i = 0; i < row.members.size(); ++i) {
      EXPECT_EQ(cleaner().member(row.text, i, row.members.size()), row.members[i]) << row.text;
    }
  }
}

TEST(Indicator, AJointIndicatorThatDoesNotDivideStaysWhole) {
  const Row rows[] = {{"用电量和用气量", ""}, {"用电量", ""}, {"氮氧化物、颗粒物、臭氧和烟尘排放量", ""}};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(cleaner().member(row.text, i, 3), row.text);
  }
  EXPECT_EQ(cleaner().member("", 0, 2), "");
  EXPECT_EQ(cleaner().member("((((、", 1, 2), "((((、");
  EXPECT_EQ(cleaner().member("))、用电量", 0, 2), "))、用电量") << "unbalanced brackets are not split";
}

}  // namespace
}  // namespace mubiao
