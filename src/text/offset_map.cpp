// OffsetMap: the way back from a derived text to the text it was made of.
// Its doors are append_* for whoever derives a text and to_source for whoever quotes one.
// Deleted text needs no run of its own: it is the gap between the source ends of two neighbouring runs.
#include "mubiao/offset_map.h"

#include <algorithm>
#include <cassert>

namespace mubiao {

void OffsetMap::begin_run(std::size_t derived_unit, std::size_t source_unit) {
  if (size_ % kChunk == 0) {
    chunks_.push_back({derived_size_, {}});
    if (size_ > 0) chunks_.back().runs.reserve(kChunk);
  }
  chunks_.back().runs.push_back({derived_size_, source_size_, derived_unit, source_unit});
  ++size_;
  last_derived_unit_ = derived_unit;
  last_source_unit_ = source_unit;
  after_deletion_ = false;
}

void OffsetMap::append_scaled(std::size_t count, std::size_t derived_unit, std::size_t source_unit) {
  assert(derived_unit > 0);
  if (count > 0) append_run(count * derived_unit, count * source_unit, derived_unit, source_unit);
}

std::size_t OffsetMap::derived_end(std::size_t i) const { return i + 1 < size_ ? run(i + 1).derived : derived_size_; }

std::size_t OffsetMap::source_end(std::size_t i) const {
  const Run& r = run(i);
  return r.source + (derived_end(i) - r.derived) / r.derived_unit * r.source_unit;
}

std::size_t OffsetMap::run_at(std::size_t derived) const {
  const auto last_from = [derived](const auto& starts) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), derived,
                                        [](std::size_t offset, const auto& start) { return offset < start.derived; });
    return static_cast<std::size_t>(after - starts.begin()) - 1;
  };
  const std::size_t chunk = last_from(chunks_);
  return chunk * kChunk + last_from(chunks_[chunk].runs);
}

Span OffsetMap::to_source(Span derived) const {
  assert(derived.begin <= derived.end && derived.end <= derived_size_);
  if (size_ == 0) return {0, 0};
  const auto unit_of = [](const Run& r, std::size_t offset) {
    return r.derived_unit == 1 ? offset - r.derived : (offset - r.derived) / r.derived_unit;
  };
  if (derived.begin == derived_size_) {
    const std::size_t end = source_end(size_ - 1);
    return {end, end};
  }
  const std::size_t i = run_at(derived.begin);
  const Run& first = run(i);
  const std::size_t begin = first.source + unit_of(first, derived.begin) * first.source_unit;
  if (derived.empty()) return {begin, begin};
  // A span lies in one run, as a rule.
  const Run& last = derived.end <= derived_end(i) ? first : run(run_at(derived.end - 1));
  const std::size_t end = last.source + (unit_of(last, derived.end - 1) + 1) * last.source_unit;
  return {begin, end};
}

}  // namespace mubiao
