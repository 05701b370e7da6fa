// Small documents through the whole pipeline with the embedded rules: what is said of each quantity. Every row
// is a document of its own; tests/unit/extract_fields_test.cpp has sections, departments and places.
#include <gtest/gtest.h>

#include "extract_helpers.h"

namespace mubiao::testing {
namespace {

TEST(Extract, ValueUnitAndBound) {
  check({
      {"到2025年，天然气发电装机规模达到15万千瓦以上。", {"target 天然气发电装机规模 >=150 MW 2025"}},
      {"到2025年，能耗控制在500万吨标准煤以内。", {"target 能耗 <=5000000 tce 2025"}},
      {"到2025年，煤炭消费量控制在800万吨。", {"target 煤炭消费量 <=8000000 t 2025"}},       // no 以内 is needed
      {"到2025年，煤炭消费量控制在800万吨左右。", {"target 煤炭消费量 ~8000000 t 2025"}},
      {"到2025年，空气质量优良天数比例不低于90%左右。", {"target 空气质量优良天数比例 >=90 % 2025"}},  // the stronger word
      {"到2025年，规上工业产值达到近300亿元。", {"target 规上工业产值 ~30000000000 CNY 2025"}},
      {"到2025年，耕地保有量不少于150万亩。", {"target 耕地保有量 >=100000 ha 2025"}},
      {"到2025年，单位工业增加值用水量下降2—3%。", {"target 单位工业增加值用水量 range2-3 % decrease 2025"}},
      {"到2025年，新增造林15—30万亩。", {"target 新增造林 range10000-20000 ha increase 2025"}},
      {"到2025年，煤电机组平均供电煤耗降至300克标准煤/千瓦时以下。", {"target 煤电机组平均供电煤耗 <=300 gce/kWh 2025"}},
      {"到2025年，亩均用水量降至300立方米/亩。", {"target 亩均用水量 =4500 m3/ha 2025"}},
      {"到2025年，数据中心PUE不超过1.5。", {"target 数据中心PUE <=1.5 2025"}},  // an index without a unit
      {"到2025年，PUE不超过1.5。", {"target PUE <=1.5 2025"}},
      {"到2025年，新建数据中心电能利用效率值（PUE）不高于1.3。", {"target 新建数据中心电能利用效率值(PUE) <=1.3 2025"}},
      {"到2025年，裝機容量達到15萬千瓦以上。", {"target 裝機容量 >=150 MW 2025"}},
      {"到2025年，公共交通出行分担率提高5个百分点。", {"target 公共交通出行分担率 =5 pp increase 2025"}},
      {"到2025年，新能源公交车比例（不含应急车辆）达到80%。", {"target 新能源公交车比例(不含应急车辆) =80 % 2025"}},
      {"到2025年，全市PM2.5平均浓度降至30微克/立方米以下。", {"target PM2.5平均浓度 <=30 μg/m3 2025"}},
  });
}

TEST(Extract, Change) {
  check({
      {"到2025年，单位产值能耗下降14%。", {"target 单位产值能耗 =14 % decrease 2025"}},
      {"到2025年，煤炭消费比重下降到50%以下。", {"target 煤炭消费比重 <=50 % 2025"}},  // down to: a level
      {"到2025年，非化石能源消费比重提高到20%左右。", {"target 非化石能源消费比重 ~20 % 2025"}},
      {"到2025年，规模以上工业增加值年均增长6%左右。", {"target 规模以上工业增加值 ~6 % annual 2025"}},
      {"到2025年，企业研发投入年均增速达到8%以上。", {"target 企业研发投入年均增速 >=8 % annual 2025"}},
      {"2024年，地区生产总值增长5%左右。", {"target 地区生产总值 ~5 % increase 2024"}},
      {"到2025年，风电装机容量比2020年翻一番以上。", {"target 风电装机容量 >=2 倍 2025 base 2020"}},
      {"“十四五”期间，新增光伏装机35万千瓦，光伏总装机达到90万千瓦。",
       {"target 新增光伏装机 =350 MW increase 2025 (2021-2025)", "target 光伏总装机 =900 MW 2025 (2021-2025)"}},
      {"到2025年，年产量达到50亿立方米。", {"target 年产量 =5000000000 m3 2025"}},  // of a year, but no rate
  });
}

TEST(Extract, ListsShareAVerbOrHaveNone) {
  check({
      {"到2025年，化学需氧量、氨氮等2项污染物排放总量分别比2020年下降8%和6%。",  // 2项 is none of the values
       {"context 2 项", "target 化学需氧量排放总量 =8 % decrease 2025 base 2020",
        "target 氨氮排放总量 =6 % decrease 2025 base 2020"}},
      {"到2025年，大、中、小型企业水耗分别下降10%、8%、5%。",  // one character stands for the first of the last
       {"target 大型企业水耗 =10 % decrease 2025", "target 中型企业水耗 =8 % decrease 2025",
        "target 小型企业水耗 =5 % decrease 2025"}},
      {"到2025年，培育绿色园区3家以上、绿色工厂15家以上。",
       {"target 绿色园区 >=3 家 2025", "target 绿色工厂 >=15 家 2025"}},
      {"到2025年，建成2座变电站、4座充电站。", {"target 变电站 =2 座 2025", "target 充电站 =4 座 2025"}},
      {"到2025年，新建公共停车位2000个，其中充电停车位500个。",
       {"target 新建公共停车位 =2000 个 increase 2025", "target 新建充电停车位 =500 个 increase 2025"}},
      {"到2025年，单位地区生产总值能耗和二氧化碳排放分别下降13.5%和18%。",
       {"target 单位地区生产总值能耗 =13.5 % decrease 2025", "target 单位地区生产总值二氧化碳排放 =18 % decrease 2025"}},
      {"到2025年，绿色出行比例保持在80%以上、力争达到85%。",
       {"target 绿色出行比例 >=80 % 2025", "target 绿色出行比例 =85 % 2025 aspirational"}},
      {"到2025年，建成装配式建筑产业基地5个以上。", {"target 装配式建筑产业基地 >=5 个 2025"}},
      {"到2025年，新建6座500千伏、25座220千伏变电站。",
       {"target 新建500千伏变电站 =6 座 increase 2025", "context 500 kV",
        "target 新建220千伏变电站 =25 座 increase 2025", "context 220 kV"}},
      {"到2025年，电动乘用车销售量达到乘用车新车销售量的30%以上。",
       {"target 电动乘用车销售量占乘用车新车销售量比例 >=30 % 2025"}},
      {"到2025年，一次能源消费总量控制在3000万吨标准煤左右，年均增长2%。",
       {"target 一次能源消费总量 ~30000000 tce 2025", "target 一次能源消费总量 =2 % annual 2025"}},
  });
}

TEST(Extract, WhatABracketSaysOfATarget) {
  check({
      {"到2025年，林草碳汇项目达到150万亩（其中森林碳汇项目30万亩、草原碳汇项目120万亩）。",
       {"target 林草碳汇项目 =100000 ha 2025", "target 森林碳汇项目 =20000 ha 2025", "target 草原碳汇项目 =80000 ha 2025"}},
      // Of the one in front of it, and of nothing behind it.
      {"到2025年，竣工面积比例达到70%以上（其中，2021年达到60%），星级绿色建筑占比达到20%。林地面积稳定在150万亩。",
       {"target 竣工面积比例 >=70 % 2025", "target 竣工面积比例 =60 % 2021", "target 星级绿色建筑占比 =20 % 2025",
        "target 林地面积 =100000 ha 2025"}},
      // Parts of what is no target, and what is no part.
      {"全县共有村庄145个（其中山区村庄33个）。", {"context 145 个", "context 33 个"}},
      {"到2025年，林草碳汇项目达到150万亩（约占耕地的30%）。", {"target 林草碳汇项目 =100000 ha 2025", "context 30 %"}},
  });
}

TEST(Extract, AnIndicatorMadeOfParts) {
  check({
      {"到2025年，风电总装机容量达到180万千瓦；到2030年，总装机容量突破320万千瓦。",  // the words in common once
       {"target 风电总装机容量 =1800 MW 2025", "target 风电总装机容量 >=3200 MW 2030"}},
      {"到2025年，风电装机达到180万千瓦，装机占比达到30%。",
       {"target 风电装机 =1800 MW 2025", "target 风电装机占比 =30 % 2025"}},
      {"到2025年，风电达到180万千瓦；到2030年，{topic}总装机突破320万千瓦。",  // what the text says is no slot
       {"target 风电 =1800 MW 2025", "target {topic}总装机 >=3200 MW 2030"}},
  });
}

TEST(Extract, TheYearThatGoverns) {
  check({
      {"到2025年，充电桩达到20万个，换电站达到30座（2027年），充电场达到5座。",  // in brackets, it is of that value
       {"target 充电桩 =200000 个 2025", "target 换电站 =30 座 2027", "target 充电场 =5 座 2025"}},
      {"到2025年和2030年，非化石能源消费比重分别达到20%和25%左右。",  // a year for each value
       {"target 非化石能源消费比重 ~20 % 2025", "target 非化石能源消费比重 ~25 % 2030"}},
      {"到2025年和2030年，用电量和用气量分别达到20亿千瓦时和3亿立方米。",  // or an indicator
       {"target 用电量 =2000 GWh 2025", "target 用电量 =2000 GWh 2030", "target 用气量 =300000000 m3 2025",
        "target 用气量 =300000000 m3 2030"}},
      {"风电发电量占比由2020年的5%提高到2025年的8%、2030年的12%以上。",  // each of the value behind it
       {"context 5 %", "target 风电发电量占比 =8 % 2025", "target 风电发电量占比 >=12 % 2030"}},
      {"到2025年，再生钢利用量达到340万吨左右，到2030年达到350万吨左右。",  // the indicator is said once
       {"target 再生钢利用量 ~3400000 t 2025", "target 再生钢利用量 ~3500000 t 2030"}},
      {"到2025年，林地面积稳定在150万亩。森林覆盖率达到45%。",  // carried over a full stop
       {"target 林地面积 =100000 ha 2025", "target 森林覆盖率 =45 % 2025"}},
      {"“十四五”期间，全市单位产值能耗下降14%。", {"target 单位产值能耗 =14 % decrease 2025 (2021-2025)"}},
      {"“十四五”、“十五五”期间分别新增水电装机40万千瓦左右。",  // one amount, in each of two periods
       {"target 新增水电装机 ~400 MW increase 2025 (2021-2025)", "target 新增水电装机 ~400 MW increase 2030 (2026-2030)"}},
      {"2023—2025年，每年新增城市绿地20公顷。", {"target 新增城市绿地 =20 ha increase 2025 (2023-2025)"}},
      {"到2030年前，煤炭消费比重下降到50%以下。", {"target 煤炭消费比重 <=50 % 2030"}},
      {"到2025年，单位产值能耗比2020年下降13.5%。", {"target 单位产值能耗 =13.5 % decrease 2025 base 2020"}},
      {"与2020年相比，到2025年，化学需氧量排放量下降8%。", {"target 化学需氧量排放量 =8 % decrease 2025 base 2020"}},
      {"到2025年，林地面积稳定在150万亩。推动绿色转型。建成充电桩200个。",  // no goal between them: not carried
       {"target 林地面积 =100000 ha 2025", "target 充电桩 =200 个"}},
  });
}

TEST(Extract, EnumeratedSentencesBeginAnew) {
  for (const char* text : {"到2025年，林地面积稳定在150万亩。一是新建绿道30公里以上。",
                           "到2025年，林地面积稳定在150万亩。二是新建绿道30公里以上。"}) {
    const std::vector<Record> records = records_of(text);
    ASSERT_EQ(records.size(), 2u) << text;
    EXPECT_EQ(records[0].year, 2025);
    EXPECT_EQ(records[1].year, std::nullopt) << text;
  }
}

TEST(Extract, Firmness) {
  check({
      {"力争到2025年，新型储能装机达到20万千瓦，公共充电桩达到3000个。",  // before the year: the whole sentence
       {"target 新型储能装机 =200 MW 2025 aspirational", "target 公共充电桩 =3000 个 2025 aspirational"}},
      {"到2025年，新型储能装机力争达到20万千瓦，公共充电桩达到3000个。",  // behind the subject: its own verb
       {"target 新型储能装机 =200 MW 2025 aspirational", "target 公共充电桩 =3000 个 2025"}},
      {"争取到2027年，创建零碳园区2个。", {"target 零碳园区 =2 个 2027 aspirational"}},
      {"力争通过三年努力，到2027年，零碳园区达到2个，森林覆盖率达到45%。到2030年，森林覆盖率达到50%。",
       {"context 3 a", "target 零碳园区 =2 个 2027 aspirational", "target 森林覆盖率 =45 % 2027 aspirational",
        "target 森林覆盖率 =50 % 2030"}},
      {"力争到2025年，林地面积稳定在150万亩。森林覆盖率达到45%。",  // not the next sentence
       {"target 林地面积 =100000 ha 2025 aspirational", "target 森林覆盖率 =45 % 2025"}},
  });
}

TEST(Extract, GoalsWithoutANumber) {
  check({
      {"2030年前实现碳达峰。", {"milestone 碳达峰 2030"}},
      {"到2025年，城镇新建建筑全面执行绿色建筑标准。", {"milestone 城镇新建建筑绿色建筑标准 2025"}},
      {"城镇新建建筑全面执行绿色建筑标准。", {}},  // an end state needs a year
      {"2026年6月底前，建立入河排污口管理台账。", {"milestone 入河排污口管理台账 2026"}},  // that the text states
      {"6月底前，建立入河排污口管理台账。", {}},
      {"到2025年，绿色发展水平进一步提高。", {}},    // a trend is none
      {"到2025年，单位生产总值能耗完成省下达的目标。", {"delegated 单位生产总值能耗 2025"}},
  });
}

TEST(Extract, QuantitiesThatAreNoTargets) {
  check({
      {"2024年3月5日，召开第3次专题会议。", {"context 3 次"}},
      {"推进110千伏输变电工程建设。", {"context 110 kV"}},
      {"淘汰4.5吨以下货车。", {"context 4.5 t"}},
      {"到2025年，建成三个中心、一百二十个示范村。", {"context 3 个", "context 120 个"}},  // counts in words name or tell
      {"截至目前，已建成充电站120座。", {"context 120 座"}},
      {"到2025年，项目总投资达到100亿元。", {"context 10000000000 CNY"}},
      {"青岚市能源发展“十四五”规划\n一、发展基础\n2020年，全市风电装机达到12万千瓦，森林覆盖率达到41.2%。",
       {"context 120 MW", "context 41.2 %"}},
      {"青岚市能源发展“十四五”规划\n“十三五”期间，建成公园12个。“十四五”期间，建成公园20个。",
       {"context 12 个", "target 公园 =20 个 2025 (2021-2025)"}},
  });
}

TEST(Extract, NumbersThatAreNothing) {
  for (const char* text : {
           "1.加快站点建设。\n2.加快管网建设。",
           "（一）加快站点建设。\n（二）加快管网建设。",
           "加快5G网络部署。",
           "构建“1+3+2”空间格局。",
           "详见http://www.yunxi.example/2025/15.html。",
           "根据云府发〔2023〕15号文件要求，落实各项任务。",
           "青岚市人民政府\n2024年9月28日",
           "发展绿色产业，推进统一大市场建设。",
           "实施“十大行动”。",
       }) {
    EXPECT_EQ(briefs(text), "") << text;
  }
}

TEST(Extract, ANewsLeadThatRepeatsATargetIsARecordOfItsOwn) {
  const auto records = records_of(
      "青岚日报讯　到2025年，全市抽水蓄能装机达到60万千瓦。\n青岚市能源发展规划\n一、主要目标\n"
      "到2025年，全市抽水蓄能装机达到60万千瓦。\n");
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(brief(records[0]), "target 抽水蓄能装机 =600 MW 2025");
  EXPECT_EQ(brief(records[1]), brief(records[0]));
  EXPECT_TRUE(records[0].section.empty());
  EXPECT_EQ(records[1].section, (std::vector<std::string>{"一、主要目标"}));
}

TEST(Extract, WhatSeveralValuesShare) {
  check({
      {"到2025年和2030年，非化石能源消费比重分别达到18%和25%。",
       {"target 非化石能源消费比重 =18 % 2025", "target 非化石能源消费比重 =25 % 2030"}},
      {"“十四五”、“十五五”期间单位产值能耗分别下降14%、12%。",
       {"target 单位产值能耗 =14 % decrease 2025 (2021-2025)", "target 单位产值能耗 =12 % decrease 2030 (2026-2030)"}},
      {"到2025年，城市绿地率由2020年的38%提高到41%。", {"context 38 %", "target 城市绿地率 =41 % 2025"}},
      {"到2025年，装机容量达到15万千瓦。到2030年，装机容量达到30万千瓦。",
       {"target 装机容量 =150 MW 2025", "target 装机容量 =300 MW 2030"}},
      {"到2025年，新建改建农村公路1000公里，其中新建300公里。",
       {"target 新建改建农村公路 =1000 km increase 2025", "target 新建农村公路 =300 km increase 2025"}},
      {"到2025年，产值达到5亿元，税收达到2亿元，分别增长6%、7%。",
       {"target 产值 =500000000 CNY 2025", "target 税收 =200000000 CNY 2025", "target 产值 =6 % increase 2025",
        "target 税收 =7 % increase 2025"}},
  });
}

}  // namespace
}  // namespace mubiao::testing
