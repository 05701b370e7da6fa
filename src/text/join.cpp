// Wrap repair: which lines were one paragraph before a PDF or an editor broke it. Door: join_lines.
// A document is wrapped if many of its lines are as long as lines get there, and stop where no sentence does. Then a
// full line goes on in the next one, and a shorter line that ends a sentence ends a paragraph.
#include <algorithm>
#include <array>
#include <optional>

#include "text/characters.h"
#include "text/lines.h"
#include "text/rewriter.h"

namespace mubiao {

namespace {

constexpr std::uint32_t kHan = 2;                // columns
constexpr std::uint32_t kNarrowest = 14 * kHan;  // no document is set in shorter lines
constexpr std::uint32_t kWidest = 256;           // and none in longer ones
constexpr std::size_t kBlock = 64;               // lines that share one full width

enum class End : std::uint8_t { kOpen, kComma, kStop, kBracket };

// What the last characters of a line say about the sentence.
End end_of(std::string_view line) {
  constexpr std::string_view kClosing = "”’\"»》〉」』】〕])";
  constexpr std::string_view kStops = "。;:!?";
  std::size_t end = line.size();
  std::string_view last = character_before(line, end);
  bool bracket = false;
  while (is_one_of(last, kClosing)) {
    bracket = bracket || last == ")" || last == "》";
    end -= last.size();
    last = character_before(line, end);
  }
  if (is_one_of(last, kStops)) return End::kStop;
  if (last == "." && is_han(character_before(line, end - 1))) return End::kStop;
  if (end == line.size() && is_one_of(last, "，,、")) return End::kComma;
  return bracket ? End::kBracket : End::kOpen;
}

// Characters that never begin a line of their own.
bool goes_on(std::string_view line) {
  const std::string_view first = character_at(line, 0);
  return is_one_of(first, "，,。、;:!?)]}”’》〉」』】〕%‰") ||
         (first == "." && line.size() > 1 && is_ascii_digit(line[1]));
}

// A list mark alone on its line, its item on the next: "(一)", "1.", "第三章".
bool is_bare_mark(std::string_view line) {
  constexpr std::size_t kLongest = 18;
  if (line.empty() || line.size() > kLongest) return false;
  std::size_t begin = 0;
  const std::string_view first = character_at(line, 0);
  const bool bracket = first == "(";
  const bool ordinal = first == "第";
  if (bracket || ordinal) begin = first.size();
  std::size_t i = begin;
  while (is_numeral(character_at(line, i))) i += character_at(line, i).size();
  if (i == begin) return false;
  const std::string_view rest = line.substr(i);
  if (bracket) return rest == ")";
  if (ordinal) return rest.size() == 3 && is_han(rest);
  return rest == "、" || rest == "." || rest == ")";
}

// Opening brackets and quotes in the last part of a paragraph that nothing closes.
bool is_inside_bracket(std::string_view paragraph) {
  constexpr std::size_t kFar = 240;
  constexpr std::array<std::array<std::string_view, 2>, 4> kPairs = {
      {{"《", "》"}, {"(", ")"}, {"“", "”"}, {"〔", "〕"}}};
  const std::string_view tail = paragraph.substr(paragraph.size() - std::min(paragraph.size(), kFar));
  for (const auto& [open, close] : kPairs) {
    const std::size_t opened = tail.rfind(open);
    if (opened == std::string_view::npos) continue;
    const std::size_t closed = tail.rfind(close);
    if (closed == std::string_view::npos || closed < opened) return true;
  }
  return false;
}

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<Line>& lines, const OpensBlock& opens_block)
      : text_(text), lines_(lines), opens_block_(opens_block) {
    measure();
  }

  /// Whether line i is the continuation of the line before it, for each i > 0 in order.
  std::vector<bool> run() {
    std::vector<bool> joined(lines_.size());
    std::size_t first = 0;
    bool prose = false;
    std::size_t physical_end = 0;  // lines up to this one are pieces of one line of the page
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (wrapped_ && physical_end < i) physical_end = i - 1 + pieces(i - 1, first == i - 1);
      joined[i] = physical_end >= i ? can_join(i) : continues(i, first, prose);
      if (joined[i]) {
        prose = true;
      } else {
        first = i;
        prose = false;
      }
    }
    return joined;
  }

 private:
  std::string_view line(std::size_t i) const { return slice(text_, lines_[i]); }
  std::uint32_t full(std::size_t i) const { return full_[i / kBlock]; }
  bool is_full(std::size_t i, std::uint32_t slack) const {
    return lines_[i].width + slack >= full(i) && lines_[i].width <= full(i) + 3 * kHan;
  }
  bool opens(std::size_t i) const { return opens_block_(line(i)); }
  bool is_prose(std::size_t i) const { return lines_[i].kind == LineKind::kProse; }
  bool can_join(std::size_t i) const { return is_prose(i - 1) && is_prose(i); }

  // The width of full lines around every block, and from that whether the document is wrapped at all.
  void measure() {
    const std::size_t blocks = lines_.size() / kBlock + 1;
    full_.assign(blocks, 0);
    std::size_t wrapped = 0;
    std::size_t all = 0;
    for (std::size_t b = 0; b < blocks; ++b) {
      std::array<std::uint32_t, kWidest + 1> histogram{};
      const std::size_t begin = b == 0 ? 0 : (b - 1) * kBlock;
      const std::size_t end = std::min(lines_.size(), (b + 2) * kBlock);
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t width = lines_[i].width;
        if (is_prose(i) && width <= kWidest && end_of(line(i)) != End::kStop) histogram[width] += width;
      }
      full_[b] = mode(histogram);
      for (std::size_t i = b * kBlock; i < std::min(lines_.size(), (b + 1) * kBlock); ++i) {
        if (!is_prose(i)) continue;
        all += lines_[i].width;
        const bool cut = full_[b] > 0 && is_full(i, 3 * kHan) && end_of(line(i)) != End::kStop;
        if (cut && i + 1 < lines_.size()) wrapped += lines_[i].width;
      }
    }
    wrapped_ = wrapped * 10 >= all * 3 && wrapped > 0;
    if (wrapped_) measure_indent();
  }

  // The widest column of the heaviest group of five.
  static std::uint32_t mode(const std::array<std::uint32_t, kWidest + 1>& histogram) {
    constexpr std::uint32_t kGroup = 5;
    std::uint32_t best = 0;
    std::uint64_t best_mass = 0;
    std::uint64_t mass = 0;
    for (std::uint32_t width = kNarrowest; width <= kWidest; ++width) {
      mass += histogram[width];
      if (width >= kNarrowest + kGroup) mass -= histogram[width - kGroup];
      if (mass > best_mass) {
        best = width;
        best_mass = mass;
      }
    }
    return best;
  }

  // Whether paragraphs begin with an indent here: lines after a short end of a sentence do, lines after a full line
  // that ends none do not.
  void measure_indent() {
    std::size_t begins = 0;
    std::size_t begins_indented = 0;
    std::size_t goes = 0;
    std::size_t goes_indented = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!can_join(i)) continue;
      const End end = end_of(line(i - 1));
      if (end == End::kStop && !is_full(i - 1, 4 * kHan)) {
        ++begins;
        begins_indented += is_indented(i);
      } else if (end == End::kOpen && is_full(i - 1, kHan)) {
        ++goes;
        goes_indented += is_indented(i);
      }
      split_ += end == End::kComma && !is_full(i - 1, 4 * kHan);
    }
    indents_ = begins >= 2 && begins_indented * 10 >= begins * 7 && goes_indented * 5 <= goes;
  }
  bool is_indented(std::size_t i) const { return lines_[i].indent >= 2; }

  // Some PDFs break a line of the page at its punctuation. If this line and the next ones make a full line together,
  // the number of the latter; otherwise 0.
  std::size_t pieces(std::size_t i, bool first) const {
    constexpr std::size_t kMost = 12;
    constexpr std::size_t kSplitDocument = 3;
    std::uint32_t total = lines_[i].width + (first ? 2 * kHan : 0);
    if (!is_prose(i) || total + 3 * kHan >= full(i)) return 0;
    bool stop = false;
    for (std::size_t k = i + 1; k < lines_.size() && k <= i + kMost; ++k) {
      const End end = end_of(line(k - 1));
      if (!is_prose(k) || lines_[k].page_before || (end == End::kOpen && lines_[k - 1].width > 2 * kHan)) return 0;
      if ((indents_ && is_indented(k)) || opens(k)) return 0;
      stop = stop || end == End::kStop;
      total += lines_[k].width;
      if (total > full(k) + 2 * kHan) return 0;
      if (total + 2 * kHan >= full(k)) {
        return stop && (split_ < kSplitDocument || end_of(line(k)) == End::kStop) ? 0 : k - i;
      }
    }
    return 0;
  }

  bool continues(std::size_t i, std::size_t first, bool prose) const {
    if (!can_join(i)) return false;
    const std::string_view before = line(i - 1);
    if (first == i - 1 && is_bare_mark(before)) return !opens(i);
    if (!wrapped_) return lines_[i].page_before && goes_over_page(i);
    if (goes_on(line(i))) return true;
    if (is_one_of(character_before(before, before.size()), "第(《“〔")) return true;
    if (opens(i)) return false;
    if (indents_ && is_indented(i) && !is_displaced(i)) return false;

    const End end = end_of(before);
    if (end == End::kComma) return true;
    if (is_inside_bracket(paragraph(first, i))) return true;
    if (end == End::kStop) return is_full(i - 1, first == i - 1 ? 3 * kHan : kHan) && goes_on_after_stop(i);
    if (end == End::kBracket && !is_full(i - 1, 4 * kHan)) return false;
    return prose || is_full(i - 1, first == i - 1 ? 5 * kHan : 3 * kHan);
  }

  // A document with a paragraph a line whose page mark stood inside a sentence.
  bool goes_over_page(std::size_t i) const {
    constexpr std::uint32_t kSentence = 20 * kHan;
    const End end = end_of(line(i - 1));
    return lines_[i - 1].width >= kSentence && (end == End::kOpen || end == End::kComma) && !is_indented(i) &&
           !opens(i);
  }

  // A full line ends with a sentence: end of a paragraph, or chance?
  bool goes_on_after_stop(std::size_t i) const {
    if (indents_) return true;
    if (lines_[i].blank_before && !lines_[i].page_before && !is_blank_separated(i)) return false;
    return !is_one_of(character_at(line(i), 0), "—●■◆▪•·※*");
  }
  // Whether empty lines say nothing here: they stand between the lines of a paragraph, too.
  bool is_blank_separated(std::size_t i) const {
    const auto blank_inside = [&](std::size_t k) {
      return k > 0 && k < lines_.size() && lines_[k].blank_before && end_of(line(k - 1)) != End::kStop &&
             is_full(k - 1, 2 * kHan);
    };
    return blank_inside(i - 1) || blank_inside(i + 1);
  }

  // Text moved to the right in a page layout: it begins where the line before it ends, and fills the line.
  bool is_displaced(std::size_t i) const {
    return lines_[i].indent > 8 && end_of(line(i - 1)) != End::kStop &&
           lines_[i].indent + lines_[i].width + 3 * kHan >= full(i);
  }

  std::string_view paragraph(std::size_t first, std::size_t end) const {
    return text_.substr(lines_[first].begin, lines_[end - 1].end - lines_[first].begin);
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const OpensBlock& opens_block_;
  std::vector<std::uint32_t> full_;  // by block
  bool wrapped_ = false;
  bool indents_ = false;
  std::size_t split_ = 0;
};

// What stands between two joined lines: a space between words, nothing in Chinese and inside a number.
std::string_view joint(std::string_view before, std::string_view after) {
  const std::string_view a = character_before(before, before.size());
  const std::string_view b = character_at(after, 0);
  if (is_wide(a) || is_wide(b) || a.empty() || b.empty()) return "";
  const bool word_before = is_ascii_alnum(a[0]) || a.size() == 2;
  const bool word_after = is_ascii_alnum(b[0]) || b.size() == 2;
  if (word_before && word_after) return is_ascii_digit(a[0]) && is_ascii_digit(b[0]) ? "" : " ";
  if (a == "." && word_after && is_bare_mark(before)) return " ";
  if (a == "." && is_ascii_digit(b[0])) return "";
  const bool after_punctuation = is_one_of(a, ",.;:!?)]}") && !is_wide(character_before(before, before.size() - 1));
  return after_punctuation && word_after ? " " : "";
}

}  // namespace

std::string join_lines(std::string_view text, const std::vector<Line>& lines, const OpensBlock& opens_block,
                       OffsetMap& map) {
  const std::vector<bool> joined = Joiner(text, lines, opens_block).run();
  Rewriter writer(text, &map);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!joined[i]) continue;
    writer.keep(lines[i - 1].end);
    writer.replace(joint(slice(text, lines[i - 1]), slice(text, lines[i])), lines[i].begin);
  }
  return std::move(writer).finish();
}

}  // namespace mubiao
