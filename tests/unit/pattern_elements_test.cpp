// Patterns taken apart: into elements that mean apart what they mean together, or not at all.
#include "extract/pattern_elements.h"

#include <gtest/gtest.h>

#include "mubiao/extract.h"

namespace mubiao {
namespace {

// "^ (?:a|b)+? c", or "none".
std::string elements(std::string_view pattern) {
  const auto found = elements_of(pattern);
  if (!found) return "none";
  std::string out;
  for (const Element& element : *found) out.append(out.empty() ? "" : " ").append(element.all());
  return out;
}

TEST(PatternElements, OfOneSequence) {
  const struct {
    const char* pattern;
    const char* expected;
  } rows[] = {
      {"", ""},
      {"^达到$", "^ 达 到 $"},
      {"(?:达|到)+?年{2,}", "(?:达|到)+? 年{2,}"},
      {"(?P<verb>[^|)]*)\\(\\x{E000}\\p{Han}+", "(?P<verb>[^|)]*) \\( \\x{E000} \\p{Han}+"},
      {"[]|]a", "[]|] a"},
      {"(?i:a)b", "(?i:a) b"},  // flags of one element
      {"a|b", "none"},
      {"a)", "none"},
      {"(a", "none"},
      {"[a", "none"},
      {"(?i)ab", "none"},  // of all that follow
      {"a(?is)b", "none"},
      {"\\Qa(b\\Ec", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(elements(row.pattern), row.expected) << row.pattern;
}

TEST(PatternElements, QuantifiersSayHowOften) {
  const struct {
    const char* quantifier;
    const char* expected;
  } rows[] = {
      {"", "1-1"},
      {"?", "0-1"},
      {"*", "0-"},
      {"+", "1-"},
      {"??", "0-1 lazy"},
      {"+?", "1- lazy"},
      {"{3}", "3-3"},
      {"{2,}", "2-"},
      {"{0,12}", "0-12"},
      {"{2,}?", "2- lazy"},
      {"{2}?", "2-2 lazy"},
      {"{x}", "none"},
      {"{,3}", "none"},
      {"{2;3}", "none"},
      {"{2,3x}", "none"},
      {"{}", "none"},
      {"{99999999999}", "none"},
  };
  for (const auto& [quantifier, expected] : rows) {
    const auto repeat = repeat_of(quantifier);
    std::string said = "none";
    if (repeat) {
      said = std::to_string(repeat->least) + "-" + (repeat->most ? std::to_string(*repeat->most) : "");
      if (repeat->lazy) said += " lazy";
    }
    EXPECT_EQ(said, expected) << quantifier;
  }
}

TEST(PatternElements, QuantifiersEnd) {
  EXPECT_EQ(quantifier_at("ab+?c", 2), "+?");
  EXPECT_EQ(quantifier_at("a{2,3}", 1), "{2,3}");
  EXPECT_EQ(quantifier_at("ab", 1), "");
  EXPECT_EQ(quantifier_at("a", 1), "");
  EXPECT_EQ(quantifier_at("a{2", 1), std::nullopt);
}

// A flag holds on both sides of the quantity.
TEST(PatternElements, FlagsAreNotLostWhereAPatternIsCut) {
  const auto rules = RuleSet::load({{"a.toml", R"toml([dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }
[[rules]]
id = "target.installed"
kind = "target"
pattern = '^(?i)(?P<indicator>.+?)达到{quantity:quantity}ac'
)toml"}});
  ASSERT_TRUE(rules);
  const auto document = decode("a.txt", "光伏达到15千瓦AC。光伏达到16千瓦ac。");
  ASSERT_TRUE(document);
  EXPECT_EQ(Extractor(*rules).extract(*document).records.size(), 2u);
}

}  // namespace
}  // namespace mubiao
