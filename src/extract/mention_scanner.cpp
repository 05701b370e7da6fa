// Pass one: finds names, periods, years, baselines and quantities. Door: MentionScanner::scan.
//
// All rules of pass one are searched as one alternation, so the text is read once whatever their number;
// which rule it was is asked afterwards, of the few bytes that matched.
#include "extract/mention_scanner.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <memory>
#include <mutex>
#include <string>

#include "extract/characters.h"
#include "extract/pattern_edges.h"
#include "extract/pattern_elements.h"
#include "extract/rule_text.h"
namespace mubiao {
namespace {

enum YearGroup { kYearGroup, kStartGroup, kEndGroup, kPlanGroup, kStartPlanGroup, kYearGroups };
constexpr std::array<const char*, kYearGroups> kYearGroupNames = {"year", "start", "end", "plan", "start_plan"};

// Where the years of a rule are captured: looked up when it first comes near a match, since that compiles it.
struct YearCaptures {
  std::once_flag once;
  std::array<int, kYearGroups> index;
  int count = 1;
};

class MentionRule {
 public:
  explicit MentionRule(const Rule& rule) : rule_(&rule), edges_(edges_of("(?:" + rule.pattern + ")$")) {}

  const Rule& rule() const { return *rule_; }
  bool may_match(char32_t first, char32_t last) const {
    return edges_.first.contains(first) && (!edges_.last || edges_.last->contains(last));
  }
  const CharacterRanges& first_characters() const { return edges_.first; }
  const YearCaptures& captures() const {
    std::call_once(captures_->once, [this] {
      const auto& named = rule_->regex->NamedCapturingGroups();
      for (std::size_t g = 0; g < kYearGroups; ++g) {
        const auto it = named.find(kYearGroupNames[g]);
        captures_->index[g] = it == named.end() ? -1 : it->second;
        captures_->count = std::max(captures_->count, captures_->index[g] + 1);
      }
    });
    return *captures_;
  }

 private:
  const Rule* rule_;
  PatternEdges edges_;  // of matches that are a whole text
  std::shared_ptr<YearCaptures> captures_ = std::make_shared<YearCaptures>();
};

}  // namespace

struct MentionScanner::State {
  RuleSet rules;
  std::vector<MentionRule> mention_rules;  // in priority order
  std::unique_ptr<re2::RE2> any;           // their alternation; null if there are none
  std::bitset<0x10000> begins;             // characters that a match of it can begin with
  bool begins_beyond = false;              // … or with one of four bytes

  State(const RuleSet& set, const std::vector<const Rule*>& in_order) : rules(set) {
    for (const Rule* rule : in_order) {
      mention_rules.emplace_back(*rule);
      for (const auto [first, last] : mention_rules.back().first_characters().ranges()) {
        for (char32_t c = first; c <= last && c < begins.size(); ++c) begins.set(c);
        begins_beyond = begins_beyond || last >= begins.size();
      }
    }
  }

  // Where a match can begin from `at` on, at the earliest; the end of the text if nowhere.
  std::size_t next_begin(std::string_view text, std::size_t at) const {
    for (; at < text.size(); at += character_bytes(text[at])) {
      const char32_t c = first_character(text.substr(at));
      if (c < begins.size() ? begins[c] : begins_beyond) return at;
    }
    return text.size();
  }

  std::optional<NamedPeriod> plan(std::string_view name) const {
    for (const NamedPeriod& p : rules.named_periods()) {
      if (p.name == name) return p;
    }
    return std::nullopt;
  }

  // The years that the groups of a match state. False if they make no sense.
  bool read_years(const MentionRule& rule, const re2::StringPiece* groups, const DocumentTime& time, Years& out) const {
    const auto text = [&](YearGroup g) -> std::string_view {
      const int i = rule.captures().index[g];
      return i < 0 ? std::string_view() : std::string_view(groups[i].data(), groups[i].size());
    };
    const std::string_view relative = set_value(rule.rule(), "relative_year");
    if (!relative.empty() && text(kYearGroup).empty() && text(kPlanGroup).empty()) {
      int shift = 0;
      std::from_chars(relative.data(), relative.data() + relative.size(), shift);
      out.year = time.year == 0 ? 0 : time.year + shift;
      return true;
    }
    if (const auto name = text(kPlanGroup); !name.empty()) {
      const auto named = plan(name);
      if (!named) return false;
      const auto first = plan(text(kStartPlanGroup));
      out = {named->end, first ? first->start : named->start, named->end};
      return true;
    }
    if (!text(kStartGroup).empty()) out.start = read_year(text(kStartGroup));
    if (!text(kEndGroup).empty()) out.end = read_year(text(kEndGroup));
    if (out.start && out.end && *out.end < 100) out.end = *out.start / 100 * 100 + *out.end;
    if (const auto year = read_year(text(kYearGroup)))
      out.year = *year;
    else if (out.end)
      out.year = *out.end;
    return !(out.start && out.end && *out.start > *out.end);
  }

  bool silenced(const Rule& rule, std::string_view text, Span match) const {
    return std::any_of(rule.unless.begin(), rule.unless.end(),
                       [&](const Unless& u) { return unless_holds(u, text, match); });
  }

  // Which rule the match [begin, end) of the alternation belongs to; fills `out`.
  bool identify(std::string_view text, Span match, const DocumentTime& time, Mention& out) const {
    const std::string_view surface = slice(text, match);
    const char32_t first = first_character(surface);
    const char32_t last = last_character(surface);
    for (const MentionRule& candidate : mention_rules) {
      if (!candidate.may_match(first, last)) continue;
      std::array<re2::StringPiece, 16> groups;
      const int n = std::min<int>(candidate.captures().count, static_cast<int>(groups.size()));
      if (!candidate.rule().regex->Match(surface, 0, surface.size(), re2::RE2::ANCHOR_BOTH, groups.data(), n)) continue;
      if (silenced(candidate.rule(), text, match)) continue;
      Years years;
      if (!read_years(candidate, groups.data(), time, years)) continue;
      out = Mention{match,
                    type_of(candidate.rule(), years, time),
                    &candidate.rule(),
                    years,
                    set_value(candidate.rule(), "firmness") == "aspirational",
                    {}};
      return true;
    }
    return false;
  }

  static MentionType type_of(const Rule& rule, const Years& years, const DocumentTime& time) {
    switch (rule.kind) {
      case RuleKind::kBaseline:
        return MentionType::kBaseline;
      case RuleKind::kPeriod:
        break;
      default:
        return MentionType::kName;
    }
    const bool past =
        set_value(rule, "tense") == "past" || (years.year != 0 && time.year != 0 && years.year < time.year);
    if (past) return MentionType::kPast;
    return set_value(rule, "governs") == "never" ? MentionType::kYear : MentionType::kPeriod;
  }
};

MentionScanner::MentionScanner(const RuleSet& rules) {
  std::vector<const Rule*> all;
  for (const RuleKind kind : {RuleKind::kName, RuleKind::kBaseline, RuleKind::kPeriod}) {
    all.insert(all.end(), rules.rules(kind).begin(), rules.rules(kind).end());
  }
  std::stable_sort(all.begin(), all.end(), [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
  state_ = std::make_unique<State>(rules, all);
  if (all.empty()) return;
  std::string alternation;
  for (const Rule* rule : all)
    alternation += (alternation.empty() ? "(?:" : "|(?:") + without_names(rule->pattern) + ")";
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  options.set_never_capture(true);
  state_->any = std::make_unique<re2::RE2>(alternation, options);
}

MentionScanner::~MentionScanner() = default;
MentionScanner::MentionScanner(MentionScanner&&) noexcept = default;

std::vector<Mention> MentionScanner::scan(std::string_view text, Span range, const DocumentTime& time) const {
  std::vector<Mention> out;
  const std::string_view part = slice(text, range);
  if (state_->any) {
    // Asked only where a match can begin, RE2 needs no states for what stands between matches, and no look back.
    std::size_t at = state_->next_begin(part, 0);
    while (at < part.size()) {
      re2::StringPiece hit;
      Mention mention;
      const bool found = state_->any->Match(part, at, part.size(), re2::RE2::ANCHOR_START, &hit, 1) && !hit.empty();
      if (found && state_->identify(part, {at, at + hit.size()}, time, mention)) {
        out.push_back(std::move(mention));
        at = state_->next_begin(part, at + hit.size());
      } else {
        do ++at;
        while (at < part.size() && is_continuation(part[at]));
        at = state_->next_begin(part, at);
      }
    }
  }
  const std::size_t rule_mentions = out.size();
  for (QuantityMention& quantity : find_quantities(part, state_->rules.units())) {
    const auto after =
        std::lower_bound(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(rule_mentions), quantity.span.begin,
                         [](const Mention& m, std::size_t o) { return m.span.end <= o; });
    if (after != out.begin() + static_cast<std::ptrdiff_t>(rule_mentions) && after->span.overlaps(quantity.span))
      continue;
    Mention mention;
    mention.span = quantity.span;
    mention.type = MentionType::kQuantity;
    const auto& unit = quantity.quantity.unit;
    mention.counted = quantity.chinese && unit && unit->dimension_index >= 0 &&
                      state_->rules.units().dimensions()[static_cast<std::size_t>(unit->dimension_index)].counter;
    mention.quantity = std::move(quantity);
    out.push_back(std::move(mention));
  }
  std::inplace_merge(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(rule_mentions), out.end(),
                     [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  for (Mention& mention : out) {
    for (Span* span : {&mention.span, &mention.quantity.span, &mention.quantity.number}) {
      span->begin += range.begin;
      span->end += range.begin;
    }
  }
  return out;
}

}  // namespace mubiao
