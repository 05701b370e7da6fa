// What is wrong with a PDF, by how pdftotext ended and what it said.
//
// Doors: failure_of, lack_of_text, warnings_of.

#include "read/pdf_problems.h"

#include <csignal>
#include <cstring>
#include <utility>

#include "read/extracted.h"
#include "read/extracted_text.h"

namespace mubiao::read {
namespace {

bool says(std::string_view messages, std::string_view words) { return messages.find(words) != std::string_view::npos; }

/// The first line of what pdftotext said, as it may be shown.
std::string first_message(std::string_view messages) {
  constexpr std::size_t kLongest = 120;
  std::string line(messages.substr(0, messages.find('\n')).substr(0, kLongest));
  for (char& c : line) {
    if (c < ' ' || c > '~') c = '?';
  }
  return line;
}

std::string quoted(std::string_view messages) {
  return messages.empty() ? "" : "; pdftotext says: " + first_message(messages);
}

Diagnostic failure_of_signal(int signal, const std::string& messages, const std::string& path) {
  if (signal == SIGKILL || says(messages, "bad_alloc") || says(messages, "ut of memory")) {
    return problem("E-LIMIT", path, "pdftotext needs more memory for it than it may have");
  }
  const std::string name = signal > 0 ? std::string(" by signal ") + std::to_string(signal) : "";
  return problem("E-FORMAT", path, "pdftotext was ended" + name + ": the file is broken" + quoted(messages));
}

Diagnostic failure_of_exit(int status, const std::string& messages, const std::string& path) {
  constexpr int kCannotRun = 127;
  constexpr int kNotAllowed = 3;
  if (status == kCannotRun) return problem("E-TOOL", path, "pdftotext cannot be run" + quoted(messages));
  if (says(messages, "Incorrect password")) {
    return problem("E-FORMAT", path, "it is encrypted, and a password is needed to read it",
                   "qpdf --decrypt --password=WORD IN.pdf OUT.pdf");
  }
  if (status == kNotAllowed) return problem("E-FORMAT", path, "it does not allow that text is copied from it");
  if (says(messages, "bad_alloc") || says(messages, "ut of memory")) return failure_of_signal(SIGKILL, messages, path);
  return problem("E-FORMAT", path, "this is no PDF, or a broken one" + quoted(messages));
}

/// "2-4, 7"
std::string ranges_of(const std::vector<std::size_t>& numbers) {
  constexpr std::size_t kMost = 8;
  std::string out;
  std::size_t ranges = 0;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (++ranges > kMost) return out + ", …";
    out += (out.empty() ? "" : ", ") + std::to_string(numbers[i]);
    if (last > i) out += "-" + std::to_string(numbers[last]);
    i = last + 1;
  }
  return out;
}

constexpr std::string_view kRunOcr = "if they are scanned, run OCR first: ocrmypdf -l chi_sim IN.pdf OUT.pdf";

}  // namespace

std::optional<Diagnostic> failure_of(const ChildResult& result, const std::string& path) {
  switch (result.end) {
    case ChildEnd::kExited:
      if (result.code == 0) return std::nullopt;
      return failure_of_exit(result.code, result.messages, path);
    case ChildEnd::kSignalled:
      return failure_of_signal(result.code, result.messages, path);
    case ChildEnd::kTooSlow:
      return problem("E-TIME", path, "pdftotext took longer for it than it may");
    case ChildEnd::kTooMuchOutput:
      return too_much_text(path);
    case ChildEnd::kUnwanted:
      return problem("E-TIME", path, "took longer than it may", "--timeout-per-file says how long");
    case ChildEnd::kNotFound:
      return problem("E-TOOL", path, "to read a PDF takes pdftotext, which is not installed",
                     "apt install poppler-utils poppler-data");
    case ChildEnd::kNotStarted:
      break;
  }
  return problem("E-TOOL", path, std::string("pdftotext cannot be started: ") + std::strerror(result.code));
}

std::optional<Diagnostic> lack_of_text(const std::vector<std::string_view>& pages, const std::string& path) {
  if (pages.empty()) return problem("E-FORMAT", path, "this PDF has no pages");
  for (const std::string_view page : pages) {
    if (has_text(page)) return std::nullopt;
  }
  return problem("E-NOTEXT", path,
                 "no text layer: " + std::to_string(pages.size()) + (pages.size() == 1 ? " page" : " pages") +
                     ", and hardly a character on them",
                 "it is scanned, or drawn: run OCR first: ocrmypdf -l chi_sim IN.pdf OUT.pdf");
}

std::vector<Diagnostic> warnings_of(const std::string& messages, const std::vector<std::string_view>& pages,
                                    const std::string& path) {
  std::vector<Diagnostic> out;
  const auto warn = [&](std::string code, std::string message, std::string help = "",
                        Severity how = Severity::kWarning) {
    out.push_back(problem(std::move(code), path, std::move(message), std::move(help), how));
  };
  if (says(messages, "language pack")) {
    warn("W-FONT", "characters are missing: pdftotext lacks its tables of Chinese ones", "apt install poppler-data");
  } else if (const std::size_t error = messages.find("Error"); error != std::string::npos) {
    const std::size_t line = messages.rfind('\n', error);
    const std::string_view rest = std::string_view(messages).substr(line == std::string::npos ? 0 : line + 1);
    warn("W-FORMAT", "the file is damaged, and text may be missing" + quoted(rest));
  }
  std::vector<std::size_t> without;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!has_text(pages[i])) without.push_back(i + 1);
  }
  // A leaf or two between chapters are blank.
  const bool is_usual = without.size() <= 2 || without.size() * 10 <= pages.size();
  if (!without.empty()) {
    warn("W-NOTEXT",
         "no text on " + std::to_string(without.size()) + " of " + std::to_string(pages.size()) +
             " pages: " + ranges_of(without),
         std::string(kRunOcr), is_usual ? Severity::kNote : Severity::kWarning);
  }
  return out;
}

}  // namespace mubiao::read
