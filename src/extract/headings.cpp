// Finds the places where a heading rule matches: at line starts, and for numbered headings also behind a
// sentence end inside a line or inside the title of an outer heading ("三、重点任务 (一)能源转型。").
// The door is find_marks. Which of the marks are sections is decided in section_tree.cpp.
#include "extract/headings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "extract/characters.h"
#include "extract/ordinal.h"
#include "text/scan.h"

namespace mubiao {
namespace {

// A rule is tried on so many bytes of a line: more than a title holds, or an entry of a table of contents.
constexpr std::size_t kWindow = 300;
// Characters of the longest title; what is longer is a sentence with a number before it.
constexpr std::size_t kLongestTitle = 50;
constexpr std::size_t kShortestTitle = 6;  // with its mark, where text is cut off behind it
// A title has fewer commas than this.
constexpr int kManyCommas = 3;
// A mark alone may have its title in one of the next lines, behind cells and numbers that a layout threw between.
constexpr std::size_t kShortestBoxTitle = 6;
constexpr std::size_t kTitleLinesBelow = 5;
constexpr std::size_t kAppendixTitleLines = 3;
// Marks that are words (第三章, 专栏1) can stand for their title.
constexpr int kDeepestWord = 2;
constexpr std::string_view kStop = "。";
constexpr char32_t kTableSize = 0x10000;

constexpr std::array<std::pair<std::string_view, MarkRole>, 10> kRoles = {{{"single", MarkRole::kSingle},
                                                                           {"box", MarkRole::kBox},
                                                                           {"appendix", MarkRole::kAppendix},
                                                                           {"contents", MarkRole::kContents},
                                                                           {"entry", MarkRole::kEntry},
                                                                           {"caption", MarkRole::kCaption},
                                                                           {"item", MarkRole::kItem},
                                                                           {"note", MarkRole::kNote},
                                                                           {"opening", MarkRole::kOpening},
                                                                           {"salutation", MarkRole::kSalutation}}};

MarkRole role_of(const Rule& rule) {
  const std::string_view name = set_field(rule, "role");
  for (const auto& [surface, role] : kRoles)
    if (surface == name) return role;
  return MarkRole::kNumbered;
}

// Roles whose rules match a whole line or nothing.
bool takes_the_line(MarkRole role) {
  return role != MarkRole::kNumbered && role != MarkRole::kItem && role != MarkRole::kNote;
}

int rank_of(const Rule& rule) { return read_ordinal(set_field(rule, "level")); }

// True if the text has something beside digits and ASCII signs.
bool holds_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xE9;
  });
}

int count_commas(std::string_view text) {
  int commas = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == ',' || text.substr(i).starts_with("，")) ++commas;
  return commas;
}

// A bracket at the end, which may name departments, is not measured.
bool is_title(std::string_view title) {
  if (title.ends_with(')')) title = title.substr(0, std::min(title.rfind('('), title.size()));
  return count_commas(title) < kManyCommas && count_characters(title) <= kLongestTitle;
}

// Moves `offset` over what closes a title: the full stop or colon, and spaces.
std::size_t skip_title_end(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with(kStop))
    offset += kStop.size();
  else if (rest.starts_with(":") || rest.starts_with(";") || rest.starts_with("!"))
    offset += 1;
  while (offset < text.size() && is_blank(text[offset])) ++offset;
  return offset;
}

// Where the text behind the next full stop or closing bracket begins.
std::size_t behind_next_stop(std::string_view text, std::size_t from) {
  for (std::size_t i = find_any(text, from, kStop[0], ')'); i < text.size(); i = find_any(text, i + 1, kStop[0], ')')) {
    const bool stop = text.substr(i).starts_with(kStop);
    if (!stop && text[i] != ')') continue;
    i += stop ? kStop.size() : 1;
    while (i < text.size() && is_blank(text[i])) ++i;
    return i;
  }
  return text.size();
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
      if (count_characters(clip(title, kWindow)) > kLongestTitle || (appendix && stop < line.size())) return;
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

HeadingRules::HeadingRules(const RuleSet& rules) : set_(rules) {
  int type = 0;
  for (const Rule* rule : set_.rules(RuleKind::kHeading))
    rules_.push_back({AnchoredRule(*rule), role_of(*rule), type++, rank_of(*rule)});
  sort_by_first_character();
}

// Characters between two borders begin matches of the same rules. Those beyond the table are taken together.
void HeadingRules::sort_by_first_character() {
  std::vector<char32_t> borders = {0};
  for (const HeadingRule& heading : rules_) {
    for (const CharacterRanges::Range range : heading.rule.first_characters().ranges()) {
      borders.push_back(range.first);
      borders.push_back(range.last + 1);
    }
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  borders.erase(std::lower_bound(borders.begin(), borders.end(), kTableSize), borders.end());
  add_candidates([](const CharacterRanges& first) { return first.reaches(kTableSize); });
  by_character_.resize(kTableSize);
  for (std::size_t i = 0; i < borders.size(); ++i) {
    const auto end = i + 1 < borders.size() ? borders[i + 1] : kTableSize;
    std::fill(by_character_.begin() + borders[i], by_character_.begin() + end,
              static_cast<std::uint16_t>(candidates_.size()));
    add_candidates([character = borders[i]](const CharacterRanges& first) { return first.contains(character); });
  }
}

template <typename Begins>
void HeadingRules::add_candidates(Begins begins) {
  Candidates out;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const MarkRole role = rules_[i].role;
    if (role == MarkRole::kOpening || !begins(rules_[i].rule.first_characters())) continue;
    out.at.push_back(i);
    if (role == MarkRole::kNumbered) out.numbered.push_back(i);
    if (role != MarkRole::kItem) out.opening_block.push_back(i);
  }
  candidates_.push_back(std::move(out));
}

const HeadingRules::Candidates& HeadingRules::candidates(std::string_view text) const {
  const char32_t first = first_character(text);
  return candidates_[first < kTableSize ? by_character_[first] : 0];
}

std::optional<Mark> HeadingRules::read(const HeadingRule& heading, std::string_view text) const {
  const std::string_view window = clip(text, kWindow);
  const auto match = heading.rule.match(window);
  if (!match) return std::nullopt;
  const bool cut = window.size() < text.size() && match->whole.size() == window.size();
  if (cut && takes_the_line(heading.role)) return std::nullopt;
  Mark mark;
  mark.sentence = cut;
  mark.role = heading.role;
  mark.type = heading.type;
  mark.rank = heading.rank;
  mark.ordinal = read_ordinal(match->group("mark"));
  mark.has_colon = match->group("mark").ends_with(':');
  const std::string_view whole = trim(match->whole);
  mark.span = {0, whole.size()};
  mark.body = skip_title_end(text, match->whole.size());
  mark.has_text = mark.body < text.size();
  const std::string_view title = match->group("title");
  if (!title.empty()) mark.title = without_spaces(mark.role == MarkRole::kAppendix ? title : whole);
  return mark;
}

std::optional<Mark> HeadingRules::at(std::string_view text) const {
  if (text.empty()) return std::nullopt;
  for (const std::size_t i : candidates(text).at)
    if (takes_the_line(rules_[i].role) && text.size() > kWindow)
      continue;
    else if (auto mark = read(rules_[i], text))
      return mark;
  return std::nullopt;
}

std::optional<Mark> HeadingRules::numbered_at(std::string_view text, int above) const {
  if (text.empty()) return std::nullopt;
  for (const std::size_t i : candidates(text).numbered)
    if (rules_[i].rank > above)
      if (auto mark = read(rules_[i], text)) return mark;
  return std::nullopt;
}

bool HeadingRules::opens_block(std::string_view line) const {
  if (line.empty()) return false;
  const std::vector<std::size_t>& tried = candidates(line).opening_block;
  return std::any_of(tried.begin(), tried.end(),
                     [&](std::size_t i) { return rules_[i].rule.matches(clip(line, kWindow)); });
}

std::size_t HeadingRules::find_opening(std::string_view title) const {
  std::size_t first = title.size();
  for (const HeadingRule& rule : rules_) {
    if (rule.role != MarkRole::kOpening) continue;
    const auto match = rule.rule.find(title);
    if (match) first = std::min(first, static_cast<std::size_t>(match->whole.data() - title.data()));
  }
  return first;
}

std::vector<Mark> find_marks(std::string_view text, const std::vector<Span>& lines, const HeadingRules& rules) {
  return Finder(text, lines, rules).find();
}

}  // namespace mubiao
