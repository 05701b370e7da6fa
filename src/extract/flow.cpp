// What one clause hands on to the next: period, baseline, indicator. Door: Flow.
#include "extract/flow.h"

namespace mubiao {

void Flow::begin_section(Governing heading) {
  section_ = std::move(heading);
  list_lead_ = {};
  governing_ = section_;
}

void Flow::begin_paragraph(bool same_section_list) {
  governing_ = same_section_list && !list_lead_.years.empty() ? list_lead_ : section_;
  if (!same_section_list) list_lead_ = {};
  baseline_.reset();
  indicator_.clear();
  topic_.clear();
}

void Flow::begin_sentence(bool stop) {
  baseline_.reset();
  governing_.aspirational = false;
  if (!stop) {
    if (!governing_.years.empty() && governing_.reason.find("sentence before") == std::string::npos &&
        governing_.rule != section_.rule) {
      governing_.reason += ", carried from a sentence before";
    }
    return;
  }
  governing_ = section_;
  indicator_.clear();
}

void Flow::begin_clause() {}

void Flow::end_paragraph(bool introduces_list) {
  if (introduces_list) list_lead_ = governing_;
}

void Flow::govern(Governing governing) { governing_ = std::move(governing); }

}  // namespace mubiao
