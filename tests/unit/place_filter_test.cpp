// Places where something may begin: the filter never hides one, whatever the text.
#include "extract/place_filter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace mubiao {
namespace {

void add(PlaceFilter& filter, std::string_view word) {
  const PlaceFilter::Character first = PlaceFilter::character(word, 0);
  filter.add(first, PlaceFilter::column_at(word, first.end));
}

TEST(PlaceFilter, TellsByTwoCharacters) {
  PlaceFilter filter;
  add(filter, "达到");
  add(filter, "占");
  add(filter, "kW");
  const struct {
    const char* text;
    std::size_t place;
  } rows[] = {
      {"", 0},     {"装机达到15", 6}, {"达", 3},                                   // nothing behind it
      {"达标", 6}, {"比重占", 6},                                                  // nothing need stand behind it
      {"占比", 0}, {"15kW", 2},       {"15kV", 2},                                 // one column: may begin
      {"k1", 2},   {"é达到", 2},      {"𠀀达到", 4}, {"\xE8\xBE\xBE\xE5\x88", 5},  // cut in a character
  };
  for (const auto& [text, place] : rows) EXPECT_EQ(filter.find(text, 0), place) << text;
  EXPECT_EQ(filter.find("占占", 3), 3u);
  EXPECT_EQ(filter.find("占占", 6), 6u);
  filter.add_all();
  EXPECT_EQ(filter.find("达标", 3), 3u);
}

TEST(PlaceFilter, HidesNothing) {
  const std::string pieces[] = {"达", "到", "占", "a", "1", "𠀀", "é", "，", "。"};
  std::mt19937 random(5);
  const auto word = [&](std::size_t most) {
    std::string out;
    for (std::size_t n = 1 + random() % most; n > 0; --n) out += pieces[random() % std::size(pieces)];
    return out;
  };
  for (int round = 0; round < 500; ++round) {
    PlaceFilter filter;
    std::vector<std::string> words;
    for (int w = 0; w < 3; ++w) {
      words.push_back(word(3));
      add(filter, words.back());
    }
    const std::string text = word(20);
    for (const std::string& sought : words) {
      for (std::size_t at = text.find(sought); at != std::string::npos; at = text.find(sought, at + 1)) {
        EXPECT_EQ(filter.find(text, at), at) << sought << " in " << text;
        EXPECT_LE(filter.find(text, 0), at) << sought << " in " << text;
      }
    }
  }
}

}  // namespace
}  // namespace mubiao
