// A report of a check for scripts: one object, with a finding or a case a line, so that reports diff well.
//
// Door: append_check_json.

#include "mubiao/output.h"
#include "mubiao/version.h"
#include "output/check_formats.h"
#include "output/json_writer.h"

namespace mubiao::output {
namespace {

/// Null stands for what is not known: 0 in a place, an empty text.
std::optional<std::size_t> known(std::size_t number) { return number ? std::optional(number) : std::nullopt; }
std::optional<std::string> known(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

void write_place(JsonWriter& json, const Location& where) {
  json.field("file", known(where.file));
  json.field("line", known(where.line));
  json.field("column", known(where.column));
}

void write_finding(JsonWriter& json, const Diagnostic& finding) {
  json.begin_object();
  json.field("severity", to_string(finding.severity));
  json.field("code", finding.code);
  json.field("message", finding.message);
  json.field("help", known(finding.help));
  write_place(json, finding.where);
  json.field("width", known(finding.where.column == 0 ? 0 : finding.width));
  json.end_object();
}

void write_case(JsonWriter& json, const Case& tried) {
  json.begin_object();
  json.field("suite", tried.suite);
  json.field("name", tried.name);
  json.field("status", to_string(tried.status));
  json.field("message", known(tried.message));
  write_place(json, tried.where);
  json.end_object();
}

/// `"name":[` and each of them in a line of its own.
template <typename T>
void append_lines(std::string& out, JsonWriter& json, std::string_view name, const std::vector<T>& list,
                  void (*write)(JsonWriter&, const T&)) {
  out += ",\n\"";
  out += name;
  out += "\":[";
  const char* separator = "\n";
  for (const T& each : list) {
    out += separator;
    write(json, each);
    separator = ",\n";
  }
  out += ']';
}

}  // namespace

void append_check_json(std::string& out, const CheckReport& report) {
  JsonWriter json(out);
  out += R"({"mubiao":)";
  json.begin_object();
  json.field("schema", kOutputSchema);
  json.field("version", version());
  json.field("rules", known(report.rules));
  json.end_object();
  out += ",\n\"report\":";
  json.begin_object();
  json.field("command", report.command);
  json.field("summary", report.summary);
  json.end_object();
  append_lines(out, json, "findings", report.findings, write_finding);
  append_lines(out, json, "cases", report.cases, write_case);
  out += "}\n";
}

}  // namespace mubiao::output
