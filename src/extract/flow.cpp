// What one clause hands on to the next: period, baseline, indicator. Door: Flow.
#include "extract/flow.h"

namespace mubiao {

void Flow::begin_section(Governing heading) {
  section_ = std::move(heading);
  list_lead_ = {};
  governing_ = section_;
}

void Flow::begin_paragraph(bool same_section) {
  const bool listed = same_section && !list_lead_.years.empty();
  governing_ = listed ? list_lead_ : section_;
  chain_ = true;
  carried_ = false;
  if (!same_section) list_lead_ = {};
  baseline_.reset();
  indicator_.clear();
  topic_.clear();
}

void Flow::begin_sentence(bool stop) {
  baseline_.reset();
  governing_.aspirational = false;
  if (!stop && (chain_ || governing_.past)) {
    if (!governing_.years.empty() && !carried_) {
      governing_.reason += ", carried from a sentence before";
      carried_ = true;
    }
    return;
  }
  governing_ = section_;
  if (stop) indicator_.clear();
}

void Flow::end_sentence(bool goals) { chain_ = goals; }

void Flow::end_paragraph(bool goes_on) {
  list_lead_ = goes_on ? governing_ : Governing{};
}

void Flow::govern(Governing governing) {
  governing_ = std::move(governing);
  carried_ = false;
}

}  // namespace mubiao
