#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "mubiao/document.h"
#include "mubiao/rule.h"

namespace mubiao {

/// What one rule cost over a corpus, and what it was good for.
struct RuleProfile {
  std::string rule;
  RuleKind kind = RuleKind::kTarget;
  std::size_t tried = 0;    // texts of its kind that hold the words it cannot do without
  std::size_t matches = 0;  // of these, that its pattern matches, whatever its unless clauses and other rules say
  std::size_t wins = 0;     // numbers that it decided, and records without a number that it made
  double seconds = 0;       // of processor time: its pattern by itself, matched by RE2 over the texts tried
  int program = 0;          // RE2 instructions of the pattern
};

/// Measures rules one by one, beside extraction and not inside it: extraction shares parts of patterns among rules
/// and passes most texts over, so it takes less; what is dear here is what would be dear there.
class Profiler {
 public:
  explicit Profiler(const RuleSet& rules);
  ~Profiler();
  Profiler(Profiler&&) noexcept;
  void add(const Document& document);
  /// All rules, those that took most time first.
  std::vector<RuleProfile> result() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mubiao
