// Sets of code points. Door: CharacterRanges.
#include "extract/character_ranges.h"

#include <algorithm>

namespace mubiao {
namespace {

constexpr char32_t kLastCharacter = 0x10FFFF;

std::uint64_t last_bits_of(CharacterRanges::Range range) {
  if (range.last - range.first >= 63) return ~std::uint64_t{0};
  std::uint64_t bits = 0;
  for (char32_t c = range.first; c <= range.last; ++c) bits |= std::uint64_t{1} << (c & 63);
  return bits;
}

}  // namespace

CharacterRanges CharacterRanges::all() {
  CharacterRanges out;
  out.add({0, kLastCharacter});
  return out;
}

void CharacterRanges::add(const CharacterRanges& others) {
  ranges_.insert(ranges_.end(), others.ranges_.begin(), others.ranges_.end());
  last_bits_ = kAnyBits;
}

void CharacterRanges::settle() {
  std::sort(ranges_.begin(), ranges_.end(), [](Range a, Range b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (const Range range : ranges_) {
    if (kept > 0 && range.first <= ranges_[kept - 1].last + 1)
      ranges_[kept - 1].last = std::max(ranges_[kept - 1].last, range.last);
    else
      ranges_[kept++] = range;
  }
  ranges_.resize(kept);
  last_bits_ = 0;
  for (const Range range : ranges_) last_bits_ |= last_bits_of(range);
}

CharacterRanges CharacterRanges::complement() const {
  CharacterRanges out;
  char32_t next = 0;
  for (const Range range : ranges_) {
    if (range.first > next) out.add({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCharacter) out.add({next, kLastCharacter});
  return out;
}

bool CharacterRanges::is_in_ranges(char32_t character) const {
  const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), character,
                                      [](char32_t c, Range range) { return c < range.first; });
  return after != ranges_.begin() && character <= (after - 1)->last;
}

bool CharacterRanges::overlaps(const CharacterRanges& others) const {
  auto own = ranges_.begin();
  auto other = others.ranges_.begin();
  while (own != ranges_.end() && other != others.ranges_.end()) {
    if (own->last >= other->first && other->last >= own->first) return true;
    if (own->last < other->last)
      ++own;
    else
      ++other;
  }
  return false;
}

}  // namespace mubiao
