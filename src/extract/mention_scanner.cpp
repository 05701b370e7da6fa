// Pass one: finds names, periods, years, baselines and quantities. Door: MentionScanner::scan.
//
// The text is read once whatever the number of rules, for places where by its first two characters a match of some
// rule may begin; there the rules that can begin so are tried in the order of their priority. RE2 is asked where the
// program of a rule does not know.
#include "extract/mention_scanner.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>

#include "extract/characters.h"
#include "extract/mention_rule.h"
#include "extract/pattern_elements.h"
#include "extract/pattern_program.h"
#include "extract/place_filter.h"
#include "extract/rule_text.h"

namespace mubiao {

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
  mutable std::once_flag any_once;
  mutable std::unique_ptr<re2::RE2> any_rule;

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

  // Whether the match names a year only by its distance from the document's own.
  static bool is_relative(const Rule& rule, std::string_view sentence, const PatternProgram::Match& match) {
    return !set_value(rule, "relative_year").empty() && match.text(sentence, kYearGroup).empty() &&
           match.text(sentence, kPlanGroup).empty();
  }

  // The years that the groups of a match state. False if they make no sense.
  bool read_years(const MentionRule& mention_rule, std::string_view sentence, const PatternProgram::Match& match,
                  bool relative, const DocumentTime& time, Years& out) const {
    const Rule& rule = mention_rule.rule();
    const int before_era = mention_rule.first_year() - 1;
    const auto year_of = [&](std::string_view digits) {
      const std::optional<int> year = read_year(digits);
      return year && *year < 10000 ? std::optional(*year + before_era) : year;
    };
    const auto text = [&](YearGroup g) { return match.text(sentence, g); };
    if (set_value(rule, "base") == "meant") {
      out.year = time.base_year;
      return true;
    }
    if (relative) {
      const std::string_view distance = set_value(rule, "relative_year");
      int shift = 0;
      std::from_chars(distance.data(), distance.data() + distance.size(), shift);
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
    if (!text(kStartGroup).empty()) out.start = year_of(text(kStartGroup));
    if (!text(kEndGroup).empty()) out.end = year_of(text(kEndGroup));
    if (out.start && out.end && *out.end < 100) out.end = *out.start / 100 * 100 + *out.end;
    if (const auto year = year_of(text(kYearGroup)))
      out.year = *year;
    else if (out.end)
      out.year = *out.end;
    return !(out.start && out.end && *out.start > *out.end);
  }

  // The alternation of all rules, for places where programs do not know.
  const re2::RE2& any() const {
    std::call_once(any_once, [&] {
      std::string alternation;
      for (const MentionRule& rule : mention_rules)
        alternation += (alternation.empty() ? "(?:" : "|(?:") + without_names(rule.rule().pattern) + ")";
      re2::RE2::Options options;
      options.set_log_errors(false);
      options.set_max_mem(64 << 20);
      options.set_never_capture(true);
      any_rule = std::make_unique<re2::RE2>(alternation, options);
    });
    return *any_rule;
  }

  // What the first candidate that matches at `at` matches.
  struct Hit {
    Span span;                          // empty: nothing
    const MentionRule* rule = nullptr;  // null: not known which
    PatternProgram::Match match;        // of that rule
  };
  // What one text lacks, found out for each rule when it is first tried there. Without it every number of a table was
  // read as the begin of an address, up to where its @ would have to stand.
  class Absences {
   public:
    Absences(std::string_view text, const std::vector<MentionRule>& rules) : text_(text), rules_(rules) {}
    bool hold(const MentionRule& rule) {
      const auto index = static_cast<std::size_t>(&rule - rules_.data());
      if (rule.needs().empty() || index >= kMost) return false;
      if (!asked_[index]) {
        asked_.set(index);
        absent_[index] = std::none_of(rule.needs().begin(), rule.needs().end(), [&](const std::string& literal) {
          return text_.find(literal) != std::string_view::npos;
        });
      }
      return absent_[index];
    }

   private:
    static constexpr std::size_t kMost = 256;  // rules; those behind are not asked
    std::string_view text_;
    const std::vector<MentionRule>& rules_;
    std::bitset<kMost> asked_;
    std::bitset<kMost> absent_;
  };

  template <typename MayMatch>
  Hit hit_at(std::string_view text, std::size_t at, const std::vector<Candidate>& candidates,
             MayMatch may_match) const {
    Hit out;
    for (const Candidate& candidate : candidates) {
      if (!may_match(candidate)) continue;
      switch (candidate.rule->match(text, at, out.match)) {
        case PatternProgram::Outcome::kNone:
          continue;
        case PatternProgram::Outcome::kMatch:
          out.span = {at, out.match.end};
          out.rule = candidate.rule;
          return out;
        case PatternProgram::Outcome::kUnknown:
          re2::StringPiece hit;
          if (any().Match(text, at, text.size(), re2::RE2::ANCHOR_START, &hit, 1)) out.span = {at, at + hit.size()};
          return out;
      }
    }
    return out;
  }

  // Adds the mention that begins at `at`. The first rule that matches there says how long it is; if that one has an
  // unless clause that holds, or makes no sense, it is of the next one that matches just as much.
  bool read(std::string_view text, std::size_t at, const DocumentTime& time, Absences& absences,
            std::vector<Mention>& out) const {
    const PlaceFilter::Character character = PlaceFilter::character(text, at);
    const auto second = PlaceFilter::column_at(text, character.end);
    const auto third = second == PlaceFilter::kAnything
                           ? second
                           : PlaceFilter::column_at(text, PlaceFilter::character(text, character.end).end);
    const auto may_match = [&](const Candidate& c) {
      if ((c.second & second) == 0 || (c.third & third) == 0 || absences.hold(*c.rule)) return false;
      return !c.rule->needs_era() || c.rule->first_year() == time.first_year;
    };
    const std::vector<Candidate>& candidates = by_first[character.hash(kRowBits)];
    const Hit hit = hit_at(text, at, candidates, may_match);
    if (hit.span.empty()) return false;
    bool tried = hit.rule != nullptr;  // those before it do not match
    for (const Candidate& candidate : candidates) {
      const MentionRule& rule = *candidate.rule;
      const bool is_hit = &rule == hit.rule;
      tried = tried && !is_hit;
      if (tried || !may_match(candidate)) continue;
      PatternProgram::Match match = hit.match;
      if (!is_hit && !rule.match(text, hit.span, match)) continue;
      if (rule.silenced(text, hit.span)) continue;
      Years years;
      const bool relative = is_relative(rule.rule(), text, match);
      if (!read_years(rule, text, match, relative, time, years)) continue;
      const bool aspirational = set_value(rule.rule(), "firmness") == "aspirational";
      out.push_back({hit.span, type_of(rule.rule(), years, time), &rule.rule(), years, aspirational, relative, {}});
      return true;
    }
    return false;
  }

  std::vector<Mention> read_all(std::string_view text, const DocumentTime& time) const {
    std::vector<Mention> out;
    Absences absences(text, mention_rules);
    for (std::size_t at = begins.find(text, 0); at < text.size();) {
      const bool found = read(text, at, time, absences, out);
      at = begins.find(text, found ? out.back().span.end : next_place(text, at));
    }
    return out;
  }

  // The character behind, or the end of a run of digits that is too long for a number: nothing begins inside it.
  static std::size_t next_place(std::string_view text, std::size_t at) {
    constexpr std::size_t kMostDigits = 64;
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end > at + kMostDigits ? end - kMostDigits : at + character_bytes(text[at]);
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
