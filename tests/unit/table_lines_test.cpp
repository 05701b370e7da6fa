// Lines of tables as they stand on the page, each looked at once.
#include "extract/table_lines.h"

#include <gtest/gtest.h>

#include "text_helpers.h"

namespace mubiao {
namespace {

class TableLinesTest : public ::testing::Test {
 protected:
  std::string first() { return std::string(page_.text(lines_[0].span)); }

  Document document_ = testing::document_of("指标\t单位\n森林覆盖率\t%\n湿地保护率\t%\n");
  NormalizedText text_ = normalize(document_, testing::opens_block);
  TablePage page_{document_, text_};
  TableLines lines_{page_, 0};
};

TEST_F(TableLinesTest, AreLookedAtWhenTheyAreAskedFor) {
  ASSERT_TRUE(lines_.has(2));
  EXPECT_FALSE(lines_.has(3));
  EXPECT_EQ(first(), "指标\t单位");
  ASSERT_EQ(lines_[1].cells.size(), 2u);
  EXPECT_EQ(page_.text(lines_[1].cells[0].span), "森林覆盖率");
}

TEST_F(TableLinesTest, BeginAnewWhereTheyAreTold) {
  ASSERT_TRUE(lines_.has(2));
  lines_[1].heads.emplace();
  lines_.begin_at(lines_[1].span.begin);
  EXPECT_EQ(first(), "森林覆盖率\t%");
  EXPECT_TRUE(lines_[0].heads);  // what is known of a line stays
  EXPECT_TRUE(lines_.has(1));
  EXPECT_FALSE(lines_.has(2));
}

TEST_F(TableLinesTest, BeginWhereNoLineWasLookedAt) {
  const std::size_t last = text_.text.find("湿地");
  lines_.begin_at(last);
  ASSERT_TRUE(lines_.has(0));
  EXPECT_EQ(first(), "湿地保护率\t%");
  lines_.begin_at(0);  // and before those that were
  ASSERT_TRUE(lines_.has(2));
  EXPECT_EQ(first(), "指标\t单位");
}

}  // namespace
}  // namespace mubiao
