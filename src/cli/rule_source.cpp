// Rule sets named by one argument: embedded, on disk, or in a git revision. Doors: parse_rule_source, load_rules.
#include "cli/rule_source.h"

#include <filesystem>

#include "cli/command.h"
#include "cli/revision.h"

namespace mubiao::cli {

RuleSource parse_rule_source(const std::string& text, const std::vector<std::string>& paths) {
  if (text == "std") return {text};
  std::error_code no_such_file;
  if (std::filesystem::exists(text, no_such_file)) return {text, "", {text}};
  const std::size_t colon = text.find(':');
  if (colon == 0) return {text, "", {text}};  // no revision: a path that does not exist
  if (colon == std::string::npos) return {text, text, paths};
  const std::string path = text.substr(colon + 1);
  const bool from_here = path.starts_with("./") || path.starts_with("../");
  return {text, text.substr(0, colon), {from_here ? path : ":/" + path}};
}

std::optional<RuleSet> load_rules(const RuleSource& source, const Messages& messages) {
  if (source.revision.empty()) return load_rules(source.paths, messages);
  return load_rules(read_rule_files_at(source.revision, source.paths), messages);
}

}  // namespace mubiao::cli
