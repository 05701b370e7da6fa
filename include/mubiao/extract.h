#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/document.h"
#include "mubiao/normalize.h"
#include "mubiao/number.h"
#include "mubiao/outline.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

enum class Kind { kTarget, kDelegated, kMilestone, kContext };
enum class Bound { kEqual, kAtLeast, kAtMost, kAbout, kRange };
enum class Change { kLevel, kDecrease, kIncrease, kAnnual };
enum class Firmness { kFirm, kAspirational };
std::string_view to_string(Kind kind);          // "target", "delegated", "milestone", "context"
std::string_view to_string(Bound bound);        // "=", ">=", "<=", "~", "range"
std::string_view to_string(Change change);      // "level", "decrease", "increase", "annual"
std::string_view to_string(Firmness firmness);  // "firm", "aspirational"
std::optional<Kind> parse_kind(std::string_view name);

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
  std::vector<std::string> section;
  std::vector<std::string> responsible;
  std::string quote;     // as in the document: line breaks and stray spaces included
  std::string sentence;  // normalized
  std::size_t line = 1;
  std::size_t column = 1;
  Span bytes;            // of the quote, in the file
  std::string rule;
  std::vector<Provenance> provenance;  // filled only by Extractor::explain
};

/// Why a rule that was tried did not make the record, for `explain`.
struct Attempt {
  std::string rule;
  std::string outcome;  // "won", "no match", "unless:past", "lower priority than target.reach"
};

/// A number of the document, and what became of it.
struct Account {
  Span bytes;
  std::size_t line = 1;
  std::size_t column = 1;
  std::string text;                // as in the document
  std::string verdict;             // "target", "context", "name", "year", …; "unaccounted"
  std::string rule;                // that decided it; empty if unaccounted
  std::string clause;              // the typed clause, placeholders written as {quantity}
  std::vector<Attempt> attempts;
};

struct Extraction {
  Metadata metadata;
  std::vector<Record> records;            // in document order, all kinds, n = 1, 2, …
  std::vector<Diagnostic> diagnostics;
  std::vector<Account> accounts;          // filled only by Extractor::explain
};

/// Applies a rule set to documents. Cheap to copy; const methods may be called from several threads.
class Extractor {
 public:
  explicit Extractor(RuleSet rules);
  const RuleSet& rules() const;

  /// Everything the document states. Never fails on content: problems are diagnostics.
  Extraction extract(const Document& document) const;
  /// The same, with provenance and an account of every number.
  Extraction explain(const Document& document) const;

 private:
  struct Engine;
  std::shared_ptr<const Engine> engine_;
};

}  // namespace mubiao
