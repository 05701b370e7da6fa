// Rule files that extend others: which files are read, and what becomes of what they say.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "map_store.h"
#include "mubiao/lint.h"
#include "mubiao/rule.h"
#include "mubiao/rule_files.h"

namespace mubiao {
namespace {

using Files = std::map<std::string, std::string>;

// A rule whose pattern is on its fourth line.
std::string rule(std::string_view id, std::string_view more = "pattern = 'x'") {
  return fmt::format("[[rules]]\nid = '{}'\nkind = 'target'\n{}\n", id, more);
}
std::string change(std::string_view id, std::string_view more) {
  return fmt::format("[[rules]]\nid = '{}'\noverride = true\n{}\n", id, more);
}
std::string fragments(std::string_view more) { return fmt::format("[fragments]\n{}\n", more); }

const std::vector<RuleFile>& standard() {
  static const std::vector<RuleFile> files = {{"std/a", "ruleset = 'std'\nversion = '9'\n" + rule("s1")},
                                              {"std/b", rule("s2", "pattern = '{f}'") + fragments("f = 'y'")}};
  return files;
}

Result<RuleSet> load(const Files& files, const std::vector<std::string>& paths = {"a.toml"}) {
  MapStore store(files);
  const Result<std::vector<RuleFile>> gathered = gather_rule_files(paths, store, standard());
  if (!gathered) return gathered.error();
  return RuleSet::load(*gathered);
}

std::string all_problems(const std::vector<Diagnostic>& problems) {
  std::string out;
  for (const Diagnostic& d : problems) {
    out += fmt::format("{}{} {}:{}:{}", out.empty() ? "" : ", ", d.code, d.where.file, d.where.line, d.where.column);
  }
  return out;
}

// "ok", or "CODE file:line:column" of every problem.
std::string outcome(const Files& files, const std::vector<std::string>& paths = {"a.toml"}) {
  const Result<RuleSet> rules = load(files, paths);
  return rules ? "ok" : all_problems(rules.error());
}

// Message and help of the first problem.
std::string words(const Files& files, const std::vector<std::string>& paths = {"a.toml"}) {
  const Result<RuleSet> rules = load(files, paths);
  return rules ? "ok" : rules.error().front().message + " / " + rules.error().front().help;
}

// The ids, in file order; or every problem.
std::string ids(const Files& files, const std::vector<std::string>& paths = {"a.toml"}) {
  const Result<RuleSet> rules = load(files, paths);
  if (!rules) return all_problems(rules.error());
  std::string out;
  for (const Rule& each : rules->rules()) out += (out.empty() ? "" : " ") + each.id;
  return out;
}

// A rule of a set that must load.
Rule rule_of(const Files& files, std::string_view id) {
  const Result<RuleSet> rules = load(files);
  EXPECT_TRUE(rules) << to_text(rules.error().front());
  if (!rules) return {};
  const auto found =
      std::find_if(rules->rules().begin(), rules->rules().end(), [&](const Rule& r) { return r.id == id; });
  EXPECT_NE(found, rules->rules().end()) << id;
  return found == rules->rules().end() ? Rule{} : *found;
}

TEST(Extends, ReadsWhatItsPathsLeadTo) {
  struct Row {
    Files files;
    std::vector<std::string> paths;
    const char* expected;
  };
  const Row rows[] = {
      {{{"a.toml", "extends = ['b.toml']\n" + rule("a")}, {"b.toml", rule("b")}}, {"a.toml"}, "a b"},
      {{{"x/a.toml", "extends = ['../b.toml']\n" + rule("a")}, {"b.toml", rule("b")}}, {"x/a.toml"}, "a b"},
      {{{"a.toml", "extends = ['x/b.toml']\n" + rule("a")},  // each path from where it stands
        {"x/b.toml", "extends = ['y/c.toml']\n" + rule("b")},
        {"x/y/c.toml", rule("c")}},
       {"a.toml"},
       "a b c"},
      {{{"a.toml", "extends = ['x']\n" + rule("a")}, {"x/b.toml", rule("b")}, {"x/c.toml", rule("c")}},
       {"a.toml"},
       "a b c"},  // a directory
      {{{"a.toml", "extends = ['std']\n" + rule("a")}}, {"a.toml"}, "a s1 s2"},
      {{{"a.toml", "extends = ['b.toml', 'c.toml']\n" + rule("a")},  // both ways to one file
        {"b.toml", "extends = ['d.toml', 'std']\n" + rule("b")},
        {"c.toml", "extends = ['./d.toml', 'std']\n" + rule("c")},
        {"d.toml", rule("d")}},
       {"a.toml"},
       "a b c d s1 s2"},
      {{{"a.toml", "extends = []\n" + rule("a")}}, {"a.toml"}, "a"},
      // Several paths form one set.
      {{{"a.toml", rule("a")}, {"b.toml", rule("b")}}, {"a.toml", "b.toml", "a.toml"}, "a b"},
      {{{"a.toml", rule("a")}}, {"std", "a.toml"}, "a s1 s2"},
      {{{"a.toml", rule("a")}}, {"a.toml", "std"}, "a s1 s2"},
      {{}, {"std"}, "s1 s2"},
      {{}, {"std", "std"}, "s1 s2"},
      {{{"a.toml", rule("a")}, {"b.toml", rule("a")}}, {"a.toml", "b.toml"}, "E-ID b.toml:2:6"},
      // One file of a directory may extend another, or all of another directory.
      {{{"d/a.toml", "extends = ['b.toml']\n" + change("b", "priority = 1")}, {"d/b.toml", rule("b")}}, {"d"}, "b"},
      {{{"d/a.toml", "extends = ['../d']\n" + rule("a")}}, {"d"}, "E-EXTENDS d/a.toml:1:12"},
      {{{"d/a.toml", rule("a")}, {"c.toml", "extends = ['d']\n" + change("a", "priority = 1")}}, {"d", "c.toml"}, "a"},
  };
  for (const Row& row : rows) EXPECT_EQ(ids(row.files, row.paths), row.expected);
}

TEST(Extends, ReadsAFileOnce) {
  MapStore store({{"a.toml", "extends = ['b.toml', 'c.toml', 'b.toml']"},
                  {"b.toml", "extends = ['d.toml']"},
                  {"c.toml", "extends = ['d.toml']"},
                  {"d.toml", ""}});
  ASSERT_TRUE(gather_rule_files({"a.toml", "d.toml"}, store, {}));
  EXPECT_EQ(store.reads, 4u);
}

TEST(Extends, IsRefusedAtThePathThatLeadsNowhere) {
  struct Row {
    Files files;
    const char* expected;
    const char* words;
  };
  const Row rows[] = {
      {{{"a.toml", "extends = ['b.toml']"}}, "E-EXTENDS a.toml:1:12", "'b.toml' cannot be extended: No such file"},
      {{{"a.toml", "extends = ['x.toml', 'y.toml']"}}, "E-EXTENDS a.toml:1:12, E-EXTENDS a.toml:1:22", "x.toml"},
      {{{"a.toml", "extends = ['b.toml']"}, {"b.toml", "\nextends = ['c.toml']"}},
       "E-EXTENDS b.toml:2:12",
       "relative to the file they stand in, b.toml"},
      {{{"a.toml", "extends = ['/b.toml']"}, {"/b.toml", ""}}, "E-EXTENDS a.toml:1:12", "no relative path"},
      {{{"a.toml", "extends = [\"b.toml\\u0000x\"]"}}, "E-EXTENDS a.toml:1:12", "no relative path"},
      {{{"a.toml", "extends = ['a.toml']"}}, "E-EXTENDS a.toml:1:12", "extends itself: a.toml → a.toml"},
      {{{"a.toml", "extends = ['b.toml']"}, {"b.toml", "extends = ['c.toml']"}, {"c.toml", "extends = ['a.toml']"}},
       "E-EXTENDS c.toml:1:12",
       "extends itself: a.toml → b.toml → c.toml → a.toml"},
      {{{"a.toml", "extends = ['b.toml']"}, {"b.toml", "extends = ['c.toml']"}, {"c.toml", "extends = ['b.toml']"}},
       "E-EXTENDS c.toml:1:12",
       "extends itself: b.toml → c.toml → b.toml"},
      {{{"a.toml", "extends = ['d']"}, {"d/b.toml", ""}, {"d/c.toml", "extends = ['../a.toml']"}},
       "E-EXTENDS d/c.toml:1:12",
       "a.toml → d/c.toml → a.toml"},
      {{{"a.toml", "extends = 'b.toml'"}}, "E-TYPE a.toml:1:11", "an array of strings"},
      {{{"a.toml", "extends = [1, '']"}}, "E-TYPE a.toml:1:12, E-TYPE a.toml:1:15", "an array of strings"},
      // A key that no search for the word finds is seen later, and nothing was read for it.
      {{{"a.toml", "\"\\u0065xtends\" = ['b.toml']"}, {"b.toml", ""}}, "E-EXTENDS a.toml:1:19", "was not read"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(outcome(row.files), row.expected);
    EXPECT_NE(words(row.files).find(row.words), std::string::npos) << words(row.files);
  }
}

TEST(Extends, WhatIsMissingIsNotBlamedOnThoseWhoNeedIt) {
  const std::string needs = rule("a", "pattern = '{f}{quantity.power}'") + change("b", "priority = 1");
  EXPECT_EQ(outcome({{"a.toml", "extends = ['b.toml']\ndisable = ['c']\n" + needs}}), "E-EXTENDS a.toml:1:12");
  EXPECT_EQ(outcome({{"a.toml", "extends = ['b.toml']\ndisable = ['c']\n" + needs}, {"b.toml", "x"}}),
            "E-TOML b.toml:1:2");
}

TEST(Extends, PathsOnTheCommandLineFailAsFiles) {
  EXPECT_EQ(outcome({{"a.toml", ""}}, {"b.toml", "a.toml", "c.toml"}), "E-READ b.toml:0:0, E-READ c.toml:0:0");
}

TEST(Extends, NameAndVersionAreThoseOfTheOutermostSet) {
  const std::string named = "ruleset = 'b'\nversion = '2'\n";
  const auto name = [](const Files& files, const std::vector<std::string>& paths) {
    const Result<RuleSet> rules = load(files, paths);
    return rules ? rules->name_and_version() : all_problems(rules.error());
  };
  const std::string mine = "ruleset = 'a'\nversion = '1'\nextends = ['b.toml', 'std']";
  EXPECT_EQ(name({{"a.toml", mine}, {"b.toml", named}}, {"a.toml"}), "a@1");
  EXPECT_EQ(name({{"a.toml", mine}, {"b.toml", named}}, {"b.toml", "a.toml"}), "a@1");
  EXPECT_EQ(name({{"a.toml", "extends = ['b.toml']"}, {"b.toml", named}}, {"a.toml"}), "rules@0");
  EXPECT_EQ(name({{"a.toml", ""}, {"b.toml", named}}, {"std", "a.toml", "b.toml"}), "b@2");
  EXPECT_EQ(name({}, {"std"}), "std@9");
  EXPECT_EQ(name({{"a.toml", named}, {"b.toml", named}}, {"a.toml", "b.toml"}), "E-ID b.toml:1:1, E-ID b.toml:2:1");
}

TEST(Override, ReplacesValuesAndAddsToLists) {
  const std::string base = rule("r", R"(pattern = '(?P<subject>x)'
rev = 2
priority = 60
description = "old"
status = "stable"
keywords = ["甲"]
tags = ["t"]
set = { change = "increase", needs = "goal" }
[[rules.unless]]
id = "u"
pattern = 'a'
[[rules.examples]]
text = "one"
expect = [])");
  const Rule r = rule_of({{"a.toml", "extends = ['b.toml']\n" + change("r", R"(priority = 70
description = "new"
keywords = ["乙"]
references = ["w"]
set = { change = "level", bound = ">=" }
[[rules.unless]]
id = "v"
pattern = 'b'
[[rules.examples]]
text = "two"
expect = []
because = "unless:u")")},
                          {"b.toml", base}},
                         "r");
  EXPECT_EQ(r.pattern, "(?P<subject>x)");
  EXPECT_EQ(r.kind, RuleKind::kTarget);
  EXPECT_EQ(r.rev, 2);
  EXPECT_EQ(r.priority, 70);
  EXPECT_EQ(r.description, "new");
  EXPECT_EQ(r.status, "stable");
  EXPECT_EQ(r.keywords, (std::vector<std::string>{"甲", "乙"}));
  EXPECT_EQ(r.tags, std::vector<std::string>{"t"});
  EXPECT_EQ(r.references, std::vector<std::string>{"w"});
  EXPECT_EQ(r.set,
            (std::map<std::string, std::string, std::less<>>{{"change", "level"}, {"needs", "goal"}, {"bound", ">="}}));
  ASSERT_EQ(r.unless.size(), 2u);
  EXPECT_EQ(r.unless[1].id, "v");
  EXPECT_EQ(r.unless[1].where.file, "a.toml");
  ASSERT_EQ(r.examples.size(), 2u);
  EXPECT_EQ(r.examples[1].text, "two");
  std::string origins;
  for (const KeyOrigin& origin : r.origins) {
    origins += fmt::format("{} {}:{}\n", origin.key, origin.where.file, origin.where.line);
  }
  EXPECT_EQ(origins,
            "id b.toml:2\nkind b.toml:3\npattern b.toml:4\nrev b.toml:5\npriority a.toml:5\ndescription a.toml:6\n"
            "status b.toml:8\nkeywords b.toml:9\nkeywords a.toml:7\ntags b.toml:10\nset.change a.toml:9\n"
            "set.needs b.toml:11\nset.bound a.toml:9\nreferences a.toml:8\n");
}

TEST(Override, MayGiveANewPatternAndIsReadWithTheRest) {
  const Files base = {{"b.toml", rule("r", "pattern = '(?P<subject>x)'\nset = { indicator = '{subject}' }")}};
  const auto with = [&](const std::string& more) {
    Files files = base;
    files.emplace("a.toml", "extends = ['b.toml']\n" + change("r", more));
    return files;
  };
  EXPECT_EQ(rule_of(with("pattern = ['(?P<subject>y)', 'z']"), "r").pattern, "(?P<subject>y)z");
  EXPECT_EQ(rule_of(with("pattern = '(?P<subject>y)'"), "r").where.file, "a.toml");
  EXPECT_EQ(outcome(with("pattern = 'y'")), "E-SLOT b.toml:5:22");  // what the inherited template needs
  EXPECT_EQ(outcome(with("pattern = '(y'")), "E-RE2 a.toml:5:12");
  EXPECT_EQ(outcome(with("set = { indicator = '{object}' }")), "E-SLOT a.toml:5:22");
  EXPECT_EQ(outcome(with("kind = 'target'")), "ok");
  EXPECT_EQ(outcome(with("kind = 'context'")), "E-TYPE a.toml:5:8");
  EXPECT_EQ(outcome(with("examples = 1")), "E-TYPE a.toml:5:12");
  EXPECT_EQ(outcome(with("keywords = 'x'")), "E-TYPE a.toml:5:12");
  EXPECT_EQ(outcome(with("set = 1")), "E-TYPE a.toml:5:7");
  EXPECT_EQ(outcome(with("priorty = 1")), "E-KEY a.toml:5:1");
}

TEST(Override, GoesOnlyForWhatIsInherited) {
  struct Row {
    Files files;
    const char* expected;
    const char* words;
  };
  const std::string base = "extends = ['b.toml']\n";
  const Row rows[] = {
      {{{"a.toml", base + rule("r")}, {"b.toml", rule("r")}}, "E-ID a.toml:3:6", "write override = true to change it"},
      {{{"a.toml", base + change("reech", "")}, {"b.toml", rule("reach")}},
       "E-ID a.toml:3:6",
       "no inherited rule 'reech' to change / did you mean 'reach'?"},
      {{{"a.toml", change("r", "")}}, "E-ID a.toml:2:6", "the set extends nothing: write extends = [\"std\"]"},
      {{{"a.toml", rule("r") + change("r", "")}}, "E-ID a.toml:6:6", "spoken of twice in one set"},
      {{{"a.toml", base + change("r", "") + change("r", "")}, {"b.toml", rule("r")}},
       "E-ID a.toml:7:6",
       "the other place is a.toml:3:6"},
      {{{"a.toml", "extends = ['b.toml', 'c.toml']"}, {"b.toml", rule("r")}, {"c.toml", rule("r")}},
       "E-ID c.toml:2:6",
       "defined twice"},
      {{{"a.toml", "extends = ['b.toml', 'c.toml']"}, {"b.toml", rule("r")}, {"c.toml", change("r", "")}},
       "E-ID c.toml:2:6",
       "a set that this one does not extend"},
      // Two that do not know of each other both change one rule: neither has the last word.
      {{{"a.toml", "extends = ['b.toml', 'c.toml']"},
        {"b.toml", "extends = ['d.toml']\n" + change("r", "")},
        {"c.toml", "extends = ['d.toml']\n" + change("r", "")},
        {"d.toml", rule("r")}},
       "E-ID c.toml:3:6",
       "it is at b.toml:3:6"},
      {{{"a.toml", "extends = ['b.toml']\n" + change("r", "priority = 1")},
        {"b.toml", "extends = ['c.toml']\n" + change("r", "priority = 2")},
        {"c.toml", rule("r")}},
       "ok",
       "ok"},
      {{{"a.toml", base + change("r", "override = 1")}, {"b.toml", rule("r")}}, "E-TOML a.toml:5:12", "redefine"},
      {{{"a.toml", rule("r", "pattern = 'x'\noverride = 1")}},
       "E-TYPE a.toml:5:12",
       "'override' must be true or false"},
      {{{"a.toml", rule("r", "pattern = 'x'\noverride = false")}}, "ok", "ok"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(outcome(row.files), row.expected);
    EXPECT_NE(words(row.files).find(row.words), std::string::npos) << words(row.files);
  }
}

TEST(Override, KeepsTheLastWord) {
  const Rule r = rule_of({{"a.toml", "extends = ['b.toml', 'c.toml']\n" + change("r", "priority = 1")},
                          {"b.toml", "extends = ['c.toml']\n" + change("r", "priority = 2\nrev = 7")},
                          {"c.toml", rule("r", "pattern = 'x'\npriority = 3")}},
                         "r");
  EXPECT_EQ(r.priority, 1);
  EXPECT_EQ(r.rev, 7);
}

TEST(Disable, TakesInheritedRulesOut) {
  struct Row {
    Files files;
    const char* expected;
    const char* words;
  };
  const std::string base = "extends = ['b.toml']\n";
  const Row rows[] = {
      {{{"a.toml", base + "disable = ['r']"}, {"b.toml", rule("r") + rule("q")}}, "q", "ok"},
      {{{"a.toml", base + "disable = ['r', 'q']"}, {"b.toml", rule("r") + rule("q")}}, "", "ok"},
      {{{"a.toml", base}, {"b.toml", "extends = ['c.toml']\ndisable = ['r']"}, {"c.toml", rule("r")}}, "", "ok"},
      {{{"a.toml", "extends = ['std']\ndisable = ['s2']"}}, "s1", "ok"},
      // The id is free then.
      {{{"a.toml", base + "disable = ['r']\n" + rule("r")}, {"b.toml", rule("r") + rule("q")}}, "r q", "ok"},
      {{{"a.toml", base + rule("r")}, {"b.toml", "extends = ['c.toml']\ndisable = ['r']"}, {"c.toml", rule("r")}},
       "r",
       "ok"},
      {{{"a.toml", base + "disable = ['r']\n" + change("r", "")}, {"b.toml", rule("r")}},
       "E-ID a.toml:4:6",
       "the rule 'r' is switched off / 'disable' at a.toml:2:12 does it"},
      {{{"a.toml", base + "disable = ['reech']"}, {"b.toml", rule("reach")}},
       "E-ID a.toml:2:12",
       "no inherited rule 'reech' to switch off / did you mean 'reach'?"},
      {{{"a.toml", "disable = ['r']\n" + rule("r")}}, "E-ID a.toml:1:12", "the set extends nothing"},
      {{{"a.toml", base + "disable = ['r', 'r']"}, {"b.toml", rule("r")}}, "E-ID a.toml:2:17", "switched off"},
      {{{"a.toml", base + "disable = ['r']"},
        {"b.toml", "extends = ['c.toml']\ndisable = ['r']"},
        {"c.toml", rule("r")}},
       "E-ID a.toml:2:12",
       "'disable' at b.toml:2:12"},
      {{{"a.toml", base + "disable = 'r'"}, {"b.toml", rule("r")}}, "E-TYPE a.toml:2:11", "an array of strings"},
      {{{"a.toml", "extends = ['b.toml', 'c.toml']"},
        {"b.toml", "extends = ['d.toml']\ndisable = ['r']"},
        {"c.toml", "extends = ['d.toml']\n" + change("r", "")},
        {"d.toml", rule("r")}},
       "E-ID c.toml:3:6",
       "a set that this one does not extend"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ids(row.files), row.expected);
    EXPECT_NE(words(row.files).find(row.words), std::string::npos) << words(row.files);
  }
}

TEST(Disable, TakesOutInheritedExamplesInWhichTheRuleWins) {
  const auto example = [](std::string_view because) {
    return fmt::format("[[rules.examples]]\ntext = 't'\nexpect = []\nbecause = '{}'\n", because);
  };
  const std::string base = rule("q") + example("rule:r") + example("rule:p") + rule("r") + rule("p");
  const Files files = {{"a.toml", "extends = ['b.toml']\ndisable = ['r']"}, {"b.toml", base}};
  ASSERT_EQ(rule_of(files, "q").examples.size(), 1u);
  EXPECT_EQ(rule_of(files, "q").examples[0].because, "rule:p");
  // Not the examples of the set that switches the rule off.
  EXPECT_EQ(outcome({{"a.toml", "extends = ['b.toml']\ndisable = ['r']\n" + rule("o") + example("rule:r")},
                     {"b.toml", base}}),
            "E-ID a.toml:10:11");
}

TEST(OverrideTables, ReplaceOrAddToWhatIsInherited) {
  const std::string units =
      "[dimensions.power]\ncanonical = 'MW'\nfactors = { 'kW' = '1/1000', 'MW' = 1 }\n"
      "[dimensions.count]\ncounter = true\nwords = ['家']\n[periods]\n'十四五' = [2021, 2025]\n";
  const Result<RuleSet> rules = load({{"a.toml", R"(extends = ["b.toml"]
[override.fragments]
f = 'new'
[override.periods]
'十四五' = [2021, 2026]
[override.dimensions.power]
factors = { 'kW' = '1/2000', 'GW' = 1000 }
[override.dimensions.count]
words = ['个']
[periods]
'十五五' = [2026, 2030])"},
                                      {"b.toml", units + rule("r", "pattern = '{f}'") + fragments("f = 'old'")}});
  ASSERT_TRUE(rules) << to_text(rules.error().front());
  EXPECT_EQ(rules->rules()[0].pattern, "(?:new)");  // inherited rules read it anew
  ASSERT_EQ(rules->named_periods().size(), 2u);
  EXPECT_EQ(rules->named_periods()[1].end, 2026);
  std::string surfaces;
  for (const Dimension& dimension : rules->units().dimensions()) {
    for (const UnitSurface& each : dimension.surfaces) {
      surfaces += each.surface + " " + each.factor.rational().get_str() + ", ";
    }
  }
  EXPECT_EQ(surfaces, "kW 1/2000, MW 1, GW 1000, 家 1, 个 1, ");
}

TEST(OverrideTables, AreRefusedWhereNothingIsInherited) {
  struct Row {
    const char* mine;
    const char* expected;
    const char* words;
  };
  const std::string base = fragments("reach = 'x'") +
                           "[dimensions.power]\ncanonical = 'MW'\nfactors = { 'MW' = 1 }\n"
                           "[periods]\n'十四五' = [2021, 2025]\n";
  const Row rows[] = {
      {"[fragments]\nreach = 'y'", "E-FRAG a.toml:3:1", "write it under [override.fragments] to change it"},
      {"[periods]\n'十四五' = [2021, 2025]", "E-ID a.toml:3:1", "[override.periods]"},
      {"[dimensions.power]\ncanonical = 'MW'\nfactors = { 'kW' = 1 }", "E-UNIT a.toml:2:13", "[override.dimensions]"},
      {"[override.fragments]\nreech = 'y'", "E-FRAG a.toml:3:1", "did you mean 'reach'?"},
      {"[override.fragments]\nquantity = 'y'", "E-FRAG a.toml:3:1", "no inherited fragment"},
      {"[override.fragments]\nreach = \"y\"", "E-TYPE a.toml:3:9", "double quotes"},
      {"[override.fragments]\nreach = '{reach}'", "E-FRAG a.toml:3:1", "part of itself"},
      {"[override.periods]\n'十五五' = [2021, 2025]", "E-ID a.toml:3:1", "no inherited period"},
      {"[override.dimensions.powr]\nfactors = {}", "E-UNIT a.toml:2:22", "did you mean 'power'?"},
      {"[override.dimensions.power]\ncanonical = 'MW'", "ok", "ok"},
      {"[override.dimensions.power]\ncanonical = 'kW'", "E-UNIT a.toml:3:13", "cannot change"},
      {"[override.dimensions.power]\ncounter = true", "E-UNIT a.toml:3:11", "cannot change"},
      {"[override.dimensions.power]\nfactors = 1", "E-TYPE a.toml:3:11", "'factors' must be a table"},
      {"[override.dimensions.power]\nfactor = 1", "E-KEY a.toml:3:1", "did you mean 'factors'?"},
      {"[override.dimensions]\npower = 1", "E-TYPE a.toml:3:9", "must be a table"},
      {"[override]\nfragmnts = {}", "E-KEY a.toml:3:1", "did you mean 'fragments'?"},
      {"[override]\nfragments = 1", "E-TYPE a.toml:3:13", "must be a table"},
      {"override = true", "E-TYPE a.toml:2:12", "must be a table"},
      {"[fragments]\nf = 'x'\n[override.fragments]\nf = 'y'", "E-FRAG a.toml:5:1", "spoken of twice in one set"},
  };
  for (const Row& row : rows) {
    const Files files = {{"a.toml", std::string("extends = ['b.toml']\n") + row.mine}, {"b.toml", base}};
    EXPECT_EQ(outcome(files), row.expected) << row.mine;
    EXPECT_NE(words(files).find(row.words), std::string::npos) << words(files);
  }
}

TEST(OverrideTables, OfTwoSetsThatDoNotKnowEachOtherNeitherHasTheLastWord) {
  const std::string change_f = "extends = ['d.toml']\n[override.fragments]\nf = 'y'";
  EXPECT_EQ(outcome({{"a.toml", "extends = ['b.toml', 'c.toml']"},
                     {"b.toml", change_f},
                     {"c.toml", change_f},
                     {"d.toml", fragments("f = 'x'")}}),
            "E-FRAG c.toml:3:1");
}

// How a set is cut into files makes no difference: what one of them extends, all of them inherit.
TEST(Override, GoesForAllFilesOfASet) {
  const Files files = {{"d/set.toml", "extends = ['../b.toml']"},
                       {"d/rules.toml", change("r", "priority = 1")},
                       {"d/words.toml", "[override.fragments]\nf = 'y'"},
                       {"b.toml", rule("r", "pattern = '{f}'") + fragments("f = 'x'")}};
  EXPECT_EQ(ids(files, {"d"}), "r");
  EXPECT_EQ(ids(files, {"d/rules.toml", "d/words.toml", "d/set.toml"}), "r");
  EXPECT_EQ(outcome(files, {"d/rules.toml"}), "E-ID d/rules.toml:2:6");
}

// Own rules come before inherited ones of the same priority.
TEST(Extends, OwnRulesAreTriedFirst) {
  const Result<RuleSet> rules = load({{"a.toml", "extends = ['b.toml']\n" + rule("z")}, {"b.toml", rule("r")}});
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->rules(RuleKind::kTarget).front()->id, "z");
}

// Whoever checks a file cannot mend what it extends: that is checked by itself.
TEST(Extends, LintsLookOnlyAtFilesThatWereAskedFor) {
  const Files files = {{"a.toml", "extends = ['b.toml']\n" + rule("r", "pattern = '规划年\\b'")},
                       {"b.toml", "[lints.W-WILD]\nallow = true\n" + rule("s", "pattern = '建设年\\b'") +
                                      fragments("f = '# mubiao:allow'\ng = 'x' # mubiao:allow W-UNUSED")}};
  const auto findings = [&](const std::vector<std::string>& paths) {
    MapStore store(files);
    return all_problems(check_rules(*gather_rule_files(paths, store, standard())).findings);
  };
  EXPECT_EQ(findings({"a.toml"}), "W-ASCII a.toml:5:15");
  EXPECT_EQ(findings({"a.toml", "b.toml"}),
            "W-ASCII a.toml:5:15, E-ALLOW b.toml:1:8, W-ASCII b.toml:6:15, W-UNUSED b.toml:8:1, W-UNUSED b.toml:9:1, "
            "E-ALLOW b.toml:9:24");
}

// What a caller makes by hand, and does not gather, is refused as well.
TEST(Extends, NeedsItsFiles) {
  const Result<RuleSet> rules = RuleSet::load({{"a.toml", "extends = ['b.toml']"}, {"b.toml", ""}});
  ASSERT_FALSE(rules);
  EXPECT_EQ(all_problems(rules.error()), "E-EXTENDS a.toml:1:12");
}

std::string joined(std::size_t count, const std::function<std::string(std::size_t)>& each) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += each(i);
  return out;
}

// Hostile sets: each is refused with a message, in time.
TEST(Extends, Limits) {
  const auto chain = [](std::size_t length) {
    Files files;
    for (std::size_t i = 0; i < length; ++i) {
      files.emplace(i == 0 ? "a.toml" : fmt::format("{}.toml", i), fmt::format("extends = ['{}.toml']", i + 1));
    }
    files.emplace(fmt::format("{}.toml", length), "");
    return files;
  };
  EXPECT_EQ(outcome(chain(32)), "ok");
  EXPECT_EQ(outcome(chain(33)), "E-EXTENDS 32.toml:1:12");
  EXPECT_NE(words(chain(500)).find("more than 32 files extend one another in a row"), std::string::npos);

  const auto many = [](std::size_t files) {
    Files out = {{"a.toml", "extends = ['d']"}};
    for (std::size_t i = 0; i < files; ++i) out.emplace(fmt::format("d/{}.toml", i), "");
    return out;
  };
  EXPECT_EQ(outcome(many(999)), "ok");
  EXPECT_EQ(outcome(many(1000)), "E-EXTENDS a.toml:1:12");
  EXPECT_NE(words(many(1000)).find("more than 1000 files"), std::string::npos);
  EXPECT_EQ(outcome(many(1001), {"d"}), "E-LIMIT d/999.toml:0:0");

  const auto paths = [](std::size_t count) {
    return Files{{"a.toml", "extends = [" + joined(count, [](std::size_t) { return "'b.toml'\n,"; }) + "]"},
                 {"b.toml", ""}};
  };
  EXPECT_EQ(outcome(paths(100)), "ok");
  EXPECT_EQ(outcome(paths(101)), "E-EXTENDS a.toml:101:2");
  EXPECT_EQ(outcome(paths(100000)), "E-EXTENDS a.toml:101:2");

  Files web;  // each file extends all others many times over
  for (std::size_t i = 0; i < 300; ++i) {
    web.emplace(fmt::format("d/{}.toml", i), "extends = [" + joined(100, [](std::size_t) { return "'../d',"; }) + "]");
  }
  EXPECT_EQ(outcome(web, {"d"}).substr(0, 10), "E-EXTENDS ");

  const std::string large(5u << 20, '\n');
  EXPECT_EQ(outcome({{"a.toml", "extends = ['b.toml']"}, {"b.toml", large}}), "E-EXTENDS a.toml:1:12");
  Files heavy;
  for (std::size_t i = 0; i < 5; ++i) heavy.emplace(fmt::format("d/{}.toml", i), std::string(4u << 20, '\n'));
  EXPECT_EQ(outcome(heavy, {"d"}), "E-LIMIT d/4.toml:0:0");
}

}  // namespace
}  // namespace mubiao
