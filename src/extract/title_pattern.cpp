// Groups of heading patterns by two short programs. Door: TitlePattern.
#include "extract/title_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/pattern_shape.h"

namespace mubiao {
namespace {

constexpr std::string_view kTitle = "(?P<title>";
constexpr std::size_t kMostSteps = 4000;  // and one for each character of the line

// With the groups of `lead` in their order.
std::optional<PatternProgram> program_of_lead(std::string_view lead) {
  const auto names = names_of_groups(lead);
  if (!names || names->size() > PatternProgram::kMostGroups) return std::nullopt;
  std::vector<const char*> groups;
  std::transform(names->begin(), names->end(), std::back_inserter(groups),
                 [](const auto& name) { return name.c_str(); });
  return PatternProgram::of(lead, groups);
}

}  // namespace

std::optional<TitlePattern> TitlePattern::of(std::string_view pattern) {
  const std::size_t at = pattern.find(kTitle);
  if (!pattern.starts_with('^') || at == std::string_view::npos) return std::nullopt;
  const std::string_view tail = pattern.ends_with(")$") ? ")$" : ")";
  if (!pattern.ends_with(tail)) return std::nullopt;
  const std::string_view lead = pattern.substr(0, at);
  std::string_view body = pattern.substr(at + kTitle.size());
  body.remove_suffix(tail.size());
  const PatternShape of_lead = shape_of(lead);
  const PatternShape of_body = shape_of(body);
  if (!of_lead.closed || of_lead.alternative || of_lead.flags || !of_body.closed || of_body.groups) return std::nullopt;
  auto first = program_of_lead(lead.substr(1));
  auto second = PatternProgram::of("(?:" + std::string(body) + std::string(tail), {});
  if (!first || !second) return std::nullopt;
  return TitlePattern(*std::move(first), *std::move(second));
}

TitlePattern::Answer TitlePattern::match(std::string_view text, re2::StringPiece* groups, std::size_t count) const {
  using Outcome = PatternProgram::Outcome;
  // The first way through the lead is the one the whole pattern takes, if the title can follow it there.
  const std::size_t most_steps = kMostSteps + text.size();
  PatternProgram::Match lead;
  const Outcome of_lead = lead_.match(text, 0, std::nullopt, lead, most_steps);
  if (of_lead != Outcome::kMatch) return of_lead == Outcome::kNone ? Answer::kNo : Answer::kUnknown;
  PatternProgram::Match title;
  if (title_.match(text, lead.end, std::nullopt, title, most_steps) != Outcome::kMatch) return Answer::kUnknown;
  const auto set = [&](std::size_t group, Span span) {
    groups[group] = re2::StringPiece(text.data() + span.begin, span.end - span.begin);
  };
  set(0, {0, title.end});
  for (std::size_t i = 1; i + 1 < count; ++i) {
    if (lead.groups[i - 1] != PatternProgram::kNotCaptured) set(i, lead.groups[i - 1]);
  }
  set(count - 1, {lead.end, title.end});
  return Answer::kYes;
}

}  // namespace mubiao
