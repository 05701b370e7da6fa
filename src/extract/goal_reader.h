#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause_state.h"
#include "extract/draft.h"
#include "extract/flow.h"
#include "extract/grammar.h"
#include "extract/indicator_template.h"
#include "extract/segment_text.h"
#include "mubiao/span.h"

namespace mubiao {

/// Decides what the segments of one sentence set: of each quantity whether it is a target, and what a segment states
/// without one (milestones, delegated goals). Appends to `findings`, and hands on to `flow` what was measured.
class GoalReader {
 public:
  /// The sentence; borrows everything.
  struct Sentence {
    const Grammar& grammar;
    std::string_view text;  // normalized
    Span span;
    const SentenceFilter::Chances& chances;
    const Place& place;
    const std::vector<Mention>& mentions;
  };
  GoalReader(const Sentence& sentence, Flow& flow, Findings& findings)
      : sentence_(sentence), flow_(flow), findings_(findings) {}

  /// What stands around a segment.
  struct Around {
    bool aside = false;                  // it is in a bracket
    const SegmentText* after = nullptr;  // the clause behind, if there is one
    std::string outer;                   // what stands in front of the bracket
  };
  /// `quantities`: indices of the mentions of quantities in the segment.
  void read(SegmentText& segment, const std::vector<int>& quantities, const Around& around, ClauseState& clause);

 private:
  bool decide(SegmentText& segment, int index, const Surroundings& around, ClauseState& clause);
  void read_statement(const SegmentText& segment, const Around& around, const ClauseState& clause);

  bool silenced(const RuleMatch& match, std::string_view text, std::string& by) const;
  /// The rule that says that the clause is hoped for; nullptr: it is not.
  const Rule* hope(const ClauseState& clause) const {
    return clause.hope != nullptr ? clause.hope : flow_.governing().hope;
  }
  bool needs_met(const Rule& rule, std::string_view text, Span quantity, const ClauseState& clause) const;
  std::string refusal(const RuleMatch& match, const SegmentText& segment, std::string_view text, Span quantity,
                      const std::optional<std::string>& past, const Surroundings& around, const ClauseState& clause,
                      std::string& indicator) const;
  bool takes_verb(SegmentText& segment, int index, const std::string& verb) const;

  void fill_target(const RuleMatch& match, const SegmentText& segment, const std::string& text, Span quantity,
                   ClauseState& clause, Draft& draft);
  void emit_context(const std::string& decided, const Rule* rule, Draft draft);
  const Years* year_of_its_own(const RuleMatch& match, const SegmentText& segment, std::string_view text, Span quantity,
                               const Surroundings& around) const;
  void emit_for_each_year(const Draft& draft);
  void emit_for_year(const Draft& draft, const Years& years);

  Sentence sentence_;
  Flow& flow_;
  Findings& findings_;
  bool aside_ = false;         // of the segment that is being read
  bool in_goal_list_ = false;  // the sentence has set a target already
};

}  // namespace mubiao
