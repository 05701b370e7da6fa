// Records as a table for people: what stands where, and what gives way on a narrow terminal.

#include <gtest/gtest.h>

#include "mubiao/results.h"
#include "text/terminal.h"

namespace mubiao {
namespace {

Document document(std::string path) {
  OffsetMap copy;
  copy.append_copy(4);
  return Document(std::move(path), "text", std::move(copy), Encoding::kUtf8, {});
}

Record target(std::string indicator, const char* value, std::string unit, Bound bound = Bound::kEqual) {
  Record record;
  record.indicator = std::move(indicator);
  record.value = Number::parse(value);
  record.unit = std::move(unit);
  record.bound = bound;
  record.change = Change::kLevel;
  record.firmness = Firmness::kFirm;
  record.line = 12;
  return record;
}

std::string table_of(const std::vector<Record>& records, TableLook look = {}, const Metadata& metadata = {}) {
  std::string out;
  const Document plan = document("plan.txt");
  const std::unique_ptr<ResultWriter> writer = make_result_writer(ResultFormat::kTable, {}, look);
  writer->append_preamble(out);
  writer->begin(out, plan, metadata);
  for (const Record& record : records) writer->record(out, record);
  writer->end(out, {});
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(Table, AlignsByWhatATerminalShows) {
  std::vector<Record> records = {target("森林覆盖率", "43.6", "%"), target("GDP", "150", "MW", Bound::kAtLeast)};
  records[0].year = 2025;
  EXPECT_EQ(table_of(records),
            "plan.txt\n"
            "\n"
            "indicator   value  unit  year  firmness  line\n"
            "森林覆盖率   43.6  %     2025  firm        12\n"
            "GDP         >=150  MW          firm        12\n"
            "\n");
}

TEST(Table, HasWhatIsThere) {
  Record range = target("装机规模", "15", "MW", Bound::kRange);
  range.value_high = Number::parse("20.5");
  range.change = Change::kDecrease;
  range.baseline_year = 2020;
  range.firmness = Firmness::kAspirational;
  range.section = {"一、总体要求", "(二)主要目标"};
  Record delegated;
  delegated.kind = Kind::kDelegated;
  delegated.indicator = "能耗强度";
  const std::vector<std::string> lines = lines_of(table_of({range, delegated}));
  ASSERT_EQ(lines.size(), 6u);
  EXPECT_EQ(lines[2], "indicator    value  unit  change    since  firmness      kind       line  section");
  EXPECT_EQ(lines[3], "装机规模   15-20.5  MW    decrease   2020  aspirational               12  (二)主要目标");
  EXPECT_EQ(lines[4], "能耗强度                                                 delegated     1");
}

TEST(Table, HeadingOfTheDocument) {
  const Metadata metadata{
      .title = "方案", .number = "江海府〔2024〕5号", .issuer = {"江海市人民政府", "市能源局"}, .issued = "2024-09-28"};
  EXPECT_EQ(table_of({}, {}, metadata),
            "方案\n"
            "plan.txt · 江海府〔2024〕5号 · 江海市人民政府 · 市能源局 · 2024-09-28\n"
            "\n"
            "nothing found\n"
            "\n");
}

TEST(Table, NothingIsWiderThanTheTerminal) {
  Record record = target("规模以上工业单位增加值二氧化碳排放累计下降幅度", "13.5", "%", Bound::kAtLeast);
  record.section = {"三、重点任务,其标题很长而且还要更长一些"};
  const Metadata metadata{.title = "关于完整准确全面贯彻新发展理念做好碳达峰碳中和工作的实施意见",
                          .number = {},
                          .issuer = {},
                          .issued = {}};
  for (std::size_t width = 20; width < 140; ++width) {
    std::size_t widest = 0;
    for (const std::string& line : lines_of(table_of({record}, {.width = width}, metadata))) {
      widest = std::max(widest, display_width(line));
    }
    EXPECT_LE(widest, width);
    EXPECT_GE(widest + 2, std::min<std::size_t>(width, 118)) << "room is left at " << width;
  }
}

TEST(Table, TheSectionGivesWayFirst) {
  Record record = target("规模以上工业单位增加值能耗", "13.5", "%");
  record.section = {"三、重点任务,其标题很长"};
  const auto row = [&](std::size_t width) { return lines_of(table_of({record}, {.width = width}))[3]; };
  EXPECT_EQ(row(0), "规模以上工业单位增加值能耗   13.5  %     firm        12  三、重点任务,其标题很长");
  EXPECT_EQ(row(70), "规模以上工业单位增加值能耗   13.5  %     firm        12  三、重点任务…");
  EXPECT_EQ(row(60), "规模以上工业单位增加值能耗   13.5  %     firm        12");
  EXPECT_EQ(row(48), "规模以上工业单位增…   13.5  %     firm        12");
}

TEST(Table, ColourOnlyWhereItIsWanted) {
  const std::vector<Record> records = {target("森林覆盖率", "43.6", "%")};
  EXPECT_EQ(table_of(records).find('\033'), std::string::npos);
  const std::vector<std::string> lines = lines_of(table_of(records, {.color = true}));
  EXPECT_EQ(lines[0], "\033[1mplan.txt\033[0m");
  EXPECT_EQ(lines[2].substr(0, 4), "\033[2m");
  EXPECT_EQ(lines[3].find('\033'), std::string::npos);
}

TEST(Table, ATerminalIsNotObeyed) {
  Record record = target("森林\n覆盖率\033[31m", "43.6", "%");
  record.section = {"一\r、\t"};
  const std::string table = table_of({record}, {.width = 80});
  EXPECT_EQ(table.find_first_of("\033\r\t"), std::string::npos);
  EXPECT_EQ(lines_of(table).size(), 5u);
}

}  // namespace
}  // namespace mubiao
