// Tables of web pages: which are data, what spans mean, and what becomes of labels with values.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "html_for_tests.h"

namespace mubiao {
namespace {

void expect_text(const std::vector<std::pair<std::string, std::string>>& rows) {
  for (const auto& [page, text] : rows) EXPECT_EQ(text_of_page(page), text) << page;
}

TEST(HtmlTable, ARowIsALineWithTabsBetweenCells) {
  expect_text({
      {"<table><tr><td>指标<td>2025年<tr><td>绿地<td>20</table>", "指标\t2025年\n绿地\t20\n"},
      {"<table><tr><td><p>森林</p><p>覆盖率</p><td> 45 <br>\n % <tr><td>绿\t地<td>20<br>25</table>",
       "森林覆盖率\t45%\n绿 地\t20 25\n"},
      {"<table><tr><td>指标<td>单位<td>值<tr><td>绿地<td><td>20<tr><td>林地<td>&nbsp;<td></table>",
       "指标\t单位\t值\n绿地\t\t20\n林地\n"},
      {"<table><caption>表1</caption><tr><td>指标<td>值<tr><td>绿地<td>20</table>", "表1\n指标\t值\n绿地\t20\n"},
      {"<table>在外<tr><td>指标<td>值</tr>也在外<tr><td>绿地<td>20</table>后",
       "在外\n也在外\n指标\t值\n绿地\t20\n后\n"},
      {"<table><tr><td>指标<td style='display:none'>密<td>值<tr><td>绿地<td>20</table>", "指标\t值\n绿地\t20\n"},
      {"<table><tr><td>指标<td>值<tr style='display:none'><td>密<td>1<tr><td>绿地<td>20</table>",
       "指标\t值\n绿地\t20\n"},
      {"<table><tr><td>m<sup>2</sup><td>1<tr><td>km<sup>2</sup><td>2</table>", "m²\t1\nkm²\t2\n"},
  });
}

TEST(HtmlTable, ACellStandsInEachRowItSpans) {
  expect_text({
      {"<table><tr><td>类别<td>指标<td>值<tr><td "
       "rowspan=2>约束性<td>绿地<td>20<tr><td>林地<td>30<tr><td>预期性<td>水<td>1"
       "</table>",
       "类别\t指标\t值\n约束性\t绿地\t20\n约束性\t林地\t30\n预期性\t水\t1\n"},
      {"<table><tr><td>指标<td>值<td>属性<tr><td>绿地<td>20<td rowspan=2>约束性<tr><td>林地<td>30</table>",
       "指标\t值\t属性\n绿地\t20\t约束性\n林地\t30\t约束性\n"},
      {"<table><tr><td>指标<td>值<tr><td rowspan=0>绿地<td>20<tr><td>30</table>", "指标\t值\n绿地\t20\n绿地\t30\n"},
  });
}

TEST(HtmlTable, AHeadStandsInEachColumnItSpans) {
  expect_text({
      {"<table><tr><th rowspan=2>指标<th colspan=2>目标<tr><th>2025年<th>2030年<tr><td>绿地<td>20<td>30</table>",
       "指标\t目标\t目标\n指标\t2025年\t2030年\n绿地\t20\t30\n"},
      {"<table><tr><td rowspan=2>指标<td colspan=2>目标<tr><td>2025年<td>2030年<tr><td>绿地<td>20<td>30</table>",
       "指标\t目标\t目标\n指标\t2025年\t2030年\n绿地\t20\t30\n"},
      {"<table><thead><tr><td>指标<td colspan=2>目标</thead><tr><td>绿地<td>20<td>30</table>",
       "指标\t目标\t目标\n绿地\t20\t30\n"},
      {"<table><tr><td colspan=3>主要指标<tr><th>指标<th colspan=2>目标<tr><td>绿地<td>20<td>30</table>",
       "主要指标\n指标\t目标\t目标\n绿地\t20\t30\n"},
      {"<table><tr><th>指标<th>值<tr><th colspan=2>一、绿地<tr><td>绿地<td>20</table>",
       "指标\t值\n一、绿地\n绿地\t20\n"},
      // A cell over several columns that is no head: empty cells behind it.
      {"<table><tr><td>指标<td>单位<td>值<tr><td colspan=2>绿地<td>20<tr><td "
       "colspan=3>二、水<tr><td>水<td>吨<td>1</table>",
       "指标\t单位\t值\n绿地\t\t20\n二、水\n水\t吨\t1\n"},
  });
}

TEST(HtmlTable, ATableThatLaysOutThePageIsLines) {
  const std::string long_text(1200, 'x');
  expect_text({
      {"<table><tr><td>一<td>二</table>", "一\n二\n"},
      {"<table><tr><td>一<tr><td>二</table>", "一\n二\n"},
      {"<table><tr><td>左<td><p>右一<p>右二<tr><td>下<td>" + long_text + "</table>",
       "左\n右一\n右二\n下\n" + long_text + "\n"},
      {"<table role=presentation><tr><td>一<td>二<tr><td>三<td>四</table>", "一\n二\n三\n四\n"},
      {"<table><tr><td>一<td>二<tr><td>三<td><table><tr><td>指标<td>值<tr><td>绿地<td>20</table>四</table>",
       "一\n二\n三\n指标\t值\n绿地\t20\n四\n"},
      {"<tr><td>一<td>二", "一\n二\n"},
  });
}

TEST(HtmlTable, LabelsAndValuesAreALineEach) {
  expect_text({
      {"<table><tr><td><b>索 引 号：</b><td>000/2019<td>成文日期:<td>2019年1月22日<tr><td>标\u3000题：<td "
       "colspan=3>意见"
       "<tr><td>主题词：<td></table>",
       "索引号：000/2019\n成文日期:2019年1月22日\n标题：意见\n主题词：\n"},
      {"<table><tr><th>文号<td>江府〔2024〕5号<th>日期<td>2024年3月5日</table>",
       "文号：江府〔2024〕5号\n日期：2024年3月5日\n"},
      {"<table><tr><td>注：<td>指标<td>值<tr><td>绿地<td>20<td>公顷</table>", "注：\t指标\t值\n绿地\t20\t公顷\n"},
      {"<table><tr><td>一：<td>二：</table>", "一：\n二：\n"},
  });
}

TEST(HtmlTable, SpansThatAPageMakesUpHaveALimit) {
  const std::string huge = "<td colspan=1000000000 rowspan=1000000000>";
  EXPECT_LT(text_of_page("<table><tr>" + huge + "一<td>二<tr><td>三<td>四</table>").size(), 1000u);
  std::string rows = "<table><tr>" + huge + std::string(150, 'x') + "<td>y";
  for (int i = 0; i < 100000; ++i) rows += "<tr>";
  EXPECT_LT(text_of_page(rows).size(), 4 * rows.size());
  EXPECT_EQ(text_of_page("<table><tr><td rowspan=-3 colspan=x>一<td>二<tr><td>三<td>四</table>"), "一\t二\n三\t四\n");
}

}  // namespace
}  // namespace mubiao
