// Options of `extract` that say which documents there are, and the jobs that come of them.
//
// Doors: add_source_options, plan_source.

#include "cli/source_options.h"

#include <algorithm>
#include <utility>

#include "cli/command.h"
#include "cli/jsonl_jobs.h"
#include "cli/offer.h"

namespace mubiao::cli {
namespace {

bool is_jsonl(const SourceArguments& arguments) { return arguments.kind == "jsonl"; }

std::vector<Diagnostic> check_options(const SourceArguments& arguments, const std::vector<std::string>& paths,
                                      const Inputs& inputs, const ResultFiles& files) {
  std::vector<Diagnostic> errors;
  const auto refuse = [&errors](bool wrong, std::string message, std::string help = "") {
    if (wrong) errors.push_back(usage_error(std::move(message), std::move(help)));
  };
  const bool jsonl = is_jsonl(arguments);
  refuse(!jsonl && arguments.text_field, "--text-field only goes with --input jsonl");
  refuse(!jsonl && arguments.id_field, "--id-field only goes with --input jsonl");
  refuse(jsonl && arguments.text_field.value_or("text") == arguments.id_field.value_or("id"),
         "--text-field and --id-field name the same field");
  refuse(jsonl && inputs.read.encoding, "--encoding does not go with --input jsonl: JSON is UTF-8");
  const bool binary = inputs.read.format == Format::kDocx || inputs.read.format == Format::kPdf;
  refuse(jsonl && binary, "--input-format docx and pdf do not go with --input jsonl: a string of JSON is text",
         "name the files");
  refuse(jsonl && !files.directory.empty(), "--out-dir does not go with --input jsonl: an id is no file name",
         "-f jsonl --by document writes one line for each document");
  refuse(arguments.null_separated && arguments.files_from.empty(), "--null only goes with --files-from");
  const bool twice = arguments.files_from == "-" && std::find(paths.begin(), paths.end(), "-") != paths.end();
  refuse(twice, "stdin (-) is named twice");
  return errors;
}

}  // namespace

void add_source_options(CLI::App& app, SourceArguments& arguments) {
  app.add_option("--input", arguments.kind,
                 "text: a file is a document; jsonl: each line of it is one, an object with text and id")
      ->type_name("KIND")
      ->capture_default_str()
      ->check(one_of({"text", "jsonl"}));
  app.add_option("--text-field", arguments.text_field, "field that holds the text of a line")
      ->type_name("NAME")
      ->default_str("text");
  app.add_option("--id-field", arguments.id_field, "field that holds its id; without one it is FILE:LINE")
      ->type_name("NAME")
      ->default_str("id");
  app.add_option("--include", arguments.include,
                 "in directories read what GLOB matches, instead of *.txt, *.text, *.md, *.html, *.htm, *.xhtml, "
                 "*.docx and *.pdf; may be repeated")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  app.add_option("--exclude", arguments.exclude,
                 "in directories leave out files and directories that GLOB matches; may be repeated")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  app.add_option("--files-from", arguments.files_from, "also read what this file names, a path a line; - is stdin")
      ->type_name("FILE");
  app.add_flag("-0,--null", arguments.null_separated, "there, paths end in a zero byte, as find -print0 writes them");
}

Result<Source> plan_source(const SourceArguments& arguments, const std::vector<std::string>& paths,
                           const Inputs& inputs, const ResultFiles& files, const std::string& output) {
  if (std::vector<Diagnostic> errors = check_options(arguments, paths, inputs, files); !errors.empty()) return errors;
  InputSearch search{.paths = arguments.files_from.empty() ? inputs.paths : paths,
                     .files_from = arguments.files_from,
                     .null_separated = arguments.null_separated,
                     .endings = {".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx", ".pdf"},
                     .include = arguments.include,
                     .exclude = arguments.exclude,
                     .skip_directory = files.directory};
  if (is_jsonl(arguments)) search.endings = {".jsonl", ".ndjson"};
  InputList list = find_inputs(search);
  if (std::vector<Diagnostic> errors = check_results(list, files, output); !errors.empty()) return errors;

  Source source;
  if (list.paths.empty() && list.problems.empty()) {
    source.warnings.push_back(file_error("W-EMPTY", arguments.files_from, "no path in this list: nothing to do"));
    source.warnings.back().severity = Severity::kWarning;
  }
  if (is_jsonl(arguments)) {
    if (arguments.text_field) source.line_fields.text = *arguments.text_field;
    if (arguments.id_field) source.line_fields.id = *arguments.id_field;
    source.jobs = std::make_unique<JsonlJobs>(std::move(list), inputs.max_bytes);
  } else {
    source.jobs = std::make_unique<ListedJobs>(std::move(list), files);
  }
  return source;
}

}  // namespace mubiao::cli
