// Headers and footers of pages, and what only looks like them.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "mubiao/normalize.h"

namespace mubiao {
namespace {

constexpr int kPages = 6;

/// What is left of a document of some pages: of its text, which is the same on each page but for a word, only "n.".
std::string left(const std::function<std::string(int)>& top, const std::function<std::string(int)>& bottom) {
  std::string text;
  for (int page = 1; page <= kPages; ++page) {
    const std::string number = std::to_string(page);
    text += top(page) + "第" + number + "批项目开工建设。\n第" + number + "批项目全部建成。\n" + bottom(page) + "\f";
  }
  const Result<Document> document = decode("a.txt", text);
  std::string out = normalize(*document, {}).text;
  for (int page = 1; page <= kPages; ++page) {
    const std::string number = std::to_string(page);
    const std::string body = "第" + number + "批项目开工建设。\n第" + number + "批项目全部建成。";
    const std::size_t at = out.find(body);
    EXPECT_NE(at, std::string::npos) << number << " is missing in\n" << out;
    if (at != std::string::npos) out.replace(at, body.size(), number + ".");
  }
  return out;
}
std::string nothing(int) { return ""; }
std::string of(int page) { return std::to_string(page); }

struct Case {
  const char* what;
  std::function<std::string(int)> top, bottom;
  std::string expected;
};

TEST(RunningHeaders, AreTakenOut) {
  const std::vector<Case> cases = {
      {"nothing", nothing, nothing, "1.\n2.\n3.\n4.\n5.\n6."},
      // No border is before the first: it may be the title.
      {"a header", [](int) { return "云溪市能源规划\n"; }, nothing, "云溪市能源规划\n1.\n2.\n3.\n4.\n5.\n6."},
      {"a footer", nothing, [](int) { return "云溪市能源规划\n"; }, "1.\n2.\n3.\n4.\n5.\n6."},
      {"a header of two lines", [](int p) { return "云溪市能源规划\n总第" + of(p + 7) + "页\n"; }, nothing,
       "云溪市能源规划\n总第8页\n1.\n2.\n3.\n4.\n5.\n6."},
      {"with the number of the page", nothing, [](int p) { return "云溪市能源规划  " + of(p) + "\n"; },
       "1.\n2.\n3.\n4.\n5.\n6."},
      {"with the number of the page from another one on", nothing,
       [](int p) { return of(p + 20) + "/60 云溪市能源规划\n"; }, "1.\n2.\n3.\n4.\n5.\n6."},
      {"of left and right pages", nothing,
       [](int p) { return p % 2 == 0 ? "云溪市能源规划\n" : "第一章总体要求和目标\n"; }, "1.\n2.\n3.\n4.\n5.\n6."},
  };
  for (const Case& each : cases) {
    std::string expected = each.expected;
    std::string found = left(each.top, each.bottom);
    EXPECT_EQ(found, expected) << each.what;
  }
}

TEST(RunningHeaders, TextAndTablesStay) {
  const std::vector<Case> cases = {
      {"items with numbers that are not of pages", [](int p) { return "专栏" + of(p * p) + "\n"; }, nothing,
       "专栏1\n1.\n专栏4\n2.\n专栏9\n3.\n专栏16\n4.\n专栏25\n5.\n专栏36\n6."},
      {"heads of a table that goes on", [](int) { return "指标   单位   2020年   2025年\n"; }, nothing,
       "指标\t单位\t2020年\t2025年\n1.\n指标\t单位\t2020年\t2025年\n2.\n指标\t单位\t2020年\t2025年\n3.\n"
       "指标\t单位\t2020年\t2025年\n4.\n指标\t单位\t2020年\t2025年\n5.\n指标\t单位\t2020年\t2025年\n6."},
      {"sentences", [](int) { return "严格执行规划。\n"; }, nothing,
       "严格执行规划。\n1.\n严格执行规划。\n2.\n严格执行规划。\n3.\n严格执行规划。\n4.\n严格执行规划。\n5.\n"
       "严格执行规划。\n6."},
      {"what is there twice", [](int p) { return p == 2 || p == 5 ? "云溪市能源规划\n" : ""; }, nothing,
       "1.\n云溪市能源规划\n2.\n3.\n4.\n云溪市能源规划\n5.\n6."},
  };
  for (const Case& each : cases) EXPECT_EQ(left(each.top, each.bottom), each.expected) << each.what;
}

}  // namespace
}  // namespace mubiao
