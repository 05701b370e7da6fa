#pragma once

#include <string>

#include "compare/phrases.h"
#include "mubiao/evaluate.h"

namespace mubiao::compare {

/// Whether a field of the record says what the annotation says.
bool is_right(EvalField field, const GoldRecord& gold, const Record& record, const Phrases& phrases);

/// The field as text, to show both beside each other; "nothing" where it is empty.
std::string field_text(EvalField field, const GoldRecord& gold);
std::string field_text(EvalField field, const Record& record);

}  // namespace mubiao::compare
