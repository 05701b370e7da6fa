#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/pattern_edges.h"
#include "extract/program_on_use.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// Looks for matches of a pattern in short texts: by a small program at the few places where one may begin, as a look
/// at a character or two tells, and by RE2 where the program does not know or there are many such places, so that cost
/// stays linear. Gives what RE2 gives. Immutable but for what it compiles on first use; shared by threads.
class PatternSearch {
 public:
  PatternSearch() = default;
  /// `regex` is of this pattern.
  PatternSearch(std::string_view pattern, Regex regex);
  explicit PatternSearch(const std::string& pattern) : PatternSearch(pattern, Regex(pattern)) {}

  /// The leftmost match that begins at `from` or later.
  std::optional<Span> find(std::string_view text, std::size_t from = 0) const;
  /// The match that begins at `at`.
  std::optional<Span> at(std::string_view text, std::size_t at) const;
  /// False if no match begins at `at`, and if none ends with the text.
  bool may_begin(std::string_view text, std::size_t at) const;
  bool may_end(std::string_view text) const;

  /// nullopt: the pattern is one for RE2.
  const std::optional<PatternProgram>& program() const { return *program_; }
  const re2::RE2& regex() const { return *regex_; }

 private:
  Regex regex_;
  ProgramOnUse program_;   // without a ^ in front
  bool at_start_ = false;  // there is one
  PatternEdges edges_;
  std::uint64_t first_bits_ = 0;  // the last six bits of the characters that matches begin with
};

}  // namespace mubiao
