// The runner of rule examples, on small sets whose outcome can be read off.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "mubiao/check.h"

namespace mubiao {
namespace {

constexpr std::string_view kUnits = R"toml([dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }
)toml";

std::vector<ExampleResult> results(const std::string& toml, const NamePattern* only = nullptr) {
  Result<RuleSet> rules = RuleSet::load({{"u.toml", std::string(kUnits)}, {"a.toml", toml}});
  if (rules) return run_examples(Extractor(*rules), only);
  ADD_FAILURE() << to_text(rules.error()[0]);
  return {};
}

// "status" of every result in order.
std::string outcome(const std::string& toml) {
  std::string out;
  for (const ExampleResult& result : results(toml)) {
    EXPECT_EQ(result.message.empty(), result.status == ExampleStatus::kPass);
    EXPECT_EQ(result.index == 0, result.status == ExampleStatus::kUntested);
    out += fmt::format("{}{}", out.empty() ? "" : " ", to_string(result.status));
  }
  return out;
}

struct Row {
  const char* example;
  const char* expected;
};

std::string period(std::string_view example) {
  return fmt::format(R"toml([[rules]]
id = "period.year"
kind = "period"
set = {{ tense = "future" }}
pattern = '(?:到|至)?(?P<year>\d{{4}})年(?:(?P<end>\d{{4}})年)?'
keywords = ["年"]
[[rules.unless]]
id = "since"
in = "after"
pattern = '^以来'
[[rules.examples]]
text = "2030年前"
expect = [{{ year = 2030 }}]
[[rules.examples]]
text = "2015年以来"
expect = []
[[rules.examples]]
{})toml",
                     example);
}

TEST(Examples, OfRulesMatchedOnPlainText) {
  const Row rows[] = {
      {"text = '到2025年,建成'\nexpect = [{ year = '2025', tense = 'future', match = '到2025年', end = '' }]", "pass"},
      {"text = '到２０２５年'\nexpect = [{ year = '2025' }]", "pass"},                   // folded first
      {"text = '到2025年'\nexpect = [{}]", "pass"},                                      // it matches, no more
      {"text = '2025年至2030年'\nexpect = [{ year = 2025 }, { year = 2030 }]", "pass"},  // in order
      {"text = '2025年至2030年'\nexpect = [{ year = 2025 }]", "fail"},                   // a mention too many
      {"text = '2025年'\nexpect = [{ year = 2025 }, { year = 2030 }]", "fail"},
      {"text = '2025年'\nexpect = [{ year = 2026 }]", "fail"},
      {"text = '2025年'\nexpect = [{ year = 2025, end = 2030 }]", "fail"},  // null, not 2030
      {"text = '2025年'\nexpect = [{ tense = 'past' }]", "fail"},
      {"text = '2025年'\nexpect = []", "fail"},
      {"text = '25个'\nexpect = []", "pass"},
      {"text = '25个'\nexpect = [{ year = 25 }]", "fail"},
      {"text = '25个'\nexpect = []\nbecause = 'no-match'", "pass"},
      {"text = '2016年以来'\nexpect = []", "pass"},
      {"text = '2016年以来'\nexpect = []\nbecause = 'unless:since'", "pass"},
      {"text = '2016年以来'\nexpect = []\nbecause = 'no-match'", "fail"},  // silent for another reason
      {"text = '25个'\nexpect = []\nbecause = 'unless:since'", "fail"},
      {"text = '25个'\nexpect = [{ year = 25 }]\ntodo = 'short years'", "todo"},
      {"text = '2025年'\nexpect = [{ year = 2025 }]\ntodo = 'years'", "todo_passed"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(outcome(period(row.example)), "pass pass " + std::string(row.expected)) << row.example;
}

TEST(Examples, MessagesSayWhatWasFound) {
  const auto last = [](std::string_view example) { return results(period(example)).back(); };
  const ExampleResult differs = last("text = '到2025年'\nexpect = [{ year = 2026, tense = 'future' }]");
  EXPECT_EQ(differs.message, "year differs");
  ASSERT_EQ(differs.differences.size(), 1u);
  EXPECT_EQ(differs.differences[0].sentence, "到2025年");
  EXPECT_EQ(differs.differences[0].quote, "到2025年");
  ASSERT_EQ(differs.differences[0].fields.size(), 1u);
  EXPECT_EQ(differs.differences[0].fields[0].expected, "2026");
  EXPECT_EQ(differs.differences[0].fields[0].found, "2025");

  const ExampleResult silent = last("text = '2016年以来'\nexpect = [{ year = 2016 }]");
  EXPECT_EQ(silent.message, "1 expected, 0 found");
  EXPECT_EQ(silent.notes, std::vector<std::string>{"'2016年' is silenced by unless:since"});

  const ExampleResult reason = last("text = '25个'\nexpect = []\nbecause = 'unless:since'");
  EXPECT_EQ(reason.message, "silent, but not because of 'unless:since'");
  const ExampleResult todo = last("text = '2025年'\nexpect = [{ year = 2025 }]\ntodo = 'years'");
  EXPECT_NE(todo.message.find("take the key 'todo'"), std::string::npos);
}

TEST(Examples, ARuleThatNoExampleFiresIsUntested) {
  const std::string name = "[[rules]]\nid = 'name.x'\nkind = 'name'\npattern = '第\\d+条'\n";
  const std::string fires = "[[rules.examples]]\ntext = '第3条'\nexpect = ";
  EXPECT_EQ(outcome(name), "untested");
  EXPECT_EQ(outcome(name + "[[rules.examples]]\ntext = 'x'\nexpect = []"), "pass untested");
  EXPECT_EQ(outcome(name + fires + "[]"), "fail");  // it fires, if wrongly
  EXPECT_EQ(outcome(name + fires + "[]\ntodo = 'x'"), "todo untested");
  EXPECT_EQ(outcome(name + fires + "[{ match = '第3条' }]"), "pass");
}

TEST(Examples, AnUnlessClauseThatSilencesNothingIsUntested) {
  const auto rule = [](std::string_view examples) {
    return fmt::format(R"toml([[rules]]
id = "name.x"
kind = "name"
pattern = '第\d+条'
[[rules.unless]]
id = "line"
in = "after"
pattern = '^线'
[[rules.unless]]
id = "road"
in = "after"
pattern = '^路|^线路'
[[rules.examples]]
text = "第3条"
expect = [{{}}]
{})toml",
                       examples);
  };
  const std::string line = "[[rules.examples]]\ntext = '第3条线路'\nexpect = []\n";
  const std::string road = "[[rules.examples]]\ntext = '第3条路'\nexpect = []\n";
  EXPECT_EQ(outcome(rule("")), "pass untested untested");
  EXPECT_EQ(outcome(rule(line)), "pass pass untested");  // the first clause that holds is the one that silences
  EXPECT_EQ(outcome(rule(line + road)), "pass pass pass");
  EXPECT_EQ(outcome(rule(line + "[[rules.examples]]\ntext = '第3条路'\nexpect = [{}]\n")), "pass pass fail");
  EXPECT_EQ(results(rule("")).back().name(), "name.x/unless:road");
  EXPECT_EQ(results(rule("")).back().where.line, 12u);
}

TEST(Examples, RunsWhatIsAskedFor) {
  const std::string rule = R"toml([[rules]]
id = "name.{0}"
kind = "name"
pattern = '第\d+条'
[[rules.examples]]
text = "x"
expect = []
[[rules.examples]]
text = "y"
expect = []
)toml";
  const std::string two = fmt::format(fmt::runtime(rule), "a") + fmt::format(fmt::runtime(rule), "b");
  const auto names = [&](const std::string& pattern) {
    const Result<NamePattern> only = NamePattern::compile(pattern);
    std::string out;
    for (const ExampleResult& result : results(two, &only.value())) out += result.name() + " ";
    return out;
  };
  EXPECT_EQ(names("b"), "name.b/1 name.b/2 name.b ");  // the last: untested
  EXPECT_EQ(names("^name\\.a$"), "name.a/1 name.a/2 name.a ");
  EXPECT_EQ(names("/2$"), "name.a/2 name.b/2 ");  // in part: nothing is said of the whole
  EXPECT_EQ(names("/[12]$"), "name.a/1 name.a/2 name.a name.b/1 name.b/2 name.b ");
  EXPECT_EQ(names("c"), "");
  EXPECT_FALSE(NamePattern::compile("a(").has_value());
}

TEST(Examples, AnotherRuleMayTakeTheText) {
  const std::string rules = R"toml([[rules]]
id = "name.date"
kind = "name"
priority = 90
pattern = '\d+月\d+日'
[[rules.examples]]
text = "9月28日"
expect = [{}]
[[rules]]
id = "name.month"
kind = "name"
pattern = '\d+月'
[[rules.examples]]
text = "9月"
expect = [{}]
[[rules.examples]]
text = "9月28日"
expect = []
because = "rule:name.date"
[[rules.examples]]
text = "9月底"
expect = []
because = "rule:name.date"
)toml";
  EXPECT_EQ(outcome(rules), "pass pass pass fail");
}

TEST(Examples, OfTypedTextMayHoldPlaceholders) {
  const std::string mood = R"toml([[rules]]
id = "mood.x"
kind = "mood"
set = { tense = "past" }
pattern = '{period}[^{quantity.power}]*达到{quantity.power}'
[[rules.examples]]
text = "{period},装机达到{quantity.power}"
expect = [{ tense = "past" }]
[[rules.examples]]
text = "{year},装机达到{quantity.power}"
expect = []
)toml";
  std::string pattern = mood;
  pattern.replace(pattern.find("[^{quantity.power}]*"), std::string("[^{quantity.power}]*").size(), ".*");
  EXPECT_EQ(outcome(pattern), "pass pass");
}

std::string target(std::string_view example) {
  return fmt::format(R"toml([[rules]]
id = "target.reach"
kind = "target"
pattern = '(?P<indicator>[^,。]+)达到{{quantity:quantity}}'
[[rules.unless]]
id = "past"
pattern = '目前'
[[rules.examples]]
text = "本市装机容量达到15万千瓦。"
expect = [{{ value = 150 }}]
[[rules.examples]]
text = "目前本市装机容量达到15万千瓦。"
expect = []
because = "unless:past"
[[rules.examples]]
{})toml",
                     example);
}

TEST(Examples, OfRulesThatMakeRecords) {
  const Row rows[] = {
      {"text = '本市装机容量达到15万千瓦。'\nexpect = [{ value = 150, unit = 'MW', kind = 'target', year = '' }]",
       "pass"},
      {"text = '本市装机容量达到15万千瓦。'\nexpect = [{ value = '150.5' }]", "fail"},
      {"text = '本市装机容量达到15万千瓦。'\nexpect = []", "fail"},
      {"text = '本市装机容量为15万千瓦。'\nexpect = []\nbecause = 'no-match'", "pass"},
      {"text = '本市装机容量为15万千瓦。'\nexpect = []\nbecause = 'unless:past'", "fail"},
      {"text = '本市装机容量为15万千瓦。'\nexpect = [{ value = 150 }]\ntodo = 'later'", "todo"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(outcome(target(row.example)), "pass pass " + std::string(row.expected)) << row.example;
}

// What the rule of each kind that makes records is silent about stands in another clause, or in a heading.
TEST(Examples, AnUnlessClauseLooksIntoTheSentenceAndTheSection) {
  const std::string around = R"toml([[rules]]
id = "heading.part"
kind = "heading"
pattern = '^(?P<mark>[一二]、)(?P<title>[^。]+)$'
[[rules.examples]]
text = "一、目标"
expect = [{}]
[[rules]]
id = "period.year"
kind = "period"
pattern = '到(?P<year>\d{4})年'
[[rules.examples]]
text = "到2030年"
expect = [{}]
)toml";
  const auto rule = [](std::string_view kind, std::string_view pattern, std::string_view in, std::string_view text) {
    return fmt::format(R"toml([[rules]]
id = "r"
kind = "{0}"
pattern = '{1}'
[[rules.unless]]
id = "trial"
in = "{2}"
pattern = '试点'
[[rules.examples]]
text = """
一、目标
本市先行,到2030年{3}。"""
expect = [{{}}]
[[rules.examples]]
text = """
一、试点
本市先行,到2030年{3}。"""
expect = {4}
[[rules.examples]]
text = """
一、目标
本市试点,到2030年{3}。"""
expect = {5}
)toml",
                       kind, pattern, in, text, in == "section" ? "[]" : "[{}]", in == "sentence" ? "[]" : "[{}]");
  };
  for (const std::string_view in : {"sentence", "section"}) {
    for (const std::string_view kind : {"target", "context"}) {
      EXPECT_EQ(outcome(around + rule(kind, "(?P<indicator>装机)达到{quantity:quantity}", in, "装机达到15千瓦")),
                "pass pass pass pass pass")
          << kind << " " << in;
    }
    for (const std::string_view kind : {"milestone", "delegated"}) {
      EXPECT_EQ(outcome(around + rule(kind, "(?P<goal>实现(?P<indicator>碳达峰))", in, "实现碳达峰")),
                "pass pass pass pass pass")
          << kind << " " << in;
    }
  }
}

TEST(Examples, StatusesHaveNames) {
  EXPECT_EQ(to_string(ExampleStatus::kTodoPassed), "todo_passed");
  EXPECT_TRUE(is_failure(ExampleStatus::kFail));
  EXPECT_TRUE(is_failure(ExampleStatus::kTodoPassed));
  EXPECT_TRUE(is_failure(ExampleStatus::kUntested));
  EXPECT_FALSE(is_failure(ExampleStatus::kPass));
  EXPECT_FALSE(is_failure(ExampleStatus::kTodo));
}

}  // namespace
}  // namespace mubiao
