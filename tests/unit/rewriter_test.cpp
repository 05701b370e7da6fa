// Texts made of other texts, beside them and in their place.
#include "text/rewriter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace mubiao {
namespace {

struct Result {
  std::optional<OffsetMap> map;
  std::string text;
};

bool same_map(const OffsetMap& a, const OffsetMap& b) {
  for (std::size_t begin = 0; begin <= a.derived_size(); ++begin) {
    for (std::size_t end = begin; end <= a.derived_size(); ++end) {
      if (a.to_source({begin, end}) != b.to_source({begin, end})) return false;
    }
  }
  return a.derived_size() == b.derived_size() && a.source_size() == b.source_size();
}

// Rewrites with the same calls into a string of its own and into its source: `steps` uses the writer.
template <typename Steps>
void expect_same(const std::string& source, Steps steps) {
  Result beside;
  {
    Rewriter writer(source, beside.text);
    steps(writer);
    beside.map = std::move(writer).finish();
  }
  Result in_place;
  in_place.text = source;
  {
    Rewriter writer(in_place.text, in_place.text);
    steps(writer);
    in_place.map = std::move(writer).finish();
  }
  ASSERT_EQ(beside.map.has_value(), in_place.map.has_value()) << source;
  if (!beside.map) {
    EXPECT_EQ(in_place.text, source);
    return;
  }
  EXPECT_EQ(beside.text, in_place.text) << source;
  EXPECT_TRUE(same_map(*beside.map, *in_place.map)) << source;
}

TEST(Rewriter, WritesOverItsSource) {
  std::string text = "一 二\n三";
  Rewriter writer(text, text);
  writer.keep(3);
  writer.drop(4);
  EXPECT_EQ(writer.written(), "一");
  EXPECT_EQ(writer.written_size(), 3u);
  writer.keep(7);
  EXPECT_EQ(writer.written(), "一二");
  writer.replace(",", 8);
  const auto map = std::move(writer).finish();
  ASSERT_TRUE(map);
  EXPECT_EQ(text, "一二,三");
  EXPECT_EQ(map->to_source({0, 6}), (Span{0, 7}));
  EXPECT_EQ(map->to_source({6, 7}), (Span{7, 8}));
  EXPECT_EQ(map->to_source({7, 10}), (Span{8, 11}));
}

TEST(Rewriter, LeavesATextThatIsAsItWas) {
  std::string text = "a b";
  Rewriter writer(text, text);
  writer.keep(1);
  writer.replace(" ", 2);  // what stands there already
  writer.drop(2);
  EXPECT_FALSE(std::move(writer).finish());
  EXPECT_EQ(text, "a b");
}

TEST(RewriterProperty, InPlaceIsAsBeside) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string source;
    for (std::size_t n = random() % 40; n > 0; --n) source += static_cast<char>('a' + random() % 4);
    const unsigned seed = static_cast<unsigned>(random());
    expect_same(source, [&](Rewriter& writer) {
      std::mt19937 own(seed);
      while (writer.place() < source.size()) {
        const std::size_t end = std::min<std::size_t>(source.size(), writer.place() + 1 + own() % 5);
        switch (own() % 4) {
          case 0:
            writer.drop(end);
            break;
          case 1:
            writer.replace(std::string(own() % (end - writer.place() + 1), 'x'), end);
            break;
          default:
            writer.keep(end);
        }
        if (own() % 4 == 0) {
          ASSERT_EQ(writer.written().size(), writer.written_size());
        }
      }
    });
  }
}

TEST(ReplaceEach, IsAsOneByOne) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string source;
    std::string expected;
    std::vector<Span> places;
    for (std::size_t n = random() % 30; n > 0; --n) {
      const std::size_t begin = source.size();
      const std::size_t size = random() % 3;
      source += size == 0 ? "word" : std::string(size, '.');
      expected += size == 0 ? "word" : "STOP";
      if (size > 0) places.push_back({begin, source.size()});
    }
    std::string beside = "what was there";
    std::string in_place = source;
    const auto map = replace_each(source, beside, places, "STOP");
    const auto same = replace_each(in_place, in_place, places, "STOP");
    ASSERT_EQ(map.has_value(), !places.empty());
    ASSERT_EQ(same.has_value(), map.has_value());
    if (!map) continue;
    EXPECT_EQ(beside, expected);
    EXPECT_EQ(in_place, expected);
    EXPECT_TRUE(same_map(*map, *same));
    EXPECT_EQ(map->source_size(), source.size());
    EXPECT_EQ(map->derived_size(), expected.size());
    for (std::size_t at = expected.find("STOP"), p = 0; at != std::string::npos; at = expected.find("STOP", at + 4)) {
      EXPECT_EQ(map->to_source({at, at + 4}), places[p++]);
    }
  }
}

}  // namespace
}  // namespace mubiao
