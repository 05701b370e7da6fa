// What a pattern cannot do without. A list too few costs time; one too many silences a rule.
#include "rules/literals.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>

namespace mubiao::rules {
namespace {

// "达到|增至 千瓦": the members of every list.
std::string shown(std::string_view pattern) {
  std::string out;
  for (const std::vector<std::string>& list : required_literals(pattern)) {
    out += fmt::format("{}{}", out.empty() ? "" : " ", fmt::join(list, "|"));
  }
  return out;
}

struct Row {
  const char* pattern;
  const char* expected;
  const char* text;  // matched by the pattern
};

const Row kRows[] = {
    {"达到", "达到", "达到"},
    {"达到|增至", "增至|达到", "增至"},
    {"(?:达到|增至)千瓦", "千瓦 增至|达到", "增至千瓦"},
    {"^(?P<indicator>.+?)达到[^,]*千瓦$", "达到 千瓦", "装机达到5千瓦"},
    {"装机(?:容量)?达到", "装机 达到", "装机达到"},
    {"装机容?", "装机", "装机"},
    {"装机(?:容量){0,2}", "装机", "装机"},
    {"年\\+", "年+", "年+"},
    {"\\x{E000}达到", "\xEE\x80\x80达到", "\xEE\x80\x80达到"},
    {"(?:达到|)千瓦", "千瓦", "千瓦"},
    {"达到|", "", "x"},
    {"[[:alpha:]]+座", "座", "a座"},
    {"[:,[:p]+座", "座", ":座"},  // no named class, which once was looked for without end
    {"\\p{Han}+座", "座", "三座"},
    {"[达到]", "到|达", "到"},
    {"[达到]?座", "座", "座"},
    {"[^达到]座", "座", "三座"},
    {"[a-f]座|[一二三四五六七八九]座", "座", "九座"},
    {"(?P<goal>完成(?:省|市)的?(?:目标|任务))$", "完成 任务|目标 市|省", "完成省目标"},
    {"(?:完成(?:省|市))?目标", "目标", "目标"},
    {"(?:完成[省市]|达到)目标", "目标 完成|达到", "达到目标"},
    {"(?:完成.(?:省|市))+目标", "完成 目标 市|省", "完成了省目标"},
    {".*", "", ""},
    // flags and the short forms of escapes
    {"(?i)pue", "", "PUE"},
    {"达到(?i)pue", "", "达到PUE"},
    {"(?i:pue)达到", "", "PUE达到"},
    {"\\pL+达到", "", "x达到"},
    {"\\PN达到", "", "x达到"},
    {"\\x41达到", "", "A达到"},
    {"\\101达到", "", "A达到"},
    {"\\Qa?b\\E达到", "", "a?b达到"},
    {"\\d+\\s?座", "座", "3 座"},
};

TEST(Literals, OfPatterns) {
  for (const Row& row : kRows) EXPECT_EQ(shown(row.pattern), row.expected) << row.pattern;
}

TEST(Literals, StandInWhateverThePatternMatches) {
  for (const Row& row : kRows) {
    const std::string_view text = row.text;
    ASSERT_TRUE(re2::RE2::PartialMatch(row.text, row.pattern)) << row.pattern;
    for (const std::vector<std::string>& list : required_literals(row.pattern)) {
      EXPECT_TRUE(std::any_of(list.begin(), list.end(), [&](const std::string& literal) {
        return text.find(literal) != std::string_view::npos;
      })) << row.pattern;
    }
  }
}

TEST(Literals, OfGroupsInsideEachOther) {
  const auto nested = [](std::size_t depth) {
    std::string out;
    for (std::size_t i = 0; i < depth; ++i) out += "(?:";
    out += "达到";
    return out + std::string(depth, ')');
  };
  EXPECT_EQ(shown(nested(100)), "达到");
  EXPECT_EQ(shown(nested(20000)), "");  // as deep as a pattern can be: unknown, and no stack is lost
}

}  // namespace
}  // namespace mubiao::rules
