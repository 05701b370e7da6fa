#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "mubiao/rule.h"

namespace mubiao {

/// What a RuleSet holds. Built by load() or read_snapshot(), then never changed.
struct RuleSet::State {
  std::string name = "rules";
  std::string version = "0";
  UnitTable units;
  std::vector<NamedPeriod> periods;
  std::vector<Fragment> fragments;
  std::vector<std::string> eval_prefixes;
  std::vector<Rule> rules;
  std::array<std::vector<const Rule*>, kRuleKinds> by_kind;

  /// Fills by_kind. `rules` must not change afterwards.
  void sort() {
    for (const Rule& rule : rules) by_kind[static_cast<std::size_t>(rule.kind)].push_back(&rule);
    for (auto& kind : by_kind) {
      std::stable_sort(kind.begin(), kind.end(), [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
    }
  }
};

}  // namespace mubiao
