#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"

namespace mubiao::rules {

/// A key of `set`, with the values it may have; none listed: any text.
struct SetKey {
  std::string_view name;
  std::span<const std::string_view> values = {};
};

/// What rules of one kind may say. The one place to extend when extraction learns a new word.
struct KindVocabulary {
  std::string_view name;                     // as in rule files
  bool typed = false;                        // matched on text with placeholders
  bool records = false;                      // makes records, whose fields its examples assert
  std::span<const std::string_view> groups;  // names of capture groups
  std::span<const SetKey> set;
};

const KindVocabulary& vocabulary(RuleKind kind);

/// True if `name` is one of `names`.
bool contains(std::span<const std::string_view> names, std::string_view name);

/// Slots of set.indicator that captures of the rule fill, and those that what was read around it fills.
std::span<const std::string_view> captured_slots();
std::span<const std::string_view> carried_slots();

/// What columns of tables hold, in the order of ColumnRole.
std::span<const std::string_view> column_role_names();

/// Names of the fields of a record, in the order of the output.
std::span<const std::string_view> record_field_names();

/// Spellings for messages and look-ups.
std::vector<std::string_view> kind_names();
std::vector<std::string_view> unless_scope_names();
/// Those that rules of this kind can look into.
std::vector<std::string_view> unless_scope_names(RuleKind kind);
std::optional<UnlessScope> parse_unless_scope(std::string_view name);
/// What examples of the kind may assert: fields of records; or "match" (all that matched), groups and keys of `set`.
std::vector<std::string_view> example_fields(RuleKind kind);

}  // namespace mubiao::rules
