#pragma once

#include <optional>
#include <vector>

#include "rules/pattern_text.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// A pattern that still has to be expanded and compiled.
struct PatternDraft {
  PatternText text;
  PatternScan scan;

  Place place(const Group& group) const { return text.place(group.begin, group.end); }
};

/// The key 'pattern' of a table, which needs one. nullopt: was reported.
std::optional<PatternDraft> read_pattern_draft(TableReader& reader, const std::vector<SourceFile>& files,
                                               Problems& problems);

}  // namespace mubiao::rules
