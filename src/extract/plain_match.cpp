// Matches of one rule on one text, as pass one would find them if there were no other rule. Doors: plain_text,
// find_matches.
#include "extract/plain_match.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/characters.h"
#include "extract/rule_text.h"
#include "mubiao/normalize.h"
#include "rules/placeholders.h"
#include "rules/vocabulary.h"
#include "text/script.h"

namespace mubiao {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

PlainMatch plain_match(const Rule& rule, std::string_view text, const std::vector<re2::StringPiece>& groups) {
  PlainMatch match;
  match.span.begin = static_cast<std::size_t>(groups[0].data() - text.data());
  match.span.end = match.span.begin + groups[0].size();
  match.fields["match"] = std::string(groups[0]);
  for (const auto& [key, value] : rule.set) match.fields[key] = value;
  for (const auto& [number, name] : rule.regex->CapturingGroupNames()) {
    const re2::StringPiece& group = groups[static_cast<std::size_t>(number)];
    if (!group.empty()) match.fields[name] = trimmed(std::string(group));
  }
  const auto holds = [&](const Unless& unless) { return unless_holds(unless, text, match.span, text, text); };
  const auto unless = std::find_if(rule.unless.begin(), rule.unless.end(), holds);
  if (unless != rule.unless.end()) match.silenced_by = unless->id;
  return match;
}

}  // namespace

std::string plain_text(const RuleSet& rules, const Rule& rule, std::string_view text) {
  std::string out = fold_characters(text);
  if (is_traditional(out)) simplify(out);
  if (rules::vocabulary(rule.kind).typed) out = rules::fill_placeholders(out, rules.units());
  return out;
}

std::vector<PlainMatch> find_matches(const Rule& rule, std::string_view text) {
  std::vector<PlainMatch> out;
  if (!holds_keyword(rule, text)) return out;
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(rule.regex->NumberOfCapturingGroups()) + 1);
  std::size_t at = 0;
  while (at <= text.size() && rule.regex->Match(text, at, text.size(), re2::RE2::UNANCHORED, groups.data(),
                                                static_cast<int>(groups.size()))) {
    out.push_back(plain_match(rule, text, groups));
    at = std::max(out.back().span.end, at + 1);
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
  return out;
}

}  // namespace mubiao
