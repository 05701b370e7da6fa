// Running headers and footers: what stands at the border of page after page.
//
// Door: mark_running_headers.

#include "text/running_headers.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

#include "text/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kLongestHeader = 120;    // bytes
constexpr std::size_t kMostBorders = 100'000;  // no document has more pages, and what is kept of each is bounded so

/// A line beside the border of a page.
struct Candidate {
  std::size_t line;
  std::size_t border;  // counted from the front
  bool is_below;       // the border, or above it
};

struct Borders {
  std::vector<Candidate> candidates;
  std::size_t count = 0;
};

/// Lines that come again, as one.
struct Group {
  std::size_t count = 0;
  std::size_t first = 0;  // border
  std::size_t last = 0;

  void add(std::size_t border) {
    if (count++ == 0) first = border;
    last = border;
  }
  /// On at least every second page from the first to the last: headers of left and right pages differ.
  bool is_dense() const { return count * 2 > last - first; }
};

/// A head of a table comes again because the table goes on; text comes again by chance.
bool may_be_header(std::string_view text, const Line& line) {
  const std::string_view header = slice(text, line);
  return header.size() <= kLongestHeader && line.gaps < 2 && header.find("，") == std::string_view::npos &&
         header.find("。") == std::string_view::npos;
}

Borders find_borders(std::string_view text, const std::vector<Line>& lines, const LineFlags& furniture) {
  Borders found;
  std::size_t last_text = lines.size();
  bool border = false;
  const auto add = [&](std::size_t line, bool is_below) {
    if (may_be_header(text, lines[line])) found.candidates.push_back({line, found.count, is_below});
  };
  for (std::size_t i = 0; i < lines.size() && found.count < kMostBorders; ++i) {
    border = border || lines[i].page_before || furniture[i] != 0;
    if (furniture[i] != 0) continue;
    if (border) {
      ++found.count;
      if (last_text < i) add(last_text, false);
      add(i, true);
    }
    border = false;
    last_text = i;
  }
  // The last page ends with the text.
  if (found.count++ > 0) add(last_text, false);
  return found;
}

/// The line with one of its numbers as the distance to the number of the border: where that is the page number, all
/// pages have the same key. Hashes, for they are many.
std::vector<std::size_t> page_keys(std::string_view header, const Candidate& candidate) {
  constexpr std::size_t kLongestNumber = 4;
  constexpr std::size_t kMostNumbers = 4;
  std::vector<std::size_t> keys;
  for (std::size_t i = 0; i < header.size() && keys.size() < kMostNumbers;) {
    std::size_t end = i;
    while (end < header.size() && is_ascii_digit(header[end])) ++end;
    if (end > i && end - i <= kLongestNumber) {
      const auto distance = std::stol(std::string(header.substr(i, end - i))) - static_cast<long>(candidate.border);
      std::string key = (candidate.is_below ? "<" : ">") + std::to_string(distance) + "\n";
      key.append(header.substr(0, i)).append("\n").append(header.substr(end));
      keys.push_back(std::hash<std::string>{}(key));
    }
    i = std::max(end, i + 1);
  }
  return keys;
}

class HeaderFinder {
 public:
  HeaderFinder(std::string_view text, const std::vector<Line>& lines, const Borders& borders)
      : text_(text), lines_(lines), borders_(borders) {
    for (const Candidate& candidate : borders.candidates) {
      const std::string_view header = slice(text, lines[candidate.line]);
      same_[header].add(candidate.border);
      (candidate.is_below ? same_below_ : same_above_)[header].add(candidate.border);
      for (const std::size_t key : page_keys(header, candidate)) but_for_number_[key].add(candidate.border);
    }
  }

  bool is_header(const Candidate& candidate) const {
    const std::string_view header = slice(text_, lines_[candidate.line]);
    const std::size_t count = same_.at(header).count;
    return (count >= kFewest && count * 3 >= borders_.count) || is_header_of_chapter(header, candidate.is_below) ||
           has_page_number(candidate);
  }

  bool has_page_number(const Candidate& candidate) const {
    const std::vector<std::size_t> keys = page_keys(slice(text_, lines_[candidate.line]), candidate);
    return std::any_of(keys.begin(), keys.end(), [&](std::size_t key) {
      const Group& group = but_for_number_.at(key);
      return group.count >= kFewest && group.is_dense();
    });
  }

 private:
  static constexpr std::size_t kFewest = 3;

  // Short words in a column of a table may by chance stand at the border of some pages.
  bool is_header_of_chapter(std::string_view header, bool is_below) const {
    constexpr std::size_t kFewestOfChapter = 4;
    constexpr std::size_t kShortest = 15;  // bytes
    const Group& group = (is_below ? same_below_ : same_above_).at(header);
    return header.size() >= kShortest && group.count >= kFewestOfChapter && group.is_dense();
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const Borders& borders_;
  std::unordered_map<std::string_view, Group> same_;
  std::unordered_map<std::string_view, Group> same_below_;
  std::unordered_map<std::string_view, Group> same_above_;
  std::unordered_map<std::size_t, Group> but_for_number_;
};

}  // namespace

void mark_running_headers(std::string_view text, const std::vector<Line>& lines, LineFlags& furniture) {
  bool any = true;
  // Of the second line of a header the page number is the proof: text may come again, too.
  for (const bool is_second : {false, true}) {
    if (!any) return;
    const Borders borders = find_borders(text, lines, furniture);
    const HeaderFinder finder(text, lines, borders);
    any = false;
    for (const Candidate& candidate : borders.candidates) {
      if (is_second ? !finder.has_page_number(candidate) : !finder.is_header(candidate)) continue;
      furniture[candidate.line] = 1;
      any = true;
    }
  }
}

}  // namespace mubiao
