#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/lines.h"

namespace mubiao {

inline constexpr std::uint32_t kHan = 2;  // columns of a Han character

/// What the end of a line says about the sentence in it.
enum class LineEnd : std::uint8_t {
  kOpen,     // nothing: it may go on
  kComma,    // it goes on
  kBracket,  // closed a bracket or a title in 《》
  kStop,     // 。; : ! ?
};
LineEnd end_of_line(std::string_view line);

/// Widths of lines, with the columns that lines of each width hold together.
class WidthHistogram {
 public:
  static constexpr std::uint32_t kNarrowest = 14 * kHan;  // no document is set in shorter lines
  static constexpr std::uint32_t kWidest = 256;           // and none in longer ones

  void add(std::uint32_t width) {
    if (width > kWidest || width == 0) return;
    columns_[width] += width;
    used_[width / 64] |= std::uint64_t{1} << width % 64;
  }
  /// Takes back what was added.
  void remove(std::uint32_t width) {
    if (width > kWidest || width == 0) return;
    columns_[width] -= width;
    if (columns_[width] == 0) used_[width / 64] &= ~(std::uint64_t{1} << width % 64);
  }
  /// The heaviest width in the heaviest group of five, of those from `narrowest` on; 0 if there is none.
  std::uint32_t mode(std::uint32_t narrowest) const;
  /// Columns of lines whose width is from `first` to `last`.
  std::uint64_t columns(std::uint32_t first, std::uint32_t last) const;
  std::size_t lines(std::uint32_t first, std::uint32_t last) const;

 private:
  // Calls `visit` with each width from `first` to `last` that lines have, in order.
  template <typename Visit>
  void each(std::uint32_t first, std::uint32_t last, Visit visit) const;

  std::array<std::uint32_t, kWidest + 1> columns_{};
  std::array<std::uint64_t, kWidest / 64 + 1> used_{};  // a bit a width that lines have
};

/// How the lines of a document are set, measured once for all of them.
class Layout {
 public:
  Layout(std::string_view text, const std::vector<Line>& lines);

  /// Many lines are as long as lines get there, and stop where no sentence does.
  bool is_wrapped() const { return wrapped_; }
  /// Paragraphs begin with an indent, and other lines do not.
  bool has_indents() const { return indents_; }
  LineEnd end(std::size_t line) const { return ends_[line]; }
  /// The width of full lines around this one; 0 if there are none. Widths are measured where the text is wrapped.
  std::uint32_t full_width(std::size_t line) const { return full_[line / kFineBlock].usual; }
  /// The line is at most `slack` columns shorter than full lines around it.
  bool is_full(std::size_t line, std::uint32_t slack) const;
  /// The line is longer than full lines around it.
  bool is_overlong(std::size_t line) const { return full_width(line) > 0 && lines_[line].width > full_width(line); }
  /// The line is full but for the two characters of an indent that the file does not show.
  bool lacks_indent(std::size_t line) const;
  /// Lines of the page were broken at their punctuation.
  bool splits_lines() const { return splits_; }
  /// How much shorter than full lines most lines are that were cut by a wrap: type is not set in a grid.
  std::uint32_t usual_slack() const { return usual_slack_; }

 private:
  static constexpr std::size_t kFineBlock = 8;

  // A box on the page may be set wider than the text around it.
  struct FullWidths {
    std::uint32_t usual = 0;
    std::uint32_t wide = 0;
  };

  class CutLines;

  bool was_cut(std::size_t line) const;
  bool may_be_wrapped();
  bool is_title_and_text(std::string_view text) const;
  void measure_full_widths();
  void measure_wraps();
  void measure_indents();
  void measure_lost_indents();

  const std::vector<Line>& lines_;
  std::vector<LineEnd> ends_;
  std::vector<std::uint32_t> cut_widths_;  // of lines that a wrap may have cut; 0 for others
  std::vector<FullWidths> full_;           // by fine block
  bool wrapped_ = false;
  bool indents_ = false;
  bool splits_ = false;
  std::uint32_t lost_indent_ =
      0;  // first lines of paragraphs are at least this much shorter than others; 0: they are not
  std::uint32_t usual_slack_ = 0;
};

}  // namespace mubiao
