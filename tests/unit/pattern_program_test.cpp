// Patterns as programs: they match what RE2 matches and capture what it captures, or say that they do not know.
#include "extract/pattern_program.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace mubiao {
namespace {

constexpr std::array<const char*, 2> kNames = {"year", "end"};

std::string show(std::string_view text, std::size_t end, Span year, Span last) {
  return std::string(text.substr(0, end)) + "|" + std::string(slice(text, year)) + "|" + std::string(slice(text, last));
}

// What RE2 matches at `at`, and what its groups are; with `end`, of a match that ends there.
std::string by_re2(const re2::RE2& pattern, std::string_view text, std::size_t at, std::optional<std::size_t> end) {
  std::array<re2::StringPiece, 8> pieces;
  const auto anchor = end ? re2::RE2::ANCHOR_BOTH : re2::RE2::ANCHOR_START;
  if (!pattern.Match(text, at, end.value_or(text.size()), anchor, pieces.data(), static_cast<int>(pieces.size())))
    return "none";
  const auto group = [&](const char* name) {
    const auto it = pattern.NamedCapturingGroups().find(name);
    if (it == pattern.NamedCapturingGroups().end()) return Span{};
    const re2::StringPiece& piece = pieces[static_cast<std::size_t>(it->second)];
    if (piece.empty()) return Span{};
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    return Span{begin, begin + piece.size()};
  };
  return show(text, at + pieces[0].size(), group(kNames[0]), group(kNames[1]));
}

std::string by_program(const PatternProgram& program, std::string_view text, std::size_t at,
                       std::optional<std::size_t> end) {
  PatternProgram::Match match;
  switch (program.match(text, at, end, match)) {
    case PatternProgram::Outcome::kMatch:
      return show(text, match.end, match.groups[0], match.groups[1]);
    case PatternProgram::Outcome::kNone:
      return "none";
    default:
      return "unknown";
  }
}

const std::vector<std::string> kUnderstood = {
    "(?:到|至)?(?P<year>(?:19|20)\\d\\d|二[〇零][〇零一二三四五六七八九]{2})年(?:年底|年末|底|末)?",
    "(?P<year>20\\d\\d)[—-](?P<end>(?:20)?\\d\\d)年",
    "《[^》]*》",
    "《.*?》",
    "年(?:底|末|底前)(?:前)?",
    "(?:年底|年末|底|末|年初|初)+",
    "(?:底|年|)末",
    "\\d{1,2}月(?:\\d{1,2}日)?",
    "\\d{2,}?年",
    "[^\\d年]+[年末]",
    "(?:(?P<year>\\d\\d)年)+",
    "1{0,1}?(?P<year>1+)",
    "\\(?\\x{5E74}[\\s·]*\\.",
    "[一-龥]{0,3}年",
    "(?:\\d年?|末){2,3}",
};

TEST(PatternProgram, GivesWhatRe2Gives) {
  const std::string pieces[] = {"1",  "2", "0", "5",  "19", "20", "年", "底", "末", "前", "月", "日", "到", "《",
                                "》", "—", "-", "二", "〇", "三", "初", " ",  ".",  "(",  "é",  "𠀀", "\n"};
  std::mt19937 random(11);
  for (const std::string& pattern : kUnderstood) {
    const auto program = PatternProgram::of(pattern, kNames);
    ASSERT_TRUE(program) << pattern;
    const re2::RE2 re2(pattern);
    ASSERT_TRUE(re2.ok()) << pattern;
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (std::size_t n = random() % 9; n > 0; --n) text += pieces[random() % std::size(pieces)];
      ASSERT_EQ(by_program(*program, text, 0, {}), by_re2(re2, text, 0, {})) << pattern << " on " << text;
      ASSERT_EQ(by_program(*program, text, 0, text.size()), by_re2(re2, text, 0, text.size()))
          << pattern << " on " << text;
    }
  }
}

TEST(PatternProgram, WhatIsNotUnderstoodHasNone) {
  for (const char* const pattern : {"^年", "年$", "(?i)a", "(年)", "\\byear", "\\p{Han}", "[[:alpha:]]", "(?:a?)*",
                                    "(?:|a)+", "a{200}", "\\D", "\\Qa\\E"}) {
    EXPECT_FALSE(PatternProgram::of(pattern, kNames)) << pattern;
  }
}

TEST(PatternProgram, WhatWouldTakeTooLongIsUnknown) {
  const auto program = PatternProgram::of("(?:年|[一-龥])+末", kNames);
  ASSERT_TRUE(program);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "年";
  EXPECT_EQ(by_program(*program, text, 0, {}), "unknown");
  EXPECT_EQ(by_program(*program, text.substr(0, 30) + "末", 0, {}), text.substr(0, 30) + "末||");
}

TEST(PatternProgram, Beginnings) {
  const auto program = PatternProgram::of("到?20\\d\\d年|末", kNames);
  ASSERT_TRUE(program);
  const auto beginnings = program->beginnings();
  ASSERT_TRUE(beginnings);
  std::u32string firsts;
  for (const auto& [first, second, third] : *beginnings) {
    firsts += first;
    if (first == U'末') {
      EXPECT_EQ(second, PlaceFilter::kAnything);
    } else {
      EXPECT_EQ(second, PlaceFilter::column_at(first == U'到' ? "2" : "0", 0));
    }
  }
  std::sort(firsts.begin(), firsts.end());
  EXPECT_EQ(firsts, U"2到末");
  EXPECT_FALSE(PatternProgram::of("年?", kNames)->beginnings()) << "may be empty";
  EXPECT_FALSE(PatternProgram::of("[^年]年", kNames)->beginnings()) << "too many";
}

}  // namespace
}  // namespace mubiao
