// Pass two: decides, quantity by quantity and clause by clause, what a sentence sets as a target.
// Door: read_sentence.
#include "extract/sentence_reader.h"

#include <algorithm>
#include <array>

#include "extract/rule_text.h"
#include "extract/typed_text.h"

namespace mubiao {
namespace {

std::vector<const Rule*> rules_of(const RuleSet& rules, std::initializer_list<RuleKind> kinds) {
  std::vector<const Rule*> out;
  for (const RuleKind kind : kinds) out.insert(out.end(), rules.rules(kind).begin(), rules.rules(kind).end());
  return out;
}

// A clause inside the sentence that is being read.
struct ClauseState {
  bool past = false;
  const Rule* past_rule = nullptr;
  bool aspirational = false;
  const Rule* firmness_rule = nullptr;
  std::string verb;  // the verb that list members share, as typed text: 新建2座A、4座B
};

// Rules below this priority say only that nothing better was found.
constexpr int kLastResort = 10;

// A period this near the start of its sentence (a few words) opens it.
constexpr std::size_t kOpening = 9;
// What stops a carried year stands at the head of a sentence.
constexpr std::size_t kOpeningWords = 60;

class Reader {
 public:
  Reader(const Grammar& grammar, std::string_view text, Span sentence, const Place& place, Flow& flow, Findings& findings)
      : grammar_(grammar), text_(text), sentence_(sentence), place_(place), flow_(flow), findings_(findings) {}

  void read() {
    mentions_ = grammar_.mentions.scan(text_, sentence_, place_.time);
    account_for_names();
    const std::size_t before = findings_.drafts.size();
    read_range(sentence_, true);
    const bool goals = std::any_of(findings_.drafts.begin() + static_cast<std::ptrdiff_t>(before), findings_.drafts.end(),
                                   [](const Draft& d) { return d.kind != Kind::kContext; });
    flow_.end_sentence(goals || opened_by_period_);
  }

 private:
  // One stretch of the sentence: the whole, or an aside (a bracket with quantities of its own).
  void read_range(Span range, bool whole) {
    const TypedText typed = make_typed(text_, range, mentions_);
    if (whole) {
      std::vector<const Rule*> stops;
      grammar_.carries.all(typed.text, stops);
      flow_.begin_sentence(!stops.empty());
    }
    ClauseState clause;
    bool first = true;
    aside_ = !whole;
    may_have_mood_ = grammar_.moods.may_match(typed.text);
    const std::vector<Segment> segments =
        split_segments(typed, [&](std::string_view w) { return grammar_.bounds.is_word_behind(w); });
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const Segment& segment = segments[i];
      typed_ = &typed;
      after_ = i + 1 < segments.size() ? phrase(typed, segments[i + 1]) : "";
      if (!segment.continues) {
        std::string verb = std::move(clause.verb);  // 新建中心1个,站点8个: the verb reaches over the comma
        clause = ClauseState{};
        clause.verb = std::move(verb);
      }
      if (whole && first && (segment.before_colon || is_title(segment, typed))) {
        std::string topic(slice(text_, typed.to_source(segment.span)));
        if (grammar_.indicators.antecedent(topic) == topic) flow_.set_topic(std::move(topic), !segment.before_colon);
      }
      first = false;
      read_segment(typed, segment, clause);
    }
    for (std::size_t i = 0; whole && i < typed.asides.size(); ++i) {
      outer_ = before_aside(typed, segments, static_cast<int>(i));
      read_range(typed.asides[i], false);
    }
  }

  // The words of a segment that states no quantity, or "".
  std::string phrase(const TypedText& typed, const Segment& segment) {
    typed_ = &typed;
    segment_ = segment;
    for (std::size_t i = typed.piece_at(segment.span.begin); typed.pieces[i].typed < segment.span.end; ++i) {
      const int mention = typed.pieces[i].mention;
      if (mention >= 0 && mentions_[static_cast<std::size_t>(mention)].type == MentionType::kQuantity) return "";
    }
    return words({0, segment.span.size()});
  }

  // What stands in front of a bracket in its segment: what the bracket says more of.
  std::string before_aside(const TypedText& typed, const std::vector<Segment>& segments, int aside) {
    for (const Segment& segment : segments) {
      for (std::size_t i = typed.piece_at(segment.span.begin); typed.pieces[i].typed < segment.span.end; ++i) {
        if (typed.pieces[i].aside != aside) continue;
        return phrase(typed, {{segment.span.begin, typed.pieces[i].typed}, false, false});
      }
    }
    return "";
  }

  // A sentence that is one short phrase names what the sentences behind it speak of: “三江”水电基地。
  static bool is_title(const Segment& segment, const TypedText& typed) {
    constexpr std::size_t kLongestTitle = 60;
    return segment.span.begin == 0 && typed.text.size() <= kLongestTitle && segment.span.end + 3 >= typed.text.size() &&
           typed.text.find('\xEE') == std::string::npos;
  }

  void read_segment(const TypedText& typed, const Segment& segment, ClauseState& clause) {
    typed_ = &typed;
    segment_ = segment;
    std::vector<int> quantities;
    prefix_.clear();
    observe(segment, clause, quantities);
    bool stated = false;
    for (std::size_t i = 0; i < quantities.size(); ++i) stated |= decide(quantities[i], i, quantities.size(), clause);
    if (!stated) read_statement(clause);
    if (!quantities.empty()) flow_.set_before("");
    else if (std::string said = words({0, segment.span.size()}); !said.empty()) flow_.set_before(std::move(said));
  }

  // Periods, baselines and moods of a segment, before its quantities are decided.
  void observe(const Segment& segment, ClauseState& clause, std::vector<int>& quantities) {
    const std::string_view typed = slice(typed_->text, segment.span);
    bool fresh_period = false;
    for (std::size_t i = typed_->piece_at(segment.span.begin);
         i < typed_->pieces.size() && typed_->pieces[i].typed < segment.span.end; ++i) {
      const int index = typed_->pieces[i].mention;
      if (index < 0 || typed_->pieces[i].typed < segment.span.begin) continue;
      const Mention& mention = mentions_[static_cast<std::size_t>(index)];
      switch (mention.type) {
        case MentionType::kQuantity: quantities.push_back(index); break;
        case MentionType::kPeriod:
        case MentionType::kPast:
          observe_period(mention, fresh_period, quantities.empty());
          fresh_period = true;
          clause.verb.clear();
          break;
        case MentionType::kYear: listed_years_.emplace_back(mention.years, mention.span); break;
        case MentionType::kBaseline:
          // A clause of its own (与2020年相比,) sets the baseline of what follows.
          if (typed.size() <= kPlaceholderBytes + kOpening) flow_.set_baseline(mention.years.year);
          break;
        case MentionType::kName: break;
      }
    }
    listed_years_.clear();
    observe_moods(typed, clause);
  }

  void observe_period(const Mention& mention, bool joins, bool before_quantities) {
    // A period behind the quantity says when only if nothing before it did.
    if (!before_quantities && !flow_.governing().years.empty()) return;
    Governing next;
    next.past = mention.type == MentionType::kPast;
    next.aspirational = mention.aspirational;
    next.loose = !set_value(*mention.rule, "relative_year").empty();
    next.rule = mention.rule->id;
    next.reason = mention.rule->id + " in this sentence";
    // 到2025年和2030年, “十四五”、“十五五”期间: all members of the list govern.
    if (joins && joined_by_list_mark(last_period_, mention.span)) next.years = flow_.governing().years;
    if (!listed_years_.empty() && joined_by_list_mark(listed_years_.back().second, mention.span)) {
      next.years.push_back(listed_years_.back().first);
    }
    // 今年 of a document of unknown time governs all the same; its year stays unknown.
    if (mention.years.year != 0 || next.loose) next.years.push_back(mention.years);
    last_period_ = mention.span;
    if (text_.substr(sentence_.begin, mention.span.begin - sentence_.begin).size() <= kOpening) opened_by_period_ = true;
    flow_.govern(std::move(next));
  }

  bool joined_by_list_mark(Span left, Span right) const {
    if (left.end >= right.begin) return false;
    const std::string_view between = text_.substr(left.end, right.begin - left.end);
    return between == "、" || between == "和" || between == "及" || between == "与" || between == "," || between == "，";
  }

  void observe_moods(std::string_view typed, ClauseState& clause) {
    if (!may_have_mood_) return;
    std::vector<const Rule*> moods;
    grammar_.moods.all(typed, moods);
    for (const Rule* mood : moods) {
      const std::string_view on = set_value(*mood, "on");
      if (on != "clause" && on != "sentence") continue;
      if (set_value(*mood, "tense") == "past") {
        clause.past = true;
        clause.past_rule = mood;
        if (on == "sentence") flow_.govern({{}, true, false, false, mood->id, mood->id + " in this sentence"});
      } else if (set_value(*mood, "tense") == "future") {
        clause.past = false;
        if (flow_.governing().past) flow_.govern({});
      } else if (set_value(*mood, "firmness") == "aspirational") {
        clause.aspirational = true;
        clause.firmness_rule = mood;
      }
    }
  }

  bool past(const ClauseState& clause, std::string& why) const {
    if (clause.past) return why = clause.past_rule->id, true;
    if (flow_.governing().past) return why = flow_.governing().rule, true;
    if (place_.boilerplate) return why = "", true;
    if (place_.past && (!flow_.governing().future() || flow_.governing().loose)) return why = place_.past_rule->id, true;
    return false;
  }

  bool silenced(const RuleMatch& match, std::string_view text, std::string& by) const {
    for (const Unless& unless : match.rule->unless) {
      if (!unless_holds(unless, text, match.span, slice(text_, sentence_), place_.section)) continue;
      by = "unless:" + unless.id;
      return true;
    }
    return false;
  }

  // What a target needs around it before a loose pattern may call it one.
  bool needs_met(const Rule& rule, std::string_view text, Span quantity, const ClauseState& clause) const {
    const std::string_view needs = set_value(rule, "needs");
    if (needs.empty() || flow_.governing().future()) return true;
    if (needs == "period") return false;
    return in_goal_list_ || clause.aspirational || flow_.governing().aspirational || grammar_.bounds.read(text, quantity).rule != nullptr;
  }

  // Decides about one quantity of the segment. True if it is a target.
  bool decide(int index, std::size_t nth, std::size_t of, ClauseState& clause) {
    const Mention& mention = mentions_[static_cast<std::size_t>(index)];
    prefix_.clear();
    std::string text = focus_on(*typed_, segment_.span, index, mentions_);
    Span quantity = placeholder_span(index);
    if (!clause.verb.empty() && !has_own_verb(text)) {
      prefix_ = clause.verb;
      text = prefix_ + text;
      quantity = {quantity.begin + prefix_.size(), quantity.end + prefix_.size()};
    }
    std::string why_past;
    const bool is_past = past(clause, why_past);
    std::vector<Attempt> attempts;
    const auto note = [&](const Rule& rule, std::string outcome) {
      if (findings_.explain) attempts.push_back({rule.id, std::move(outcome)});
    };
    Draft draft;
    // Where everything is past no target can win; only who asks why wants to see them tried.
    const auto wanted = [&](const Rule& rule) { return findings_.explain || !is_past || rule.kind != RuleKind::kTarget; };
    const RuleMatch match = grammar_.quantity_rules.first(text, wanted, [&](const RuleMatch& m) {
      std::string by;
      const bool target = m.rule->kind == RuleKind::kTarget;
      if (m.group(Group::kQuantity) && m.group(Group::kQuantity)->begin != quantity.begin) by = "another quantity";
      else if (target && aside_ && set_value(*m.rule, "asides") != "yes") by = "in brackets";
      else if (target && is_past) by = "past:" + why_past;
      else if (silenced(m, text, by)) {}
      else if (target && !needs_met(*m.rule, text, quantity, clause)) by = "needs:" + std::string(set_value(*m.rule, "needs"));
      else if (target && !fill_indicator(m, text, nth, of, draft)) by = "no indicator";
      note(*m.rule, by.empty() ? "won" : by);
      return by.empty();
    });
    draft.quote = mention.span;
    draft.sentence = sentence_;
    draft.quantity = mention.quantity.quantity;
    const bool target = match.rule != nullptr && match.rule->kind == RuleKind::kTarget;
    std::string decided = match.rule != nullptr ? match.rule->id : is_past ? why_past : "";
    if (target) {
      fill_target(match, text, quantity, clause, draft);
      emit_for_each_year(draft);
    } else if (!decided.empty() && !dropped(match)) {
      draft.kind = Kind::kContext;
      draft.rule = match.rule != nullptr ? match.rule : rule_by_id(decided);
      draft.indicator.clear();
      findings_.drafts.push_back(draft);
    }
    if (findings_.explain) {
      const std::string verdict = target ? "target" : decided.empty() ? place_.boilerplate ? "boilerplate" : "unaccounted" : dropped(match) ? "name" : "context";
      findings_.accounts.push_back({mention.span, verdict, decided, readable(text), std::move(attempts)});
    }
    return target;
  }

  static bool dropped(const RuleMatch& match) { return match.rule != nullptr && set_value(*match.rule, "effect") == "drop"; }

  const Rule* rule_by_id(const std::string& id) const {
    const auto& rules = grammar_.rules.rules();
    const auto it = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
    return it == rules.end() ? nullptr : &*it;
  }

  Span placeholder_span(int mention) const {
    for (std::size_t i = typed_->piece_at(segment_.span.begin); i < typed_->pieces.size(); ++i) {
      if (typed_->pieces[i].mention != mention) continue;
      const std::size_t begin = typed_->pieces[i].typed - segment_.span.begin;
      return {begin, begin + kPlaceholderBytes};
    }
    return {};
  }

  // A member of a list that some rule with a verb, or a verb of reaching, matches by itself.
  bool has_own_verb(const std::string& text) const {
    const RuleMatch match = grammar_.quantity_rules.first(
        text, [](const Rule&) { return true; }, [](const RuleMatch&) { return true; });
    return match.rule != nullptr && set_value(*match.rule, "needs").empty() && match.rule->priority > kLastResort;
  }

  // The words of a capture: copied text and quantities, but no periods, baselines or asides.
  std::string words(Span group) const {
    if (group.end <= prefix_.size()) return prefix_.substr(group.begin, group.size());
    group = {group.begin - std::min(group.begin, prefix_.size()), group.end - prefix_.size()};
    const Span typed{segment_.span.begin + group.begin, segment_.span.begin + group.end};
    std::string out;
    for (std::size_t i = typed_->piece_at(typed.begin); i < typed_->pieces.size() && typed_->pieces[i].typed < typed.end; ++i) {
      const auto& piece = typed_->pieces[i];
      if (piece.aside >= 0) continue;
      if (piece.mention >= 0) {
        const Mention& m = mentions_[static_cast<std::size_t>(piece.mention)];
        if (m.type == MentionType::kQuantity || m.type == MentionType::kYear) out += slice(text_, m.span);
        continue;
      }
      const std::size_t begin = std::max(piece.typed, typed.begin);
      const std::size_t end = std::min(typed_->pieces[i + 1].typed, typed.end);
      out += std::string_view(typed_->text).substr(begin, end - begin);
    }
    return out;
  }

  // The indicator by the rule's template ("{subject}占{whole}比例"; "{indicator}" if it has none).
  bool fill_indicator(const RuleMatch& match, std::string_view, std::size_t nth, std::size_t of, Draft& draft) const {
    std::string form(set_value(*match.rule, "indicator"));
    if (form.empty()) form = "{indicator}";
    const auto put = [&](std::string_view name, const std::string& value) {
      const std::string slot = "{" + std::string(name) + "}";
      const std::size_t at = form.find(slot);
      if (at == std::string::npos) return true;
      if (value.empty()) return false;
      form.replace(at, slot.size(), value);
      return true;
    };
    const auto captured = [&](Group g) {
      return match.group(g) ? grammar_.indicators.clean(words(*match.group(g))) : std::string();
    };
    constexpr std::array<std::pair<std::string_view, Group>, 5> kSlots = {
        {{"indicator", Group::kIndicator}, {"subject", Group::kSubject}, {"whole", Group::kWhole},
         {"object", Group::kObject}, {"verb", Group::kVerb}}};
    for (const auto& [name, group] : kSlots) {
      std::string value = form.find("{" + std::string(name) + "}") == std::string::npos ? "" : captured(group);
      if (name == "indicator" && set_value(*match.rule, "list") == "members") value = grammar_.indicators.member(value, nth, of);
      if (!put(name, value)) return false;
    }
    if (!put("carried", flow_.indicator())) return false;
    if (!put("topic", flow_.topic())) return false;
    if (form.find("{before}") != std::string::npos && !put("before", grammar_.indicators.antecedent(flow_.before()))) return false;
    if (!put("head", flow_.head())) return false;
    if (!put("class", flow_.unit_class())) return false;
    if (form.find("{after}") != std::string::npos && !put("after", grammar_.indicators.antecedent(after_))) return false;
    if (form.find("{outer}") != std::string::npos && !put("outer", grammar_.indicators.antecedent(outer_))) return false;
    draft.indicator = form;
    return true;
  }

  void fill_target(const RuleMatch& match, const std::string& text, Span quantity, ClauseState& clause, Draft& draft) {
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
    if (match.group(Group::kVerb)) clause.verb = words(*match.group(Group::kVerb));
    else if (keeps != "change") clause.verb.clear();
    const bool hopes = clause.aspirational || flow_.governing().aspirational;
    draft.firmness = hopes ? Firmness::kAspirational : Firmness::kFirm;
    draft.baseline_year = baseline_before(quantity.begin);
    // What was said of an indicator (its size, its share) is not what later clauses carry on.
    in_goal_list_ = true;
    if (keeps == "change" && flow_.adds()) draft.change = Change::kIncrease;
    remember(match, keeps == "verb" && draft.change == Change::kIncrease, draft);
    if (!findings_.explain) return;
    draft.provenance = {{"indicator", draft.indicator, match.rule->id},
                        {"bound", std::string(to_string(*draft.bound)), bound.rule ? bound.rule->id : "no bound word"},
                        {"change", std::string(to_string(*draft.change)), match.rule->id},
                        {"firmness", std::string(to_string(*draft.firmness)), clause.firmness_rule ? clause.firmness_rule->id : "no word of hope"}};
    if (draft.baseline_year) draft.provenance.push_back({"baseline_year", std::to_string(*draft.baseline_year), "baseline in this sentence"});
  }

  // 各约220万千瓦、440万千瓦: the list that a value stands in, from its first value to its last.
  static Span whole_list(std::string_view text, Span value) {
    constexpr std::size_t kGap = 12;  // 以上、 and the like stand between values
    const auto is_value = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) == 0xEE; };
    for (std::size_t i = value.begin; i-- > 0 && value.begin - i <= kGap + kPlaceholderBytes;) {
      if (is_value(i)) value.begin = i;
    }
    for (std::size_t i = value.end; i < text.size() && i - value.end <= kGap; ++i) {
      if (is_value(i)) value.end = i + kPlaceholderBytes;
    }
    return value;
  }

  // What later clauses may refer to. What was said of an indicator (its size, its share) is not handed on.
  void remember(const RuleMatch& match, bool adds, const Draft& draft) {
    const std::string_view form = set_value(*match.rule, "indicator");
    const auto uses = [&](std::string_view slot) { return form.find(slot) != std::string_view::npos; };
    if (uses("{carried}") || uses("{head}")) return;
    std::string head;
    if (uses("{before}")) head = grammar_.indicators.antecedent(flow_.before());
    if (uses("{topic}")) head = flow_.topic();
    flow_.set_indicator(draft.indicator, std::move(head), adds);
    if (match.group(Group::kIndicator)) flow_.set_unit_class(quantities_in(*match.group(Group::kIndicator)));
  }

  // 110千伏和35千伏 of 新增110千伏和35千伏变电容量: the quantities inside a capture, first to last, or "".
  std::string quantities_in(Span group) const {
    if (group.end <= prefix_.size()) return "";
    std::optional<Span> all;
    const std::size_t begin = segment_.span.begin + group.begin - std::min(group.begin, prefix_.size());
    const std::size_t end = segment_.span.begin + group.end - prefix_.size();
    for (std::size_t i = typed_->piece_at(begin); typed_->pieces[i].typed < end; ++i) {
      const int index = typed_->pieces[i].mention;
      if (index < 0 || typed_->pieces[i].typed < begin) continue;
      const Mention& mention = mentions_[static_cast<std::size_t>(index)];
      if (mention.type == MentionType::kQuantity) all = Span{all ? all->begin : mention.span.begin, mention.span.end};
    }
    return all ? std::string(slice(text_, *all)) : "";
  }

  // The last baseline in front of a quantity in its segment, else the one that the sentence set.
  std::optional<int> baseline_before(std::size_t offset) const {
    std::optional<int> out = flow_.baseline();
    const std::size_t end = segment_.span.begin + offset - prefix_.size();
    for (std::size_t i = typed_->piece_at(segment_.span.begin); typed_->pieces[i].typed < end; ++i) {
      if (typed_->pieces[i].mention < 0 || typed_->pieces[i].typed < segment_.span.begin) continue;
      const Mention& mention = mentions_[static_cast<std::size_t>(typed_->pieces[i].mention)];
      if (mention.type == MentionType::kBaseline && mention.years.year != 0) out = mention.years.year;
    }
    return out;
  }

  void emit_for_each_year(Draft draft) {
    const Governing& governing = flow_.governing();
    if (!governing.future()) {
      findings_.drafts.push_back(std::move(draft));
      return;
    }
    for (const Years& years : governing.years) {
      Draft copy = draft;
      if (years.year != 0) copy.years = years;
      if (findings_.explain) copy.provenance.push_back({"year", std::to_string(years.year), governing.reason});
      findings_.drafts.push_back(std::move(copy));
    }
  }

  // Milestones and delegated goals: what a segment states without a quantity of its own.
  void read_statement(const ClauseState& clause) {
    if (segment_.span.size() < 6) return;
    std::string why_past;
    if (past(clause, why_past)) return;
    const std::string_view text = slice(typed_->text, segment_.span);
    Draft draft;
    const Governing& governing = flow_.governing();
    const auto wanted = [&](const Rule& rule) {
      if (rule.kind == RuleKind::kMilestone && !governing.future()) return false;
      return !governing.loose || set_value(rule, "needs") != "stated";
    };
    const RuleMatch match = grammar_.statement_rules.first(text, wanted, [&](const RuleMatch& m) {
      std::string by;
      if (silenced(m, text, by)) return false;
      return fill_indicator(m, text, 0, 1, draft);
    });
    if (match.rule == nullptr) return;
    draft.kind = match.rule->kind == RuleKind::kMilestone ? Kind::kMilestone : Kind::kDelegated;
    draft.rule = match.rule;
    const Span goal = match.group(Group::kGoal) ? *match.group(Group::kGoal) : match.span;
    draft.quote = typed_->to_source({segment_.span.begin + goal.begin, segment_.span.begin + goal.end});
    draft.sentence = sentence_;
    const bool hopes = clause.aspirational || flow_.governing().aspirational;
    draft.firmness = hopes ? Firmness::kAspirational : Firmness::kFirm;
    if (findings_.explain) draft.provenance = {{"indicator", draft.indicator, match.rule->id}};
    emit_for_each_year(std::move(draft));
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
  const Place& place_;
  Flow& flow_;
  Findings& findings_;
  std::vector<Mention> mentions_;
  std::vector<std::pair<Years, Span>> listed_years_;  // named by themselves, so far in this segment
  Span last_period_;                                  // the last period of this segment
  bool opened_by_period_ = false;
  bool aside_ = false;         // reading a bracket
  bool may_have_mood_ = true;  // a word of some mood rule stands in what is being read
  bool in_goal_list_ = false;  // the sentence has set a target already
  std::string after_;          // the clause behind, if it states no quantity
  std::string outer_;          // what stands in front of the bracket that is being read
  std::string prefix_;  // the shared verb put in front of the segment that is being decided
  const TypedText* typed_ = nullptr;
  Segment segment_;
};

}  // namespace

Grammar::Grammar(RuleSet set)
    : rules(std::move(set)),
      mentions(rules),
      quantity_rules(rules_of(rules, {RuleKind::kContext, RuleKind::kTarget})),
      statement_rules(rules_of(rules, {RuleKind::kDelegated, RuleKind::kMilestone})),
      delegated_rules(rules.rules(RuleKind::kDelegated)),
      moods(rules.rules(RuleKind::kMood)),
      carries(rules.rules(RuleKind::kCarry)),
      bounds(rules),
      indicators(rules) {}

namespace {

// True if the sentence can state nothing and say nothing that later sentences need: most of a plan is so.
bool passes_over(const Grammar& grammar, std::string_view sentence, const Flow& flow) {
  constexpr std::size_t kShort = 70;  // a short one may be a title
  if (sentence.size() <= kShort || grammar.mentions.may_hold(sentence)) return false;
  return !(flow.governing().future() ? grammar.statement_rules : grammar.delegated_rules).may_match(sentence);
}

}  // namespace

void read_sentence(const Grammar& grammar, std::string_view text, Span sentence, const Place& place, Flow& flow,
                   Findings& findings) {
  if (passes_over(grammar, slice(text, sentence), flow)) {
    std::vector<const Rule*> stops;
    if (flow.governs()) grammar.carries.all(slice(text, sentence).substr(0, kOpeningWords), stops);
    flow.begin_sentence(!stops.empty());
    flow.set_before(last_clause(slice(text, sentence)));
    flow.end_sentence(false);
    return;
  }
  Reader(grammar, text, sentence, place, flow, findings).read();
}

}  // namespace mubiao
