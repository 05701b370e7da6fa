// What a set inherits, put into its own tables before anything of them is read: what comes after knows of no
// inheritance. The door is inherit.
#include "rules/inherit.h"

#include <fmt/format.h>

#include "rules/extends.h"
#include "rules/lineage.h"

namespace mubiao::rules {
namespace {

// False if a path led nowhere, which is reported.
bool check_paths(const Node& root, const RuleFile& file, Problems& problems) {
  TableReader(root, "a rule file", problems).strings("extends");
  const std::vector<const Node*> paths = extended_paths(root);
  if (!paths.empty() && file.extends.empty()) {
    problems.error("E-EXTENDS", paths.front()->place, "what this file extends was not read",
                   "gather_rule_files() reads it");
    return false;
  }
  bool ok = true;
  for (std::size_t i = 0; i < paths.size() && i < file.extends.size(); ++i) {
    const Extended& extended = file.extends[i];
    if (extended.problem.empty()) continue;
    problems.error("E-EXTENDS", paths[i]->place, extended.problem, extended.help);
    ok = false;
  }
  return ok;
}

}  // namespace

bool inherit(std::vector<Node>& roots, const std::vector<RuleFile>& files, Problems& problems) {
  bool complete = roots.size() == files.size();
  for (const Node& root : roots) complete = check_paths(root, files[root.place.file], problems) && complete;
  Lineage lineage(roots, files, complete);
  inherit_tables(lineage, problems);
  inherit_rules(lineage, problems);
  return complete;
}

}  // namespace mubiao::rules
