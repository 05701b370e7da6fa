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

/// The rules of a kind that set `key` to `value`, in order.
std::vector<const Rule*> rules_with(const RuleSet& rules, RuleKind kind, std::string_view key, std::string_view value);

/// The first year of the era that a rule counts years in: 1 where it sets none, so that they are what they say.
int first_year_of(const Rule& rule);

/// Whether one of the keywords of the rule stands in `text`, or it has none.
bool holds_keyword(const Rule& rule, std::string_view text);

/// False if `text` cannot hold a match of `regex`, which need not be compiled to tell: of each of its literals (see
/// Rule::literals) one would stand there. Asked only as long as it is not compiled, which answers as quickly itself.
bool may_hold_match(std::string_view text, const Regex& regex, const std::vector<std::vector<std::string>>& literals);

/// What the pattern of an unless clause is looked for in; a part of `text`, which `match` is a match in, or one of the
/// wider scopes.
std::string_view where_to_look(const Unless& unless, std::string_view text, Span match, std::string_view sentence,
                               std::string_view section);

/// True if an unless clause with scope match, before, after or clause holds for `match` in `text`.
/// Wider scopes (sentence, section) are looked up in `sentence` and `section`.
bool unless_holds(const Unless& unless, std::string_view text, Span match, std::string_view sentence = {},
                  std::string_view section = {});

}  // namespace mubiao
