// Runs the examples that rule files hold, and sees what they leave out. Doors: run_examples, NamePattern.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "extract/example_trial.h"
#include "mubiao/check.h"

namespace mubiao {
namespace {

ExampleStatus status_of(const Trial& trial, const Example& example) {
  if (example.todo.empty()) return trial.passed() ? ExampleStatus::kPass : ExampleStatus::kFail;
  return trial.passed() ? ExampleStatus::kTodoPassed : ExampleStatus::kTodo;
}

std::string message_of(ExampleStatus status, const Trial& trial, const Example& example) {
  switch (status) {
    case ExampleStatus::kFail:
      return trial.complaint;
    case ExampleStatus::kTodo:
      return fmt::format("{}: {}", example.todo, trial.complaint);
    case ExampleStatus::kTodoPassed:
      return fmt::format("passes now: take the key 'todo' (\"{}\") out", example.todo);
    case ExampleStatus::kPass:
    case ExampleStatus::kUntested:
      break;
  }
  return "";
}

// Runs the examples of one rule.
class RuleRun {
 public:
  RuleRun(const Extractor& extractor, const Rule& rule, const NamePattern* only)
      : extractor_(extractor), rule_(rule), whole_(only == nullptr || only->matches(rule.id)), only_(only) {}

  void run(std::vector<ExampleResult>& out) {
    std::size_t ran = 0;
    for (std::size_t i = 0; i < rule_.examples.size(); ++i) {
      ExampleResult result{.rule = rule_.id, .index = i + 1, .where = rule_.examples[i].where};
      if (!whole_ && !only_->matches(result.name())) continue;
      ++ran;
      run(rule_.examples[i], result);
      out.push_back(std::move(result));
    }
    if (whole_ || (ran > 0 && ran == rule_.examples.size())) report_untested(out);
  }

 private:
  void run(const Example& example, ExampleResult& out) {
    Trial& trial = trials_.emplace_back(try_example(extractor_, rule_, example));
    out.status = status_of(trial, example);
    out.message = message_of(out.status, trial, example);
    if (out.status != ExampleStatus::kFail) return;
    out.differences = std::move(trial.differences);
    out.notes = std::move(trial.notes);
  }

  void report_untested(std::vector<ExampleResult>& out) const {
    const auto add = [&](const std::string& unless, const Location& where, const std::string& message) {
      out.push_back({.rule = rule_.id,
                     .unless = unless,
                     .where = where,
                     .status = ExampleStatus::kUntested,
                     .message = "untested: " + message});
    };
    const Untested untested = find_untested(rule_, trials_);
    if (untested.rule) add("", rule_.where, untested_text());
    for (const Unless* clause : untested.clauses) add(clause->id, clause->where, untested_text(*clause));
  }

  const Extractor& extractor_;
  const Rule& rule_;
  bool whole_;
  const NamePattern* only_;
  std::vector<Trial> trials_;
};

}  // namespace

Result<NamePattern> NamePattern::compile(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  auto regex = std::make_shared<const re2::RE2>(pattern, options);
  if (regex->ok()) return NamePattern(std::move(regex));
  return Diagnostic{.code = "E-RE2", .message = regex->error()};
}

bool NamePattern::matches(std::string_view name) const { return re2::RE2::PartialMatch(name, *regex_); }

std::string_view to_string(ExampleStatus status) {
  constexpr std::array<std::string_view, 5> kNames = {"pass", "fail", "todo", "todo_passed", "untested"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string ExampleResult::name() const {
  if (index > 0) return fmt::format("{}/{}", rule, index);
  return unless.empty() ? rule : fmt::format("{}/unless:{}", rule, unless);
}

std::vector<ExampleResult> run_examples(const Extractor& extractor, const NamePattern* only) {
  std::vector<ExampleResult> out;
  for (const Rule& rule : extractor.rules().rules()) RuleRun(extractor, rule, only).run(out);
  return out;
}

}  // namespace mubiao
