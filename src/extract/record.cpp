// Records as text: spellings of their enumerations, names and text of their fields. Tables over branches; the
// order of the fields is that of the rule vocabulary, which lets examples in rule files name them.
#include "mubiao/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <type_traits>

#include "rules/vocabulary.h"

namespace mubiao {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 4> kKinds = {"target", "delegated", "milestone", "context"};
constexpr std::array<std::string_view, 5> kBounds = {"=", ">=", "<=", "~", "range"};
constexpr std::array<std::string_view, 4> kChanges = {"level", "decrease", "increase", "annual"};
constexpr std::array<std::string_view, 2> kFirmnesses = {"firm", "aspirational"};

template <typename Enum, std::size_t N>
std::optional<Enum> parse(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

using Text = std::optional<std::string>;

Text text(const std::string& value) { return value; }
Text text(const Text& value) { return value; }
Text text(const Number& value) { return value.to_decimal(); }
template <typename Enum>
requires std::is_enum_v<Enum> Text text(Enum value) { return std::string(to_string(value)); }
template <typename Integer>
requires std::is_integral_v<Integer> Text text(Integer value) { return std::to_string(value); }
template <typename Value>
Text text(const std::optional<Value>& value) {
  return value ? text(*value) : std::nullopt;
}
Text joined(const std::vector<std::string>& parts, std::string_view separator) {
  if (parts.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(parts, separator));
}

struct Field {
  std::string_view name;
  Text (*text)(const Record&);
};
constexpr std::array kFields = {
    Field{"n", [](const Record& r) { return text(r.n); }},
    Field{"kind", [](const Record& r) { return text(r.kind); }},
    Field{"indicator", [](const Record& r) { return r.indicator.empty() ? std::nullopt : text(r.indicator); }},
    Field{"value", [](const Record& r) { return text(r.value); }},
    Field{"value_high", [](const Record& r) { return text(r.value_high); }},
    Field{"unit", [](const Record& r) { return text(r.unit); }},
    Field{"bound", [](const Record& r) { return text(r.bound); }},
    Field{"change", [](const Record& r) { return text(r.change); }},
    Field{"year", [](const Record& r) { return text(r.year); }},
    Field{"period_start", [](const Record& r) { return text(r.period_start); }},
    Field{"period_end", [](const Record& r) { return text(r.period_end); }},
    Field{"baseline_year", [](const Record& r) { return text(r.baseline_year); }},
    Field{"firmness", [](const Record& r) { return text(r.firmness); }},
    Field{"nature", [](const Record& r) { return text(r.nature); }},
    Field{"section", [](const Record& r) { return joined(r.section, " > "); }},
    Field{"responsible", [](const Record& r) { return joined(r.responsible, ";"); }},
    Field{"quote", [](const Record& r) { return text(r.quote); }},
    Field{"sentence", [](const Record& r) { return text(r.sentence); }},
    Field{"page", [](const Record& r) { return text(r.page); }},
    Field{"line", [](const Record& r) { return text(r.line); }},
    Field{"column", [](const Record& r) { return text(r.column); }},
    Field{"start", [](const Record& r) { return text(r.bytes.begin); }},
    Field{"end", [](const Record& r) { return text(r.bytes.end); }},
    Field{"rule", [](const Record& r) { return text(r.rule); }},
};

}  // namespace

std::string_view to_string(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Bound bound) { return kBounds[static_cast<std::size_t>(bound)]; }
std::string_view to_string(Change change) { return kChanges[static_cast<std::size_t>(change)]; }
std::string_view to_string(Firmness firmness) { return kFirmnesses[static_cast<std::size_t>(firmness)]; }
std::optional<Kind> parse_kind(std::string_view name) { return parse<Kind>(kKinds, name); }
std::optional<Bound> parse_bound(std::string_view name) { return parse<Bound>(kBounds, name); }
std::optional<Change> parse_change(std::string_view name) { return parse<Change>(kChanges, name); }
std::optional<Firmness> parse_firmness(std::string_view name) { return parse<Firmness>(kFirmnesses, name); }

const std::vector<std::string>& record_fields() {
  static const std::vector<std::string> fields(rules::record_field_names().begin(), rules::record_field_names().end());
  return fields;
}

std::optional<std::string> field_text(const Record& record, std::string_view field) {
  const auto found = std::find_if(kFields.begin(), kFields.end(), [field](const Field& f) { return f.name == field; });
  assert(found != kFields.end() && "field_text: the field is one of record_fields()");
  return found == kFields.end() ? std::nullopt : found->text(record);
}

}  // namespace mubiao
