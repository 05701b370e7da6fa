// What the cells of indicator tables say in words, through the whole pipeline with the embedded rules.
#include <gtest/gtest.h>

#include "extract_helpers.h"

namespace mubiao::testing {
namespace {

const std::string kTitle = "河谷县“十四五”生态规划\n\n";  // it speaks from 2021

TEST(TableCells, CellsMayHoldWords) {
  check({
      // A head that no rule knows does not name what is measured, where another one does.
      {kTitle + "指标        全省平均      2020 年      2025 年\n"
                "森林覆盖率（%）   38.5        42         43\n",
       {"context 森林覆盖率 42 %", "target 森林覆盖率 =43 % 2025"}},
      // Nor does a number, or what is left of a word.
      {kTitle + "序号\t2020年\t2025年\n1\t42\t43\n2\t50\t55\n", {}},
      {kTitle + "指标\t单位\t2020年\t2025年目标\n能耗降幅\t%\t—\t完成市下达目标\n林地面积\t公顷\t100\t不减少\n",
       {"delegated 能耗降幅 2025", "context 林地面积 100 ha", "milestone 林地面积不减少 2025"}},
      // A cell that several rows share, in pieces one below the other: beside its rows and between them.
      {kTitle + "指标名称              单位   2020 年   2025 年      属性\n"
                "空气优良天数比例          %     83       86      约束性\n"
                "二氧化硫减排比例          %     26              约束性\n"
                "                                完成省\n"
                "氮氧化物减排比例          %     24     下达指      约束性\n"
                "                                 标\n"
                "有机物减排比例           %     22              约束性\n"
                "断面优良比例            %     99      100     约束性\n",
       {"context 空气优良天数比例 83 % [约束性]", "target 空气优良天数比例 =86 % 2025 [约束性]",
        "context 二氧化硫减排比例 26 % [约束性]",
        "delegated 二氧化硫减排比例、氮氧化物减排比例、有机物减排比例 2025 [约束性]",
        "context 氮氧化物减排比例 24 % [约束性]", "context 有机物减排比例 22 % [约束性]",
        "context 断面优良比例 99 % [约束性]", "target 断面优良比例 =100 % 2025 [约束性]"}},
      // Of one row alone.
      {kTitle + "指标名称              单位   2020 年   2025 年      属性\n"
                "空气优良天数比例          %     83       86      约束性\n"
                "                               完成省\n"
                "单位能耗降低率           %     —               约束性\n"
                "                               下达指\n"
                "                                标\n"
                "断面优良比例            %     99      100     约束性\n",
       {"context 空气优良天数比例 83 % [约束性]", "target 空气优良天数比例 =86 % 2025 [约束性]",
        "delegated 单位能耗降低率 2025 [约束性]", "context 断面优良比例 99 % [约束性]",
        "target 断面优良比例 =100 % 2025 [约束性]"}},
  });
}

TEST(TableCells, CellsMaySayMoreThanANumber) {
  check({
      {kTitle + "指标\t2020年\t2025年目标\n单位产值能耗\t—\t较2020年降低12%\n城镇化率\t65%\t提高3个百分点\n"
                "地区生产总值\t300亿元\t年均增长6%左右\n公园\t8个\t新增2个\n湿地保护率\t52%\t2025年达到55%\n",
       {"target 单位产值能耗 =12 % decrease 2025 base 2020", "context 城镇化率 65 %", "target 城镇化率 =3 pp increase 2025",
        "context 地区生产总值 30000000000 CNY", "target 地区生产总值 ~6 % annual 2025", "context 公园 8 个",
        "target 公园 =2 个 increase 2025", "context 湿地保护率 52 %", "target 湿地保护率 =55 % 2025"}},
  });
}

// 序号, 任务, 时限: no indicators, but each row says by when.
TEST(TableCells, ARowOfTasksHasItsOwnYear) {
  const std::string tasks =
      "序号\t任务\t内容\t时限\n1\t节水\t改造供水管网200公里\t2027年底前\n2\t造林\t完成造林15万亩\t2028年\n"
      "3\t绿化\t新建公园3个\t持续推进\n";
  check({
      {kTitle + tasks,
       {"target 改造供水管网 =200 km 2027", "target 造林 =10000 ha 2028", "target 新建公园 =3 个 increase"}},
      // Cells may be sentences.
      {kTitle + "序号\t任务\t内容\t时限\n1\t节水\t改造供水管网200公里；新增节水灌溉面积15万亩。\t2027年底\n",
       {"target 改造供水管网 =200 km 2027", "target 新增节水灌溉面积 =10000 ha increase 2027"}},
      // They are no rows of the indicators above them.
      {kTitle + "序号\t指标\t单位\t2025年\n1\t森林覆盖率\t%\t43\n\n" + tasks,
       {"target 森林覆盖率 =43 % 2025", "target 改造供水管网 =200 km 2027", "target 造林 =10000 ha 2028",
        "target 新建公园 =3 个 increase"}},
      // What stands above holds for all of them.
      {kTitle + "到2026年，完成下列任务：\n1\t节水\t改造供水管网200公里\t市水务局\n2\t绿化\t新建公园3个\t市园林局\n",
       {"target 改造供水管网 =200 km 2026", "target 新建公园 =3 个 increase 2026"}},
  });
}

TEST(TableCells, BelowDepartmentsIsWhoIsResponsible) {
  using Names = std::vector<std::string>;
  const std::vector<Record> indicators =
      records_of(kTitle + "指标\t单位\t2025年\t责任单位\n森林覆盖率\t%\t43\t县林业局、县水利局\n公园\t个\t5\t—\n");
  ASSERT_EQ(indicators.size(), 2u);
  EXPECT_EQ(indicators[0].responsible, (Names{"县林业局", "县水利局"}));
  EXPECT_EQ(indicators[1].responsible, Names{});
  const std::vector<Record> tasks =
      records_of(kTitle + "序号\t任务\t牵头单位\t配合单位\t完成时限\n1\t改造供水管网200公里\t县水利局\t县住建局\t2027年\n"
                          "2\t新建公园3个\t县园林局\t\t2028年6月\n");
  ASSERT_EQ(tasks.size(), 2u);
  EXPECT_EQ(tasks[0].responsible, (Names{"县水利局", "县住建局"}));
  EXPECT_EQ(tasks[0].year, 2027);
  EXPECT_EQ(tasks[1].responsible, Names{"县园林局"});
  EXPECT_EQ(tasks[1].year, 2028);
}

}  // namespace
}  // namespace mubiao::testing
