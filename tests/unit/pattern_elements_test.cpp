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
