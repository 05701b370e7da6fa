#pragma once

#include <string>
#include <vector>

#include "mubiao/check.h"
#include "mubiao/check_report.h"
#include "mubiao/coverage.h"

namespace mubiao::cli {

/// The case of an example: its suite is the rule file, its name "rule/2"; known gaps are skipped. The message of a
/// failure is a line, and below it what differs.
Case as_case(const ExampleResult& result);

/// "538 passed, 2 failed, 1 known gap"
std::string test_summary(const std::vector<Case>& cases);
bool any_failed(const std::vector<Case>& cases);

/// Adds a note for each pattern with alternatives that no example goes through.
void add_untried(const Coverage& coverage, CheckReport& report);
/// What share of the alternatives examples go through, in words. Adds a case that fails if it is less than `least`
/// percent.
std::string add_share(const Coverage& coverage, double least, CheckReport& report);

/// Writes the report. `color`: as text, the expected side of what differs is green and the other one red.
void append_test_report(std::string& out, const CheckReport& report, ReportFormat format, bool color);

}  // namespace mubiao::cli
