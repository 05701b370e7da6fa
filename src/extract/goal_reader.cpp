// Decides what a segment sets, quantity by quantity or as a whole. Door: GoalReader::read.
#include "extract/goal_reader.h"

#include <utility>

#include "extract/rule_text.h"
#include "extract/typed_text.h"

namespace mubiao {
namespace {

// Rules below this priority say only that nothing better was found.
constexpr int kLastResort = 10;
// Less than two characters state nothing.
constexpr std::size_t kShortestStatement = 6;

void explain_target(const RuleMatch& match, const Rule* bound, const Rule* hope, Draft& draft) {
  const std::string& rule = match.rule->id;
  draft.provenance = {
      {"indicator", draft.indicator, rule},
      {"bound", std::string(to_string(*draft.bound)), bound != nullptr ? bound->id : "no bound word"},
      {"change", std::string(to_string(*draft.change)), rule},
      {"firmness", std::string(to_string(*draft.firmness)), hope != nullptr ? hope->id : "no word of hope"}};
  if (!draft.baseline_year) return;
  draft.provenance.push_back({"baseline_year", std::to_string(*draft.baseline_year), "baseline in this sentence"});
}

// Whether a quantity begins at a byte of typed text, and not another mention.
bool is_value_at(std::string_view text, std::size_t i) {
  static const std::string other = to_utf8(placeholder::kOther);
  if (static_cast<unsigned char>(text[i]) != 0xEE) return false;
  return static_cast<unsigned char>(text[i + 1]) < 0x84 || text.substr(i).starts_with(other);
}

// 各约220万千瓦、440万千瓦: the list that a value stands in, from its first value to its last.
Span whole_list(std::string_view text, Span value) {
  constexpr std::size_t kGap = 12;  // 以上、 and the like stand between values
  for (std::size_t i = value.begin; i-- > 0 && value.begin - i <= kGap + kPlaceholderBytes;) {
    if (is_value_at(text, i)) value.begin = i;
  }
  for (std::size_t i = value.end; i < text.size() && i <= value.end + kGap; ++i) {
    if (is_value_at(text, i)) value.end = i + kPlaceholderBytes;
  }
  return value;
}

// Of a list of values, which one it is and how many they are: 等3项…分别达到5吨、8吨和9吨 are three.
Surroundings in_list(Surroundings around, std::string_view text, Span value) {
  const Span list = whole_list(text, value);
  around.nth = around.of = 0;
  for (std::size_t i = list.begin; i < list.end; ++i) {
    if (!is_value_at(text, i)) continue;
    around.nth += i < value.begin;
    ++around.of;
  }
  return around;
}

}  // namespace

void GoalReader::read(SegmentText& segment, const std::vector<int>& quantities, const Around& around,
                      ClauseState& clause) {
  aside_ = around.aside;
  bool stated = false;
  for (const int quantity : quantities) {
    stated |= decide(segment, quantity, {flow_, around.after, around.outer}, clause);
  }
  segment.set_prefix("");
  if (!stated) read_statement(segment, around, clause);
}

bool GoalReader::silenced(const RuleMatch& match, std::string_view text, std::string& by) const {
  const std::string_view sentence = slice(sentence_.text, sentence_.span);
  const Unless* const silencer = match.silencer(text, sentence, sentence_.place.section);
  if (silencer != nullptr) by = "unless:" + silencer->id;
  return silencer != nullptr;
}

// What a target needs around it before a loose pattern may call it one.
bool GoalReader::needs_met(const Rule& rule, std::string_view text, Span quantity, const ClauseState& clause) const {
  const std::string_view needs = set_value(rule, "needs");
  if (needs.empty() || flow_.governing().future()) return true;
  if (needs == "period") return false;
  return sentence_.place.goals || in_goal_list_ || hope(clause) != nullptr ||
         sentence_.grammar.bounds.read(text, quantity).rule != nullptr;
}

// Why a rule that matches does not win; "" if it does. Fills the indicator of a target.
std::string GoalReader::refusal(const RuleMatch& match, const SegmentText& segment, std::string_view text,
                                Span quantity, const std::optional<std::string>& past, const Surroundings& around,
                                const ClauseState& clause, std::string& indicator) const {
  std::string by;
  if (match.group(Group::kQuantity) && match.group(Group::kQuantity)->begin != quantity.begin)
    return "another quantity";
  const bool target = match.rule->kind == RuleKind::kTarget;
  if (target && aside_ && set_value(*match.rule, "asides") != "yes") return "in brackets";
  if (target && past) return "past:" + *past;
  if (silenced(match, text, by) || !target) return by;
  if (!needs_met(*match.rule, text, quantity, clause)) return "needs:" + std::string(set_value(*match.rule, "needs"));
  auto filled = indicator_of(match, segment, sentence_.grammar.indicators,
                             lists_members(*match.rule) ? in_list(around, text, quantity) : around);
  if (!filled) return "no indicator";
  indicator = *std::move(filled);
  return "";
}

// Decides about one quantity of the segment. True if it is a target.
bool GoalReader::decide(SegmentText& segment, int index, const Surroundings& around, ClauseState& clause) {
  const Mention& mention = sentence_.mentions[static_cast<std::size_t>(index)];
  segment.set_prefix("");
  if (!clause.verb.empty() && takes_verb(segment, index, clause.verb)) segment.set_prefix(clause.verb);
  const std::string text = segment.focused_on(index);
  const Span quantity = segment.placeholder(index);
  const std::optional<std::string> past = past_by(clause, flow_, sentence_.place);
  std::vector<Attempt> attempts;
  Draft draft;
  // Where everything is past no target can win; only who asks why wants to see them tried.
  const auto wanted = [&](const Rule& rule) { return findings_.explain || !past || rule.kind != RuleKind::kTarget; };
  const RuleMatch match = sentence_.grammar.quantity_rules.first(text, wanted, [&](const RuleMatch& m) {
    const std::string by = refusal(m, segment, text, quantity, past, around, clause, draft.indicator);
    if (findings_.explain) {
      attempts.push_back({m.rule->id, by.empty() ? "won" : by});
      findings_.matches.push_back({m.rule->id, text, attempts.back().outcome});
    }
    return by.empty();
  });
  draft.quote = mention.span;
  draft.sentence = sentence_.span;
  draft.quantity = mention.quantity.quantity;
  const bool target = match.rule != nullptr && match.rule->kind == RuleKind::kTarget;
  if (target) {
    fill_target(match, segment, text, quantity, clause, draft);
    if (const Years* own = year_of_its_own(match, segment, text, quantity, around))
      emit_for_year(draft, *own);
    else
      emit_for_each_year(draft);
  }
  const std::string decided = match.rule != nullptr ? match.rule->id : past.value_or("");
  if (!target) emit_context(decided, match.rule, std::move(draft));
  if (findings_.explain) {
    const std::string verdict = target                        ? "target"
                                : !decided.empty()            ? "context"
                                : sentence_.place.boilerplate ? "boilerplate"
                                                              : "unaccounted";
    findings_.accounts.push_back({mention.span, verdict, decided, readable(text), std::move(attempts)});
  }
  return target;
}

void GoalReader::emit_context(const std::string& decided, const Rule* rule, Draft draft) {
  if (decided.empty()) return;
  draft.kind = Kind::kContext;
  draft.rule = rule != nullptr ? rule : sentence_.grammar.rules.find(decided);
  draft.indicator.clear();
  findings_.drafts.push_back(std::move(draft));
}

// Whether a member of a list is read with the verb in front of the list. Not one that some rule with a verb, or a verb
// of reaching, matches by itself; nor one of which a rule says that it sets nothing, if that does not mind the verb.
bool GoalReader::takes_verb(SegmentText& segment, int index, const std::string& verb) const {
  const RuleMatcher& rules = sentence_.grammar.quantity_rules;
  const auto any = [](const Rule&) { return true; };
  const auto accept = [](const RuleMatch&) { return true; };
  const RuleMatch alone = rules.first(segment.focused_on(index), any, accept);
  if (alone.rule == nullptr || !set_value(*alone.rule, "needs").empty() || alone.rule->priority <= kLastResort)
    return true;
  if (alone.rule->kind == RuleKind::kTarget) return false;
  segment.set_prefix(verb);
  const std::string text = segment.focused_on(index);
  segment.set_prefix("");
  const auto same = [&](const Rule& rule) { return &rule == alone.rule; };
  bool minds = false;
  rules.first(text, same, [&](const RuleMatch& match) {
    std::string by;
    minds = silenced(match, text, by);
    return true;
  });
  return minds;
}

void GoalReader::fill_target(const RuleMatch& match, const SegmentText& segment, const std::string& text, Span quantity,
                             ClauseState& clause, Draft& draft) {
  draft.kind = Kind::kTarget;
  draft.rule = match.rule;
  const Span valued = lists_members(*match.rule) ? whole_list(text, quantity) : quantity;
  const auto bound = sentence_.grammar.bounds.read(text, valued);
  draft.bound = bound.bound;
  if (bound.rule == nullptr) {
    if (draft.quantity->high)
      draft.bound = Bound::kRange;
    else if (const auto fixed = parse_bound(set_value(*match.rule, "bound")))
      draft.bound = *fixed;
  }
  draft.change = parse_change(set_value(*match.rule, "change")).value_or(Change::kLevel);
  const std::string_view keeps = set_value(*match.rule, "keeps");
  if (match.group(Group::kVerb))
    clause.verb = segment.words(*match.group(Group::kVerb));
  else if (keeps != "change")
    clause.verb.clear();
  draft.firmness = hope(clause) != nullptr ? Firmness::kAspirational : Firmness::kFirm;
  const std::optional<int> baseline = segment.baseline_before(quantity.begin);
  draft.baseline_year = baseline ? baseline : flow_.baseline();
  in_goal_list_ = true;
  if (keeps == "change" && flow_.adds()) draft.change = Change::kIncrease;
  remember_indicator(match, segment, sentence_.grammar.indicators, draft.indicator,
                     keeps == "verb" && draft.change == Change::kIncrease, flow_);
  if (findings_.explain) explain_target(match, bound.rule, hope(clause), draft);
}

// 到2025年和2030年,比重分别达到20%和25%: as many years as values, and but one thing that is measured.
const Years* GoalReader::year_of_its_own(const RuleMatch& match, const SegmentText& segment, std::string_view text,
                                         Span quantity, const Surroundings& around) const {
  const Governing& governing = flow_.governing();
  if (!lists_members(*match.rule) || !governing.future() || governing.years.size() < 2) return nullptr;
  const Surroundings listed = in_list(around, text, quantity);
  if (listed.of != governing.years.size()) return nullptr;
  const std::optional<Span> indicator = match.group(Group::kIndicator);
  if (indicator && sentence_.grammar.indicators.divides(segment.words(*indicator), listed.of)) return nullptr;
  return &governing.years[listed.nth];
}

void GoalReader::emit_for_each_year(const Draft& draft) {
  const Governing& governing = flow_.governing();
  if (!governing.future()) {
    findings_.drafts.push_back(draft);
    return;
  }
  for (const Years& years : governing.years) emit_for_year(draft, years);
}

void GoalReader::emit_for_year(const Draft& draft, const Years& years) {
  Draft& copy = findings_.drafts.emplace_back(draft);
  if (years.year == 0) return;
  copy.years = years;
  if (findings_.explain) copy.provenance.push_back({"year", std::to_string(years.year), flow_.governing().reason});
}

// Milestones and delegated goals: what a segment states without a quantity of its own.
void GoalReader::read_statement(const SegmentText& segment, const Around& around, const ClauseState& clause) {
  const std::string_view text = segment.typed();
  const bool may_state = sentence_.chances.delegated || (sentence_.chances.milestone && flow_.governing().future());
  if (!may_state || text.size() < kShortestStatement || past_by(clause, flow_, sentence_.place)) return;
  const Governing& governing = flow_.governing();
  const auto wanted = [&](const Rule& rule) {
    if (rule.kind == RuleKind::kMilestone && !governing.future()) return false;
    return !governing.loose || set_value(rule, "needs") != "stated";
  };
  Draft draft;
  const RuleMatch match = sentence_.grammar.statement_rules.first(text, wanted, [&](const RuleMatch& m) {
    std::string by;
    if (!silenced(m, text, by)) {
      auto indicator = indicator_of(m, segment, sentence_.grammar.indicators, {flow_, around.after, around.outer});
      if (indicator) draft.indicator = *std::move(indicator);
      by = draft.indicator.empty() ? "no indicator" : "won";
    }
    if (findings_.explain) findings_.matches.push_back({m.rule->id, std::string(text), by});
    return !draft.indicator.empty();
  });
  if (match.rule == nullptr) return;
  draft.kind = match.rule->kind == RuleKind::kMilestone ? Kind::kMilestone : Kind::kDelegated;
  draft.rule = match.rule;
  draft.quote = segment.to_source(match.group(Group::kGoal).value_or(match.span));
  draft.sentence = sentence_.span;
  draft.firmness = hope(clause) != nullptr ? Firmness::kAspirational : Firmness::kFirm;
  if (findings_.explain) draft.provenance = {{"indicator", draft.indicator, match.rule->id}};
  emit_for_each_year(draft);
}

}  // namespace mubiao
