// What examples tell about rules: untested, one-sided, overlapping, shadowed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "mubiao/check.h"
#include "mubiao/lint.h"

namespace mubiao {
namespace {

constexpr std::string_view kUnits = R"toml([dimensions.power]
canonical = "MW"
factors = { "千瓦" = "1/1000" }
)toml";

std::vector<RuleFile> files_with(const std::string& toml) {
  return {{"u.toml", std::string(kUnits)}, {"a.toml", toml}};
}

// "CODE rule other; …": the ids between quotes, or in front of the colon.
std::string findings(const std::string& toml) {
  const std::vector<RuleFile> files = files_with(toml);
  Result<RuleSet> rules = RuleSet::load(files);
  if (!rules) return to_text(rules.error()[0]);
  std::string out;
  for (const Diagnostic& found : lint_examples(Extractor(*rules), files)) {
    EXPECT_EQ(found.severity, find_lint(found.code)->severity);
    EXPECT_FALSE(found.help.empty());
    EXPECT_FALSE(found.source.empty());
    EXPECT_EQ(found.where.file, "a.toml");
    std::string named;
    if (const std::size_t quote = found.message.find('\''); quote != std::string::npos)
      named = " " + found.message.substr(quote + 1, found.message.find('\'', quote + 1) - quote - 1);
    out += fmt::format("{}{} {}{}", out.empty() ? "" : "; ", found.code,
                       found.message.substr(0, found.message.find(':')), named);
  }
  return out;
}

std::string rule(std::string_view id, std::string_view kind, std::string_view pattern, std::string_view more,
                 const std::vector<std::pair<std::string, std::string>>& examples) {
  std::string out = fmt::format("[[rules]]\nid = \"{}\"\nkind = \"{}\"\npattern = '{}'\n{}\n", id, kind, pattern, more);
  for (const auto& [text, expect] : examples)
    out += fmt::format("[[rules.examples]]\ntext = \"{}\"\nexpect = [{}]\n", text, expect);
  return out;
}

TEST(ExampleLints, WhatIsUntestedOrOneSided) {
  const std::string unless = "[[rules.unless]]\nid = \"u\"\nin = \"after\"\npattern = '^线'";
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", "", {{"第3条", "{}"}, {"3条", ""}})), "");
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", "", {{"第3条", "{}"}})), "W-ONESIDED a");
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", "", {{"3条", ""}})), "E-UNTESTED a");
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", "", {})), "E-UNTESTED a; W-ONESIDED a");
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", "", {{"3条", "{}"}, {"4条", ""}})), "E-UNTESTED a");  // it fails
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", unless, {{"第3条", "{}"}, {"3条", ""}})), "E-UNTESTED a u");
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", unless, {{"第3条", "{}"}, {"第3条线", ""}})), "");
  const std::string todo = "[[rules.examples]]\ntext = \"第3条线\"\nexpect = []\ntodo = \"lines\"\n";
  EXPECT_EQ(findings(rule("a", "name", "第\\d条", "", {{"第3条", "{}"}}) + todo), "W-ONESIDED a");
}

constexpr std::string_view kReach = "(?P<indicator>[^,。]+)达到{quantity:quantity}";
const std::pair<std::string, std::string> kCounter = {"装机15千瓦。", ""};

TEST(ExampleLints, RulesForRecordsThatOverlap) {
  const std::pair<std::string, std::string> takes = {"装机达到15千瓦。", "{}"};
  const std::pair<std::string, std::string> total = {"总装机达到15千瓦。", "{}"};
  const std::string plain = rule("plain", "target", kReach, "", {takes, kCounter});
  const auto other = [&](std::string_view more, std::string_view pattern) {
    return rule("total", "target", pattern, more, {total, kCounter});
  };
  constexpr std::string_view kTotal = "(?P<indicator>总[^,。]+)达到{quantity:quantity}";
  // The general rule first: the special one is never asked.
  EXPECT_EQ(findings(plain + other("", kTotal)), "E-UNTESTED total; W-SHADOW total plain");
  // The special one first: it wins, but only because it stands there.
  EXPECT_EQ(findings(other("", kTotal) + plain), "W-OVERLAP total plain");
  EXPECT_EQ(findings(other("priority = 60", kTotal) + plain), "");
  EXPECT_EQ(findings(plain + other("priority = 60", kTotal)), "");
  EXPECT_EQ(findings(plain + other("priority = 40", kTotal)), "E-UNTESTED total; W-SHADOW total plain");
  // An unless clause settles it, too.
  const std::string silent = "[[rules.unless]]\nid = \"total\"\npattern = '总'";
  EXPECT_EQ(findings(rule("plain", "target", kReach, silent, {takes, kCounter, {"总装机达到15千瓦。", ""}}) +
                     other("", kTotal)),
            "");
  // A rule of another kind is not in the way.
  EXPECT_EQ(findings(plain + rule("date", "name", "第\\d条", "", {{"第3条", "{}"}, {"3条", ""}})), "");
}

TEST(ExampleLints, StatementsThatOverlap) {
  const auto statement = [](std::string_view id, std::string_view pattern, std::string_view more) {
    return rule(id, "delegated", pattern, more, {{"完成上级任务。", "{}"}, {"任务很重。", ""}});
  };
  const std::string special = statement("special", "(?P<goal>完成(?P<indicator>上级任务))", "");
  EXPECT_EQ(findings(special + statement("plain", "(?P<goal>完成(?P<indicator>.+))", "")),
            "W-OVERLAP special plain; E-UNTESTED plain; W-SHADOW plain special");
}

TEST(ExampleLints, MentionsThatOverlap) {
  const auto period = [](std::string_view id, std::string_view pattern, std::string_view more,
                         std::string_view kind = "period") {
    return rule(id, kind, pattern, more, {{"到2025年底", "{}"}, {"2025个", ""}});
  };
  const std::string until = period("until", "到(?P<year>\\d{4})年", "");
  EXPECT_EQ(findings(until + period("end", "到(?P<year>\\d{4})年底", "priority = 60")),
            "W-SHADOW until end");  // which of the two is short of an example
  EXPECT_EQ(findings(period("end", "到(?P<year>\\d{4})年底", "") + until),
            "W-OVERLAP end until; W-OVERLAP until end; W-SHADOW until end");
  EXPECT_EQ(findings(until + period("year", "\\d{4}年", "", "name")), "");                       // begins elsewhere
  EXPECT_EQ(findings(until + period("year", "到\\d{4}年", "", "name")), "W-SHADOW until year");  // names come first
}

TEST(ExampleLints, HeadingsAndBounds) {
  const auto heading = [](std::string_view id, std::string_view pattern, std::string_view more) {
    return rule(id, "heading", pattern, more, {{"一、目标", "{}"}, {"目标", ""}});
  };
  EXPECT_EQ(findings(heading("a", "^(?P<mark>一、)", "set = { level = 1 }") +
                     heading("b", "^(?P<mark>[一二]、)", "set = { level = 2 }")),
            "W-OVERLAP a b; W-OVERLAP b a; W-SHADOW b a");
  const auto bound = [](std::string_view id, std::string_view side, std::string_view value) {
    return rule(id, "bound", "以上", fmt::format("set = {{ side = \"{}\", bound = \"{}\" }}", side, value),
                {{"以上", "{}"}, {"以下", ""}});
  };
  EXPECT_EQ(findings(bound("a", "before", ">=") + bound("b", "after", "<=")), "");
  EXPECT_EQ(findings(bound("a", "after", ">=") + bound("b", "after", "<=")),
            "W-OVERLAP a b; W-OVERLAP b a; W-SHADOW b a");
  const auto mood = [](std::string_view id) { return rule(id, "mood", "力争", "", {{"力争", "{}"}, {"达到", ""}}); };
  EXPECT_EQ(findings(mood("a") + mood("b")), "");  // both count
}

TEST(ExampleLints, TheDefaultRulesAreWellTested) {
  const std::vector<RuleFile>& files = RuleSet::embedded_files();
  const Result<RuleSet> rules = RuleSet::load(files);
  ASSERT_TRUE(rules.has_value());
  for (const Diagnostic& found : lint_examples(Extractor(*rules), files)) ADD_FAILURE() << to_text(found);
}

// What takes time grows with the square of the set, and is given up.
TEST(ExampleLints, OfAVeryLargeSet) {
  std::string toml;
  for (int i = 0; i < 2000; ++i)
    toml += rule(fmt::format("r{}", i), "name", fmt::format("第{}条", i), "",
                 {{fmt::format("第{}条", i), "{}"}, {"条", ""}});
  EXPECT_EQ(findings(toml), "W-OVERLAP the set has too many rules and examples to look for all that overlap");
}

TEST(ExampleLints, ARuleThatNeverWinsInDocuments) {
  const std::string plain = rule("plain", "target", kReach, "priority = 60", {});
  const std::string total = rule("total", "target", "(?P<indicator>总[^,。]+)达到{quantity:quantity}", "", {});
  const std::string other = rule("other", "target", "(?P<indicator>面积[^,。]+)达到{quantity:quantity}", "", {});
  const std::vector<RuleFile> files = files_with(plain + total + other);
  const Result<RuleSet> rules = RuleSet::load(files);
  ASSERT_TRUE(rules.has_value());
  const Extractor extractor(*rules);
  CorpusLint lint(extractor);
  EXPECT_TRUE(lint.findings(files).empty());
  lint.add(*decode("a.txt", "总装机达到15千瓦。总装机达到16千瓦。装机达到3千瓦。"));
  const std::vector<Diagnostic> found = lint.findings(files);
  ASSERT_EQ(found.size(), 1u);  // `other` matches nothing: that is no shadow
  EXPECT_EQ(found[0].code, "W-SHADOW");
  EXPECT_EQ(found[0].message,
            "total: this rule matches 2 clauses of the documents, and wins in none; 'plain' is tried first");
}

}  // namespace
}  // namespace mubiao
