#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/flow.h"
#include "extract/grammar.h"
#include "extract/mention.h"
#include "extract/segment_text.h"
#include "mubiao/span.h"

namespace mubiao {

/// What is known of the clause that is being read.
struct ClauseState {
  bool past = false;
  const Rule* past_rule = nullptr;
  const Rule* hope = nullptr;  // that reads 力争
  std::string verb;  // the verb that list members share, as typed text: 新建2座A、4座B
};

/// Reads periods, baselines and moods of the segments of one sentence into its flow and clause.
class Observer {
 public:
  Observer(const Grammar& grammar, std::string_view text, Span sentence, const std::vector<Mention>& mentions, Flow& flow)
      : grammar_(grammar), text_(text), sentence_(sentence), mentions_(mentions), flow_(flow) {}

  /// Before the quantities of the segment are decided. `may_have_mood`: some mood word stands near.
  void observe(const SegmentText& segment, bool may_have_mood, ClauseState& clause);
  /// Behind its quantities: a period that was said of one of them alone governs no more.
  void leave_segment();
  /// True if a period opened the sentence, so that the next one may go on under it.
  bool opened_by_period() const { return opened_by_period_; }

 private:
  void observe_period(const Mention& mention, bool joins, bool before_quantities);
  void observe_moods(std::string_view typed, ClauseState& clause);
  bool fills_bracket(Span span) const;
  bool joined_by_list_mark(Span left, Span right) const;

  const Grammar& grammar_;
  std::string_view text_;
  Span sentence_;
  const std::vector<Mention>& mentions_;
  Flow& flow_;
  std::vector<std::pair<Years, Span>> listed_years_;  // named by themselves, so far in this segment
  Span last_period_;
  std::optional<Governing> governed_;  // before a period of one quantity alone
  bool opened_by_period_ = false;
};

/// Why what a clause says is no goal: the id of the rule that says so ("" for boilerplate). nullopt if it may be one.
std::optional<std::string> past_by(const ClauseState& clause, const Flow& flow, const Place& place);

}  // namespace mubiao
