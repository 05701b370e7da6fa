// The prefilter of rules: never hides a rule that matches, whatever the text.
#include "extract/literal_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace mubiao {
namespace {

Rule rule_with(std::vector<std::vector<std::string>> literals) {
  Rule rule;
  rule.literals = std::move(literals);
  return rule;
}

std::vector<bool> hits_of(const LiteralIndex& index, std::string_view text, std::size_t rules) {
  LiteralIndex::Hits hits;
  index.search(text, hits);
  std::vector<bool> out;
  for (std::size_t r = 0; r < rules; ++r) out.push_back(hits.test(r));
  return out;
}

TEST(LiteralIndex, ARuleNeedsAMemberOfEachOfItsLists) {
  const Rule free = rule_with({});
  const Rule one = rule_with({{"达到", "占"}});
  const Rule two = rule_with({{"达到", "占"}, {"比重", "不低于百分之"}});
  const LiteralIndex index({&free, &one, &two});
  const std::vector<std::pair<std::string, std::vector<bool>>> rows = {
      {"", {true, false, false}},
      {"装机达到", {true, true, false}},
      {"占", {true, true, false}},
      {"比重", {true, false, false}},
      {"占比重", {true, true, true}},
      {"达到不低于百分之", {true, true, true}},
      {"达到不低于百分", {true, true, false}},
      {"\xE8\xBE\xBE\xE5\x88", {true, false, false}},  // cut in a character
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(hits_of(index, text, 3), expected) << text;
}

TEST(LiteralIndex, PlaceholdersAreNotLookedForInTextThatHasNone) {
  const Rule rule = rule_with({{"\xEE\x84\x85"}, {"占"}});
  EXPECT_EQ(hits_of(LiteralIndex({&rule}), "占", 1), std::vector<bool>{false});
  EXPECT_EQ(hits_of(LiteralIndex({&rule}, LiteralIndex::Text::kSource), "占", 1), std::vector<bool>{true});
}

TEST(LiteralIndex, FindsWhatASearchFinds) {
  const char* const kPieces[] = {"达", "到", "占", "比", "重", "a", "1", "不", "低", "于", "\xF0\xA0\x80\x80", "é"};
  std::mt19937 random(3);
  const auto word = [&](std::size_t most) {
    std::string out;
    for (std::size_t n = 1 + random() % most; n > 0; --n) out += kPieces[random() % std::size(kPieces)];
    return out;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<Rule> rules;
    for (int r = 0; r < 70; ++r) {
      rules.push_back(rule_with({{word(5), word(2)}}));
      if (r % 3 == 0) rules.back().literals.push_back({word(1), word(3)});
    }
    std::vector<const Rule*> pointers;
    for (const Rule& rule : rules) pointers.push_back(&rule);
    const LiteralIndex index(pointers);
    const std::string text = word(12);
    const auto in_text = [&](const std::string& literal) { return text.find(literal) != std::string::npos; };
    std::vector<bool> expected;
    for (const Rule& rule : rules) {
      expected.push_back(std::all_of(rule.literals.begin(), rule.literals.end(),
                                     [&](const auto& list) { return std::any_of(list.begin(), list.end(), in_text); }));
    }
    ASSERT_EQ(hits_of(index, text, rules.size()), expected) << text;
  }
}

}  // namespace
}  // namespace mubiao
