#pragma once

#include <optional>
#include <string>
#include <string_view>
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
  std::string command;                     // "rules check"
  std::string rules;                       // name and version of the rule set; empty if it does not load
  std::vector<Diagnostic> findings = {};   // in the order of files and places
  std::vector<Case> cases = {};            // in the order they were tried
  std::string summary = {};                // one line, without a line break
  Severity fails_from = Severity::kError;  // findings of this severity and above make the answer no
};

/// Each has one job: text is for people, json for scripts, github for annotations of a workflow run, sarif (2.1.0) for
/// code scanning, junit for test reports.
enum class ReportFormat { kText, kJson, kGithub, kSarif, kJunit };
/// "text", "json", …: the spelling of --format.
std::string_view to_string(ReportFormat format);
std::optional<ReportFormat> parse_report_format(std::string_view name);
/// All of them, text first.
const std::vector<ReportFormat>& report_formats();

/// Writes the whole report. Output is valid UTF-8, and for json, sarif and junit one document, whatever the report
/// holds.
void append_check_report(std::string& out, const CheckReport& report, ReportFormat format);

}  // namespace mubiao
