// Any text as a rule file that is checked, with its examples, be it against itself: what keeps it from loading is among
// the findings, and each of them names a place in the file (what concerns all of it: the file), and is of the table.

#include <algorithm>
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "mubiao/check.h"
#include "mubiao/coverage.h"
#include "mubiao/lint.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<mubiao::RuleFile> files = {{"fuzz.toml", text}};
  mubiao::LintOptions options;
  options.base = files;
  options.base_name = "itself";
  options.more = [&](const mubiao::RuleSet& rules) {
    const mubiao::Extractor extractor(rules);
    const mubiao::Coverage coverage = mubiao::measure_coverage(extractor);
    REQUIRE(coverage.tried <= coverage.alternatives);
    return mubiao::lint_examples(extractor, files);
  };
  const mubiao::LintResult result = mubiao::check_rules(files, options);
  const auto loaded = mubiao::RuleSet::load(files);
  REQUIRE(result.rules.has_value() == loaded.has_value());
  for (const mubiao::Diagnostic& finding : result.findings) {
    REQUIRE(mubiao::find_lint(finding.code) != nullptr);
    REQUIRE(finding.where.line == 0 || (finding.where.file == "fuzz.toml" && finding.where.column > 0));
    REQUIRE(finding.code != "W-REV");
    REQUIRE(mubiao::to_text(finding).ends_with("\n"));
  }
  if (loaded) return 0;
  for (const mubiao::Diagnostic& problem : loaded.error()) {
    REQUIRE(std::any_of(result.findings.begin(), result.findings.end(),
                        [&](const mubiao::Diagnostic& finding) { return to_text(finding) == to_text(problem); }));
  }
  return 0;
}
