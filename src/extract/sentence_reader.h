#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/bounds.h"
#include "extract/clauses.h"
#include "extract/draft.h"
#include "extract/flow.h"
#include "extract/indicator.h"
#include "extract/mention_scanner.h"
#include "extract/rule_matcher.h"
#include "mubiao/rule.h"

namespace mubiao {

/// What a rule set needs to read sentences, compiled once.
struct Grammar {
  explicit Grammar(RuleSet set);

  RuleSet rules;
  MentionScanner mentions;
  RuleMatcher quantity_rules;   // context and target
  RuleMatcher statement_rules;  // milestone and delegated
  RuleMatcher delegated_rules;  // those of statement_rules that need no year
  RuleMatcher moods;
  RuleMatcher carries;
  BoundReader bounds;
  IndicatorCleaner indicators;
};

/// Where a sentence stands.
struct Place {
  std::string section;  // titles of its headings, joined by " > "
  bool past = false;    // under a heading that speaks of the past
  const Rule* past_rule = nullptr;
  bool boilerplate = false;  // a covering notice, a table of contents: sets no targets
  DocumentTime time;
};

/// Pass two: reads one sentence of `text` and appends what it states to `findings`.
/// `flow` holds what earlier sentences handed on, and is left for the next one.
void read_sentence(const Grammar& grammar, std::string_view text, Span sentence, const Place& place, Flow& flow,
                   Findings& findings);

}  // namespace mubiao
