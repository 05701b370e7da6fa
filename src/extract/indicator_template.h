#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/flow.h"
#include "extract/indicator.h"
#include "extract/rule_matcher.h"
#include "extract/segment_text.h"

namespace mubiao {

/// What an indicator may be made of, beside the captures of its rule.
struct Surroundings {
  const Flow& flow;
  const SegmentText* after = nullptr;  // the clause behind, if there is one
  std::string_view outer;              // what stands in front of the bracket that is being read
  std::size_t nth = 0;                 // of a list of values: which one is decided about,
  std::size_t of = 1;                  // and how many they are
};

/// Whether the indicator of the rule is a list, and each of several values belongs to one of its members (set.list).
bool lists_members(const Rule& rule);

/// The indicator by the template of the rule (set.indicator: "{subject}占{whole}比例"; "{indicator}" if it has none).
/// Slots are the captures indicator, subject, whole, object, verb; carried, measure, thing and head (said before; of a
/// list of values, each carries one of as many indicators); topic (before a colon, or a title); before, after, outer
/// (clauses around); class (what the last indicator named). Words that two parts of it share where they meet are
/// written once. nullopt if a slot has nothing to put in it.
std::optional<std::string> indicator_of(const RuleMatch& match, const SegmentText& segment,
                                        const IndicatorCleaner& indicators, const Surroundings& around);

/// Hands on to `flow` what later clauses may refer to. What was said of an indicator (its size, its share) is not
/// handed on. `adds`: the verb said that it is new.
void remember_indicator(const RuleMatch& match, const SegmentText& segment, const IndicatorCleaner& indicators,
                        const std::string& indicator, bool adds, Flow& flow);

}  // namespace mubiao
