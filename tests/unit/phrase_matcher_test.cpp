// Captures by words say what RE2 says.
#include "extract/phrase_matcher.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace mubiao {
namespace {

using Captured = std::array<std::string, kGroups>;

// "-" for a group that took no part.
Captured by_words(const PhraseMatcher& matcher, const std::string& text, Span match) {
  Captured out;
  Groups groups;
  if (!matcher.capture(text, match, groups)) {
    out.fill("no match");
    return out;
  }
  for (std::size_t g = 0; g < kGroups; ++g) out[g] = groups[g] ? std::string(slice(text, *groups[g])) : "-";
  return out;
}

Captured by_re2(const re2::RE2& regex, const std::string& text, Span match) {
  Captured out;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
  if (!regex.Match(re2::StringPiece(text).substr(0, match.end), match.begin, match.end, re2::RE2::ANCHOR_BOTH,
                   found.data(), static_cast<int>(found.size()))) {
    out.fill("no match");
    return out;
  }
  out.fill("-");
  for (const auto& [name, index] : regex.NamedCapturingGroups()) {
    const auto& piece = found[static_cast<std::size_t>(index)];
    if (piece.data() != nullptr) out[static_cast<std::size_t>(*group_named(name))] = std::string(piece);
  }
  return out;
}

constexpr const char* kPatterns[] = {
    "(?P<indicator>.+?)(?:力争|约)*(?P<verb>达到|达|到)",
    "(?P<indicator>.+)(?P<verb>达到|达|到)(?P<object>.*?)$",
    "(?P<verb>(?:新建|新|新增)(?:、|和)?(?:改|改建)?)(?P<object>[^约]{2,}?)(?:约|左右)?",
    "(?P<goal>(?:(?:基本|约)*(?:达到|达))?(?P<indicator>.+?)(?:约)*(?P<object>新|建)?)$",
    "(?P<subject>[^新]{1,3}?)(?P<object>(?:新|新建){1,2})",
    "(?P<subject>[^新]{1,3})(?P<object>(?:新|新建){1,2}?)(?P<verb>建?)",
    "(?:^约|(?P<subject>约+?))(?P<object>.*)",
    "(?P<subject>(?:约|(?P<verb>新)|建)+)(?P<object>到?)",
    "(?P<subject>[约新]*?)(?P<verb>建{2}|建{1,})(?P<object>.{0,1}?)",
    R"((?P<subject>[^\x{E000}-\x{E1FF}]+?)(?P<object>\x{E100}|\d+)?)",
    "(?P<subject>|约|约新)(?P<object>.+)",
};

TEST(PhraseMatcher, CapturesWhatRe2Captures) {
  const char* const kPieces[] = {"达", "到", "新", "建", "约", "增", "改", "左右", "和", "7", "\xEE\x84\x80", "a"};
  std::mt19937 random(7);
  int matches = 0;
  for (const char* pattern : kPatterns) {
    const auto matcher = PhraseMatcher::of(pattern);
    ASSERT_NE(matcher, nullptr) << pattern;
    const re2::RE2 regex(pattern);
    for (int n = 0; n < 3000; ++n) {
      std::vector<std::size_t> borders = {0};
      std::string text;
      for (std::size_t k = random() % 8; k > 0; --k) {
        text += kPieces[random() % std::size(kPieces)];
        borders.push_back(text.size());
      }
      const std::size_t begin = random() % 2 == 0 ? 0 : borders[random() % borders.size()];
      const Span match{begin, text.size()};
      const Captured expected = by_re2(regex, text, match);
      ASSERT_EQ(by_words(*matcher, text, match), expected) << pattern << " in " << text << " from " << begin;
      matches += expected[0] != "no match";
    }
  }
  EXPECT_GT(matches, 5000);
}

TEST(PhraseMatcher, LeavesToRe2WhatItDoesNotUnderstand) {
  for (const char* pattern : {"(a)", "(?i)a", R"(\p{Han}+)", R"([\p{Han}b]+)", R"(\bab)", "[[:alpha:]]b", R"(\Qa|b\E)",
                              "(?:(?:(?:[ab]{900}){900}){900})"}) {
    EXPECT_EQ(PhraseMatcher::of(pattern), nullptr) << pattern;
  }
}

TEST(PhraseMatcher, CostStaysBoundedWhereManyWaysFail) {
  const auto matcher = PhraseMatcher::of("(?P<subject>(?:(?:约|约约|新)*(?:约|新)*)*)(?P<object>建)");
  ASSERT_NE(matcher, nullptr);
  std::string text;
  for (int n = 0; n < 2000; ++n) text += "约";
  Groups groups;
  EXPECT_FALSE(matcher->capture(text, {0, text.size()}, groups));  // would not end before the test's time
  text += "建";
  ASSERT_TRUE(matcher->capture(text, {0, text.size()}, groups));
  EXPECT_EQ(groups[static_cast<std::size_t>(Group::kObject)], (Span{6000, 6003}));
}

}  // namespace
}  // namespace mubiao
