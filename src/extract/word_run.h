#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern_elements.h"

namespace mubiao {

/// Places in a text, ascending.
using Offsets = std::vector<std::size_t>;

/// What a pattern (?:word|word|…)* takes: any number of words of a finite list, one behind the other. Rules step over
/// bound words and modal words in many places; taken as runs those cost a look-up a character, once for all rules,
/// where RE2 would compile and run some hundred instructions in every rule. Immutable; shared by threads.
class WordRun {
 public:
  /// nullptr if the element is no repetition of words, or of too many.
  static std::shared_ptr<const WordRun> of(const Element& element);

  /// Adds to `ends` every place from which words lead to one of them.
  void reach_back(std::string_view text, Offsets& ends) const;
  /// Adds to `begins` every place to which words lead from one of them.
  void reach_ahead(std::string_view text, Offsets& begins) const;

 private:
  explicit WordRun(std::vector<std::string> words);
  // Calls `visit` with the length of each word that stands at `at`.
  template <typename Visit>
  void words_at(std::string_view text, std::size_t at, Visit visit) const;

  std::vector<std::string> words_;     // sorted by bucket
  std::vector<std::uint16_t> starts_;  // of each bucket in words_; one more for the end
  std::size_t longest_ = 0;
};

}  // namespace mubiao
