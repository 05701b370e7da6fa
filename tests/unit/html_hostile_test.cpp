// Pages that want to hang or crash their reader, real pages, and real pages that are damaged.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "html_for_tests.h"

namespace mubiao {
namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(HtmlHostile, CostsNoMoreThanItsSize) {
  std::string attributes = "<p";
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i);
  const std::vector<std::pair<std::string, std::string>> rows = {
      {times(100000, "<div>") + "x", "E-LIMIT"},
      {times(100000, "<table><tr><td>") + "x", "E-LIMIT"},
      {attributes + ">x", "E-LIMIT"},
      {times(20000, "<p a=\""), "E-LIMIT"},
      {"<p style='" + std::string(2000000, 'a') + "'>x", "x\n"},
      {times(300000, "&amp;"), std::string(300000, '&') + "\n"},
      {times(300000, "<!--"), "E-NOTEXT"},
      {times(300000, "<![CDATA["), ""},
      {times(900, "<b>") + times(20000, "</i>") + "x", "x\n"},
      {times(50000, "<a href=x>"), "E-NOTEXT"},
      {times(50000, "<p>a"), times(50000, "a\n")},
      {"<table><tr>" + times(3000, "<td rowspan=65534 colspan=1000>x") + times(20000, "<tr>"), ""},
      {times(20000, "<nav><p>a</p></nav>"), "E-NOTEXT"},
      {times(900, "x<sup>") + times(100000, "2"), ""},
      {"<title>" + times(100000, "一_") + "</title><p>二", ""},
  };
  for (const auto& [page, text] : rows) {
    const auto begin = std::chrono::steady_clock::now();
    const std::string read = text_of_page(page);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_TRUE(text.empty() || read == text) << page.substr(0, 30) << " gives " << read.substr(0, 60);
    EXPECT_LT(read.size(), 4 * page.size() + (std::size_t{1} << 20)) << page.substr(0, 30);
    EXPECT_LT(took.count(), 20) << page.substr(0, 30);  // a tenth of a second each, where nothing else runs
  }
}

TEST(HtmlHostile, LimitsAreKept) {
  const std::string page = times(10000, "<p>到2025年，森林覆盖率达到45%。</p>");
  EXPECT_EQ(text_of_page(page, {.max_text_bytes = 1000}), "E-LIMIT");
  int asked = 0;
  EXPECT_EQ(text_of_page(page, {.goes_on = [&asked] { return ++asked < 3; }}), "E-TIME");
  EXPECT_EQ(asked, 3);
}

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string real_page(const std::string& name) {
  const char* named = std::getenv("MUBIAO_SHARED");
  const std::string shared = named != nullptr ? named : std::string(MUBIAO_SOURCE_DIR) + "/../shared";
  return file(shared + "/corpus/raw/" + name);
}

// Two pages of one site: tables in tables, and a table with the data of the document before its text.
TEST(HtmlReal, TextIsInAndTheRestIsOut) {
  const std::string sixth = real_page("govcn-2019-00006.html");
  const std::string fourth = real_page("govcn-2019-00004.html");
  if (sixth.empty() || fourth.empty()) GTEST_SKIP() << "the real pages are not here";
  const struct {
    std::string text;
    std::vector<std::string> in, out;
  } rows[] = {
      {text_of_page(sixth),
       {"\n发文字号：国办发〔2019〕6号\n", "\n成文日期：2019年01月22日\n", "\n国务院办公厅关于有效发挥政府性\n",
        "\n一、总体要求\n", "确保支小支农担保业务占比达到80%以上。\n", "\n国务院办公厅\n2019年1月22日\n"},
       {"<", "\u00A0", "window.", "gif"}},
      {text_of_page(fourth),
       {"\n发文字号：国办发〔2019〕4号\n", "\n一、总体要求\n", "12.科技成果转化总金额是指",
        "\n二、运营效率\t（六）收支结构\t36.资产负债率▲\t定量\t", "\n四、满意度评价\t（十三）患者满意度\t54."},
       {"<", "\u00A0", "window.", "gif"}},
  };
  for (const auto& row : rows) {
    for (const std::string& each : row.in) EXPECT_NE(row.text.find(each), std::string::npos) << each;
    for (const std::string& each : row.out) EXPECT_EQ(row.text.find(each), std::string::npos) << each;
  }
}

TEST(HtmlReal, DamagedPagesAreReadOrRefused) {
  std::vector<std::string> pages = {real_page("govcn-2019-00006.html"),
                                    file(std::string(MUBIAO_SOURCE_DIR) + "/samples/web-page.html"),
                                    file(std::string(MUBIAO_SOURCE_DIR) + "/samples/web-table.html")};
  std::mt19937 random(11);
  for (int round = 0; round < 600; ++round) {
    std::string page = pages[round % pages.size()];
    if (page.empty()) continue;
    if (random() % 4 == 0) page.resize(random() % page.size());
    for (std::size_t i = random() % 40; i > 0 && !page.empty(); --i) {
      const std::size_t at = random() % page.size();
      if (random() % 2 == 0) {
        page[at] = static_cast<char>(random());
      } else {
        page.erase(at, random() % 100);
      }
    }
    const std::string read = text_of_page(page);
    EXPECT_TRUE(read.starts_with("E-") || read.ends_with('\n')) << round;
  }
}

}  // namespace
}  // namespace mubiao
