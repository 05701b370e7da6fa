// mubiao rules lints: what `rules check` looks for, and the help for one of them.
//
// Door: add_rules_lints.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/output_file.h"
#include "cli/rules.h"
#include "mubiao/lint.h"
#include "output/column.h"
#include "output/json_writer.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::string id;
  std::string format;
};

std::string_view without_line_breaks(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
  return text.substr(begin, text.find_last_not_of('\n') + 1 - begin);
}

void append_list(std::string& out) {
  std::size_t width = 0;
  for (const Lint& lint : lints()) width = std::max(width, lint.id.size());
  for (const Lint& lint : lints()) {
    std::string row(lint.id);
    output::pad_to(row, width + 2);
    row += to_string(lint.severity);
    output::pad_to(row, width + 11);
    fmt::format_to(std::back_inserter(out), "{}{}\n", row, lint.summary);
  }
}

void append_help(std::string& out, const Lint& lint) {
  fmt::format_to(std::back_inserter(out), "{} ({}): {}\n\n{}\n", lint.id, to_string(lint.severity), lint.summary,
                 without_line_breaks(lint.help));
}

void append_json(std::string& out, const Lint& lint) {
  output::JsonWriter json(out);
  json.begin_object();
  json.field("id", lint.id);
  json.field("severity", to_string(lint.severity));
  json.field("summary", lint.summary);
  json.field("help", without_line_breaks(lint.help));
  json.end_object();
  out += '\n';
}

std::vector<std::string> lint_ids() {
  std::vector<std::string> ids;
  for (const Lint& lint : lints()) ids.emplace_back(lint.id);
  return ids;
}

ExitCode run_lints(const Arguments& arguments, const Messages& messages) {
  const Lint* one = find_lint(arguments.id);
  if (!arguments.id.empty() && one == nullptr) {
    const std::vector<std::string> ids = lint_ids();
    messages.show(usage_error(fmt::format("no lint is called '{}'", arguments.id),
                              rules::suggestion(arguments.id, {ids.begin(), ids.end()}, "choose one of")));
    return ExitCode::kUsage;
  }
  std::string out;
  for (const Lint& lint : lints()) {
    if (arguments.format == "json" && (one == nullptr || one == &lint)) append_json(out, lint);
  }
  if (arguments.format == "text" && one == nullptr) append_list(out);
  if (arguments.format == "text" && one != nullptr) append_help(out, *one);
  return print(std::move(out), messages);
}

}  // namespace

Command add_rules_lints(CLI::App& group) {
  CLI::App* lints = group.add_subcommand("lints", "list what rules check looks for, or explain one of them");
  auto arguments = std::make_shared<Arguments>();
  lints->add_option("id", arguments->id, "the lint to explain")->type_name("ID")->check(offers(lint_ids()));
  add_format_option(*lints, arguments->format, {"text", "json"});
  lints->footer("Example:\n  mubiao rules lints W-PREFIX");
  return {lints, [arguments](const Messages& messages) { return run_lints(*arguments, messages); }};
}

}  // namespace mubiao::cli
