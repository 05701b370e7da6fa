// Cuts paragraphs into sentences and typed sentences into segments. Doors: split_sentences, split_segments.
#include "extract/clauses.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/characters.h"
#include "extract/clause_marks.h"

namespace mubiao {
namespace {

using BoundWord = std::function<bool(std::string_view)>;
using InsideWord = std::function<bool(std::string_view, std::size_t)>;
// Words around a list mark are looked for this far to either side.
constexpr std::size_t kWordReach = 9;

constexpr std::size_t kLongestSentence = 6000;
constexpr std::string_view kDash = "——";

// Every quantity of a clause is looked at in the whole of it: a clause with more of them than any text has is cut, so
// that cost stays linear in a line of nothing but numbers.
constexpr std::size_t kMostQuantities = 40;

bool is_quantity(std::string_view text, std::size_t i) {
  // U+E000 … U+E0FF: EE 80 80 … EE 83 BF
  return static_cast<unsigned char>(text[i]) == 0xEE && i + 2 < text.size() &&
         static_cast<unsigned char>(text[i + 1]) <= 0x83;
}

// What splitting asks of a typed sentence, looked up once so that no answer costs more than its logarithm.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {
    constexpr std::size_t kUsual = 16;
    places_.reserve(kUsual);
    std::vector<std::pair<std::size_t, int>> open;  // where, and which bracket
    for (std::size_t i = 0; i < text.size();) {
      if (text.size() - i > 3 && is_markless_han(text[i])) {
        i += 3;
        continue;
      }
      const ClauseCharacter c = character_of(text, i);
      const bool quantity = is_quantity(text, i);
      if (quantity) quantities_.push_back(i);
      if (quantity || c.mark != ClauseMark::kNone || text.substr(i).starts_with(kDash))
        places_.push_back({i, c, quantity});
      if (c.mark == ClauseMark::kOpen) {
        open.emplace_back(i, c.pair);
      } else if (c.mark == ClauseMark::kClose && !open.empty() && open.back().second == c.pair) {
        brackets_.push_back({open.back().first, i + c.bytes});
        open.pop_back();
      }
      i += c.bytes;
    }
    std::sort(brackets_.begin(), brackets_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  std::string_view text() const { return text_; }

  /// A place where something may be cut or counted: marks, dashes and quantities.
  struct Place {
    std::size_t at;
    ClauseCharacter character;
    bool quantity;
  };
  const std::vector<Place>& places() const { return places_; }
  /// Index of the first place at `at` or behind it.
  std::size_t place_from(std::size_t at) const {
    const auto it =
        std::lower_bound(places_.begin(), places_.end(), at, [](const Place& p, std::size_t o) { return p.at < o; });
    return static_cast<std::size_t>(it - places_.begin());
  }

  /// The end of the balanced bracket or quote that opens at `i`, or `i`.
  std::size_t skip_bracket(std::size_t i) const {
    const auto it =
        std::lower_bound(brackets_.begin(), brackets_.end(), i, [](Span b, std::size_t at) { return b.begin < at; });
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
  std::vector<Place> places_;
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
  out.reserve(scan.places().size() + 1);
  std::size_t begin = 0;
  std::size_t quantities = 0;  // of the clause, so far
  std::size_t skipped = 0;     // up to here stand brackets without quantities
  for (const Scan::Place& place : scan.places()) {
    const std::size_t i = place.at;
    const ClauseCharacter& c = place.character;
    if (i < skipped || i < begin) continue;
    if (place.quantity && ++quantities > kMostQuantities) {
      out.push_back({{begin, i}, false});
      begin = i;
      quantities = 1;
    }
    if (c.mark == ClauseMark::kOpen) {
      const std::size_t past = scan.skip_bracket(i);
      if (past != i && !scan.holds_quantity({i, past})) skipped = past;
      continue;
    }
    const bool dash = text.substr(i).starts_with(kDash);
    if (!dash && c.mark != ClauseMark::kHardBreak && c.mark != ClauseMark::kColon && c.mark != ClauseMark::kSentenceEnd)
      continue;
    if (i > begin) out.push_back({{begin, i}, c.mark == ClauseMark::kColon});
    begin = i + (dash ? kDash.size() : c.bytes);
    quantities = 0;
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
    const bool same_kind =
        scan.text().substr(last, kPlaceholderBytes) == scan.text().substr(right.begin, kPlaceholderBytes);
    if (!same_kind) return true;
  }
  // 2座A、4座B: the left member goes on behind its quantity.
  const std::size_t behind = scan.last_quantity(left) + kPlaceholderBytes;
  return behind < left.end && !is_bound_word(scan.text().substr(behind, left.end - behind));
}

// Where to cut a sentence that has grown too long: behind its last comma, else at `end`.
std::size_t forced_end(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t cut = end;
  for (std::size_t i = begin; i < end;) {
    const ClauseCharacter c = character_of(text, i);
    i += c.bytes;
    if (c.mark == ClauseMark::kHardBreak || c.mark == ClauseMark::kColon) cut = i;
  }
  return cut;
}

bool closes_sentence(const ClauseCharacter& c, std::string_view text, std::size_t i) {
  return (c.mark == ClauseMark::kClose && c.pair != 1) || text.substr(i).starts_with("’");
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span paragraph) {
  std::vector<Span> out;
  text = text.substr(0, paragraph.end);
  std::size_t begin = paragraph.begin;
  for (std::size_t i = begin; i < text.size();) {
    // Of what is not ASCII only 。！？ can end a sentence; most of a text begins with E4 … E9.
    while (text.size() - i > 3 && is_han_lead(text[i]) && i - begin < kLongestSentence - 3) i += 3;
    const ClauseCharacter c = character_of(text, i);
    i += c.bytes;
    if (c.mark == ClauseMark::kSentenceEnd) {
      for (ClauseCharacter next = character_of(text, i); i < text.size() && closes_sentence(next, text, i);
           next = character_of(text, i)) {
        i += next.bytes;
      }
    } else if (i - begin < kLongestSentence ||
               (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80)) {
      continue;
    } else {
      i = forced_end(text, begin, i);
    }
    out.push_back({begin, i});
    begin = i;
  }
  if (begin < text.size()) out.push_back({begin, text.size()});
  return out;
}

std::string last_clause(std::string_view sentence) {
  constexpr std::size_t kLongest = 300;
  const auto is_mark = [](const ClauseCharacter& c) {
    return c.mark == ClauseMark::kHardBreak || c.mark == ClauseMark::kColon || c.mark == ClauseMark::kSentenceEnd;
  };
  std::size_t from = sentence.size() > kLongest ? sentence.size() - kLongest : 0;
  while (from < sentence.size() && (static_cast<unsigned char>(sentence[from]) & 0xC0) == 0x80) ++from;
  std::size_t begin = from;
  std::size_t end = from;
  for (std::size_t i = from; i < sentence.size();) {
    if (sentence.size() - i > 3 && is_markless_han(sentence[i])) {
      end = i += 3;
      continue;
    }
    const ClauseCharacter c = character_of(sentence, i);
    if (is_mark(c) && i + c.bytes < sentence.size()) begin = i + c.bytes;
    if (!is_mark(c)) end = i + c.bytes;
    i += c.bytes;
  }
  return std::string(sentence.substr(begin, end > begin ? end - begin : 0));
}

std::vector<Segment> split_segments(const TypedText& typed, const BoundWord& is_bound_word,
                                    const InsideWord& inside_word) {
  std::vector<Segment> out;
  const Scan scan(typed.text);
  out.reserve(scan.places().size() + 1);
  const std::string_view text = scan.text();
  for (const Clause& clause : hard_clauses(scan)) {
    std::size_t begin = clause.span.begin;
    bool continues = false;
    const bool one = scan.count_quantities(clause.span) < 2;  // nothing to separate
    std::size_t skipped = begin;
    for (std::size_t p = one ? scan.places().size() : scan.place_from(begin); p < scan.places().size(); ++p) {
      const auto& [i, c, quantity] = scan.places()[p];
      if (i >= clause.span.end) break;
      if (i < skipped) continue;
      if (c.mark == ClauseMark::kOpen) {
        const std::size_t past = scan.skip_bracket(i);
        if (past != i && past <= clause.span.end && !scan.holds_quantity({i, past})) skipped = past;
      }
      if (c.mark != ClauseMark::kSoftBreak) continue;
      const std::size_t next = i + c.bytes;
      const std::size_t from = std::max(begin, i - std::min(i, kWordReach));
      if (separates_members(scan, {begin, i}, {next, clause.span.end}, is_bound_word) &&
          !inside_word(text.substr(from, i - from + kWordReach), i - from)) {
        out.push_back({{begin, i}, continues, false});
        begin = next;
        continues = true;
      }
    }
    out.push_back({{begin, clause.span.end}, continues, clause.colon});
  }
  return out;
}

}  // namespace mubiao
