#include "mubiao/record.h"

#include <gtest/gtest.h>

namespace mubiao {
namespace {

Record full() {
  Record r;
  r.n = 3;
  r.kind = Kind::kDelegated;
  r.indicator = "装机容量";
  r.value = Number(150);
  r.value_high = Number(mpq_class("401/2"));
  r.unit = "MW";
  r.bound = Bound::kAtLeast;
  r.change = Change::kIncrease;
  r.year = 2025;
  r.period_start = 2021;
  r.period_end = 2025;
  r.baseline_year = 2020;
  r.firmness = Firmness::kAspirational;
  r.nature = "预期性";
  r.section = {"二、目标", "(一)能源"};
  r.responsible = {"市发展改革委", "市能源局"};
  r.quote = "15万千瓦";
  r.sentence = "装机容量达到15万千瓦。";
  r.page = 2;
  r.line = 4;
  r.column = 9;
  r.bytes = {120, 131};
  r.rule = "reach.level";
  return r;
}

TEST(RecordText, HasAllFieldsInOutputOrder) {
  std::string out;
  for (const std::string& field : record_fields())
    out += field + "=" + field_text(full(), field).value_or("null") + "\n";
  EXPECT_EQ(out,
            "n=3\nkind=delegated\nindicator=装机容量\nvalue=150\nvalue_high=200.5\nunit=MW\nbound=>=\nchange=increase\n"
            "year=2025\nperiod_start=2021\nperiod_end=2025\nbaseline_year=2020\nfirmness=aspirational\n"
            "nature=预期性\nsection=二、目标 > (一)能源\nresponsible=市发展改革委;市能源局\nquote=15万千瓦\n"
            "sentence=装机容量达到15万千瓦。\npage=2\nline=4\ncolumn=9\nstart=120\nend=131\nrule=reach.level\n");
}

TEST(RecordText, IsNullWhereAFieldDoesNotApply) {
  std::string nulls;
  for (const std::string& field : record_fields()) {
    if (!field_text(Record(), field)) nulls += field + " ";
  }
  EXPECT_EQ(nulls,
            "indicator value value_high unit bound change year period_start period_end baseline_year firmness nature "
            "section responsible page ");
}

TEST(RecordText, EnumerationsAreReadAsTheyAreWritten) {
  for (const char* name : {"target", "delegated", "milestone", "context"})
    EXPECT_EQ(to_string(parse_kind(name).value()), name);
  for (const char* name : {"=", ">=", "<=", "~", "range"}) EXPECT_EQ(to_string(parse_bound(name).value()), name);
  for (const char* name : {"level", "decrease", "increase", "annual"}) {
    EXPECT_EQ(to_string(parse_change(name).value()), name);
  }
  for (const char* name : {"firm", "aspirational"}) EXPECT_EQ(to_string(parse_firmness(name).value()), name);
  EXPECT_EQ(to_string(Kind::kMilestone), "milestone");
  EXPECT_EQ(to_string(Bound::kAtMost), "<=");
  EXPECT_EQ(to_string(Change::kAnnual), "annual");
  EXPECT_EQ(parse_kind("Target"), std::nullopt);
  EXPECT_EQ(parse_bound(""), std::nullopt);
}

}  // namespace
}  // namespace mubiao
