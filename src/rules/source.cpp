// Places in rule files: bytes to lines and columns, and the collector of problems.
// A file may be one line of megabytes, so nothing here walks a whole line for one place.
#include "rules/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "mubiao/lint.h"

namespace mubiao::rules {
namespace {

constexpr std::size_t kCheckpoint = 256;

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

SourceFile::SourceFile(const RuleFile& file) : name_(file.name), text_(file.text), named_(file.named) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
  lines_.push_back(0);
  std::size_t code_points = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
    if (starts_code_point(text_[i]) && code_points++ % kCheckpoint == 0) {
      checkpoints_.push_back(static_cast<std::uint32_t>(i));
    }
  }
}

std::size_t SourceFile::line_index(std::uint32_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin()) - 1;
}

std::size_t SourceFile::code_points_before(std::uint32_t offset) const {
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset);
  if (after == checkpoints_.begin()) return 0;
  const std::size_t checkpoint = static_cast<std::size_t>(after - checkpoints_.begin()) - 1;
  const auto begin = text_.begin() + checkpoints_[checkpoint];
  const auto end = text_.begin() + std::min<std::size_t>(offset, text_.size());
  return checkpoint * kCheckpoint + static_cast<std::size_t>(std::count_if(begin, end, starts_code_point));
}

std::uint32_t SourceFile::offset(std::size_t line, std::size_t column) const {
  if (line == 0 || line > lines_.size()) return static_cast<std::uint32_t>(text_.size());
  const std::size_t wanted = code_points_before(lines_[line - 1]) + column - 1;
  if (wanted / kCheckpoint >= checkpoints_.size()) return static_cast<std::uint32_t>(text_.size());
  std::size_t at = checkpoints_[wanted / kCheckpoint];
  for (std::size_t left = wanted % kCheckpoint; left > 0 && at < text_.size(); --left) {
    do ++at;
    while (at < text_.size() && !starts_code_point(text_[at]));
  }
  return static_cast<std::uint32_t>(at);
}

Location SourceFile::location(std::uint32_t offset) const {
  const std::size_t line = line_index(offset);
  return {name_, line + 1, code_points_before(offset) - code_points_before(lines_[line]) + 1};
}

std::string_view SourceFile::line_at(std::uint32_t offset) const {
  const std::size_t line = line_index(offset);
  const std::size_t end = line + 1 < lines_.size() ? lines_[line + 1] : text_.size();
  std::string_view text = std::string_view(text_).substr(lines_[line], end - lines_[line]);
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::size_t SourceFile::width(std::uint32_t begin, std::uint32_t end) const {
  const std::string_view line = line_at(begin);
  const auto line_end = static_cast<std::uint32_t>(line.data() + line.size() - text_.data());
  const std::uint32_t last = std::min(end, line_end);
  return last <= begin ? 1 : std::max<std::size_t>(code_points_before(last) - code_points_before(begin), 1);
}

void Problems::error(std::string code, Place place, std::string message, std::string help) {
  add(Severity::kError, std::move(code), place, std::move(message), std::move(help));
}

void Problems::report(std::string_view lint, Place place, std::string message, std::string help) {
  add(find_lint(lint)->severity, std::string(lint), place, std::move(message), std::move(help));
}

void Problems::add(Severity severity, std::string code, Place place, std::string message, std::string help) {
  if (full()) return;
  const SourceFile& file = files_[place.file];
  std::string_view line = file.line_at(place.begin);
  if (line.size() > kMostQuoted - quoted_) line = {};
  quoted_ += line.size();
  found_.push_back({place,
                    {severity, std::move(code), std::move(message), file.location(place.begin), std::move(help),
                     std::string(line), file.width(place.begin, place.end)}});
}

void Problems::error_in_file(std::string code, std::uint32_t file, std::string message, std::string help) {
  add_in_file(Severity::kError, std::move(code), file, std::move(message), std::move(help));
}

void Problems::report_in_file(std::string_view lint, std::uint32_t file, std::string message, std::string help) {
  add_in_file(find_lint(lint)->severity, std::string(lint), file, std::move(message), std::move(help));
}

void Problems::add_in_file(Severity severity, std::string code, std::uint32_t file, std::string message,
                           std::string help) {
  if (full()) return;
  found_.push_back(
      {{file, 0, 0}, {severity, std::move(code), std::move(message), {files_[file].name()}, std::move(help)}});
}

std::string Problems::location_text(Place place) const {
  const Location where = location(place);
  return fmt::format("{}:{}:{}", where.file, where.line, where.column);
}

std::vector<Diagnostic> Problems::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return std::tie(a.place.file, a.place.begin) < std::tie(b.place.file, b.place.begin);
  });
  std::vector<Diagnostic> out;
  Severity worst = Severity::kWarning;
  for (Found& found : found_) {
    worst = std::max(worst, found.diagnostic.severity);
    out.push_back(std::move(found.diagnostic));
  }
  if (dropped_) {
    out.push_back({worst, "E-LIMIT", fmt::format("too many problems: only {} of them are shown", kMost)});
  }
  found_.clear();
  return out;
}

}  // namespace mubiao::rules
