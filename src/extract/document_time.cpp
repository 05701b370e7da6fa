// Finds the year a document speaks from. Door: document_time.
#include "extract/document_time.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>

#include "extract/characters.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

struct GroupMatch {
  Span match;
  std::string_view text;  // of the group
};

// The first match at `from` or behind it; none if the rule has no such group.
std::optional<GroupMatch> find_group(const Rule& rule, const char* group, std::string_view text, std::size_t from = 0) {
  std::array<re2::StringPiece, 16> groups;
  const auto& names = rule.regex->NamedCapturingGroups();
  const auto found = names.find(group);
  if (found == names.end() || static_cast<std::size_t>(found->second) >= groups.size()) return std::nullopt;
  if (!rule.regex->Match(text, from, text.size(), re2::RE2::UNANCHORED, groups.data(), static_cast<int>(groups.size())))
    return std::nullopt;
  const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
  const auto& captured = groups[static_cast<std::size_t>(found->second)];
  return GroupMatch{{begin, begin + groups[0].size()}, {captured.data(), captured.size()}};
}

std::optional<GroupMatch> find_year(const Rule& rule, std::string_view text, std::size_t from = 0) {
  return find_group(rule, "year", text, from);
}

// The year of the first match in `text`.
std::optional<int> year_in(const Rule& rule, std::string_view text) {
  const std::optional<GroupMatch> found = find_year(rule, text);
  const std::optional<int> year = found ? read_year(found->text) : std::nullopt;
  return year ? std::optional(*year + first_year_of(rule) - 1) : std::nullopt;
}

// The same around the keywords of the rule: hardly any text has one, and to search all of it would take long.
std::optional<int> first_stated(const Rule& rule, std::string_view text) {
  constexpr std::size_t kAround = 120;  // bytes
  for (const std::string& keyword : rule.keywords) {
    if (!holds(text, keyword)) continue;  // faster than find()
    for (std::size_t at = text.find(keyword); at < text.size(); at = text.find(keyword, at + keyword.size())) {
      const std::string_view before = clip_front(text.substr(0, at), kAround);
      const std::size_t begin = at - before.size();
      if (const auto year = year_in(rule, clip(text.substr(begin), before.size() + kAround))) return year;
    }
  }
  return std::nullopt;
}

void read_counting(std::string_view text, const RuleSet& rules, DocumentTime& time) {
  for (const RuleKind kind : {RuleKind::kPeriod, RuleKind::kBaseline}) {
    for (const Rule* rule : rules.rules(kind)) {
      const bool names_era = time.first_year == 0 && set_value(*rule, "era") == "named";
      if (names_era && first_stated(*rule, text)) time.first_year = first_year_of(*rule);
      const bool states_base = time.base_year == 0 && set_value(*rule, "base") == "stated";
      if (states_base) time.base_year = first_stated(*rule, text).value_or(0);
    }
  }
}

// What the first metadata rule for `field` that speaks of `line` has in its group; empty if there is none.
std::string_view read_group(const RuleSet& rules, std::string_view field, const char* group, std::string_view line) {
  for (const Rule* rule : rules_with(rules, RuleKind::kMetadata, "field", field)) {
    const std::optional<GroupMatch> found = find_group(*rule, group, line);
    if (!found) continue;
    const auto holds_there = [&](const Unless& unless) { return unless_holds(unless, line, found->match); };
    if (std::none_of(rule->unless.begin(), rule->unless.end(), holds_there)) return found->text;
  }
  return {};
}

int reference_year(const RuleSet& rules, std::string_view line) {
  return read_year(read_group(rules, "reference", "year", line)).value_or(0);
}

// The first year of the plan that the title names.
int first_year_of_plan(const RuleSet& rules, std::string_view title) {
  const std::string_view plan = read_group(rules, "plan", "plan", title);
  for (const NamedPeriod& period : rules.named_periods()) {
    if (period.name == plan) return period.start;
  }
  return 0;
}

// The latest year in the numbers of documents that the text cites: it is no older than any of them.
int latest_cited(std::string_view text, const RuleSet& rules) {
  int latest = 0;
  for (const Rule* rule : rules_with(rules, RuleKind::kMetadata, "field", "cited")) {
    for (auto found = find_year(*rule, text); found; found = find_year(*rule, text, found->match.end)) {
      latest = std::max(latest, read_year(found->text).value_or(0));
      if (found->match.empty()) break;  // it would be found again
    }
  }
  return latest;
}

DocumentTime speaking_time(const Outline& outline, std::string_view text, const RuleSet& rules) {
  if (outline.metadata.issued && outline.metadata.issued->size() >= 4) {
    return {std::stoi(outline.metadata.issued->substr(0, 4)), "issued " + *outline.metadata.issued};
  }
  if (outline.metadata.title) {
    const std::string& title = *outline.metadata.title;
    if (const int year = first_year_of_plan(rules, title)) return {year, "period in the title"};
    if (const int year = reference_year(rules, title)) return {year, "year in the title"};
  }
  int latest = 0;
  for (const Section& section : outline.sections) latest = std::max(latest, reference_year(rules, section.title));
  if (latest != 0) return {latest, "year in a heading"};
  if (const int year = latest_cited(text, rules)) return {year, "latest document cited"};
  return {};
}

}  // namespace

DocumentTime document_time(const Outline& outline, std::string_view text, const RuleSet& rules) {
  DocumentTime time = speaking_time(outline, text, rules);
  read_counting(text, rules, time);
  return time;
}

}  // namespace mubiao
