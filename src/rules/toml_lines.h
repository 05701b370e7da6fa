#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mubiao::rules {

// A rule file as its author wrote it, comments and line breaks and all: what toml++ does not keep. Texts are
// slices of the file.

/// A line that holds nothing but a comment, or nothing at all.
struct LooseLine {
  std::string_view comment;  // from # on; empty: a blank line
  bool indented = false;
};

struct LineEntry;

/// A value: one token, or brackets with entries between them.
struct LineValue {
  std::string_view token;    // of a string, number, date or boolean
  char bracket = 0;          // '[', '{', or 0 for a token
  bool broken = false;       // a line break stands between the brackets, outside of inner ones
  std::string_view comment;  // behind the opening bracket
  std::vector<LineEntry> entries;
  std::vector<LooseLine> last_lines;  // before the closing bracket
};

/// `key = value  # comment`; in an array the key is empty.
struct LineEntry {
  std::vector<LooseLine> lines;       // above it
  std::vector<std::string_view> key;  // its parts, quoted as they are
  LineValue value;
  std::string_view comment;  // behind it
  bool starts_line = false;  // in a bracket: it is the first of its line
};

/// A table header with what stands below it. The first one of a file has no header.
struct LineTable {
  std::vector<LooseLine> lines;  // above the header
  std::vector<std::string_view> path;
  bool is_array = false;     // [[…]]
  std::string_view comment;  // behind the header
  std::vector<LineEntry> entries;
};

struct LineFile {
  std::vector<LineTable> tables;
  std::vector<LooseLine> last_lines;
};

/// Precondition: `text` is TOML, as parse_toml found.
LineFile read_lines(std::string_view text);

/// The path of a header, without quotes.
std::vector<std::string_view> path_of(const LineTable& table);
/// The name a part of a key stands for, without its quotes.
std::string_view unquoted(std::string_view part);

}  // namespace mubiao::rules
