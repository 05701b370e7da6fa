// Pass two: reads a sentence clause by clause, and hands on what clauses say to each other. Door: read_sentence.
#include "extract/sentence_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/clause_state.h"
#include "extract/clauses.h"
#include "extract/goal_reader.h"
#include "extract/segment_text.h"
#include "extract/typed_text.h"

namespace mubiao {
namespace {

// What stops a carried year stands at the head of a sentence.
constexpr std::size_t kOpeningWords = 60;

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
        observer_(grammar, text, sentence, mentions_, flow),
        goals_({grammar, text, sentence, chances, place, mentions_}, flow, findings) {}

  void read() {
    account_for_names();
    const std::size_t before = findings_.drafts.size();
    read_range(sentence_, true);
    const bool goals = std::any_of(findings_.drafts.begin() + static_cast<std::ptrdiff_t>(before),
                                   findings_.drafts.end(), [](const Draft& d) { return d.kind != Kind::kContext; });
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
    around_.aside = !whole;
    const std::vector<Segment> segments = split_segments(
        typed, [&](std::string_view w) { return grammar_.bounds.is_word_behind(w); },
        [&](std::string_view around, std::size_t at) { return grammar_.words.covers(around, at); });
    ClauseState clause;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      around_.after = i + 1 < segments.size() ? phrase(typed, segments[i + 1].span) : "";
      if (!segments[i].continues) {
        std::string verb = std::move(clause.verb);  // 新建中心1个,站点8个: the verb reaches over the comma
        clause = ClauseState{};
        clause.verb = std::move(verb);
      }
      if (whole && i == 0) find_topic(typed, segments[i]);
      read_segment(typed, segments[i].span, clause);
    }
    for (std::size_t i = 0; whole && i < typed.asides.size(); ++i) {
      around_.outer = before_aside(typed, segments, static_cast<int>(i));
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
    std::erase_if(quantities,
                  [&](int m) { return mentions_[static_cast<std::size_t>(m)].type != MentionType::kQuantity; });
    goals_.read(segment, quantities, around_, clause);
    if (!quantities.empty())
      flow_.set_before("");
    else if (std::string said = segment.all_words(); !said.empty())
      flow_.set_before(std::move(said));
  }

  void account_for_names() {
    if (!findings_.explain) return;
    for (const Mention& m : mentions_) {
      if (m.type == MentionType::kQuantity) continue;
      const char* verdict = m.type == MentionType::kName       ? "name"
                            : m.type == MentionType::kBaseline ? "baseline"
                                                               : "year";
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
  GoalReader goals_;
  GoalReader::Around around_;
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
    flow.set_before_in(slice(text, sentence));
    flow.end_sentence(false);
    return;
  }
  Reader(grammar, text, sentence, chances, place, flow, findings).read();
}

}  // namespace mubiao
