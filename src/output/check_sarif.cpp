// A report of a check as SARIF 2.1.0, for code scanning. A result needs a file: what has none is a notification of the
// run. Services take 25,000 results and show the first 5,000, so errors come first.
//
// Door: append_check_sarif.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "mubiao/lint.h"
#include "mubiao/version.h"
#include "output/check_formats.h"
#include "output/json_writer.h"

namespace mubiao::output {
namespace {

constexpr std::size_t kMostResults = 25000;
constexpr std::size_t kLongestSnippet = 1000;  // bytes; a line may be megabytes

std::string_view level_of(Severity severity) { return to_string(severity); }  // SARIF has the same words

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name);
  json.begin_object();
  json.field("text", text);
  json.end_object();
}

/// The path as a URI reference: relative as it was named, or file://… if it is absolute.
std::string uri_of(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// FNV-1a, 64 bits: has to be the same in every version of the program.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

/// Tells results apart by what they say and the text they point at, not by where it stands: lines may move. Those of
/// one file that are the same in all that are counted.
class Fingerprints {
 public:
  std::string next(const Diagnostic& problem) {
    const std::uint64_t hash =
        hash_of(fmt::format("{}\n{}\n{}", problem.code, problem.message, trimmed(problem.source)));
    return fmt::format("{:016x}:{}", hash, ++seen_[{problem.where.file, hash}]);
  }

 private:
  std::map<std::pair<std::string, std::uint64_t>, int> seen_;
};

/// The codes that results have, each once: their ids must be unique in a run.
std::vector<std::string> codes_of(const std::vector<Diagnostic>& problems) {
  std::vector<std::string> out;
  for (const Diagnostic& problem : problems) out.push_back(problem.code);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// A result that no lint made: an example that failed, a document that could not be read.
constexpr Lint kNoLint = {"", Severity::kError, "something that was tried did not give what it should", ""};

void write_rule(JsonWriter& json, const std::string& code) {
  const Lint* known = find_lint(code);
  const Lint& lint = known == nullptr ? kNoLint : *known;
  json.begin_object();
  json.field("id", code);
  write_text(json, "shortDescription", lint.summary);
  write_text(json, "help", lint.help.empty() ? lint.summary : lint.help);
  json.key("defaultConfiguration");
  json.begin_object();
  json.field("level", level_of(lint.severity));
  json.end_object();
  json.end_object();
}

std::string message_of(const Diagnostic& problem) {
  return problem.help.empty() ? problem.message : fmt::format("{}\nhelp: {}", problem.message, problem.help);
}

void write_region(JsonWriter& json, const Diagnostic& problem) {
  const Location& where = problem.where;
  json.key("region");
  json.begin_object();
  json.field("startLine", where.line);
  if (where.column > 0) {
    json.field("startColumn", where.column);
    json.field("endColumn", where.column + std::max<std::size_t>(problem.width, 1));
  }
  if (!problem.source.empty() && problem.source.size() <= kLongestSnippet) {
    write_text(json, "snippet", problem.source);
  }
  json.end_object();
}

void write_location(JsonWriter& json, const Diagnostic& problem) {
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  json.key("artifactLocation");
  json.begin_object();
  json.field("uri", uri_of(problem.where.file));
  json.end_object();
  if (problem.where.line > 0) write_region(json, problem);
  json.end_object();
  json.end_object();
}

void write_result(JsonWriter& json, const Diagnostic& problem, std::size_t rule, const std::string& fingerprint) {
  json.begin_object();
  json.field("ruleId", problem.code);
  json.field("ruleIndex", rule);
  json.field("level", level_of(problem.severity));
  write_text(json, "message", message_of(problem));
  json.key("locations");
  json.begin_array();
  write_location(json, problem);
  json.end_array();
  json.key("partialFingerprints");
  json.begin_object();
  json.field("primaryLocationLineHash", fingerprint);
  json.end_object();
  json.end_object();
}

void write_tool(JsonWriter& json, const CheckReport& report, const std::vector<std::string>& codes) {
  json.begin_object();
  json.key("driver");
  json.begin_object();
  json.field("name", "mubiao");
  json.field("fullName", "mubiao " + report.command);
  json.field("version", version());
  json.key("rules");
  json.begin_array();
  for (const std::string& code : codes) write_rule(json, code);
  json.end_array();
  json.end_object();
  json.end_object();
}

void write_notification(JsonWriter& json, std::string_view level, const std::string& message) {
  json.begin_object();
  json.field("level", level);
  write_text(json, "message", message);
  json.end_object();
}

/// What is said of the run as a whole: its summary, and what no file can be named for.
void write_invocation(JsonWriter& json, const CheckReport& report, const std::vector<Diagnostic>& without_file,
                      std::size_t left_out) {
  json.begin_object();
  json.field("executionSuccessful", true);
  json.key("toolExecutionNotifications");
  json.begin_array();
  for (const Diagnostic& each : without_file) write_notification(json, level_of(each.severity), message_of(each));
  if (left_out > 0) {
    write_notification(json, "warning",
                       fmt::format("{} more results are left out: services take {} in a file", left_out, kMostResults));
  }
  write_notification(json, "note", report.summary);
  json.end_array();
  json.end_object();
}

}  // namespace

void append_check_sarif(std::string& out, const CheckReport& report) {
  std::vector<Diagnostic> problems = all_problems(report);
  const auto middle = std::stable_partition(problems.begin(), problems.end(),
                                            [](const Diagnostic& each) { return !each.where.file.empty(); });
  const std::vector<Diagnostic> without_file(middle, problems.end());
  problems.erase(middle, problems.end());
  const std::size_t left_out = problems.size() - std::min(problems.size(), kMostResults);
  problems.resize(problems.size() - left_out);
  const std::vector<std::string> codes = codes_of(problems);

  JsonWriter json(out);
  out +=
      "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\n"
      "\"version\":\"2.1.0\",\n\"runs\":[{\"tool\":";
  write_tool(json, report, codes);
  out += ",\n\"columnKind\":\"unicodeCodePoints\",\n\"invocations\":[";
  write_invocation(json, report, without_file, left_out);
  out += "],\n\"results\":[";
  Fingerprints fingerprints;
  const char* separator = "\n";
  for (const Diagnostic& problem : problems) {
    out += separator;
    const auto code = std::lower_bound(codes.begin(), codes.end(), problem.code);
    write_result(json, problem, static_cast<std::size_t>(code - codes.begin()), fingerprints.next(problem));
    separator = ",\n";
  }
  out += "]}]}\n";
}

}  // namespace mubiao::output
