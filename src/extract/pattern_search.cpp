// Patterns looked for in short texts. Door: PatternSearch.
#include "extract/pattern_search.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "extract/pattern_elements.h"
#include "extract/pattern_groups.h"

namespace mubiao {
namespace {

Span span_of(re2::StringPiece piece, std::string_view text) {
  const auto begin = static_cast<std::size_t>(piece.data() - text.data());
  return {begin, begin + piece.size()};
}

}  // namespace

PatternSearch::PatternSearch(std::string_view pattern, Regex regex)
    : regex_(std::move(regex)), edges_(edges_of(pattern)) {
  const auto elements = elements_of(pattern);  // none: alternatives
  at_start_ = elements && !elements->empty() && elements->front().all() == "^";
  program_ = ProgramOnUse(std::string(pattern.substr(at_start_ ? 1 : 0)), kGroupNames);
  first_bits_ = edges_.least == 0 ? ~std::uint64_t{0} : edges_.first.last_bits();
}

bool PatternSearch::may_begin(std::string_view text, std::size_t at) const {
  return at > text.size() || edges_.may_begin(text.substr(at));
}

bool PatternSearch::may_end(std::string_view text) const {
  return text.empty() || !edges_.last || edges_.last->contains(last_character(text));
}

std::optional<Span> PatternSearch::at(std::string_view text, std::size_t at) const {
  if (at_start_ && at > 0) return std::nullopt;
  if (const auto& program = *program_) {
    PatternProgram::Match match;
    const PatternProgram::Outcome outcome = program->match(text, at, std::nullopt, match);
    if (outcome == PatternProgram::Outcome::kMatch) return Span{at, match.end};
    if (outcome == PatternProgram::Outcome::kNone) return std::nullopt;
  }
  re2::StringPiece found;
  if (!regex_->Match(text, at, text.size(), re2::RE2::ANCHOR_START, &found, 1)) return std::nullopt;
  return span_of(found, text);
}

std::optional<Span> PatternSearch::find(std::string_view text, std::size_t from) const {
  constexpr int kMostPlaces = 16;
  if (!may_end(text)) return std::nullopt;
  if (at_start_) return from == 0 && may_begin(text, 0) ? at(text, 0) : std::nullopt;
  int tried = 0;
  std::size_t i = from;
  for (std::size_t next = i; i < text.size(); i = next) {
    next = std::min(text.size(), i + character_bytes(text[i]));
    // In UTF-8 the last six bits of a character are in its last byte.
    if ((first_bits_ >> (text[next - 1] & 0x3F) & 1) == 0 || !may_begin(text, i)) continue;
    if (tried++ >= (*program_ ? kMostPlaces : 0)) break;
    if (const auto match = at(text, i)) return match;
  }
  if (i >= text.size()) return edges_.least == 0 ? at(text, i) : std::nullopt;
  re2::StringPiece found;
  if (!regex_->Match(text, i, text.size(), re2::RE2::UNANCHORED, &found, 1)) return std::nullopt;
  return span_of(found, text);
}

}  // namespace mubiao
