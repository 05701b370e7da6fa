// Any text as rule files that extend each other: either a rule set, or problems that each name a place in a file (what
// concerns all of it: the file) and can be shown. A line "#file NAME" begins another file; those whose names begin with
// "root" are asked for as the first one is.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/require.h"
#include "mubiao/rule_files.h"
#include "unit/map_store.h"

namespace {

using Files = std::map<std::string, std::string>;

constexpr std::string_view kFirst = "fuzz.toml";

Files split(std::string_view text) {
  constexpr std::string_view kMark = "#file ";
  Files out;
  std::string* file = &out[std::string(kFirst)];
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (line.starts_with(kMark)) {
      const std::string_view name = line.substr(kMark.size(), line.find_last_not_of("\r\n") + 1 - kMark.size());
      file = &out[std::string(name)];
    } else {
      *file += line;
    }
  }
  return out;
}

const std::vector<mubiao::RuleFile>& standard() {
  static const std::vector<mubiao::RuleFile> files = {
      {"std/rules",
       "ruleset = 'std'\n[[rules]]\nid = 's'\nkind = 'target'\nkeywords = ['k']\nset = { change = 'level' "
       "}\npattern = '{f}{quantity}'\n[[rules.examples]]\ntext = 't'\nexpect = []\nbecause = 'rule:o'\n"
       "[[rules]]\nid = 'o'\nkind = 'name'\npattern = 'x'\n"},
      {"std/words",
       "[fragments]\nf = 'f'\n[periods]\n'十四五' = [2021, 2025]\n[dimensions.power]\ncanonical = 'MW'\n"
       "factors = { 'MW' = 1 }\n[dimensions.count]\ncounter = true\nwords = ['个']\n"}};
  return files;
}

void check_rules(const mubiao::RuleSet& rules, const std::set<std::string>& names) {
  std::set<std::string> ids;
  for (const mubiao::Rule& rule : rules.rules()) {
    REQUIRE(!rule.id.empty() && ids.insert(rule.id).second);
    REQUIRE(static_cast<bool>(rule.regex));
    for (const mubiao::KeyOrigin& origin : rule.origins) {
      REQUIRE(!origin.key.empty() && origin.key != "override");
      REQUIRE(names.contains(origin.where.file) && origin.where.line > 0 && origin.where.column > 0);
    }
    for (const mubiao::Unless& unless : rule.unless) REQUIRE(names.contains(unless.where.file));
    for (const mubiao::Example& example : rule.examples) REQUIRE(names.contains(example.where.file));
  }
}

void check_problems(const std::vector<mubiao::Diagnostic>& problems, const std::set<std::string>& names) {
  REQUIRE(!problems.empty() && problems.size() <= 201);
  for (const mubiao::Diagnostic& problem : problems) {
    REQUIRE(!problem.code.empty() && !problem.message.empty());
    REQUIRE(problem.where.line > 0 || problem.code == "E-LIMIT");
    REQUIRE(problem.where.line == 0 || (names.contains(problem.where.file) && problem.where.column > 0));
    REQUIRE(mubiao::to_text(problem).ends_with("\n"));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Files files = split(std::string_view(reinterpret_cast<const char*>(data), size));
  std::vector<std::string> paths = {std::string(kFirst)};
  for (const auto& [name, text] : files) {
    if (name.starts_with("root") && name.find('/') == std::string::npos) paths.push_back(name);
  }
  if (files.contains("root.std")) paths.push_back("std");
  mubiao::MapStore store(files);
  const auto gathered = mubiao::gather_rule_files(paths, store, standard());
  REQUIRE(gathered.has_value());
  std::set<std::string> names;
  for (const mubiao::RuleFile& file : *gathered) names.insert(file.name);

  const auto rules = mubiao::RuleSet::load(*gathered);
  if (rules) {
    check_rules(*rules, names);
  } else {
    check_problems(rules.error(), names);
  }
  return 0;
}
