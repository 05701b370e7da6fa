// Finds which rules match a short text, cheapest test first. Door: RuleMatcher.
#include "extract/rule_matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <utility>

#include "extract/finite_words.h"
#include "extract/literal_index.h"
#include "extract/part_pool.h"
#include "extract/pattern_cut.h"
#include "extract/rule_text.h"
#include "extract/typed_text.h"

namespace mubiao {
namespace {

// True if an unless clause of the rule holds for its first match in `text`.
bool silenced(const Rule& rule, std::string_view text) {
  re2::StringPiece hit;
  if (!rule.regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, &hit, 1)) return false;
  const auto begin = static_cast<std::size_t>(hit.data() - text.data());
  return std::any_of(rule.unless.begin(), rule.unless.end(), [&](const Unless& u) {
    return unless_holds(u, text, {begin, begin + hit.size()}, text);
  });
}

// A rule as it is matched: in one piece, or before and behind its quantity. Parts are shared by rules.
struct CutRule {
  std::once_flag once;
  std::once_flag words_once;
  std::once_flag guards_once;
  bool is_words = false;                // the pattern is its required literals and nothing more
  const PatternPart* before = nullptr;  // or the whole pattern
  const PatternPart* behind = nullptr;  // null: not cut
  std::bitset<256> takes;
  bool names_quantity = false;
  std::vector<Guard> guards;
};

// The text that rules are tried on, with what is known of it so far.
class Subject {
 public:
  explicit Subject(std::string_view subject)
      : text(subject),
        quantity(find_quantity(subject)),
        whole_(subject),
        before_(quantity.empty() ? subject : subject.substr(0, quantity.begin)),
        behind_(quantity.empty() ? std::string_view() : subject.substr(quantity.end)) {}

  using Match = std::optional<PatternPart::Match>;
  Match whole(const PatternPart& part) { return match(part, whole_); }
  Match before(const PatternPart& part) { return match(part, before_); }
  Match behind(const PatternPart& part) { return match(part, behind_); }
  std::string_view text_before() const { return before_.text(); }
  std::string_view text_behind() const { return behind_.text(); }

  /// Whether the placeholder of the quantity is one of these.
  bool is_one_of(const std::bitset<256>& placeholders) const {
    if (quantity.empty()) return false;
    const auto bits = [&](std::size_t i) { return static_cast<std::size_t>(text[quantity.begin + i]) & 0x3F; };
    return placeholders.test(bits(1) << 6 | bits(2));
  }

  std::string_view text;
  Span quantity;  // the only one, or empty

 private:
  static Span find_quantity(std::string_view text) {
    for (std::size_t i = text.find('\xEE'); i != std::string_view::npos; i = text.find('\xEE', i + 1)) {
      if (i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x83) return {i, i + kPlaceholderBytes};
    }
    return {};
  }

  const Match& match(const PatternPart& part, PartText& where) {
    for (std::size_t i = 0; i < known_; ++i) {
      if (results_[i].part == &part) return results_[i].match;
    }
    // Of more parts than usual the last one is forgotten, and matched again if it is asked once more.
    Result& out = results_[known_ < results_.size() ? known_++ : known_ - 1];
    out.part = &part;
    out.match = part.match(where);
    return out.match;
  }

  struct Result {
    const PatternPart* part;
    Match match;
  };

  PartText whole_;
  PartText before_;
  PartText behind_;
  std::array<Result, 12> results_;
  std::size_t known_ = 0;
};

void add_groups(const Groups& groups, std::size_t shift, Groups& out) {
  for (std::size_t g = 0; g < kGroups; ++g) {
    if (groups[g]) out[g] = Span{groups[g]->begin + shift, groups[g]->end + shift};
  }
}

std::optional<RuleMatch> match_rule(const Rule& rule, const CutRule& cut, Subject& subject) {
  if (cut.behind == nullptr) {
    const auto found = subject.whole(*cut.before);
    if (!found) return std::nullopt;
    return RuleMatch{&rule, found->span, cut.before->capture(subject.text, *found), nullptr};
  }
  if (!subject.is_one_of(cut.takes)) return std::nullopt;
  const auto behind = subject.behind(*cut.behind);
  if (!behind) return std::nullopt;
  const auto before = subject.before(*cut.before);
  if (!before) return std::nullopt;
  RuleMatch match{&rule, {before->span.begin, subject.quantity.end + behind->span.end}, {}, nullptr};
  add_groups(cut.before->capture(subject.text_before(), *before), 0, match.groups);
  add_groups(cut.behind->capture(subject.text_behind(), *behind), subject.quantity.end, match.groups);
  if (cut.names_quantity) match.groups[static_cast<std::size_t>(Group::kQuantity)] = subject.quantity;
  return match;
}

}  // namespace

const Unless* RuleMatch::silencer(std::string_view text, std::string_view sentence, std::string_view section) const {
  const auto holds = [&](const Guard& guard) { return guard.holds(text, span, sentence, section); };
  const auto found = std::find_if(guards->begin(), guards->end(), holds);
  return found == guards->end() ? nullptr : &found->clause();
}

struct RuleMatcher::State {
  explicit State(std::vector<const Rule*> in_order) : rules(std::move(in_order)), index(rules), cuts(rules.size()) {}

  std::vector<const Rule*> rules;
  LiteralIndex index;
  mutable std::vector<CutRule> cuts;
  mutable PartPool parts;

  // A text that holds a literal of such a rule is one that it matches.
  bool is_words(std::size_t rule) const {
    CutRule& out = cuts[rule];
    std::call_once(out.words_once, [&] {
      const Rule& r = *rules[rule];
      if (r.literals.size() != 1 || !r.keywords.empty()) return;
      auto words = words_of(r.pattern);
      auto literals = r.literals.front();
      if (!words) return;
      std::sort(words->begin(), words->end());
      std::sort(literals.begin(), literals.end());
      out.is_words = *words == literals;
    });
    return out.is_words;
  }

  // Made when the rule first matches.
  const std::vector<Guard>& guards_of(std::size_t rule) const {
    CutRule& out = cuts[rule];
    std::call_once(out.guards_once, [&] {
      for (const Unless& unless : rules[rule]->unless) out.guards.emplace_back(unless);
    });
    return out.guards;
  }

  // Most rules never come near a match, so they are cut when they first do.
  const CutRule& cut_of(std::size_t rule) const {
    CutRule& out = cuts[rule];
    std::call_once(out.once, [&] {
      auto cut = cut_at_quantity(rules[rule]->pattern);
      if (!cut) {
        out.before = parts.part(rules[rule]->pattern, PatternPart::Side::kWhole);
        return;
      }
      out.before = parts.part(cut->before, PatternPart::Side::kBefore);
      out.behind = parts.part(cut->behind, PatternPart::Side::kBehind);
      out.takes = cut->takes;
      out.names_quantity = cut->named;
    });
    return out;
  }
};

RuleMatcher::RuleMatcher(std::vector<const Rule*> rules) {
  std::stable_sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
  state_ = std::make_unique<State>(std::move(rules));
}

RuleMatcher::~RuleMatcher() = default;
RuleMatcher::RuleMatcher(RuleMatcher&&) noexcept = default;

bool RuleMatcher::any(std::string_view text) const {
  const auto all = [](const Rule&) { return true; };
  return first(text, all, [](const RuleMatch&) { return true; }).rule != nullptr;
}

RuleMatch RuleMatcher::first(std::string_view text, const std::function<bool(const Rule&)>& wanted,
                             const std::function<bool(const RuleMatch&)>& visit) const {
  LiteralIndex::Hits hits;
  state_->index.search(text, hits);
  Subject subject(text);
  RuleMatch accepted;
  hits.each([&](std::size_t r) {
    const Rule& rule = *state_->rules[r];
    if (!wanted(rule)) return false;
    auto match = match_rule(rule, state_->cut_of(r), subject);
    if (!match) return false;
    match->guards = &state_->guards_of(r);
    if (!visit(*match)) return false;
    accepted = *std::move(match);
    return true;
  });
  return accepted;
}

bool RuleMatcher::covers(std::string_view text, std::size_t at) const {
  return std::any_of(state_->rules.begin(), state_->rules.end(), [&](const Rule* rule) {
    re2::StringPiece hit;
    std::size_t from = 0;
    while (from < text.size() && rule->regex->Match(text, from, text.size(), re2::RE2::UNANCHORED, &hit, 1) &&
           !hit.empty()) {
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
  hits.each([&](std::size_t r) {
    const Rule* rule = state_->rules[r];
    const bool matches =
        state_->is_words(r) || rule->regex->Match(text, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
    if (matches && (rule->unless.empty() || !silenced(*rule, text))) out.push_back(rule);
    return false;
  });
}

}  // namespace mubiao
