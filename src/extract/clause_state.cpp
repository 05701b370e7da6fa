// Tense, firmness and time of a clause. Doors: Observer, past_by.
#include "extract/clause_state.h"

#include <algorithm>

#include "extract/clause_marks.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

// A period this near the start of its sentence (a few words) opens it, and a baseline with no more words than
// this around it is a clause of its own.
constexpr std::size_t kFewWords = 9;

}  // namespace

void Observer::observe(const SegmentText& segment, bool may_have_mood, ClauseState& clause) {
  bool fresh_period = false;
  bool before_quantities = true;
  segment.each_mention([&](int index) {
    const Mention& mention = mentions_[static_cast<std::size_t>(index)];
    switch (mention.type) {
      case MentionType::kQuantity: before_quantities = false; break;
      case MentionType::kPeriod:
      case MentionType::kPast:
        observe_period(mention, fresh_period, before_quantities);
        fresh_period = true;
        clause.verb.clear();
        break;
      case MentionType::kYear: listed_years_.emplace_back(mention.years, mention.span); break;
      case MentionType::kBaseline:
        // A clause of its own (与2020年相比,) sets the baseline of what follows.
        if (segment.typed().size() <= kPlaceholderBytes + kFewWords && !segment.has_quantity())
          flow_.set_baseline(mention.years.year);
        break;
      case MentionType::kName: break;
    }
  });
  listed_years_.clear();
  if (may_have_mood) observe_moods(segment.typed(), clause);
}

void Observer::observe_period(const Mention& mention, bool joins, bool before_quantities) {
  // A period behind the quantity says when only if nothing before it did, or if it stands there in brackets. What it
  // says then is of this quantity alone.
  if (!before_quantities && !flow_.governing().years.empty()) {
    if (!fills_bracket(mention.span)) return;
    governed_.emplace(flow_.governing());
  }
  Governing next;
  next.past = mention.type == MentionType::kPast;
  // 力争到2025年 is hoped for that year alone; what a mood says of the sentence, for every one.
  const Rule* const said = flow_.governing().hope;
  if (said != nullptr && said->kind == RuleKind::kMood) next.hope = said;
  if (mention.aspirational) next.hope = mention.rule;
  next.loose = mention.relative;
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
  const bool opens = mention.span.begin - sentence_.begin <= kFewWords;
  if (opens) opened_by_period_ = true;
  next.of_section = opens && mention.years.year != 0 && set_value(*mention.rule, "governs") == "section";
  flow_.govern(std::move(next));
}

void Observer::leave_segment() {
  if (!governed_) return;
  flow_.govern(*std::move(governed_));
  governed_.reset();
}

bool Observer::fills_bracket(Span span) const {
  return span.begin > 0 && text_[span.begin - 1] == '(' && span.end < text_.size() && text_[span.end] == ')';
}

bool Observer::joined_by_list_mark(Span left, Span right) const {
  if (left.end >= right.begin) return false;
  const std::string_view between = text_.substr(left.end, right.begin - left.end);
  const bool comma = between == "," || between == "，";
  return comma || std::find(kListMarks.begin(), kListMarks.end(), between) != kListMarks.end();
}

void Observer::observe_moods(std::string_view typed, ClauseState& clause) {
  std::vector<const Rule*> moods;
  grammar_.moods.all(typed, moods);
  for (const Rule* mood : moods) {
    const std::string_view on = set_value(*mood, "on");
    if (on != "clause" && on != "sentence") continue;
    const std::string_view tense = set_value(*mood, "tense");
    if (tense == "past") {
      clause.past = true;
      clause.past_rule = mood;
      if (on == "sentence") {
        Governing past;
        past.past = true;
        past.rule = mood->id;
        past.reason = mood->id + " in this sentence";
        flow_.govern(std::move(past));
      }
    } else if (tense == "future") {
      clause.past = false;
      if (flow_.governing().past) flow_.govern({});
    } else if (set_value(*mood, "firmness") == "aspirational") {
      if (on == "sentence")
        flow_.hope(*mood);
      else
        clause.hope = mood;
    }
  }
}

std::optional<std::string> past_by(const ClauseState& clause, const Flow& flow, const Place& place) {
  if (clause.past) return clause.past_rule->id;
  if (flow.governing().past) return flow.governing().rule;
  if (place.boilerplate) return "";
  if (place.past && (!flow.governing().future() || flow.governing().loose)) return place.past_rule->id;
  return std::nullopt;
}

}  // namespace mubiao
