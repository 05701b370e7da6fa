#pragma once

#include "extract/mention_scanner.h"
#include "mubiao/outline.h"
#include "mubiao/rule.h"

namespace mubiao {

/// The year a document speaks from: what lies before it is past, "this year" is it. In this order: the date
/// of issue; the start of the named period in the title (metadata rules with field = "plan"); a year that the title or
/// a heading gives to the document's own work (field = "reference"); the latest year in the number of a document that
/// it cites (field = "cited"); else 0, and nothing is past by its year.
/// And how its `text` counts: the era that a rule with era = "named" finds a year of, for years without its name; the
/// year that a rule with base = "stated" finds, for changes against "the base year".
DocumentTime document_time(const Outline& outline, std::string_view text, const RuleSet& rules);

}  // namespace mubiao
