// Bound words beside a quantity: which rule wins is data, here a small set of it.
#include "extract/bounds.h"

#include <gtest/gtest.h>

#include <string>

namespace mubiao {
namespace {

constexpr const char* kRules = R"toml(
[[rules]]
id = "bound.about-after"
kind = "bound"
priority = 40
set = { side = "after", bound = "~" }
pattern = '^(?:左右|上下)'
[[rules]]
id = "bound.about-before"
kind = "bound"
priority = 40
set = { side = "before", bound = "~" }
pattern = '(?:约|近)$'
[[rules]]
id = "bound.at-least-after"
kind = "bound"
priority = 60
set = { side = "after", bound = ">=" }
pattern = '^以上'
[[rules.unless]]
id = "names-a-class"
in = "after"
pattern = '^企业'
[[rules]]
id = "bound.at-least-before"
kind = "bound"
priority = 60
set = { side = "before", bound = ">=" }
pattern = '不低于$'
[[rules]]
id = "bound.at-most-before"
kind = "bound"
priority = 60
set = { side = "before", bound = "<=" }
pattern = '不超过$'
[[rules]]
id = "bound.within"
kind = "bound"
priority = 70
set = { side = "after", bound = "<=" }
pattern = '^以内'
)toml";

const RuleSet& rules() {
  static const auto set = RuleSet::load({{"bounds.toml", kRules}});
  if (!set) ADD_FAILURE() << to_text(set.error()[0]);
  return *set;
}

struct Row {
  const char* text;  // Q is the quantity
  const char* bound;
  const char* rule;  // "" for the default
};

TEST(Bounds, TheRuleOfTheHighestPriorityWins) {
  const BoundReader reader(rules());
  const Row rows[] = {
      {"达到Q以上", ">=", "bound.at-least-after"},
      {"达到Q", "=", ""},
      {"Q", "=", ""},
      {"达到Q左右", "~", "bound.about-after"},
      {"达到约Q", "~", "bound.about-before"},
      {"不低于Q", ">=", "bound.at-least-before"},
      {"不低于Q左右", ">=", "bound.at-least-before"},    // the stronger word, though it stands in front
      {"控制在约Q以内", "<=", "bound.within"},
      {"不低于Q以内", "<=", "bound.within"},             // both are said: priority decides, not the side
      {"不超过Q以上", ">=", "bound.at-least-after"},     // equal priority: the order of the file
      {"以上Q达到", "=", ""},                            // on the wrong side
      {"达到Q的以上", "=", ""},                          // not right behind it
      {"不低于标准Q", "=", ""},
      {"Q以上企业", "=", ""},                            // silenced
      {"约Q以上企业", "~", "bound.about-before"},        // … and then a weaker one speaks
  };
  for (const Row& row : rows) {
    const std::string text = row.text;
    const std::size_t at = text.find('Q');
    const auto reading = reader.read(text, {at, at + 1});
    EXPECT_EQ(to_string(reading.bound), row.bound) << row.text;
    EXPECT_EQ(reading.rule == nullptr ? "" : reading.rule->id, row.rule) << row.text;
  }
}

TEST(Bounds, WordsBehind) {
  const BoundReader reader(rules());
  for (const char* word : {"左右", "以上", "以内"}) EXPECT_TRUE(reader.is_word_behind(word)) << word;
  for (const char* word : {"", "不低于", "约", "左右各", "个", "以上企业", "以"}) EXPECT_FALSE(reader.is_word_behind(word)) << word;
}

TEST(Bounds, ASetWithoutBoundRulesKnowsNone) {
  const auto set = RuleSet::load({{"empty.toml", ""}});
  ASSERT_TRUE(set) << to_text(set.error()[0]);
  const BoundReader reader(*set);
  EXPECT_EQ(reader.read("达到Q以上", {6, 7}).rule, nullptr);
  EXPECT_FALSE(reader.is_word_behind("以上"));
}

}  // namespace
}  // namespace mubiao
