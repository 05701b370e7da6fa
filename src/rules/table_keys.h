#pragma once

#include <span>
#include <string_view>

namespace mubiao::rules {

/// What a value may be, for the schema of rule files.
enum class KeyShape {
  kText,
  kId,
  kWords,    // an array of strings that are not empty
  kPattern,  // a string, or an array of strings that are joined
  kInteger,  // from `least` to `most`
  kBoolean,
  kOneOf,  // one of `values`
  kOther,  // the schema spells it out
};

/// A key that a table of rule files may have.
struct TableKey {
  std::string_view name;
  KeyShape shape = KeyShape::kOther;
  std::string_view description;  // a line for those who hover over it
  bool needed = false;
  std::span<const std::string_view> values = {};
  int least = 0;
  int most = 0;
};

// The keys of each table, in the order that `rules fmt` gives them and README.md lists them. The readers of the tables
// decide what is right; a test holds them and these lists together.
std::span<const TableKey> file_keys();
std::span<const TableKey> rule_keys();
std::span<const TableKey> unless_keys();
std::span<const TableKey> example_keys();
std::span<const TableKey> dimension_keys();
std::span<const TableKey> counter_keys();  // of a dimension that counts
std::span<const TableKey> lint_keys();
std::span<const TableKey> eval_keys();

}  // namespace mubiao::rules
