// mubiao extract: documents in, records out.
//
// Door: add_extract.

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/again_options.h"
#include "cli/command.h"
#include "cli/extract_worker.h"
#include "cli/finished_results.h"
#include "cli/job_source.h"
#include "cli/output_file.h"
#include "cli/pipeline.h"
#include "cli/result_options.h"
#include "cli/source_options.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  InputArguments inputs;
  SourceArguments source;
  std::vector<std::string> rules;
  ResultArguments result;
  std::string output = "-";
  std::string out_dir;
  std::string kinds = "target";
  std::vector<std::string> units;
  bool exit_status = false;
  AgainArguments again;
};

/// Arguments after the second look: nothing in it can be wrong but what depends on the rules.
struct Plan {
  Source source;
  ExtractOptions options;
  Again again = Again::kAlways;
  std::vector<std::string> depends_on;  // for --resume
  bool fail_fast = false;
};

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
  plan.options.encoding = inputs.encoding;
  plan.options.max_bytes = inputs.max_bytes;
  plan.fail_fast = inputs.fail_fast;
  take(check(arguments.again, arguments.out_dir), plan.again);
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
    options.insert(options.end(),
                   {result.format, result.by, result.bom ? "bom" : "", arguments.kinds, arguments.inputs.encoding});
    plan.depends_on = what_results_depend_on(*files, options);
  }
  return cli::load_rules(files, messages);
}

/// All results to one file or stream.
PipelineResult write_stream(Plan plan, const std::string& path, const ExtractWorker& worker, const Messages& messages) {
  OutputFile out(path);
  PipelineResult result;
  if (out.flush_if_large()) {
    worker.append_preamble(out.buffer());
    const Work work = [&worker](const Job& job, Outlet& outlet) {
      Outcome outcome;
      worker.write(worker.read(job, outcome), outlet, outcome);
      return outcome;
    };
    result = run_jobs(*plan.source.jobs, work, out, {.fail_fast = plan.fail_fast}, messages);
  }
  result.status = worse(result.status, out.finish(messages));
  return result;
}

/// The result of each document to a file of its own. One that cannot be written fails like an input, and the others
/// go on.
PipelineResult write_directory(Plan plan, const std::string& directory, const ExtractWorker& worker,
                               const Messages& messages) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) {
    messages.show(file_error("E-WRITE", directory, error.message()));
    return {.status = ExitCode::kOutput};
  }
  const Result<FinishedResults> finished = FinishedResults::open(plan.again, directory, std::move(plan.depends_on));
  if (!finished) {
    messages.show(finished.error());
    return {.status = ExitCode::kOutput};
  }
  const Work work = [&worker, &finished](const Job& job, Outlet&) {
    Outcome outcome;
    outcome.was_done = finished->has(job);
    if (outcome.was_done) return outcome;
    ResultKey key;
    const auto is_done = [&](std::string_view bytes) { return finished->has(job, bytes, key); };
    const Reading reading = worker.read(job, outcome, is_done);
    if (!reading.document) return outcome;
    std::error_code ignored;  // told when the file cannot be made
    fs::create_directories(fs::path(job.output).parent_path(), ignored);
    OutputFile out(job.output);
    worker.append_preamble(out.buffer());
    worker.write(reading, out, outcome);
    std::optional<Diagnostic> failed = out.close();
    if (!failed) failed = finished->add(job, key);
    if (failed) {
      outcome.diagnostics.push_back(*failed);
      outcome.status = ExitCode::kOutput;
    }
    return outcome;
  };
  OutputFile nothing("-");
  PipelineResult result = run_jobs(*plan.source.jobs, work, nothing, {.fail_fast = plan.fail_fast}, messages);
  if (const std::optional<Diagnostic> failed = finished->close()) {
    messages.show(*failed);
    result.status = worse(result.status, ExitCode::kOutput);
  }
  if (plan.again != Again::kAlways) {
    messages.show(
        {.severity = Severity::kNote, .message = counted(result.were_done, "result") + " of before kept as they are"});
  }
  return result;
}

ExitCode run(const Arguments& arguments, const CLI::App& app, const Messages& messages) {
  if (arguments.source.files_from.empty() && nothing_to_read(arguments.inputs, app)) return ExitCode::kUsage;
  Result<Plan> plan = check_arguments(arguments);
  if (!plan) {
    messages.show(plan.error());
    return ExitCode::kUsage;
  }
  messages.show(plan->source.warnings);
  std::optional<RuleSet> rules = load_rules(arguments, *plan, messages);
  if (!rules) return ExitCode::kRules;
  std::optional<std::vector<UnitChoice>> units = choose_units(arguments.units, rules->units(), messages);
  if (!units) return ExitCode::kUsage;

  plan->options.units = std::move(*units);

  // Left to the system with the rest of the memory: to take apart all that was compiled would be a part of a short run.
  static const ExtractWorker& worker = *new ExtractWorker(Extractor(std::move(*rules)), plan->options);
  const PipelineResult result = arguments.out_dir.empty()
                                    ? write_stream(std::move(*plan), arguments.output, worker, messages)
                                    : write_directory(std::move(*plan), arguments.out_dir, worker, messages);
  const bool found = std::any_of(result.records.begin(), result.records.end(), [](std::size_t n) { return n > 0; });
  return arguments.exit_status && !found ? worse(result.status, ExitCode::kNo) : result.status;
}

constexpr const char* kFooter =
    "With --format json several documents are written one object after the other, as jq reads them; the other formats\n"
    "are one stream of records, the path of the document first in each, the rule set last. tsv has \\t, \\n, \\r and "
    "\\\\\n"
    "where these characters were. excel is CSV with a byte order mark, CR LF, and ' before any text that begins with\n"
    "= + - @, a tab or a CR, which Excel would take for a formula; columns of numbers stay numbers.\n\n"
    "A directory stands for its *.txt, *.text and *.md (with --input jsonl *.jsonl and *.ndjson) at any depth, "
    "without\n"
    "hidden ones. A GLOB with a slash is matched against the path below the directory, without one against the name;\n"
    "* and ? match no slash, ** matches directories. --exclude is stronger than --include.\n\n"
    "With --input jsonl the id stands for the path, offsets are into the text of the field, and the other fields of a\n"
    "line come last in json and jsonl, as they are, as \"input\".\n\n"
    "Examples:\n"
    "  mubiao extract plan.txt                              one JSON object\n"
    "  mubiao extract -f csv -o targets.csv plans           one table of all documents in plans\n"
    "  mubiao extract -O results --resume plans             results/a/b.json for each plans/a/b.txt, what changed\n"
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
