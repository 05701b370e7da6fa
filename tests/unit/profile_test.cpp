// What rules cost: which texts they are tried on, what matches, what is won.
#include "mubiao/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "extract_helpers.h"
#include "mubiao/comparison_output.h"
#include "output_readers.h"

namespace mubiao {
namespace {

constexpr const char* kRules = R"(
[dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }
[[rules]]
id = "target.reach"
kind = "target"
pattern = '''^(?P<indicator>.+)达到{quantity:quantity}'''
[[rules]]
id = "target.lower"
kind = "target"
pattern = '''^(?P<indicator>.+)(?:降到|降至){quantity:quantity}$'''
[[rules]]
id = "context.project"
kind = "context"
priority = 90
set = { why = "a name" }
pattern = '''{quantity:quantity}项目'''
[[rules]]
id = "heading.plain"
kind = "heading"
set = { level = 1 }
pattern = '''^(?P<mark>[一二三]、)(?P<title>.+)'''
[[rules]]
id = "name.article"
kind = "name"
pattern = '''第\d+条'''
)";

std::map<std::string, RuleProfile> profile(const std::vector<std::string>& texts) {
  const Result<RuleSet> rules = RuleSet::load({{"test.toml", kRules}});
  if (!rules) {
    ADD_FAILURE() << to_text(rules.error().front());
    return {};
  }
  Profiler profiler(*rules);
  for (const std::string& text : texts) profiler.add(testing::read_document(text));
  std::map<std::string, RuleProfile> out;
  for (const RuleProfile& rule : profiler.result()) out[rule.rule] = rule;
  return out;
}

std::string counts(const RuleProfile& rule) {
  return std::to_string(rule.tried) + "/" + std::to_string(rule.matches) + "/" + std::to_string(rule.wins);
}

TEST(Profile, CountsTextsMatchesAndWins) {
  const auto rules = profile({
      "一、目标\n风电达到15万千瓦,光伏达到20万千瓦,建设3万千瓦项目。\n",
      "能耗降到5千瓦以下。按照第12条和第3条办。\n",
  });
  ASSERT_EQ(rules.size(), 5u);
  EXPECT_EQ(counts(rules.at("target.reach")), "2/2/2");
  EXPECT_EQ(counts(rules.at("target.lower")), "1/0/0");  // holds the words, but does not match
  EXPECT_EQ(counts(rules.at("context.project")), "1/1/1");
  EXPECT_EQ(counts(rules.at("heading.plain")), "1/1/0");
  EXPECT_EQ(counts(rules.at("name.article")), "1/1/2");  // one sentence, two numbers
  for (const auto& [id, rule] : rules) {
    EXPECT_GT(rule.program, 0) << id;
    EXPECT_EQ(rule.seconds > 0, rule.tried > 0) << id;
  }
}

TEST(Profile, OfNothingHasEveryRule) {
  const auto rules = profile({});
  ASSERT_EQ(rules.size(), 5u);
  for (const auto& [id, rule] : rules) EXPECT_EQ(counts(rule), "0/0/0") << id;
}

TEST(ProfileOutput, TextAndJson) {
  const Profile profile{
      "plan@1",
      2,
      {{"target.reach", RuleKind::kTarget, 4, 3, 2, 0.003, 100}, {"name.x", RuleKind::kName, 0, 0, 0, 0.001, 7}}};
  std::string text;
  append_profile_text(text, profile);
  EXPECT_EQ(text,
            "rule            kind    ms     %  tried  matches  wins  program\n"
            "target.reach  target  3.00  75.0      4        3     2      100\n"
            "name.x          name  1.00  25.0      0        0     0        7\n"
            "\nplan@1: 2 rules over 2 documents, 4.0 ms\n");
  std::string out;
  append_profile_json(out, profile);
  const rapidjson::Document json = testing::parse_json(out);
  EXPECT_STREQ(json["documents"].GetString(), "2");
  EXPECT_STREQ(json["rules"][0]["seconds"].GetString(), "0.003");
  EXPECT_STREQ(json["rules"][1]["kind"].GetString(), "name");
}

}  // namespace
}  // namespace mubiao
