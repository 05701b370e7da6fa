#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/normalize.h"
#include "text/rewriter.h"

namespace mubiao {

// What wrap repair knows of a text: its lines that are not empty, and what stands between them.

enum class LineKind : std::uint8_t {
  kProse,
  kRow,     // of a table: cells with a tab between them
  kLeader,  // of a table of contents: dots up to a page number
};

struct Line {
  std::size_t begin = 0;  // in the text the lines are of, without the space around them
  std::size_t end = 0;
  std::uint32_t width = 0;   // columns; a Han character is two. 0: not measured
  std::uint16_t indent = 0;  // columns of space before it
  std::uint16_t gaps = 0;    // inside it: tabs, or two spaces and more
  LineKind kind = LineKind::kProse;
  bool blank_before = false;  // an empty line
  bool page_before = false;   // a form feed, or a page mark that was taken out
  bool spaced = true;         // there may be spaces inside it
};

inline std::string_view slice(std::string_view text, const Line& line) {
  return {text.data() + line.begin, line.end - line.begin};
}

/// The lines of a folded text. Lines end at LF and form feed; widths are not set.
std::vector<Line> split_lines(std::string_view text);

/// Moves the lines of a text that join_lines made to where they are after characters inside them got longer. Those that
/// did are to be measured anew.
void move_lines(std::string_view text, std::vector<Line>& lines);

/// Cuts lines that hold a whole document at the spaces that were its line breaks.
void split_at_spaces(std::string_view text, std::vector<Line>& lines, const OpensBlock& opens_block);

/// Takes page numbers, page marks and running headers out of `lines`.
void remove_page_furniture(std::string_view text, std::vector<Line>& lines);

/// Columns that a text takes; ASCII punctuation takes two, as what it was folded from.
std::uint32_t width_of(std::string_view text);

/// Lines with only the spaces that mean something, one '\n' between lines; tabs between the cells of a table row.
/// `lines` become those of the result, with kind, width and spaces. Nullopt if the text is as it was. `target` takes
/// the result: see Rewriter.
std::optional<OffsetMap> tidy_lines(std::string_view text, std::vector<Line>& lines, const OpensBlock& opens_block,
                                    std::string& target);

enum class Joining {
  kWraps,  // lines that were one before a wrap
  kAll,    // all that nothing keeps apart
};
/// Joins lines of tidied text. Nullopt if there is nothing to join. `lines` become those of the result, as split_lines
/// would find them there, but for widths, which they keep.
std::optional<OffsetMap> join_lines(std::string_view text, std::vector<Line>& lines, const OpensBlock& opens_block,
                                    Joining joining, std::string& target);

}  // namespace mubiao
