#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/document.h"
#include "mubiao/number.h"
#include "mubiao/record.h"
#include "mubiao/span.h"

namespace mubiao {

/// What a person says a document states, to measure extractions by. See rules/README.md, Annotations.
struct GoldRecord {
  Kind kind = Kind::kTarget;
  Span place;  // of the quote: code points of Document::text()
  /// `value` and `value_high` as written; empty if absent.
  std::string number;
  std::string number_high;
  std::optional<Number> value;  // in `unit`
  std::optional<Number> value_high;
  std::string unit;  // as the text has it: 千瓦, %
  std::string indicator;
  std::optional<int> year;
  std::optional<int> baseline_year;
  /// As written, empty if absent: what is no name of a bound is reported, and equals none.
  std::string bound;
  std::string change;
  std::string firmness;
  std::vector<std::string> section;
  std::vector<std::string> responsible;
  Location where;  // in the file of annotations
};

/// The annotations of one document.
struct Gold {
  std::string path;
  std::vector<GoldRecord> records;  // in the order of the file
  /// Lines that are no annotation and are left out, values that cannot be right (E-GOLD), keys that look misspelled
  /// and quotes that do not stand where they should (W-GOLD). Each with file and line.
  std::vector<Diagnostic> problems;
};

/// Reads NAME.gold.jsonl: one JSON object a line; empty lines are skipped. Bounded: 20,000 annotations, 64 KiB a
/// line, 500 characters a quote; what is beyond is a problem.
Gold read_gold(std::string path, std::string_view text, const Document& document);

}  // namespace mubiao
