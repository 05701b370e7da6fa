#pragma once

#include <cstddef>
#include <string>

namespace mubiao::cli {

/// Reads a file ("-" is stdin) line by line; memory follows the longest line, never the file.
class LineReader {
 public:
  enum class Got { kLine, kTooLong, kEnd, kFailed };

  /// Lines end at `end`, the last one also at the end of the file. Longer ones than `max_bytes` are not kept.
  LineReader(const std::string& path, char end, std::size_t max_bytes);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// The next line, without its end. After kTooLong the line behind it may be asked for.
  Got next(std::string& line);
  /// From 1, of the line that came last.
  std::size_t line_number() const { return line_number_; }
  /// Of the system, after kFailed.
  int error() const { return error_; }

 private:
  /// False at the end, or after an error.
  bool read_more();

  bool owned_;
  int descriptor_;
  int error_ = 0;
  char end_;
  std::size_t max_bytes_;
  std::size_t line_number_ = 0;
  std::string buffer_;        // read, and not taken yet
  std::size_t begin_ = 0;     // of what is left in it
  std::size_t searched_ = 0;  // no line ends before here
  bool too_long_ = false;     // the line at hand is, and what there was of it is gone
};

}  // namespace mubiao::cli
