#pragma once

#include <string>
#include <vector>

#include "mubiao/diagnostic.h"

namespace mubiao {

enum class CaseStatus { kPass, kFail, kSkipped };

/// One thing that was tried: an example of a rule, a snapshot, a document that was compared.
struct Case {
  std::string suite;  // what it belongs to: the rule file, the corpus
  std::string name;   // unique within the suite: "target.reach/2"
  CaseStatus status = CaseStatus::kPass;
  std::string message = {};  // why it failed or was skipped; may have several lines
  Location where = {};
};

/// What a command found that looks whether something is right, whichever format it is written in.
struct CheckReport {
  std::string command;                    // "rules check"
  std::string rules;                      // name and version of the rule set; empty if it does not load
  std::vector<Diagnostic> findings = {};  // in the order of files and places
  std::vector<Case> cases = {};           // in the order they were tried
  std::string summary = {};               // one line, without a line break
};

}  // namespace mubiao
