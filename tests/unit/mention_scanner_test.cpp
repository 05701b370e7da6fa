// Pass one on its own: which names, periods, years, baselines and quantities a text holds, with a small rule set.
#include "extract/mention_scanner.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace mubiao {
namespace {

constexpr const char* kRules = R"toml(
[dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }
[dimensions.ratio]
canonical = "%"
factors = { "%" = 1 }
[dimensions.count]
counter = true
words = ["个", "次", "座"]
[periods]
"十三五" = [2016, 2020]
"十四五" = [2021, 2025]
"十五五" = [2026, 2030]
[[rules]]
id = "name.session"
kind = "name"
priority = 80
pattern = '第\d+次'
[[rules]]
id = "name.network"
kind = "name"
priority = 80
pattern = '\d+\+N'
[[rules]]
id = "period.until"
kind = "period"
priority = 70
pattern = '(?:到|至)(?P<year>20\d\d)年(?:底|末)?'
[[rules]]
id = "period.hoped"
kind = "period"
priority = 75
set = { firmness = "aspirational" }
pattern = '力争到(?P<year>20\d\d)年'
[[rules]]
id = "period.span"
kind = "period"
priority = 72
pattern = '(?P<start>20\d\d)[—-](?P<end>(?:20)?\d\d)年'
[[rules]]
id = "period.plan"
kind = "period"
priority = 70
pattern = '[“"](?:(?P<start_plan>十.五)至)?(?P<plan>十.五)[”"]期间'
[[rules]]
id = "period.this-year"
kind = "period"
priority = 70
set = { relative_year = "0" }
pattern = '今年'
[[rules]]
id = "period.last-year"
kind = "period"
priority = 70
set = { relative_year = "-1" }
pattern = '去年'
[[rules]]
id = "period.year"
kind = "period"
priority = 50
set = { governs = "never" }
pattern = '(?P<year>20\d\d)年'
[[rules.unless]]
id = "since"
in = "after"
pattern = '^以来'
[[rules]]
id = "period.since"
kind = "period"
priority = 60
set = { tense = "past" }
pattern = '截至目前'
[[rules]]
id = "baseline.compared"
kind = "baseline"
priority = 70
pattern = '比(?P<year>20\d\d)年'
)toml";

const MentionScanner& scanner() {
  static const auto set = RuleSet::load({{"mentions.toml", kRules}});
  if (!set) ADD_FAILURE() << to_text(set.error()[0]);
  static const MentionScanner instance(*set);
  return instance;
}

std::string show(std::string_view text, const Mention& m) {
  constexpr const char* kTypes[] = {"quantity", "period", "year", "past", "baseline", "name"};
  std::string out = fmt::format("{}:{}", kTypes[static_cast<std::size_t>(m.type)], slice(text, m.span));
  if (m.years.year) out += fmt::format("={}", m.years.year);
  if (m.years.start) out += fmt::format("({}-{})", *m.years.start, m.years.end.value_or(0));
  if (m.aspirational) out += "?";
  if (m.counted) out += "#";
  return out;
}

std::string scan(std::string_view text, int year = 0) {
  std::string out;
  for (const Mention& m : scanner().scan(text, {0, text.size()}, {year, ""})) out += show(text, m) + " ";
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

TEST(MentionScanner, TypesAndYears) {
  const Row rows[] = {
      {"", ""},
      {"推进绿色发展", ""},
      {"到2025年达到15万千瓦", "period:到2025年=2025 quantity:15万千瓦 "},
      {"到2025年底达到15万千瓦", "period:到2025年底=2025 quantity:15万千瓦 "},
      {"力争到2025年达到15%", "period:力争到2025年=2025? quantity:15% "},  // leftmost, and longer
      {"2023—2025年", "period:2023—2025年=2025(2023-2025) "},
      {"2023-25年", "period:2023-25年=2025(2023-2025) "},
      {"2025-2023年", "quantity:2025 year:2023年=2023 "},  // backwards: no span of years
      {"“十四五”期间", "period:“十四五”期间=2025(2021-2025) "},
      {"“十四五至十五五”期间", "period:“十四五至十五五”期间=2030(2021-2030) "},
      {"“十九五”期间", ""},  // no period of that name
      {"2025年、2030年", "year:2025年=2025 year:2030年=2030 "},
      {"比2020年下降13.5%", "baseline:比2020年=2020 quantity:13.5% "},
      {"第51次会议、51次", "name:第51次 quantity:51次 "},  // a rule wins over the quantity it meets
      {"“1+N”体系", "name:1+N "},
      {"召开两次", "quantity:两次# "},
      {"召开2次", "quantity:2次 "},
      {"截至目前达到5%", "past:截至目前 quantity:5% "},
      {"2019年以来", "quantity:2019 "},  // silenced: left to whatever else reads it
  };
  for (const Row& row : rows) EXPECT_EQ(scan(row.text), row.expected) << row.text;
}

TEST(MentionScanner, YearsBeforeTheDocumentsOwnArePast) {
  EXPECT_EQ(scan("到2025年"), "period:到2025年=2025 ");
  EXPECT_EQ(scan("到2025年", 2025), "period:到2025年=2025 ");
  EXPECT_EQ(scan("到2025年", 2026), "past:到2025年=2025 ");
  EXPECT_EQ(scan("“十三五”期间", 2021), "past:“十三五”期间=2020(2016-2020) ");
  EXPECT_EQ(scan("2020年", 2022), "past:2020年=2020 ");
  EXPECT_EQ(scan("比2020年", 2022), "baseline:比2020年=2020 ");
}

TEST(MentionScanner, RelativeYearsNeedTheDocumentsOwn) {
  EXPECT_EQ(scan("今年", 2022), "period:今年=2022 ");
  EXPECT_EQ(scan("去年", 2022), "past:去年=2021 ");
  EXPECT_EQ(scan("今年"), "period:今年 ");
}

TEST(MentionScanner, SpansAreThoseOfTheWholeText) {
  const std::string text = "到2024年。到2025年达到15千瓦。16千瓦";
  const std::size_t begin = std::string("到2024年。").size();
  const Span range{begin, text.size() - std::string("16千瓦").size()};
  std::string got;
  for (const Mention& m : scanner().scan(text, range, {})) {
    got += show(text, m) + " ";
    if (m.type == MentionType::kQuantity) {
      EXPECT_EQ(slice(text, m.quantity.number), "15");
    }
    EXPECT_TRUE(range.contains(m.span));
  }
  EXPECT_EQ(got, "period:到2025年=2025 quantity:15千瓦 ");
}

TEST(MentionScanner, MentionsAscendAndDoNotOverlap) {
  const char* kPieces[] = {"到", "力争", "2025年", "2020", "—", "-", "15", "万千瓦", "%", "比", "第3次", "“十四五”期间", "两次",
                           "1+N", "以来", "，", "今年", "截至目前", "\u3000", "\xEE\x80\x80", "a", "年", "0", "的", "一"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 9; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    std::size_t last = 0;
    const auto mentions = scanner().scan(text, {0, text.size()}, {2022, ""});
    for (const Mention& m : mentions) {
      EXPECT_LE(last, m.span.begin) << text;
      EXPECT_LT(m.span.begin, m.span.end) << text;
      EXPECT_LE(m.span.end, text.size()) << text;
      EXPECT_EQ(m.rule == nullptr, m.type == MentionType::kQuantity) << text;
      last = m.span.end;
    }
  }
}

TEST(MentionScanner, RulesThatOnlyRe2Knows) {
  const std::string digits(1000, '1');  // more steps than a program takes
  EXPECT_EQ(scan(digits + "+N"), "name:" + digits + "+N ");
  constexpr const char* kOdd = R"toml(
[dimensions.power]
canonical = "MW"
factors = { "千瓦" = 1 }
[periods]
"十四五" = [2021, 2025]
[[rules]]
id = "name.any-case"
kind = "name"
priority = 80
pattern = '(?i)covid-\d+'
[[rules]]
id = "period.first"
kind = "period"
priority = 70
pattern = '^(?P<year>20\d\d)年'
[[rules]]
id = "period.year"
kind = "period"
priority = 60
pattern = '(?:至)?(?P<year>20\d\d)年'
)toml";
  const auto set = RuleSet::load({{"odd.toml", kOdd}});
  ASSERT_TRUE(set) << to_text(set.error()[0]);
  const MentionScanner odd(*set);
  const auto scan_odd = [&](std::string_view text) {
    std::string out;
    for (const Mention& m : odd.scan(text, {0, text.size()}, {})) out += show(text, m) + "(" + (m.rule ? m.rule->id : "") + ") ";
    return out;
  };
  EXPECT_EQ(scan_odd("2025年,Covid-19,至2030年"),
            "period:2025年=2025(period.first) name:Covid-19(name.any-case) period:至2030年=2030(period.year) ");
  // What begins a match begins a text of its own when it is asked which rule it is of.
  EXPECT_EQ(scan_odd("在2030年"), "period:2030年=2030(period.first) ");
}

}  // namespace
}  // namespace mubiao
