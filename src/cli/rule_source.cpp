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
  if (colon == std::string::npos) return {text, text, paths};
  const std::string path = text.substr(colon + 1);
  const bool from_here = path.starts_with("./") || path.starts_with("../");
  return {text, text.substr(0, colon), {from_here ? path : ":/" + path}};
}

std::optional<RuleSet> load_rules(const RuleSource& source, const Messages& messages) {
  if (source.revision.empty()) return load_rules(source.paths, messages);
  const Result<std::vector<RuleFile>> files = read_rule_files_at(source.revision, source.paths);
  if (!files) {
    messages.show(files.error());
    return std::nullopt;
  }
  Result<RuleSet> rules = RuleSet::load(*files);
  if (!rules) {
    messages.show(rules.error());
    return std::nullopt;
  }
  return std::move(*rules);
}

}  // namespace mubiao::cli
