#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mubiao/difference.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// A match of a rule that makes no records, on a text by itself.
struct PlainMatch {
  Span span;
  Fields fields;            // named groups, what `set` says, and "match"
  std::string silenced_by;  // id of the unless clause that holds; empty: none
};

/// The text of an example of such a rule as the rule sees it: folded, with placeholders where its kind has them.
std::string plain_text(const RuleSet& rules, const Rule& rule, std::string_view text);
/// All matches of the rule from left to right, also those an unless clause silences.
std::vector<PlainMatch> find_matches(const Rule& rule, std::string_view text);

}  // namespace mubiao
