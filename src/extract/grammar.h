#pragma once

#include <string>

#include "extract/bounds.h"
#include "extract/clauses.h"
#include "extract/indicator.h"
#include "extract/mention_scanner.h"
#include "extract/rule_matcher.h"
#include "extract/sentence_filter.h"
#include "mubiao/rule.h"

namespace mubiao {

/// What a rule set needs to read sentences, prepared once. Immutable; shared by threads.
struct Grammar {
  explicit Grammar(RuleSet set);
  Grammar(const Grammar&) = delete;  // list_words points to its rules
  Grammar& operator=(const Grammar&) = delete;

  RuleSet rules;
  SentenceFilter filter;
  MentionScanner mentions;
  RuleMatcher quantity_rules;   // context and target
  RuleMatcher statement_rules;  // milestone and delegated
  RuleMatcher moods;
  RuleMatcher stops;            // carry rules, by their effect
  RuleMatcher members;
  RuleMatcher words;
  RuleMatcher joints;
  BoundReader bounds;
  IndicatorCleaner indicators;
  ListWords list_words;
};

/// Where a sentence stands.
struct Place {
  std::string section;  // titles of its headings, joined by " > "
  bool past = false;    // under a heading that speaks of the past
  const Rule* past_rule = nullptr;
  bool goals = false;   // under a heading that announces goals
  bool boilerplate = false;  // a covering notice, a table of contents: sets no targets
  DocumentTime time;
};

}  // namespace mubiao
