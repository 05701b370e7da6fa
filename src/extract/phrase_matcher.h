#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "extract/pattern_groups.h"
#include "extract/phrase_program.h"
#include "mubiao/span.h"

namespace mubiao {

/// Says what the groups of a pattern capture in a match that is known. RE2 does that by its slowest means for patterns
/// with long lists of words; here it is a search over words that goes back where it has to, and never comes to the same
/// step and place twice, so that its cost is bounded by their product. Immutable; shared by threads.
class PhraseMatcher {
 public:
  /// nullptr if the pattern is not understood: RE2 has to be asked.
  static std::unique_ptr<const PhraseMatcher> of(std::string pattern);

  /// Sets `out` to what RE2 would capture in a match of all of text[match]. False if the pattern does not match that.
  bool capture(std::string_view text, Span match, Groups& out) const;

 private:
  explicit PhraseMatcher(std::string pattern) : pattern_(std::move(pattern)) {}

  std::string pattern_;
  PhraseProgram program_;  // its names point into the pattern
};

}  // namespace mubiao
