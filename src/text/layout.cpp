// How a document's lines are set: the width of full lines, by region; whether it is wrapped; whether it indents.
// Door: Layout.
#include "text/layout.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "text/characters.h"

namespace mubiao {

namespace {

constexpr std::size_t kCoarseBlock = 64;  // lines; a page or two
constexpr std::uint32_t kMostOverhang = 3 * kHan;

// By columns, of lines that a wrap cut and of all lines.
bool is_mostly_cut(std::size_t cut, std::size_t all) { return cut > 0 && cut * 10 >= all * 4; }

}  // namespace

LineEnd end_of_line(std::string_view line) {
  static constexpr CharacterSet kClosing("”’\"》〉」』】〕])");
  static constexpr CharacterSet kStops("。;:!?");
  static constexpr CharacterSet kCommas("，,、");
  std::size_t end = line.size();
  std::string_view last = character_before(line, end);
  if (is_common_han(last)) return LineEnd::kOpen;  // as of most lines
  bool bracket = false;
  while (kClosing.contains(last)) {
    bracket = bracket || last == ")" || last == "》";
    end -= last.size();
    last = character_before(line, end);
  }
  if (kStops.contains(last)) return LineEnd::kStop;
  if (end == line.size() && kCommas.contains(last)) return LineEnd::kComma;
  return bracket ? LineEnd::kBracket : LineEnd::kOpen;
}

template <typename Visit>
void WidthHistogram::each(std::uint32_t first, std::uint32_t last, Visit visit) const {
  std::uint64_t from_first = ~std::uint64_t{0} << first % 64;
  for (std::uint32_t word = first / 64; word < used_.size() && word * 64 <= last; ++word) {
    for (std::uint64_t left = used_[word] & from_first; left != 0; left &= left - 1) {
      const std::uint32_t width = word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
      if (width > last) return;
      visit(width);
    }
    from_first = ~std::uint64_t{0};
  }
}

std::uint32_t WidthHistogram::mode(std::uint32_t narrowest) const {
  constexpr std::uint32_t kGroup = 5;
  std::uint32_t last = 0;  // of the heaviest group: there are lines of this width, or it would not be the first such
  std::uint64_t heaviest = 0;
  const auto first_of = [narrowest](std::uint32_t end) { return std::max(narrowest, end + 1 - kGroup); };
  each(narrowest, kWidest, [&](std::uint32_t width) {
    std::uint64_t in_group = 0;
    for (std::uint32_t w = first_of(width); w <= width; ++w) in_group += columns_[w];
    if (in_group <= heaviest) return;
    last = width;
    heaviest = in_group;
  });
  if (heaviest == 0) return 0;
  const auto begin = columns_.begin() + first_of(last);
  return static_cast<std::uint32_t>(std::max_element(begin, columns_.begin() + last + 1) - columns_.begin());
}

std::uint64_t WidthHistogram::columns(std::uint32_t first, std::uint32_t last) const {
  std::uint64_t sum = 0;
  each(first, last, [&](std::uint32_t width) { sum += columns_[width]; });
  return sum;
}

std::size_t WidthHistogram::lines(std::uint32_t first, std::uint32_t last) const {
  std::size_t sum = 0;
  each(first, last, [&](std::uint32_t width) { sum += columns_[width] / width; });
  return sum;
}

Layout::Layout(std::string_view text, const std::vector<Line>& lines) : lines_(lines) {
  ends_.reserve(lines.size());
  cut_widths_.reserve(lines.size());
  for (const Line& line : lines) ends_.push_back(end_of_line(slice(text, line)));
  if (!may_be_wrapped()) return;
  measure_full_widths();
  measure_wraps();
  wrapped_ = wrapped_ && !is_title_and_text(text);
  if (!wrapped_) return;
  measure_indents();
  if (!indents_) measure_lost_indents();
}

bool Layout::is_full(std::size_t line, std::uint32_t slack) const {
  const std::uint32_t width = lines_[line].width;
  const FullWidths& full = full_[line / kFineBlock];
  const auto fills = [&](std::uint32_t whole) { return width + slack >= whole && width <= whole + kMostOverhang; };
  return (full.usual > 0 && fills(full.usual)) || (full.wide > 0 && fills(full.wide));
}

bool Layout::lacks_indent(std::size_t line) const {
  const std::uint32_t width = lines_[line].width;
  return lost_indent_ > 0 && ends_[line] == LineEnd::kOpen && width + lost_indent_ <= full_width(line) &&
         width + 4 * kHan >= full_width(line);
}

bool Layout::was_cut(std::size_t line) const {
  return lines_[line].kind == LineKind::kProse && (ends_[line] == LineEnd::kOpen || ends_[line] == LineEnd::kComma);
}

// Text that is not wrapped shows that by its few cut lines, and most text is looked at once more when it is unwrapped.
bool Layout::may_be_wrapped() {
  std::size_t cut = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::uint32_t cut_width = was_cut(i) ? lines_[i].width : 0;
    cut_widths_.push_back(cut_width);
    cut += cut_width;
    if (lines_[i].kind == LineKind::kProse) all += lines_[i].width;
  }
  return is_mostly_cut(cut, all);
}

// A document of a few lines is as wide as its title: the only line that ends no sentence, and holds the mark of none.
bool Layout::is_title_and_text(std::string_view text) const {
  const auto is_cut = [&](std::size_t i) { return cut_widths_[i] > 0 && is_full(i, 3 * kHan); };
  if (lines_.empty() || !is_cut(0)) return false;
  for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
    if (is_cut(i)) return false;
  }
  const std::string_view title = slice(text, lines_[0]);
  constexpr std::array<std::string_view, 5> kMarks = {",", "，", ";", "；", "。"};
  return std::none_of(kMarks.begin(), kMarks.end(),
                      [title](std::string_view mark) { return title.find(mark) != std::string_view::npos; });
}

// The widths of lines that a wrap cut, in a block and the two beside it.
class Layout::CutLines {
 public:
  explicit CutLines(const Layout& layout) : layout_(layout) {}

  const WidthHistogram& widths() const { return widths_; }
  /// To a block further on.
  void move_to(std::size_t block, std::size_t size) {
    const std::size_t begin = block == 0 ? 0 : (block - 1) * size;
    const std::size_t end = std::min(layout_.lines_.size(), (block + 2) * size);
    for (; end_ < end; ++end_) widths_.add(layout_.cut_widths_[end_]);
    for (; begin_ < begin; ++begin_) widths_.remove(layout_.cut_widths_[begin_]);
  }

 private:
  const Layout& layout_;
  WidthHistogram widths_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

// A block takes the usual width of the lines around it. What is set wider or narrower than that, a box or a letter in
// front of the document, shows in a few lines of its own.
void Layout::measure_full_widths() {
  constexpr std::size_t kFewLines = 4;
  const auto lines_of = [](const WidthHistogram& histogram, std::uint32_t full, std::uint32_t slack) {
    return histogram.lines(full - std::min(full, slack), full + kMostOverhang);
  };
  CutLines all(*this);
  all.move_to(0, lines_.size());
  const std::uint32_t anywhere = all.widths().mode(WidthHistogram::kNarrowest);
  std::uint32_t usual = 0;
  CutLines around(*this);
  CutLines beside(*this);
  full_.reserve(lines_.size() / kFineBlock + 1);
  for (std::size_t block = 0; block * kFineBlock < lines_.size(); ++block) {
    if (block % (kCoarseBlock / kFineBlock) == 0) {
      around.move_to(block * kFineBlock / kCoarseBlock, kCoarseBlock);
      usual = around.widths().mode(WidthHistogram::kNarrowest);
      if (usual == 0) usual = anywhere;
    }
    beside.move_to(block, kFineBlock);
    const WidthHistogram& near = beside.widths();
    FullWidths full{usual, near.mode(usual + kMostOverhang + 1)};
    if (full.wide > 0 && lines_of(near, full.wide, 2 * kHan) < 2) full.wide = 0;
    if (lines_of(near, usual, 3 * kHan) < 2) {
      const std::uint32_t own = near.mode(WidthHistogram::kNarrowest);
      const bool narrower = own + kMostOverhang < usual;
      if (narrower && lines_of(near, own, 2 * kHan) >= kFewLines) full.usual = own;
    }
    full_.push_back(full);
  }
}

void Layout::measure_wraps() {
  std::size_t cut = 0;
  std::size_t overlong = 0;
  std::size_t all = 0;
  std::array<std::size_t, 6 * kHan + 1> by_slack{};
  std::size_t counted = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].kind != LineKind::kProse) continue;
    all += lines_[i].width;
    overlong += lines_[i].width > full_width(i) + kMostOverhang ? lines_[i].width : 0;
    if (i + 1 == lines_.size() || full_width(i) == 0 || !was_cut(i) || !is_full(i, by_slack.size() - 1)) continue;
    cut += is_full(i, 3 * kHan) ? lines_[i].width : 0;
    ++by_slack[std::min<std::size_t>(full_width(i) - std::min(full_width(i), lines_[i].width), by_slack.size() - 1)];
    ++counted;
  }
  wrapped_ = is_mostly_cut(cut, all) && overlong * 2 <= all;
  std::size_t seen = 0;
  while (usual_slack_ + 1 < by_slack.size() && (seen += by_slack[usual_slack_]) * 5 < counted * 4) ++usual_slack_;
  usual_slack_ = std::max(usual_slack_, kHan);
}

// Lines behind a short end of a sentence begin a paragraph; lines behind a full line that ends none do not.
void Layout::measure_indents() {
  std::size_t begins = 0;
  std::size_t begins_indented = 0;
  std::size_t goes = 0;
  std::size_t goes_indented = 0;
  std::size_t short_commas = 0;
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    if (lines_[i - 1].kind != LineKind::kProse || lines_[i].kind != LineKind::kProse) continue;
    short_commas += ends_[i - 1] == LineEnd::kComma && !is_full(i - 1, 4 * kHan);
    if (ends_[i - 1] == LineEnd::kStop && !is_full(i - 1, 4 * kHan)) {
      ++begins;
      begins_indented += lines_[i].indent >= kHan;
    } else if (ends_[i - 1] == LineEnd::kOpen && is_full(i - 1, kHan)) {
      ++goes;
      goes_indented += lines_[i].indent >= kHan;
    }
  }
  splits_ = short_commas >= 3;
  indents_ = begins >= 2 && begins_indented * 10 >= begins * 7 && goes_indented * 5 <= goes;
}

// Text that lost its indents still has first lines that are two characters shorter. By how much lines are short of full
// ones, behind the end of a paragraph and behind a line that goes on: is there a border between the two?
void Layout::measure_lost_indents() {
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kSlacks = 4 * kHan + 1;
  std::array<std::size_t, kSlacks> first{};
  std::array<std::size_t, kSlacks> other{};
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    if (lines_[i - 1].kind != LineKind::kProse || !was_cut(i) || ends_[i] != LineEnd::kOpen) continue;
    if (full_width(i) == 0 || !is_full(i, kSlacks - 1)) continue;
    const std::size_t slack = full_width(i) - std::min(full_width(i), lines_[i].width);
    if (slack >= kSlacks) continue;
    if (ends_[i - 1] == LineEnd::kStop && !is_full(i - 1, 4 * kHan)) ++first[slack];
    if (ends_[i - 1] == LineEnd::kOpen && is_full(i - 1, 2 * kHan)) ++other[slack];
  }
  const auto sum = [](const std::array<std::size_t, kSlacks>& counts, std::size_t from) {
    return std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(from), counts.end(), std::size_t{0});
  };
  const std::size_t firsts = sum(first, 0);
  const std::size_t others = sum(other, 0);
  if (firsts < kFewest || others < kFewest) return;
  for (const std::uint32_t border : {2 * kHan, 2 * kHan - 1}) {
    if (sum(first, border) * 10 >= firsts * 7 && sum(other, border) * 10 <= others) {
      lost_indent_ = border;
      return;
    }
  }
}

}  // namespace mubiao
