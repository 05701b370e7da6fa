// Tries one rule at many places of a text.
// The door is AnchoredRule::match; everything a rule can say about where it applies (keywords are for whole
// texts and are not looked at here) is honoured: the pattern, and `unless` before, in and after the match.
#include "extract/anchored_rule.h"

#include <re2/re2.h>

#include <algorithm>

namespace mubiao {
namespace {

constexpr std::size_t kRangeBytes = 4;

// The first four bytes as a number that sorts like the text; `fill` stands for bytes that are missing.
std::uint32_t leading_bytes(std::string_view text, unsigned char fill) {
  std::uint32_t bytes = 0;
  for (std::size_t i = 0; i < kRangeBytes; ++i)
    bytes = (bytes << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : fill);
  return bytes;
}

bool silenced(const Rule& rule, std::string_view text, std::string_view whole) {
  const std::size_t begin = static_cast<std::size_t>(whole.data() - text.data());
  for (const Unless& unless : rule.unless) {
    std::string_view where = text;
    if (unless.scope == UnlessScope::kMatch) where = whole;
    if (unless.scope == UnlessScope::kBefore) where = text.substr(0, begin);
    if (unless.scope == UnlessScope::kAfter) where = text.substr(begin + whole.size());
    if (re2::RE2::PartialMatch(where, *unless.regex)) return true;
  }
  return false;
}

}  // namespace

TextStart::TextStart(std::string_view text) : first(leading_bytes(text, 0xFF)), last(leading_bytes(text, 0x00)) {}

std::string_view AnchoredMatch::group(std::string_view name) const {
  for (std::size_t i = 0; i < names_->size() && i < kGroups; ++i)
    if ((*names_)[i] == name) return groups_[i];
  return {};
}

AnchoredRule::AnchoredRule(const Rule& rule) : rule_(&rule) {
  for (const auto& [index, name] : rule.regex->CapturingGroupNames()) {
    if (names_.size() < static_cast<std::size_t>(index)) names_.resize(static_cast<std::size_t>(index));
    names_[static_cast<std::size_t>(index) - 1] = name;
  }
  std::string first;
  std::string last;
  const bool known = rule.regex->PossibleMatchRange(&first, &last, static_cast<int>(kRangeBytes));
  first_ = known ? leading_bytes(first, 0x00) : 0;
  last_ = known ? leading_bytes(last, 0xFF) : 0xFFFFFFFF;
}

std::optional<AnchoredMatch> AnchoredRule::find(std::string_view text) const { return run(text, false); }

std::optional<AnchoredMatch> AnchoredRule::run(std::string_view text, bool anchored) const {
  std::array<re2::StringPiece, AnchoredMatch::kGroups + 1> found;
  const int wanted = static_cast<int>(std::min(names_.size(), AnchoredMatch::kGroups)) + 1;
  if (!rule_->regex->Match(text, 0, text.size(), anchored ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED, found.data(),
                           wanted))
    return std::nullopt;
  AnchoredMatch match;
  match.whole = {found[0].data(), found[0].size()};
  match.names_ = &names_;
  for (int i = 1; i < wanted; ++i)
    match.groups_[static_cast<std::size_t>(i) - 1] = {found[static_cast<std::size_t>(i)].data(),
                                                      found[static_cast<std::size_t>(i)].size()};
  if (silenced(*rule_, text, match.whole)) return std::nullopt;
  return match;
}

std::string_view set_field(const Rule& rule, const std::string& name) {
  const auto field = rule.set.find(name);
  return field == rule.set.end() ? std::string_view{} : std::string_view(field->second);
}

}  // namespace mubiao
