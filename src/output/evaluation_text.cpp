// An evaluation for people. Door: append_evaluation_text.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mubiao/comparison_output.h"
#include "output/printable.h"
#include "output/table.h"

namespace mubiao {
namespace {

using output::Table;
using output::without_controls;

std::string three(double figure) { return fmt::format("{:.3f}", figure); }

std::string three(const Score& score) {
  return fmt::format("{}/{}/{}", three(score.precision()), three(score.recall()), three(score.f1()));
}

void append_mistake(std::string& out, const Mistake& mistake) {
  const std::string_view what = mistake.what == MistakeKind::kMissed  ? "missed"
                                : mistake.what == MistakeKind::kExtra ? "extra"
                                                                      : "wrong";
  const std::string field = mistake.field.empty() ? "" : fmt::format("{} of ", mistake.field);
  fmt::format_to(std::back_inserter(out), "{}:{}:{}: {} {}{}: {}【{}】{}\n", without_controls(mistake.where.file),
                 mistake.where.line, mistake.where.column, what, field, to_string(mistake.kind),
                 without_controls(mistake.before), without_controls(mistake.quote), without_controls(mistake.after));
  const std::string by = mistake.rule.empty() ? "" : fmt::format("  ({})", mistake.rule);
  const std::string reason = mistake.reason.empty() ? "" : fmt::format("  {}", without_controls(mistake.reason));
  fmt::format_to(std::back_inserter(out), "    annotated  {}\n    found      {}{}{}\n",
                 without_controls(mistake.annotated), without_controls(mistake.found), by, reason);
}

void append_documents(std::string& out, const Evaluation& evaluation) {
  Table table;
  table.add({"document", "annotated", "found", "detect P/R/F1", "strict P/R/F1"});
  const auto add = [&table](std::string_view name, const Figures& figures) {
    table.add({without_controls(name), std::to_string(figures.detect.annotated), std::to_string(figures.detect.found),
               three(figures.detect), three(figures.strict)});
  };
  for (const DocumentEvaluation& document : evaluation.documents) add(document.path, document.figures);
  add("ALL", evaluation.total);
  table.append_to(out);
}

void append_other_figures(std::string& out, const Figures& total) {
  out += "\nfields of detected targets\n";
  Table fields;
  for (std::size_t i = 0; i < kEvalFields; ++i) {
    const auto field = static_cast<EvalField>(i);
    fields.add({std::string(to_string(field)), three(total.accuracy(field))});
  }
  fields.append_to(out, "  ");
  out += '\n';
  Table kinds;
  kinds.add({"other kinds", "annotated", "found", "P/R/F1"});
  const auto add = [&kinds](std::string_view name, const Score& score) {
    kinds.add({std::string(name), std::to_string(score.annotated), std::to_string(score.found), three(score)});
  };
  add("delegated", total.delegated);
  add("milestone", total.milestone);
  kinds.append_to(out);
  fmt::format_to(std::back_inserter(out), "context accounted for: {} of {}\n", total.context_accounted, total.context);
}

/// Those that make most mistakes first.
void append_rules(std::string& out, const Evaluation& evaluation) {
  std::vector<std::pair<std::string_view, RuleScore>> rules(evaluation.total.rules.begin(),
                                                            evaluation.total.rules.end());
  std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.mistakes(), a.second.right) > std::pair(b.second.mistakes(), b.second.right);
  });
  Table table;
  table.add({"rule", "right", "wrong", "extra", "missed"});
  for (const auto& [rule, score] : rules) {
    table.add({std::string(rule), std::to_string(score.right), std::to_string(score.wrong), std::to_string(score.extra),
               std::to_string(score.missed)});
  }
  out += '\n';
  table.append_to(out);
  if (evaluation.idle.empty()) return;
  fmt::format_to(std::back_inserter(out), "\n{} target rules made no record here (idle_rules in -f json)\n",
                 evaluation.idle.size());
}

void append_verdict(std::string& out, const Evaluation& evaluation) {
  const auto say = [&out](std::string_view what, const Score& score, const std::optional<double>& threshold) {
    if (!threshold || score.f1() >= *threshold) return;
    fmt::format_to(std::back_inserter(out), "\n{} F1 {} is below {}\n", what, three(score.f1()), *threshold);
  };
  say("detect", evaluation.total.detect, evaluation.thresholds.detect);
  say("strict", evaluation.total.strict, evaluation.thresholds.strict);
}

}  // namespace

void append_evaluation_text(std::string& out, const Evaluation& evaluation, bool mistakes) {
  if (mistakes) {
    const std::size_t begin = out.size();
    for (const DocumentEvaluation& document : evaluation.documents) {
      for (const Mistake& mistake : document.mistakes) append_mistake(out, mistake);
    }
    if (out.size() > begin) out += '\n';
  }
  append_documents(out, evaluation);
  append_other_figures(out, evaluation.total);
  append_rules(out, evaluation);
  append_verdict(out, evaluation);
}

}  // namespace mubiao
