// One rule of pass one at one place: whether it matches, and whether it is silenced there. Door: MentionRule.
#include "extract/mention_rule.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/characters.h"
#include "extract/pattern_edges.h"
#include "extract/pattern_elements.h"
#include "extract/rule_text.h"

namespace mubiao {

MentionRule::MentionRule(const Rule& rule)
    : rule_(&rule),
      first_year_(first_year_of(rule)),
      needs_era_(set_value(rule, "era") == "understood"),
      program_(PatternProgram::of(rule.pattern, kYearGroupNames)),
      guards_(rule.unless.begin(), rule.unless.end()) {
  constexpr std::size_t kFew = 4;
  // A literal that begins with ASCII is found at the speed of memory; Han begin with one of six bytes.
  const auto is_fast = [](const std::string& literal) { return static_cast<unsigned char>(literal[0]) < 0x80; };
  for (const std::vector<std::string>& list : rule.literals) {
    if (needs_.empty() && list.size() <= kFew && std::all_of(list.begin(), list.end(), is_fast)) needs_ = list;
  }
}

bool MentionRule::match(std::string_view text, Span span, PatternProgram::Match& out) const {
  using Outcome = PatternProgram::Outcome;
  const Outcome outcome = program_ ? program_->match(text, span.begin, span.end, out) : Outcome::kUnknown;
  return outcome == Outcome::kUnknown ? match_by_re2(text, span, out) : outcome == Outcome::kMatch;
}

bool MentionRule::match_by_re2(std::string_view text, Span span, PatternProgram::Match& out) const {
  out = {span.end, {}};
  std::array<re2::StringPiece, 16> pieces;
  const re2::RE2& regex = *rule_->regex;
  const std::string_view surface = slice(text, span);
  const int count = std::min(static_cast<int>(pieces.size()), 1 + regex.NumberOfCapturingGroups());
  if (!regex.Match(surface, 0, surface.size(), re2::RE2::ANCHOR_BOTH, pieces.data(), count)) return false;
  for (std::size_t g = 0; g < kYearGroups; ++g) {
    const auto it = regex.NamedCapturingGroups().find(kYearGroupNames[g]);
    if (it == regex.NamedCapturingGroups().end() || it->second >= count) continue;
    const re2::StringPiece& piece = pieces[static_cast<std::size_t>(it->second)];
    if (piece.empty()) continue;
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    out.groups[g] = {begin, begin + piece.size()};
  }
  return true;
}

bool MentionRule::silenced(std::string_view text, Span match) const {
  return std::any_of(guards_.begin(), guards_.end(), [&](const Guard& guard) { return guard.holds(text, match); });
}

MentionRule::Guard::Guard(const Unless& clause) : unless(&clause) {
  if (clause.scope == UnlessScope::kBefore) beside = edges_of(clause.pattern).last;
  if (clause.scope != UnlessScope::kAfter) return;
  const auto elements = elements_of(clause.pattern);  // none: alternatives, of which some may match anywhere
  if (elements && !elements->empty() && elements->front().text == "^") beside = edges_of(clause.pattern).first;
}

bool MentionRule::Guard::holds(std::string_view text, Span match) const {
  if (beside && unless->scope == UnlessScope::kBefore) {
    if (match.begin == 0 || !beside->contains(last_character(text.substr(0, match.begin)))) return false;
  } else if (beside && match.end < text.size()) {
    if (!beside->contains(first_character(text.substr(match.end)))) return false;
  }
  return unless_holds(*unless, text, match);
}

}  // namespace mubiao
