// Fragments: what patterns become, and where their errors are shown.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "mubiao/rule.h"

namespace mubiao {
namespace {

constexpr std::string_view kVocables = R"toml([dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000", "万千瓦" = 10, "MW" = 1, "千瓦(峰值)" = "1/1000" }
[dimensions."area.land"]
canonical = "ha"
factors = { "亩" = "1/15" }
[periods]
"十五" = [2001, 2005]
"十五五" = [2026, 2030]
)toml";

Result<RuleSet> load(std::string_view fragments, std::string_view pattern) {
  return RuleSet::load({{"v.toml", std::string(kVocables)},
                        {"f.toml", fmt::format("[fragments]\n{}\n", fragments)},
                        {"r.toml", fmt::format("[[rules]]\nid = 'r'\nkind = 'target'\npattern = {}\n", pattern)}});
}

struct Row {
  const char* fragments;
  const char* pattern;
  const char* expected;
};

TEST(Fragments, Expand) {
  const Row rows[] = {
      {"reach = '达到|达'", "'{reach}x'", "(?:达到|达)x"},
      {"reach = '达到|达'", "'{reach:verb}x'", "(?P<verb>达到|达)x"},
      {"a = '{b}{2}'\nb = 'x|y'", "'{a}'", "(?:(?:x|y){2})"},
      {"'a.b_2' = 'x'", "'{a.b_2}'", "(?:x)"},
      {"a = ['x', # one\n 'y']", "['{a', '}z']", "(?:xy)z"},  // parts are joined before anything is read
      {"", "'x{2}y{2,}z{2,5}'", "x{2}y{2,}z{2,5}"},           // repetitions
      {"", "'\\p{Han}\\P{Han}\\x{4E00}\\pN'", "\\p{Han}\\P{Han}\\x{4E00}\\pN"},
      {"", "'\\Q{a}(\\E\\{a}[{(]'", "\\Q{a}(\\E\\{a}[{(]"},  // quoted, escaped, in a class
      {"", "'[]{]|[^]{]|[[:alpha:]{]|[\\]{]'", "[]{]|[^]{]|[[:alpha:]{]|[\\]{]"},
      {"", "'{quantity}'", "(?:[\\x{E000}-\\x{E0F0}])"},
      {"", "'{quantity.power:quantity}'", "(?P<quantity>\\x{E000})"},
      {"", "'{quantity.area.land}'", "(?:\\x{E001})"},  // the second dimension of the table
      {"", "'{quantity.composed}{number}'", "(?:\\x{E0F0})(?:\\x{E0F1})"},
      {"", "'{counted}'", "(?:\\x{E0F2})"},
      {"", "'{period}{year}{past}'", "(?:\\x{E100})(?:\\x{E101})(?:\\x{E102})"},
      {"", "'{baseline}{aside}{other}'", "(?:\\x{E103})(?:\\x{E104})(?:\\x{E105})"},
      {"", "'{unit.area.land}'", "(?:亩)"},
      {"", "'{plan}'", "(?:十五五|十五)"},  // longest first
  };
  for (const Row& row : rows) {
    const Result<RuleSet> rules = load(row.fragments, row.pattern);
    ASSERT_TRUE(rules) << row.pattern << "\n" << to_text(rules.error()[0]);
    EXPECT_EQ(rules->rules()[0].pattern, row.expected);
  }
}

TEST(Fragments, UnitsAreMatchedLongestFirstAndLiterally) {
  const Result<RuleSet> rules = load("", "'{unit.power:object}'");
  ASSERT_TRUE(rules);
  for (const char* surface : {"千瓦", "万千瓦", "MW", "千瓦(峰值)"}) {
    std::string found;
    ASSERT_TRUE(re2::RE2::PartialMatch(surface, *rules->rules()[0].regex, &found));
    EXPECT_EQ(found, surface);
  }
}

// "CODE file:line:column width" of every problem.
std::string problems(std::string_view fragments, std::string_view pattern) {
  const Result<RuleSet> result = load(fragments, pattern);
  if (result) return "ok";
  std::string out;
  for (const Diagnostic& d : result.error()) {
    out += fmt::format("{}{} {}:{}:{} {}", out.empty() ? "" : ", ", d.code, d.where.file, d.where.line, d.where.column,
                       d.width);
  }
  return out;
}

TEST(Fragments, Refused) {
  const Row rows[] = {
      {"", "'x{reach}'", "E-FRAG r.toml:4:13 7"},                      // unknown
      {"a = 'x{b}'", "'x'", "E-FRAG f.toml:2:7 3"},                    // unknown, in a fragment nobody uses
      {"", "'{a}{b}'", "E-FRAG r.toml:4:12 3, E-FRAG r.toml:4:15 3"},  // all of them
      {"", "'{unit.weight}'", "E-UNIT r.toml:4:12 13"},
      {"", "'{quantity.weight}'", "E-UNIT r.toml:4:12 17"},
      {"a = '{b}'\nb = '{c}'\nc = '{a}'", "'{a}'", "E-FRAG f.toml:2:1 1"},  // a cycle, once
      {"a = '{a}'", "'x'", "E-FRAG f.toml:2:1 1"},
      {"x = '{a}'\na = '{b}'\nb = '{a}'", "'{x}'", "E-FRAG f.toml:3:1 1"},  // leads into a cycle
      {"a = '{b}'\nb = '{a}'\nc = '{d}'\nd = '{c}'", "'x'", "E-FRAG f.toml:2:1 1, E-FRAG f.toml:4:1 1"},
      {"a = 'x(y)'", "'{a}'", "E-FRAG f.toml:2:7 1"},  // captures
      {"a = '(?P<n>y)'", "'{a}'", "E-FRAG f.toml:2:6 6"},
      {"a = 'y'\nb = '{a:verb}'", "'{b}'", "E-FRAG f.toml:3:6 8"},
      {"quantity = 'x'", "'x'", "E-FRAG f.toml:2:1 8"},  // built in
      {"Reach = 'x'", "'x'", "E-FRAG f.toml:2:1 5"},
      {"a = \"x\"", "'{a}'", "E-TYPE f.toml:2:5 3"},  // users of it are not blamed
      {"a = 1", "'{a}'", "E-TYPE f.toml:2:5 1"},
      {"", "'a{b'", "E-FRAG r.toml:4:13 1"},  // bare braces
      {"", "'a{2,b}'", "E-FRAG r.toml:4:13 1"},
      {"", "'a{,5}'", "E-FRAG r.toml:4:13 1"},
      {"", "'a{B}'", "E-FRAG r.toml:4:13 1"},
      {"", "'a{}'", "E-FRAG r.toml:4:13 1"},
      {"b = 'x'", "'{b:}'", "E-FRAG r.toml:4:12 1"},
      {"b = 'x'", "'{b:1}'", "E-FRAG r.toml:4:12 1"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(problems(row.fragments, row.pattern), row.expected) << row.fragments << row.pattern;
}

TEST(Fragments, DefinedTwiceShowsBothPlaces) {
  const Result<RuleSet> result =
      RuleSet::load({{"a.toml", "[fragments]\nreach = 'x'"}, {"b.toml", "\n[fragments]\nreach = 'y'"}});
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 1u);
  EXPECT_EQ(result.error()[0].where.file, "b.toml");
  EXPECT_NE(result.error()[0].help.find("a.toml:2:1"), std::string::npos) << result.error()[0].help;
}

// RE2 does not say where it stumbled; we do.
TEST(Fragments, ErrorsOfTheRegexStandAtTheAuthorsCharacters) {
  const Row rows[] = {
      {"", "'达到(?=x)'", "E-RE2 r.toml:4:14 3"},
      {"", "'达到(?!x)'", "E-RE2 r.toml:4:14 3"},
      {"", "'达到(?<!x)'", "E-RE2 r.toml:4:14 3"},
      {"", "'(?<verb>x)'", "E-RE2-NAME r.toml:4:12 3"},
      {"", "'a\\1'", "E-RE2 r.toml:4:13 2"},
      {"", "'a(?P=verb)'", "E-RE2 r.toml:4:13 3"},
      {"", "'a*+'", "E-RE2 r.toml:4:13 2"},
      {"", "'(?>a)'", "E-RE2 r.toml:4:12 3"},
      {"", "'(?x)a'", "E-RE2 r.toml:4:12 3"},
      {"", "'a(?#c)'", "E-RE2 r.toml:4:13 3"},
      {"", "'a{1001}'", "E-RE2 r.toml:4:13 6"},
      {"", "'[达到'", "E-RE2 r.toml:4:12 1"},
      {"", "'a(?:b'", "E-RE2 r.toml:4:13 1"},
      {"", "'a)b'", "E-RE2 r.toml:4:13 1"},
      {"", "'a\\'", "E-RE2 r.toml:4:13 1"},
      {"", "'\\pX'", "E-RE2 r.toml:4:12 3"},
      {"", "'[b-a]'", "E-RE2 r.toml:4:13 3"},
      {"", "'|*a'", "E-RE2 r.toml:4:13 1"},
      {"", "'(?:a*|b*)|c|*'", "E-RE2 r.toml:4:24 1"},                // the third *, not the first
      {"", "'\\Q(?=\\E|[(?=]|\\(?=|(?=x)'", "E-RE2 r.toml:4:31 3"},  // three that mean something else
      {"", "['达到', '''x''', 'y(?=z)']", "E-RE2 r.toml:4:29 3"},    // in a part
      {"", "'''\n达到(?=x)'''", "E-RE2 r.toml:5:3 3"},               // on the second line
      {"", "'''\r\n达到(?=x)'''", "E-RE2 r.toml:5:3 3"},
      {"gap = '.*(?=x)'", "'a{gap}b'", "E-RE2 f.toml:2:10 3"},  // in a fragment: there, and once
      {"gap = '.*(?=x)'\nmore = '{gap}'", "'a{more}b{gap}'", "E-RE2 f.toml:2:10 3"},
      {"many = 'x{500}'", "'{many}{500}'", "E-RE2 r.toml:4:18 5"},  // only together
      {"many = '{unit.power}*'", "'(?:{many})*|*'", "E-RE2 r.toml:4:24 1"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(problems(row.fragments, row.pattern), row.expected) << row.fragments << row.pattern;
}

TEST(Fragments, AnErrorInAFragmentNamesItAndARuleThatUsesIt) {
  const Result<RuleSet> result = load("gap = '.*(?=x)'\nmore = 'a{gap}'", "'{more}'");
  ASSERT_FALSE(result);
  const std::string& message = result.error()[0].message;
  EXPECT_NE(message.find("fragment 'gap'"), std::string::npos) << message;
  EXPECT_NE(message.find("rule 'r'"), std::string::npos) << message;
}

TEST(Fragments, OfALoadedSetAreKnownAsWrittenAndExpanded) {
  const Result<RuleSet> result = load("gap = '.*'\nmore = 'a{gap}'", "'{more:verb}b'");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->rules()[0].written, "{more:verb}b");
  EXPECT_EQ(result->rules()[0].pattern, "(?P<verb>a(?:.*))b");
  const std::vector<Fragment>& fragments = result->fragments();
  ASSERT_GT(fragments.size(), 2u);
  EXPECT_EQ(fragments[1].name, "more");
  EXPECT_EQ(fragments[1].written, "a{gap}");
  EXPECT_EQ(fragments[1].pattern, "a(?:.*)");
  EXPECT_EQ(fragments[1].where.line, 3u);
  for (std::size_t i = 2; i < fragments.size(); ++i) {
    EXPECT_EQ(fragments[i].written, "") << fragments[i].name;  // built in
    EXPECT_NE(fragments[i].pattern, "") << fragments[i].name;
  }
  EXPECT_TRUE(RuleSet::embedded().fragments().empty());
}

TEST(Fragments, PlaceholdersAreRefusedWhereTextHasNone) {
  const auto outcome = [](std::string_view kind) {
    return RuleSet::load({{"a.toml", fmt::format("[fragments]\nf = '{{quantity}}'\n[[rules]]\nid = 'r'\nkind = '{}'\n"
                                                 "pattern = 'a{{f}}'",
                                                 kind)}});
  };
  for (const char* kind : {"target", "context", "milestone", "delegated", "mood", "carry", "bound"}) {
    EXPECT_TRUE(outcome(kind)) << kind;
  }
  for (const char* kind : {"heading", "metadata", "department", "name", "period", "baseline"}) {
    const Result<RuleSet> result = outcome(kind);
    ASSERT_FALSE(result) << kind;
    EXPECT_EQ(result.error()[0].code, "E-FRAG");
  }
}

std::string chain(int length) {
  std::string out = "f0 = 'x'\n";
  for (int i = 1; i < length; ++i) out += fmt::format("f{} = '{{f{}}}'\n", i, i - 1);
  return out;
}

// Hostile sets: nothing is expanded past its limit, and nothing recurses with the length of a chain.
TEST(Fragments, Limits) {
  EXPECT_EQ(problems(chain(32), "'{f31}'"), "ok");
  EXPECT_EQ(problems(chain(33), "'{f32}'"), "E-LIMIT f.toml:34:1 3");
  EXPECT_EQ(problems(chain(100000), "'x'"), "E-LIMIT f.toml:34:1 3");
  std::string doubling = "f0 = 'xxxxxxxx'\n";
  for (int i = 1; i < 30; ++i) doubling += fmt::format("f{0} = '{{f{1}}}{{f{1}}}'\n", i, i - 1);
  EXPECT_EQ(problems(doubling, "'x'"), "E-LIMIT f.toml:14:7 12");
  std::string cycle = "f0 = '{f99999}'\n";
  for (int i = 1; i < 100000; ++i) cycle += fmt::format("f{} = '{{f{}}}'\n", i, i - 1);
  EXPECT_EQ(problems(cycle, "'x'"), "E-FRAG f.toml:2:1 2");
}

TEST(Fragments, ASetHasABudgetOfExpandedBytes) {
  std::string fragments = fmt::format("big = '{}'\n", std::string(60000, 'x'));
  std::string rules;
  for (int i = 0; i < 400; ++i) rules += fmt::format("[[rules]]\nid='r{}'\nkind='name'\npattern='{{big}}'\n", i);
  const Result<RuleSet> result = RuleSet::load({{"f", "[fragments]\n" + fragments}, {"r", rules}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().size(), 1u);
  EXPECT_EQ(result.error()[0].code, "E-LIMIT");
}

}  // namespace
}  // namespace mubiao
