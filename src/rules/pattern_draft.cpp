// The pattern of a rule or an unless clause, read and scanned. The door is read_pattern_draft.
#include "rules/pattern_draft.h"

#include <utility>

namespace mubiao::rules {

std::optional<PatternDraft> read_pattern_draft(TableReader& reader, const std::vector<SourceFile>& files,
                                               Problems& problems) {
  const Entry* entry = reader.require("pattern");
  if (entry == nullptr) return std::nullopt;
  std::optional<PatternText> text = read_pattern(*entry, files[entry->place.file], problems);
  if (!text) return std::nullopt;
  PatternDraft draft{*std::move(text), {}};
  draft.scan = scan_pattern(draft.text, problems);
  if (!draft.scan.ok) return std::nullopt;
  return draft;
}

}  // namespace mubiao::rules
