// Runs of words: what is one, and where its words lead.
#include "extract/word_run.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>

namespace mubiao {
namespace {

std::shared_ptr<const WordRun> run_of(const std::string& pattern) {
  static std::string kept;  // elements point into the pattern
  kept = pattern;
  const auto elements = elements_of(kept);
  return elements && elements->size() == 1 ? WordRun::of(elements->front()) : nullptr;
}

TEST(WordRun, OfRepeatedFiniteWords) {
  for (const char* pattern :
       {"(?:约|大约)*", "(?:(?:约|近)*)", "(?:[约近]|不低于)*", "(?:以上(?:的)?|以下)*",
        R"((?:\x{E100}|\d{1,2}[.、])*)", "(?:(?:约|近)*|(?:至少)+|超)*", R"((?:\(\p{Han}{1,2}\)|左右)*)"}) {
    EXPECT_NE(run_of(pattern), nullptr) << pattern;
  }
  for (const char* pattern :
       {"(?:约|近)", "(?:约|近)+", "(?:约.|近)*", "(?:[^约]|近)*", "(?:约+近|超)*", R"((?:\p{Han}+)*)",
        R"((?:\p{Han}约)*)", R"((?:约\p{Han})*)", ".*", "(?P<verb>约|近)*", R"((?:\d{1,9})*)"}) {
    EXPECT_EQ(run_of(pattern), nullptr) << pattern;
  }
}

struct Row {
  const char* text;
  Places ahead;  // from the begin of the text
  Places back;   // from its end
};

TEST(WordRun, ReachesWhereWordsLead) {
  const auto run = run_of("(?:约|大约|大|不低于|于今)*");
  const Row rows[] = {
      {"", {0}, {0}},
      {"装机", {0}, {6}},
      {"约", {0, 3}, {0, 3}},
      {"大约15", {0, 3, 6}, {8}},
      {"装机大约", {0}, {6, 9, 12}},
      {"不低于今", {0, 9}, {6, 12}},  // words that share a character do not follow each other
      {"约装约", {0, 3}, {6, 9}},
  };
  for (const Row& row : rows) {
    const std::string_view text = row.text;
    Places ahead = {0};
    run->reach_ahead(text, ahead);
    EXPECT_EQ(ahead, row.ahead) << text;
    Places back = {text.size()};
    run->reach_back(text, back);
    EXPECT_EQ(back, row.back) << text;
  }
}

TEST(WordRun, AHanWildcardTakesAnyHanCharacter) {
  const auto run = run_of(R"((?:\(\p{Han}{1,2}\))*)");
  Places ahead = {0};
  run->reach_ahead("(含)(暂定)(三个字)", ahead);
  EXPECT_EQ(ahead, (Places{0, 5, 13}));
  Places cut = {0};
  run->reach_ahead("(\xE5\x90", cut);  // half a character
  EXPECT_EQ(cut, Places{0});
}

TEST(WordRun, ReachesWhatRe2Matches) {
  const std::string pattern = "(?:约|大约|大|不低于|于|低)*";
  const auto run = run_of(pattern);
  const re2::RE2 regex(pattern);
  const char* const kPieces[] = {"约", "大", "不", "低", "于", "装", "a"};
  std::mt19937 random(5);
  for (int n = 0; n < 3000; ++n) {
    std::string text;
    for (std::size_t k = random() % 8; k > 0; --k) text += kPieces[random() % std::size(kPieces)];
    Places ahead = {0};
    run->reach_ahead(text, ahead);
    Places back = {text.size()};
    run->reach_back(text, back);
    Places expected_ahead;
    Places expected_back;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (re2::RE2::FullMatch(text.substr(0, at), regex)) expected_ahead.add(at);
      if (re2::RE2::FullMatch(text.substr(at), regex)) expected_back.add(at);
    }
    ASSERT_EQ(ahead, expected_ahead) << text;
    ASSERT_EQ(back, expected_back) << text;
  }
}

}  // namespace
}  // namespace mubiao
