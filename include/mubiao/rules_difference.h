#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/check_report.h"
#include "mubiao/document.h"
#include "mubiao/extract.h"

namespace mubiao {

enum class Presence { kAdded, kRemoved, kChanged };
/// "added", "removed", "changed".
std::string_view to_string(Presence presence);

/// A field as CSV writes it; nullopt where it is null.
struct FieldChange {
  std::string field;
  std::optional<std::string> before;
  std::optional<std::string> after;
};

/// A record that one extraction has and the other has not, or not so.
struct RecordChange {
  Presence what = Presence::kChanged;
  Record record;                         // as it is now; of a removed one, as it was
  std::vector<FieldChange> fields = {};  // of a changed one, in output order
};

struct DocumentDifference {
  std::string path;
  std::size_t before = 0;  // records
  std::size_t after = 0;
  std::vector<RecordChange> changes;  // in document order
};

/// Which fields make no difference. Places never do: what stands elsewhere is another record.
struct DifferenceOptions {
  std::vector<std::string> ignored = {};
};

/// What became of the records of a document. They belong together if they overlap: equal ones first, then those of one
/// kind, then any, the largest overlap first.
DocumentDifference compare_extractions(const Document& document, const Extraction& before, const Extraction& after,
                                       const DifferenceOptions& options = {});

/// A whole run, ready to be written.
struct RulesDifference {
  std::string before;  // what the rules were called, for people: "HEAD~1:rules (plan@0.1.0)"
  std::string after;
  std::vector<DocumentDifference> documents;  // those without a change, too

  std::size_t count(Presence what) const;
  bool empty() const;
  /// "2 added, 0 removed, 1 changed in 1 of 9 documents"
  std::string summary() const;
};
/// A warning for each record, at its place; any makes the answer no.
CheckReport to_check_report(const RulesDifference& difference);

}  // namespace mubiao
