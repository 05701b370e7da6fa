// OffsetMap: the way back from a derived text to the text it was made of.
// Its doors are append_* for whoever derives a text and to_source for whoever quotes one.
// Deleted text needs no run of its own: it is the gap between the source ends of two neighbouring runs.
#include "mubiao/offset_map.h"

#include <algorithm>
#include <cassert>

namespace mubiao {

void OffsetMap::begin_run(std::size_t derived_unit, std::size_t source_unit) {
  constexpr std::size_t kMostRuns = 512;  // of a chunk
  const bool fits = !chunks_.empty() && chunks_.back().runs.size() < kMostRuns &&
                    derived_size_ - chunks_.back().derived <= kFarthestRun &&
                    source_size_ - chunks_.back().source <= kFarthestRun;
  if (!fits) {
    const bool first = chunks_.empty();
    chunks_.push_back({derived_size_, source_size_, {}, {}});
    if (!first) chunks_.back().runs.reserve(kMostRuns);
  }
  Chunk& chunk = chunks_.back();
  const Unit unit{static_cast<std::uint32_t>(derived_unit), static_cast<std::uint32_t>(source_unit)};
  const auto known = std::find(chunk.units.begin(), chunk.units.end(), unit);
  Run& run = chunk.runs.emplace_back();
  run.derived = (derived_size_ - chunk.derived) & kFarthestRun;
  run.source = (source_size_ - chunk.source) & kFarthestRun;
  run.unit = static_cast<std::uint16_t>(known - chunk.units.begin());
  if (known == chunk.units.end()) chunk.units.push_back(unit);
  last_derived_unit_ = derived_unit;
  last_source_unit_ = source_unit;
  after_deletion_ = false;
}

void OffsetMap::append_scaled(std::size_t count, std::size_t derived_unit, std::size_t source_unit) {
  assert(derived_unit > 0);
  if (count > 0) append_run(count * derived_unit, count * source_unit, derived_unit, source_unit);
}

// The run that holds byte `derived`, or the last one. Precondition: there is one.
OffsetMap::Place OffsetMap::run_at(std::size_t derived) const {
  const auto last_from = [](const auto& starts, std::size_t at) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), at,
                                        [](std::size_t offset, const auto& start) { return offset < start.derived; });
    return after - 1;
  };
  const auto chunk = last_from(chunks_, derived);
  const auto run = last_from(chunk->runs, derived - chunk->derived);
  const std::size_t end = run + 1 != chunk->runs.end() ? chunk->derived + (run + 1)->derived
                          : chunk + 1 != chunks_.end() ? (chunk + 1)->derived
                                                       : derived_size_;
  const Unit unit = chunk->units[run->unit];
  return {chunk->derived + run->derived, chunk->source + run->source, unit.derived, unit.source, end};
}

Span OffsetMap::to_source(Span derived) const {
  assert(derived.begin <= derived.end && derived.end <= derived_size_);
  if (chunks_.empty()) return {0, 0};
  const Place first = run_at(derived.begin);
  if (derived.begin == derived_size_) {
    const std::size_t end = first.source_at(derived_size_);
    return {end, end};
  }
  const std::size_t begin = first.source_at(derived.begin);
  if (derived.empty()) return {begin, begin};
  // A span lies in one run, as a rule.
  const Place last = derived.end <= first.derived_end ? first : run_at(derived.end - 1);
  return {begin, last.source_behind(derived.end - 1)};
}

}  // namespace mubiao
