// How a batch is run, and what is said of it at the end.
//
// Doors: add_batch_options, show_summary.

#include "cli/batch_arguments.h"

#include <fmt/format.h>

#include "cli/progress.h"

namespace mubiao::cli {

void add_batch_options(CLI::App& app, BatchArguments& arguments) {
  app.add_option("-j,--threads", arguments.threads, "documents at a time; else as many as there are cores")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostThreads).description(""));
  app.add_option("--timeout-per-file", arguments.timeout, "give up a document after so long; 0 is never")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber.description(""));
}

void show_summary(const PipelineResult& result, const Kinds& kinds, const Messages& messages) {
  if (!messages.to_terminal() && !messages.verbose()) return;
  std::string text = counted(result.documents, "document");
  if (result.failures > 0) text += fmt::format(" ({} failed)", result.failures);
  const char* separator = ": ";
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    if (!kinds[kind]) continue;
    const std::size_t count = result.records[kind];
    const auto name = static_cast<Kind>(kind);
    // Of adjectives there is no plural.
    const bool noun = name == Kind::kTarget || name == Kind::kMilestone;
    text += separator + (noun ? counted(count, to_string(name)) : fmt::format("{} {}", count, to_string(name)));
    separator = ", ";
  }
  text += fmt::format("; {:.1f} s", result.seconds);
  if (const std::string speed = rate(result.bytes, result.seconds); !speed.empty()) text += ", " + speed;
  messages.show(Diagnostic{.severity = Severity::kNote, .message = std::move(text)});
}

}  // namespace mubiao::cli
