#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/document.h"
#include "mubiao/normalize.h"
#include "mubiao/outline.h"
#include "mubiao/record.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

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
  std::string text;     // as in the document
  std::string verdict;  // "target", "context", "name", "year", …; "unaccounted"
  std::string rule;     // that decided it; empty if unaccounted
  std::string clause;   // the typed clause, placeholders written as {quantity}
  std::vector<Attempt> attempts;
};

/// A rule that matched a clause of a document, and what came of it.
struct ClauseMatch {
  std::string rule;
  std::string clause;   // typed: its placeholders are characters, see `placeholder`
  std::string outcome;  // as that of an attempt
};

struct Extraction {
  Metadata metadata;
  std::vector<Record> records;  // in document order; n = 1, 2, … counts those of all kinds
  std::vector<Diagnostic> diagnostics;
  std::vector<Account> accounts;          // filled only by Extractor::explain
  std::vector<ClauseMatch> matches = {};  // the same; by rules that make records, in the order they were tried
};

/// Takes the records of a document while it is read.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// First of all, when the document has been looked through.
  virtual void begin(const Metadata& metadata) = 0;
  /// In document order. False: no more are wanted, and the extraction ends.
  virtual bool take(Record&& record) = 0;
  /// Asked behind each sentence, and before that between the passes over the document, which take seconds where it is
  /// large: false ends the extraction there, without begin() if that has not been called.
  virtual bool goes_on() { return true; }
};

/// Applies a rule set to documents. Cheap to copy; const methods may be called from several threads.
class Extractor {
 public:
  explicit Extractor(RuleSet rules);
  const RuleSet& rules() const;

  /// Everything the document states, or what is of these kinds: most numbers of a plan are context, and their records
  /// would be a third of the work. Never fails on content: problems are diagnostics. N-NONE, a note, says of a document
  /// without a record of these kinds what it has instead.
  Extraction extract(const Document& document, const Kinds& kinds = kAllKinds) const;
  /// The same, handed over record by record. Returns the diagnostics.
  std::vector<Diagnostic> extract(const Document& document, const Kinds& kinds, RecordSink& sink) const;
  /// The same, with provenance and an account of every number.
  Extraction explain(const Document& document) const;

 private:
  struct Engine;
  std::shared_ptr<const Engine> engine_;
};

}  // namespace mubiao
