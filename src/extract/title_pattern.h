#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/pattern_program.h"

namespace re2 {
class StringPiece;
}

namespace mubiao {

/// A pattern  ^lead(?P<title>body)  or  ^lead(?P<title>body)$, cut in two. RE2 takes the groups of such a pattern,
/// whose lead and body overlap in spaces, by a machine that is ten times slower than the one that finds the end of a
/// match. The two halves are small programs, for which RE2 is not asked at all.
class TitlePattern {
 public:
  /// Nullopt if `pattern` has another shape, or a half is no program.
  static std::optional<TitlePattern> of(std::string_view pattern);

  enum class Answer { kNo, kYes, kUnknown };
  /// The match that begins at text.begin(): the `count` groups become the whole and its groups, the title the last.
  /// Unknown if the two halves do not say: ask the whole pattern then.
  Answer match(std::string_view text, re2::StringPiece* groups, std::size_t count) const;

 private:
  TitlePattern(PatternProgram lead, PatternProgram title) : lead_(std::move(lead)), title_(std::move(title)) {}

  PatternProgram lead_;
  PatternProgram title_;
};

}  // namespace mubiao
