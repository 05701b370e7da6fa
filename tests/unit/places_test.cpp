// A few places of a text, ascending.
#include "extract/places.h"

#include <gtest/gtest.h>

#include <vector>

namespace mubiao {
namespace {

std::vector<std::uint32_t> all(const Places& places) { return {places.begin(), places.end()}; }

TEST(Places, AscendWhateverTheOrderTheyAreAddedIn) {
  Places places = {9, 3};
  EXPECT_TRUE(places.add(6));
  EXPECT_FALSE(places.add(3));
  EXPECT_TRUE(places.add(0));
  EXPECT_EQ(all(places), (std::vector<std::uint32_t>{0, 3, 6, 9}));
  EXPECT_EQ(places.front(), 0u);
  EXPECT_EQ(places.back(), 9u);
  EXPECT_TRUE(places.has(6));
  EXPECT_FALSE(places.has(7));
  EXPECT_TRUE(Places().empty());
}

TEST(Places, SayThatTheyLostSome) {
  Places places;
  for (std::size_t at = 0; at < Places::kMost; ++at) EXPECT_TRUE(places.add(3 * at));
  EXPECT_FALSE(places.add(0));
  EXPECT_FALSE(places.overflowed());
  EXPECT_FALSE(places.add(1000));
  EXPECT_TRUE(places.overflowed());
  EXPECT_EQ(places.back(), 93u);
}

}  // namespace
}  // namespace mubiao
