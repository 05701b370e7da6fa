// Groups of heading patterns by two short searches. Door: TitlePattern.
#include "extract/title_pattern.h"

#include <re2/re2.h>

#include <string>

#include "extract/pattern_elements.h"
#include "extract/pattern_shape.h"

namespace mubiao {
namespace {

constexpr std::string_view kTitle = "(?P<title>";

std::vector<StepPattern> steps_of_title(std::string_view body, bool ends_text) {
  std::vector<StepPattern> out;
  const auto alternatives = alternatives_of(body);
  if (!alternatives) return out;
  for (const std::string_view alternative : *alternatives) {
    auto steps = StepPattern::of(std::string(alternative) + (ends_text ? "$" : ""));
    if (!steps) return {};
    out.push_back(std::move(*steps));
  }
  return out;
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
  TitlePattern out(std::string(lead), "(?:" + std::string(body) + std::string(tail));
  out.lead_steps_ = StepPattern::of(lead.substr(1));
  out.title_steps_ = steps_of_title(body, tail.ends_with('$'));
  return out;
}

// The end of what the lead matches, or kNone.
std::size_t TitlePattern::match_lead(std::string_view text, re2::StringPiece* groups, std::size_t count) const {
  if (lead_steps_ && lead_steps_->groups() + 1 == count) return lead_steps_->match(text, 0, groups + 1);
  const auto anchor = re2::RE2::ANCHOR_START;
  if (!lead_->Match(text, 0, text.size(), anchor, groups, static_cast<int>(count))) return StepPattern::kNone;
  return groups[0].size();
}

std::size_t TitlePattern::match_title(std::string_view text, std::size_t begin) const {
  std::size_t end = StepPattern::kNone;
  for (std::size_t i = 0; i < title_steps_.size() && end == StepPattern::kNone; ++i)
    end = title_steps_[i].match(text, begin, nullptr);
  if (!title_steps_.empty()) return end;
  re2::StringPiece title;
  if (!title_->Match(text, begin, text.size(), re2::RE2::ANCHOR_START, &title, 1)) return StepPattern::kNone;
  return begin + title.size();
}

TitlePattern::Answer TitlePattern::match(std::string_view text, re2::StringPiece* groups, std::size_t count) const {
  // The first way through the lead is the one the whole pattern takes, if the title can follow it there.
  const std::size_t begin = match_lead(text, groups, count - 1);
  if (begin == StepPattern::kNone) return Answer::kNo;
  const std::size_t end = match_title(text, begin);
  if (end == StepPattern::kNone) return Answer::kUnknown;
  groups[0] = re2::StringPiece(text.data(), end);
  groups[count - 1] = re2::StringPiece(text.data() + begin, end - begin);
  return Answer::kYes;
}

}  // namespace mubiao
