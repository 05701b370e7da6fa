#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/rule.h"

namespace mubiao::rules {

/// A stretch of bytes in a file of the set: what a problem points at.
struct Place {
  std::uint32_t file = 0;  // index into the files of the set
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A rule file as text, with the way between byte offsets and lines. A BOM is left out.
class SourceFile {
 public:
  explicit SourceFile(const RuleFile& file);

  const std::string& name() const { return name_; }
  /// False: only extended by others, so that whoever checks those cannot mend it.
  bool named() const { return named_; }
  const std::string& text() const { return text_; }

  /// The byte at a 1-based line and column (code points); the end of the text if there is none.
  std::uint32_t offset(std::size_t line, std::size_t column) const;
  Location location(std::uint32_t offset) const;
  /// The line that holds `offset`, without its line break.
  std::string_view line_at(std::uint32_t offset) const;
  /// Code points in [begin, end), not past the end of the line of `begin`; at least 1.
  std::size_t width(std::uint32_t begin, std::uint32_t end) const;

 private:
  std::size_t code_points_before(std::uint32_t offset) const;
  std::size_t line_index(std::uint32_t offset) const;

  std::string name_;
  std::string text_;
  bool named_;
  std::vector<std::uint32_t> lines_;        // where each line starts
  std::vector<std::uint32_t> checkpoints_;  // byte offset of every 256th code point: one line may be the whole file
};

/// Collects what is wrong with a set, to be reported all at once.
class Problems {
 public:
  explicit Problems(const std::vector<SourceFile>& files) : files_(files) {}

  void error(std::string code, Place place, std::string message, std::string help = "");
  /// With the severity that the table of lints gives it. Precondition: `lint` is an id of the table.
  void report(std::string_view lint, Place place, std::string message, std::string help = "");
  void report_in_file(std::string_view lint, std::uint32_t file, std::string message, std::string help = "");
  /// A problem of a whole file.
  void error_in_file(std::string code, std::uint32_t file, std::string message, std::string help = "");

  bool empty() const { return found_.empty(); }
  /// Enough to show, asked with one more at hand: it is dropped, and dear work to word it would be in vain.
  bool full() { return dropped_ = dropped_ || found_.size() >= kMost; }
  Location location(Place place) const { return files_[place.file].location(place.begin); }
  /// "rules/a.toml:3:5", to name a second place in a message.
  std::string location_text(Place place) const;

  /// Everything found, in the order of files and places.
  std::vector<Diagnostic> take();

 private:
  void add(Severity severity, std::string code, Place place, std::string message, std::string help);
  void add_in_file(Severity severity, std::string code, std::uint32_t file, std::string message, std::string help);

  static constexpr std::size_t kMost = 200;
  static constexpr std::size_t kMostQuoted = 16u << 20;  // bytes of source lines; a line may be megabytes
  struct Found {
    Place place;
    Diagnostic diagnostic;
  };
  const std::vector<SourceFile>& files_;
  std::vector<Found> found_;
  std::size_t quoted_ = 0;
  bool dropped_ = false;
};

}  // namespace mubiao::rules
