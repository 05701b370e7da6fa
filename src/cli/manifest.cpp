// What the results in a directory were made of, so that a run can go on where another one ended.
//
// Doors: ResultKeys, Manifest.

#include "cli/manifest.h"

#define XXH_INLINE_ALL
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include "cli/line_reader.h"
#include "cli/messages.h"
#include "cli/output_file.h"

namespace mubiao::cli {
namespace {

constexpr const char* kName = "/.mubiao-resume";
constexpr std::string_view kHeader = "mubiao-resume 1";
constexpr std::size_t kLongestLine = 1 << 20;
constexpr std::size_t kKeyDigits = 32;

void update(XXH3_state_t& state, std::string_view text) {
  const std::uint64_t size = text.size();  // so that a part cannot pass for the end of the one before
  XXH3_128bits_update(&state, &size, sizeof size);
  XXH3_128bits_update(&state, text.data(), text.size());
}

/// On one line, whatever a path holds.
std::string in_line(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::uint64_t hash_of_path(std::string_view path) { return XXH3_64bits(path.data(), path.size()); }

std::optional<std::uint64_t> number(std::string_view text, int base) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// KEY SIZE PATH
struct Line {
  ResultKey key;
  std::uint64_t size;
  std::string_view path;
};
std::optional<Line> parse_line(std::string_view line) {
  const std::size_t space = line.find(' ', std::min(line.size(), kKeyDigits + 1));
  if (space == std::string_view::npos || line[kKeyDigits] != ' ') return std::nullopt;
  const std::optional<std::uint64_t> high = number(line.substr(0, kKeyDigits / 2), 16);
  const std::optional<std::uint64_t> low = number(line.substr(kKeyDigits / 2, kKeyDigits / 2), 16);
  const std::optional<std::uint64_t> size = number(line.substr(kKeyDigits + 1, space - kKeyDigits - 1), 10);
  if (!high || !low || !size) return std::nullopt;
  return Line{{*high, *low}, *size, line.substr(space + 1)};
}

std::optional<std::uint64_t> size_of(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

Diagnostic write_error(const std::string& path) { return file_error("E-WRITE", path, std::strerror(errno)); }

}  // namespace

ResultKey ResultKeys::of(std::string_view name, std::string_view bytes) const {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (const std::string& part : common_) update(state, part);
  update(state, name);
  update(state, bytes);
  const XXH128_hash_t hash = XXH3_128bits_digest(&state);
  return {hash.high64, hash.low64};
}

Manifest::Manifest(std::string directory) : directory_(std::move(directory)), path_(directory_ + kName) {}

Manifest::Manifest(Manifest&& other) noexcept
    : directory_(std::move(other.directory_)),
      path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      entries_(std::move(other.entries_)) {}

Manifest::~Manifest() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Manifest> Manifest::open(const std::string& directory) {
  Manifest manifest(directory);
  const std::string& path = manifest.path_;
  manifest.descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (manifest.descriptor_ < 0) return write_error(path);
  if (std::optional<Diagnostic> problem = manifest.load()) return *problem;
  return manifest;
}

std::optional<Diagnostic> Manifest::load() {
  struct stat status;
  if (::fstat(descriptor_, &status) != 0) return write_error(path_);
  std::size_t whole = 0;  // bytes of lines that have their end
  LineReader lines(path_, '\n', kLongestLine);
  std::string line;
  LineReader::Got got;
  while ((got = lines.next(line)) == LineReader::Got::kLine) {
    if (whole + line.size() >= static_cast<std::size_t>(status.st_size)) break;
    whole += line.size() + 1;
    if (line == kHeader) continue;  // two runs may have begun it at once
    const std::optional<Line> parsed = parse_line(line);
    if (lines.line_number() == 1 || !parsed) {
      return file_error("E-MANIFEST", path_, "this is no list of results as --resume keeps it",
                        "remove it, and all results are made again");
    }
    entries_.push_back({hash_of_path(parsed->path), parsed->key, parsed->size});
  }
  if (got == LineReader::Got::kFailed) return file_error("E-READ", path_, std::strerror(lines.error()));
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.result < b.result; });
  if (whole == static_cast<std::size_t>(status.st_size) && whole > 0) return std::nullopt;
  const std::string header = std::string(kHeader) + "\n";
  const bool begun = ::ftruncate(descriptor_, static_cast<off_t>(whole)) == 0 &&
                     (whole > 0 || ::write(descriptor_, header.data(), header.size()) == std::ssize(header));
  return begun ? std::nullopt : std::optional(write_error(path_));
}

bool Manifest::is_current(const std::string& result, const ResultKey& key) const {
  const std::uint64_t hash = hash_of_path(in_line(result));
  const auto behind = std::upper_bound(entries_.begin(), entries_.end(), hash,
                                       [](std::uint64_t wanted, const Entry& entry) { return wanted < entry.result; });
  if (behind == entries_.begin()) return false;
  const Entry& last = *(behind - 1);
  return last.result == hash && last.key == key && size_of(directory_ + "/" + result) == last.size;
}

std::optional<Diagnostic> Manifest::add(const std::string& result, const ResultKey& key) const {
  const std::optional<std::uint64_t> size = size_of(directory_ + "/" + result);
  if (!size) return std::nullopt;  // a link to something that is no file: there is nothing to find again
  const std::string line = fmt::format("{:016x}{:016x} {} {}\n", key.high, key.low, *size, in_line(result));
  // One call, so that lines of several threads or runs do not mix.
  if (::write(descriptor_, line.data(), line.size()) == std::ssize(line)) return std::nullopt;
  return write_error(path_);
}

std::optional<Diagnostic> Manifest::compact() const {
  // Read again: another run may have added to it.
  std::vector<std::pair<std::uint64_t, std::size_t>> last;  // hash of a path, the line it stands on last
  std::string line;
  LineReader first(path_, '\n', kLongestLine);
  while (first.next(line) == LineReader::Got::kLine) {
    const std::optional<Line> parsed = parse_line(line);
    if (parsed) last.emplace_back(hash_of_path(parsed->path), first.line_number());
  }
  if (first.error() != 0) return file_error("E-READ", path_, std::strerror(first.error()));
  const std::size_t all = last.size();
  std::sort(last.begin(), last.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
  last.erase(std::unique(last.begin(), last.end(), [](const auto& a, const auto& b) { return a.first == b.first; }),
             last.end());
  if (last.size() == all) return std::nullopt;

  OutputFile out(path_);
  out.buffer().append(kHeader).append("\n");
  LineReader second(path_, '\n', kLongestLine);
  while (second.next(line) == LineReader::Got::kLine && out.flush_if_large()) {
    const std::optional<Line> parsed = parse_line(line);
    if (!parsed) continue;
    const auto at = std::lower_bound(last.begin(), last.end(), std::pair(hash_of_path(parsed->path), std::size_t{0}));
    if (at != last.end() && at->second == second.line_number()) out.buffer().append(line).append("\n");
  }
  if (second.error() != 0) return file_error("E-READ", path_, std::strerror(second.error()));
  return out.close();
}

}  // namespace mubiao::cli
