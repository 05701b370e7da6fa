// Groups of heading patterns by two short searches. Door: TitlePattern.
#include "extract/title_pattern.h"

#include <re2/re2.h>

#include <string>

#include "extract/pattern_shape.h"

namespace mubiao {
namespace {

constexpr std::string_view kTitle = "(?P<title>";

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
  return TitlePattern(std::string(lead), "(?:" + std::string(body) + std::string(tail));
}

TitlePattern::Answer TitlePattern::match(std::string_view text, re2::StringPiece* groups, std::size_t count) const {
  // The first way through the lead is the one the whole pattern takes, if the title can follow it there.
  const int of_lead = static_cast<int>(count) - 1;
  re2::StringPiece& title = groups[count - 1];
  if (!lead_->Match(text, 0, text.size(), re2::RE2::ANCHOR_START, groups, of_lead)) return Answer::kNo;
  const std::size_t begin = groups[0].size();
  if (!title_->Match(text, begin, text.size(), re2::RE2::ANCHOR_START, &title, 1)) return Answer::kUnknown;
  groups[0] = re2::StringPiece(text.data(), begin + title.size());
  return Answer::kYes;
}

}  // namespace mubiao
