// Characters, escapes and classes of patterns, and the sets of code points that they are.
#include "extract/character_sets.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::u32string_view kSome = U"0 9abZ.-^])(\\、一二三第章。\t\n\f\x0Bé𠀀";

TEST(CharacterSets, HoldWhatRe2Takes) {
  for (const char* element :
       {"a",           "第",          "𠀀",         "\\.",     "\\t",       "\\n",
        "\\d",         "\\s",         "\\x{4E00}",  "[一二]",  "[^一二]",   "[]a]",
        "[^]a]",       "[一-三a]",    "[\\d\\s、]", "[a-]",    "[\\]\\^-]", "[\\x{4E00}-\\x{4E09}]",
        "[^\\n]",      "\\S",         "\\D",        "[\\S、]", "[^\\D一]",  "[^\\s、]",
        "[\\p{Han}a]", "[^\\p{Han}a]"}) {
    const auto set = ranges_of(element);
    ASSERT_TRUE(set) << element;
    for (const char32_t c : kSome)
      EXPECT_EQ(set->contains(c), re2::RE2::FullMatch(to_utf8(c), element)) << element << " " << to_utf8(c);
  }
}

TEST(CharacterSets, HaveEachCodePointOfTheScriptHanThatRe2Has) {
  const auto set = ranges_of("\\p{Han}");
  ASSERT_TRUE(set);
  const re2::RE2 han("\\p{Han}");
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;  // surrogates are no characters
    ASSERT_EQ(set->contains(c), re2::RE2::FullMatch(to_utf8(c), han)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(CharacterSets, AreNotKnownOfAnythingElse) {
  for (const char* element : {"", "ab", "(a)", "\\p{Lu}", "[\\p{P}a]", "\\P{Han}", "\\b", "\\1", "\\x41", "\\x{}",
                              "[[:alpha:]]", "[a", "\\", "\\pL"}) {
    EXPECT_FALSE(ranges_of(element)) << element;
    EXPECT_FALSE(characters_of(element, 100)) << element;
  }
}

TEST(CharacterSets, AreListedAsTheyAreWritten) {
  EXPECT_EQ(characters_of("[较比]", 2), U"较比");
  EXPECT_EQ(characters_of("[cx-za]", 5), U"cxyza");
  EXPECT_EQ(characters_of("[①-④]", 4), U"①②③④");
  EXPECT_EQ(characters_of("\\d", 10), U"0123456789");
  EXPECT_EQ(characters_of("\\s", 10), U" \t\n\f\r");
  EXPECT_EQ(characters_of("较", 1), U"较");
  EXPECT_EQ(characters_of("[①-④]", 3), std::nullopt);
  EXPECT_EQ(characters_of("[^a]", 100), std::nullopt);
}

TEST(CharacterSets, EndWhereTheElementDoes) {
  std::size_t at = 1;
  auto set = read_set("a[^]b]c", at);
  ASSERT_TRUE(set);
  EXPECT_TRUE(set->negated);
  EXPECT_EQ(at, 6u);
  at = 0;
  set = read_set("\\p{Han}+", at);
  ASSERT_TRUE(set);
  EXPECT_FALSE(set->negated);
  EXPECT_EQ(at, 7u);
}

TEST(CharacterRanges, OverlapWhereTheyShareOne) {
  const auto overlap = [](const char* a, const char* b) { return ranges_of(a)->overlaps(*ranges_of(b)); };
  EXPECT_TRUE(overlap("[a-c]", "[xc]"));
  EXPECT_TRUE(overlap("[^a]", "[^b]"));
  EXPECT_TRUE(overlap("[axz]", "[b-wz]"));
  EXPECT_FALSE(overlap("[^a]", "a"));
  EXPECT_FALSE(overlap("[ac]", "[bd]"));
}

}  // namespace
}  // namespace mubiao
