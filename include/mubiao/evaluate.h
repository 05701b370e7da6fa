#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/check_report.h"
#include "mubiao/document.h"
#include "mubiao/extract.h"
#include "mubiao/gold.h"
#include "mubiao/rule.h"

namespace mubiao {

/// How much of what is annotated was found, and how much of what was found is annotated so.
struct Score {
  std::size_t annotated = 0;
  std::size_t found = 0;
  std::size_t right = 0;

  double precision() const;  // right of found; 0 if there is nothing to divide by, as for the others
  double recall() const;     // right of annotated
  double f1() const;
  Score& operator+=(const Score& other);
};

/// The fields that are measured over detected targets. The first five have to be right for `strict`.
enum class EvalField {
  kIndicator,
  kYear,
  kBaselineYear,
  kBound,
  kChange,
  kFirmness,
  kSection,
  kResponsible,
  kIndicatorExact,
};
inline constexpr std::size_t kEvalFields = 9;
inline constexpr std::size_t kStrictFields = 5;
/// "indicator", "year", …, "indicator_exact".
std::string_view to_string(EvalField field);

/// What one rule did: of the targets, delegated goals and milestones it made, how many are right, wrong (annotated
/// at this place, but with another value, or another field of `strict`; a milestone's year) and extra (not annotated
/// as such). `missed` are annotations that it made something else of.
struct RuleScore {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t extra = 0;
  std::size_t missed = 0;

  std::size_t mistakes() const { return wrong + extra + missed; }
  RuleScore& operator+=(const RuleScore& other);
};

/// The figures of a document, or of several together.
struct Figures {
  Score detect;                                   // targets: a record at the place with the value and unit
  Score strict;                                   // and indicator, year, baseline year, bound and change
  std::array<std::size_t, kEvalFields> fields{};  // detected targets with this field right
  Score delegated;                                // a record at the place
  Score milestone;                                // a record at the place, with the year
  std::size_t context = 0;                        // annotated quantities that are no target
  std::size_t context_accounted = 0;              // with a record of that kind at the place
  std::map<std::string, RuleScore> rules;

  /// Part of the detected targets with this field right; 0 without any.
  double accuracy(EvalField field) const;
  Figures& operator+=(const Figures& other);
};

enum class MistakeKind { kMissed, kExtra, kWrongValue, kWrongField };
/// "missed", "extra", "wrong-value", "wrong-field".
std::string_view to_string(MistakeKind kind);

/// One difference between annotation and extraction.
struct Mistake {
  MistakeKind what = MistakeKind::kMissed;
  Kind kind = Kind::kTarget;
  std::string field = {};      // the wrong one: "year"; "value" of a wrong value
  std::string annotated = {};  // of a missed record, what it should be; of an extra one, what is annotated there
  std::string found = {};      // likewise
  std::string rule = {};       // that made the record, or something else of it
  std::string reason = {};     // where a wrong field came from
  Location where = {};         // in the document
  std::string before = {};     // what stands around the quote, line breaks shown
  std::string quote = {};
  std::string after = {};
  Location gold = {};  // the annotation, if there is one
};

struct DocumentEvaluation {
  std::string path;
  Figures figures;
  std::vector<Mistake> mistakes;          // in document order
  std::vector<Diagnostic> problems = {};  // of the annotations, and of units that the rules lack
};

/// Measures extractions by annotations. Cheap to copy.
class Evaluator {
 public:
  /// Units are compared by the unit table of the set, indicators without its eval_prefixes().
  explicit Evaluator(const RuleSet& rules);
  /// `extraction` holds records of all kinds. One made by Extractor::explain says more in mistakes.
  DocumentEvaluation evaluate(const Document& document, const Extraction& extraction, const Gold& gold) const;

 private:
  struct Comparer;
  std::shared_ptr<const Comparer> comparer_;
};

/// F1 to reach; nothing is asked for where there is none.
struct Thresholds {
  std::optional<double> detect;
  std::optional<double> strict;
};
/// A whole run, ready to be written.
struct Evaluation {
  std::string rules;  // RuleSet::name_and_version()
  std::vector<DocumentEvaluation> documents;
  Figures total;
  Thresholds thresholds;
  std::vector<std::string> idle;  // target rules that made no record in these documents
};
/// Whether the total reaches the thresholds.
bool is_good_enough(const Evaluation& evaluation);
/// Mistakes as warnings at their places, and a case for each document and for all. Where the total reaches the
/// thresholds no case fails.
CheckReport to_check_report(const Evaluation& evaluation);

}  // namespace mubiao
