// Tries one rule at many places of a text.
// The door is AnchoredRule::match; everything a rule can say about where it applies (keywords are for whole
// texts and are not looked at here) is honoured: the pattern, and `unless` before, in and after the match.
#include "extract/anchored_rule.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/characters.h"
#include "extract/pattern_shape.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

bool silenced(const Rule& rule, std::string_view text, std::string_view whole) {
  const std::size_t begin = static_cast<std::size_t>(whole.data() - text.data());
  for (const Unless& unless : rule.unless) {
    std::string_view where = text;
    if (unless.scope == UnlessScope::kMatch) where = whole;
    if (unless.scope == UnlessScope::kBefore) where = text.substr(0, begin);
    if (unless.scope == UnlessScope::kAfter) where = text.substr(begin + whole.size());
    if (may_hold_match(where, unless.regex, unless.literals) &&
        unless.regex->Match(where, 0, where.size(), re2::RE2::UNANCHORED, nullptr, 0))
      return true;
  }
  return false;
}

using Answer = TitlePattern::Answer;

Answer match_by_program(const PatternProgram& program, std::string_view text, re2::StringPiece* groups,
                        std::size_t count) {
  PatternProgram::Match found;
  const PatternProgram::Outcome outcome = program.match(text, 0, std::nullopt, found);
  if (outcome != PatternProgram::Outcome::kMatch)
    return outcome == PatternProgram::Outcome::kNone ? Answer::kNo : Answer::kUnknown;
  groups[0] = {text.data(), found.end};
  for (std::size_t i = 1; i < count; ++i) {
    const Span span = found.groups[i - 1];
    if (span != PatternProgram::kNotCaptured) groups[i] = {text.data() + span.begin, span.size()};
  }
  return Answer::kYes;
}

}  // namespace

std::string_view AnchoredMatch::group(std::string_view name) const {
  for (std::size_t i = 0; i < names_->size() && i < kGroups; ++i)
    if ((*names_)[i] == name) return groups_[i];
  return {};
}

AnchoredRule::AnchoredRule(const Rule& rule)
    : rule_(&rule),
      spelt_names_(names_of_groups(rule.pattern)),
      edges_(edges_of(rule.pattern)),
      begins_text_(begins_text(rule.pattern)) {
  if (spelt_names_ && spelt_names_->size() <= AnchoredMatch::kGroups) title_pattern_ = TitlePattern::of(rule.pattern);
}

const std::vector<std::string>& AnchoredRule::names() const {
  if (spelt_names_) return *spelt_names_;
  std::call_once(made_->names_once, [this] {
    std::vector<std::string>& names = made_->names;
    for (const auto& [index, name] : rule_->regex->CapturingGroupNames()) {
      if (names.size() < static_cast<std::size_t>(index)) names.resize(static_cast<std::size_t>(index));
      names[static_cast<std::size_t>(index) - 1] = name;
    }
  });
  return made_->names;
}

const std::optional<PatternProgram>& AnchoredRule::program() const {
  std::call_once(made_->program_once, [this] {
    const std::string& pattern = rule_->pattern;
    if (title_pattern_ || !begins_text_ || !pattern.starts_with('^')) return;
    if (!spelt_names_ || spelt_names_->size() > PatternProgram::kMostGroups) return;
    std::vector<const char*> groups;
    for (const std::string& name : *spelt_names_) groups.push_back(name.c_str());
    made_->program = PatternProgram::of(std::string_view(pattern).substr(1), groups);
  });
  return made_->program;
}

bool AnchoredRule::may_match(std::string_view text) const { return edges_.may_begin(text) && may_end(text); }

bool AnchoredRule::may_end(std::string_view text) const {
  return text.empty() || !edges_.last || may_end_with(last_character(text));
}

std::optional<AnchoredMatch> AnchoredRule::match(std::string_view text) const {
  return may_match(text) ? run(text, true) : std::nullopt;
}

bool AnchoredRule::matches(std::string_view text) const {
  if (!may_match(text)) return false;
  if (title_pattern_ || program()) return run(text, true).has_value();
  re2::StringPiece found;
  const int wanted = rule_->unless.empty() ? 0 : 1;
  return rule_->regex->Match(text, 0, text.size(), re2::RE2::ANCHOR_START, &found, wanted) &&
         (wanted == 0 || !silenced(*rule_, text, {found.data(), found.size()}));
}

std::optional<AnchoredMatch> AnchoredRule::find(std::string_view text) const {
  return may_hold_match(text, rule_->regex, rule_->literals) ? find_likely(text) : std::nullopt;
}

std::optional<AnchoredMatch> AnchoredRule::find_likely(std::string_view text) const {
  if (begins_text_ ? !may_match(text) : !may_end(text)) return std::nullopt;
  if (begins_text_ && (title_pattern_ || program())) return run(text, true);
  // Asked for groups, RE2 looks for them at once in a short text, which costs ten times what it costs to see that there
  // is no match.
  const auto anchor = begins_text_ ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
  if (!names().empty() && !rule_->regex->Match(text, 0, text.size(), anchor, nullptr, 0)) return std::nullopt;
  return run(text, begins_text_);
}

std::optional<AnchoredMatch> AnchoredRule::run(std::string_view text, bool anchored) const {
  std::array<re2::StringPiece, AnchoredMatch::kGroups + 1> found;
  const std::vector<std::string>& groups = names();
  const std::size_t wanted = std::min(groups.size(), AnchoredMatch::kGroups) + 1;
  Answer answer = Answer::kUnknown;
  if (anchored && title_pattern_) {
    answer = title_pattern_->match(text, found.data(), wanted);
  } else if (anchored && program()) {
    answer = match_by_program(*program(), text, found.data(), wanted);
  }
  if (answer == Answer::kUnknown) {
    const auto anchor = anchored ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
    const bool matches = rule_->regex->Match(text, 0, text.size(), anchor, found.data(), static_cast<int>(wanted));
    answer = matches ? Answer::kYes : Answer::kNo;
  }
  if (answer == Answer::kNo) return std::nullopt;
  AnchoredMatch match;
  match.whole = {found[0].data(), found[0].size()};
  match.names_ = &groups;
  for (std::size_t i = 1; i < wanted; ++i) match.groups_[i - 1] = {found[i].data(), found[i].size()};
  if (silenced(*rule_, text, match.whole)) return std::nullopt;
  return match;
}

}  // namespace mubiao
