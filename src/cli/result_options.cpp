// Options that say what results are written as.
//
// Doors: add_result_options, check.

#include "cli/result_options.h"

#include "cli/command.h"
#include "cli/offer.h"

namespace mubiao::cli {

void add_result_options(CLI::App& app, ResultArguments& arguments) {
  add_format_option(app, arguments.format, {"json", "jsonl", "csv", "tsv", "excel", "table"});
  app.add_option("--by", arguments.by,
                 "document: one object for every document, also for one that cannot be read, and with -f jsonl one "
                 "line; target: with -f jsonl a line for each record, which it is without this")
      ->type_name("WHAT")
      ->check(one_of({"target", "document"}));
  app.add_flag("--bom", arguments.bom, "begin CSV with a byte order mark, for Excel");
}

Result<ResultOptions> check(const ResultArguments& arguments) {
  const std::string& format = arguments.format;
  const bool by_document = arguments.by == "document";
  if (by_document && format != "json" && format != "jsonl") {
    return usage_error("--by document only goes with --format jsonl or json");
  }
  if (arguments.by == "target" && format == "json") {
    return usage_error("--by target does not go with --format json, which has an object for each document",
                       "--format jsonl has a line for each target");
  }
  if (arguments.bom && format != "csv") {
    return usage_error("--bom only goes with --format csv", format == "excel" ? "excel has one without it" : "");
  }
  ResultOptions options{.bom = arguments.bom, .ending = format == "excel" ? "csv" : format};
  if (format == "json") options.format = by_document ? ResultFormat::kJsonDocuments : ResultFormat::kJson;
  if (format == "jsonl") options.format = by_document ? ResultFormat::kJsonlDocuments : ResultFormat::kJsonl;
  if (format == "csv") options.format = ResultFormat::kCsv;
  if (format == "tsv") options.format = ResultFormat::kTsv;
  if (format == "excel") options.format = ResultFormat::kExcel;
  if (format == "table") options.format = ResultFormat::kTable;
  return options;
}

}  // namespace mubiao::cli
