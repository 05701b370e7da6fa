// Rule files, as the loader takes or refuses them. Messages in full are tested in tests/diagnostics.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "mubiao/rule.h"

namespace mubiao {
namespace {

// "CODE line:column" of every problem, or "ok".
std::string outcome(const std::vector<RuleFile>& files) {
  const Result<RuleSet> result = RuleSet::load(files);
  if (result) return "ok";
  std::string out;
  for (const Diagnostic& d : result.error()) {
    out += fmt::format("{}{} {}:{}", out.empty() ? "" : ", ", d.code, d.where.line, d.where.column);
  }
  return out;
}

struct Row {
  std::string toml;
  const char* expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(outcome({{"a.toml", row.toml}}), row.expected) << row.toml;
}

// Line 4 is the first of `more`.
std::string rule(std::string_view more) { return fmt::format("[[rules]]\nid = \"r\"\nkind = \"target\"\n{}\n", more); }
std::string rule_of(std::string_view kind, std::string_view more) {
  return fmt::format("[[rules]]\nid = \"r\"\nkind = \"{}\"\n{}\n", kind, more);
}

TEST(RulesLoad, TopLevel) {
  check({
      {"", "ok"},
      {"\xEF\xBB\xBF"
       "format = 1\n",
       "ok"},  // a BOM is no part of the first key
      {"format = 1\r\nruleset = 'plan'\r\n", "ok"},
      {"format = 2\nnonsense = 1", "E-FORMAT 1:10"},  // nothing else of a newer file is judged
      {"format = '1'", "E-TYPE 1:10"},
      {"ruleset = 1", "E-TYPE 1:11"},
      {"version = ''", "E-TYPE 1:11"},
      {"fragmnts = {}", "E-KEY 1:1"},
      {"eval = 1", "E-TYPE 1:8"},
      {"[eval]\nindicator_prefix = ['x']", "E-KEY 2:1"},
      {"[eval]\nindicator_prefixes = 'x'", "E-TYPE 2:22"},
      {"[eval]\nindicator_prefixes = ['x', 1]", "E-TYPE 2:28"},
      {"rules = 1", "E-TYPE 1:9"},
      {"rules = [1]", "E-TYPE 1:10"},
      {"[fragments", "E-TOML 1:11"},
      {"a = '\\d'\nb = \"\\d\"", "E-TOML 2:7"},
      {"家 = 1", "E-TOML 1:1"},
      {"[periods]\n'〇' = [2021, 2025]\n'°、𠀀' = [2021, 2025]", "ok"},
      {"a = “x”", "E-TOML 1:5"},
      {"[fragments]\na = 'x'，", "E-TOML 2:8"},
      {"a = '󰁁'", "E-TOML 1:6"},
      {"a = '\xD6\xD0'", "E-TOML 1:6"},
      {"[[\n[[rules]]", "E-TOML 1:3"},  // a header without a name
      {" [ (rules)]", "E-TOML 1:4"},
      {"[家]", "E-TOML 1:2"},
      {"[[ [rules]]", "E-TOML 1:4"},
      {"[", "E-TOML 1:2"},
      {"[]", "E-TOML 1:2"},
      {"[fragments]\na = [\n'x',\n'y'\n]\n", "ok"},
      {"[fragments]\na = [\n[\n'x']]\n", "E-TYPE 3:1"},  // a line that starts with a bracket is no header here
      {"a = 1 # \xFF", "E-TOML 1:9"},
  });
}

TEST(RulesLoad, RuleKeys) {
  check({
      {rule("pattern = 'x'"), "ok"},
      {rule("pattern = ['x', '''y''']\nrev = 2\npriority = 90\ndescription = 'd'\nkeywords = ['k']\nstatus = 'stable'\n"
            "tags = ['t']\nreferences = ['r']\nset = { change = 'increase', indicator = 100 }"),
       "ok"},
      {rule(""), "E-KEY 1:1"},                   // no pattern
      {rule("pattern = \"x\""), "E-TYPE 4:11"},  // double quotes
      {rule("pattern = ['x', \"y\"]"), "E-TYPE 4:17"},
      {rule("pattern = 1"), "E-TYPE 4:11"},
      {rule("pattern = ''"), "E-TYPE 4:11"},
      {rule("pattern = []"), "E-TYPE 4:11"},
      {rule("pattern = '''x\ny'''"), "E-TYPE 4:15"},  // a line break inside
      {rule("pattern = '''\nx'''"), "ok"},            // the first line break is no part of the string
      {rule("pattern = '''\r\nx'''"), "ok"},
      {rule("pattern = 'x'\npatern = 'x'"), "E-KEY 5:1"},
      {rule("pattern = 'x'\nrev = 0"), "E-TYPE 5:7"},
      {rule("pattern = 'x'\npriority = 'high'"), "E-TYPE 5:12"},
      {rule("pattern = 'x'\nkeywords = 'k'"), "E-TYPE 5:12"},
      {rule("pattern = 'x'\nkeywords = ['a', 1, '']"), "E-TYPE 5:18, E-TYPE 5:21"},
      {rule("pattern = 'x'\nstatus = 'old'"), "E-TYPE 5:10"},
      {rule("pattern = 'x'\nset = { chnge = 'x' }"), "E-KEY 5:9"},
      {rule("pattern = 'x'\nset = { change = 'up' }"), "E-TYPE 5:18"},
      {rule("pattern = 'x'\nset = { indicator = 1.5 }"), "E-TYPE 5:21"},
      {rule("pattern = 'x'\nset = { value = 100 }"), "E-KEY 5:9"},  // a number is read, not set
      {rule("pattern = 'x'\nset = 'x'"), "E-TYPE 5:7"},
      {rule_of("department", "pattern = 'x'\nset = { change = 'level' }"), "E-KEY 5:9"},  // of another kind
      {"[[rules]]\nkind = 'target'\npattern = 'x'", "E-KEY 1:1"},
      {"[[rules]]\nid = 'R'\nkind = 'target'\npattern = 'x'", "E-ID 2:6"},
      {"[[rules]]\nid = 'a..b'\nkind = 'target'\npattern = 'x'", "E-ID 2:6"},
      {"[[rules]]\nid = 'a.b-c_2'\nkind = 'target'\npattern = 'x'", "ok"},
      {"[[rules]]\nid = 'r'\npattern = 'x'", "E-KEY 1:1"},
      {"[[rules]]\nid = 'r'\nkind = 'goal'\npattern = 'x'", "E-TYPE 3:8"},
      {rule("pattern = 'x'") + rule("pattern = 'x'"), "E-ID 6:6"},
  });
}

TEST(RulesLoad, Groups) {
  check({
      {rule("pattern = '(?P<indicator>x){quantity:quantity}'"), "ok"},
      {rule("pattern = '(?:x)\\(y\\)[(]\\Q(\\E'"), "ok"},  // no groups at all
      {rule("pattern = 'a(x)'"), "E-GROUP 4:13"},
      {rule("pattern = '(?P<indicatr>x)'"), "E-GROUP 4:12"},
      {rule("pattern = '{quantity:quantty}'"), "E-GROUP 4:12"},
      {rule("pattern = '(?P<verb>x)|(?P<verb>y)'"), "E-DUPNAME 4:24"},
      {rule("pattern = '{quantity:quantity}|(?P<quantity>y)'"), "E-DUPNAME 4:32"},
      {rule_of("name", "pattern = '(?P<title>x)'"), "E-GROUP 4:12"},
      {rule_of("heading", "pattern = '(?P<mark>x)(?P<title>y)'\nset = { level = 1 }"), "ok"},
      {rule_of("heading", "pattern = 'x'\nset = { level = 10 }"), "E-TYPE 5:17"},
      {rule_of("bound", "pattern = 'x'\nset = { side = 'after', bound = '>=' }"), "ok"},
  });
}

TEST(RulesLoad, SlotsOfAnIndicator) {
  const std::string pattern = "pattern = '(?P<subject>x)占{quantity:quantity}'\n";
  check({
      {rule(pattern + "set = { indicator = '{subject}占比' }"), "ok"},
      {rule(pattern + "set = { indicator = '{subject}和{subject}' }"), "ok"},
      {rule(pattern + "set = { indicator = '占比' }"), "ok"},  // no slot: always the same
      {rule(pattern + "set = { indicator = '{subjct}占比' }"), "E-SLOT 5:22"},
      {rule(pattern + "set = { indicator = '占{subject}的{object}' }"), "E-SLOT 5:33"},          // no such group
      {rule(pattern + "set = { indicator = '{goal}{quantity}' }"), "E-SLOT 5:22, E-SLOT 5:28"},  // groups, but no slots
      {rule(pattern + "set = { indicator = '{}' }"), "E-SLOT 5:22"},
      {rule(pattern + "set = { indicator = '{subject' }"), "E-SLOT 5:22"},
      {rule(pattern + "set = { indicator = '{{subject}' }"), "E-SLOT 5:22"},
      {rule(pattern + "set = { indicator = '{Subject}' }"), "E-SLOT 5:22"},
      {rule(pattern + "set = { indicator = \"\\u5360{subject}{x}\" }"), "E-SLOT 5:21"},  // escapes: the whole string
      {rule("set = { indicator = '{object}' }\npattern = '{quantity:quantity}'"), "E-SLOT 4:22"},  // in either order
      {rule("set = { indicator = '{object}' }\npattern = '(x'"),
       "E-RE2 5:12"},  // what a broken pattern captures is open
      {rule("set = { indicator = '{object}' }\npattern = '{noun:object}'\n[fragments]\nnoun = 'x'"), "ok"},
      {rule_of("milestone", "pattern = 'x'\nset = { indicator = '{indicator}' }"), "E-SLOT 5:22"},
      {rule_of("heading", "pattern = 'x'\nset = { indicator = '{x}' }"), "E-KEY 5:9"},
  });
  for (const std::string_view slot : {"carried", "topic", "before", "head", "class", "after", "outer"}) {
    EXPECT_EQ(outcome({{"a.toml", rule(fmt::format("pattern = 'x'\nset = {{ indicator = '{{{}}}' }}", slot))}}), "ok");
  }
  for (const std::string_view slot : {"indicator", "subject", "whole", "object", "verb"}) {
    const auto of = [&](std::string_view group) {
      return rule(fmt::format("pattern = '(?P<{}>x)'\nset = {{ indicator = '{{{}}}' }}", group, slot));
    };
    EXPECT_EQ(outcome({{"a.toml", of(slot)}}), "ok");
    EXPECT_EQ(outcome({{"a.toml", of("goal")}}), "E-SLOT 5:22");
  }
}

TEST(RulesLoad, Unless) {
  const auto unless = [](std::string_view more) {
    return rule(fmt::format("pattern = 'x'\n[[rules.unless]]\n{}", more));
  };
  check({
      {unless("id = 'u'\npattern = 'y'"), "ok"},
      {unless("id = 'u'\nin = 'section'\npattern = 'y'"), "ok"},
      {unless("id = 'u'\nin = 'sentense'\npattern = 'y'"), "E-TYPE 7:6"},
      {unless("id = 'u'"), "E-KEY 5:1"},
      {unless("pattern = 'y'"), "E-KEY 5:1"},
      {unless("id = 'u'\npattern = '(?P<verb>y)'"), "E-GROUP 7:12"},
      {unless("id = 'u'\npattern = 'y'\nwhere = 'x'"), "E-KEY 8:1"},
      {unless("id = 'u'\npattern = 'y'\n[[rules.unless]]\nid = 'u'\npattern = 'y'"), "E-ID 8:1"},
  });
}

TEST(RulesLoad, OnlyRulesThatMakeRecordsLookIntoTheSentenceAndTheSection) {
  for (std::size_t i = 0; i < kRuleKinds; ++i) {
    const auto kind = static_cast<RuleKind>(i);
    const bool records = kind == RuleKind::kContext || kind == RuleKind::kTarget || kind == RuleKind::kMilestone ||
                         kind == RuleKind::kDelegated;
    const auto unless = [&](std::string_view in) {
      return rule_of(to_string(kind),
                     fmt::format("pattern = 'x'\n[[rules.unless]]\nid = 'u'\nin = '{}'\npattern = 'y'", in));
    };
    for (const std::string_view in : {"match", "before", "after", "clause"}) {
      EXPECT_EQ(outcome({{"a.toml", unless(in)}}), "ok") << unless(in);
    }
    for (const std::string_view in : {"sentence", "section"}) {
      EXPECT_EQ(outcome({{"a.toml", unless(in)}}), records ? "ok" : "E-TYPE 7:6") << unless(in);
    }
  }
}

TEST(RulesLoad, Examples) {
  const auto example = [](std::string_view more) {
    return rule(fmt::format("pattern = 'x'\n[[rules.unless]]\nid = 'u'\npattern = 'y'\n[[rules.examples]]\n{}", more));
  };
  check({
      {example("text = 't'\nexpect = []"), "ok"},
      {example("text = 't'\nsource = 's'\ntodo = 'later'\nexpect = [{ value = '1.5', year = 2025, unit = '' }, {}]"),
       "ok"},
      {example("expect = []"), "E-KEY 8:1"},
      {example("text = 't'"), "E-KEY 8:1"},
      {example("text = 1\nexpect = []"), "E-TYPE 9:8"},
      {example("text = 't'\nexpect = { value = '1' }"), "E-TYPE 10:10"},
      {example("text = 't'\nexpect = [{ valu = '1' }]"), "E-KEY 10:13"},
      {example("text = 't'\nexpect = [{ value = 1.5 }]"), "E-TYPE 10:21"},
      {example("text = 't'\nexpect = [{ value = true }]"), "E-TYPE 10:21"},
      {example("text = 't'\nexpect = []\nbecause = 'no-match'"), "ok"},
      {example("text = 't'\nexpect = []\nbecause = 'unless:u'"), "ok"},
      {example("text = 't'\nexpect = []\nbecause = 'rule:r'"), "ok"},
      {example("text = 't'\nexpect = []\nbecause = 'unless:v'"), "E-ID 11:11"},
      {example("text = 't'\nexpect = []\nbecause = 'rule:v'"), "E-ID 11:11"},
      {example("text = 't'\nexpect = []\nbecause = 'nothing'"), "E-TYPE 11:11"},
      {example("text = 't'\nexpect = [{}]\nbecause = 'no-match'"), "E-KEY 11:1"},
      {rule_of("period",
               "pattern = '(?P<year>x)'\n[[rules.examples]]\ntext = 't'\nexpect = [{ year = 1, tense = 'past' }]"),
       "ok"},
      {rule_of("period", "pattern = 'x'\n[[rules.examples]]\ntext = 't'\nexpect = [{ value = 1 }]"), "E-KEY 7:13"},
  });
}

TEST(RulesLoad, Dimensions) {
  check({
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = '1/1000', '万千瓦' = 10 }", "ok"},
      {"[dimensions.'area.land']\ncanonical = 'ha'\nfactors = { '亩' = '1/15' }", "ok"},
      {"[dimensions.area.land]\ncanonical = 'ha'\nfactors = { '亩' = '1/15' }", "E-UNIT 1:18"},
      {"[dimensions.count]\ncounter = true\nwords = ['家', '个']", "ok"},
      {"[dimensions.count]\ncounter = true", "E-KEY 1:1"},
      {"[dimensions.count]\ncounter = true\nwords = []", "E-UNIT 1:13"},
      {"[dimensions.count]\ncounter = true\nwords = ['家']\ncanonical = 'x'", "E-KEY 4:1"},
      {"[dimensions.power]\nfactors = { '千瓦' = 1 }", "E-KEY 1:1"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = 0.001 }", "E-TYPE 3:20"},
      {"[dimensions.power]\ncanonical = 'MW'\nwords = ['千瓦']", "E-UNIT-FACTOR 3:1"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = ['千瓦']", "E-UNIT-FACTOR 3:1"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = 1", "E-UNIT-FACTOR 3:1"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = 'many' }", "E-UNIT-FACTOR 3:20"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = 0 }", "E-UNIT-FACTOR 3:20"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = '-1' }", "E-UNIT-FACTOR 3:20"},
      {"[dimensions.a]\ncanonical = 'A'\nfactors = { 'x' = 1 }\n[dimensions.b]\ncanonical = 'B'\nfactors = { 'x' = 1 }",
       "E-UNIT-DUP 6:13"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '㎾' = '0.001', 'kW' = '1/1000', 'ｋＷ' = '0.001' }", "ok"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '㎾' = '0.001', 'kW' = 1 }", "E-UNIT-DUP 3:28"},
      {"[dimensions.power]\ncanonical = ''\nfactors = { '千瓦' = 1 }", "E-UNIT 2:13"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '' = 1 }", "E-UNIT 3:13"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = '1/0' }", "E-UNIT-FACTOR 3:20"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { 'MW' = 1000 }", "E-UNIT 3:13"},  // not what it is itself
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { 'ＭＷ' = 1, '兆瓦' = '1.0' }", "ok"},
      {"[dimensions.a]\ncanonical = 'A'\nfactors = { 'x' = 1 }\n[dimensions.b]\ncanonical = 'A'\nfactors = { 'y' = 1 }",
       "E-UNIT 5:13"},
      {"[dimensions.a]\ncanonical = 'A'\nfactors = { 'B' = 1 }\n[dimensions.b]\ncanonical = 'B'\nfactors = { 'y' = 1 }",
       "E-UNIT 3:13"},  // whichever comes first
      {"[dimensions.a]\ncanonical = 'A'\nfactors = { 'x' = 1 }\n[dimensions.b]\ncounter = true\nwords = ['A']",
       "E-UNIT 6:10"},
      {"[dimensions.a]\ncanonical = 'A'\nfactors = { 'x' = 1 }\n[dimensions.a]\ncanonical = 'A'\nfactors = { 'x' = 1 }",
       "E-TOML 4:1"},
      {"[dimensions.count]\ncounter = true\nwords = ['家', '家']", "E-UNIT-DUP 3:15"},
      {"[dimensions.Power]\ncanonical = 'MW'\nfactors = { '千瓦' = 1 }", "E-UNIT 1:13"},
      {"[dimensions]\npower = 1", "E-TYPE 2:9"},
  });
}

TEST(RulesLoad, UnitsOfTwoFilesAreOneTable) {
  EXPECT_EQ(outcome({{"a", "[dimensions.a]\ncanonical = 'A'\nfactors = { 'x' = 1 }"},
                     {"b", "[dimensions.b]\ncanonical = 'A'\nfactors = { 'x' = 1 }"},
                     {"c", "[dimensions.a]\ncanonical = 'C'\nfactors = { 'z' = 1 }"}}),
            "E-UNIT 2:13, E-UNIT-DUP 3:13, E-UNIT 1:13");
}

TEST(RulesLoad, Periods) {
  check({
      {"[periods]\n'十四五' = [2021, 2025]", "ok"},
      {"[periods]\n'十四五' = [2025, 2021]", "E-TYPE 2:9"},
      {"[periods]\n'十四五' = [2021]", "E-TYPE 2:9"},
      {"[periods]\n'十四五' = ['2021', '2025']", "E-TYPE 2:9"},
      {"[periods]\n'十四五' = 2021", "E-TYPE 2:9"},
      {"[periods]\n'十四五' = [21, 25]", "E-TYPE 2:9"},
  });
}

TEST(RulesLoad, ReportsEveryProblemOfEveryFileInOrder) {
  const std::vector<RuleFile> files = {{"b.toml", rule("pattern = '(?=x)'\npatern = 1")},
                                       {"a.toml", "verson = 1\n[fragments]\nf = '(x)'"},
                                       {"c.toml", "x"}};
  const Result<RuleSet> result = RuleSet::load(files);
  ASSERT_FALSE(result);
  std::string places;
  for (const Diagnostic& d : result.error()) places += fmt::format("{}:{} ", d.where.file, d.where.line);
  EXPECT_EQ(places, "b.toml:4 b.toml:5 a.toml:1 a.toml:3 c.toml:1 ");
}

TEST(RulesLoad, AnUnreadableFileDoesNotBlameTheUsersOfItsFragments) {
  EXPECT_EQ(outcome({{"a.toml", rule("pattern = '{f}'")}, {"b.toml", "[fragments]\nf = 'x\n"}}), "E-TOML 2:7");
}

TEST(RulesLoad, FilesShareFragmentsUnitsAndPeriods) {
  const Result<RuleSet> rules = RuleSet::load({
      {"a.toml", rule("pattern = '{reach}{unit.power}{plan}'")},
      {"b.toml", "ruleset = 'plan'\nversion = '1.2.0'\n[fragments]\nreach = '达到'\n"},
      {"c.toml",
       "[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = '1/1000' }\n[periods]\n'十四五' = [2021, 2025]"},
      {"d.toml", "[eval]\nindicator_prefixes = ['全市']\n"},
      {"e.toml", "[eval]\nindicator_prefixes = ['本市', '我市']\n"},
  });
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->name_and_version(), "plan@1.2.0");
  EXPECT_EQ(rules->units().dimensions().size(), 1u);
  ASSERT_EQ(rules->named_periods().size(), 1u);
  EXPECT_EQ(rules->named_periods()[0].name, "十四五");
  EXPECT_EQ(rules->named_periods()[0].end, 2025);
  EXPECT_EQ(rules->eval_prefixes(), (std::vector<std::string>{"全市", "本市", "我市"}));
  EXPECT_TRUE(re2::RE2::FullMatch("达到千瓦十四五", *rules->rules()[0].regex));
}

TEST(RulesLoad, ReadsEveryPartOfARule) {
  const Result<RuleSet> rules = RuleSet::load({{"a.toml", rule(R"(description = "d"
rev = 3
priority = 60
keywords = ["达到", "为"]
set = { change = "increase", indicator = 2 }
pattern = [ '''达到''',   # a comment
            '''{quantity:quantity}''' ]
[[rules.unless]]
id = "past"
in = "before"
pattern = '已'
[[rules.examples]]
text = "达到15万千瓦"
source = "s"
expect = [{ value = "150", year = 2025, unit = "" }]
[[rules.examples]]
text = "已达到15万千瓦"
expect = []
because = "unless:past"
todo = "later")")}});
  ASSERT_TRUE(rules) << to_text(rules.error()[0]);
  const Rule& r = rules->rules().at(0);
  EXPECT_EQ(r.id, "r");
  EXPECT_EQ(r.kind, RuleKind::kTarget);
  EXPECT_EQ(r.description, "d");
  EXPECT_EQ(r.rev, 3);
  EXPECT_EQ(r.priority, 60);
  EXPECT_EQ(r.keywords, (std::vector<std::string>{"达到", "为"}));
  EXPECT_EQ(r.set, (std::map<std::string, std::string, std::less<>>{{"change", "increase"}, {"indicator", "2"}}));
  EXPECT_EQ(r.where.line, 9u);
  EXPECT_EQ(r.where.column, 16u);
  ASSERT_EQ(r.unless.size(), 1u);
  EXPECT_EQ(r.unless[0].id, "past");
  EXPECT_EQ(r.unless[0].scope, UnlessScope::kBefore);
  EXPECT_EQ(r.unless[0].where.line, 14u);
  EXPECT_TRUE(re2::RE2::PartialMatch("已", *r.unless[0].regex));
  ASSERT_EQ(r.examples.size(), 2u);
  EXPECT_EQ(r.examples[0].source, "s");
  EXPECT_EQ(r.examples[0].where.line, 16u);
  EXPECT_EQ(r.examples[0].expect,
            (std::vector<ExpectedFields>{{{"value", "150"}, {"year", "2025"}, {"unit", std::nullopt}}}));
  EXPECT_EQ(r.examples[1].because, "unless:past");
  EXPECT_EQ(r.examples[1].todo, "later");
}

TEST(RulesLoad, FoldsKeywordsUnitsAndPeriods) {
  const Result<RuleSet> rules =
      RuleSet::load({{"a.toml",
                      "[dimensions.power]\ncanonical = 'MW'\nfactors = { '㎾' = '0.001', 'kW' = '0.001' }\n[periods]\n"
                      "'“１４５”' = [2021, 2025]\n" +
                          rule("pattern = 'x'\nkeywords = ['（ＣＯ２）']")}});
  ASSERT_TRUE(rules);
  ASSERT_EQ(rules->units().dimensions()[0].surfaces.size(), 1u);
  EXPECT_EQ(rules->units().dimensions()[0].surfaces[0].surface, "kW");
  EXPECT_EQ(rules->named_periods()[0].name, "“145”");
  EXPECT_EQ(rules->rules()[0].keywords, std::vector<std::string>{"(CO2)"});
}

TEST(RulesLoad, OrdersRulesOfAKindByPriorityThenFile) {
  const auto named = [](std::string_view id, std::string_view kind, int priority) {
    return fmt::format("[[rules]]\nid='{}'\nkind='{}'\npattern='x'\npriority={}\n", id, kind, priority);
  };
  const Result<RuleSet> rules =
      RuleSet::load({{"a", named("a", "name", 50) + named("b", "name", 90) + named("c", "mood", 99)},
                     {"b", named("d", "name", 90) + named("e", "name", 10)}});
  ASSERT_TRUE(rules);
  std::string order;
  for (const Rule* rule : rules->rules(RuleKind::kName)) order += rule->id;
  EXPECT_EQ(order, "bdae");
  EXPECT_EQ(rules->rules(RuleKind::kMood).size(), 1u);
  EXPECT_TRUE(rules->rules(RuleKind::kTarget).empty());
  EXPECT_EQ(rules->rules().size(), 5u);
}

TEST(RulesLoad, KindsHaveNames) {
  for (std::size_t i = 0; i < kRuleKinds; ++i) {
    const auto kind = static_cast<RuleKind>(i);
    EXPECT_FALSE(to_string(kind).empty());
    EXPECT_EQ(parse_rule_kind(to_string(kind)), kind);
  }
  EXPECT_EQ(to_string(RuleKind::kHeading), "heading");
  EXPECT_EQ(to_string(RuleKind::kBound), "bound");
  EXPECT_EQ(parse_rule_kind("Target"), std::nullopt);
}

// Hostile files: each is refused with a message, in time.
TEST(RulesLoad, Limits) {
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
  };
  EXPECT_EQ(outcome({{"a", repeated("#\n", (2u << 20) + 1)}}), "E-LIMIT 0:0");
  EXPECT_EQ(outcome({{"a", "a" + repeated(".a", 500000) + " = 1"}}), "E-LIMIT 1:66");
  EXPECT_EQ(outcome({{"a", "a = " + repeated("[", 100000)}}).substr(0, 6), "E-TOML");
  EXPECT_EQ(outcome({{"a", rule("pattern = '" + repeated("x", 70000) + "'")}}), "E-LIMIT 4:11");
  EXPECT_EQ(outcome({{"a", rule("pattern = '(?:.{500}){2}(?:.{500}){2}'")}}), "ok");
  EXPECT_EQ(outcome({{"a", rule("pattern = '(?:\\p{Han}{50}){20}'")}}), "E-LIMIT 4:11");
  EXPECT_EQ(outcome({{"a", rule("pattern = '" + repeated("(?:", 200) + repeated(")", 200) + "'")}}), "ok");
  EXPECT_EQ(outcome({{"a", rule("pattern = '" + repeated("(?:", 201) + repeated(")", 201) + "'")}}), "E-LIMIT 4:11");
  EXPECT_EQ(outcome({{"a", rule("pattern = '" + repeated("(?:", 16000) + repeated(")", 16000) + "'")}}),
            "E-LIMIT 4:11");
  EXPECT_EQ(outcome({{"a", rule("pattern = '" + repeated("(?:", 150) + "{f}" + repeated(")", 150) +
                                "'\n[fragments]\nf = '" + repeated("(?:", 100) + repeated(")", 100) + "'")}}),
            "E-LIMIT 4:11");
  EXPECT_EQ(outcome({{"a", rule("pattern = '[]" + repeated("(", 300) + "]" + repeated("\\(", 300) + "'")}}), "ok");
  EXPECT_EQ(
      outcome({{"a", rule("pattern = 'x'\n[[rules.examples]]\nexpect = []\ntext = '" + repeated("x", 70000) + "'")}}),
      "E-LIMIT 7:8");
  std::string many;
  for (int i = 0; i < 20001; ++i) many += fmt::format("[[rules]]\nid='r{}'\nkind='name'\npattern='x'\n", i);
  EXPECT_EQ(outcome({{"a", many}}), "E-LIMIT 80001:1");
}

TEST(RulesLoad, StopsCountingProblems) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += fmt::format("key{} = 1\n", i);
  const Result<RuleSet> result = RuleSet::load({{"a", text}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().size(), 201u);
  EXPECT_EQ(result.error().back().code, "E-LIMIT");
}

TEST(RulesLoad, QuotesSourceLinesOnlyAsFarAsMemoryAllows) {
  std::string line = "tags = [";
  for (int i = 0; i < 150000; ++i) line += "1,       ";
  const Result<RuleSet> result = RuleSet::load({{"a", rule("status = 'new'\npattern = 'x'\n" + line + "]")}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().size(), 201u);
  EXPECT_TRUE(result.error().front().source == "status = 'new'");  // a problem of a short line
  std::size_t quoted = 0;
  for (const Diagnostic& d : result.error()) quoted += d.source.size();
  EXPECT_LE(quoted, 20u << 20);
  EXPECT_GT(quoted, line.size());
}

TEST(RulesLoad, EmbeddedFilesAreASet) {
  const std::vector<RuleFile>& files = RuleSet::embedded_files();
  ASSERT_FALSE(files.empty());
  const Result<RuleSet> rules = RuleSet::load(files);
  if (!rules) {
    for (const Diagnostic& d : rules.error()) ADD_FAILURE() << to_text(d);
    return;
  }
  EXPECT_EQ(rules->name(), "plan");
}

// The set that the program carries says of what a clause needs what its files say.
TEST(RulesLoad, EmbeddedSetKnowsTheLiteralsOfItsFiles) {
  const Result<RuleSet> loaded = RuleSet::load(RuleSet::embedded_files());
  ASSERT_TRUE(loaded.has_value());
  const std::vector<Rule>& read = RuleSet::embedded().rules();
  ASSERT_EQ(read.size(), loaded->rules().size());
  std::size_t with_literals = 0;
  for (std::size_t r = 0; r < read.size(); ++r) {
    const Rule& rule = loaded->rules()[r];
    EXPECT_EQ(read[r].literals, rule.literals) << rule.id;
    ASSERT_EQ(read[r].unless.size(), rule.unless.size()) << rule.id;
    for (std::size_t u = 0; u < rule.unless.size(); ++u) {
      EXPECT_EQ(read[r].unless[u].literals, rule.unless[u].literals) << rule.id << ' ' << rule.unless[u].id;
      EXPECT_TRUE(rule.unless[u].regex.compiled());
      with_literals += !rule.unless[u].literals.empty();
    }
  }
  EXPECT_GT(with_literals, 10u);
}

}  // namespace
}  // namespace mubiao
