#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "mubiao/rule.h"
#include "mubiao/span.h"

namespace mubiao {

/// What "this year" means in a document, see document_time().
struct DocumentTime {
  int year = 0;         // of the document: years before it are past; 0: unknown
  std::string reason;   // "issued 2024-09-28"
  int first_year = 0;   // of the era that it counts years in where it names none; 0: it counts in no other
  int base_year = 0;    // that it measures changes from where it names none; 0: unknown
};

/// Pass one: names, periods, years, baselines and quantities of a text, typed.
class MentionScanner {
 public:
  explicit MentionScanner(const RuleSet& rules);
  ~MentionScanner();
  MentionScanner(MentionScanner&&) noexcept;

  /// Mentions in `range` of `text`, ascending, not overlapping. Rules win over quantities where they meet;
  /// among rules the leftmost, then the one of higher priority, wins.
  std::vector<Mention> scan(std::string_view text, Span range, const DocumentTime& time) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mubiao
