// mubiao extract: documents in, records out.
//
// Door: add_extract.

#include "mubiao/extract.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"
#include "mubiao/output.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  InputArguments inputs;
  std::vector<std::string> rules;
  std::string format;
  std::string output = "-";
  std::string out_dir;
  std::string kinds = "target";
  std::vector<std::string> units;
  bool bom = false;
  bool exit_status = false;
};

enum class Format { kJson, kJsonl, kCsv };

/// Arguments after the second look: nothing in it can be wrong but what depends on the rules.
struct Plan {
  Inputs inputs;
  Format format = Format::kJson;
  Kinds kinds{};
  bool bom = false;
  std::map<std::string, std::string> output_of;  // with --out-dir: input -> output
};

/// NAME.json for NAME.txt; what comes from stdin is called stdin.
std::string output_name(const std::string& input, const std::string& format) {
  return (input == "-" ? "stdin" : fs::path(input).stem().string()) + "." + format;
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code no_such_file;
  return a != "-" && b != "-" && fs::equivalent(a, b, no_such_file);
}

/// Where each input's result goes. Errors: two inputs with one result, a result in place of an input.
Result<std::map<std::string, std::string>> plan_outputs(const Arguments& arguments,
                                                        const std::vector<std::string>& inputs) {
  std::vector<Diagnostic> errors;
  std::map<std::string, std::string> output_of;
  std::map<std::string, std::string> input_of;
  for (const std::string& input : inputs) {
    const std::string output = (fs::path(arguments.out_dir) / output_name(input, arguments.format)).string();
    const auto [taken, is_new] = input_of.try_emplace(output, input);
    if (!is_new) {
      errors.push_back(usage_error(fmt::format("{} and {} would both be written to {}", taken->second, input, output),
                                   "rename one, or write them to directories of their own"));
    }
    if (same_file(input, output)) errors.push_back(usage_error(fmt::format("{} would be overwritten", input)));
    output_of[input] = output;
  }
  if (!errors.empty()) return errors;
  return output_of;
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
  take(check(arguments.inputs), plan.inputs);
  take(parse_kinds(arguments.kinds), plan.kinds);
  plan.format = arguments.format == "csv" ? Format::kCsv : arguments.format == "jsonl" ? Format::kJsonl : Format::kJson;
  plan.bom = arguments.bom;
  if (plan.bom && plan.format != Format::kCsv) errors.push_back(usage_error("--bom only goes with --format csv"));
  if (!arguments.out_dir.empty()) take(plan_outputs(arguments, plan.inputs.paths), plan.output_of);
  for (const std::string& input : plan.inputs.paths) {
    if (same_file(input, arguments.output)) errors.push_back(usage_error(input + " would be overwritten"));
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

/// Extracts, and writes in the format of the plan.
class Writer {
 public:
  Writer(const Plan& plan, Extractor extractor, std::vector<UnitChoice> units, const Messages& messages)
      : plan_(plan),
        extractor_(std::move(extractor)),
        producer_(producer_of(extractor_.rules())),
        units_(std::move(units)),
        messages_(messages) {}

  void begin(std::string& out) const {
    if (plan_.format != Format::kCsv) return;
    if (plan_.bom) out += "\xEF\xBB\xBF";
    append_csv_header(out);
  }

  void write(std::string& out, const Document& document) {
    Extraction extraction = extractor_.extract(document, plan_.kinds);
    messages_.show(extraction.diagnostics);
    apply(units_, extractor_.rules().units(), extraction.records);
    found_ = found_ || !extraction.records.empty();
    switch (plan_.format) {
      case Format::kJson:
        return append_json(out, document, extraction, producer_);
      case Format::kJsonl:
        return append_jsonl(out, document, extraction, producer_);
      case Format::kCsv:
        return append_csv(out, document, extraction, producer_);
    }
  }

  bool found() const { return found_; }

 private:
  const Plan& plan_;
  Extractor extractor_;
  Producer producer_;
  std::vector<UnitChoice> units_;
  const Messages& messages_;
  bool found_ = false;
};

ExitCode write_stream(const Plan& plan, const std::string& path, Writer& writer, const Messages& messages) {
  OutputFile out(path);
  if (!out.flush_if_large()) return out.finish(messages);
  writer.begin(out.buffer());
  const ExitCode read = for_each_document(plan.inputs, messages, [&](const std::string&, const Document& document) {
    writer.write(out.buffer(), document);
    return out.flush_if_large();
  });
  return worse(read, out.finish(messages));
}

ExitCode write_directory(const Plan& plan, const std::string& directory, Writer& writer, const Messages& messages) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) {
    messages.show(file_error("E-WRITE", directory, error.message()));
    return ExitCode::kOutput;
  }
  ExitCode written = ExitCode::kDone;
  const ExitCode read =
      for_each_document(plan.inputs, messages, [&](const std::string& path, const Document& document) {
        OutputFile out(plan.output_of.at(path));
        writer.begin(out.buffer());
        writer.write(out.buffer(), document);
        written = worse(written, out.finish(messages));
        return !(plan.inputs.fail_fast && written != ExitCode::kDone);
      });
  return worse(read, written);
}

ExitCode run(const Arguments& arguments, const CLI::App& app, const Messages& messages) {
  if (nothing_to_read(arguments.inputs, app)) return ExitCode::kUsage;
  const Result<Plan> plan = check_arguments(arguments);
  if (!plan) {
    messages.show(plan.error());
    return ExitCode::kUsage;
  }
  std::optional<RuleSet> rules = load_rules(arguments.rules, messages);
  if (!rules) return ExitCode::kRules;
  std::optional<std::vector<UnitChoice>> units = choose_units(arguments.units, rules->units(), messages);
  if (!units) return ExitCode::kUsage;

  // Left to the system with the rest of the memory: to take apart all that was compiled would be a part of a short run.
  static Writer& writer = *new Writer(*plan, Extractor(std::move(*rules)), std::move(*units), messages);
  const ExitCode done = arguments.out_dir.empty() ? write_stream(*plan, arguments.output, writer, messages)
                                                  : write_directory(*plan, arguments.out_dir, writer, messages);
  return arguments.exit_status && !writer.found() ? worse(done, ExitCode::kNo) : done;
}

constexpr const char* kFooter =
    "With --format json several documents are written one object after the other, as jq reads them;\n"
    "jsonl and csv are one stream of records, the path of the document first in each, the rule set last.\n\n"
    "Examples:\n"
    "  mubiao extract plan.txt                              one JSON object\n"
    "  mubiao extract -f csv -o targets.csv plans/*.txt     one table\n"
    "  mubiao extract -O results --kinds all plans/*.txt    results/NAME.json for each NAME.txt\n"
    "  cat plan.txt | mubiao extract -f jsonl | jq -r 'select(.year == 2030) | .indicator'";

}  // namespace

Command add_extract(CLI::App& program) {
  CLI::App* app = program.add_subcommand("extract", "write the numeric targets of documents as JSON or CSV");
  auto arguments = std::make_shared<Arguments>();
  add_input_options(*app, arguments->inputs);
  add_format_option(*app, arguments->format, {"json", "jsonl", "csv"});
  CLI::Option* output = app->add_option("-o,--output", arguments->output, "write to this file; - is stdout");
  output->type_name("FILE");
  app->add_option("-O,--out-dir", arguments->out_dir, "write one result per document, NAME.json for NAME.txt")
      ->type_name("DIR")
      ->excludes(output);
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
