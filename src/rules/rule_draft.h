#pragma once

#include <optional>
#include <vector>

#include "mubiao/rule.h"
#include "rules/pattern_draft.h"

namespace mubiao::rules {

/// A rule as read from its table: everything but the compiled patterns, and places for later checks.
struct RuleDraft {
  Rule rule;
  Place id_place;
  std::optional<PatternDraft> pattern;              // nullopt: was reported
  std::vector<std::optional<PatternDraft>> unless;  // as many as rule.unless
  std::vector<Place> because;                       // as many as rule.examples; where `because` stands
};

}  // namespace mubiao::rules
