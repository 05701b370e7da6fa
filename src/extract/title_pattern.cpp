// Groups of heading patterns by two short searches. Door: TitlePattern.
#include "extract/title_pattern.h"

#include <re2/re2.h>

#include <string>

namespace mubiao {
namespace {

constexpr std::string_view kTitle = "(?P<title>";

// What matters about brackets and alternatives in a part of a pattern.
struct Shape {
  bool closed = false;       // every group that it opens it closes, and no other
  bool alternative = false;  // a '|' outside of all groups
  bool groups = false;       // groups that capture
  bool flags = false;        // flags, which hold for what follows, too
};

Shape shape_of(std::string_view part) {
  Shape shape;
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = 0; i < part.size() && depth >= 0; ++i) {
    const char c = part[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
      if (part.substr(i + 1).starts_with("^")) ++i;
      if (part.substr(i + 1).starts_with("]")) ++i;
    } else if (c == '(') {
      ++depth;
      const bool plain = part.substr(i).starts_with("(?:");
      shape.groups = shape.groups || !plain;
      shape.flags = shape.flags || (!plain && part.substr(i).starts_with("(?") && !part.substr(i).starts_with("(?P<"));
    } else if (c == ')') {
      --depth;
    } else if (c == '|') {
      shape.alternative = shape.alternative || depth == 0;
    }
  }
  shape.closed = depth == 0 && !in_class;
  return shape;
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
  const Shape of_lead = shape_of(lead);
  const Shape of_body = shape_of(body);
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
