// Indicator tables through the whole pipeline with the embedded rules: aligned on a page, parted by tabs, and torn into
// a cell a line. Every row is a document of its own.
#include <gtest/gtest.h>

#include "extract_helpers.h"

namespace mubiao::testing {
namespace {

const std::string kTitle = "河谷县“十四五”生态规划\n\n";  // it speaks from 2021

TEST(IndicatorTable, CellsBelowAFutureYearAreTargets) {
  check({
      {kTitle + "指标名称\t单位\t2020年\t2025年\t属性\n森林覆盖率\t%\t42\t43."
                "5\t约束性\n活立木蓄积量\t万立方米\t310\t330\t预期性\n",
       {"context 森林覆盖率 42 % [约束性]", "target 森林覆盖率 =43.5 % 2025 [约束性]",
        "context 活立木蓄积量 3100000 m3 [预期性]", "target 活立木蓄积量 =3300000 m3 2025 [预期性]"}},
      // Empty cells count where tabs part the cells.
      {kTitle + "指标名称\t单位\t2020年\t2025年\n地热装机\t万千瓦\t\t3\n", {"target 地热装机 =30 MW 2025"}},
      // Without a column for units: in the brackets of the row, or in the cell.
      {kTitle + "指标\t2020年\t2025年\n森林覆盖率(%)\t42\t43\n公园\t3个\t5个\n",
       {"context 森林覆盖率 42 %", "target 森林覆盖率 =43 % 2025", "context 公园 3 个", "target 公园 =5 个 2025"}},
      // A unit that no rule knows is kept as it is.
      {kTitle + "指标\t单位\t2025年目标\n平均等级\t甲级数\t3\n", {"target 平均等级 =3 甲级数 2025"}},
      // What the label says of a change.
      {kTitle + "指标\t单位\t2025年目标\n新建公共充电桩\t个\t300\n建筑能效水平提升\t%\t30\n能耗降低率\t%\t14\n",
       {"target 新建公共充电桩 =300 个 increase 2025", "target 建筑能效水平 =30 % increase 2025",
        "target 能耗降低率 =14 % decrease 2025"}},
      // Bounds of cells, and marks of notes.
      {kTitle + "指标\t单位\t2025年目标\n能耗降幅*\t%\t≥14\n劣V类水体\t%\t≤1\n利用率\t%\t95左右\n处置率\t%\t98以上\n",
       {"target 能耗降幅 >=14 % decrease 2025", "target 劣V类水体 <=1 % 2025", "target 利用率 ~95 % 2025",
        "target 处置率 >=98 % 2025"}},
  });
}

TEST(IndicatorTable, HeadsMayBeNested) {
  check({
      // Cells that span lines or columns are repeated where tabs part the cells.
      {kTitle + "指标\t单位\t规划目标\t规划目标\n指标\t单位\t2025年\t2030年\n森林覆盖率\t%\t43\t45\n",
       {"target 森林覆盖率 =43 % 2025", "target 森林覆盖率 =45 % 2030"}},
      {kTitle + "指标\t2020年\t2020年\t2025年\t2025年\n指标\t现状值\t累计增长\t目标值\t累计增长\n水电(万千瓦)"
                "\t82\t12\t105\t23\n",
       {"context 水电 820 MW", "context 水电 120 MW", "target 水电 =1050 MW 2025",
        "target 水电累计增长 =230 MW increase 2025"}},
      // A word that no rule knows says more of a column.
      {kTitle + "指标\t单位\t2025年\t2025年\n指标\t单位\t总量\t其中:城区\n充电桩\t个\t5000\t3600\n",
       {"target 充电桩(总量) =5000 个 2025", "target 充电桩(其中:城区) =3600 个 2025"}},
      // On a page, above the middle of what they span; only the years tell the columns apart.
      {kTitle + "                        规划目标\n"
                "指标       单位    2025 年   2030 年\n"
                "森林覆盖率     %      43       45\n",
       {"target 森林覆盖率 =43 % 2025", "target 森林覆盖率 =45 % 2030"}},
  });
}

TEST(IndicatorTable, YearsMayStandAboveSeveralHeads) {
  check({
      {kTitle + "                                              2025 年             2030 年\n"
                "                                                 年均                 年均\n"
                "        项目          单位       2020 年                                           说明\n"
                "                                       累计值       增长率      累计值       增长率\n"
                "    总装机             万千瓦       3637     8226       17.7    14524     12.0\n"
                "      光热发电          万千瓦        21       121       41.9     321      21.5     领先\n"
                "      储能            万千瓦        0        12         —       20       10.8\n",
       {"context 总装机 36370 MW", "target 总装机 =82260 MW 2025", "target 总装机年均增长率 =17.7 % annual 2025",
        "target 总装机 =145240 MW 2030", "target 总装机年均增长率 =12 % annual 2030", "context 光热发电 210 MW",
        "target 光热发电 =1210 MW 2025", "target 光热发电年均增长率 =41.9 % annual 2025",
        "target 光热发电 =3210 MW 2030", "target 光热发电年均增长率 =21.5 % annual 2030", "context 储能 0 MW",
        "target 储能 =120 MW 2025", "target 储能 =200 MW 2030", "target 储能年均增长率 =10.8 % annual 2030"}},
      // Rows with more numbers than heads are no table that is understood.
      {kTitle + "指标          单位    2020 年   2025 年\n"
                "总装机         万千瓦    36      82     17     14     12\n"
                "光热发电        万千瓦    21      12     41     32     21\n",
       {}},
  });
}

TEST(IndicatorTable, LooksAtThePage) {
  check({
      // Labels on several lines above and below their values, groups beside them, an empty cell.
      {kTitle + "                         2020 年   2025 年   指标\n"
                "类别       指标名称          单位\n"
                "                         现状值      目标值     属性\n"
                "       高新技术产业产值占规\n"
                "绿色发                    %   45       48     预期性\n"
                "       模以上工业产值比重\n"
                " 展\n"
                "       单位产值能耗降幅        %            14     约束性\n",
       {"context 高新技术产业产值占规模以上工业产值比重 45 % [预期性]",
        "target 高新技术产业产值占规模以上工业产值比重 =48 % 2025 [预期性]",
        "target 单位产值能耗降幅 =14 % decrease 2025 [约束性]"}},
      // Heads that are set close to each other.
      {kTitle + "序号       指标名称        单位 2020 年 2025 年 指标属性\n"
                "1    生活污水治理率           %    58    75     约束性\n"
                "2    黑臭水体整治             个     5    59     约束性\n",
       {"context 生活污水治理率 58 % [约束性]", "target 生活污水治理率 =75 % 2025 [约束性]",
        "context 黑臭水体整治 5 个 [约束性]", "target 黑臭水体整治 =59 个 2025 [约束性]"}},
      // A raised digit on the line above, which its own font may have moved.
      {kTitle + "指标名称           单位     2020 年  2025 年\n"
                "                    3\n"
                "颗粒物浓度        μg/m       37     30\n",
       {"context 颗粒物浓度 37 μg/m3", "target 颗粒物浓度 =30 μg/m3 2025"}},
      {kTitle + "指标名称           单位     2020 年  2025 年\n"
                "                 3\n"
                "用水量             m /万元   56     50\n",
       {"context 用水量 56 m3/万元", "target 用水量 =50 m3/万元 2025"}},
      // What is added until the year of the targets.
      {kTitle + "项目    单位    2020 年    2025 年    累计增长\n水电    万千瓦    82    105    23\n",
       {"context 水电 820 MW", "target 水电 =1050 MW 2025", "target 水电累计增长 =230 MW increase 2025"}},
  });
}

TEST(IndicatorTable, RowsAreToldApartByTheirNumbers) {
  check({
      // A row without a value takes its label with it; labels are set above and below their numbers.
      {kTitle + "序号            指标             2020 年    2025 年     属性\n"
                "                             现状值       目标值\n"
                " 7      水质优良比例（%）            66.4       72      预期性\n"
                "                                    完成县里\n"
                " 8      单位产值能耗降低（%）           —                约束性\n"
                "                                    下达目标\n"
                "        高新技术产业产值占规模以上\n"
                " 9                            45        48      预期性\n"
                "          工业产值比重（%）\n"
                "10      劣 V 类水体（%）             2         1      预期性\n",
       {"context 水质优良比例 66.4 % [预期性]", "target 水质优良比例 =72 % 2025 [预期性]",
        "delegated 单位产值能耗降低 2025 [约束性]", "context 高新技术产业产值占规模以上工业产值比重 45 % [预期性]",
        "target 高新技术产业产值占规模以上工业产值比重 =48 % 2025 [预期性]", "context 劣V类水体 2 % [预期性]",
        "target 劣V类水体 =1 % 2025 [预期性]"}},
      // The line of the number may hold nothing but words, and its label stand above and below.
      {kTitle + "序号        指标           2020 年（基准值）   2025 年目标     属性\n"
                " 1   森林覆盖率（％）                42          43       约束性\n"
                "\n"
                "     单位地区生产总值能耗降\n"
                " 2                           —       完成市定目标    约束性\n"
                "     低比例（％）\n"
                "\n"
                " 3   湿地保护率（％）              约 50          55       预期性\n",
       {"context 森林覆盖率 42 % [约束性]", "target 森林覆盖率 =43 % 2025 [约束性]",
        "delegated 单位地区生产总值能耗降低比例 2025 [约束性]", "context 湿地保护率 50 % [预期性]",
        "target 湿地保护率 =55 % 2025 [预期性]"}},
      // Run together with the labels, and without a head; heads that fill their columns.
      {kTitle + "        指   标        2020 年    2025 年     属 性\n"
                "                     现状值       目标值\n"
                "8    森林覆盖率（%）         42        43     约束性\n"
                "9    湿地保护率（%）         50        55     预期性\n"
                "10 节水器具普及率（%）        90        95     预期性\n"
                "11 5G 基站密度（个）         3         8     预期性\n",
       {"context 森林覆盖率 42 % [约束性]", "target 森林覆盖率 =43 % 2025 [约束性]", "context 湿地保护率 50 % [预期性]",
        "target 湿地保护率 =55 % 2025 [预期性]", "context 节水器具普及率 90 % [预期性]",
        "target 节水器具普及率 =95 % 2025 [预期性]", "context 5G基站密度 3 个 [预期性]",
        "target 5G基站密度 =8 个 2025 [预期性]"}},
      // What begins a label like a number is none without its sequence.
      {kTitle + "指标\t2020年\t2025年\n5G基站(个)\t3\t8\n2小时到达率(%)\t80\t90\n7类企业(家)\t2\t4\n",
       {"context 5G基站 3 个", "target 5G基站 =8 个 2025", "context 2小时到达率 80 %", "target 2小时到达率 =90 % 2025",
        "context 7类企业 2 家", "target 7类企业 =4 家 2025"}},
      // A dash with the number of a note.
      {kTitle + "指标\t2020年\t2025年\n排放量(万吨)\t—7\t—7\n湿地保护率(%)\t50\t55\n",
       {"context 湿地保护率 50 %", "target 湿地保护率 =55 % 2025"}},
  });
}

TEST(IndicatorTable, YearsMayStandBelowTheHeads) {
  check({
      {kTitle + "                     现状值       目标值\n"
                "序号       指标                               类型\n"
                "                   （2020 年）  （2025 年）\n"
                "1    森林覆盖率（%）          42        43     约束性\n"
                "2    湿地保护率（%）          50        55     预期性\n",
       {"context 森林覆盖率 42 % [约束性]", "target 森林覆盖率 =43 % 2025 [约束性]", "context 湿地保护率 50 % [预期性]",
        "target 湿地保护率 =55 % 2025 [预期性]"}},
  });
}

TEST(IndicatorTable, HeadsMayEndInALineOfCharacters) {
  const std::string rows =
      "          地表水达到或好于Ⅲ类水体比例\n"
      "     1                        64.4       72.6     约束性\n"
      "          （%）\n"
      "\n"
      "     2    地表水劣 V 类水体比例（%）      4.4        0.7      约束性\n";
  const std::vector<std::string> records = {
      "context 地表水达到或好于III类水体比例 64.4 % [约束性]", "target 地表水达到或好于III类水体比例 =72.6 % 2025 [约束性]",
      "context 地表水劣V类水体比例 4.4 % [约束性]", "target 地表水劣V类水体比例 =0.7 % 2025 [约束性]"};
  check({
      // Each below its own head, and so no word in wide letters; the values are set a little left of theirs.
      {kTitle + "                                  2020            指标属\n"
                "类别   序号           指   标                  2025 年\n"
                "                                   年               性\n\n" + rows,
       records},
      // One alone is no end of the label that comes next.
      {kTitle + "                                 2020 年           指标属\n"
                "类别   序号           指   标                  2025 年\n"
                "                                                   性\n\n" + rows,
       records},
      // More numbers than heads: a number left of the first head is none of its values, and there are too many.
      {kTitle + "序号   指标                    2025 年   属性\n"
                " 1   森林覆盖率（%）       42     43     约束性\n"
                " 2   湿地保护率（%）       50     55     约束性\n",
       {}},
  });
}

TEST(IndicatorTable, AHeadMayTakeFiveLines) {
  check({
      {kTitle + "指标                           指标    2020 年   2025 年\n"
                "     序\n"
                "                指标名称\n"
                "     号\n"
                "类别                           属性    （现状）    （目标）\n"
                "     1     森林覆盖率（%）         约束性     42      43\n"
                "     2     湿地保护率（%）         预期性     50      55\n",
       {"context 森林覆盖率 42 % [约束性]", "target 森林覆盖率 =43 % 2025 [约束性]", "context 湿地保护率 50 % [预期性]",
        "target 湿地保护率 =55 % 2025 [预期性]"}},
  });
}

TEST(IndicatorTable, ACellALine) {
  check({
      // Row by row.
      {kTitle +
           "指标内容\n\n指标要求\n(2025年)\n\n性质\n\n绿色建筑比例\n\n100%\n\n约束性\n\n试点城区\n\n5个\n\n约束性\n\n"
           "装配式建筑比例\n\n50%\n\n预期性\n\n",
       {"target 绿色建筑比例 =100 % 2025 [约束性]", "target 试点城区 =5 个 2025 [约束性]",
        "target 装配式建筑比例 =50 % 2025 [预期性]"}},
      // All labels, then the values of all rows.
      {kTitle + "指标\n2020年\n2025年\n属性\n1\n2\n3\n森林覆盖率(%)\n湿地保护率(%)\n草原面积(万公顷)\n42\n43\n40 "
                "41\n12\n13\n",
       {"context 森林覆盖率 42 %", "target 森林覆盖率 =43 % 2025", "context 湿地保护率 40 %",
        "target 湿地保护率 =41 % 2025", "context 草原面积 120000 ha", "target 草原面积 =130000 ha 2025"}},
      // With the unit on a line of its own, and a dash for nothing.
      {kTitle + "指标\n单位\n2020年\n2025年\n用电量\n亿千瓦时\n110\n140\n储能\n万千瓦\n—\n30\n可靠率\n%\n99.9\n99.95\n",
       {"context 用电量 11000 GWh", "target 用电量 =14000 GWh 2025", "target 储能 =300 MW 2025",
        "context 可靠率 99.9 %", "target 可靠率 =99.95 % 2025"}},
  });
}

TEST(IndicatorTable, SaysWhatItSaysOfAnIndicator) {
  check({
      // A mark stands for the head above it; a number there is of another column.
      {kTitle + "指标\t2025年\t约束性\n森林覆盖率(%)\t43\t√\n湿地保护率(%)\t55\t\n公园(个)\t5\t12\n",
       {"target 森林覆盖率 =43 % 2025 [约束性]", "target 湿地保护率 =55 % 2025", "target 公园 =5 个 2025"}},
      {kTitle + "指标\t2025年\t指标属性\n森林覆盖率(%)\t43\t约 束 性\n能耗降幅(%)\t完成市下达目标\t约束性\n",
       {"target 森林覆盖率 =43 % 2025 [约束性]", "delegated 能耗降幅 2025 [约束性]"}},
  });
}

TEST(IndicatorTable, WhatIsPastIsContext) {
  check({
      {kTitle + "指标\t单位\t2020年目标\t2020年实现\t完成情况\n优良天数比例\t%\t74.2\t83.9\t完成\n",
       {"context 优良天数比例 74.2 %", "context 优良天数比例 83.9 %"}},
      // Rates of growth up to a year that is past.
      {kTitle + "指标\t2015年\t2020年\t年均增长\n用电量(亿千瓦时)\t200\t300\t8.4%\n",
       {"context 用电量 20000 GWh", "context 用电量 30000 GWh", "context 用电量 8.4 %"}},
      // Whether a goal was met is said of goals that are over; one of a year to come is none of them.
      {kTitle + "指标\t规划目标\t现状值\t完成情况\n处置率(%)\t95\t97\t完成\n",
       {"context 处置率 95 %", "context 处置率 97 %"}},
      {kTitle + "指标\t2025年目标\t完成情况\n处置率(%)\t95\t正在推进\n", {"target 处置率 =95 % 2025"}},
  });
}

TEST(IndicatorTable, OtherTablesAreNone) {
  check({
      // No word for what is measured, or none for values.
      {kTitle + "时间\t地点\t人数\n2025年\t北京\t30\n", {}},
      {kTitle + "指标名称\t单位\t备注\n森林覆盖率\t%\t见附件\n", {}},
      // More values in its rows than heads that are known: which is which cannot be told.
      {kTitle + "指标\n2020年\n2025年\n风电\n1\n2\n3\n4\n光伏\n1\n2\n3\n4\n水电\n1\n2\n3\n4\n", {}},
      // Values and labels that do not fit together.
      {kTitle + "指标\n2025年\n森林覆盖率(%)\n湿地保护率(%)\n草原面积(万公顷)\n43\n41\n", {}},
      // A line that could be a head, and prose.
      {kTitle + "指标 2025年\n主要任务是加强管理。\n", {}},
  });
}

}  // namespace
}  // namespace mubiao::testing
