// Patterns looked for in short texts: what is found is what RE2 finds.
#include "extract/pattern_search.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>

namespace mubiao {
namespace {

std::optional<Span> find_by_re2(const re2::RE2& regex, std::string_view text, std::size_t from) {
  re2::StringPiece found;
  if (!regex.Match(text, from, text.size(), re2::RE2::UNANCHORED, &found, 1)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return Span{begin, begin + found.size()};
}

TEST(PatternSearch, FindsTheLeftmost) {
  const struct {
    const char* pattern;
    const char* text;
    std::optional<Span> found;
  } rows[] = {
      {"达到", "力争达到", Span{6, 12}}, {"达到", "力争", std::nullopt}, {"^力", "力争", Span{0, 3}},
      {"^争", "力争", std::nullopt},     {"争$", "争力争", Span{6, 9}},  {"争$", "争力", std::nullopt},
      {"力|力争", "力争", Span{0, 3}},  // the first alternative, not the longest
      {"a??", "a", Span{0, 0}},          {"$", "ab", Span{2, 2}},        {"", "", Span{0, 0}},
      {"a", "", std::nullopt},           {"(?:^|,)a", "a", Span{0, 1}},  // no program of this one
      {"(?:^|,)a", "ba,a", Span{2, 4}},
  };
  for (const auto& [pattern, text, found] : rows) {
    EXPECT_EQ(PatternSearch(std::string(pattern)).find(text), found) << pattern << " in " << text;
  }
}

TEST(PatternSearch, AsksRe2WhereThereAreManyPlaces) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "约";
  EXPECT_EQ(PatternSearch(std::string("约+[^约]")).find(text), std::nullopt);
  EXPECT_EQ(PatternSearch(std::string("约[^约]")).find(text + "达"), (Span{text.size() - 3, text.size() + 3}));
}

TEST(PatternSearchProperty, GivesWhatRe2Gives) {
  const std::string pieces[] = {"约", "达", "到", "a", "1", ",", "𠀀"};
  for (const char* const pattern :
       {"约", "达到|达", "(?:约|达到)+a?", "^约*a", "^(?:达|约)1", "[^,]+?到", "[约达]{2,3}$", "(?:a|1)*$", ".*?到",
        "约.*到", "(?P<verb>达到?)[,a]", "^", "$", "(?:^a|到$)", "[^约]$", "1*?(?:约|1)"}) {
    const PatternSearch search{std::string(pattern)};
    const re2::RE2 regex(pattern);
    std::mt19937 random(3);
    for (int round = 0; round < 400; ++round) {
      std::string text;
      std::vector<std::size_t> borders = {0};
      for (std::size_t n = random() % 24; n > 0; --n) {
        text += pieces[random() % std::size(pieces)];
        borders.push_back(text.size());
      }
      const std::size_t from = borders[random() % borders.size()];
      ASSERT_EQ(search.find(text), find_by_re2(regex, text, 0)) << pattern << " in " << text;
      ASSERT_EQ(search.find(text, from), find_by_re2(regex, text, from)) << pattern << " in " << text << " @" << from;
    }
  }
}

}  // namespace
}  // namespace mubiao
