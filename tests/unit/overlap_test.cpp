// Phrases that are joined, where the second may begin with what the first ends with.
#include "extract/overlap.h"

#include <gtest/gtest.h>

namespace mubiao {
namespace {

std::string joined(std::string text, std::string_view next) {
  append_once(text, next);
  return text;
}

TEST(Overlap, WordsThatMeetAreWrittenOnce) {
  struct Row {
    const char* text;
    const char* next;
    const char* expected;
  };
  const Row rows[] = {
      {"风电", "装机容量", "风电装机容量"},
      {"年利用量", "年利用量", "年利用量"},
      {"装机", "装机占比", "装机占比"},
      {"风电、光伏发电总装机容量", "总装机容量", "风电、光伏发电总装机容量"},
      {"光伏总装机", "装机占比", "光伏总装机占比"},
      {"风电、光伏", "光伏装机", "风电、光伏装机"},
      {"平均停电时长", "时长", "平均停电时长"},
      {"新建", "新建公路", "新建公路"},
      {"数据中心PUE", "PUE值", "数据中心PUE值"},
      {"5G", "5G基站", "5G基站"},
      {"500千伏", "500千伏变电站", "500千伏变电站"},
      {"公交车(不含应急车辆)", "(不含应急车辆)占比", "公交车(不含应急车辆)占比"},
      {"试点试点", "试点试点", "试点试点"},  // as much as meets
      {"试点", "试点试点", "试点试点"},
      {"示范区示范", "示范区示范区", "示范区示范区"},
      {"𠮷田𠮷田", "𠮷田站", "𠮷田𠮷田站"},  // characters of four bytes
      // what only looks like it
      {"建设", "设施", "建设设施"},  // a single character
      {"装机", "机组装机", "装机机组装机"},
      {"装机占比", "装机", "装机占比装机"},  // it begins with the words, and does not end with them
      {"110千伏", "10千伏变电站", "110千伏10千伏变电站"},
      {"1.5千伏", "5千伏线路", "1.5千伏5千伏线路"},
      {"增加20", "20个", "增加2020个"},  // a number is no word
      {"建设5", "5座", "建设55座"},
      {"通信4G", "G网络", "通信4GG网络"},
      {"智慧AI", "AIoT终端", "智慧AIAIoT终端"},  // nor is a part of one
      {"(、(、", "(、(、", "(、(、(、(、"},
      {"", "装机", "装机"},
      {"装机", "", "装机"},
      {"", "", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(joined(row.text, row.next), row.expected) << row.text << " + " << row.next;
}

TEST(Overlap, IsTheLongestThatCutsNothing) {
  EXPECT_EQ(joined("10千伏和10千伏", "10千伏和10千伏站"), "10千伏和10千伏站");
  EXPECT_EQ(joined("110千伏和10千伏", "10千伏和10千伏站"), "110千伏和10千伏和10千伏站");
}

TEST(Overlap, IsLinearOnHostileText) {
  std::string text;
  for (int i = 0; i < 1000000; ++i) text += "的";
  EXPECT_EQ(joined(text, text).size(), text.size());
  EXPECT_EQ(joined(text, text + "了").size(), text.size() + 3);
  std::string dots(3000000, '.');
  EXPECT_EQ(joined(dots, dots).size(), 2 * dots.size());
}

}  // namespace
}  // namespace mubiao
