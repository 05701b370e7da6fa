// Pass two: decides, quantity by quantity and clause by clause, what a sentence sets as a target.
// Door: read_sentence.
#include "extract/sentence_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/clause_state.h"
#include "extract/clauses.h"
#include "extract/indicator_template.h"
#include "extract/rule_text.h"
#include "extract/segment_text.h"
#include "extract/typed_text.h"

namespace mubiao {
namespace {

// Rules below this priority say only that nothing better was found.
constexpr int kLastResort = 10;
// What stops a carried year stands at the head of a sentence.
constexpr std::size_t kOpeningWords = 60;
// Less than two characters state nothing.
constexpr std::size_t kShortestStatement = 6;

class Reader {
 public:
  Reader(const Grammar& grammar, std::string_view text, Span sentence, const SentenceFilter::Chances& chances,
         const Place& place, Flow& flow, Findings& findings)
      : grammar_(grammar),
        text_(text),
        sentence_(sentence),
        chances_(chances),
        place_(place),
        flow_(flow),
        findings_(findings),
        mentions_(chances.mention || findings.explain ? grammar.mentions.scan(text, sentence, place.time)
                                                      : std::vector<Mention>()),
        observer_(grammar, text, sentence, mentions_, flow) {}

  void read() {
    account_for_names();
    const std::size_t before = findings_.drafts.size();
    read_range(sentence_, true);
    const bool goals = std::any_of(findings_.drafts.begin() + static_cast<std::ptrdiff_t>(before), findings_.drafts.end(),
                                   [](const Draft& d) { return d.kind != Kind::kContext; });
    flow_.end_sentence(goals || observer_.opened_by_period());
  }

 private:
  // One stretch of the sentence: the whole, or an aside (a bracket with quantities of its own).
  void read_range(Span range, bool whole) {
    const TypedText typed = make_typed(text_, range, mentions_);
    if (whole) {
      std::vector<const Rule*> stops;
      if (chances_.stop) grammar_.stops.all(typed.text, stops);
      flow_.begin_sentence(!stops.empty());
    }
    aside_ = !whole;
    const std::vector<Segment> segments =
        split_segments(typed, [&](std::string_view w) { return grammar_.bounds.is_word_behind(w); },
                       [&](std::string_view around, std::size_t at) { return grammar_.words.covers(around, at); });
    ClauseState clause;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      after_ = i + 1 < segments.size() ? phrase(typed, segments[i + 1].span) : "";
      if (!segments[i].continues) {
        std::string verb = std::move(clause.verb);  // 新建中心1个,站点8个: the verb reaches over the comma
        clause = ClauseState{};
        clause.verb = std::move(verb);
      }
      if (whole && i == 0) find_topic(typed, segments[i]);
      read_segment(typed, segments[i].span, clause);
    }
    for (std::size_t i = 0; whole && i < typed.asides.size(); ++i) {
      outer_ = before_aside(typed, segments, static_cast<int>(i));
      read_range(typed.asides[i], false);
    }
  }

  // What stands before a colon, or is a short phrase by itself (“三江”水电基地。), is what the rest speaks of.
  void find_topic(const TypedText& typed, const Segment& segment) {
    constexpr std::size_t kLongestTitle = 60;
    const bool title = segment.span.begin == 0 && typed.text.size() <= kLongestTitle &&
                       segment.span.end + 3 >= typed.text.size() && typed.text.find('\xEE') == std::string::npos;
    if (!segment.before_colon && !title) return;
    std::string topic(slice(text_, typed.to_source(segment.span)));
    if (grammar_.indicators.antecedent(topic) == topic) flow_.set_topic(std::move(topic), !segment.before_colon);
  }

  // The words of a segment that states no quantity, or "".
  std::string phrase(const TypedText& typed, Span span) const {
    const SegmentText segment(text_, typed, mentions_, span);
    return segment.has_quantity() ? "" : segment.all_words();
  }

  // What stands in front of a bracket in its segment: what the bracket says more of.
  std::string before_aside(const TypedText& typed, const std::vector<Segment>& segments, int aside) const {
    for (const Segment& segment : segments) {
      for (std::size_t i = typed.piece_at(segment.span.begin); typed.pieces[i].typed < segment.span.end; ++i) {
        if (typed.pieces[i].aside == aside) return phrase(typed, {segment.span.begin, typed.pieces[i].typed});
      }
    }
    return "";
  }

  void read_segment(const TypedText& typed, Span span, ClauseState& clause) {
    SegmentText segment(text_, typed, mentions_, span);
    std::vector<const Rule*> member;
    if (chances_.member) grammar_.members.all(segment.typed(), member);
    if (!member.empty()) {
      // A part of what was said: its time and its subject end with it.
      const Flow whole = flow_;
      read_observed(segment, clause);
      flow_ = whole;
      return;
    }
    read_observed(segment, clause);
  }

  void read_observed(SegmentText& segment, ClauseState& clause) {
    observer_.observe(segment, chances_.mood, clause);
    std::vector<int> quantities = segment.mentions();
    std::erase_if(quantities, [&](int m) { return mentions_[static_cast<std::size_t>(m)].type != MentionType::kQuantity; });
    bool stated = false;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      stated |= decide(segment, quantities[i], {flow_, after_, outer_, i, quantities.size()}, clause);
    }
    segment.set_prefix("");
    if (!stated) read_statement(segment, clause);
    if (!quantities.empty()) flow_.set_before("");
    else if (std::string said = segment.all_words(); !said.empty()) flow_.set_before(std::move(said));
  }

  bool silenced(const RuleMatch& match, std::string_view text, std::string& by) const {
    for (const Unless& unless : match.rule->unless) {
      if (!unless_holds(unless, text, match.span, slice(text_, sentence_), place_.section)) continue;
      by = "unless:" + unless.id;
      return true;
    }
    return false;
  }

  bool hopes(const ClauseState& clause) const { return clause.aspirational || flow_.governing().aspirational; }

  // What a target needs around it before a loose pattern may call it one.
  bool needs_met(const Rule& rule, std::string_view text, Span quantity, const ClauseState& clause) const {
    const std::string_view needs = set_value(rule, "needs");
    if (needs.empty() || flow_.governing().future()) return true;
    if (needs == "period") return false;
    return place_.goals || in_goal_list_ || hopes(clause) || grammar_.bounds.read(text, quantity).rule != nullptr;
  }

  // Why a rule that matches does not win; "" if it does. Fills the indicator of a target.
  std::string refusal(const RuleMatch& match, const SegmentText& segment, std::string_view text, Span quantity,
                      const std::optional<std::string>& past, const Surroundings& around, const ClauseState& clause,
                      std::string& indicator) const {
    std::string by;
    if (match.group(Group::kQuantity) && match.group(Group::kQuantity)->begin != quantity.begin) return "another quantity";
    const bool target = match.rule->kind == RuleKind::kTarget;
    if (target && aside_ && set_value(*match.rule, "asides") != "yes") return "in brackets";
    if (target && past) return "past:" + *past;
    if (silenced(match, text, by) || !target) return by;
    if (!needs_met(*match.rule, text, quantity, clause)) return "needs:" + std::string(set_value(*match.rule, "needs"));
    auto filled = indicator_of(match, segment, grammar_.indicators, around);
    if (!filled) return "no indicator";
    indicator = *std::move(filled);
    return "";
  }

  // Decides about one quantity of the segment. True if it is a target.
  bool decide(SegmentText& segment, int index, const Surroundings& around, ClauseState& clause) {
    const Mention& mention = mentions_[static_cast<std::size_t>(index)];
    segment.set_prefix("");
    if (!clause.verb.empty() && !has_own_verb(segment.focused_on(index))) segment.set_prefix(clause.verb);
    const std::string text = segment.focused_on(index);
    const Span quantity = segment.placeholder(index);
    const std::optional<std::string> past = past_by(clause, flow_, place_);
    std::vector<Attempt> attempts;
    Draft draft;
    // Where everything is past no target can win; only who asks why wants to see them tried.
    const auto wanted = [&](const Rule& rule) { return findings_.explain || !past || rule.kind != RuleKind::kTarget; };
    const RuleMatch match = grammar_.quantity_rules.first(text, wanted, [&](const RuleMatch& m) {
      const std::string by = refusal(m, segment, text, quantity, past, around, clause, draft.indicator);
      if (findings_.explain) attempts.push_back({m.rule->id, by.empty() ? "won" : by});
      return by.empty();
    });
    draft.quote = mention.span;
    draft.sentence = sentence_;
    draft.quantity = mention.quantity.quantity;
    const bool target = match.rule != nullptr && match.rule->kind == RuleKind::kTarget;
    if (target) {
      fill_target(match, segment, text, quantity, clause, draft);
      emit_for_each_year(draft);
    }
    const std::string decided = match.rule != nullptr ? match.rule->id : past.value_or("");
    if (!target) emit_context(decided, match.rule, std::move(draft));
    if (findings_.explain) {
      const std::string verdict = target             ? "target"
                                  : !decided.empty() ? "context"
                                  : place_.boilerplate ? "boilerplate"
                                                       : "unaccounted";
      findings_.accounts.push_back({mention.span, verdict, decided, readable(text), std::move(attempts)});
    }
    return target;
  }

  void emit_context(const std::string& decided, const Rule* rule, Draft draft) {
    if (decided.empty()) return;
    draft.kind = Kind::kContext;
    draft.rule = rule != nullptr ? rule : grammar_.rule(decided);
    draft.indicator.clear();
    findings_.drafts.push_back(std::move(draft));
  }

  // A member of a list that some rule with a verb, or a verb of reaching, matches by itself.
  bool has_own_verb(const std::string& text) const {
    const RuleMatch match = grammar_.quantity_rules.first(
        text, [](const Rule&) { return true; }, [](const RuleMatch&) { return true; });
    return match.rule != nullptr && set_value(*match.rule, "needs").empty() && match.rule->priority > kLastResort;
  }

  void fill_target(const RuleMatch& match, const SegmentText& segment, const std::string& text, Span quantity,
                   ClauseState& clause, Draft& draft) {
    draft.kind = Kind::kTarget;
    draft.rule = match.rule;
    const bool list = set_value(*match.rule, "list") == "members";
    const auto bound = grammar_.bounds.read(text, list ? whole_list(text, quantity) : quantity);
    draft.bound = bound.bound;
    if (bound.rule == nullptr) {
      if (draft.quantity->high) draft.bound = Bound::kRange;
      else if (const auto fixed = parse_bound(set_value(*match.rule, "bound"))) draft.bound = *fixed;
    }
    draft.change = parse_change(set_value(*match.rule, "change")).value_or(Change::kLevel);
    const std::string_view keeps = set_value(*match.rule, "keeps");
    if (match.group(Group::kVerb)) clause.verb = segment.words(*match.group(Group::kVerb));
    else if (keeps != "change") clause.verb.clear();
    draft.firmness = hopes(clause) ? Firmness::kAspirational : Firmness::kFirm;
    const std::optional<int> baseline = segment.baseline_before(quantity.begin);
    draft.baseline_year = baseline ? baseline : flow_.baseline();
    in_goal_list_ = true;
    if (keeps == "change" && flow_.adds()) draft.change = Change::kIncrease;
    remember_indicator(match, segment, grammar_.indicators, draft.indicator,
                       keeps == "verb" && draft.change == Change::kIncrease, flow_);
    if (findings_.explain) explain_target(match, bound.rule, clause, draft);
  }

  static void explain_target(const RuleMatch& match, const Rule* bound, const ClauseState& clause, Draft& draft) {
    const std::string& rule = match.rule->id;
    draft.provenance = {{"indicator", draft.indicator, rule},
                        {"bound", std::string(to_string(*draft.bound)), bound != nullptr ? bound->id : "no bound word"},
                        {"change", std::string(to_string(*draft.change)), rule},
                        {"firmness", std::string(to_string(*draft.firmness)),
                         clause.firmness_rule != nullptr ? clause.firmness_rule->id : "no word of hope"}};
    if (!draft.baseline_year) return;
    draft.provenance.push_back({"baseline_year", std::to_string(*draft.baseline_year), "baseline in this sentence"});
  }

  // 各约220万千瓦、440万千瓦: the list that a value stands in, from its first value to its last.
  static Span whole_list(std::string_view text, Span value) {
    constexpr std::size_t kGap = 12;  // 以上、 and the like stand between values
    const auto is_value = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) == 0xEE; };
    for (std::size_t i = value.begin; i-- > 0 && value.begin - i <= kGap + kPlaceholderBytes;) {
      if (is_value(i)) value.begin = i;
    }
    for (std::size_t i = value.end; i < text.size() && i <= value.end + kGap; ++i) {
      if (is_value(i)) value.end = i + kPlaceholderBytes;
    }
    return value;
  }

  void emit_for_each_year(const Draft& draft) {
    const Governing& governing = flow_.governing();
    if (!governing.future()) {
      findings_.drafts.push_back(draft);
      return;
    }
    for (const Years& years : governing.years) {
      findings_.drafts.push_back(draft);
      Draft& copy = findings_.drafts.back();
      if (years.year == 0) continue;
      copy.years = years;
      if (findings_.explain) copy.provenance.push_back({"year", std::to_string(years.year), governing.reason});
    }
  }

  // Milestones and delegated goals: what a segment states without a quantity of its own.
  void read_statement(const SegmentText& segment, const ClauseState& clause) {
    const std::string_view text = segment.typed();
    const bool may_state = chances_.delegated || (chances_.milestone && flow_.governing().future());
    if (!may_state || text.size() < kShortestStatement || past_by(clause, flow_, place_)) return;
    const Governing& governing = flow_.governing();
    const auto wanted = [&](const Rule& rule) {
      if (rule.kind == RuleKind::kMilestone && !governing.future()) return false;
      return !governing.loose || set_value(rule, "needs") != "stated";
    };
    Draft draft;
    const RuleMatch match = grammar_.statement_rules.first(text, wanted, [&](const RuleMatch& m) {
      std::string by;
      if (silenced(m, text, by)) return false;
      auto indicator = indicator_of(m, segment, grammar_.indicators, {flow_, after_, outer_});
      if (indicator) draft.indicator = *std::move(indicator);
      return !draft.indicator.empty();
    });
    if (match.rule == nullptr) return;
    draft.kind = match.rule->kind == RuleKind::kMilestone ? Kind::kMilestone : Kind::kDelegated;
    draft.rule = match.rule;
    draft.quote = segment.to_source(match.group(Group::kGoal).value_or(match.span));
    draft.sentence = sentence_;
    draft.firmness = hopes(clause) ? Firmness::kAspirational : Firmness::kFirm;
    if (findings_.explain) draft.provenance = {{"indicator", draft.indicator, match.rule->id}};
    emit_for_each_year(draft);
  }

  void account_for_names() {
    if (!findings_.explain) return;
    for (const Mention& m : mentions_) {
      if (m.type == MentionType::kQuantity) continue;
      const char* verdict = m.type == MentionType::kName ? "name" : m.type == MentionType::kBaseline ? "baseline" : "year";
      findings_.accounts.push_back({m.span, verdict, m.rule->id, "", {}});
    }
  }

  const Grammar& grammar_;
  std::string_view text_;
  Span sentence_;
  const SentenceFilter::Chances& chances_;
  const Place& place_;
  Flow& flow_;
  Findings& findings_;
  std::vector<Mention> mentions_;
  Observer observer_;
  bool aside_ = false;         // reading a bracket
  bool in_goal_list_ = false;  // the sentence has set a target already
  std::string after_;          // the clause behind, if it states no quantity
  std::string outer_;          // what stands in front of the bracket that is being read
};

// True if the sentence can state nothing and say nothing that later sentences need: most of a plan is so.
bool passes_over(const SentenceFilter::Chances& chances, std::string_view sentence, const Flow& flow) {
  constexpr std::size_t kShort = 70;  // a short one may be a title
  return sentence.size() > kShort && sentence.find(':') == std::string_view::npos && !chances.mention &&
         !chances.sentence_mood && !chances.delegated && !(chances.milestone && flow.governing().future());
}

}  // namespace

void read_sentence(const Grammar& grammar, std::string_view text, Span sentence, const Place& place, Flow& flow,
                   Findings& findings) {
  const SentenceFilter::Chances chances = grammar.filter.chances(slice(text, sentence));
  if (passes_over(chances, slice(text, sentence), flow)) {
    std::vector<const Rule*> stops;
    if (chances.stop && flow.governs()) grammar.stops.all(slice(text, sentence).substr(0, kOpeningWords), stops);
    flow.begin_sentence(!stops.empty());
    flow.set_before(last_clause(slice(text, sentence)));
    flow.end_sentence(false);
    return;
  }
  Reader(grammar, text, sentence, chances, place, flow, findings).read();
}

}  // namespace mubiao
