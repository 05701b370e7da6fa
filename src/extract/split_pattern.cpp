// Captures by two searches of a DFA. Door: SplitPattern.
#include "extract/split_pattern.h"

#include <re2/re2.h>

namespace mubiao {
namespace {

constexpr std::string_view kIndicator = "(?P<indicator>";
constexpr std::string_view kGoal = "(?P<goal>";

// The place of the bracket that closes the group opened at `open`, npos if the pattern is not understood.
std::size_t closing(std::string_view pattern, std::size_t open) {
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = open; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') ++i;
    else if (in_class) in_class = c != ']';
    else if (c == '[') in_class = true;
    else if (c == '(') ++depth;
    else if (c == ')' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

// A lazy repetition of one thing: .+?, [^x]{2,}?, (?:a|b)+?
bool is_lazy(std::string_view body) {
  std::size_t one = 1;
  if (body.starts_with("(")) one = closing(body, 0) + 1;
  else if (body.starts_with("[")) one = body.find(']') + 1;
  else if (!body.starts_with(".")) return false;
  if (one == 0 || one > body.size()) return false;
  const std::string_view quantifier = body.substr(one);
  return quantifier == "+?" || quantifier == "{1,}?" || quantifier == "{2,}?" || quantifier == "{3,}?";
}

std::shared_ptr<const re2::RE2> compile(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  auto out = std::make_shared<re2::RE2>(pattern, options);
  return out->ok() ? out : nullptr;
}

std::size_t char_bytes(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

}  // namespace

std::optional<SplitPattern> SplitPattern::of(std::string_view pattern) {
  const std::size_t at = pattern.find(kIndicator);
  if (at == std::string_view::npos || !pattern.starts_with("^")) return std::nullopt;
  SplitPattern out;
  std::string_view lead = pattern.substr(0, at);
  if (lead.ends_with(kGoal)) {
    lead.remove_suffix(kGoal.size());
    out.goal_ = true;
  }
  const std::size_t close = closing(pattern, at);
  if (close == std::string_view::npos || lead.find("(?P<") != std::string_view::npos) return std::nullopt;
  const std::string_view body = pattern.substr(at + kIndicator.size(), close - at - kIndicator.size());
  std::string rest(pattern.substr(close + 1));
  if (out.goal_) {
    if (!rest.ends_with(")$")) return std::nullopt;
    rest.replace(rest.size() - 2, 2, "$");
  }
  for (std::size_t i = rest.find("(?P<"); i != std::string::npos; i = rest.find("(?P<", i)) {
    if (rest.compare(i, 13, "(?P<quantity>") != 0) return std::nullopt;
    rest.replace(i, 13, "(?:");
  }
  // An alternative at the top would make the halves say something else than the whole.
  if (!is_lazy(body)) return std::nullopt;
  out.lead_ = compile(std::string(lead));
  out.lazy_ = compile(std::string(body.substr(0, body.size() - 1)));
  out.rest_ = compile(rest);
  if (!out.lead_ || !out.lazy_ || !out.rest_) return std::nullopt;
  return out;
}

std::optional<SplitPattern::Captures> SplitPattern::match(std::string_view text) const {
  re2::StringPiece found;
  if (!lead_->Match(text, 0, text.size(), re2::RE2::ANCHOR_START, &found, 1)) return std::nullopt;
  const std::size_t begin = found.size();
  if (begin >= text.size()) return std::nullopt;
  const std::size_t first_end = begin + char_bytes(text, begin);
  if (first_end > text.size() || !rest_->Match(text, first_end, text.size(), re2::RE2::UNANCHORED, &found, 1)) return std::nullopt;
  const auto end = static_cast<std::size_t>(found.data() - text.data());
  if (!re2::RE2::FullMatch(text.substr(begin, end - begin), *lazy_)) return std::nullopt;
  Captures out;
  out.match = {0, end + found.size()};
  out.indicator = {begin, end};
  if (goal_) out.goal = Span{begin, text.size()};
  return out;
}

}  // namespace mubiao
