#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/step_pattern.h"
#include "mubiao/rule.h"

namespace re2 {
class StringPiece;
}

namespace mubiao {

/// A pattern  ^lead(?P<title>body)  or  ^lead(?P<title>body)$, cut in two. RE2 takes the groups of such a pattern,
/// whose lead and body overlap in spaces, by a machine that is ten times slower than the one that finds the end of a
/// match; the groups of the lead alone are short, and the title is all that follows. Most leads and titles are steps,
/// for which RE2 is not asked at all.
class TitlePattern {
 public:
  /// Nullopt if `pattern` has another shape.
  static std::optional<TitlePattern> of(std::string_view pattern);

  enum class Answer { kNo, kYes, kUnknown };
  /// The match that begins at text.begin(): the `count` groups become the whole and its groups, the title the last.
  /// Unknown if the two halves do not say: ask the whole pattern then.
  Answer match(std::string_view text, re2::StringPiece* groups, std::size_t count) const;
  /// RE2 takes no part in that.
  bool is_plain() const { return lead_steps_ && !title_steps_.empty(); }

 private:
  TitlePattern(std::string lead, std::string title) : lead_(std::move(lead)), title_(std::move(title)) {}
  std::size_t match_lead(std::string_view text, re2::StringPiece* groups, std::size_t count) const;
  std::size_t match_title(std::string_view text, std::size_t begin) const;

  Regex lead_;
  Regex title_;
  std::optional<StepPattern> lead_steps_;
  std::vector<StepPattern> title_steps_;  // alternatives; none if not all of them are steps
};

}  // namespace mubiao
