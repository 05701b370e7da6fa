#pragma once

#include "extract/mention_scanner.h"
#include "mubiao/outline.h"
#include "mubiao/rule.h"

namespace mubiao {

/// The year a document speaks from: what lies before it is past, "this year" is it. In this order: the date
/// of issue; a year or the start of a named period in the title; a year that a heading gives to the
/// document's own work (metadata rules with field = "reference"); the latest year in the number of a document that it
/// cites (field = "cited"); else 0, and nothing is past by its year.
/// And how its `text` counts: the era that a rule with era = "named" finds a year of, for years without its name; the
/// year that a rule with base = "stated" finds, for changes against "the base year".
DocumentTime document_time(const Outline& outline, std::string_view text, const RuleSet& rules);

}  // namespace mubiao
