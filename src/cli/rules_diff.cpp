// mubiao rules diff: what a change of rules does to the records of a corpus.
//
// Door: add_rules_diff.

#include <fmt/format.h>

#include <memory>

#include "cli/corpus.h"
#include "cli/output_file.h"
#include "cli/rule_source.h"
#include "cli/rules.h"
#include "mubiao/comparison_output.h"
#include "mubiao/rules_difference.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::string before;
  std::string after = "std";
  std::vector<std::string> rules;  // in a revision that is named without a path
  std::vector<std::string> corpus;
  InputArguments input;
  std::string kinds = "all";
  std::string ignored;
  std::string format;
};

/// Reads "rule,sentence". Errors: no such field.
Result<DifferenceOptions> parse_ignored(std::string_view list) {
  DifferenceOptions out;
  const std::vector<std::string>& fields = record_fields();
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string name(list.substr(0, comma));
    if (std::find(fields.begin(), fields.end(), name) == fields.end()) {
      return usage_error(fmt::format("--ignore: unknown field '{}'", name),
                         rules::suggestion(name, {fields.begin(), fields.end()}, "choose from"));
    }
    out.ignored.push_back(name);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return out;
}

/// Where a revision that is named alone has its rules: as --rules says, else where the other set is.
std::vector<std::string> paths_in_revision(const Arguments& arguments, const std::string& other) {
  if (!arguments.rules.empty()) return arguments.rules;
  const RuleSource source = parse_rule_source(other, {});
  return source.revision.empty() ? source.paths : std::vector<std::string>();
}

std::string called(const RuleSource& source, const RuleSet& rules) {
  return fmt::format("{} ({})", source.text, rules.name_and_version());
}

void append(std::string& out, const RulesDifference& difference, const std::string& format) {
  if (format == "text") return append_difference_text(out, difference);
  if (format == "json") return append_difference_json(out, difference);
  if (format == "markdown") return append_difference_markdown(out, difference);
  append_check_report(out, to_check_report(difference), *parse_report_format(format));
}

ExitCode run(const Arguments& arguments, const Messages& messages) {
  Result<Inputs> inputs = check(arguments.input);
  const Result<Kinds> kinds = parse_kinds(arguments.kinds);
  const Result<DifferenceOptions> options = parse_ignored(arguments.ignored);
  if (!inputs || !kinds || !options) {
    if (!inputs) messages.show(inputs.error());
    if (!kinds) messages.show(kinds.error());
    if (!options) messages.show(options.error());
    return ExitCode::kUsage;
  }
  const RuleSource before = parse_rule_source(arguments.before, paths_in_revision(arguments, arguments.after));
  const RuleSource after = parse_rule_source(arguments.after, paths_in_revision(arguments, arguments.before));
  std::optional<RuleSet> rules_before = load_rules(before, messages);
  std::optional<RuleSet> rules_after = load_rules(after, messages);
  if (!rules_before || !rules_after) {
    return report_unloadable("rules diff", parse_report_format(arguments.format).value_or(ReportFormat::kText),
                             messages);
  }

  inputs->paths.clear();
  const ExitCode found = add_corpus(arguments.corpus, *inputs, messages);

  RulesDifference difference{called(before, *rules_before), called(after, *rules_after), {}};
  const Extractor extract_before(*std::move(rules_before));
  const Extractor extract_after(*std::move(rules_after));
  const ExitCode read = for_each_document(*inputs, messages, [&](const std::string&, const Document& document) {
    difference.documents.push_back(compare_extractions(document, extract_before.extract(document, *kinds),
                                                       extract_after.extract(document, *kinds), *options));
    return true;
  });
  std::string out;
  append(out, difference, arguments.format);
  const ExitCode answer = difference.empty() ? ExitCode::kDone : ExitCode::kNo;
  return worse(worse(worse(found, read), answer), print(std::move(out), messages));
}

constexpr const char* kFooter =
    "OLD and NEW are rule files, directories of them, std (the embedded set), or git revisions, as git show takes\n"
    "them: REVISION:PATH, where PATH is seen from the top of the repository, or from here if it begins with ./ or "
    "../.\n"
    "A revision alone (HEAD~1, a tag) has its rules where --rules says, else where the other set is. Nothing is\n"
    "checked out. Records belong together if they overlap. Exit 1 if anything differs.\n\n"
    "Examples:\n"
    "  mubiao rules diff HEAD rules --corpus plans               what is not committed yet does to plans/*.txt\n"
    "  mubiao rules diff v1.2:rules rules --corpus plans -f markdown > comment.md\n"
    "  mubiao rules diff std my-rules --corpus plans --ignore rule,sentence\n"
    "  mubiao rules diff HEAD~1 HEAD --rules rules --corpus a.txt --corpus b.txt";

}  // namespace

Command add_rules_diff(CLI::App& group) {
  CLI::App* diff = group.add_subcommand("diff", "show what a change of rules does to the records of a corpus");
  auto arguments = std::make_shared<Arguments>();
  diff->add_option("old", arguments->before, "the rules to compare with")
      ->type_name("OLD")
      ->required()
      ->check(offers_paths());
  diff->add_option("new", arguments->after, "the rules that may differ; nothing is the embedded set")
      ->type_name("NEW")
      ->check(offers_paths());
  diff->add_option("--corpus", arguments->corpus, "document, or directory of *.txt; may be repeated")
      ->type_name("PATH")
      ->required()
      ->allow_extra_args(false);
  diff->add_option("--rules", arguments->rules, "where a revision has its rules; may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
  add_kinds_option(*diff, arguments->kinds);
  diff->add_option("--ignore", arguments->ignored, "fields that make no difference, with commas: rule,sentence")
      ->type_name("LIST")
      ->check(offers_list(record_fields()));
  add_format_option(*diff, arguments->format, {"text", "json", "markdown", "github", "sarif", "junit"});
  add_reading_options(*diff, arguments->input);
  diff->footer(kFooter);
  return {diff, [arguments](const Messages& messages) { return run(*arguments, messages); }};
}

}  // namespace mubiao::cli
