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
  const auto part = [&](Span span) { return span.empty() ? std::string() : std::string(slice(text, span)); };
  return std::string(text.substr(0, end)) + "|" + part(year) + "|" + part(last);
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
    "(?:\\p{Han}{1,4}[^年\\x{E000}-\\x{E1FF}](?:末|底)|\\p{Han}+、\\p{Han}+?)年?",
    "[\\p{Han}—]*(?P<year>\\d+)[^\\p{Han}]",
    "\\S{0,2}?[^\\p{Han}]*?\\D(?P<end>2)",
    "(?:(?P<year>\\d\\d)年)+",
    "1{0,1}?(?P<year>1+)",
    "\\(?\\x{5E74}[\\s·]*\\.",
    "[一-龥]{0,3}年",
    "(?:\\d年?|末){2,3}",
    "年末$",
    "[^年]*(?:年|$)",
    "(?:[^末]+|$)",
    "[12]{1,3}(?P<year>年|$)末?",
    "(?:年$|年底)末?",
    // What repeats gives nothing back, or has to.
    "[^年末\\d()《》]*年",
    "年*末*(?:底|$)",
    "(?:1*年)+",
    "1*(?:1|$)",
    "[12]*2?年",
    "(?P<year>[^《]*)《*",
    "[^年]+(?:年[^年]+)*$",
    "年 *\\.?\\(*",
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
  for (const char* const pattern : {"^年", "(?:$)*", "(?:年|$)+", "(?i)a", "(年)", "\\byear", "\\p{Lu}", "[[:alpha:]]",
                                    "(?:a?)*", "(?:|a)+", "a{200}", "\\P{Han}", "\\Qa\\E"}) {
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
  const auto run = PatternProgram::of("[年]*末", kNames);
  EXPECT_EQ(by_program(*run, text, 0, {}), "unknown") << "a run is as many steps as characters";
  EXPECT_EQ(by_program(*run, text.substr(0, 600) + "末", 0, {}), text.substr(0, 600) + "末||");
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
  EXPECT_FALSE(PatternProgram::of("年|$", kNames)->beginnings()) << "so is the end";
  EXPECT_EQ(PatternProgram::of("年(?:底|$)", kNames)->beginnings()->front().second, PlaceFilter::kAnything);
  EXPECT_FALSE(PatternProgram::of("[^年]年", kNames)->beginnings()) << "too many";
}

// Groups of rules in matches that are known, as RE2 captures them: "-" for one that took no part.
constexpr std::array<const char*, 4> kGroupsOfRules = {"indicator", "subject", "object", "verb"};
using Captured = std::array<std::string, kGroupsOfRules.size()>;

Captured captured_by_program(const PatternProgram& program, const std::string& text, std::size_t begin) {
  Captured out;
  PatternProgram::Match match;
  if (program.match(text, begin, text.size(), match) != PatternProgram::Outcome::kMatch) {
    out.fill("no match");
    return out;
  }
  for (std::size_t g = 0; g < out.size(); ++g) {
    out[g] = match.groups[g] == PatternProgram::kNotCaptured ? "-" : std::string(match.text(text, g));
  }
  return out;
}

Captured captured_by_re2(const re2::RE2& regex, const std::string& text, std::size_t begin) {
  Captured out;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
  if (!regex.Match(text, begin, text.size(), re2::RE2::ANCHOR_BOTH, found.data(), static_cast<int>(found.size()))) {
    out.fill("no match");
    return out;
  }
  out.fill("-");
  for (const auto& [name, index] : regex.NamedCapturingGroups()) {
    const auto& piece = found[static_cast<std::size_t>(index)];
    const auto it = std::find(kGroupsOfRules.begin(), kGroupsOfRules.end(), name);
    if (piece.data() != nullptr) out[static_cast<std::size_t>(it - kGroupsOfRules.begin())] = std::string(piece);
  }
  return out;
}

TEST(PatternProgram, CapturesWhatRe2Captures) {
  const char* const kPatterns[] = {
      "(?P<indicator>.+?)(?:力争|约)*(?P<verb>达到|达|到)",
      "(?P<indicator>.+)(?P<verb>达到|达|到)(?P<object>.*?)",
      "(?P<verb>(?:新建|新|新增)(?:、|和)?(?:改|改建)?)(?P<object>[^约]{2,}?)(?:约|左右)?",
      "(?:(?:基本|约)*(?:达到|达))?(?P<indicator>.+?)(?:约)*(?P<object>新|建)?",
      "(?P<subject>[^新]{1,3}?)(?P<object>(?:新|新建){1,2})",
      "(?P<subject>[^新]{1,3})(?P<object>(?:新|新建){1,2}?)(?P<verb>建?)",
      "(?P<subject>(?:约|(?P<verb>新)|建)+)(?P<object>到?)",
      "(?P<subject>[约新]*?)(?P<verb>建{2}|建{1,})(?P<object>.{0,1}?)",
      R"((?P<subject>[^\x{E000}-\x{E1FF}]+?)(?P<object>\x{E100}|\d+)?)",
      "(?P<subject>|约|约新)(?P<object>.+)",
  };
  const char* const kPieces[] = {"达", "到", "新", "建", "约", "增", "改", "左右", "和", "7", "\xEE\x84\x80", "a"};
  std::mt19937 random(7);
  int matches = 0;
  for (const char* pattern : kPatterns) {
    const auto program = PatternProgram::of(pattern, kGroupsOfRules);
    ASSERT_TRUE(program) << pattern;
    const re2::RE2 regex(pattern);
    for (int n = 0; n < 3000; ++n) {
      std::vector<std::size_t> borders = {0};
      std::string text;
      for (std::size_t k = random() % 8; k > 0; --k) {
        text += kPieces[random() % std::size(kPieces)];
        borders.push_back(text.size());
      }
      const std::size_t begin = borders[random() % borders.size()];
      const Captured expected = captured_by_re2(regex, text, begin);
      ASSERT_EQ(captured_by_program(*program, text, begin), expected) << pattern << " in " << text << " from " << begin;
      matches += expected[0] != "no match";
    }
  }
  EXPECT_GT(matches, 5000);
}

}  // namespace
}  // namespace mubiao
