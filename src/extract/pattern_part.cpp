// Matches a pattern or half of one by the cheapest means that tell. Door: PatternPart.
#include "extract/pattern_part.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace mubiao {
namespace {

using Submatches = std::array<re2::StringPiece, 24>;

constexpr std::array<std::string_view, kGroups> kGroupNames = {"quantity", "indicator", "subject", "whole",
                                                              "object",   "verb",      "goal"};

std::optional<Group> group_named(std::string_view name) {
  const auto it = std::find(kGroupNames.begin(), kGroupNames.end(), name);
  if (it == kGroupNames.end()) return std::nullopt;
  return static_cast<Group>(it - kGroupNames.begin());
}

std::size_t character_length(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  return std::min<std::size_t>(c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4, text.size() - i);
}

Span span_of(re2::StringPiece piece, std::string_view text) {
  const auto begin = static_cast<std::size_t>(piece.data() - text.data());
  return {begin, begin + piece.size()};
}

}  // namespace

PatternPart::PatternPart(std::string pattern, Side side) : side_(side), empty_(pattern.empty()) {
  constexpr std::string_view kAnything = "^.*?";
  if (side == Side::kBefore) pattern += '$';
  // Without the start a match is looked for from the end of the text, where most fail at once.
  from_start_ = side == Side::kBefore && pattern.starts_with(kAnything);
  if (from_start_) pattern.erase(0, kAnything.size());
  if (side != Side::kBehind) head_ = cut_behind_head(pattern);
  if (head_ && !group_named(head_->name)) head_.reset();
  if (head_) {
    head_group_ = *group_named(head_->name);
    lead_ = Regex(head_->lead);
    body_ = Regex(head_->body);
    rest_ = Regex(head_->rest);
  }
  whole_ = Regex(std::move(pattern));
}

std::optional<PatternPart::Match> PatternPart::match(std::string_view text) const {
  if (empty_) {
    const std::size_t at = side_ == Side::kBefore ? text.size() : 0;
    return Match{{at, at}, true, {}};
  }
  if (head_) {
    if (text.empty()) return std::nullopt;
    re2::StringPiece rest;
    // Whatever the lead takes, the group needs a character at least.
    if (!rest_->Match(text, character_length(text, 0), text.size(), re2::RE2::UNANCHORED, &rest, 1)) return std::nullopt;
    if (auto match = match_at_head(text)) return match;
  }
  re2::StringPiece found;
  const auto anchor = side_ == Side::kBehind ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
  if (!whole_->Match(text, 0, text.size(), anchor, &found, 1)) return std::nullopt;
  Match match{span_of(found, text), false, {}};
  if (from_start_) match.span.begin = 0;
  return match;
}

// The match in which the lead is as long as can be, which is the one to prefer if there is one. nullopt: there is not, or
// the halves do not say.
std::optional<PatternPart::Match> PatternPart::match_at_head(std::string_view text) const {
  re2::StringPiece found;
  if (!lead_->Match(text, 0, text.size(), re2::RE2::ANCHOR_START, &found, 1)) return std::nullopt;
  const std::size_t begin = found.size();
  if (begin >= text.size()) return std::nullopt;
  const std::size_t first_end = begin + character_length(text, begin);
  if (!rest_->Match(text, first_end, text.size(), re2::RE2::UNANCHORED, &found, 1)) return std::nullopt;
  const Span rest = span_of(found, text);
  if (!head_->body.empty() && !re2::RE2::FullMatch(text.substr(begin, rest.begin - begin), *body_)) return std::nullopt;
  Match match{{0, rest.end}, head_->whole, {}};
  if (!head_->whole) return match;
  match.groups[static_cast<std::size_t>(head_group_)] = Span{begin, rest.begin};
  if (head_->goal) match.groups[static_cast<std::size_t>(Group::kGoal)] = Span{begin, text.size()};
  return match;
}

Groups PatternPart::capture(std::string_view text) const {
  Groups groups;
  const auto& names = whole_->NamedCapturingGroups();
  if (empty_ || names.empty()) return groups;
  Submatches found;
  const int n = std::min(whole_->NumberOfCapturingGroups() + 1, static_cast<int>(found.size()));
  const auto anchor = side_ == Side::kBehind ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
  if (!whole_->Match(text, 0, text.size(), anchor, found.data(), n)) return groups;
  for (const auto& [name, index] : names) {
    const auto group = group_named(name);
    const auto& piece = found[static_cast<std::size_t>(index)];
    if (group && index < n && piece.data() != nullptr) groups[static_cast<std::size_t>(*group)] = span_of(piece, text);
  }
  return groups;
}

}  // namespace mubiao
