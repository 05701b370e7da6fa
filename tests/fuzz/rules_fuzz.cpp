// Any text as a rule file: either a rule set, or problems that each name a place in the file (what concerns all of it:
// the file) and can be shown.

#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "mubiao/rule.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto rules = mubiao::RuleSet::load({{"fuzz.toml", text}});
  if (rules) {
    for (const mubiao::Rule& rule : rules->rules()) REQUIRE(!rule.id.empty() && static_cast<bool>(rule.regex));
    return 0;
  }
  REQUIRE(!rules.error().empty());
  for (const mubiao::Diagnostic& problem : rules.error()) {
    REQUIRE(!problem.code.empty() && !problem.message.empty());
    REQUIRE(problem.where.line > 0 || problem.code == "E-LIMIT");
    REQUIRE(problem.where.line == 0 || (problem.where.file == "fuzz.toml" && problem.where.column > 0));
    REQUIRE(mubiao::to_text(problem).ends_with("\n"));
  }
  return 0;
}
