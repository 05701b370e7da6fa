// What one clause hands on to the next: period, baseline, indicator. Door: Flow.
#include "extract/flow.h"

namespace mubiao {

void Flow::begin_section(Governing heading) {
  section_ = std::move(heading);
  claim_.reset();
  list_lead_ = {};
  item_lead_ = {};
  governing_ = section_;
}

void Flow::begin_paragraph(bool same_section, bool item) {
  item_ = item;
  if (!same_section) item_lead_ = {};
  const bool listed = same_section && !list_lead_.years.empty();
  base_ = listed ? list_lead_ : item && !item_lead_.years.empty() ? item_lead_ : section_;
  governing_ = base_;
  chain_ = true;
  carried_ = false;
  if (!same_section) list_lead_ = {};
  baseline_.reset();
  stated_ = {};
  indicator_.clear();
  head_.clear();
  set_before("");
  unit_class_.clear();
  if (!same_section) topic_stays_ = false;
  if (!topic_stays_) topic_.clear();
  titled_ = false;
  sentences_ = 0;
}

void Flow::begin_sentence(bool stop) {
  baseline_.reset();
  named_.clear();
  governing_.hope = nullptr;
  if (!stop && (chain_ || governing_.past)) {
    if (!governing_.years.empty() && !carried_) {
      constexpr std::string_view kCarried = ", carried from a sentence before";
      if (!governing_.reason.ends_with(kCarried)) governing_.reason += kCarried;
      carried_ = true;
    }
    return;
  }
  governing_ = base_;
  if (stop) indicator_.clear();
}

void Flow::end_sentence(bool goals) {
  chain_ = goals;
  ++sentences_;
}

void Flow::end_paragraph(bool goes_on) {
  list_lead_ = goes_on ? governing_ : Governing{};
  if (titled_) topic_stays_ = sentences_ == 1;
  if (!item_) item_lead_ = stated_;
}

void Flow::govern(Governing governing) {
  governing_ = std::move(governing);
  carried_ = false;
  if (governing_.future()) stated_ = governing_;
  if (governing_.of_section && governing_.future() && (section_.years.empty() || section_.of_several))
    claim_ = section_ = governing_;
}

}  // namespace mubiao
