// Wrap repair: which lines were one paragraph before a PDF or an editor broke it. Door: join_lines.
// Where the layout is wrapped, a full line goes on in the next one, and a shorter line that ends a sentence ends a
// paragraph. A heading is a short line that ends none, at the beginning of a paragraph.
#include <algorithm>
#include <cstdint>

#include "text/characters.h"
#include "text/inseparable.h"
#include "text/layout.h"
#include "text/lines.h"
#include "text/open_bracket.h"
#include "text/rewriter.h"
#include "text/scan.h"

namespace mubiao {
namespace {

// A list mark alone on its line, its item on the next: "(一)", "1.", "第三章".
bool is_bare_mark(std::string_view line) {
  constexpr std::size_t kLongest = 18;
  if (line.empty() || line.size() > kLongest) return false;
  const std::string_view first = character_at(line, 0);
  const bool bracket = first == "(";
  const bool ordinal = first == "第";
  const std::size_t begin = bracket || ordinal ? first.size() : 0;
  std::size_t i = begin;
  while (is_numeral(character_at(line, i))) i += character_at(line, i).size();
  if (i == begin) return false;
  const std::string_view rest = line.substr(i);
  if (bracket) return rest == ")";
  if (ordinal) return rest.size() == 3 && is_han(rest);
  return rest == "、" || rest == "." || rest == ")";
}

// A heading or a title has no comma or stop, as a rule.
bool is_sentence(std::string_view paragraph) {
  constexpr std::size_t kEnough = 1200;  // bytes of the front; a title is shorter
  if (paragraph.size() > kEnough) return true;
  const auto of_bytes = [paragraph](std::size_t at) {
    const scan::Bytes sixteen = scan::load_bytes(paragraph, at);
    return scan::begins(paragraph, at, "，") | scan::begins(paragraph, at, "。") | (sixteen == ',') | (sixteen == ';');
  };
  const auto is = [paragraph](std::size_t at) {
    const std::string_view rest = paragraph.substr(at);
    return rest[0] == ',' || rest[0] == ';' || rest.starts_with("，") || rest.starts_with("。");
  };
  return scan::find_sixteen(paragraph, 0, 0, 2, of_bytes, is) < paragraph.size();
}

// A heading that text runs on behind: "1.完善机制。建立", and no stop at its end.
bool has_stop_inside(std::string_view line) { return line.find("。") != std::string_view::npos; }

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<Line>& lines, const OpensBlock& opens_block, Joining joining)
      : text_(text),
        lines_(lines),
        opens_block_(opens_block),
        joining_(joining),
        layout_(text, lines),
        opens_(lines.size()) {}

  /// Whether line i is the continuation of the line before it, for each i > 0.
  std::vector<std::uint8_t> run() {
    std::vector<std::uint8_t> joined(lines_.size());
    std::size_t piece_end = 0;  // lines up to this one are pieces of one line of the page
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (layout_.is_wrapped() && piece_end < i) piece_end = i - 1 + further_pieces(i - 1);
      const bool is_piece = piece_end >= i;
      joined[i] = can_join(i) && (is_piece || continues(i));
      is_prose_ =
          joined[i] && layout_.is_wrapped() && (is_prose_ || is_piece || is_cut(i - 1) || has_stop_inside(line(i - 1)));
      if (!joined[i]) first_ = i;
    }
    return joined;
  }

 private:
  std::string_view line(std::size_t i) const { return slice(text_, lines_[i]); }
  // Asked of some lines several times.
  bool opens(std::size_t i) const {
    if (opens_[i] == Opens::kUnknown) opens_[i] = opens_block_(line(i)) ? Opens::kYes : Opens::kNo;
    return opens_[i] == Opens::kYes;
  }
  bool is_first(std::size_t i) const { return i == first_; }
  bool can_join(std::size_t i) const {
    if (lines_[i - 1].kind != LineKind::kProse) return false;
    return lines_[i].kind == LineKind::kProse || (lines_[i].kind == LineKind::kLeader && is_bare_mark(line(i - 1)));
  }
  // The indent of a paragraph. Behind a line of text that a wrap cut, an indent is that of a box, or a page set askew.
  bool is_indented(std::size_t i) const {
    if (!layout_.has_indents() || lines_[i].indent < kHan) return false;
    const LineEnd end = layout_.end(i - 1);
    if (end == LineEnd::kComma) return false;
    if (end != LineEnd::kOpen || !is_full(i - 1, kHan)) return true;
    if (lines_[i].indent < lines_[i - 1].indent) return false;
    if (is_first(i - 1) && !is_sentence(line(i - 1))) return true;  // behind a long heading
    return lines_[i].indent > lines_[i - 1].indent && !lines_[i].page_before;
  }
  // A first line gives up the indent: two characters.
  std::uint32_t indent_of(std::size_t i) const { return is_first(i) ? 2 * kHan : 0; }
  bool is_full(std::size_t i, std::uint32_t slack) const {
    return layout_.is_full(i, slack + indent_of(i)) || is_displaced(i);
  }

  // Some PDFs break a line of the page at its punctuation. How many lines after this one belong to its line of the
  // page: those that make a full line with it.
  std::size_t further_pieces(std::size_t i) const {
    constexpr std::size_t kMost = 12;
    const std::uint32_t full = layout_.full_width(i);
    std::uint32_t total = lines_[i].width;
    if (total + 3 * kHan + indent_of(i) >= full) return 0;
    bool closed = false;    // a title, a bracket or a sentence ends in between
    bool sentence = false;  // and it is a whole sentence
    for (std::size_t k = i + 1; k < lines_.size() && k <= i + kMost; ++k) {
      const LineEnd before = layout_.end(k - 1);
      const bool tiny = lines_[k - 1].width <= 2 * kHan || is_bare_mark(line(k - 1));
      const bool fragment = before != LineEnd::kOpen || (tiny && (is_prose_ || is_bare_mark(line(i))));
      if (!fragment || !can_join(k) || lines_[k].page_before || is_indented(k) || opens(k)) return 0;
      closed = closed || before == LineEnd::kStop || before == LineEnd::kBracket;
      sentence = sentence || (before == LineEnd::kStop && line(k - 1).back() != ';');
      total += lines_[k].width;
      if (total > full + 2 * kHan) return 0;
      if (total + 2 * kHan + indent_of(i) < full) continue;
      // The end of a paragraph and what comes next can make a full line together, too.
      if (closed && (layout_.end(k) == LineEnd::kStop || layout_.end(k) == LineEnd::kBracket)) return 0;
      if (sentence && (!layout_.splits_lines() || lines_[k].width + 6 * kHan > full)) return 0;
      // So can a mark and the heading behind it.
      return k == i + 1 && is_bare_mark(line(i)) ? 0 : k - i;
    }
    return 0;
  }

  bool continues(std::size_t i) const {
    const std::string_view before = line(i - 1);
    if (is_first(i - 1) && is_bare_mark(before)) return !opens(i);
    if (joining_ == Joining::kAll) return are_inseparable(before, line(i)) || !opens(i);
    if (!layout_.is_wrapped()) return lines_[i].page_before && goes_over_page(i);
    return are_inseparable(before, line(i)) || (goes_on(i) && !opens(i));
  }

  // As far as the layout tells: a line that opens a block does not go on.
  bool goes_on(std::size_t i) const {
    const std::string_view before = line(i - 1);
    if (is_displaced(i)) return true;
    if (is_indented(i)) return false;
    if (is_first(i - 1) && is_one_han(before)) return true;
    const LineEnd end = layout_.end(i - 1);
    if (end == LineEnd::kComma) return true;
    if (end == LineEnd::kOpen && is_unfinished(i)) return true;
    if (is_inside_bracket(paragraph_before(i))) return true;
    if (end == LineEnd::kStop) return is_full(i - 1, layout_.usual_slack()) && goes_on_after_stop(i);
    return end == LineEnd::kBracket && is_full(i - 1, 4 * kHan) && is_unfinished(i);
  }

  // Whether the line before this one, which no stop ends, is text and not a heading.
  bool is_unfinished(std::size_t i) const {
    const std::string_view before = line(i - 1);
    const bool was_cut = is_full(i - 1, kHan) && !layout_.is_overlong(i - 1);
    const bool ends = layout_.lacks_indent(i) || is_line_of_title(i) || (!was_cut && stands_apart(i));
    if (ends && is_first(i - 1) && !is_sentence(before)) return false;
    return layout_.is_overlong(i - 1) || is_full(i - 1, 3 * kHan) || has_stop_inside(before) ||
           (is_prose_ && is_sentence(paragraph_before(i)));
  }

  // Behind a heading that happens to be full: the rest of a paragraph would end a sentence.
  bool is_line_of_title(std::size_t i) const {
    return layout_.end(i) == LineEnd::kOpen && lines_[i].width > 3 * kHan && !layout_.is_full(i, 4 * kHan) &&
           !is_sentence(line(i)) && !opens(i - 1);
  }

  // The line shows by itself that its paragraph goes on.
  bool is_cut(std::size_t i) const { return layout_.end(i) == LineEnd::kComma || is_full(i, 3 * kHan); }

  // A document with a paragraph a line whose page mark stood inside a sentence.
  bool goes_over_page(std::size_t i) const {
    constexpr std::uint32_t kSentence = 20 * kHan;
    const LineEnd end = layout_.end(i - 1);
    return lines_[i - 1].width >= kSentence && (end == LineEnd::kOpen || end == LineEnd::kComma) &&
           lines_[i].indent < kHan && !opens(i);
  }

  // A full line ends with a sentence: the end of a paragraph, or chance?
  bool goes_on_after_stop(std::size_t i) const {
    if (is_signature(i)) return false;
    if (layout_.has_indents() || is_one_han(line(i))) return true;
    if (layout_.lacks_indent(i)) return false;
    if (stands_apart(i)) return false;
    static constexpr CharacterSet kBullets("—●■◆▪•※*");
    return !kBullets.contains(character_at(line(i), 0));
  }
  // Who signs what ends above: a short line without a stop, and a block below it (a date).
  bool is_signature(std::size_t i) const {
    return layout_.end(i) == LineEnd::kOpen && !is_cut(i) && i + 1 < lines_.size() && opens(i + 1);
  }
  // Behind an empty line that says something: none stand between the lines of a paragraph around it, too.
  bool stands_apart(std::size_t i) const {
    if (!lines_[i].blank_before || lines_[i].page_before) return false;
    const auto blank_inside = [&](std::size_t k) {
      return k > 0 && k < lines_.size() && lines_[k].blank_before && layout_.end(k - 1) != LineEnd::kStop &&
             layout_.is_full(k - 1, 2 * kHan);
    };
    return !blank_inside(i - 1) && !blank_inside(i + 1);
  }

  // A page layout that ran out of step: the line begins below the end of the line before it, and fills what is left.
  // Layout tools count a Han character as one column or as two.
  bool is_displaced(std::size_t i) const {
    if (i == 0 || lines_[i].indent <= 4 * kHan || lines_[i].blank_before) return false;
    const auto is_near = [](std::uint32_t a, std::uint32_t b) { return a <= b + 3 && b <= a + 3; };
    const auto fits = [&](std::uint32_t han) {
      const std::uint32_t left = lines_[i - 1].indent + lines_[i - 1].width * han / kHan;
      const std::uint32_t right = lines_[i].indent + lines_[i].width * han / kHan;
      return is_near(lines_[i].indent, left) && is_near(right, layout_.full_width(i) * han / kHan);
    };
    return (fits(1) || fits(2)) && !opens(i);
  }

  std::string_view paragraph_before(std::size_t i) const {
    return text_.substr(lines_[first_].begin, lines_[i - 1].end - lines_[first_].begin);
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const OpensBlock& opens_block_;
  const Joining joining_;
  const Layout layout_;
  enum class Opens : std::uint8_t { kUnknown, kNo, kYes };
  mutable std::vector<Opens> opens_;
  // Of the paragraph before the line that run() looks at: its first line, and whether it has shown to be text that
  // goes on until a sentence ends.
  std::size_t first_ = 0;
  bool is_prose_ = false;
};

// What stands between two joined lines: a space between words, nothing in Chinese and inside a number.
std::string_view joint(std::string_view before, std::string_view after) {
  const std::string_view a = character_before(before, before.size());
  const std::string_view b = character_at(after, 0);
  if (a.empty() || b.empty() || is_wide(a) || is_wide(b)) return "";
  const bool word_before = is_ascii_alnum(a[0]) || a.size() == 2;
  const bool word_after = is_ascii_alnum(b[0]) || b.size() == 2;
  if (word_before && word_after) return is_ascii_digit(a[0]) && is_ascii_digit(b[0]) ? "" : " ";
  if (a == "." && word_after && is_bare_mark(before)) return " ";
  if (a == "." && is_ascii_digit(b[0])) return "";
  static constexpr CharacterSet kEndsPart(",.;:!?)]}");
  const bool after_punctuation = kEndsPart.contains(a) && !is_wide(character_before(before, before.size() - 1));
  return after_punctuation && word_after ? " " : "";
}

}  // namespace

std::optional<OffsetMap> join_lines(std::string_view text, std::vector<Line>& lines, const OpensBlock& opens_block,
                                    Joining joining, std::string& target) {
  const std::vector<std::uint8_t> joined = Joiner(text, lines, opens_block, joining).run();
  Rewriter writer(text, target);
  std::size_t kept = 0;
  std::size_t shorter = 0;  // by so much is the text so far
  Line before;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line line = lines[i];
    if (joined[i]) {
      const std::string_view by = joint(slice(text, before), slice(text, line));
      writer.keep(before.end);
      writer.replace(by, line.begin);
      shorter += line.begin - before.end - by.size();  // a line end, for at most a space
      Line& whole = lines[kept - 1];
      whole.width += static_cast<std::uint32_t>(by.size()) + line.width;
      whole.spaced = whole.spaced || line.spaced || !by.empty();
      whole.end = line.end - shorter;
    } else {
      Line& own = lines[kept++];
      own = Line{};
      own.begin = line.begin - shorter;
      own.end = line.end - shorter;
      own.width = line.width;
      own.gaps = line.gaps;
      own.spaced = line.spaced;
    }
    before = line;
  }
  lines.resize(kept);
  return std::move(writer).finish();
}

}  // namespace mubiao
