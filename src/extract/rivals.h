#pragma once

#include <string_view>
#include <vector>

#include "extract/plain_match.h"
#include "mubiao/rule.h"

namespace mubiao {

/// True if rules like these two try for the same place of a text, and only one of them gets it.
bool compete(const Rule& a, const Rule& b);
/// True if `a` is tried before `b`, which are rules of one set that compete.
bool is_tried_before(const Rule& a, const Rule& b);

/// The rules that would take a match of `rule`, which makes no records, if they were tried first: they match where it
/// begins, and are not silenced there.
std::vector<const Rule*> rivals_of(const RuleSet& rules, const Rule& rule, const PlainMatch& match,
                                   std::string_view text);

/// The set with the rules that make records in reverse order: of those with the same priority the last is tried first.
RuleSet with_records_reversed(const RuleSet& rules);

}  // namespace mubiao
