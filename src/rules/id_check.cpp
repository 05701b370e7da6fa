// Ids of a whole set: no two rules share one, and what the examples of a rule say of ids is so. The door is check_ids.
#include "rules/id_check.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

#include "rules/suggest.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

void check_because(const RuleDraft& draft, const std::vector<std::string_view>& ids, Problems& problems) {
  const Rule& rule = draft.rule;
  for (std::size_t i = 0; i < rule.examples.size(); ++i) {
    const std::string_view because = rule.examples[i].because;
    if (because.empty() || because == "no-match") continue;
    std::vector<std::string_view> known;
    std::string_view id = because;
    if (because.starts_with("unless:")) {
      id.remove_prefix(7);
      for (const Unless& unless : rule.unless) known.push_back(unless.id);
    } else if (because.starts_with("rule:")) {
      id.remove_prefix(5);
      known = ids;
    } else {
      problems.error("E-TYPE", draft.because[i], fmt::format("'{}' is no reason to be silent", because),
                     "write \"no-match\", \"unless:ID\" or \"rule:ID\"");
      continue;
    }
    if (contains(known, id) || problems.full()) continue;
    problems.error(
        "E-ID", draft.because[i],
        fmt::format("'{}': no such {} '{}'", because, because.starts_with("rule:") ? "rule" : "unless clause", id),
        suggestion(id, known, "known:"));
  }
}

}  // namespace

void check_ids(const std::vector<RuleDraft>& drafts, Problems& problems) {
  std::map<std::string_view, Place> places;
  std::vector<std::string_view> ids;
  for (const RuleDraft& draft : drafts) {
    if (draft.rule.id.empty()) continue;
    const auto [other, added] = places.try_emplace(draft.rule.id, draft.id_place);
    if (added) {
      ids.push_back(draft.rule.id);
    } else {
      problems.error(
          "E-ID", draft.id_place, fmt::format("the rule '{}' is defined twice", draft.rule.id),
          fmt::format("the other is at {}; give this one another id", problems.location_text(other->second)));
    }
  }
  for (const RuleDraft& draft : drafts) check_because(draft, ids, problems);
}

}  // namespace mubiao::rules
