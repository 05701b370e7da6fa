// Extractions measured by annotations: what counts, and what is said of mistakes.
#include "mubiao/evaluate.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract_helpers.h"
#include "mubiao/comparison_output.h"
#include "output_readers.h"

namespace mubiao {
namespace {

using testing::read_document;

constexpr const char* kPlan =
    "一、目标\n到2025年,风电装机容量达到15万千瓦以上,森林覆盖率达到35%。\n目前风电装机容量达到3万千瓦。\n";
const std::string kWind =
    R"({"kind": "target", "quote": "15万千瓦", "number": "150000", "unit": "千瓦", "indicator": "风电装机容量", )"
    R"("year": 2025, "bound": ">=", "change": "level", "firmness": "firm", "section": ["一、目标"]})";
const std::string kForest =
    R"({"kind": "target", "quote": "35%", "number": "35", "unit": "%", "indicator": "森林覆盖率", )"
    R"("year": 2025, "bound": "=", "change": "level", "firmness": "firm", "section": ["一、目标"]})";
const std::string kPast = R"({"kind": "context", "quote": "3万千瓦"})";

DocumentEvaluation evaluate(const std::string& gold_lines, const std::string& text = kPlan) {
  const Document document = read_document(text);
  const Gold gold = read_gold("test.gold.jsonl", gold_lines, document);
  for (const Diagnostic& problem : gold.problems) ADD_FAILURE() << to_text(problem);
  const Evaluator evaluator(default_rules());
  return evaluator.evaluate(document, testing::default_extractor().explain(document), gold);
}

std::string figures(const Figures& f) {
  return fmt::format("detect {}/{}/{} strict {} context {}/{}", f.detect.right, f.detect.found, f.detect.annotated,
                     f.strict.right, f.context_accounted, f.context);
}

std::string mistakes(const DocumentEvaluation& evaluation) {
  std::string out;
  for (const Mistake& m : evaluation.mistakes) {
    out += fmt::format("{}:{} {} {} {}: {} | {}\n", m.where.line, m.where.column, to_string(m.what), to_string(m.kind),
                       m.field.empty() ? m.quote : m.field, m.annotated, m.found);
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return at == text.npos ? text : text.replace(at, from.size(), to);
}

TEST(Evaluate, EachFieldOfAnAnnotationCounts) {
  const struct {
    const char* what;
    std::string gold;
    const char* figures;
    const char* mistakes;
  } kRows[] = {
      {"all is right", kWind + "\n" + kForest + "\n" + kPast, "detect 2/2/2 strict 2 context 1/1", ""},
      {"another order", kPast + "\n" + kForest + "\n" + kWind, "detect 2/2/2 strict 2 context 1/1", ""},
      {"missed: a fact", kWind + "\n" + kForest + "\n" + replaced(replaced(kWind, "15万", "3万"), "150000", "30000"),
       "detect 2/2/3 strict 2 context 0/0",
       "3:11 missed target 3万千瓦: 风电装机容量 >= 30000 千瓦 in 2025 | context\n"},
      {"extra", kWind, "detect 1/2/1 strict 1 context 0/0",
       "2:31 extra target 35%: nothing | 森林覆盖率 = 35 % in 2025\n"},
      {"extra, of another kind", kWind + "\n" + R"({"kind": "context", "quote": "35%"})",
       "detect 1/2/1 strict 1 context 0/1",
       "2:31 extra target 35%: context | 森林覆盖率 = 35 % in 2025\n2:31 missed context 35%: context | target\n"},
      {"value", replaced(kWind, "150000", "150001") + "\n" + kForest, "detect 1/2/2 strict 1 context 0/0",
       "2:16 wrong-value target value: 150001 千瓦 | 150 MW\n"},
      {"range", replaced(kWind, "\"unit\"", "\"number_high\": 200000, \"unit\"") + "\n" + kForest,
       "detect 1/2/2 strict 1 context 0/0", "2:16 wrong-value target value: 150000 to 200000 千瓦 | 150 MW\n"},
      {"unit", replaced(kWind, "\"unit\": \"千瓦\"", "\"unit\": \"千瓦时\"") + "\n" + kForest,
       "detect 1/2/2 strict 1 context 0/0", "2:16 wrong-value target value: 150000 千瓦时 | 150 MW\n"},
      {"indicator", replaced(kWind, "风电装机容量", "光伏发电量") + "\n" + kForest, "detect 2/2/2 strict 1 context 0/0",
       "2:16 wrong-field target indicator: 光伏发电量 | 风电装机容量\n"},
      {"indicator, alike", replaced(kWind, "风电装机容量", "风电装机") + "\n" + kForest,
       "detect 2/2/2 strict 2 context 0/0", ""},
      {"year", replaced(kWind, "2025", "null") + "\n" + kForest, "detect 2/2/2 strict 1 context 0/0",
       "2:16 wrong-field target year: nothing | 2025\n"},
      {"baseline year", replaced(kWind, "\"year\"", "\"baseline_year\": 2020, \"year\"") + "\n" + kForest,
       "detect 2/2/2 strict 1 context 0/0", "2:16 wrong-field target baseline_year: 2020 | nothing\n"},
      {"bound", replaced(kWind, ">=", "=") + "\n" + kForest, "detect 2/2/2 strict 1 context 0/0",
       "2:16 wrong-field target bound: = | >=\n"},
      {"change", replaced(kWind, "level", "increase") + "\n" + kForest, "detect 2/2/2 strict 1 context 0/0",
       "2:16 wrong-field target change: increase | level\n"},
      {"firmness is not strict", replaced(kWind, "\"firm\"", "\"aspirational\"") + "\n" + kForest,
       "detect 2/2/2 strict 2 context 0/0", "2:16 wrong-field target firmness: aspirational | firm\n"},
      {"section is not strict", replaced(kWind, "一、目标", "二、任务") + "\n" + kForest,
       "detect 2/2/2 strict 2 context 0/0", "2:16 wrong-field target section: 二、任务 | 一、目标\n"},
      {"responsible is not strict",
       replaced(kWind, "\"section\"", "\"responsible\": [\"甲\", \"乙\"], \"section\"") + "\n" + kForest,
       "detect 2/2/2 strict 2 context 0/0", "2:16 wrong-field target responsible: 甲;乙 | nothing\n"},
  };
  for (const auto& row : kRows) {
    const DocumentEvaluation evaluation = evaluate(row.gold);
    EXPECT_EQ(figures(evaluation.figures), row.figures) << row.what;
    EXPECT_EQ(mistakes(evaluation), row.mistakes) << row.what;
  }
}

TEST(Evaluate, RulesGetWhatTheyDid) {
  const DocumentEvaluation evaluation =
      evaluate(replaced(kWind, ">=", "=") + "\n" + replaced(replaced(kWind, "15万", "3万"), "150000", "30000"));
  RuleScore all;
  for (const auto& [rule, score] : evaluation.figures.rules) all += score;
  EXPECT_EQ(all.right, 0u);
  EXPECT_EQ(all.wrong, 1u);   // the bound
  EXPECT_EQ(all.extra, 1u);   // 35%
  EXPECT_EQ(all.missed, 1u);  // 3万千瓦, a fact
  for (const Mistake& mistake : evaluation.mistakes) {
    EXPECT_FALSE(mistake.rule.empty()) << mistake.quote;
    EXPECT_TRUE(evaluation.figures.rules.contains(mistake.rule)) << mistake.rule;
  }
}

TEST(Evaluate, GoalsWithoutANumber) {
  const std::string text = "一、目标\n到2030年前实现碳达峰。能耗强度完成省下达的目标。\n";
  const std::string milestone =
      R"({"kind": "milestone", "quote": "2030年前实现碳达峰", "indicator": "碳达峰", "year": 2030})";
  const std::string delegated = R"({"kind": "delegated", "quote": "完成省下达的目标", "indicator": "能耗强度"})";
  const Figures right = evaluate(milestone + "\n" + delegated, text).figures;
  EXPECT_EQ(right.milestone.right, 1u);
  EXPECT_EQ(right.delegated.right, 1u);
  const DocumentEvaluation wrong = evaluate(replaced(milestone, "\"year\": 2030", "\"year\": 2060"), text);
  EXPECT_EQ(wrong.figures.milestone.right, 0u);
  EXPECT_EQ(wrong.figures.milestone.found, 1u);
  EXPECT_EQ(wrong.figures.delegated.found, 1u);
  EXPECT_EQ(wrong.figures.delegated.annotated, 0u);
  EXPECT_THAT(mistakes(wrong), ::testing::HasSubstr("wrong-field milestone year: 2060 | 2030\n"));
  EXPECT_THAT(mistakes(wrong), ::testing::HasSubstr("extra delegated"));
}

TEST(Evaluate, ANumberInItsClauseIsNoReasonToMissAGoal) {
  const DocumentEvaluation evaluation =
      evaluate(R"({"kind": "milestone", "quote": "到2025年,风电装机容量达到15万千瓦以上", "year": 2025})");
  ASSERT_FALSE(evaluation.mistakes.empty());
  EXPECT_EQ(evaluation.mistakes[0].what, MistakeKind::kMissed);
  EXPECT_EQ(evaluation.mistakes[0].found, "nothing");
  EXPECT_EQ(evaluation.mistakes[0].rule, "");
}

TEST(Evaluate, AUnitThatTheRulesDoNotHaveIsTold) {
  const DocumentEvaluation evaluation =
      evaluate(replaced(kWind, "\"unit\": \"千瓦\"", "\"unit\": \"斗\"") + "\n" + replaced(kForest, "\"%\"", "\"斗\""));
  ASSERT_EQ(evaluation.problems.size(), 1u);
  EXPECT_EQ(evaluation.problems[0].message, "the rule set has no unit '斗': taken for a counted thing");
  EXPECT_EQ(evaluation.problems[0].where.line, 1u);
}

TEST(Score, HasNoRatioOfNothing) {
  EXPECT_EQ(Score().precision(), 0.0);
  EXPECT_EQ(Score().f1(), 0.0);
  const Score score{.annotated = 4, .found = 2, .right = 1};
  EXPECT_EQ(score.precision(), 0.5);
  EXPECT_EQ(score.recall(), 0.25);
  EXPECT_EQ(score.f1(), 2 * 0.5 * 0.25 / 0.75);
}

Evaluation whole(const Thresholds& thresholds) {
  Evaluation out{.rules = "plan@1",
                 .documents = {evaluate(kWind)},
                 .total = {},
                 .thresholds = thresholds,
                 .idle = {"target.idle"}};
  out.documents.push_back(evaluate(kWind + "\n" + kForest));
  for (const DocumentEvaluation& document : out.documents) out.total += document.figures;
  return out;
}

TEST(EvaluationReport, CasesFailOnlyIfAllDoes) {
  const struct {
    Thresholds thresholds;
    bool good;
    std::vector<bool> fails;  // the two documents, and all
  } kRows[] = {
      {{}, true, {false, false, false}},
      {{.detect = 0.8, .strict = 0.8}, true, {false, false, false}},  // all is 6/7, the first document 2/3
      {{.detect = 0.9, .strict = {}}, false, {true, false, true}},
      {{.detect = {}, .strict = 1.0}, false, {true, false, true}},
  };
  for (const auto& row : kRows) {
    const Evaluation evaluation = whole(row.thresholds);
    EXPECT_EQ(is_good_enough(evaluation), row.good);
    const CheckReport report = to_check_report(evaluation);
    ASSERT_EQ(report.cases.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(report.cases[i].status == CaseStatus::kFail, row.fails[i]) << i;
      EXPECT_EQ(report.cases[i].message.empty(), !row.fails[i]) << i;
    }
  }
  const CheckReport report = to_check_report(whole({}));
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].code, "extra");
  EXPECT_EQ(report.findings[0].where.line, 2u);
  EXPECT_EQ(report.findings[0].width, 3u);
  EXPECT_THAT(report.summary, ::testing::StartsWith("2 documents: detect F1 0.857"));
}

TEST(EvaluationOutput, TextAndJsonHaveTheSameFigures) {
  const Evaluation evaluation = whole({.detect = 0.9, .strict = {}});
  std::string text;
  append_evaluation_text(text, evaluation, true);
  for (const char* part : {"2:31: extra target: ", "【35%】。", "annotated  nothing", "ALL", "0.750/1.000/0.857",
                           "1 target rules made no record", "detect F1 0.857 is below 0.9"}) {
    EXPECT_THAT(text, ::testing::HasSubstr(part));
  }
  std::string brief;
  append_evaluation_text(brief, evaluation, false);
  EXPECT_THAT(brief, ::testing::Not(::testing::HasSubstr("【")));

  std::string out;
  append_evaluation_json(out, evaluation);
  const rapidjson::Document json = testing::parse_json(out);
  EXPECT_STREQ(json["detect"]["precision"].GetString(), "0.75");
  EXPECT_STREQ(json["detect"]["f1"].GetString(), "0.8571428571428571");
  EXPECT_FALSE(json["good_enough"].GetBool());
  EXPECT_EQ(json["documents"].Size(), 2u);
  const rapidjson::Value& mistake = json["documents"][0]["mistakes"][0];
  EXPECT_STREQ(mistake["what"].GetString(), "extra");
  EXPECT_STREQ(mistake["quote"].GetString(), "35%");
  EXPECT_TRUE(mistake["annotation"].IsNull());
}

}  // namespace
}  // namespace mubiao
