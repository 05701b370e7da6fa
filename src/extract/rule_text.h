#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// A year written as 2030, 二〇三〇 or 25 (the century is the caller's), or nullopt.
std::optional<int> read_year(std::string_view text);

/// The value a rule sets for `key`, or "".
std::string_view set_value(const Rule& rule, std::string_view key);

/// False if `text` has no member of one of these lists, each of which a pattern cannot do without: then it need not be
/// compiled. Long lists are not looked at, which would take longer than to match.
bool holds_literals(std::string_view text, const std::vector<std::vector<std::string>>& lists);

/// True if an unless clause with scope match, before, after or clause holds for `match` in `text`.
/// Wider scopes (sentence, section) are looked up in `sentence` and `section`.
bool unless_holds(const Unless& unless, std::string_view text, Span match, std::string_view sentence = {},
                  std::string_view section = {});

}  // namespace mubiao
