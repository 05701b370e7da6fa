// Pages with tables and without.
#include "read/page_tables.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace mubiao::read {
namespace {

std::string tables_of(const std::string& text) {
  std::string out;
  for (const std::uint8_t has_table : find_tables(split_pages(text))) out += has_table != 0 ? 'T' : '-';
  return out;
}

const std::string kTable =
    "   指标        单位      2020年    2025年   属性\n"
    "\n"
    "   风电装机容量    万千瓦      45      120    预期性\n"
    "   森林覆盖率     %         40      42     约束性\n";
const std::string kProse =
    "    到 2025 年，风电装机容量达到 120 万千瓦，光伏装机容量\n"
    "达到 80 万千瓦以上。\n";

TEST(Pages, EndWithFormFeeds) {
  using Views = std::vector<std::string_view>;
  EXPECT_EQ(split_pages(""), Views{});
  EXPECT_EQ(split_pages("\f"), Views{""});
  EXPECT_EQ(split_pages("a\n\f\fb\f"), (Views{"a\n", "", "b"}));
  EXPECT_EQ(split_pages("a\fb"), (Views{"a", "b"}));
}

TEST(Pages, TablesAreToldByTheirShape) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {kTable, "T"},
      {kProse + kTable + kProse, "T"},
      {kProse, "-"},
      {"\f", "-"},
      // An empty cell, a cell of several lines.
      {"    指标        单位     2020年   2025年\n    总量        万吨              360\n    容量        千瓦     45\n",
       "T"},
      {"  指标       单位    2020年   2025年\n  农业灌溉\n             %     0.5    0.57\n  水利用系数\n  节水面积     "
       "万亩    30     45\n",
       "T"},
      // Full-width digits.
      {"  项目     单位    ２０２０年   ２０２５年\n  水电    万千瓦   １１９３    １６４３\n  光伏    万千瓦   ３０   "
       "   ４５\n",
       "T"},
      // Nothing to extract: no numbers.
      {"  序      部门       电话\n  甲      市发展改革委    无\n  乙      市水利局      无\n", "-"},
      // Prose in two columns, and in three.
      {"到2025年，风电装机容量达    到80万千瓦以上。到2030\n到120万千瓦，光伏装机容量    "
       "年，非化石能源消费比重达\n达到80万千瓦以上，非化石    到25%左右，森林覆盖率达\n",
       "-"},
      {"到2025年，风电装机容量达    到80万千瓦以上。到2030    年，非化石能源消费比重\n"
       "到120万千瓦，光伏装机容量    年，非化石能源消费比重达    达到20%以上，森林覆盖\n"
       "达到80万千瓦以上，非化石    到25%左右，森林覆盖率达    率达到42%以上，生活垃\n",
       "-"},
      // Contents, and rows that have nothing to do with each other.
      {"  第一章    总则 ................    1\n  第二章    目标 ................    5\n  第三章    任务 "
       "................    9\n",
       "-"},
      {"  第一章    总则 ………………    1\n  第二章    目标 ………………    5\n  第三章    任务 ………………    9\n", "-"},
      {"甲  乙  12\n                 甲     乙       丙 13\n甲         乙                    14\n", "-"},
      // Two rows are not enough, unless the table began on the page before or goes on behind.
      {"   风电   万千瓦   45   120\n   光伏   万千瓦   30   80\n", "-"},
      {kTable + "\f   光伏装机容量    万千瓦      30      80     预期性\n" + kProse, "TT"},
      {"   光伏装机容量    万千瓦      30      80     预期性\n\f" + kTable, "TT"},
      {kTable + "\f" + kProse + "\f   光伏装机容量    万千瓦      30      80     预期性\n", "T--"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(tables_of(text), expected) << text;
}

}  // namespace
}  // namespace mubiao::read
