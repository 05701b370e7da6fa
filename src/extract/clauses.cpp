// Cuts paragraphs into sentences and typed sentences into segments. Doors: split_sentences, split_segments.
#include "extract/clauses.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace mubiao {
namespace {

using BoundWord = std::function<bool(std::string_view)>;

constexpr std::size_t kLongestSentence = 6000;

std::size_t char_bytes(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  const std::size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  return std::min(n, text.size() - i);
}

template <std::size_t N>
bool any_of(std::string_view c, const std::array<std::string_view, N>& set) {
  return std::find(set.begin(), set.end(), c) != set.end();
}

constexpr std::array<std::string_view, 5> kSentenceEnds = {"。", "!", "?", "！", "？"};
constexpr std::array<std::string_view, 5> kSentenceClosers = {"”", "’", ")", "》", "」"};
constexpr std::array<std::string_view, 7> kHardBreaks = {",", "，", ";", ":", "；", "：", "\t"};
constexpr std::array<std::string_view, 5> kSoftBreaks = {"、", "和", "及", "与", "并"};
constexpr std::array<std::string_view, 5> kOpeners = {"(", "《", "“", "「", "["};
constexpr std::array<std::string_view, 5> kClosing = {")", "》", "”", "」", "]"};

bool is_quantity(std::string_view text, std::size_t i) {
  // U+E000 … U+E0FF: EE 80 80 … EE 83 BF
  return static_cast<unsigned char>(text[i]) == 0xEE && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x83;
}

// What splitting asks of a typed sentence, looked up once so that no answer costs more than its logarithm.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {
    std::vector<std::pair<std::size_t, std::size_t>> open;  // where, and which bracket
    for (std::size_t i = 0; i < text.size();) {
      const std::string_view c = text.substr(i, char_bytes(text, i));
      if (is_quantity(text, i)) quantities_.push_back(i);
      if (const auto it = std::find(kOpeners.begin(), kOpeners.end(), c); it != kOpeners.end()) {
        open.emplace_back(i, it - kOpeners.begin());
      } else if (const auto close = std::find(kClosing.begin(), kClosing.end(), c); close != kClosing.end()) {
        const auto which = static_cast<std::size_t>(close - kClosing.begin());
        if (!open.empty() && open.back().second == which) {
          brackets_.push_back({open.back().first, i + c.size()});
          open.pop_back();
        }
      }
      i += c.size();
    }
    std::sort(brackets_.begin(), brackets_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  std::string_view text() const { return text_; }

  /// The end of the balanced bracket or quote that opens at `i`, or `i`.
  std::size_t skip_bracket(std::size_t i) const {
    const auto it = std::lower_bound(brackets_.begin(), brackets_.end(), i,
                                     [](Span b, std::size_t at) { return b.begin < at; });
    return it != brackets_.end() && it->begin == i ? it->end : i;
  }

  bool holds_quantity(Span span) const {
    const auto it = std::lower_bound(quantities_.begin(), quantities_.end(), span.begin);
    return it != quantities_.end() && *it < span.end;
  }

  std::size_t count_quantities(Span span) const {
    const auto first = std::lower_bound(quantities_.begin(), quantities_.end(), span.begin);
    return static_cast<std::size_t>(std::lower_bound(first, quantities_.end(), span.end) - first);
  }

  /// The last quantity in `span`. Precondition: it holds one.
  std::size_t last_quantity(Span span) const {
    return *std::prev(std::lower_bound(quantities_.begin(), quantities_.end(), span.end));
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> quantities_;
  std::vector<Span> brackets_;
};

// Breaks at hard punctuation outside brackets. Each entry is a clause and whether a colon ends it.
struct Clause {
  Span span;
  bool colon;
};

std::vector<Clause> hard_clauses(const Scan& scan) {
  const std::string_view text = scan.text();
  std::vector<Clause> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t past = scan.skip_bracket(i); past != i && !scan.holds_quantity({i, past})) {
      i = past;
      continue;
    }
    const std::string_view c = text.substr(i, char_bytes(text, i));
    const bool dash = text.substr(i).starts_with("——");
    if (any_of(c, kHardBreaks) || any_of(c, kSentenceEnds) || dash) {
      if (i > begin) out.push_back({{begin, i}, c == ":" || c == "："});
      i += dash ? std::string_view("——").size() : c.size();
      begin = i;
    } else {
      i += c.size();
    }
  }
  if (begin < text.size()) out.push_back({{begin, text.size()}, false});
  return out;
}

// True if what stands left of a list mark ends a member and what stands right begins another one:
// both hold a quantity, and they are not the bare values of one list (达到36%左右和8%左右).
bool separates_members(const Scan& scan, Span left, Span right, const BoundWord& is_bound_word) {
  if (!scan.holds_quantity(left) || !scan.holds_quantity(right)) return false;
  if (!is_quantity(scan.text(), right.begin)) return true;
  // 220千伏变电站3座、110千伏变电站12座: the quantity the right member begins with only names it.
  const std::size_t mark = scan.text().substr(right.begin, right.size()).find("、");
  const std::size_t member_end = mark == std::string_view::npos ? right.end : right.begin + mark;
  if (scan.count_quantities({right.begin, member_end}) >= 2) {
    // 110千伏和35千伏变电容量970万千伏安: two of one kind name one thing together.
    const std::size_t last = scan.last_quantity(left);
    const bool same_kind = scan.text().substr(last, kPlaceholderBytes) == scan.text().substr(right.begin, kPlaceholderBytes);
    if (!same_kind) return true;
  }
  // 2座A、4座B: the left member goes on behind its quantity.
  const std::size_t behind = scan.last_quantity(left) + kPlaceholderBytes;
  return behind < left.end && !is_bound_word(scan.text().substr(behind, left.end - behind));
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span paragraph) {
  std::vector<Span> out;
  std::size_t begin = paragraph.begin;
  std::size_t last_comma = 0;
  for (std::size_t i = paragraph.begin; i < paragraph.end;) {
    const std::string_view c = text.substr(i, char_bytes(text, i));
    i += c.size();
    if (any_of(c, kHardBreaks)) last_comma = i;
    if (any_of(c, kSentenceEnds)) {
      while (i < paragraph.end && any_of(text.substr(i, char_bytes(text, i)), kSentenceClosers)) i += char_bytes(text, i);
    } else if (i - begin < kLongestSentence) {
      continue;
    } else if (last_comma > begin) {
      i = last_comma;
    }
    out.push_back({begin, i});
    begin = i;
  }
  if (begin < paragraph.end) out.push_back({begin, paragraph.end});
  return out;
}

std::vector<Segment> split_segments(const TypedText& typed, const BoundWord& is_bound_word) {
  std::vector<Segment> out;
  const Scan scan(typed.text);
  const std::string_view text = scan.text();
  for (const Clause& clause : hard_clauses(scan)) {
    std::size_t begin = clause.span.begin;
    bool continues = false;
    for (std::size_t i = begin; i < clause.span.end;) {
      if (const std::size_t past = scan.skip_bracket(i); past != i && past <= clause.span.end && !scan.holds_quantity({i, past})) {
        i = past;
        continue;
      }
      const std::string_view c = text.substr(i, char_bytes(text, i));
      const std::size_t next = i + c.size();
      if (any_of(c, kSoftBreaks) && separates_members(scan, {begin, i}, {next, clause.span.end}, is_bound_word)) {
        out.push_back({{begin, i}, continues, false});
        begin = next;
        continues = true;
      }
      i = next;
    }
    out.push_back({{begin, clause.span.end}, continues, clause.colon});
  }
  return out;
}

}  // namespace mubiao
