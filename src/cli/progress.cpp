// The line at a terminal that says how far a batch is.
//
// Doors: Progress, rate.

#include "cli/progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "cli/terminal_size.h"
#include "output/column.h"

namespace mubiao::cli {
namespace {

constexpr double kBefore = 1.0;   // seconds without a line
constexpr double kBetween = 0.1;  // and between two of them

/// 75 is "1:15".
std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(seconds);
  const long hours = whole / 3600;
  const long minutes = whole / 60 % 60;
  return hours > 0 ? fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60)
                   : fmt::format("{}:{:02}", minutes, whole % 60);
}

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

std::string rate(std::size_t bytes, double seconds) {
  constexpr double kShortest = 1e-6;
  if (bytes == 0 || seconds < kShortest) return "";
  return fmt::format("{:.1f} MB/s", static_cast<double>(bytes) / 1e6 / seconds);
}

Progress::Progress(const Messages& messages, std::optional<std::size_t> total)
    : messages_(messages),
      total_(total),
      wanted_(messages.to_terminal() && total.value_or(2) > 1),
      started_(std::chrono::steady_clock::now()) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
}

std::string Progress::line(double now) const {
  std::string text = total_ ? fmt::format("{} of {} documents", done_, *total_) : fmt::format("{} documents", done_);
  if (const std::string speed = rate(bytes_, now); !speed.empty()) text += ", " + speed;
  if (failures_ > 0) text += fmt::format(", {} failed", failures_);
  if (total_ && *total_ > done_) {
    const double each = now / static_cast<double>(done_);
    text += fmt::format(", {} left", clock_text(each * static_cast<double>(*total_ - done_)));
  }
  return text;
}

void Progress::advance(const Outcome& outcome) {
  if (!wanted_) return;
  const std::lock_guard lock(mutex_);
  ++done_;
  failures_ += outcome.status != ExitCode::kDone ? 1 : 0;
  bytes_ += outcome.bytes;
  const double now = seconds();
  if (now < kBefore || now - last_ < kBetween) return;
  last_ = now;
  shown_ = true;
  // One column stays free: a terminal would go to the next line behind the last one.
  say("\r" + output::cut_to(line(now), terminal_width(STDERR_FILENO) - 1) + "\033[K");
}

void Progress::clear_line() {
  if (shown_) say("\r\033[K");
  shown_ = false;
}

void Progress::show(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> shown = diagnostics;
  // What is no reason to look at a document again is told to whom wants to hear of each.
  if (!messages_.verbose()) {
    std::erase_if(shown, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::kNote; });
  }
  if (shown.empty()) return;
  const std::lock_guard lock(mutex_);
  clear_line();
  messages_.show(shown);
}

void Progress::clear() {
  const std::lock_guard lock(mutex_);
  clear_line();
}

}  // namespace mubiao::cli
