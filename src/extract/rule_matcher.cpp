// Finds which rules match a short text, cheapest test first. Door: RuleMatcher.
#include "extract/rule_matcher.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <optional>
#include <string>

#include "extract/rule_text.h"

namespace mubiao {
namespace {

constexpr std::array<std::string_view, kGroups> kGroupNames = {"quantity", "indicator", "subject", "whole", "object",
                                                              "verb",     "goal",      "baseline", "noun"};

struct Compiled {
  const Rule* rule;
  std::array<int, kGroups> index;  // of the capture group, -1: not in this rule
  int captures;                    // how many submatches to ask RE2 for, whole match included
};

// True if an unless clause of the rule holds for its first match in `text`.
bool silenced(const Rule& rule, std::string_view text) {
  re2::StringPiece hit;
  if (!rule.regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, &hit, 1)) return false;
  const auto begin = static_cast<std::size_t>(hit.data() - text.data());
  return std::any_of(rule.unless.begin(), rule.unless.end(),
                     [&](const Unless& u) { return unless_holds(u, text, {begin, begin + hit.size()}, text); });
}

Compiled compile(const Rule* rule) {
  Compiled out{rule, {}, 1};
  out.index.fill(-1);
  const auto& named = rule->regex->NamedCapturingGroups();
  for (std::size_t g = 0; g < kGroups; ++g) {
    const auto it = named.find(std::string(kGroupNames[g]));
    if (it == named.end()) continue;
    out.index[g] = it->second;
    out.captures = std::max(out.captures, it->second + 1);
  }
  return out;
}

}  // namespace

struct RuleMatcher::State {
  std::vector<const Rule*> rules;
  std::vector<Compiled> compiled;
  std::unique_ptr<re2::RE2::Set> set;  // null if it could not be compiled within its memory

  // Indices of the rules that match, ascending. The Set may run out of memory while matching: then every
  // rule is tried by itself, which is slower and never wrong.
  void candidates(std::string_view text, std::vector<int>& out) const {
    out.clear();
    if (set) {
      re2::RE2::Set::ErrorInfo error{};
      if (set->Match(text, &out, &error)) {
        std::sort(out.begin(), out.end());
        return;
      }
      if (error.kind == re2::RE2::Set::kNoError) return;
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (re2::RE2::PartialMatch(text, *rules[i]->regex)) out.push_back(static_cast<int>(i));
    }
  }
};

RuleMatcher::RuleMatcher(std::vector<const Rule*> rules) : state_(std::make_unique<State>()) {
  std::stable_sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  auto set = std::make_unique<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
  bool usable = !rules.empty();
  for (const Rule* rule : rules) {
    state_->compiled.push_back(compile(rule));
    usable = usable && set->Add(rule->pattern, nullptr) >= 0;
  }
  state_->rules = std::move(rules);
  if (usable && set->Compile()) state_->set = std::move(set);
}

RuleMatcher::~RuleMatcher() = default;
RuleMatcher::RuleMatcher(RuleMatcher&&) noexcept = default;

const std::vector<const Rule*>& RuleMatcher::rules() const { return state_->rules; }

RuleMatch RuleMatcher::first(std::string_view text, const std::function<bool(const RuleMatch&)>& visit) const {
  thread_local std::vector<int> hits;
  state_->candidates(text, hits);
  for (const int hit : std::vector<int>(hits)) {
    const Compiled& compiled = state_->compiled[static_cast<std::size_t>(hit)];
    std::array<re2::StringPiece, 32> submatch;
    const int n = std::min<int>(compiled.captures, static_cast<int>(submatch.size()));
    if (!compiled.rule->regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, submatch.data(), n)) continue;
    const auto span_of = [&](int i) -> std::optional<Span> {
      const auto& piece = submatch[static_cast<std::size_t>(i)];
      if (i >= n || piece.data() == nullptr) return std::nullopt;
      const auto begin = static_cast<std::size_t>(piece.data() - text.data());
      return Span{begin, begin + piece.size()};
    };
    RuleMatch match{compiled.rule, *span_of(0), {}};
    for (std::size_t g = 0; g < kGroups; ++g) {
      if (compiled.index[g] >= 0) match.groups[g] = span_of(compiled.index[g]);
    }
    if (visit(match)) return match;
  }
  return {};
}

void RuleMatcher::all(std::string_view text, std::vector<const Rule*>& out) const {
  thread_local std::vector<int> hits;
  state_->candidates(text, hits);
  for (const int hit : hits) {
    const Rule* rule = state_->rules[static_cast<std::size_t>(hit)];
    if (rule->unless.empty() || !silenced(*rule, text)) out.push_back(rule);
  }
}

}  // namespace mubiao
