// Reports of checks: what each format writes, and that none can be broken by what a report holds.

#include "mubiao/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <fstream>
#include <set>
#include <sstream>

#include "output_readers.h"

namespace mubiao {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::parse_json;

std::string written(const CheckReport& report, ReportFormat format) {
  std::string out;
  append_check_report(out, report, format);
  return out;
}

Diagnostic unknown_key() {
  return {Severity::kError,        "E-KEY", "unknown key 'patern'", {"rules/a.toml", 4, 3}, "did you mean 'pattern'?",
          "  patern = '''装机'''", 6};
}

CheckReport some_report() {
  return {.command = "rules test",
          .rules = "plan@1.0.0",
          .findings = {{Severity::kNote, "N-ONE", "a note", {"rules/b.toml", 1, 0}},
                       {Severity::kWarning, "W-ASCII", "a warning", {"rules/a.toml", 9, 1}, "", "x", 1},
                       unknown_key()},
          .cases = {{"rules/a.toml", "target.reach/1", CaseStatus::kPass, "", {"rules/a.toml", 12, 10}},
                    {"rules/a.toml",
                     "target.reach/2",
                     CaseStatus::kFail,
                     "expected value = 150\nfound value = 15",
                     {"rules/a.toml", 15, 10}},
                    {"rules/b.toml", "name.date/1", CaseStatus::kSkipped, "a known gap", {"rules/b.toml", 3, 10}}},
          .summary = "1 passed, 1 failed, 1 known gap"};
}

/// Everything that some format might choke on.
CheckReport hostile_report() {
  const std::string bad = "100%,a:b\r\n::error::<&>\"'\x01\x1b[31m\xff\xEF\xBF\xBE]]>\t。";
  CheckReport report = some_report();
  report.command = report.rules = report.summary = bad;
  for (Diagnostic& finding : report.findings) {
    finding.message = finding.help = finding.source = finding.where.file = bad;
  }
  for (Case& each : report.cases) each.suite = each.name = each.message = each.where.file = bad;
  return report;
}

// --- text

TEST(TextReport, ShowsFindingsFailedCasesAndTheSummary) {
  EXPECT_EQ(written(some_report(), ReportFormat::kText),
            "rules/b.toml:1: note[N-ONE]: a note\n"
            "rules/a.toml:9:1: warning[W-ASCII]: a warning\n"
            "  x\n"
            "  ^\n"
            "rules/a.toml:4:3: error[E-KEY]: unknown key 'patern'\n"
            "    patern = '''装机'''\n"
            "    ^^^^^^\n"
            "help: did you mean 'pattern'?\n"
            "rules/a.toml:15:10: failed: target.reach/2:\n"
            "  expected value = 150\n"
            "  found value = 15\n"
            "1 passed, 1 failed, 1 known gap\n");
}

TEST(TextReport, AMessageOfOneLineStandsBehindTheName) {
  const CheckReport report{.command = "rules test",
                           .rules = "",
                           .cases = {{"a.toml", "name.date/1", CaseStatus::kFail, "silent", {"a.toml", 3, 0}}},
                           .summary = "1 failed"};
  EXPECT_EQ(written(report, ReportFormat::kText), "a.toml:3: failed: name.date/1: silent\n1 failed\n");
}

TEST(TextReport, HoldsNoControlCharacters) {
  for (const char c : written(hostile_report(), ReportFormat::kText)) EXPECT_TRUE(c == '\n' || c < 0 || c >= 0x20);
}

// --- json

TEST(JsonReport, IsOneObjectWithEverything) {
  const rapidjson::Document json = parse_json(written(some_report(), ReportFormat::kJson));
  EXPECT_STREQ(json["mubiao"]["rules"].GetString(), "plan@1.0.0");
  EXPECT_STREQ(json["report"]["command"].GetString(), "rules test");
  EXPECT_STREQ(json["report"]["summary"].GetString(), "1 passed, 1 failed, 1 known gap");
  ASSERT_EQ(json["findings"].Size(), 3u);
  const auto& key = json["findings"][2];
  EXPECT_STREQ(key["severity"].GetString(), "error");
  EXPECT_STREQ(key["code"].GetString(), "E-KEY");
  EXPECT_STREQ(key["help"].GetString(), "did you mean 'pattern'?");
  EXPECT_STREQ(key["file"].GetString(), "rules/a.toml");
  EXPECT_STREQ(key["line"].GetString(), "4");  // numbers are read as strings
  EXPECT_STREQ(key["column"].GetString(), "3");
  EXPECT_STREQ(key["width"].GetString(), "6");
  EXPECT_TRUE(json["findings"][0]["column"].IsNull());
  EXPECT_TRUE(json["findings"][0]["width"].IsNull());
  ASSERT_EQ(json["cases"].Size(), 3u);
  EXPECT_STREQ(json["cases"][0]["status"].GetString(), "pass");
  EXPECT_TRUE(json["cases"][0]["message"].IsNull());
  EXPECT_STREQ(json["cases"][1]["status"].GetString(), "fail");
  EXPECT_STREQ(json["cases"][1]["message"].GetString(), "expected value = 150\nfound value = 15");
  EXPECT_STREQ(json["cases"][2]["status"].GetString(), "skipped");
}

TEST(JsonReport, SurvivesAnything) {
  EXPECT_EQ(parse_json(written(hostile_report(), ReportFormat::kJson))["findings"].Size(), 3u);
}

// --- github

TEST(GithubReport, ErrorsComeFirstAndTheSummaryBeforeNotes) {
  EXPECT_EQ(written(some_report(), ReportFormat::kGithub),
            "::error file=rules/a.toml,line=4,col=3,title=E-KEY::unknown key 'patern'%0Ahelp: did you mean 'pattern'?\n"
            "::error file=rules/a.toml,line=15,col=10,title=E-TEST::target.reach/2: expected value = 150%0A"
            "found value = 15\n"
            "::warning file=rules/a.toml,line=9,col=1,title=W-ASCII::a warning\n"
            "::notice title=mubiao rules test::1 passed, 1 failed, 1 known gap\n"
            "::notice file=rules/b.toml,line=1,title=N-ONE::a note\n");
}

TEST(GithubReport, NothingEndsACommandEarly) {
  std::istringstream lines(written(hostile_report(), ReportFormat::kGithub));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_THAT(line, AllOf(HasSubstr("100%25%2Ca%3Ab%0D%0A%3A%3Aerror"), Not(HasSubstr("\r"))));
    EXPECT_TRUE(line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice "))
        << line;
  }
  EXPECT_EQ(count, 5u);
}

// --- sarif

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.is_open()) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Empty if the text keeps to tests/schemas/sarif.json, else where it does not.
std::string sarif_problem(const std::string& text) {
  static rapidjson::Document schema;
  if (schema.IsNull()) schema.Parse(read(std::string(MUBIAO_SOURCE_DIR) + "/tests/schemas/sarif.json").c_str());
  EXPECT_FALSE(schema.HasParseError());
  static const rapidjson::SchemaDocument compiled(schema);
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str(), text.size());
  if (json.HasParseError()) return "no JSON";
  rapidjson::SchemaValidator validator(compiled);
  if (json.Accept(validator)) return "";
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return std::string(where.GetString()) + ": " + validator.GetInvalidSchemaKeyword();
}

rapidjson::Document sarif_of(const CheckReport& report) {
  const std::string text = written(report, ReportFormat::kSarif);
  EXPECT_EQ(sarif_problem(text), "");
  return parse_json(text);
}

std::string fingerprint(const rapidjson::Value& result) {
  return result["partialFingerprints"]["primaryLocationLineHash"].GetString();
}

TEST(SarifReport, KeepsToTheSchema) {
  EXPECT_EQ(sarif_problem(written(some_report(), ReportFormat::kSarif)), "");
  EXPECT_EQ(sarif_problem(written(hostile_report(), ReportFormat::kSarif)), "");
  EXPECT_EQ(sarif_problem(written({.command = "rules check", .rules = ""}, ReportFormat::kSarif)), "");
}

TEST(SarifReport, TheSchemaRefusesWhatIsNotSarif) {
  EXPECT_EQ(sarif_problem("[1"), "no JSON");
  const std::string good = written(some_report(), ReportFormat::kSarif);
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    EXPECT_NE(text.find(from), std::string::npos) << from;
    return sarif_problem(text.replace(text.find(from), from.size(), to));
  };
  EXPECT_NE(with("\"2.1.0\"", "\"2.0.0\""), "");
  EXPECT_NE(with("\"startLine\":4", "\"startLine\":0"), "");
  EXPECT_NE(with("\"level\":\"error\",\"message\"", "\"level\":\"fatal\",\"message\""), "");
  EXPECT_NE(with("rules/a.toml", "rules/a b.toml"), "");
  EXPECT_NE(with("\"columnKind\"", "\"columnkind\""), "");
}

TEST(SarifReport, ResultsStandByCodeWithTheirRegion) {
  const rapidjson::Document json = sarif_of(some_report());
  const auto& run = json["runs"][0];
  ASSERT_EQ(run["results"].Size(), 4u);
  const auto& first = run["results"][0];
  EXPECT_STREQ(first["ruleId"].GetString(), "E-KEY");
  const auto& region = first["locations"][0]["physicalLocation"]["region"];
  EXPECT_STREQ(region["startLine"].GetString(), "4");
  EXPECT_STREQ(region["startColumn"].GetString(), "3");
  EXPECT_STREQ(region["endColumn"].GetString(), "9");
  std::set<std::string> ids;
  for (const auto& rule : run["tool"]["driver"]["rules"].GetArray()) {
    EXPECT_TRUE(ids.insert(rule["id"].GetString()).second);
  }
  EXPECT_EQ(ids, (std::set<std::string>{"E-KEY", "E-TEST", "N-ONE", "W-ASCII"}));
  for (const auto& result : run["results"].GetArray()) {
    const auto index = static_cast<rapidjson::SizeType>(std::stoi(result["ruleIndex"].GetString()));
    EXPECT_STREQ(run["tool"]["driver"]["rules"][index]["id"].GetString(), result["ruleId"].GetString());
  }
}

TEST(SarifReport, FingerprintsSurviveMovedLinesAndTellResultsApart) {
  CheckReport report{.command = "rules check", .rules = "", .findings = {unknown_key(), unknown_key()}};
  report.findings[1].where.line = 8;
  const rapidjson::Document json = sarif_of(report);
  report.findings[0].where.line = 5;
  report.findings[1].where.line = 90;
  report.findings[1].source = "    " + report.findings[1].source;
  report.findings[1].where.column = 7;
  const rapidjson::Document moved = sarif_of(report);
  const auto& results = json["runs"][0]["results"];
  const auto& moved_results = moved["runs"][0]["results"];
  EXPECT_NE(fingerprint(results[0]), fingerprint(results[1]));
  EXPECT_EQ(fingerprint(results[0]), fingerprint(moved_results[0]));
  EXPECT_EQ(fingerprint(results[1]), fingerprint(moved_results[1]));
  report.findings[0].message = "unknown key 'pat'";
  EXPECT_NE(fingerprint(sarif_of(report)["runs"][0]["results"][0]), fingerprint(results[0]));
}

TEST(SarifReport, PathsAreUriReferences) {
  const std::vector<std::pair<std::string, std::string>> kRows = {
      {"rules/a.toml", "rules/a.toml"},
      {"./rules/a.toml", "rules/a.toml"},
      {"../rules/a.toml", "../rules/a.toml"},
      {"/plans/规则.toml", "file:///plans/%E8%A7%84%E5%88%99.toml"},
      {"a b#c?d%e.toml", "a%20b%23c%3Fd%25e.toml"},
      {"c:\\rules.toml", "c%3A%5Crules.toml"},
      {"bad\xff.toml", "bad%FF.toml"},
  };
  for (const auto& [path, uri] : kRows) {
    CheckReport report{.command = "rules check", .rules = "", .findings = {unknown_key()}};
    report.findings[0].where.file = path;
    const rapidjson::Document json = sarif_of(report);
    EXPECT_EQ(json["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].GetString(),
              uri);
  }
}

TEST(SarifReport, WhatHasNoFileIsANotification) {
  CheckReport report{.command = "rules check", .rules = "", .findings = {unknown_key()}, .summary = "1 problem"};
  report.findings[0].where = {};
  const rapidjson::Document json = sarif_of(report);
  EXPECT_EQ(json["runs"][0]["results"].Size(), 0u);
  const auto& notifications = json["runs"][0]["invocations"][0]["toolExecutionNotifications"];
  ASSERT_EQ(notifications.Size(), 2u);
  EXPECT_THAT(notifications[0]["message"]["text"].GetString(), HasSubstr("unknown key"));
}

TEST(SarifReport, KeepsTheErrorsWhereThereIsNoRoomForAll) {
  CheckReport report{.command = "rules check", .rules = ""};
  report.findings.assign(25000, unknown_key());
  for (Diagnostic& finding : report.findings) finding.severity = Severity::kWarning;
  report.findings.push_back(unknown_key());
  const rapidjson::Document json = sarif_of(report);
  EXPECT_EQ(json["runs"][0]["results"].Size(), 25000u);
  EXPECT_STREQ(json["runs"][0]["results"][0]["level"].GetString(), "error");
  EXPECT_THAT(json["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].GetString(),
              HasSubstr("1 more results are left out"));
}

// --- junit

TEST(JunitReport, ASuiteForEachFileAndACaseForEachThingTried) {
  EXPECT_EQ(written(some_report(), ReportFormat::kJunit),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mubiao rules test" tests="6" failures="2" errors="0" skipped="1">
  <testsuite name="rules/a.toml" tests="4" failures="2" errors="0" skipped="0">
    <testcase classname="rules/a.toml" name="W-ASCII: a warning" file="rules/a.toml" line="9"><system-out>rules/a.toml:9:1: warning[W-ASCII]: a warning
  x
  ^
</system-out></testcase>
    <testcase classname="rules/a.toml" name="E-KEY: unknown key 'patern'" file="rules/a.toml" line="4"><failure message="rules/a.toml:4:3: error[E-KEY]: unknown key 'patern'">rules/a.toml:4:3: error[E-KEY]: unknown key 'patern'
    patern = '''装机'''
    ^^^^^^
help: did you mean 'pattern'?
</failure></testcase>
    <testcase classname="rules/a.toml" name="target.reach/1" file="rules/a.toml" line="12"/>
    <testcase classname="rules/a.toml" name="target.reach/2" file="rules/a.toml" line="15"><failure message="expected value = 150">expected value = 150
found value = 15</failure></testcase>
  </testsuite>
  <testsuite name="rules/b.toml" tests="2" failures="0" errors="0" skipped="1">
    <testcase classname="rules/b.toml" name="N-ONE: a note" file="rules/b.toml" line="1"><system-out>rules/b.toml:1: note[N-ONE]: a note
</system-out></testcase>
    <testcase classname="rules/b.toml" name="name.date/1" file="rules/b.toml" line="3"><skipped message="a known gap"/></testcase>
  </testsuite>
</testsuites>
)");
}

TEST(JunitReport, WarningsFailWhereTheyMakeTheAnswerNo) {
  CheckReport report = some_report();
  report.fails_from = Severity::kWarning;
  EXPECT_THAT(written(report, ReportFormat::kJunit), HasSubstr("tests=\"6\" failures=\"3\""));
}

TEST(JunitReport, ACheckThatFoundNothingIsACaseThatPassed) {
  EXPECT_EQ(written({.command = "rules check", .rules = "a@1", .summary = "no problem"}, ReportFormat::kJunit),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mubiao rules check" tests="1" failures="0" errors="0" skipped="0">
  <testsuite name="rules check" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="rules check" name="rules check"><system-out>no problem</system-out></testcase>
  </testsuite>
</testsuites>
)");
}

TEST(JunitReport, WhatXmlCannotHoldIsReplaced) {
  const std::string text = written(hostile_report(), ReportFormat::kJunit);
  EXPECT_THAT(text, HasSubstr("100%,a:b&#13;&#10;::error::&#60;&#38;&#62;&#34;'��[31m\\xFF�]]&#62;&#9;。"));
  for (const char c : text) EXPECT_TRUE(c == '\n' || c == '\t' || c < 0 || c >= 0x20);
}

}  // namespace
}  // namespace mubiao
