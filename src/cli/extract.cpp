// mubiao extract: documents in, records out.
//
// Door: add_extract.

#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/again_options.h"
#include "cli/batch_arguments.h"
#include "cli/command.h"
#include "cli/extract_batch.h"
#include "cli/result_options.h"
#include "cli/terminal_size.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  InputArguments inputs;
  SourceArguments source;
  BatchArguments batch;
  std::vector<std::string> rules;
  ResultArguments result;
  std::string output = "-";
  std::string out_dir;
  std::string kinds = "target";
  std::vector<std::string> units;
  bool exit_status = false;
  AgainArguments again;
};

/// Who looks at one document at a terminal is shown a table, unless something else is asked for.
bool is_for_people(const Plan& plan, const CLI::App& app) {
  const bool asked = app.count("--format") + app.count("--output") + app.count("--out-dir") > 0;
  return !asked && plan.source.jobs->total() == 1 && isatty(STDOUT_FILENO);
}

/// As wide as the terminal; nothing is cut where there is none.
TableLook table_look(const Arguments& arguments, const Messages& messages) {
  const bool shown = arguments.output == "-" && isatty(STDOUT_FILENO);
  return {.width = shown ? terminal_width(STDOUT_FILENO) : 0,
          .color = arguments.output == "-" && messages.color_results()};
}

Result<Plan> check_arguments(const Arguments& arguments) {
  Plan plan;
  std::vector<Diagnostic> errors;
  const auto take = [&errors](auto&& result, auto& into) {
    if (result) {
      into = std::move(result).value();
    } else {
      errors.insert(errors.end(), result.error().begin(), result.error().end());
    }
  };
  Inputs inputs;
  take(check(arguments.inputs), inputs);
  take(parse_kinds(arguments.kinds), plan.options.kinds);
  take(check(arguments.result), plan.options.result);
  plan.options.read = inputs.read;
  plan.options.max_bytes = inputs.max_bytes;
  // A result that may be cut short is not passed on before it is known that it will not be.
  plan.pipeline = {
      .threads = arguments.batch.threads, .fail_fast = inputs.fail_fast, .whole_results = arguments.batch.timeout > 0};
  plan.timeout = arguments.batch.timeout;
  take(check(arguments.again, arguments.out_dir), plan.again);
  if (plan.options.result.format == ResultFormat::kTable && !arguments.out_dir.empty()) {
    errors.push_back(usage_error("--format table does not go with --out-dir", "it is for people; csv is a table, too"));
  }
  if (!errors.empty()) return errors;
  take(plan_source(arguments.source, arguments.inputs.paths, inputs, {arguments.out_dir, plan.options.result.ending},
                   arguments.output),
       plan.source);
  plan.options.line_fields = plan.source.line_fields;
  if (!errors.empty()) return errors;
  return plan;
}

std::optional<std::vector<UnitChoice>> choose_units(const std::vector<std::string>& texts, const UnitTable& units,
                                                    const Messages& messages) {
  std::vector<UnitChoice> choices;
  bool good = true;
  for (const std::string& text : texts) {
    Result<UnitChoice> choice = parse_unit_choice(text, units);
    if (choice) {
      choices.push_back(std::move(*choice));
    } else {
      messages.show(choice.error());
      good = false;
    }
  }
  return good ? std::optional(choices) : std::nullopt;
}

/// Read once, where results are told apart by their text.
std::optional<RuleSet> load_rules(const Arguments& arguments, Plan& plan, const Messages& messages) {
  if (plan.again != Again::kChanged) return cli::load_rules(arguments.rules, messages);
  const Result<std::vector<RuleFile>> files = read_rule_files(arguments.rules);
  if (files) {
    std::vector<std::string> options = arguments.units;
    const ResultArguments& result = arguments.result;
    options.insert(options.end(), {result.format, result.by, result.bom ? "bom" : "", arguments.kinds,
                                   arguments.inputs.encoding, arguments.inputs.input_format});
    plan.depends_on = what_results_depend_on(*files, options);
  }
  return cli::load_rules(files, messages);
}

ExitCode run(const Arguments& arguments, const CLI::App& app, const Messages& messages) {
  if (arguments.source.files_from.empty() && nothing_to_read(arguments.inputs, app)) return ExitCode::kUsage;
  Result<Plan> plan = check_arguments(arguments);
  if (!plan) {
    messages.show(plan.error());
    return ExitCode::kUsage;
  }
  if (is_for_people(*plan, app)) plan->options.result.format = ResultFormat::kTable;
  messages.show(plan->source.warnings);
  std::optional<RuleSet> rules = load_rules(arguments, *plan, messages);
  if (!rules) return ExitCode::kRules;
  std::optional<std::vector<UnitChoice>> units = choose_units(arguments.units, rules->units(), messages);
  if (!units) return ExitCode::kUsage;

  plan->options.units = std::move(*units);
  plan->options.look = table_look(arguments, messages);

  // Left to the system with the rest of the memory: to take apart all that was compiled would be a part of a short run.
  static const ExtractWorker& worker = *new ExtractWorker(Extractor(std::move(*rules)), plan->options);
  const PipelineResult result = arguments.out_dir.empty()
                                    ? write_stream(std::move(*plan), arguments.output, worker, messages)
                                    : write_directory(std::move(*plan), arguments.out_dir, worker, messages);
  show_summary(result, worker.kinds(), messages);
  const bool found = std::any_of(result.records.begin(), result.records.end(), [](std::size_t n) { return n > 0; });
  return arguments.exit_status && !found ? worse(result.status, ExitCode::kNo) : result.status;
}

constexpr const char* kFooter =
    "With --format json several documents are written one object after the other, as jq reads them; the other formats\n"
    "are one stream of records, the path of the document first in each, the rule set last. tsv has \\t, \\n, \\r and "
    "\\\\\n"
    "where these characters were. excel is CSV with a byte order mark, CR LF, and ' before any text that begins with\n"
    "= + - @, a tab or a CR, which Excel would take for a formula; columns of numbers stay numbers. table is for\n"
    "people, and what one document looks like at a terminal.\n\n"
    "A directory stands for its *.txt, *.text, *.md, *.html, *.htm, *.xhtml, *.docx and *.pdf (with --input "
    "jsonl\n"
    "*.jsonl and *.ndjson) at any depth, without hidden ones. A GLOB with a slash is matched against the path below "
    "the directory, without one against the name;\n"
    "* and ? match no slash, ** matches directories. --exclude is stronger than --include.\n\n"
    "With --input jsonl the id stands for the path, offsets are into the text of the field, and the other fields of a\n"
    "line come last in json and jsonl, as they are, as \"input\".\n\n"
    "Results and messages come in the order of the inputs, whatever the number of threads. With --timeout-per-file\n"
    "a result is held back until its document is done; a document that runs out of time is a failed input.\n\n"
    "Examples:\n"
    "  mubiao extract plan.txt                              one JSON object\n"
    "  mubiao extract -f csv -o targets.csv plans           one table of all documents in plans\n"
    "  mubiao extract -O results --resume plans             results/a/b.json for each plans/a/b.txt, what changed\n"
    "  mubiao extract -j 8 --timeout-per-file 30 -f jsonl -v plans > targets.jsonl\n"
    "  find plans -newer last -name '*.txt' -print0 | mubiao extract -0 --files-from - -f jsonl\n"
    "  cat plan.txt | mubiao extract -f jsonl | jq -r 'select(.year == 2030) | .indicator'\n"
    "  mubiao extract --input jsonl --text-field body -f jsonl --by document shard.jsonl    a line in, a line out";

}  // namespace

Command add_extract(CLI::App& program) {
  CLI::App* app = program.add_subcommand("extract", "write the numeric targets of documents as JSON or CSV");
  auto arguments = std::make_shared<Arguments>();
  add_input_options(*app, arguments->inputs);
  add_source_options(*app, arguments->source);
  add_result_options(*app, arguments->result);
  CLI::Option* output = app->add_option("-o,--output", arguments->output, "write to this file; - is stdout");
  output->type_name("FILE");
  app->add_option(
         "-O,--out-dir", arguments->out_dir,
         "write one result per document, NAME.json for NAME.txt; below a named directory, and in a list, paths "
         "are kept")
      ->type_name("DIR")
      ->excludes(output);
  add_again_options(*app, arguments->again);
  add_batch_options(*app, arguments->batch);
  add_kinds_option(*app, arguments->kinds);
  app->add_option("--unit", arguments->units, "show a dimension in this unit: power=GW; may be repeated")
      ->type_name("DIMENSION=UNIT")
      ->allow_extra_args(false);
  add_rules_option(*app, arguments->rules);
  app->add_flag("-e,--exit-status", arguments->exit_status, "exit 1 if no record was written");
  app->footer(kFooter);
  return {app, [arguments, app](const Messages& messages) { return run(*arguments, *app, messages); }};
}

}  // namespace mubiao::cli
