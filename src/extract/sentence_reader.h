#pragma once

#include <string_view>

#include "extract/draft.h"
#include "extract/flow.h"
#include "extract/grammar.h"
#include "mubiao/span.h"

namespace mubiao {

/// Pass two: reads one sentence of `text` and appends what it states to `findings`.
/// `flow` holds what earlier sentences handed on, and is left for the next one.
void read_sentence(const Grammar& grammar, std::string_view text, Span sentence, const Place& place, Flow& flow,
                   Findings& findings);

}  // namespace mubiao
