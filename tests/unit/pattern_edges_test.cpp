#include "extract/pattern_edges.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <iterator>
#include <string>
#include <vector>

#include "extract/characters.h"

namespace mubiao {
namespace {

// Those of `candidates` that are in the set.
std::string members(const CharacterRanges& set, std::string_view candidates) {
  std::string out;
  for (std::size_t i = 0; i < candidates.size();) {
    std::size_t end = i + 1;
    while (end < candidates.size() && (candidates[end] & 0xC0) == 0x80) ++end;
    const std::string_view character = candidates.substr(i, end - i);
    if (set.contains(first_character(character))) out += character;
    i = end;
  }
  return out;
}

constexpr std::string_view kSome = "0 9aZ.-^])(、一第章。\t𠀀";

TEST(PatternEdges, FirstCharacters) {
  const struct {
    const char* pattern;
    const char* first;
  } rows[] = {
      {"^第", "第"},
      {"第|章", "第章"},
      {"^(?P<mark>第 ?[一二]章)", "第"},
      {"^(?:第)?章", "第章"},
      {"第?[ \\t]*。", " 第。\t"},
      {"第{0,2}a", "a第"},
      {"第{2}a", "第"},
      {"第+?a", "第"},
      {"[0-9]{1,2}", "09"},
      {"\\(?[0-9]", "09("},
      {"[^0-9。 \\t]", "aZ.-^])(、一第章𠀀"},
      {"[]a]", "a]"},
      {"[a\\]^-]", "a-^]"},
      {"[a-z.]", "a."},
      {"[\\x{4E00}-\\x{9FFF}]", "一第章"},
      {"\\x{7B2C}", "第"},
      {"\\.", "."},
      {"\\d+", "09"},
      {"$|a", "0 9aZ.-^])(、一第章。\t𠀀"},  // may match nothing, anywhere
      {"a*", "0 9aZ.-^])(、一第章。\t𠀀"},
      {"[\\p{Han}Z]a", "Z一第章𠀀"},
      {"[^\\p{Han}]", "0 9aZ.-^])(、。\t"},
      {".a", "0 9aZ.-^])(、一第章。\t𠀀"},
      // Not understood: anything.
      {"(?i)a", "0 9aZ.-^])(、一第章。\t𠀀"},
      {"\\pL", "0 9aZ.-^])(、一第章。\t𠀀"},
      {"[[:alpha:]]", "0 9aZ.-^])(、一第章。\t𠀀"},
      {"a\\", "0 9aZ.-^])(、一第章。\t𠀀"},
      {"(a", "0 9aZ.-^])(、一第章。\t𠀀"},
      {"a)", "0 9aZ.-^])(、一第章。\t𠀀"},
  };
  for (const auto& row : rows) EXPECT_EQ(members(edges_of(row.pattern).first, kSome), row.first) << row.pattern;
}

TEST(PatternEdges, LastCharacters) {
  const struct {
    const char* pattern;
    const char* last;  // nullptr: unknown
  } rows[] = {
      {"^目[ \\t]*录$", ""},   {"^[^。]+?(?:\\.\\.|、)[ .]*\\)?$", " .)、"},
      {"a[0-9]?$", "09a"},     {"(?:a|第$)$", "a第"},
      {"a(?:第|章)$", "第章"}, {"(?:a$|第$)", "a第"},
      {"(?:a$|第)", nullptr},  {"第", nullptr},
      {"第(?:$)?", nullptr},   {"$", nullptr},
      {"a?$", nullptr},        {"第$a", nullptr},
  };
  for (const auto& row : rows) {
    const PatternEdges edges = edges_of(row.pattern);
    ASSERT_EQ(edges.last.has_value(), row.last != nullptr) << row.pattern;
    if (edges.last) {
      EXPECT_EQ(members(*edges.last, kSome), row.last) << row.pattern;
    }
  }
}

// What every pattern with one of these beginnings says of these texts: RE2 must not find a match that is denied.
TEST(PatternEdges, SecondCharactersAndLength) {
  const char* patterns[] = {
      "第一章",         "第?一",       "(?:第|一二)章",    "第+",          "第{2}",   "第{2,}?一",     "(?:第?){2}章",
      "(?:第|章)*一",   "(?:第一)+章", "(?:第|)(?:一|)章", ".章",          "[^第]一", "(?:第|章一)?",  "第{0,2}章",
      "(?:第{2}|章)一", "^第.",        "\\p{Han}{3}",      "(?:第|一){1}", "第$",     "(?:第?一?)+章",
  };
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; texts[i].size() < 12; ++i) {
    for (const char* next : {"第", "一", "章", "x"}) texts.push_back(texts[i] + next);
  }
  std::size_t denied = 0;
  for (const char* pattern : patterns) {
    const PatternEdges edges = edges_of(pattern);
    const re2::RE2 regex(pattern);
    for (const std::string& text : texts) {
      if (edges.may_begin(text)) continue;
      ++denied;
      EXPECT_FALSE(regex.Match(text, 0, text.size(), re2::RE2::ANCHOR_START, nullptr, 0)) << pattern << " in " << text;
    }
  }
  EXPECT_GT(denied, texts.size() * std::size(patterns) / 2);
  EXPECT_FALSE(edges_of("第一章").may_begin("第一"));
  EXPECT_FALSE(edges_of("第一章").may_begin("第章一"));
  EXPECT_FALSE(edges_of("(?:第|一二){3}").may_begin("第第"));
  EXPECT_TRUE(edges_of("(?:第|一二){3}").may_begin("第第一"));
}

TEST(PatternEdges, CharactersAtBothEnds) {
  for (const char32_t character : {U'a', U'·', U'第', U'𠀀'}) {
    const std::string_view text = character == U'a' ? "a" : character == U'·' ? "·" : character == U'第' ? "第" : "𠀀";
    EXPECT_EQ(first_character(std::string(text) + "x"), character);
    EXPECT_EQ(last_character("x" + std::string(text)), character);
    EXPECT_EQ(last_character(text), character);
  }
}

}  // namespace
}  // namespace mubiao
