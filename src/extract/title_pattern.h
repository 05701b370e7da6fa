#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "mubiao/rule.h"

namespace re2 {
class StringPiece;
}

namespace mubiao {

/// A pattern  ^lead(?P<title>body)  or  ^lead(?P<title>body)$, cut in two. RE2 takes the groups of such a pattern,
/// whose lead and body overlap in spaces, by a machine that is ten times slower than the one that finds the end of a
/// match; the groups of the lead alone are short, and the title is all that follows.
class TitlePattern {
 public:
  /// Nullopt if `pattern` has another shape.
  static std::optional<TitlePattern> of(std::string_view pattern);

  enum class Answer { kNo, kYes, kUnknown };
  /// The match that begins at text.begin(): the `count` groups become the whole and its groups, the title the last.
  /// Unknown if the two halves do not say: ask the whole pattern then.
  Answer match(std::string_view text, re2::StringPiece* groups, std::size_t count) const;

 private:
  TitlePattern(std::string lead, std::string title) : lead_(std::move(lead)), title_(std::move(title)) {}
  Regex lead_;
  Regex title_;
};

}  // namespace mubiao
