// Pass two: reads a sentence clause by clause, and hands on what clauses say to each other. Door: read_sentence.
#include "extract/sentence_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/clause_state.h"
#include "extract/clauses.h"
#include "extract/goal_reader.h"
#include "extract/segment_text.h"
#include "extract/shared_noun.h"
#include "extract/typed_text.h"

namespace mubiao {
namespace {

// What stops a carried year stands at the head of a sentence.
constexpr std::size_t kOpeningWords = 60;

// What stands before a colon, or is a short phrase by itself (“三江”水电基地。), is what the rest speaks of.
void find_topic(const Grammar& grammar, std::string_view text, const TypedText& typed, const Segment& first,
                Flow& flow) {
  constexpr std::size_t kLongestTitle = 60;
  const bool title = first.span.begin == 0 && typed.text.size() <= kLongestTitle &&
                     first.span.end + 3 >= typed.text.size() && typed.text.find('\xEE') == std::string::npos;
  if (!first.before_colon && !(title && flow.takes_title())) return;
  const std::string_view topic = slice(text, typed.to_source(first.span));
  if (grammar.indicators.is_antecedent(topic)) flow.set_topic(std::string(topic), !first.before_colon);
}

// Names that hold numbers, years and periods, for whoever asks what became of each number.
void account_for_names(std::string_view text, const std::vector<Mention>& mentions, Findings& findings) {
  for (const Mention& m : mentions) {
    if (m.type == MentionType::kQuantity) continue;
    if (m.type == MentionType::kName && find_numeral(slice(text, m.span)) == std::string_view::npos) continue;
    const char* verdict = m.type == MentionType::kName       ? "name"
                          : m.type == MentionType::kBaseline ? "baseline"
                                                             : "year";
    findings.accounts.push_back({m.span, verdict, m.rule->id, "", {}});
  }
}

class Reader {
 public:
  Reader(const Grammar& grammar, std::string_view text, Span sentence, const SentenceFilter::Chances& chances,
         std::vector<Mention> mentions, const Place& place, Flow& flow, Findings& findings)
      : grammar_(grammar),
        text_(text),
        sentence_(sentence),
        chances_(chances),
        place_(place),
        flow_(flow),
        findings_(findings),
        mentions_(std::move(mentions)),
        observer_(grammar, text, sentence, mentions_, flow),
        goals_({grammar, text, sentence, chances, place, mentions_}, flow, findings) {}

  void read() {
    const std::size_t before = findings_.drafts.size();
    read_range(sentence_, true);
    share_nouns(grammar_.indicators, text_, findings_.drafts, before);
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
    const Draft* const target = whole ? nullptr : named_in_parts(typed, range);
    around_.aside = !whole && target == nullptr;
    if (target != nullptr) flow_.set_indicator(target->indicator, "", target->change == Change::kIncrease);
    const std::vector<Segment> segments = split_segments(typed, grammar_.list_words);
    ClauseState clause;
    std::vector<SegmentText> texts;
    texts.reserve(segments.size());
    for (const Segment& segment : segments) texts.emplace_back(text_, typed, mentions_, segment.span);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      around_.after = i + 1 < segments.size() ? &texts[i + 1] : nullptr;
      if (!segments[i].continues) {
        std::string verb = std::move(clause.verb);  // 新建中心1个,站点8个: the verb reaches over the comma
        clause = ClauseState{};
        clause.verb = std::move(verb);
      }
      if (whole && i == 0) find_topic(grammar_, text_, typed, segments[i], flow_);
      read_segment(texts[i], clause);
    }
    around_.after = nullptr;
    for (std::size_t i = 0; whole && i < typed.asides.size(); ++i) {
      around_.outer = before_aside(typed, segments, static_cast<int>(i));
      const Flow outside = flow_;  // what a bracket says is of itself
      read_range(typed.asides[i], false);
      flow_ = outside;
    }
  }

  // The target in front of a bracket that names parts of it, each with its value: 装机80万千瓦(其中,风电50万千瓦).
  const Draft* named_in_parts(const TypedText& aside, Span range) const {
    if (!chances_.member || !grammar_.members.any(aside.text)) return nullptr;
    const Draft* nearest = nullptr;
    for (auto draft = findings_.drafts.rbegin(); draft != findings_.drafts.rend(); ++draft) {
      if (draft->quote.begin < sentence_.begin) break;
      const bool is_nearer = nearest == nullptr || draft->quote.begin > nearest->quote.begin;
      if (draft->quote.end <= range.begin && is_nearer) nearest = &*draft;
    }
    return nearest != nullptr && nearest->kind == Kind::kTarget ? nearest : nullptr;
  }

  // What stands in front of a bracket in its segment: what the bracket says more of.
  std::string before_aside(const TypedText& typed, const std::vector<Segment>& segments, int aside) const {
    for (const Segment& segment : segments) {
      for (std::size_t i = typed.piece_at(segment.span.begin); typed.pieces[i].typed < segment.span.end; ++i) {
        if (typed.pieces[i].aside == aside)
          return phrase_of({text_, typed, mentions_, {segment.span.begin, typed.pieces[i].typed}});
      }
    }
    return "";
  }

  void read_segment(SegmentText& segment, ClauseState& clause) {
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
    std::vector<int> quantities;
    segment.each_mention([&](int m) {
      if (mentions_[static_cast<std::size_t>(m)].type == MentionType::kQuantity) quantities.push_back(m);
    });
    goals_.read(segment, quantities, around_, clause);
    observer_.leave_segment();
    if (!quantities.empty())
      flow_.set_before("");
    else
      flow_.set_before_unless_empty([&](std::string& out) { segment.append_words(out); });
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

// True if the sentence can state nothing, nor say when or whether what is behind it is: most of a plan is so.
bool states_nothing(const SentenceFilter::Chances& chances, const Flow& flow) {
  return !chances.mention && !chances.sentence_mood && !chances.delegated &&
         !(chances.milestone && flow.governing().future());
}

// Such a sentence says at most what others speak of.
bool may_name_topic(std::string_view sentence) {
  constexpr std::size_t kShort = 70;  // it may be a title
  return sentence.size() <= kShort || sentence.find(':') != std::string_view::npos;
}

void read_topic(const Grammar& grammar, std::string_view text, Span sentence, bool may_stop, Flow& flow) {
  const TypedText typed = make_typed(text, sentence, {});
  std::vector<const Rule*> stops;
  if (may_stop) grammar.stops.all(typed.text, stops);
  flow.begin_sentence(!stops.empty());
  const std::vector<Segment> segments = split_segments(typed, grammar.list_words);
  if (!segments.empty()) find_topic(grammar, text, typed, segments.front(), flow);
  const auto last =
      std::find_if(segments.rbegin(), segments.rend(), [](const Segment& segment) { return !segment.span.empty(); });
  if (last != segments.rend()) flow.set_before(slice(typed.text, last->span));
  flow.end_sentence(false);
}

void pass_over(const Grammar& grammar, std::string_view text, Span sentence, bool may_stop, Flow& flow) {
  const std::string_view words = slice(text, sentence);
  if (may_name_topic(words)) return read_topic(grammar, text, sentence, may_stop, flow);
  std::vector<const Rule*> stops;
  if (may_stop && flow.governs()) grammar.stops.all(words.substr(0, kOpeningWords), stops);
  flow.begin_sentence(!stops.empty());
  flow.set_before_in(words);
  flow.end_sentence(false);
}

}  // namespace

void read_sentence(const Grammar& grammar, std::string_view text, Span sentence, const Place& place, Flow& flow,
                   Findings& findings) {
  SentenceFilter::Chances chances = grammar.filter.chances(slice(text, sentence));
  std::vector<Mention> mentions;
  if (chances.mention || findings.explain) mentions = grammar.mentions.scan(text, sentence, place.time);
  if (findings.explain) account_for_names(text, mentions, findings);
  // Many a digit is of a name, or of a number of an item.
  chances.mention =
      std::any_of(mentions.begin(), mentions.end(), [](const Mention& m) { return m.type != MentionType::kName; });
  if (states_nothing(chances, flow)) return pass_over(grammar, text, sentence, chances.stop, flow);
  Reader(grammar, text, sentence, chances, std::move(mentions), place, flow, findings).read();
}

}  // namespace mubiao
