// Matching in parts says what RE2 says of the whole pattern: for every rule of the set, on texts put together at
// random.
#include "extract/rule_matcher.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace mubiao {
namespace {

const RuleSet& rules() {
  static const RuleSet set = RuleSet::embedded();
  return set;
}

// One quantity at most, as in every text that rules are asked about.
std::string random_text(std::mt19937& random) {
  static const char* const kPieces[] = {"\xEE\x84\x80",
                                        "\xEE\x84\x81",
                                        "\xEE\x84\x82",
                                        "\xEE\x84\x83",
                                        "\xEE\x84\x84",
                                        "\xEE\x84\x85",
                                        "到",
                                        "达到",
                                        "实现",
                                        "力争",
                                        "累计",
                                        "建成",
                                        "新增",
                                        "新建",
                                        "控制在",
                                        "下降",
                                        "提高",
                                        "增长",
                                        "不低于",
                                        "超过",
                                        "约",
                                        "分别",
                                        "装机",
                                        "容量",
                                        "占比",
                                        "充电站",
                                        "比重",
                                        "年均",
                                        "以上",
                                        "以内",
                                        "左右",
                                        "的",
                                        "和",
                                        "、",
                                        "能力",
                                        "标准",
                                        "完成",
                                        "改造",
                                        "全市",
                                        "市",
                                        "国家",
                                        "下达",
                                        "目标",
                                        "为",
                                        "基本",
                                        "全面",
                                        "体系",
                                        "建立",
                                        "平均",
                                        "水平",
                                        "率",
                                        "覆盖",
                                        "从",
                                        "按照",
                                        "其中",
                                        "(",
                                        ")",
                                        "“",
                                        "”",
                                        ",",
                                        "森林",
                                        "一批",
                                        "推进"};
  static const char* const kQuantities[] = {"\xEE\x80\x80", "\xEE\x80\x81", "\xEE\x80\x83", "\xEE\x80\x87",
                                            "\xEE\x83\xB0", "\xEE\x83\xB1", "\xEE\x83\xB2"};
  std::string before;
  std::string behind;
  for (std::size_t n = random() % 9; n > 0; --n) before += kPieces[random() % std::size(kPieces)];
  for (std::size_t n = random() % 4; n > 0; --n) behind += kPieces[random() % std::size(kPieces)];
  return random() % 5 == 0 ? before : before + kQuantities[random() % std::size(kQuantities)] + behind;
}

using Captures = std::map<std::string, std::string>;

// Without the quantity, of which a text has but one.
Captures captures_of(const re2::RE2& regex, const std::string& text) {
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
  regex.Match(text, 0, text.size(), re2::RE2::UNANCHORED, found.data(), static_cast<int>(found.size()));
  Captures out;
  for (const auto& [name, index] : regex.NamedCapturingGroups()) {
    const re2::StringPiece piece = found[static_cast<std::size_t>(index)];
    if (piece.data() != nullptr && name != "quantity") out[name] = std::string(piece);
  }
  return out;
}

Captures captures_of(const RuleMatch& match, const std::string& text) {
  constexpr std::array<const char*, kGroups> kNames = {"quantity", "indicator", "subject", "whole",
                                                       "object",   "verb",      "goal"};
  Captures out;
  for (std::size_t g = 0; g < kGroups; ++g) {
    if (match.groups[g] && g != static_cast<std::size_t>(Group::kQuantity))
      out[kNames[g]] = text.substr(match.groups[g]->begin, match.groups[g]->size());
  }
  return out;
}

RuleMatch match_by_parts(const RuleMatcher& matcher, const std::string& text) {
  return matcher.first(
      text, [](const Rule&) { return true; }, [](const RuleMatch&) { return true; });
}

TEST(RuleMatcher, SaysWhatRe2SaysOfTheWholePattern) {
  std::mt19937 random(20251120);
  std::vector<std::string> texts;
  for (int n = 0; n < 4000; ++n) texts.push_back(random_text(random));
  int matches = 0;
  int other_captures = 0;
  for (const RuleKind kind : {RuleKind::kTarget, RuleKind::kContext, RuleKind::kMilestone, RuleKind::kDelegated}) {
    for (const Rule* rule : rules().rules(kind)) {
      const RuleMatcher matcher({rule});
      std::array<int, 2> by_unused = {0, 0};
      for (const std::string& text : texts) {
        const bool expected = re2::RE2::PartialMatch(text, *rule->regex);
        const RuleMatch match = match_by_parts(matcher, text);
        ASSERT_EQ(match.rule != nullptr, expected) << rule->id << ": " << text;
        if (by_unused[expected]++ < 5) {  // a matcher goes other ways as long as it is hardly used
          const RuleMatch first = match_by_parts(RuleMatcher({rule}), text);
          ASSERT_EQ(first.rule, match.rule) << rule->id << ": " << text;
          EXPECT_EQ(first.span, match.span) << rule->id << ": " << text;
          EXPECT_EQ(captures_of(first, text), captures_of(match, text)) << rule->id << ": " << text;
        }
        if (!expected) continue;
        ++matches;
        other_captures += captures_of(match, text) != captures_of(*rule->regex, text);
      }
    }
  }
  EXPECT_GT(matches, 3000);
  // Words that may stand in front of a verb, or belong to it, go to the verb: 累计实现, where RE2 finds 实现.
  EXPECT_LT(other_captures * 500, matches);
}

// What stands behind the words may itself begin with one that ends a longer one of them: 在 of 控制在.
TEST(RuleMatcher, ALazyGroupEndsAsSoonAsItCan) {
  const Result<RuleSet> set = RuleSet::load({{"targets.toml", R"toml(
[[rules]]
id = "target.held"
kind = "target"
pattern = '^(?P<indicator>.+?)(?:达到|控制在|为)*(?:在|每十+人)*{quantity:quantity}'
)toml"}});
  ASSERT_TRUE(set) << to_text(set.error()[0]);
  const Rule* const rule = set->find("target.held");
  const RuleMatcher matcher({rule});
  const std::string quantity = "\xEE\x80\x80";
  const std::pair<const char*, const char*> rows[] = {
      {"漏损率控制在", "漏损率"}, {"漏损率在", "漏损率"},       {"漏损率控制", "漏损率控制"},
      {"漏损率", "漏损率"},       {"站点为每十人", "站点"},     {"站点每十十人在", "站点"},
      {"控制在", "控制"},          {"在控制在控制在", "在"},     {"站点在建控制在每十人", "站点在建"},
  };
  for (const auto& [text, indicator] : rows) {
    const std::string whole = text + quantity;
    const Captures captures = captures_of(match_by_parts(matcher, whole), whole);
    EXPECT_EQ(captures, captures_of(*rule->regex, whole)) << text;
    EXPECT_EQ(captures, (Captures{{"indicator", indicator}})) << text;
  }
}

}  // namespace
}  // namespace mubiao
