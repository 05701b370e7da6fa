// A document on one line: whoever extracted it put a space where a line ended. Door: split_at_spaces.
// Spaces between Han characters are such line ends. A space beside a digit or a letter may be typography; it was a line
// end if what follows it had no room on the line.
#include <algorithm>

#include "text/characters.h"
#include "text/layout.h"
#include "text/lines.h"

namespace mubiao {

namespace {

constexpr std::size_t kLongLine = 2000;  // bytes; no paragraph of a plan is longer and has this many spaces

struct Gap {
  std::size_t begin;
  std::size_t end;
  bool is_hard;  // no digit or letter beside it
};

std::vector<Gap> gaps_of(std::string_view text, const Line& line) {
  std::vector<Gap> gaps;
  text = text.substr(0, line.end);
  for (std::size_t i = find_space(text, line.begin); i < text.size(); i = find_space(text, i)) {
    const std::size_t end = skip_spaces(text, i);
    const std::string_view before = character_before(text, i);
    const std::string_view after = character_at(text, end);
    gaps.push_back({i, end, !is_ascii_alnum(before[0]) && !is_ascii_alnum(after[0])});
    i = end;
  }
  return gaps;
}

std::uint32_t width_between(std::string_view text, std::size_t begin, std::size_t end) {
  return width_of(text.substr(begin, end - begin));
}

// The width at which the line was wrapped, or 0 if its spaces tell of no wrap.
std::uint32_t wrap_width(std::string_view text, const Line& line, const std::vector<Gap>& gaps) {
  WidthHistogram histogram;
  std::uint64_t all = 0;
  std::size_t begin = line.begin;
  for (const Gap& gap : gaps) {
    if (!gap.is_hard) continue;
    const std::uint32_t width = width_between(text, begin, gap.begin);
    histogram.add(width);
    all += width;
    begin = gap.end;
  }
  const std::uint32_t full = histogram.mode(WidthHistogram::kNarrowest);
  if (full == 0) return 0;
  return histogram.columns(full - 2 * kHan, full + kHan) * 10 >= all * 4 ? full : 0;
}

class Cutter {
 public:
  Cutter(std::string_view text, const Line& line, std::vector<Line>& out) : text_(text), line_(line), out_(out) {}

  std::size_t place() const { return begin_; }
  void cut(const Gap& gap) {
    add(gap.begin);
    begin_ = gap.end;
  }
  void finish() { add(line_.end); }

 private:
  void add(std::size_t end) {
    Line piece;
    piece.begin = begin_;
    piece.end = end;
    if (begin_ == line_.begin) {
      piece.indent = line_.indent;
      piece.blank_before = line_.blank_before;
      piece.page_before = line_.page_before;
    }
    out_.push_back(piece);
  }

  std::string_view text_;
  const Line& line_;
  std::vector<Line>& out_;
  std::size_t begin_ = line_.begin;
};

void cut_at_width(std::string_view text, const std::vector<Gap>& gaps, std::uint32_t full, std::size_t end,
                  Cutter& cutter) {
  std::uint32_t width = 0;
  std::size_t begin = cutter.place();
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    width += width_between(text, begin, gaps[g].begin);
    begin = gaps[g].end;
    const std::size_t next_end = g + 1 < gaps.size() ? gaps[g + 1].begin : end;
    if (!gaps[g].is_hard && width + width_between(text, begin, next_end) <= full + kHan) continue;
    cutter.cut(gaps[g]);
    width = 0;
  }
}

// Not wrapped: the spaces that stand between paragraphs are those behind a sentence and around a heading.
void cut_at_paragraphs(std::string_view text, const std::vector<Gap>& gaps, std::size_t end,
                       const OpensBlock& opens_block, Cutter& cutter) {
  constexpr std::size_t kLongestHeading = 180;  // bytes
  const auto piece_opens = [&](std::size_t from, std::size_t to) { return opens_block(text.substr(from, to - from)); };
  bool in_heading = !gaps.empty() && piece_opens(cutter.place(), gaps.front().begin);
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    if (!gaps[g].is_hard) continue;
    const std::string_view piece = text.substr(cutter.place(), gaps[g].begin - cutter.place());
    const std::size_t next_end = g + 1 < gaps.size() ? gaps[g + 1].begin : end;
    const bool next_opens = piece_opens(gaps[g].end, next_end);
    if (next_opens || (in_heading && piece.size() <= kLongestHeading) || end_of_line(piece) == LineEnd::kStop) {
      cutter.cut(gaps[g]);
      in_heading = next_opens;
    }
  }
}

}  // namespace

void split_at_spaces(std::string_view text, std::vector<Line>& lines, const OpensBlock& opens_block) {
  constexpr std::size_t kFewestGaps = 10;
  std::vector<Line> pieces;  // of all lines before this one, once one was cut
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    std::vector<Gap> gaps;
    if (line.spaced && line.end - line.begin > kLongLine) gaps = gaps_of(text, line);
    if (gaps.size() < kFewestGaps) {
      if (!pieces.empty()) pieces.push_back(line);
      continue;
    }
    if (pieces.empty()) {
      pieces.reserve(lines.size() + lines.size() / 8 + gaps.size());  // to grow would take it twice
      pieces.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
    Cutter cutter(text, line, pieces);
    if (const std::uint32_t full = wrap_width(text, line, gaps); full > 0) {
      cut_at_width(text, gaps, full, line.end, cutter);
    } else {
      cut_at_paragraphs(text, gaps, line.end, opens_block, cutter);
    }
    cutter.finish();
  }
  if (!pieces.empty()) lines = std::move(pieces);
}

}  // namespace mubiao
