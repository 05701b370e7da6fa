#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mubiao/rule.h"
#include "rules/fragments.h"
#include "rules/pattern_text.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// A pattern of a rule that still has to be expanded and compiled.
struct PatternDraft {
  PatternText text;
  PatternScan scan;
};

/// A rule as read from its table: everything but the compiled patterns, and places for later checks.
struct RuleDraft {
  Rule rule;
  Place id_place;
  std::optional<PatternDraft> pattern;              // nullopt: was reported
  std::vector<std::optional<PatternDraft>> unless;  // as many as rule.unless
  std::vector<Place> because;                       // as many as rule.examples; where `because` stands
};

/// Reads one [[rules]] table. What is wrong is reported; nullopt if so little is left that nothing more can be
/// checked (no id or no kind).
std::optional<RuleDraft> read_rule(const Node& table, const SourceFile& file, Problems& problems);

/// Expands and compiles the patterns of a draft into its rule.
void compile_rule(RuleDraft& draft, FragmentTable& fragments, Problems& problems);

/// Checks what examples say about rules ("rule:ID", "unless:ID"): `exists` knows the ids of the set.
void check_because(const RuleDraft& draft, const std::vector<std::string_view>& ids, Problems& problems);

}  // namespace mubiao::rules
