// Pass one: finds names, periods, years, baselines and quantities. Door: MentionScanner::scan.
//
// The text is read once whatever the number of rules, for places where by its first two characters a match of some
// rule may begin; there the rules that can begin so are tried in the order of their priority.
#include "extract/mention_scanner.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <memory>
#include <string>

#include "extract/characters.h"
#include "extract/pattern_edges.h"
#include "extract/pattern_elements.h"
#include "extract/pattern_program.h"
#include "extract/place_filter.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

enum YearGroup { kYearGroup, kStartGroup, kEndGroup, kPlanGroup, kStartPlanGroup, kYearGroups };
constexpr std::array<const char*, kYearGroups> kYearGroupNames = {"year", "start", "end", "plan", "start_plan"};
static_assert(kYearGroups <= PatternProgram::kMostGroups);

// Tells by one character most matches that an unless clause cannot hold for.
class Guard {
 public:
  explicit Guard(const Unless& unless) : unless_(&unless) {
    if (unless.scope == UnlessScope::kBefore) character_ = edges_of(unless.pattern).last;
    const auto elements = elements_of(unless.pattern);  // none: alternatives, of which some may match anywhere
    const bool at_start = elements && !elements->empty() && elements->front().text == "^";
    if (unless.scope == UnlessScope::kAfter && at_start) character_ = edges_of(unless.pattern).first;
  }

  bool holds(std::string_view text, Span match) const {
    if (character_ && unless_->scope == UnlessScope::kBefore) {
      if (match.begin == 0 || !character_->contains(last_character(text.substr(0, match.begin)))) return false;
    } else if (character_ && match.end < text.size()) {
      if (!character_->contains(first_character(text.substr(match.end)))) return false;
    }
    return unless_holds(*unless_, text, match);
  }

 private:
  const Unless* unless_;
  std::optional<CharacterRanges> character_;  // the one beside the match is one of these
};

class MentionRule {
 public:
  explicit MentionRule(const Rule& rule)
      : rule_(&rule),
        program_(PatternProgram::of(rule.pattern, kYearGroupNames)),
        guards_(rule.unless.begin(), rule.unless.end()) {}

  const Rule& rule() const { return *rule_; }
  const std::optional<PatternProgram>& program() const { return program_; }
  bool silenced(std::string_view text, Span match) const {
    return std::any_of(guards_.begin(), guards_.end(), [&](const Guard& guard) { return guard.holds(text, match); });
  }

  /// Whether it matches at `at`; with `end`, so that it ends there and nothing is seen of what stands around. Without,
  /// the groups are known of a program only.
  bool match(std::string_view text, std::size_t at, std::optional<std::size_t> end, PatternProgram::Match& out) const {
    if (program_) {
      const PatternProgram::Outcome outcome = program_->match(text, at, end, out);
      if (outcome != PatternProgram::Outcome::kUnknown) return outcome == PatternProgram::Outcome::kMatch;
    }
    if (end) return match_whole(text, {at, *end}, out);
    re2::StringPiece hit;
    if (!rule_->regex->Match(text, at, text.size(), re2::RE2::ANCHOR_START, &hit, 1)) return false;
    out = {at + hit.size(), {}};
    if (program_) match_whole(text, {at, out.end}, out);
    return true;
  }

 private:
  bool match_whole(std::string_view text, Span span, PatternProgram::Match& out) const {
    out = {span.end, {}};
    const auto& named = rule_->regex->NamedCapturingGroups();
    std::array<re2::StringPiece, 16> pieces;
    const std::string_view surface = slice(text, span);
    const int count = std::min<int>(static_cast<int>(pieces.size()), 1 + rule_->regex->NumberOfCapturingGroups());
    if (!rule_->regex->Match(surface, 0, surface.size(), re2::RE2::ANCHOR_BOTH, pieces.data(), count)) return false;
    for (std::size_t g = 0; g < kYearGroups; ++g) {
      const auto it = named.find(kYearGroupNames[g]);
      if (it == named.end() || it->second >= count || pieces[static_cast<std::size_t>(it->second)].empty()) continue;
      const re2::StringPiece& piece = pieces[static_cast<std::size_t>(it->second)];
      const auto begin = static_cast<std::size_t>(piece.data() - text.data());
      out.groups[g] = {begin, begin + piece.size()};
    }
    return true;
  }

  const Rule* rule_;
  std::optional<PatternProgram> program_;
  std::vector<Guard> guards_;
};

}  // namespace

struct MentionScanner::State {
  RuleSet rules;
  std::vector<MentionRule> mention_rules;  // in priority order
  PlaceFilter begins;                      // where a match of one of them may begin
  // A rule, by a first character of its matches, with what may stand behind that.
  struct Candidate {
    const MentionRule* rule;
    PlaceFilter::Columns second;
    PlaceFilter::Columns third;
  };
  static constexpr unsigned kRowBits = 8;
  static constexpr std::size_t kRows = std::size_t{1} << kRowBits;
  std::array<std::vector<Candidate>, kRows> by_first;  // in priority order

  State(const RuleSet& set, const std::vector<const Rule*>& in_order) : rules(set) {
    mention_rules.reserve(in_order.size());  // they are pointed to
    for (const Rule* rule : in_order) mention_rules.emplace_back(*rule);
    for (const MentionRule& rule : mention_rules) {
      const auto beginnings = rule.program() ? rule.program()->beginnings() : std::nullopt;
      if (!beginnings) begins.add_all();
      for (std::size_t r = 0; r < kRows && !beginnings; ++r)
        add(rule, r, PlaceFilter::kAnything, PlaceFilter::kAnything);
      if (!beginnings) continue;
      for (const auto& [c, second, third] : *beginnings) {
        const PlaceFilter::Character first = PlaceFilter::character(to_utf8(c), 0);
        begins.add(first, second);
        add(rule, first.hash(kRowBits), second, third);
      }
    }
  }

  void add(const MentionRule& rule, std::size_t row, PlaceFilter::Columns second, PlaceFilter::Columns third) {
    std::vector<Candidate>& here = by_first[row];
    if (here.empty() || here.back().rule != &rule) here.push_back({&rule, 0, 0});
    here.back().second |= second;
    here.back().third |= third;
  }

  std::optional<NamedPeriod> plan(std::string_view name) const {
    for (const NamedPeriod& p : rules.named_periods()) {
      if (p.name == name) return p;
    }
    return std::nullopt;
  }

  // The years that the groups of a match state. False if they make no sense.
  bool read_years(const Rule& rule, std::string_view sentence, const PatternProgram::Match& match,
                  const DocumentTime& time, Years& out) const {
    const auto text = [&](YearGroup g) { return match.text(sentence, g); };
    const std::string_view relative = set_value(rule, "relative_year");
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

  // Adds the mention that begins at `at`. The first rule that matches there says how long it is; if that one has an
  // unless clause that holds, or makes no sense, it is of the next one that matches just as much.
  bool read(std::string_view text, std::size_t at, const DocumentTime& time, std::vector<Mention>& out) const {
    const PlaceFilter::Character character = PlaceFilter::character(text, at);
    const auto second = PlaceFilter::column_at(text, character.end);
    const auto third = second == PlaceFilter::kAnything
                           ? second
                           : PlaceFilter::column_at(text, PlaceFilter::character(text, character.end).end);
    const auto may_match = [&](const Candidate& c) { return (c.second & second) != 0 && (c.third & third) != 0; };
    const std::vector<Candidate>& candidates = by_first[character.hash(kRowBits)];
    PatternProgram::Match match;
    const auto first = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
      return may_match(candidate) && candidate.rule->match(text, at, std::nullopt, match);
    });
    if (first == candidates.end() || match.end == at) return false;
    const Span span{at, match.end};
    for (auto it = candidates.begin(); it != candidates.end(); ++it) {
      const MentionRule& candidate = *it->rule;
      // A program sees nothing of what stands around: what did not match before does not match now.
      if (!may_match(*it) || (it < first && candidate.program())) continue;
      PatternProgram::Match groups = match;
      const bool known = it == first && candidate.program();
      if (!known && !candidate.match(text, at, span.end, groups)) continue;
      if (candidate.silenced(text, span)) continue;
      Years years;
      if (!read_years(candidate.rule(), text, groups, time, years)) continue;
      const bool aspirational = set_value(candidate.rule(), "firmness") == "aspirational";
      out.push_back({span, type_of(candidate.rule(), years, time), &candidate.rule(), years, aspirational, {}});
      return true;
    }
    return false;
  }

  std::vector<Mention> read_all(std::string_view text, const DocumentTime& time) const {
    std::vector<Mention> out;
    for (std::size_t at = begins.find(text, 0); at < text.size();) {
      const bool found = read(text, at, time, out);
      at = begins.find(text, found ? out.back().span.end : at + character_bytes(text[at]));
    }
    return out;
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
}

MentionScanner::~MentionScanner() = default;
MentionScanner::MentionScanner(MentionScanner&&) noexcept = default;

std::vector<Mention> MentionScanner::scan(std::string_view text, Span range, const DocumentTime& time) const {
  const std::string_view part = slice(text, range);
  const UnitTable& units = state_->rules.units();
  std::vector<Mention> of_rules = state_->read_all(part, time);
  std::vector<QuantityMention> quantities = find_quantities(part, units);
  std::vector<Mention> out;
  out.reserve(of_rules.size() + quantities.size());
  auto next = of_rules.begin();
  for (QuantityMention& quantity : quantities) {
    while (next != of_rules.end() && next->span.end <= quantity.span.begin) out.push_back(std::move(*next++));
    if (next != of_rules.end() && next->span.overlaps(quantity.span)) continue;
    Mention& mention = out.emplace_back();
    mention.span = quantity.span;
    mention.type = MentionType::kQuantity;
    const auto& unit = quantity.quantity.unit;
    mention.counted = quantity.chinese && unit && unit->dimension_index >= 0 &&
                      units.dimensions()[static_cast<std::size_t>(unit->dimension_index)].counter;
    mention.quantity = std::move(quantity);
  }
  std::move(next, of_rules.end(), std::back_inserter(out));
  for (Mention& mention : out) {
    for (Span* span : {&mention.span, &mention.quantity.span, &mention.quantity.number}) {
      span->begin += range.begin;
      span->end += range.begin;
    }
  }
  return out;
}

}  // namespace mubiao
