// Finds the places where a heading rule matches: at line starts, and for numbered headings also behind a
// sentence end inside a line or inside the title of an outer heading ("三、重点任务 (一)能源转型。").
// The door is find_marks. Which of the marks are sections is decided in section_tree.cpp.
#include "extract/headings.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "extract/characters.h"
#include "text/scan.h"

namespace mubiao {
namespace {

// Characters of the longest title; what is longer is a sentence with a number before it.
constexpr std::size_t kLongestTitle = 50;
constexpr std::size_t kMeasured = 6 * kLongestTitle;  // bytes of a line that tell whether it is longer
constexpr std::size_t kShortestTitle = 6;             // with its mark, where text is cut off behind it
// A title has fewer commas than this.
constexpr int kManyCommas = 3;
// A mark alone may have its title in one of the next lines, behind cells and numbers that a layout threw between.
constexpr std::size_t kShortestBoxTitle = 6;
constexpr std::size_t kTitleLinesBelow = 5;
constexpr std::size_t kAppendixTitleLines = 3;
// Marks that are words (第三章, 专栏1) can stand for their title.
constexpr int kDeepestWord = 2;
constexpr std::string_view kStop = "。";

// True if the text has something beside digits and ASCII signs.
bool holds_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xE9;
  });
}

int count_commas(std::string_view text) {
  constexpr std::string_view kWide = "，";
  int commas = 0;
  for (std::size_t i = find_any(text, 0, ',', kWide[0]); i < text.size(); i = find_any(text, i + 1, ',', kWide[0]))
    commas += text[i] == ',' || text.substr(i).starts_with(kWide);
  return commas;
}

// A bracket at the end, which may name departments, is not measured.
bool is_title(std::string_view title) {
  if (title.ends_with(')')) title = title.substr(0, std::min(title.rfind('('), title.size()));
  return count_commas(title) < kManyCommas && count_characters(title) <= kLongestTitle;
}

// Where the text behind the next full stop or closing bracket begins.
std::size_t behind_next_stop(std::string_view text, std::size_t from) {
  const auto of_bytes = [text](std::size_t at) {
    const auto byte = [](char c) { return static_cast<std::int8_t>(c); };
    // Hardly any other character ends like a full stop.
    return (scan::load_bytes(text, at) == byte(')')) |
           ((scan::load_bytes(text, at + 1) == byte(kStop[1])) & (scan::load_bytes(text, at + 2) == byte(kStop[2])));
  };
  const auto may_be_stop = [text](std::size_t at) { return text[at] == ')' || text[at] == kStop[0]; };
  for (std::size_t i = from;; ++i) {
    i = scan::find_sixteen(text, i, 0, kStop.size() - 1, of_bytes, may_be_stop);
    if (i == text.size()) return i;
    const bool stop = text.substr(i).starts_with(kStop);
    if (!stop && text[i] != ')') continue;
    i += stop ? kStop.size() : 1;
    while (i < text.size() && is_blank(text[i])) ++i;
    return i;
  }
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Span>& lines, const HeadingRules& rules)
      : text_(text), lines_(lines), rules_(rules) {}

  std::vector<Mark> find() {
    for (std::size_t i = 0; i < lines_.size(); i = next_) {
      next_ = i + 1;
      std::size_t cursor = lines_[i].begin;
      if (auto mark = rules_.at(slice(text_, lines_[i]))) cursor = add(std::move(*mark), i, cursor, false);
      scan_line(cursor, i);
    }
    return std::move(marks_);
  }

 private:
  // Adds a mark that begins at `begin`, split where another heading begins inside its title.
  // Returns where the text behind it begins.
  std::size_t add(Mark mark, std::size_t line, std::size_t begin, bool inlined) {
    mark.line = line;
    mark.last_line = line;
    mark.inlined = inlined;
    mark.body += begin;
    mark.span = {mark.span.begin + begin, mark.span.end + begin};
    const bool plain = mark.role == MarkRole::kNumbered;
    if (plain) split_title(mark);
    if (plain) cut_title(mark);
    if (mark.title.empty() && !inlined) take_title_below(mark);
    const bool word = mark.role == MarkRole::kBox || (plain && mark.rank <= kDeepestWord);
    if (mark.title.empty() && word) mark.title = without_spaces(slice(text_, mark.span));
    if (mark.below.empty()) mark.has_text = mark.body < lines_[line].end;
    if (plain) mark.sentence = mark.sentence || !is_title(mark.title);
    const std::size_t end = mark.body;
    marks_.push_back(std::move(mark));
    return end;
  }

  // "三、重点任务(一)能源转型": the outer title ends where the first mark of a deeper sequence begins.
  void split_title(Mark& mark) {
    const std::string_view whole = slice(text_, mark.span);
    for (std::size_t i = 1; i < whole.size(); ++i) {
      if (is_continuation(whole[i])) continue;
      const std::string_view rest = text_.substr(mark.span.begin + i, lines_[mark.line].end - mark.span.begin - i);
      if (!rules_.may_begin_numbered(rest)) continue;
      const auto inner = rules_.numbered_at(rest, mark.rank);
      if (!inner || inner->ordinal != 1 || inner->title.empty()) continue;
      mark.span.end = mark.span.begin + i;
      mark.body = mark.span.end;
      mark.title = without_spaces(whole.substr(0, i));
      mark.sentence = false;
      return;
    }
  }

  // "二、主要目标到2025年,…": the title ends where a sentence opens.
  void cut_title(Mark& mark) {
    const std::string_view whole = slice(text_, mark.span);
    if (count_commas(whole) == 0) return;
    const std::size_t opening = rules_.find_opening(whole);
    const std::string_view title = whole.substr(0, opening);
    if (opening == whole.size() || count_characters(title) < kShortestTitle) return;
    if (count_commas(title) > 0 || !is_title(title)) return;
    mark.span.end = mark.span.begin + opening;
    mark.body = mark.span.end;
    mark.title = without_spaces(title);
    mark.sentence = false;
  }

  // A mark alone in its line has its title in the next one.
  void take_title_below(Mark& mark) {
    const bool box = mark.role == MarkRole::kBox;
    const bool appendix = mark.role == MarkRole::kAppendix;
    if (mark.role != MarkRole::kNumbered && !box && !appendix) return;
    const std::string_view own = appendix ? std::string_view{} : slice(text_, mark.span);
    const std::size_t most = appendix ? kAppendixTitleLines : kTitleLinesBelow;
    for (std::size_t i = mark.line + 1; i < lines_.size() && i <= mark.line + most; ++i) {
      const std::string_view line = slice(text_, lines_[i]);
      if (rules_.at(line)) return;
      const std::size_t stop = std::min(line.find(kStop), line.size());
      const std::string_view title = trim(line.substr(0, stop));
      const bool whole = stop + kStop.size() >= line.size();
      if (count_characters(clip(title, kMeasured)) > kLongestTitle || (appendix && stop < line.size())) return;
      if (appendix && !mark.title.empty() && !title.starts_with('(')) return;  // only (2021—2025年) goes with a title
      if (box ? count_characters(title) < kShortestBoxTitle : !holds_letters(title)) continue;
      if (mark.title.empty()) mark.title = without_spaces(own);
      mark.title += without_spaces(title);
      if (mark.below.empty()) mark.below.begin = lines_[i].begin;
      mark.below.end = lines_[i].begin + stop;
      mark.body = skip_title_end(text_.substr(0, lines_[i].end), mark.below.end);
      mark.last_line = i;
      next_ = i + 1;
      if (!appendix) {
        if (!whole) next_ = i;  // the rest of the line is text
        mark.has_text = !whole;
        return;
      }
    }
  }

  // Numbered headings behind a sentence end or a closing bracket.
  void scan_line(std::size_t cursor, std::size_t line) {
    const std::size_t end = lines_[line].end;
    const std::string_view text = text_.substr(0, end);
    bool behind_title = cursor > lines_[line].begin;
    while (cursor < end) {
      if (!behind_title) cursor = behind_next_stop(text, cursor);
      behind_title = false;
      if (cursor == end || !rules_.may_begin_numbered(text.substr(cursor))) continue;
      auto mark = rules_.numbered_at(text.substr(cursor));
      behind_title = mark && !mark->title.empty() && mark->has_text;
      if (behind_title) cursor = add(std::move(*mark), line, cursor, true);
    }
  }

  std::string_view text_;
  const std::vector<Span>& lines_;
  const HeadingRules& rules_;
  std::vector<Mark> marks_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Span> find_lines(std::string_view text) {
  std::vector<Span> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    const std::size_t offset = static_cast<std::size_t>(line.data() - text.data());
    if (!line.empty()) lines.push_back({offset, offset + line.size()});
    begin = end + 1;
  }
  return lines;
}

std::vector<Mark> find_marks(std::string_view text, const std::vector<Span>& lines, const HeadingRules& rules) {
  return Finder(text, lines, rules).find();
}

}  // namespace mubiao
