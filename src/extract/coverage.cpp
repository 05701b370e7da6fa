// Which alternatives of patterns the examples of a set go through. Doors: measure_coverage, Coverage::percent.
#include "mubiao/coverage.h"

#include <map>
#include <optional>

#include "extract/example_trial.h"
#include "extract/traced_pattern.h"
#include "rules/vocabulary.h"

namespace mubiao {
namespace {

class Tracer {
 public:
  explicit Tracer(const RuleSet& set) : set_(set) {
    for (std::size_t i = 0; i < set.fragments().size(); ++i) {
      by_name_.emplace(set.fragments()[i].name, i);
    }
    fragments_.resize(set.fragments().size());
    for (const Rule& rule : set.rules()) {
      rules_.push_back(pattern(rule.written));
      add_fragments(rules_.back());
    }
  }

  void trace(const MatchedText& match) {
    using Matches = TracedPattern::Matches;
    const bool record = rules::vocabulary(match.rule->kind).records;
    TracedPattern& traced = rules_[static_cast<std::size_t>(match.rule - set_.rules().data())];
    follow(traced.trace(match.text, record ? Matches::kFirst : Matches::kAll));
  }

  Coverage coverage() const {
    Coverage out;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      add({.name = set_.rules()[i].id, .fragment = false, .where = set_.rules()[i].where}, rules_[i], out);
    }
    for (std::size_t i = 0; i < fragments_.size(); ++i) {
      const Fragment& fragment = set_.fragments()[i];
      if (fragments_[i]) add({.name = fragment.name, .fragment = true, .where = fragment.where}, *fragments_[i], out);
    }
    return out;
  }

 private:
  TracedPattern pattern(const std::string& written) const {
    return TracedPattern(written, set_.fragments(), [this](std::string_view name) {
      return by_name_.find(name)->second;  // or the pattern would not have loaded
    });
  }

  void add_fragments(const TracedPattern& user) {
    std::vector<std::size_t> open = user.fragments();
    while (!open.empty()) {
      const std::size_t next = open.back();
      open.pop_back();
      if (fragments_[next]) continue;
      fragments_[next].emplace(pattern(set_.fragments()[next].written));
      for (const std::size_t used : fragments_[next]->fragments()) open.push_back(used);
    }
  }

  // Fragments may use fragments; they nest, so this ends.
  void follow(std::vector<TracedPattern::Use> uses) {
    while (!uses.empty()) {
      const TracedPattern::Use use = uses.back();
      uses.pop_back();
      for (const TracedPattern::Use& inner : fragments_[use.fragment]->trace(use.text, TracedPattern::Matches::kWhole))
        uses.push_back(inner);
    }
  }

  static void add(PatternCoverage pattern, const TracedPattern& traced, Coverage& out) {
    if (traced.alternatives() == 0) return;
    pattern.alternatives = traced.alternatives();
    pattern.tried = traced.tried();
    pattern.untried = traced.untried();
    out.alternatives += pattern.alternatives;
    out.tried += pattern.tried;
    out.patterns.push_back(std::move(pattern));
  }

  const RuleSet& set_;
  std::map<std::string_view, std::size_t> by_name_;      // fragments
  std::vector<TracedPattern> rules_;                     // as in the set
  std::vector<std::optional<TracedPattern>> fragments_;  // as in the set; those that rules use
};

}  // namespace

double Coverage::percent() const {
  return alternatives == 0 ? 100 : 100.0 * static_cast<double>(tried) / static_cast<double>(alternatives);
}

Coverage measure_coverage(const Extractor& extractor) {
  Tracer tracer(extractor.rules());
  for (const Rule& rule : extractor.rules().rules()) {
    for (const Example& example : rule.examples) {
      const Trial trial = try_example(extractor, rule, example);
      if (!trial.passed()) continue;
      for (const MatchedText& match : trial.matches) {
        if (match.won) tracer.trace(match);
      }
    }
  }
  return tracer.coverage();
}

}  // namespace mubiao
