#pragma once

#include <string>
#include <vector>

#include "mubiao/difference.h"
#include "mubiao/extract.h"
#include "mubiao/rule.h"

namespace mubiao {

/// A text that a rule matched while an example was tried.
struct MatchedText {
  const Rule* rule;
  std::string text;  // typed where the kind of the rule reads typed text
  bool won;          // and was not silenced
};

/// What an example gave, whatever its `todo` says.
struct Trial {
  std::string complaint;  // one line; empty: what was expected
  std::vector<RecordDifference> differences = {};
  std::vector<std::string> notes = {};        // why, if there is a complaint
  bool fired = false;                         // the rule found something
  std::vector<std::string> silenced_by = {};  // ids of the unless clauses of the rule that held
  std::vector<MatchedText> matches = {};      // of the rule; where it makes records, also of the others
  std::vector<Record> records = {};           // where it makes records: all of the text

  bool passed() const { return complaint.empty(); }
};

/// Tries one example of `rule`, which is of the extractor's set.
Trial try_example(const Extractor& extractor, const Rule& rule, const Example& example);

/// What the examples of a rule leave untested, whether they pass or not; known gaps do not count.
struct Untested {
  bool rule = false;                        // none makes it fire
  std::vector<const Unless*> clauses = {};  // those that silence it in none
};
/// `trials`: of all examples of the rule.
Untested find_untested(const Rule& rule, const std::vector<Trial>& trials);
/// What to tell the author of the rule, and of a clause of it.
std::string untested_text();
std::string untested_text(const Unless& clause);

}  // namespace mubiao
