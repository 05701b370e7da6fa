// Which alternatives of patterns examples go through.
#include "mubiao/coverage.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace mubiao {
namespace {

Coverage coverage_of(const std::string& toml) {
  Result<RuleSet> rules = RuleSet::load({{"a.toml", toml}});
  if (rules) return measure_coverage(Extractor(*rules));
  ADD_FAILURE() << to_text(rules.error()[0]);
  return {};
}

// "fragment or rule: untried, untried;" of each pattern with alternatives.
std::string untried(const Coverage& coverage) {
  std::string out;
  for (const PatternCoverage& pattern : coverage.patterns) {
    out += fmt::format("{}{} {}/{}: {}", out.empty() ? "" : "; ", pattern.name, pattern.tried, pattern.alternatives,
                       fmt::join(pattern.untried, " "));
  }
  return out;
}

std::string name_rule(std::string_view pattern, std::string_view fragments, const std::vector<std::string>& texts) {
  std::string out =
      fmt::format("[fragments]\n{}\n[[rules]]\nid = 'r'\nkind = 'name'\npattern = '{}'\n", fragments, pattern);
  for (const std::string& text : texts) out += fmt::format("[[rules.examples]]\ntext = '{}'\nexpect = [{{}}]\n", text);
  return out;
}

struct Row {
  const char* pattern;
  const char* fragments;
  std::vector<std::string> texts;
  const char* expected;
};

TEST(Coverage, OfAlternatives) {
  const Row rows[] = {
      {"甲", "", {"甲"}, ""},
      {"甲|乙|丙", "", {"乙"}, "r 1/3: 甲 丙"},
      {"甲|乙", "", {"甲", "乙"}, "r 2/2: "},
      {"(?:甲|乙)丙", "", {"甲丙"}, "r 1/2: 乙"},
      {"(?:甲|乙)*丙", "", {"甲乙丙"}, "r 2/2: "},  // each time round counts
      {"(?:甲|)丙", "", {"甲丙"}, "r 1/2: "},       // the other is nothing
      {"(?:甲|乙(?:丙|丁))", "", {"甲"}, "r 1/4: 乙(?:丙|丁)"},
      {"(?:甲|乙(?:丙|丁))", "", {"乙丁"}, "r 2/4: 甲 丙"},
      {"[甲|乙]\\\\|\\\\Q|\\\\E丙", "", {}, ""},  // no bars
      {"甲|甲乙", "", {"甲乙"}, "r 1/2: 甲乙"},   // the first one wins
      {"{f}丙", "f = '甲|乙'", {"甲丙"}, "f 1/2: 乙"},
      {"{f}丙|丁", "f = '甲|乙'", {"丁"}, "r 1/2: {f}丙; f 0/2: 甲 乙"},
      {"{g}丙", "f = '甲|乙'\ng = '{f}|戊'", {"乙丙"}, "f 1/2: 甲; g 1/2: 戊"},
      {"{f}丙|{f}丁", "f = '甲|乙'", {"甲丙", "乙丁"}, "r 2/2: ; f 2/2: "},  // whatever uses it
      {"{f}{f}丙", "f = '甲|乙'", {"甲乙丙"}, "f 2/2: "},
      {"(?:{f})*丙", "f = '甲|乙'", {"甲乙丙"}, "f 1/2: 甲"},  // only the last time round
      {"丙", "f = '甲|乙'", {"丙"}, ""},                       // no rule uses it
      {"(?i)甲|乙", "", {"甲"}, ""},                           // flags reach over the bar
      {"甲|乙", "", {"丙"}, "r 0/2: 甲 乙"},                   // an example that fails tries nothing
  };
  for (const Row& row : rows) {
    std::string pattern = row.pattern;
    for (std::size_t at; (at = pattern.find("\\\\")) != std::string::npos;) pattern.erase(at, 1);
    EXPECT_EQ(untried(coverage_of(name_rule(pattern, row.fragments, row.texts))), row.expected) << row.pattern;
  }
}

TEST(Coverage, OfRulesThatMakeRecords) {
  const std::string toml = R"toml([dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }
[fragments]
reach = '达到|为|达'
[[rules]]
id = "target.r"
kind = "target"
pattern = '(?P<indicator>[^,。]+){reach}{quantity:quantity}(?:以上|以下)?'
[[rules.examples]]
text = "装机容量为15万千瓦以上。"
expect = [{ value = 150 }]
[[rules]]
id = "milestone.m"
kind = "delegated"
pattern = '(?P<goal>(?:完成|实现)(?P<indicator>.+))'
[[rules.examples]]
text = "实现节水任务，装机容量达到3千瓦。"
expect = [{}]
)toml";
  EXPECT_EQ(untried(coverage_of(toml)), "target.r 1/2: 以下; milestone.m 1/2: 完成; reach 2/3: 达");
}

TEST(Coverage, InPercent) {
  EXPECT_EQ(coverage_of(name_rule("甲|乙|丙|丁", "", {"甲"})).percent(), 25);
  EXPECT_EQ(coverage_of(name_rule("甲", "", {"甲"})).percent(), 100);
}

// More alternatives than one regex is given groups for.
TEST(Coverage, OfVeryManyAlternatives) {
  std::string pattern = "x0x";
  for (int i = 1; i < 1000; ++i) pattern += fmt::format("|x{}x", i);
  const Coverage coverage = coverage_of(name_rule(pattern, "", {"x0x", "x500x", "x999x"}));
  EXPECT_EQ(coverage.alternatives, 1000u);
  EXPECT_EQ(coverage.tried, 3u);
}

}  // namespace
}  // namespace mubiao
