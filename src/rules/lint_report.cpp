// What lints found, told at the characters an author wrote. Door: LintReport.
#include "rules/lint_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mubiao/lint.h"

namespace mubiao::rules {

std::string owner_of(const LintedPattern& pattern) {
  if (pattern.unless == nullptr) return fmt::format("rule '{}'", pattern.rule.id);
  return fmt::format("the unless clause '{}' of rule '{}'", pattern.unless->id, pattern.rule.id);
}

void LintReport::at(std::string_view lint, Place place, std::string message, std::string help) {
  if (!sources_[place.file].named()) return;
  const std::string_view id = find_lint(lint)->id;
  if (allowances_.allows(id, problems_.location(place))) return;
  if (!reported_.emplace(id, place.file, place.begin).second) return;
  problems_.report(id, place, std::move(message), std::move(help));
}

void LintReport::at(std::string_view lint, const LintedPattern& pattern, std::size_t begin, std::size_t end,
                    std::string message, std::string help) {
  const std::uint32_t fragment = pattern.expansion.origins[begin].fragment;
  message += fragment == 0
                 ? fmt::format("; in {}", owner_of(pattern))
                 : fmt::format("; in the fragment '{}', used by {}", fragments_.name(fragment), owner_of(pattern));
  at(lint, place(pattern, begin, end), std::move(message), std::move(help));
}

void LintReport::at(std::string_view lint, const LintedPattern& pattern, std::string message, std::string help) {
  at(lint, pattern.whole, std::move(message), std::move(help));
}

void LintReport::in_file(std::string_view lint, std::uint32_t file, std::string message, std::string help) {
  if (allowances_.allows(lint, {sources_[file].name()})) return;
  problems_.report_in_file(find_lint(lint)->id, file, std::move(message), std::move(help));
}

// What was put in for {name} stands at its brace: then all of {name} is meant.
Place LintReport::place(const LintedPattern& pattern, std::size_t begin, std::size_t end) const {
  const std::vector<Origin>& origins = pattern.expansion.origins;
  const Origin first = origins[begin];
  const Origin last = origins[std::max(end, begin + 1) - 1];
  Place place{first.file, first.offset, first.offset + 1};
  const std::string_view text = sources_[first.file].text();
  if (text.substr(first.offset, 1) == "{") {
    place.end = static_cast<std::uint32_t>(std::min(text.find('}', first.offset), text.size() - 1) + 1);
  } else if (last.file == first.file && last.fragment == first.fragment && last.offset > first.offset) {
    place.end = last.offset + 1;
  }
  return place;
}

}  // namespace mubiao::rules
