#pragma once

#include <array>
#include <string>
#include <vector>

#include "extract/grammar.h"
#include "mubiao/extract.h"

namespace mubiao {

/// The texts of a document that rules of each kind are matched on, by RuleKind.
using ProfileTexts = std::array<std::vector<std::string>, kRuleKinds>;

/// `extraction` is that of the document: indicator rules see what it measures.
ProfileTexts profile_texts(const Grammar& grammar, const Document& document, const Extraction& extraction);

}  // namespace mubiao
