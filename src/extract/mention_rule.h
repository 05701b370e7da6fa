#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern_program.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// Groups that state years, in the order in which they are captured.
enum YearGroup { kYearGroup, kStartGroup, kEndGroup, kPlanGroup, kStartPlanGroup, kYearGroups };
inline constexpr std::array<const char*, kYearGroups> kYearGroupNames = {"year", "start", "end", "plan", "start_plan"};
static_assert(kYearGroups <= PatternProgram::kMostGroups);

/// A rule of pass one, ready to be matched at a place. Immutable; shared by threads. `rule` must outlive it.
class MentionRule {
 public:
  explicit MentionRule(const Rule& rule);

  const Rule& rule() const { return *rule_; }
  /// The first year of the era that the years of its matches are counted in; 1 where they are what they say.
  int first_year() const { return first_year_; }
  /// Whether it is only for documents that count years in this era.
  bool needs_era() const { return needs_era_; }
  /// One of these stands in every text that it matches in; empty: unknown, or slow to look for.
  const std::vector<std::string>& needs() const { return needs_; }
  /// nullopt: the pattern is one for RE2.
  const std::optional<PatternProgram>& program() const { return program_; }

  /// Whether it matches at `at`. kUnknown if that takes a search by RE2.
  PatternProgram::Outcome match(std::string_view text, std::size_t at, PatternProgram::Match& out) const {
    return program_ ? program_->match(text, at, std::nullopt, out) : PatternProgram::Outcome::kUnknown;
  }
  /// Whether it matches all of `span`; nothing is seen of what stands around.
  bool match(std::string_view text, Span span, PatternProgram::Match& out) const;
  /// Whether an unless clause holds for `match`.
  bool silenced(std::string_view text, Span match) const;

 private:
  // Tells by one character most matches that an unless clause cannot hold for.
  struct Guard {
    explicit Guard(const Unless& clause);
    bool holds(std::string_view text, Span match) const;

    const Unless* unless;
    std::optional<CharacterRanges> beside;  // what stands beside the match is one of these
  };
  bool match_by_re2(std::string_view text, Span span, PatternProgram::Match& out) const;

  const Rule* rule_;
  int first_year_;
  bool needs_era_;
  std::vector<std::string> needs_;
  std::optional<PatternProgram> program_;
  std::vector<Guard> guards_;
};

}  // namespace mubiao
