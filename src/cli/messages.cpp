// Messages on stderr: diagnostics with colour where the terminal wants it, and a progress line.
//
// Doors: Messages, Progress, usage_error, file_error, use_color.

#include "cli/messages.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace mubiao::cli {
namespace {

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

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
  if (quiet_ && diagnostic.severity != Severity::kError) return;
  std::string text = diagnostic.where.file.empty() ? "mubiao: " + to_text(diagnostic) : to_text(diagnostic);
  if (color_) {
    const std::string_view severity = to_string(diagnostic.severity);
    const std::size_t at = text.find(": " + std::string(severity));
    if (at != std::string::npos) {
      text.insert(at + 2 + severity.size(), "\033[0m");
      text.insert(at + 2, diagnostic.severity == Severity::kError ? "\033[1;31m" : "\033[1;33m");
    }
  }
  say(text);
}

Progress::Progress(const Messages& messages, std::size_t total)
    : wanted_(!messages.quiet() && total > 1 && isatty(STDERR_FILENO)), total_(total), started_(seconds()) {}

Progress::~Progress() { clear(); }

void Progress::advance() {
  ++done_;
  if (!wanted_) return;
  const double now = seconds();
  if (now - started_ < 1.0 || now - last_ < 0.1) return;
  last_ = now;
  shown_ = true;
  say("\r" + std::to_string(done_) + " of " + std::to_string(total_) + " documents");
}

void Progress::clear() {
  if (shown_) say("\r\033[K");
  shown_ = false;
}

}  // namespace mubiao::cli
