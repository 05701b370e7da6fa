// Lints in tables: a rule file, and what check_rules() finds in it. What it must not find stands beside what it must;
// the words are in tests/diagnostics.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "mubiao/lint.h"

namespace mubiao {
namespace {

// "W-PREFIX 4:13, E-KEY 5:1"
std::string outcome(const LintResult& result) {
  std::string out;
  for (const Diagnostic& finding : result.findings) {
    if (!out.empty()) out += ", ";
    out += finding.code + " " + std::to_string(finding.where.line) + ":" + std::to_string(finding.where.column);
  }
  return out.empty() ? "ok" : out;
}

struct Row {
  std::string toml;
  std::string expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(outcome(check_rules({{"a.toml", row.toml}})), row.expected) << row.toml;
}

// A rule of this kind whose pattern stands in line 4, from column 12.
std::string rule_of(std::string_view kind, std::string_view pattern, std::string_view more = "") {
  return "[[rules]]\nid = 'a'\nkind = '" + std::string(kind) + "'\npattern = '" + std::string(pattern) + "'\n" +
         std::string(more);
}

TEST(Lints, EveryOneIsExplained) {
  std::string_view last;
  for (const Lint& lint : lints()) {
    EXPECT_LT(last, lint.id);
    last = lint.id;
    EXPECT_EQ(find_lint(lint.id), &lint);
    EXPECT_FALSE(lint.summary.empty()) << lint.id;
    EXPECT_EQ(lint.summary.find('\n'), std::string_view::npos) << lint.id;
    EXPECT_GT(std::count(lint.help.begin(), lint.help.end(), '\n'), 2) << lint.id;
    EXPECT_EQ(lint.severity, lint.id.starts_with("E-") ? Severity::kError : Severity::kWarning) << lint.id;
  }
  EXPECT_EQ(find_lint("E-NOTHING"), nullptr);
}

TEST(Lints, AsciiWordsAndBoundaries) {
  check({
      {rule_of("mood", "规划年\\b"), "W-ASCII 4:15"},
      {rule_of("mood", "\\b规划年"), "W-ASCII 4:12"},
      {rule_of("mood", "规\\B划"), "W-ASCII 4:13"},
      {rule_of("mood", "\\b(?:GDP|产值)"), "W-ASCII 4:12"},
      {rule_of("mood", "{period}\\b"), "W-ASCII 4:20"},
      {rule_of("mood", "约[^,]\\b"), "W-ASCII 4:17"},
      {rule_of("mood", "\\bGDP\\b"), "ok"},
      {rule_of("mood", "\\b5G基站"), "ok"},
      {rule_of("mood", "建设\\bA"), "ok"},
      {rule_of("mood", "建设\\w+工程"), "W-ASCII 4:14"},
      {rule_of("mood", "建设[\\w.-]+工程"), "W-ASCII 4:14"},
      {rule_of("mood", "建设[[:alnum:]]+"), "W-ASCII 4:14"},
      {rule_of("mood", "\\w+", "keywords = ['a']"), "W-ASCII 4:12"},
      {rule_of("mood", "建设[\\p{Han}\\w]+工程"), "ok"},
      {rule_of("mood", "[A-Z]\\w*型"), "ok"},
      {rule_of("name", "[\\w.]+@[\\w.]+"), "ok"},
      {rule_of("mood", "完工\\W"), "W-ASCII 4:14"},
      {rule_of("mood", "A\\WB"), "ok"},
      {rule_of("name", "第\\s*\\d+\\s*号"), "ok"},  // folded digits and blanks are ASCII
  });
}

TEST(Lints, DigitsInTypedText) {
  const std::string named = "[[rules]]\nid = 'n'\nkind = 'name'\npattern = '第\\d+条'\n";
  check({
      {rule_of("target", "达到\\d+万千瓦"), "W-ASCII 4:14"},
      {rule_of("target", "[0-9]+%"), "W-ASCII 4:12"},
      {rule_of("target", "\\d{4}年", "[[rules.unless]]\nid = 'u'\npattern = '\\d年'"), "W-ASCII 4:12, W-ASCII 7:12"},
      {rule_of("target", "{quantity}", "[[rules.unless]]\nid = 'u'\nin = 'sentence'\npattern = '\\d年'"), "ok"},
      {rule_of("period", "\\d{4}年"), "ok"},
      {rule_of("target", "^\\d{1,2}[.、]{quantity}"), "ok"},  // the mark of a list is left as it is
      {rule_of("target", "第\\d+条"), "W-ASCII 4:13"},
      {rule_of("target", "第\\d+条") + named, "ok"},
  });
}

TEST(Lints, CharactersThatFoldingReplaces) {
  check({
      {rule_of("mood", "占比％"), "E-UNNORMAL 4:14"},
      {rule_of("mood", "占比%"), "ok"},
      {rule_of("mood", "（达到）"), "E-UNNORMAL 4:12, E-UNNORMAL 4:15"},
      {rule_of("mood", "达到\\x{FF05}"), "E-UNNORMAL 4:14"},
      {rule_of("mood", "达到[％%]"), "E-UNNORMAL 4:15"},
      {rule_of("mood", "达到[０-９]"), "E-UNNORMAL 4:15"},
      {rule_of("mood", "达到[^：:]"), "E-UNNORMAL 4:16"},
      {rule_of("mood", "达到[,，]"), "ok"},     // the full-width comma stays
      {rule_of("mood", "达到[①-⑳〇²]"), "ok"},  // so do these
      {rule_of("mood", "达到[\\x{4E00}-\\x{FAFF}]"), "ok"},
      {rule_of("mood", "“十四五”《规划》、。"), "ok"},
      {rule_of("mood", "达到　目标"), "E-UNNORMAL 4:14"},    // U+3000
      {rule_of("mood", "达到", "keywords = ['％']"), "ok"},  // folded for the author
      {"[fragments]\nx = '占比％'\n" + rule_of("mood", "{x}"), "E-UNNORMAL 2:8"},
      {"[dimensions.ratio]\ncanonical = '%'\nfactors = { '％' = 1 }\n" + rule_of("name", "第{unit.ratio}"), "ok"},
  });
}

TEST(Lints, AlternativesThatNeverWin) {
  check({
      {rule_of("name", "第\\d+(?:万|万亿)"), "W-PREFIX 4:21"},
      {rule_of("name", "第\\d+(?:万亿|万)"), "ok"},
      {rule_of("name", "第\\d+(?:万|万亿)元"), "ok"},  // 元 follows: the second is found
      {rule_of("name", "第\\d+(?:万|万亿)$"), "ok"},   // and so here
      {rule_of("name", "第\\d+(?:万|万亿)元?"), "W-PREFIX 4:21"},
      {rule_of("name", "第\\d+(?:万|万亿)亿?"), "ok"},  // 亿 is taken all the same
      {rule_of("name", "第(?:万|亿|万亿)+"), "ok"},     // and here, by the next turn
      {rule_of("name", "第(?:万|百|万亿)+"), "W-PREFIX 4:20"},
      {rule_of("name", "第(?:万|万亿){2}"), "ok"},  // another one must follow
      {rule_of("name", "第一|第一次"), "W-PREFIX 4:15"},
      {rule_of("name", "第(?:\\d|\\d\\d)"), "W-PREFIX 4:19"},
      {rule_of("name", "第(?:一|[一二]年)"), "W-PREFIX 4:18"},
      {rule_of("name", "第(?:|一)"), "W-PREFIX 4:17"},
      {rule_of("name", "第(?:一|)"), "ok"},
      {rule_of("name", "第(?:一|一)"), "ok"},                              // needless, but not cut short
      {rule_of("name", "第(?:二|一(?:月|月份))"), "W-PREFIX 4:24"},        // told once, where it is
      {rule_of("name", "(?i)第(?:a|ab)"), "ok"},                           // flags: not looked into
      {rule_of("metadata", "(?P<title>方案|方案稿).*"), "W-PREFIX 4:25"},  // captured: the rest does not help
      {rule_of("metadata", "(?:方案|方案稿).*"), "ok"},
      {"[fragments]\ns = '万|万亿'\n" + rule_of("name", "第\\d{s}元") +
           "[[rules]]\nid = 'b'\nkind = 'name'\npattern = '共\\d{s}'",
       "W-PREFIX 2:8"},  // in one rule of two
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { '千瓦' = 1, '千瓦时' = 2 }\n" +
           rule_of("name", "第{unit.power}"),
       "ok"},  // longest first
  });
}

TEST(Lints, WildPatterns) {
  const std::string unless = "[[rules.unless]]\nid = 'u'\nin = 'before'\npattern = ";
  check({
      {rule_of("mood", "(?:大约|约)?"), "W-WILD 4:11"},
      {rule_of("mood", "^(?:大约|约)*"), "W-WILD 4:11"},
      {rule_of("mood", "^(?:大约|约)*$"), "ok"},  // nothing but these
      {rule_of("mood", "约|"), "W-WILD 4:11"},
      {rule_of("mood", "约", unless + "'(?:力争)*$'"), "W-WILD 8:11"},
      {rule_of("mood", "约", unless + "'^(?:力争)*$'"), "ok"},
      {rule_of("department", "^由.*负责"), "W-WILD 4:14"},
      {rule_of("department", "^由.+?负责"), "W-WILD 4:14"},
      {rule_of("department", "^由.{0,9}负责"), "ok"},
      {rule_of("department", "^由[^。]*负责"), "ok"},
      {rule_of("department", "^由甲局.*"), "ok"},  // the rest of the line
      {rule_of("department", "^由甲局(?P<names>.*)$"), "ok"},
      {rule_of("mood", "由.*负责"), "ok"},  // a clause
      {rule_of("target", "{quantity}", "[[rules.unless]]\nid = 'u'\nin = 'section'\npattern = '目标.*任务'"),
       "W-WILD 8:14"},
      {rule_of("mood", "^[^,]+\\p{Han}"), "W-WILD 4:11"},
      {rule_of("mood", "^[^,]+\\p{Han}", "keywords = ['目前']"), "ok"},
      {rule_of("mood", "[\\p{Han}]+|约"), "W-WILD 4:11"},
      {rule_of("mood", "[\\p{Han}]+[省市]"), "ok"},
      {rule_of("name", "\\d\\.\\d"), "ok"},
      {rule_of("target", "{quantity:quantity}"), "ok"},
      {rule_of("target", "^[^,]+"), "ok"},  // tried on quantities only
  });
}

TEST(Lints, CostlyPatterns) {
  const std::string budget = "[lints.W-COST]\nbudget = ";
  check({
      {rule_of("mood", "建成[^。]{0,80}工程"), "W-COST 4:14"},
      {rule_of("mood", "建成[^。]*工程"), "ok"},
      {budget + "10\n" + rule_of("mood", "建成[^。]*工程"), "W-COST 6:11"},
      {rule_of("mood", "建成(?:[^。]{0,80})*工程"), "W-COST 4:17"},
      {budget + "3000\n" + rule_of("mood", "建成[^。]{0,80}工程"), "ok"},
      {budget + "0\n" + rule_of("mood", "建成"), "E-TYPE 2:10"},
      {budget + "30\n" +
           rule_of("mood", "建成(?:力争|努力|争取|奋力|尽力|力求|尽量|国家|上级|中央|协调|支持|安排|落实)*"),
       "ok"},  // a run of words is looked up
      {budget + "30\n" +
           rule_of("mood", "建成(?:力争|努力|争取|奋力|尽力|力求|尽量|国家|上级|中央|协调|支持|安排|落实)"),
       "W-COST 6:11"},
  });
}

TEST(Lints, UnusedFragments) {
  check({
      {"[fragments]\nx = '力争'\n" + rule_of("mood", "{x}"), "ok"},
      {"[fragments]\nx = '力争'\n" + rule_of("mood", "力争"), "W-UNUSED 2:1"},
      {"[fragments]\nx = '力争'\ny = '{x}'\n" + rule_of("mood", "力争"), "W-UNUSED 2:1, W-UNUSED 3:1"},
      {"[fragments]\nx = '力争'\ny = '{x}'\n" + rule_of("mood", "{y}"), "ok"},
      {"[fragments]\nx = '力争'\n" + rule_of("mood", "约", "[[rules.unless]]\nid = 'u'\npattern = '{x}'"), "ok"},
      // Of a set that does not load nobody knows.
      {"[fragments]\nx = '力争'\n" + rule_of("modo", "{x}"), "E-TYPE 5:8"},
  });
}

TEST(Lints, ErrorsAndWarningsAreToldTogether) {
  const LintResult result = check_rules({
      {"a.toml", rule_of("mood", "占比％", "descripton = 'x'") +
                     "\n[[rules]]\nid = 'b'\nkind = 'name'\npattern = '第(?:万|万亿)'"},
      {"b.toml", "[[rules]]\nid = 'c'\nkind = 'mood'\npattern = '建设\\w+'"},
  });
  EXPECT_FALSE(result.rules);
  EXPECT_EQ(outcome(result), "E-UNNORMAL 4:14, E-KEY 5:1, W-PREFIX 9:18, W-ASCII 4:14");
  EXPECT_EQ(result.findings.back().where.file, "b.toml");
}

TEST(Lints, ARuleSetWithFindingsLoadsAllTheSame) {
  const LintResult result = check_rules({{"a.toml", rule_of("mood", "占比％")}});
  ASSERT_TRUE(result.rules);
  EXPECT_EQ(result.rules->rules().size(), 1u);
  EXPECT_TRUE(RuleSet::load({{"a.toml", rule_of("mood", "占比％")}}));
}

TEST(Lints, SwitchedOffWithAReason) {
  const std::string begin = "[[rules]]\nid = 'a'\nkind = 'name'\n";
  const std::string wrong = "pattern = '第(?:万|万亿)'";
  check({
      {begin + wrong + "  # mubiao:allow W-PREFIX for a test", "ok"},
      {begin + "# mubiao:allow W-PREFIX for a test\n" + wrong, "ok"},
      {begin + "# mubiao:allow W-PREFIX for a test\n# and more\n" + wrong, "ok"},
      {begin + "# mubiao:allow W-PREFIX for a test\n\n" + wrong, "W-ALLOW 4:16, W-PREFIX 6:18"},
      {begin + wrong + "\n# mubiao:allow W-PREFIX for a test", "W-PREFIX 4:18, W-ALLOW 5:16"},
      {begin + wrong + "  # mubiao:allow W-PREFIX", "W-PREFIX 4:18, E-ALLOW 4:39"},
      {begin + wrong + "  # mubiao:allow W-PREFIX  ", "W-PREFIX 4:18, E-ALLOW 4:39"},
      {begin + wrong + "  # mubiao:allow W-ASCII for a test", "W-PREFIX 4:18, W-ALLOW 4:39"},
      {begin + wrong + "  # mubiao:allow E-ID for a test", "W-PREFIX 4:18, E-ALLOW 4:39"},
      {begin + wrong + "  # mubiao: allow W-PREFIX for a test", "ok"},
      {begin + wrong + "  # mubiao is a program", "W-PREFIX 4:18"},
      {begin + "description = '# mubiao:allow W-PREFIX in a string'\n" + wrong, "W-PREFIX 5:18"},
      {begin + "description = '''\n# mubiao:allow W-PREFIX in a string\n'''\n" + wrong, "W-PREFIX 7:18"},
      {begin + "description = \"\\\"# mubiao:allow W-PREFIX in a string\"\n" + wrong, "W-PREFIX 5:18"},
      {begin + "description = ''''x''''' # mubiao:allow W-PREFIX behind quotes\n" + wrong,
       "W-ALLOW 4:41, W-PREFIX 5:18"},
      {"[lints.W-PREFIX]\nallow = true\nreason = 'for a test'\n" + begin + wrong, "ok"},
      {"[lints.W-PREFIX]\nallow = true\n" + begin + wrong, "E-ALLOW 1:8, W-PREFIX 6:18"},
      {"[lints.W-PREFIX]\nallow = true\nreason = ' '\n" + begin + wrong, "E-ALLOW 1:8, W-PREFIX 7:18"},
      {"[lints.W-PREFIX]\nreason = 'for a test'\n" + begin + wrong, "W-PREFIX 6:18"},
      {"[lints.W-COST]\nallow = true\nreason = 'for a test'\n" + begin + wrong, "W-ALLOW 1:8, W-PREFIX 7:18"},
      {"[lints.W-PREFX]\nallow = true\nreason = 'for a test'\n" + begin + wrong, "E-ALLOW 1:8, W-PREFIX 7:18"},
      {"[lints.W-PREFIX]\nallow = 1\n" + begin + wrong, "E-TYPE 2:9, W-PREFIX 6:18"},
      {"[lints.W-PREFIX]\nbudget = 1\n" + begin + wrong, "E-KEY 2:1, W-PREFIX 6:18"},
      {"[lints]\nW-PREFIX = 'off'\n" + begin + wrong, "E-TYPE 2:12, W-PREFIX 6:18"},
      {"lints = 1\n" + begin + wrong, "E-TYPE 1:9, W-PREFIX 5:18"},
  });
}

TEST(Lints, AnAllowanceInAFragmentHoldsForAllItsRules) {
  check({{"[fragments]\n# mubiao:allow W-PREFIX for a test\ns = '万|万亿'\n" + rule_of("name", "第{s}") +
              "[[rules]]\nid = 'b'\nkind = 'name'\npattern = '共{s}'",
          "ok"}});
}

// What others find in a set goes the same way.
TEST(Lints, MoreFindings) {
  LintOptions options;
  int calls = 0;
  options.more = [&](const RuleSet& rules) {
    ++calls;
    Diagnostic finding{Severity::kWarning, "W-ASCII", "more", rules.rules().front().where};
    Diagnostic another{Severity::kError, "E-UNNORMAL", "more", {"a.toml", 1, 1}};
    return std::vector<Diagnostic>{finding, another};
  };
  const std::string rule = rule_of("mood", "约");
  EXPECT_EQ(outcome(check_rules({{"a.toml", rule}}, options)), "E-UNNORMAL 1:1, W-ASCII 4:12");
  EXPECT_EQ(outcome(check_rules({{"a.toml", "# mubiao:allow E-UNNORMAL for a test\n" + rule}}, options)),
            "E-UNNORMAL 1:1, W-ALLOW 1:16, W-ASCII 5:12");
  const std::string allowed = "[lints.W-ASCII]\nallow = true\nreason = 'for a test'\n";
  EXPECT_EQ(outcome(check_rules({{"a.toml", allowed + rule}}, options)), "E-UNNORMAL 1:1");
  EXPECT_EQ(calls, 3);
  EXPECT_EQ(outcome(check_rules({{"a.toml", "x = 1\n" + rule}}, options)), "E-KEY 1:1");
  EXPECT_EQ(calls, 3);  // it does not load
}

std::string compared(const std::string& base, const std::string& now) {
  LintOptions options;
  options.base = {{"a.toml", base}};
  options.base_name = "main";
  return outcome(check_rules({{"a.toml", now}}, options));
}

TEST(Lints, RevisionsAgainstABase) {
  const std::string old = rule_of("mood", "约", "set = { tense = 'past' }\n");
  struct Pair {
    std::string base;
    std::string now;
    std::string expected;
  };
  const std::string unless = "[[rules.unless]]\nid = 'u'\npattern = '";
  const std::string fragment = "[fragments]\nx = '";
  const std::vector<Pair> rows = {
      {old, old, "ok"},
      {old, rule_of("mood", "大约", "set = { tense = 'past' }\n"), "W-REV 2:6"},
      {old, rule_of("mood", "约", "set = { tense = 'future' }\n"), "W-REV 2:6"},
      {old, rule_of("carry", "约"), "W-REV 2:6"},
      {old, old + unless + "不'", "W-REV 2:6"},
      {old + unless + "不'", old + unless + "没'", "W-REV 2:6"},
      {old + unless + "不'", old + unless + "不'\nin = 'after'", "W-REV 2:6"},
      {old, rule_of("mood", "大约", "rev = 2\n"), "ok"},
      {rule_of("mood", "约", "rev = 2\n"), rule_of("mood", "约"), "W-REV 2:6"},
      {old, rule_of("mood", "约", "set = { tense = 'past' }\ndescription = 'x'\npriority = 9\n"), "ok"},
      {rule_of("mood", "大约"), "[[rules]]\nid = 'a'\nkind = 'mood'\npattern = ['大', '约']",
       "ok"},  // spelled otherwise
      {rule_of("mood", "约"), rule_of("mood", "约", "[[rules]]\nid = 'b'\nkind = 'mood'\npattern = '近'"), "ok"},
      {fragment + "约'\n" + rule_of("mood", "{x}"), fragment + "大约'\n" + rule_of("mood", "{x}"), "W-REV 2:1"},
      {fragment + "约'\n" + rule_of("mood", "{x}"), fragment + "大约'\n" + rule_of("mood", "{x}", "rev = 2"), "ok"},
      {fragment + "约'\n" + rule_of("mood", "{x}"),
       "[fragments]\n# mubiao:allow W-REV the same in other words\nx = '大约'\n" + rule_of("mood", "{x}"), "ok"},
      {"[periods]\n'十五' = [2001, 2005]\n" + rule_of("name", "{plan}"),
       "[periods]\n'十五' = [2001, 2005]\n'九五' = [1996, 2000]\n" + rule_of("name", "{plan}"), "ok"},
      // Ids.
      {old, "", "E-ID 0:0"},
      {"version = '1'\n" + old, "version = '2'\n", "ok"},
      {rule_of("mood", "约"), "[[rules]]\nid = 'b'\nkind = 'mood'\npattern = '约'", "E-ID 2:6"},
      {rule_of("mood", "约"), "[[rules]]\nid = 'b'\nkind = 'mood'\npattern = '近'", "E-ID 0:0"},
      {"x = 1", old, "W-REV 0:0"},  // nothing to compare with
  };
  for (const Pair& row : rows) EXPECT_EQ(compared(row.base, row.now), row.expected) << row.base << "\n→\n" << row.now;
}

// Without a base nobody knows whether W-REV would be found.
TEST(Lints, AnAllowanceOfRevisionsIsIdleOnlyWithABase) {
  const std::string rule = rule_of("mood", "约", "# mubiao:allow W-REV for a test\n");
  EXPECT_EQ(outcome(check_rules({{"a.toml", rule}})), "ok");
  EXPECT_EQ(compared(rule, rule), "W-ALLOW 5:16");
}

TEST(Lints, TheDefaultRulesHaveNoFinding) {
  const auto start = std::chrono::steady_clock::now();
  const LintResult result = check_rules(RuleSet::embedded_files());
  const auto elapsed = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(outcome(result), "ok");
  // 0.13 s alone on two cores of 2 GHz. Room for a busy machine and for sanitizers.
  EXPECT_LT(elapsed, std::chrono::seconds(10));
}

// What would take forever is given up, and told.
TEST(Lints, HostilePatternsAreBounded) {
  const auto repeat = [](const std::string& part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
  };
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& pattern : {
           repeat("\\b?", 2) + repeat("\\b年?", 3000),
           repeat("\\w?", 6000),
           "年" + repeat("(?:a|ab", 150) + repeat(")?", 150),
           "年(?:" + repeat("a?b?c?|", 3000) + "d)",
           "年" + repeat("[！-～]?", 3000),
           "年(?:" + repeat("(?:a|b)", 200) + "|c)",
       }) {
    check_rules({{"a.toml", rule_of("mood", pattern)}});
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

TEST(Lints, OnlySoManyAreShown) {
  std::string toml;
  for (int i = 0; i < 300; ++i) {
    toml += "[[rules]]\nid = 'r" + std::to_string(i) + "'\nkind = 'name'\npattern = '第(?:万|万亿)'\n";
  }
  const LintResult result = check_rules({{"a.toml", toml}});
  EXPECT_EQ(result.findings.size(), 201u);
  for (const Diagnostic& finding : result.findings) EXPECT_EQ(finding.severity, Severity::kWarning);
}

}  // namespace
}  // namespace mubiao
