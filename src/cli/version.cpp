// mubiao version: of the program, its rules and the libraries that shape results.
//
// Door: add_version.

#include "mubiao/version.h"

#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/output.h"
#include "output/json_writer.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::string format;
  std::vector<std::string> rules;
};

ExitCode run(const Arguments& arguments, const Messages& messages) {
  const std::optional<RuleSet> rules = load_rules(arguments.rules, messages);
  if (!rules) return ExitCode::kRules;
  if (arguments.format == "text") {
    return print(
        fmt::format("mubiao {}\nschema {}\nrules  {} ({} rules)\nICU    {}\nRE2    {}\n", version(), kOutputSchema,
                    rules->name_and_version(), rules->rules().size(), MUBIAO_ICU_VERSION, MUBIAO_RE2_VERSION),
        messages);
  }
  std::string out;
  output::JsonWriter json(out);
  json.begin_object();
  json.field("mubiao", version());
  json.field("schema", kOutputSchema);
  json.field("rules", rules->name_and_version());
  json.field("icu", MUBIAO_ICU_VERSION);
  json.field("re2", MUBIAO_RE2_VERSION);
  json.end_object();
  return print(out + "\n", messages);
}

}  // namespace

Command add_version(CLI::App& program) {
  CLI::App* app = program.add_subcommand("version", "show the versions of mubiao, its rules, ICU and RE2");
  auto arguments = std::make_shared<Arguments>();
  add_format_option(*app, arguments->format, {"text", "json"});
  add_rules_option(*app, arguments->rules);
  return {app, [arguments](const Messages& messages) { return run(*arguments, messages); }};
}

}  // namespace mubiao::cli
