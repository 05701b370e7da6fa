#pragma once

#include <cstdint>
#include <vector>

namespace mubiao {

/// A set of code points.
class CharacterRanges {
 public:
  struct Range {
    char32_t first;
    char32_t last;
  };
  static CharacterRanges all();

  void add(Range range) {
    ranges_.push_back(range);
    last_bits_ = kAnyBits;
  }
  void add(const CharacterRanges& others);
  /// Sorts the ranges and joins those that touch: to be called before the set is asked anything.
  void settle();
  /// All other code points. Precondition: settled, like those below.
  CharacterRanges complement() const;
  bool contains(char32_t character) const {
    return (last_bits_ >> (character & 63) & 1) != 0 && is_in_ranges(character);
  }
  bool overlaps(const CharacterRanges& others) const;
  /// Whether it holds `character` or one behind it.
  bool reaches(char32_t character) const { return !ranges_.empty() && ranges_.back().last >= character; }
  const std::vector<Range>& ranges() const { return ranges_; }
  /// A bit for each value that the last six bits of its characters have: those tell most characters apart.
  std::uint64_t last_bits() const { return last_bits_; }

 private:
  static constexpr std::uint64_t kAnyBits = ~std::uint64_t{0};
  bool is_in_ranges(char32_t character) const;

  std::vector<Range> ranges_;
  std::uint64_t last_bits_ = kAnyBits;  // known when it is settled
};

}  // namespace mubiao
