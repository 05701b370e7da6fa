#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/extract.h"

namespace mubiao {

enum class ExampleStatus {
  kPass,
  kFail,
  kTodo,        // a known gap, and still one
  kTodoPassed,  // marked as a known gap, but it passes now: the mark has to go
};
/// "pass", "fail", "todo", "todo_passed".
std::string_view to_string(ExampleStatus status);
/// True if a rule set that gives this result has to be mended.
inline bool is_failure(ExampleStatus status) {
  return status == ExampleStatus::kFail || status == ExampleStatus::kTodoPassed;
}

/// What running one example gave.
struct ExampleResult {
  std::string rule;
  std::size_t index = 0;  // 1, 2, … within the rule; 0: the rule as a whole, which no example makes fire
  Location where = {};
  ExampleStatus status = ExampleStatus::kPass;
  std::string message = {};  // expected and found; empty if it passes
};

/// Runs the examples of all rules, in file order. A rule that no passing example makes fire has one failed
/// result with index 0 behind its examples.
std::vector<ExampleResult> run_examples(const Extractor& extractor);

}  // namespace mubiao
