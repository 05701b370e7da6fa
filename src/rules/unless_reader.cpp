// One [[rules.unless]] table: its id, where it looks, and its pattern. The door is read_unless.
#include "rules/unless_reader.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule_id.h"
#include "rules/suggest.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

UnlessScope read_scope(const Entry& in, RuleKind kind, Problems& problems) {
  const std::string& written = in.value.text;
  const std::optional<UnlessScope> scope = parse_unless_scope(written);
  const std::vector<std::string_view> names = unless_scope_names(kind);
  if (!scope) {
    problems.error("E-TYPE", in.value.place, fmt::format("'{}' is no place to look in", written),
                   suggestion(written, names, "known places:"));
  } else if (!contains(names, written)) {
    problems.error("E-TYPE", in.value.place,
                   fmt::format("a rule of kind {} cannot look into the {} around its text", to_string(kind), written),
                   "write in = \"clause\": anywhere in the text the rule is matched on");
  }
  return scope.value_or(UnlessScope::kMatch);
}

}  // namespace

void read_unless(const Node& table, RuleDraft& draft, const std::vector<SourceFile>& files, Problems& problems) {
  TableReader reader(table, "[[rules.unless]]", problems);
  Unless unless;
  unless.id = read_id(reader, problems);
  for (const Unless& other : draft.rule.unless) {
    if (unless.id.empty() || other.id != unless.id) continue;
    problems.error("E-ID", table.place,
                   fmt::format("the rule '{}' has two unless clauses '{}'", draft.rule.id, unless.id),
                   "ids tell the clauses of a rule apart: give this one another");
  }
  if (const Entry* in = reader.find("in", Node::Type::kString)) {
    unless.scope = read_scope(*in, draft.rule.kind, problems);
  }
  std::optional<PatternDraft> pattern = read_pattern_draft(reader, files, problems);
  if (pattern) {
    unless.where = problems.location(pattern->text.place(0, 1));
    for (const Group& group : pattern->scan.groups) {
      problems.error("E-GROUP", pattern->place(group), "the pattern of an unless clause captures nothing",
                     "write (?:…), or {name} alone");
    }
  }
  reader.reject_other_keys();
  draft.rule.unless.push_back(std::move(unless));
  draft.unless.push_back(std::move(pattern));
}

}  // namespace mubiao::rules
