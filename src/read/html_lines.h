#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace mubiao::read {

/// A line of a page, and where it stood. No text is of 4 GB: see ReadOptions.
struct HtmlLine {
  std::uint32_t begin = 0;  // in the text of all lines, without line ends
  std::uint32_t size = 0;
  std::uint32_t characters = 0;  // Han, letters and digits
  std::uint32_t in_links = 0;    // of those
  std::uint32_t region = 0;      // which part of the page, see HtmlPage
  std::uint32_t table = 0;       // which data table it is a row of; 0: none
  std::uint8_t heading = 0;      // 1 to 6
  bool hidden = false;
};

/// Puts the pieces of text between two blocks together to lines: as a browser does, but for the space that a line end
/// between two Chinese characters would be.
class HtmlLines {
 public:
  /// `preformatted`: all its spaces count.
  void append(std::string_view text, bool preformatted, bool in_link);
  /// Before the next character of this line: the number of a list item.
  void put_before(std::string label) { label_ = std::move(label); }
  /// Ends the line. False if there is nothing on it, and there is none.
  bool end_line(const HtmlLine& like);

  /// Where the next character comes to stand, and what to do with those behind such a place when <sup> ends.
  std::size_t place() const { return text_.size(); }
  void raise(std::size_t from);

  std::string_view text() const { return text_; }
  std::string_view text(const HtmlLine& line) const { return std::string_view(text_).substr(line.begin, line.size); }
  const std::deque<HtmlLine>& lines() const { return lines_; }
  std::size_t size() const { return lines_.size(); }
  /// In place of the lines from `first` on.
  void replace(std::size_t first, std::string_view text, const std::vector<HtmlLine>& lines);

 private:
  void put(std::string_view character, bool in_link);

  std::string text_;
  std::deque<HtmlLine> lines_;  // of a page of lines without text, they are what takes the memory
  std::string label_;
  std::size_t line_begin_ = 0;
  std::uint32_t characters_ = 0;
  std::uint32_t in_links_ = 0;
  std::size_t spaces_ = 0;  // of preformatted text
  enum class Space : std::uint8_t { kNone, kSpace, kLineEnd } space_ = Space::kNone;
};

}  // namespace mubiao::read
