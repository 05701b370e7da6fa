// Which rules try for the same place of a text. Doors: compete, is_tried_before, rivals_of, with_records_reversed.
#include "extract/rivals.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "extract/rule_text.h"
#include "rules/state.h"
#include "rules/vocabulary.h"

namespace mubiao {
namespace {

bool is_mention(RuleKind kind) {
  return kind == RuleKind::kName || kind == RuleKind::kPeriod || kind == RuleKind::kBaseline;
}

bool is_quantity(RuleKind kind) { return kind == RuleKind::kContext || kind == RuleKind::kTarget; }

bool is_statement(RuleKind kind) { return kind == RuleKind::kMilestone || kind == RuleKind::kDelegated; }

// Rules with these values are asked for by themselves, wherever they stand in the order.
bool stands_apart(const Rule& rule) {
  const std::string_view field = set_value(rule, "field");
  return field == "organization" || field == "plan" || field == "reference" || set_value(rule, "role") == "opening";
}

// Rules of several kinds that compete are tried in this order where their priority is the same.
int order_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::kName:
    case RuleKind::kContext:
    case RuleKind::kDelegated:
      return 0;
    case RuleKind::kBaseline:
      return 1;
    default:
      return 2;
  }
}

}  // namespace

bool compete(const Rule& a, const Rule& b) {
  if (is_mention(a.kind)) return is_mention(b.kind);
  if (is_quantity(a.kind)) return is_quantity(b.kind);
  if (is_statement(a.kind)) return is_statement(b.kind);
  if (a.kind != b.kind || stands_apart(a) || stands_apart(b)) return false;
  if (a.kind == RuleKind::kBound) return set_value(a, "side") == set_value(b, "side");
  return a.kind == RuleKind::kHeading || a.kind == RuleKind::kMetadata;
}

bool is_tried_before(const Rule& a, const Rule& b) {
  if (a.priority != b.priority) return a.priority > b.priority;
  if (a.kind != b.kind) return order_of(a.kind) < order_of(b.kind);
  return &a < &b;  // of one vector, in file order
}

std::vector<const Rule*> rivals_of(const RuleSet& rules, const Rule& rule, const PlainMatch& match,
                                   std::string_view text) {
  std::vector<const Rule*> out;
  for (const Rule& other : rules.rules()) {
    if (&other == &rule || !compete(rule, other)) continue;
    const std::vector<PlainMatch> matches = find_matches(other, text);
    const bool rival = std::any_of(matches.begin(), matches.end(), [&](const PlainMatch& theirs) {
      return theirs.silenced_by.empty() && theirs.span.begin == match.span.begin;
    });
    if (rival) out.push_back(&other);
  }
  return out;
}

RuleSet with_records_reversed(const RuleSet& rules) {
  auto state = std::make_shared<RuleSet::State>();
  state->name = rules.name();
  state->version = rules.version();
  state->units = rules.units();
  state->periods = rules.named_periods();
  const auto makes_records = [](const Rule& rule) { return rules::vocabulary(rule.kind).records; };
  const std::vector<Rule>& all = rules.rules();
  std::remove_copy_if(all.begin(), all.end(), std::back_inserter(state->rules), makes_records);
  std::copy_if(all.rbegin(), all.rend(), std::back_inserter(state->rules), makes_records);
  state->sort();
  return RuleSet(std::move(state));
}

}  // namespace mubiao
