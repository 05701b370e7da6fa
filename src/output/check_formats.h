#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mubiao/check_report.h"

namespace mubiao::output {

// One file each; append_check_report chooses.
void append_check_text(std::string& out, const CheckReport& report);
void append_check_json(std::string& out, const CheckReport& report);
void append_check_github(std::string& out, const CheckReport& report);
void append_check_sarif(std::string& out, const CheckReport& report);
void append_check_junit(std::string& out, const CheckReport& report);

/// "pass", "fail", "skipped".
std::string_view to_string(CaseStatus status);

/// The code that a failed case has where formats know findings only.
inline constexpr std::string_view kFailedCase = "E-TEST";
/// Findings and failed cases alike, errors first: who shows only some of them shows those that matter.
std::vector<Diagnostic> all_problems(const CheckReport& report);

}  // namespace mubiao::output
