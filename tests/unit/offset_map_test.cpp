#include "mubiao/offset_map.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace mubiao {
namespace {

TEST(OffsetMap, EmptyMapsToEmpty) {
  const OffsetMap map;
  EXPECT_EQ(map.to_source({0, 0}), (Span{0, 0}));
  EXPECT_EQ(map.derived_size(), 0U);
  EXPECT_EQ(map.source_size(), 0U);
}

TEST(OffsetMap, CopyIsExact) {
  OffsetMap map;
  map.append_copy(4);
  map.append_copy(6);
  EXPECT_EQ(map.to_source({0, 10}), (Span{0, 10}));
  EXPECT_EQ(map.to_source({3, 7}), (Span{3, 7}));
  EXPECT_EQ(map.to_source({5, 5}), (Span{5, 5}));
  EXPECT_EQ(map.to_source({10, 10}), (Span{10, 10}));
}

// source    a b ｘ ｙ c        ｘ and ｙ are three bytes, x and y one
// derived   a b x y c
TEST(OffsetMap, ReplacementIsAWhole) {
  OffsetMap map;
  map.append_copy(2);
  map.append_replace(1, 3);
  map.append_replace(1, 3);
  map.append_copy(1);
  const struct {
    Span derived;
    Span source;
  } rows[] = {
      {{0, 5}, {0, 9}}, {{2, 3}, {2, 5}}, {{3, 4}, {5, 8}}, {{2, 4}, {2, 8}}, {{1, 3}, {1, 5}},
      {{3, 5}, {5, 9}}, {{2, 2}, {2, 2}}, {{3, 3}, {5, 5}}, {{4, 4}, {8, 8}}, {{5, 5}, {9, 9}},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(map.to_source(row.derived), row.source) << row.derived.begin << ".." << row.derived.end;
  }
}

TEST(OffsetMap, BordersInsideAReplacementRoundOutward) {
  OffsetMap map;
  map.append_copy(1);
  map.append_replace(4, 3);
  map.append_copy(1);
  EXPECT_EQ(map.to_source({2, 3}), (Span{1, 4}));
  EXPECT_EQ(map.to_source({0, 2}), (Span{0, 4}));
  EXPECT_EQ(map.to_source({4, 6}), (Span{1, 5}));
}

TEST(OffsetMap, RunsMayBeFarApartAndOfManyUnits) {
  OffsetMap map;
  std::vector<std::pair<Span, Span>> replaced;
  std::size_t derived = 0;
  std::size_t source = 0;
  for (std::size_t i = 0; i < 2000; ++i) {
    const std::size_t copied = i % 100 == 0 ? (std::size_t{1} << 25) + i : 5;
    const std::size_t derived_unit = i % 700 + 1;
    const std::size_t source_unit = i % 900;
    map.append_copy(copied);
    map.append_replace(derived_unit, source_unit);
    derived += copied;
    source += copied;
    replaced.push_back({{derived, derived + derived_unit}, {source, source + source_unit}});
    derived += derived_unit;
    source += source_unit;
  }
  for (const auto& [to, from] : replaced) {
    EXPECT_EQ(map.to_source(to), from) << to.begin;
    EXPECT_EQ(map.to_source({to.begin - 2, to.begin}), (Span{from.begin - 2, from.begin})) << to.begin;
  }
}

TEST(OffsetMap, DeletedTextIsInsideButNotAtTheBorders) {
  OffsetMap map;
  map.append_replace(0, 3);  // BOM
  map.append_copy(2);
  map.append_replace(0, 5);  // line break and page number
  map.append_copy(2);
  map.append_replace(0, 4);  // trailing space
  EXPECT_EQ(map.source_size(), 16U);
  EXPECT_EQ(map.to_source({0, 2}), (Span{3, 5}));
  EXPECT_EQ(map.to_source({2, 4}), (Span{10, 12}));
  EXPECT_EQ(map.to_source({1, 3}), (Span{4, 11}));
  EXPECT_EQ(map.to_source({0, 4}), (Span{3, 12}));
  EXPECT_EQ(map.to_source({2, 2}), (Span{10, 10}));
  EXPECT_EQ(map.to_source({4, 4}), (Span{12, 12}));
}

TEST(OffsetMap, AllDeleted) {
  OffsetMap map;
  map.append_replace(0, 7);
  EXPECT_EQ(map.to_source({0, 0}), (Span{0, 0}));
  EXPECT_EQ(map.source_size(), 7U);
}

TEST(OffsetMap, InsertedTextHasAPlaceButNoSource) {
  OffsetMap map;
  map.append_copy(2);
  map.append_replace(1, 0);
  map.append_copy(2);
  EXPECT_EQ(map.to_source({2, 3}), (Span{2, 2}));
  EXPECT_EQ(map.to_source({1, 4}), (Span{1, 3}));
}

TEST(OffsetMap, ScaledCharactersKeepTheirBorders) {
  OffsetMap map;
  map.append_scaled(1, 1, 1);
  map.append_scaled(2, 3, 2);
  map.append_scaled(1, 3, 2);
  map.append_scaled(1, 4, 4);
  EXPECT_EQ(map.to_source({1, 4}), (Span{1, 3}));
  EXPECT_EQ(map.to_source({4, 10}), (Span{3, 7}));
  EXPECT_EQ(map.to_source({5, 6}), (Span{3, 5}));
  EXPECT_EQ(map.to_source({10, 14}), (Span{7, 11}));
}

// A slow, obvious model: for each derived byte the source span it was made of.
struct Model {
  std::vector<Span> source_of;
  std::size_t source_size = 0;

  void add(std::size_t derived, std::size_t source) {
    source_of.insert(source_of.end(), derived, Span{source_size, source_size + source});
    source_size += source;
  }
};

TEST(OffsetMapProperty, AgreesWithTheModel) {
  std::mt19937 random(20240511);
  for (int round = 0; round < 200; ++round) {
    OffsetMap map;
    Model model;
    const std::size_t steps = random() % 30;
    for (std::size_t step = 0; step < steps; ++step) {
      const std::size_t n = random() % 4;
      const std::size_t m = random() % 4;
      switch (random() % 3) {
        case 0:
          map.append_copy(n);
          for (std::size_t i = 0; i < n; ++i) model.add(1, 1);
          break;
        case 1:
          map.append_replace(n, m);
          model.add(n, m);
          break;
        default:
          map.append_scaled(n, 3, 1 + m);
          for (std::size_t i = 0; i < n; ++i) model.add(3, 1 + m);
      }
    }
    ASSERT_EQ(map.derived_size(), model.source_of.size());
    ASSERT_EQ(map.source_size(), model.source_size);
    const std::size_t size = map.derived_size();
    std::size_t last_begin = 0;
    for (std::size_t begin = 0; begin < size; ++begin) {
      for (std::size_t end = begin + 1; end <= size; ++end) {
        const Span source = map.to_source({begin, end});
        ASSERT_EQ(source, (Span{model.source_of[begin].begin, model.source_of[end - 1].end}));
      }
      const Span empty = map.to_source({begin, begin});
      ASSERT_TRUE(empty.empty());
      ASSERT_GE(empty.begin, last_begin) << "offsets rise with offsets";
      last_begin = empty.begin;
    }
  }
}

}  // namespace
}  // namespace mubiao
