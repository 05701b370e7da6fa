// Where words lead in a text, found once for all patterns. Door: PartText.
#include "extract/part_text.h"

#include <algorithm>

namespace mubiao {

const Places& PartText::reached(const RunChain& chain, bool back) {
  const auto is_known = [&](const Reached& one) { return one.chain == &chain && one.back == back; };
  const auto end = usual_.begin() + known_;
  if (const auto known = std::find_if(usual_.begin(), end, is_known); known != end) return known->places;
  if (known_ < kUsual) {
    fill(usual_[known_], chain, back);
    return usual_[known_++].places;
  }
  for (const Reached& known : more_) {
    if (is_known(known)) return known.places;
  }
  fill(more_.emplace_front(), chain, back);
  return more_.front().places;
}

void PartText::fill(Reached& out, const RunChain& chain, bool back) const {
  out.chain = &chain;
  out.back = back;
  out.places = back ? chain.back(text_, text_.size()) : chain.ahead(text_, 0);
}

}  // namespace mubiao
