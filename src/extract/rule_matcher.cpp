// Finds which rules match a short text, cheapest test first. Door: RuleMatcher.
#include "extract/rule_matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>

#include "extract/literal_index.h"
#include "extract/rule_text.h"
#include "extract/split_pattern.h"

namespace mubiao {
namespace {

constexpr std::array<std::string_view, kGroups> kGroupNames = {"quantity", "indicator", "subject", "whole", "object",
                                                              "verb",     "goal",      "baseline", "noun"};

// Capture groups of a rule, looked up when it first comes near a match: most rules never do.
struct Captures {
  std::once_flag once;
  std::array<int, kGroups> index;  // of the capture group, -1: not in this rule
  int count = 1;                   // how many submatches to ask RE2 for, whole match included
  std::optional<SplitPattern> split;
};

// True if an unless clause of the rule holds for its first match in `text`.
bool silenced(const Rule& rule, std::string_view text) {
  re2::StringPiece hit;
  if (!rule.regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, &hit, 1)) return false;
  const auto begin = static_cast<std::size_t>(hit.data() - text.data());
  return std::any_of(rule.unless.begin(), rule.unless.end(),
                     [&](const Unless& u) { return unless_holds(u, text, {begin, begin + hit.size()}, text); });
}

void look_up(const Rule& rule, Captures& out) {
  out.index.fill(-1);
  const auto& named = rule.regex->NamedCapturingGroups();
  for (std::size_t g = 0; g < kGroups; ++g) {
    const auto it = named.find(std::string(kGroupNames[g]));
    if (it == named.end()) continue;
    out.index[g] = it->second;
    out.count = std::max(out.count, it->second + 1);
  }
  out.split = SplitPattern::of(rule.pattern);
}

// The placeholder of the only quantity in `text`, which a rule decides about.
std::optional<Span> only_quantity(std::string_view text) {
  for (std::size_t i = text.find('\xEE'); i != std::string_view::npos; i = text.find('\xEE', i + 1)) {
    if (i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x83) return Span{i, i + 3};
  }
  return std::nullopt;
}

std::optional<RuleMatch> match_split(const Rule& rule, const Captures& captures, std::string_view text) {
  const auto found = captures.split->match(text);
  if (!found) return std::nullopt;
  RuleMatch match{&rule, found->match, {}};
  match.groups[static_cast<std::size_t>(Group::kIndicator)] = found->indicator;
  if (found->goal) match.groups[static_cast<std::size_t>(Group::kGoal)] = found->goal;
  if (captures.index[static_cast<std::size_t>(Group::kQuantity)] >= 0) {
    match.groups[static_cast<std::size_t>(Group::kQuantity)] = only_quantity(text);
  }
  return match;
}

std::optional<RuleMatch> match_whole(const Rule& rule, const Captures& captures, std::string_view text) {
  std::array<re2::StringPiece, 32> submatch;
  const int n = std::min<int>(captures.count, static_cast<int>(submatch.size()));
  if (!rule.regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, submatch.data(), n)) return std::nullopt;
  const auto span_of = [&](int i) -> std::optional<Span> {
    const auto& piece = submatch[static_cast<std::size_t>(i)];
    if (i >= n || piece.data() == nullptr) return std::nullopt;
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    return Span{begin, begin + piece.size()};
  };
  RuleMatch match{&rule, *span_of(0), {}};
  for (std::size_t g = 0; g < kGroups; ++g) {
    if (captures.index[g] >= 0) match.groups[g] = span_of(captures.index[g]);
  }
  return match;
}

}  // namespace

struct RuleMatcher::State {
  explicit State(std::vector<const Rule*> in_order) : rules(std::move(in_order)), index(rules), captures(rules.size()) {}

  std::vector<const Rule*> rules;
  LiteralIndex index;
  mutable std::vector<Captures> captures;

  const Captures& captures_of(std::size_t rule) const {
    Captures& out = captures[rule];
    std::call_once(out.once, [&] { look_up(*rules[rule], out); });
    return out;
  }
};

RuleMatcher::RuleMatcher(std::vector<const Rule*> rules) {
  std::stable_sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
  state_ = std::make_unique<State>(std::move(rules));
}

RuleMatcher::~RuleMatcher() = default;
RuleMatcher::RuleMatcher(RuleMatcher&&) noexcept = default;

const std::vector<const Rule*>& RuleMatcher::rules() const { return state_->rules; }

bool RuleMatcher::may_match(std::string_view text) const {
  LiteralIndex::Hits hits;
  state_->index.search(text, hits);
  return hits.any();
}

RuleMatch RuleMatcher::first(std::string_view text, const std::function<bool(const Rule&)>& wanted,
                             const std::function<bool(const RuleMatch&)>& visit) const {
  LiteralIndex::Hits hits;
  state_->index.search(text, hits);
  for (std::size_t r = 0; r < state_->rules.size(); ++r) {
    if (!hits.test(r)) continue;
    const Rule& rule = *state_->rules[r];
    if (!wanted(rule) || !rule.regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0)) continue;
    const Captures& captures = state_->captures_of(r);
    std::optional<RuleMatch> match;
    if (captures.split) match = match_split(rule, captures, text);
    if (!match) match = match_whole(rule, captures, text);
    if (match && visit(*match)) return *match;
  }
  return {};
}

bool RuleMatcher::covers(std::string_view text, std::size_t at) const {
  return std::any_of(state_->rules.begin(), state_->rules.end(), [&](const Rule* rule) {
    re2::StringPiece hit;
    std::size_t from = 0;
    while (from < text.size() && rule->regex->Match(text, from, text.size(), re2::RE2::UNANCHORED, &hit, 1) && !hit.empty()) {
      const auto begin = static_cast<std::size_t>(hit.data() - text.data());
      if (begin <= at && at < begin + hit.size()) return true;
      from = begin + hit.size();
    }
    return false;
  });
}

void RuleMatcher::all(std::string_view text, std::vector<const Rule*>& out) const {
  LiteralIndex::Hits hits;
  state_->index.search(text, hits);
  for (std::size_t r = 0; r < state_->rules.size(); ++r) {
    const Rule* rule = state_->rules[r];
    if (!hits.test(r) || !re2::RE2::PartialMatch(text, *rule->regex)) continue;
    if (rule->unless.empty() || !silenced(*rule, text)) out.push_back(rule);
  }
}

}  // namespace mubiao
