// Matches a pattern, or half of one, part by part. Door: PatternPart.
#include "extract/pattern_part.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "extract/characters.h"
#include "extract/part_pool.h"

namespace mubiao {
namespace {

using Submatches = std::array<re2::StringPiece, 24>;

Span span_of(re2::StringPiece piece, std::string_view text) {
  const auto begin = static_cast<std::size_t>(piece.data() - text.data());
  return {begin, begin + piece.size()};
}

// What a group that repeats one thing lazily repeats (.+?, [^x]{2,}?, (?:a|b)+?), made greedy; nullopt if it does not.
std::optional<std::string> lazily_repeated(std::string_view inside) {
  const auto elements = elements_of(inside);
  if (!elements || elements->size() != 1) return std::nullopt;
  const Element& one = elements->front();
  const auto repeat = repeat_of(one.quantifier);
  if (!repeat || !repeat->lazy || repeat->most || repeat->least == 0) return std::nullopt;
  if (one.text.find("(?P<") != std::string_view::npos) return std::nullopt;
  return std::string(one.text) + std::string(one.quantifier.substr(0, one.quantifier.size() - 1));
}

// Takes the runs that `rest` begins with.
const RunChain* take_runs(std::vector<Element>& rest, PartPool& pool) {
  const auto end = std::find_if(rest.begin(), rest.end(), [&](const Element& e) { return pool.run(e) == nullptr; });
  const RunChain* const chain = pool.chain({rest.begin(), end});
  rest.erase(rest.begin(), end);
  return chain;
}

}  // namespace

PatternPart::PatternPart(const std::string& pattern, Side side, PartPool& pool)
    : side_(side),
      whole_(side == Side::kBefore ? pattern + "$" : pattern),
      whole_program_(pattern, kGroupNames) {
  begins_ = side == Side::kBehind;
  ends_ = side == Side::kBefore;
  if (auto elements = elements_of(pattern)) take_apart(*std::move(elements), pool);
}

void PatternPart::take_apart(std::vector<Element> rest, PartPool& pool) {
  take_anchors(rest);
  // Words that may stand in front of what is looked for say nothing where anything may stand in front of them.
  if (begins_ || from_start_) front_ = take_runs(rest, pool);
  if (begins_ && ends_) take_goal(rest);
  if (begins_) take_head(rest, pool);
  if (ends_) {
    auto begin = rest.end();
    while (begin != rest.begin() && pool.run(*std::prev(begin)) != nullptr) --begin;
    back_ = pool.chain({begin, rest.end()});
    rest.erase(begin, rest.end());
  }
  take_core(rest);
  only_runs_ = begins_ && ends_ && no_core_ && !head_ && back_->empty();
}

void PatternPart::take_anchors(std::vector<Element>& rest) {
  const auto first_is = [&](std::string_view text) { return !rest.empty() && rest.front().all() == text; };
  if (first_is("^")) {
    begins_ = true;
    rest.erase(rest.begin());
    if (first_is(".*?") && ends_) {
      from_start_ = true;
      begins_ = false;
      rest.erase(rest.begin());
    }
  }
  if (rest.empty() || rest.back().all() != "$") return;
  ends_ = true;
  rest.pop_back();
}

// A group "goal" that is all there is left makes room for what it holds.
void PatternPart::take_goal(std::vector<Element>& rest) {
  if (rest.size() != 1 || !rest[0].quantifier.empty()) return;
  const auto group = inside_of(rest[0].text);
  if (!group || group->name != "goal") return;
  auto inside = elements_of(group->inside);
  if (!inside) return;
  goal_ = true;
  rest = *std::move(inside);
}

// A group that repeats one thing lazily, and the runs behind it.
void PatternPart::take_head(std::vector<Element>& rest, PartPool& pool) {
  if (rest.empty() || !rest[0].quantifier.empty()) return;
  const auto group = inside_of(rest[0].text);
  const auto body = group ? lazily_repeated(group->inside) : std::nullopt;
  head_ = body ? group_named(group->name) : std::nullopt;
  if (!head_) return;
  any_body_ = *body == ".+";
  body_ = Regex(*body);
  rest.erase(rest.begin());
  middle_ = take_runs(rest, pool);
}

void PatternPart::take_core(const std::vector<Element>& rest) {
  no_core_ = rest.empty();
  std::string core;
  for (const Element& element : rest) core += element.all();
  core_has_groups_ = core.find("(?P<") != std::string::npos;
  if (rest.size() == 1 && rest[0].quantifier.empty()) {
    const auto group = inside_of(rest[0].text);
    if (group && group->inside.find("(?P<") == std::string_view::npos) core_group_ = group_named(group->name);
  }
  if (ends_) core += '$';
  core_ = PatternSearch(core);
}

std::optional<PatternPart::Match> PatternPart::match(PartText& text) const {
  if (!front_ && !back_) return match_whole(text.text());
  if (only_runs_ && !text.text().empty() && !front_->may_end(text.text(), text.text().size())) return std::nullopt;
  // Places that runs reach are tried one by one; a text of nothing but such words would make that its square.
  const bool many =
      (front_ && begins_ && text.ahead(*front_).overflowed()) || (back_ && ends_ && text.back(*back_).overflowed());
  if (many) return match_whole(text.text());
  return head_ ? match_head(text) : match_plain(text);
}

std::optional<PatternPart::Match> PatternPart::match_whole(std::string_view text) const {
  re2::StringPiece found;
  const auto anchor = side_ == Side::kBehind ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
  if (!whole_->Match(text, 0, text.size(), anchor, &found, 1)) return std::nullopt;
  Match match;
  match.span = span_of(found, text);
  match.whole = true;
  return match;
}

// The leftmost core that begins at `from` or later and ends at one of `ends`, or anywhere.
std::optional<Span> PatternPart::find_core(std::string_view text, std::size_t from, const Places* ends) const {
  if (from > text.size()) return std::nullopt;
  if (ends == nullptr) return no_core_ ? std::optional(Span{from, from}) : core_.find(text, from);
  std::optional<Span> best;
  for (const std::size_t end : *ends) {
    if (end < from) continue;
    if (no_core_) return Span{end, end};
    const auto core = core_.find(text.substr(0, end), from);
    if (core && (!best || core->begin < best->begin)) best = core;
  }
  return best;
}

std::optional<PatternPart::Match> PatternPart::match_head(PartText& subject) const {
  const std::string_view text = subject.text();
  if (text.empty()) return std::nullopt;
  const Places* const ends = ends_ ? &subject.back(*back_) : nullptr;
  // Whatever the words in front take, the head needs a character at least.
  const auto leftmost = find_core(text, character_bytes(text[0]), ends);
  if (!leftmost) return std::nullopt;
  const Places& begins = subject.ahead(*front_);
  for (auto next = begins.end(); next != begins.begin();) {
    const std::size_t begin = *--next;
    if (begin >= text.size()) continue;
    const std::size_t first_end = begin + character_bytes(text[begin]);
    const auto core = leftmost->begin >= first_end ? leftmost : find_core(text, first_end, ends);
    if (!core) continue;
    Match match{{0, ends_ ? text.size() : core->end}, *core, {begin, core->begin}, begin, false};
    if (!middle_->empty() && !end_head(text, first_end, ends, match)) return match_whole(text);
    if (any_body_ || re2::RE2::FullMatch(slice(text, match.head), *body_)) return match;
    // Another end of the head may do: let RE2 try them all.
    return match_whole(text);
  }
  return std::nullopt;
}

// Ends the head where the words in front of a core begin: as soon as it can. A core further on may have more of them:
// in 控制在{other} words go up to 在 in front of (?:在)?{other}, and up to 控制在 in front of {other}. False if there are
// too many to try.
bool PatternPart::end_head(std::string_view text, std::size_t first_end, const Places* ends, Match& match) const {
  constexpr int kMostCores = 16;
  std::optional<Span> core = match.core;
  for (int n = 0; core && n < kMostCores; ++n) {
    const Places words = middle_->back(text, core->begin);
    if (words.overflowed()) return false;
    const std::size_t end = *std::lower_bound(words.begin(), words.end(), first_end);
    if (n == 0 || end < match.head.end) {
      match.core = *core;
      match.head.end = end;
      match.span.end = ends_ ? text.size() : core->end;
    }
    if (core->begin == text.size()) return true;
    core = find_core(text, core->begin + character_bytes(text[core->begin]), ends);
  }
  return !core;
}

std::optional<PatternPart::Match> PatternPart::match_plain(PartText& subject) const {
  const std::string_view text = subject.text();
  if (begins_) {
    const Places none;
    return match_between(text, subject.ahead(*front_), ends_ ? subject.back(*back_) : none);
  }
  const auto core = find_core(text, 0, &subject.back(*back_));
  if (!core) return std::nullopt;
  return Match{{from_start_ ? 0 : core->begin, text.size()}, *core, {}, 0, false};
}

std::optional<PatternPart::Match> PatternPart::match_between(std::string_view text, const Places& begins,
                                                             const Places& ends) const {
  for (auto next = begins.end(); next != begins.begin();) {
    const std::size_t begin = *--next;
    if (!no_core_ && !core_.may_begin(text, begin)) continue;
    if (!ends_) {
      const auto core = no_core_ ? std::optional(Span{begin, begin}) : core_.at(text, begin);
      if (!core) continue;
      return Match{{0, core->end}, *core, {}, begin, false};
    }
    for (const std::size_t end : ends) {
      const std::string_view upto = text.substr(0, end);
      if (end < begin || (no_core_ ? end != begin : !core_.may_end(upto))) continue;
      if (no_core_ || core_.at(upto, begin)) return Match{{0, text.size()}, {begin, end}, {}, begin, false};
    }
  }
  return std::nullopt;
}

Groups PatternPart::capture(std::string_view text, const Match& match) const {
  Groups groups;
  const auto set = [&](Group group, Span span) { groups[static_cast<std::size_t>(group)] = span; };
  if (!match.whole) {
    if (head_) set(*head_, match.head);
    if (goal_) set(Group::kGoal, {match.goal, text.size()});
    if (core_group_) set(*core_group_, match.core);
    if (core_group_ || !core_has_groups_) return groups;
  }
  const Span where = match.whole ? match.span : match.core;
  if (!capture_by_program(match.whole ? *whole_program_ : core_.program(), text, where, groups))
    capture_by_re2(match.whole ? *whole_ : core_.regex(), text, where, groups);
  return groups;
}

// Asked for groups, RE2 goes to its slowest means where a pattern has long lists of words.
bool PatternPart::capture_by_program(const std::optional<PatternProgram>& program, std::string_view text, Span match,
                                     Groups& out) {
  constexpr std::size_t kMostSteps = 4000;  // RE2 takes more
  PatternProgram::Match found;
  if (!program || program->match(text.substr(0, match.end), match.begin, match.end, found, kMostSteps) !=
                      PatternProgram::Outcome::kMatch)
    return false;
  for (std::size_t g = 0; g < kGroups; ++g) {
    if (found.groups[g] != PatternProgram::kNotCaptured) out[g] = found.groups[g];
  }
  return true;
}

void PatternPart::capture_by_re2(const re2::RE2& regex, std::string_view text, Span match, Groups& out) {
  Submatches found;
  const int n = std::min(regex.NumberOfCapturingGroups() + 1, static_cast<int>(found.size()));
  if (!regex.Match(text.substr(0, match.end), match.begin, match.end, re2::RE2::ANCHOR_BOTH, found.data(), n)) return;
  for (const auto& [name, index] : regex.NamedCapturingGroups()) {
    const auto group = group_named(name);
    const auto& piece = found[static_cast<std::size_t>(index)];
    if (group && index < n && piece.data() != nullptr) out[static_cast<std::size_t>(*group)] = span_of(piece, text);
  }
}

}  // namespace mubiao
