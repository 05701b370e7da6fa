// A report of a check for scripts: one object, with a finding or a case a line, so that reports diff well.
//
// Door: append_check_json.

#include "mubiao/output.h"
#include "mubiao/version.h"
#include "output/check_formats.h"
#include "output/diagnostic_json.h"

namespace mubiao::output {
namespace {

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
  append_lines(out, json, "findings", report.findings, write_diagnostic);
  append_lines(out, json, "cases", report.cases, write_case);
  out += "}\n";
}

}  // namespace mubiao::output
