#pragma once

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

  void add(Range range) { ranges_.push_back(range); }
  void add(const CharacterRanges& others);
  /// Sorts the ranges and joins those that touch: to be called before the set is asked anything.
  void settle();
  /// All other code points. Precondition: settled, like those below.
  CharacterRanges complement() const;
  bool contains(char32_t character) const;
  bool overlaps(const CharacterRanges& others) const;
  /// Whether it holds `character` or one behind it.
  bool reaches(char32_t character) const { return !ranges_.empty() && ranges_.back().last >= character; }
  const std::vector<Range>& ranges() const { return ranges_; }

 private:
  std::vector<Range> ranges_;
};

}  // namespace mubiao
