#pragma once

#include <gtest/gtest.h>

#include "mubiao/rule.h"

namespace mubiao {

/// The default rules, loaded once for a test program.
inline const RuleSet& default_rules() {
  static const Result<RuleSet> rules = RuleSet::load(RuleSet::embedded_files());
  if (!rules) {
    for (const Diagnostic& problem : rules.error()) ADD_FAILURE() << to_text(problem);
    std::abort();
  }
  return *rules;
}

}  // namespace mubiao
