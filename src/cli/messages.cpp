// Messages on stderr: diagnostics with colour where the terminal wants it, or as JSON.
//
// Doors: Messages, usage_error, file_error, memory_error, counted, use_color.

#include "cli/messages.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "mubiao/output.h"

namespace mubiao::cli {
namespace {

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

Diagnostic usage_error(std::string message, std::string help) {
  return {.message = std::move(message), .help = std::move(help)};
}

Diagnostic file_error(std::string code, std::string file, std::string message, std::string help) {
  return {.code = std::move(code),
          .message = std::move(message),
          .where = {.file = std::move(file)},
          .help = std::move(help)};
}

Diagnostic memory_error(std::string name) {
  return file_error("E-MEMORY", std::move(name), "not enough memory for it", "fewer --threads need less at a time");
}

std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s");
}

bool use_color(std::string_view choice, int descriptor) {
  if (choice != "auto") return choice == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused = no_color != nullptr && *no_color != '\0';
  return !refused && terminal != nullptr && std::string_view(terminal) != "dumb" && isatty(descriptor);
}

void Messages::show(const Diagnostic& diagnostic) const {
  if (manner_.quiet && diagnostic.severity != Severity::kError) return;
  std::string text;
  if (manner_.json) {
    append_json(text, diagnostic);
    return say(text);
  }
  text = diagnostic.where.file.empty() ? "mubiao: " + to_text(diagnostic) : to_text(diagnostic);
  if (manner_.color && diagnostic.severity != Severity::kNote) {
    const std::string_view severity = to_string(diagnostic.severity);
    const std::size_t at = text.find(": " + std::string(severity));
    if (at != std::string::npos) {
      text.insert(at + 2 + severity.size(), "\033[0m");
      text.insert(at + 2, diagnostic.severity == Severity::kError ? "\033[1;31m" : "\033[1;33m");
    }
  }
  say(text);
}

bool Messages::to_terminal() const { return !manner_.quiet && !manner_.json && isatty(STDERR_FILENO); }

}  // namespace mubiao::cli
