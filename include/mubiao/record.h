#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/number.h"
#include "mubiao/span.h"

namespace mubiao {

enum class Kind { kTarget, kDelegated, kMilestone, kContext };
/// Some of them, by Kind.
using Kinds = std::array<bool, 4>;
inline constexpr Kinds kAllKinds = {true, true, true, true};
enum class Bound { kEqual, kAtLeast, kAtMost, kAbout, kRange };
enum class Change { kLevel, kDecrease, kIncrease, kAnnual };
enum class Firmness { kFirm, kAspirational };
std::string_view to_string(Kind kind);          // "target", "delegated", "milestone", "context"
std::string_view to_string(Bound bound);        // "=", ">=", "<=", "~", "range"
std::string_view to_string(Change change);      // "level", "decrease", "increase", "annual"
std::string_view to_string(Firmness firmness);  // "firm", "aspirational"
std::optional<Kind> parse_kind(std::string_view name);
std::optional<Bound> parse_bound(std::string_view name);
std::optional<Change> parse_change(std::string_view name);
std::optional<Firmness> parse_firmness(std::string_view name);

/// Where one field of a record came from, for `explain`.
struct Provenance {
  std::string field;   // "year"
  std::string value;   // "2025"
  std::string reason;  // "period.until in this clause", "carried from the sentence before"
};

/// One row of the output. Fields that do not apply are empty optionals. See DESIGN of the record in README.
struct Record {
  int n = 0;
  Kind kind = Kind::kTarget;
  std::string indicator;
  std::optional<Number> value;
  std::optional<Number> value_high;
  std::optional<std::string> unit;
  std::optional<Bound> bound;
  std::optional<Change> change;
  std::optional<int> year;
  std::optional<int> period_start;
  std::optional<int> period_end;
  std::optional<int> baseline_year;
  std::optional<Firmness> firmness;
  std::optional<std::string> nature;  // of an indicator, as the document has it: 约束性, 预期性
  std::vector<std::string> section;
  std::vector<std::string> responsible;
  std::string quote;                // as in the document: line breaks and stray spaces included
  std::string sentence;             // normalized
  std::optional<std::size_t> page;  // where the document has pages
  std::size_t line = 1;
  std::size_t column = 1;
  Span bytes;  // of the quote, in the file
  std::string rule;
  std::vector<Provenance> provenance;  // filled only by Extractor::explain
};

/// Names of the fields of a record, in output order: n, kind, indicator, …, rule.
const std::vector<std::string>& record_fields();
/// Text of one field of a record as CSV writes it ("150", "renewables > wind"); nullopt where it is null.
/// `field` is one of record_fields().
std::optional<std::string> field_text(const Record& record, std::string_view field);

}  // namespace mubiao
