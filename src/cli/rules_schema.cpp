// mubiao rules schema: a JSON Schema of rule files.
//
// Door: add_rules_schema.

#include "cli/output_file.h"
#include "cli/rules.h"
#include "output/rule_schema.h"

namespace mubiao::cli {
namespace {

ExitCode run_schema(const Messages& messages) {
  std::string out;
  output::append_rule_schema(out);
  return print(std::move(out), messages);
}

}  // namespace

Command add_rules_schema(CLI::App& group) {
  CLI::App* schema =
      group.add_subcommand("schema", "write a JSON Schema of rule files, with which editors complete them");
  schema->footer(
      "A rule file that begins with #:schema PATH is looked at by Taplo and editors that use it.\n\n"
      "Example:\n  mubiao rules schema > rules.schema.json");
  return {schema, run_schema};
}

}  // namespace mubiao::cli
