#include "extract/pattern_edges.h"

#include <gtest/gtest.h>

#include <string>

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
      {".a", "0 9aZ.-^])(、一第章。\t𠀀"},
      // Not understood: anything.
      {"(?i)a", "0 9aZ.-^])(、一第章。\t𠀀"},
      {"\\p{Han}", "0 9aZ.-^])(、一第章。\t𠀀"},
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
