// mubiao extract: documents in, records out.
//
// Door: add_extract.

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/batch_arguments.h"
#include "cli/command.h"
#include "cli/extract_worker.h"
#include "cli/job_source.h"
#include "cli/output_file.h"
#include "cli/pipeline.h"
#include "cli/terminal_size.h"
#include "cli/time_limit.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  InputArguments inputs;
  BatchArguments batch;
  std::vector<std::string> rules;
  std::string format;
  std::string output = "-";
  std::string out_dir;
  std::string kinds = "target";
  std::vector<std::string> units;
  bool bom = false;
  bool exit_status = false;
};

/// Arguments after the second look: nothing in it can be wrong but what depends on the rules.
struct Plan {
  std::vector<Job> jobs;
  ExtractOptions options;
  PipelineOptions pipeline;
  double timeout = 0;
};

ResultFormat parse_format(const std::string& name) {
  if (name == "table") return ResultFormat::kTable;
  return name == "csv" ? ResultFormat::kCsv : name == "jsonl" ? ResultFormat::kJsonl : ResultFormat::kJson;
}

/// Who looks at one document at a terminal is shown a table, unless something else is asked for.
std::string chosen_format(const Arguments& arguments, const CLI::App& app) {
  const bool asked = app.count("--format") + app.count("--output") + app.count("--out-dir") > 0;
  const bool table = !asked && arguments.inputs.paths.size() <= 1 && isatty(STDOUT_FILENO);
  return table ? "table" : arguments.format;
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
      into = *result;
    } else {
      errors.insert(errors.end(), result.error().begin(), result.error().end());
    }
  };
  Inputs inputs;
  take(check(arguments.inputs), inputs);
  take(parse_kinds(arguments.kinds), plan.options.kinds);
  plan.options.format = parse_format(arguments.format);
  plan.options.encoding = inputs.encoding;
  plan.options.max_bytes = inputs.max_bytes;
  plan.options.bom = arguments.bom;
  // A result that may be cut short is not passed on before it is known that it will not be.
  plan.pipeline = {
      .threads = arguments.batch.threads, .fail_fast = inputs.fail_fast, .whole_results = arguments.batch.timeout > 0};
  plan.timeout = arguments.batch.timeout;
  if (arguments.bom && plan.options.format != ResultFormat::kCsv) {
    errors.push_back(usage_error("--bom only goes with --format csv"));
  }
  if (plan.options.format == ResultFormat::kTable && !arguments.out_dir.empty()) {
    errors.push_back(usage_error("--format table does not go with --out-dir", "it is for people; csv is a table, too"));
  }
  take(plan_jobs(inputs.paths, arguments.out_dir, arguments.format), plan.jobs);
  for (const std::string& path : inputs.paths) {
    if (same_file(path, arguments.output)) errors.push_back(usage_error(path + " would be overwritten"));
  }
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

/// All results to one file or stream.
PipelineResult write_stream(Plan plan, const std::string& path, const ExtractWorker& worker, const Messages& messages) {
  OutputFile out(path);
  PipelineResult result;
  if (out.flush_if_large()) {
    worker.append_preamble(out.buffer());
    ListedJobs jobs(std::move(plan.jobs));
    const Work work = [&](const Job& job, Lane& lane) {
      const GoesOn goes_on = [&lane, limit = TimeLimit(plan.timeout)] { return lane.wanted() && !limit.over(); };
      Outcome outcome;
      const std::optional<Document> document = worker.read(job, goes_on, outcome);
      if (document) worker.write(*document, goes_on, lane, outcome);
      if (outcome.status != ExitCode::kDone && lane.take_back()) outcome.records = {};
      return outcome;
    };
    result = run_jobs(jobs, work, out, plan.pipeline, messages);
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
  ListedJobs jobs(std::move(plan.jobs));
  const Work work = [&](const Job& job, Lane& lane) {
    const GoesOn goes_on = [&lane, limit = TimeLimit(plan.timeout)] { return lane.wanted() && !limit.over(); };
    Outcome outcome;
    const std::optional<Document> document = worker.read(job, goes_on, outcome);
    if (!document) return outcome;
    OutputFile out(job.output);
    worker.append_preamble(out.buffer());
    worker.write(*document, goes_on, out, outcome);
    // With --fail-fast the files are those that one thread would have left.
    const bool wanted = !plan.pipeline.fail_fast || lane.wait_for_turn();
    if (!wanted || outcome.status != ExitCode::kDone) {
      outcome.records = {};
    } else if (const std::optional<Diagnostic> failed = out.close()) {
      outcome.diagnostics.push_back(*failed);
      outcome.status = ExitCode::kOutput;
    }
    return outcome;
  };
  NoOutlet nothing;
  return run_jobs(jobs, work, nothing, plan.pipeline, messages);
}

ExitCode run(Arguments arguments, const CLI::App& app, const Messages& messages) {
  if (nothing_to_read(arguments.inputs, app)) return ExitCode::kUsage;
  arguments.format = chosen_format(arguments, app);
  Result<Plan> plan = check_arguments(arguments);
  if (!plan) {
    messages.show(plan.error());
    return ExitCode::kUsage;
  }
  std::optional<RuleSet> rules = load_rules(arguments.rules, messages);
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
    "With --format json several documents are written one object after the other, as jq reads them;\n"
    "jsonl and csv are one stream of records, the path of the document first in each, the rule set last.\n"
    "table is for people, and what one document looks like at a terminal.\n\n"
    "Results and messages come in the order of the inputs, whatever the number of threads. With --timeout-per-file\n"
    "a result is held back until its document is done; a document that runs out of time is a failed input.\n\n"
    "Examples:\n"
    "  mubiao extract plan.txt                              one JSON object\n"
    "  mubiao extract -f csv -o targets.csv plans/*.txt     one table\n"
    "  mubiao extract -j 8 --timeout-per-file 30 -f jsonl -v plans/*.txt > targets.jsonl\n"
    "  mubiao extract -O results --kinds all plans/*.txt    results/NAME.json for each NAME.txt\n"
    "  cat plan.txt | mubiao extract -f jsonl | jq -r 'select(.year == 2030) | .indicator'";

}  // namespace

Command add_extract(CLI::App& program) {
  CLI::App* app = program.add_subcommand("extract", "write the numeric targets of documents as JSON or CSV");
  auto arguments = std::make_shared<Arguments>();
  add_input_options(*app, arguments->inputs);
  add_format_option(*app, arguments->format, {"json", "jsonl", "csv", "table"});
  CLI::Option* output = app->add_option("-o,--output", arguments->output, "write to this file; - is stdout");
  output->type_name("FILE");
  app->add_option("-O,--out-dir", arguments->out_dir, "write one result per document, NAME.json for NAME.txt")
      ->type_name("DIR")
      ->excludes(output);
  add_batch_options(*app, arguments->batch);
  add_kinds_option(*app, arguments->kinds);
  app->add_option("--unit", arguments->units, "show a dimension in this unit: power=GW; may be repeated")
      ->type_name("DIMENSION=UNIT")
      ->allow_extra_args(false);
  add_rules_option(*app, arguments->rules);
  app->add_flag("--bom", arguments->bom, "begin CSV with a byte order mark, for Excel");
  app->add_flag("-e,--exit-status", arguments->exit_status, "exit 1 if no record was written");
  app->footer(kFooter);
  return {app, [arguments, app](const Messages& messages) { return run(*arguments, *app, messages); }};
}

}  // namespace mubiao::cli
