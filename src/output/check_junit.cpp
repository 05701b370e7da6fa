// A report of a check as JUnit XML: a suite for each file, a case for each thing tried. Findings are cases, too: what
// makes the answer no has failed, the rest is said as output of a case that passed.
//
// Door: append_check_junit.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "output/check_formats.h"
#include "output/printable.h"
#include "text/terminal.h"

namespace mubiao::output {
namespace {

constexpr std::string_view kText = "\n\t\"";  // what stands for itself between tags

/// XML 1.0 cannot hold most control characters, not even escaped, nor U+FFFE and U+FFFF.
bool has_no_place_in_xml(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

/// `kept` are characters that need no escape here: an attribute would lose its line breaks.
std::string xml(std::string_view raw, std::string_view kept = "") {
  std::string scratch;
  const std::string_view text = printable(raw, scratch);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (has_no_place_in_xml(c)) {
      out += "�";
    } else if (c < 0x80 && kept.find(static_cast<char>(c)) != std::string_view::npos) {
      out += static_cast<char>(c);
    } else if (c < 0x20 || c == '&' || c == '<' || c == '>' || c == '"') {
      fmt::format_to(std::back_inserter(out), "&#{};", static_cast<unsigned>(c));
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

struct Suite {
  std::string name;
  std::vector<Case> cases;
};

struct Count {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

Count count(const std::vector<Case>& cases) {
  const auto with = [&](CaseStatus status) {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(), [&](const Case& each) { return each.status == status; }));
  };
  return {cases.size(), with(CaseStatus::kFail), with(CaseStatus::kSkipped)};
}

Case as_case(const Diagnostic& finding, const CheckReport& report) {
  return {.suite = finding.where.file.empty() ? report.command : finding.where.file,
          .name = fmt::format("{}: {}", finding.code, finding.message),
          .status = finding.severity >= report.fails_from ? CaseStatus::kFail : CaseStatus::kPass,
          .message = to_text(finding),
          .where = finding.where};
}

/// Findings and cases by what they belong to. Readers of such files take none at all for a test that did not run, so
/// a check that found nothing is a case that passed.
std::vector<Suite> suites_of(const CheckReport& report) {
  std::vector<Case> all;
  for (const Diagnostic& finding : report.findings) all.push_back(as_case(finding, report));
  all.insert(all.end(), report.cases.begin(), report.cases.end());
  if (all.empty()) all.push_back({.suite = report.command, .name = report.command, .message = report.summary});
  std::stable_sort(all.begin(), all.end(), [](const Case& a, const Case& b) { return a.suite < b.suite; });

  std::vector<Suite> out;
  for (Case& each : all) {
    if (out.empty() || out.back().name != each.suite) out.push_back({each.suite, {}});
    out.back().cases.push_back(std::move(each));
  }
  return out;
}

void append_case(std::string& out, const Case& tried) {
  fmt::format_to(std::back_inserter(out), "    <testcase classname=\"{}\" name=\"{}\"", xml(tried.suite),
                 xml(tried.name));
  if (!tried.where.file.empty()) fmt::format_to(std::back_inserter(out), " file=\"{}\"", xml(tried.where.file));
  if (tried.where.line > 0) fmt::format_to(std::back_inserter(out), " line=\"{}\"", tried.where.line);
  const std::string first_line = xml(tried.message.substr(0, tried.message.find('\n')));
  if (tried.status == CaseStatus::kFail) {
    fmt::format_to(std::back_inserter(out), "><failure message=\"{}\">{}</failure></testcase>\n", first_line,
                   xml(tried.message, kText));
  } else if (tried.status == CaseStatus::kSkipped) {
    fmt::format_to(std::back_inserter(out), "><skipped message=\"{}\"/></testcase>\n", first_line);
  } else if (!tried.message.empty()) {
    fmt::format_to(std::back_inserter(out), "><system-out>{}</system-out></testcase>\n", xml(tried.message, kText));
  } else {
    out += "/>\n";
  }
}

void append_counts(std::string& out, std::string_view element, std::string_view name, const Count& count) {
  fmt::format_to(std::back_inserter(out), "<{} name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
                 element, xml(name), count.tests, count.failures, count.skipped);
}

}  // namespace

void append_check_junit(std::string& out, const CheckReport& report) {
  const std::vector<Suite> suites = suites_of(report);
  Count total;
  for (const Suite& suite : suites) {
    const Count part = count(suite.cases);
    total = {total.tests + part.tests, total.failures + part.failures, total.skipped + part.skipped};
  }
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  append_counts(out, "testsuites", "mubiao " + report.command, total);
  for (const Suite& suite : suites) {
    out += "  ";
    append_counts(out, "testsuite", suite.name, count(suite.cases));
    for (const Case& tried : suite.cases) append_case(out, tried);
    out += "  </testsuite>\n";
  }
  out += "</testsuites>\n";
}

}  // namespace mubiao::output
