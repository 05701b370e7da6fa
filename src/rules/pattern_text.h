#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/source.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// A pattern as its author wrote it, the parts joined, with the byte of the file each byte stands at.
struct PatternText {
  std::string text;
  std::vector<std::uint32_t> offsets;  // as many as bytes of text
  Place whole;                         // the first string; where what concerns no single character is shown

  Place place(std::size_t begin, std::size_t end) const;
};

/// Reads a pattern: a literal string, or an array of them. Problems: E-TYPE, E-LIMIT.
std::optional<PatternText> read_pattern(const Entry& entry, const SourceFile& file, Problems& problems);

/// {name} or {name:field}, at [begin, end) of the pattern.
struct Reference {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string name;
  std::string field;
};

/// A capture group; [begin, end) is its opening, "(" or "(?P<name>".
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string name;  // empty: it has none
};

/// What stands between two bars, or a bar and a bracket or an end of the pattern: [begin, end) of it.
struct Alternative {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What a pattern is made of, as far as fragments, groups and alternatives go.
struct PatternScan {
  std::vector<Reference> references;
  std::vector<Group> groups;              // {name:field} is one, too
  std::vector<Alternative> alternatives;  // at any depth, those inside before those around them
  bool sets_flags = false;                // (?i) or (?i:…)
  bool ok = true;                         // no problem was reported
};

/// Reports what RE2 would place badly or not at all: bare braces (E-FRAG), brackets that do not pair (E-RE2).
PatternScan scan_pattern(const PatternText& pattern, Problems& problems);

}  // namespace mubiao::rules
