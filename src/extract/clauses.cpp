// Cuts paragraphs into sentences and typed sentences into segments. Doors: split_sentences, split_segments.
#include "extract/clauses.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "extract/characters.h"
#include "extract/clause_marks.h"

namespace mubiao {
namespace {

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
  explicit Scan(std::string_view text) : text_(text), memory_(memory()) {
    auto& open = memory_.open;
    for (std::size_t i = 0; i < text.size();) {
      if (is_markless_han(text, i)) {
        i += 3;
        continue;
      }
      const ClauseCharacter c = character_of(text, i);
      const bool quantity = is_quantity(text, i);
      if (quantity || c.mark != ClauseMark::kNone || text.substr(i).starts_with(kDash)) add({i, c, quantity});
      if (c.mark == ClauseMark::kOpen) {
        open.emplace_back(i, c.pair);
      } else if (c.mark == ClauseMark::kClose && !open.empty() && open.back().second == c.pair) {
        memory_.brackets.push_back({open.back().first, i + c.bytes});
        open.pop_back();
      }
      i += c.bytes;
    }
    std::sort(memory_.brackets.begin(), memory_.brackets.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  std::string_view text() const { return text_; }

  /// A place where something may be cut or counted: marks, dashes and quantities.
  struct Place {
    std::size_t at;
    ClauseCharacter character;
    bool quantity;
    std::uint32_t quantities = 0;       // how many stand before it
    std::size_t last_quantity = kNone;  // where the last of them is
  };
  const std::vector<Place>& places() const { return memory_.places; }
  /// Index of the first place at `at` or behind it.
  std::size_t place_from(std::size_t at) const {
    const auto it = std::lower_bound(memory_.places.begin(), memory_.places.end(), at,
                                     [](const Place& p, std::size_t o) { return p.at < o; });
    return static_cast<std::size_t>(it - memory_.places.begin());
  }

  /// The end of the balanced bracket or quote that opens at `i`, or `i`.
  std::size_t skip_bracket(std::size_t i) const {
    const auto it = std::lower_bound(memory_.brackets.begin(), memory_.brackets.end(), i,
                                     [](Span b, std::size_t at) { return b.begin < at; });
    return it != memory_.brackets.end() && it->begin == i ? it->end : i;
  }

  std::size_t count_quantities(Span span) const { return before(span.end).quantities - before(span.begin).quantities; }
  bool holds_quantity(Span span) const { return count_quantities(span) != 0; }
  /// The last quantity in `span`. Precondition: it holds one.
  std::size_t last_quantity(Span span) const { return before(span.end).last_quantity; }

 private:
  static constexpr std::size_t kNone = std::string_view::npos;

  // The quantities up to and with those of a place.
  struct Quantities {
    std::uint32_t quantities = 0;
    std::size_t last_quantity = kNone;
  };
  static Quantities with(const Place& place) {
    if (place.quantity) return {place.quantities + 1, place.at};
    return {place.quantities, place.last_quantity};
  }
  Quantities before(std::size_t at) const {
    const std::size_t place = place_from(at);
    return place == 0 ? Quantities{} : with(memory_.places[place - 1]);
  }

  void add(Place place) {
    const Quantities before = memory_.places.empty() ? Quantities{} : with(memory_.places.back());
    place.quantities = before.quantities;
    place.last_quantity = before.last_quantity;
    memory_.places.push_back(place);
  }

  // Kept by each thread, which scans one sentence at a time: none asks for memory anew.
  struct Memory {
    std::vector<Place> places;
    std::vector<Span> brackets;
    std::vector<std::pair<std::size_t, int>> open;  // where, and which bracket
  };
  static Memory& memory() {
    thread_local Memory memory;
    memory.places.clear();
    memory.brackets.clear();
    memory.open.clear();
    return memory;
  }

  std::string_view text_;
  Memory& memory_;
};

// Breaks at hard punctuation outside brackets: calls `visit` with each clause and whether a colon ends it.
template <typename Visit>
void each_hard_clause(const Scan& scan, Visit visit) {
  const std::string_view text = scan.text();
  std::size_t begin = 0;
  std::size_t quantities = 0;  // of the clause, so far
  std::size_t skipped = 0;     // up to here stand brackets without quantities
  for (const Scan::Place& place : scan.places()) {
    const std::size_t i = place.at;
    const ClauseCharacter& c = place.character;
    if (i < skipped || i < begin) continue;
    if (place.quantity && ++quantities > kMostQuantities) {
      visit(Span{begin, i}, false);
      begin = i;
      quantities = 1;
    }
    if (c.mark == ClauseMark::kOpen) {
      const std::size_t past = scan.skip_bracket(i);
      if (past != i && !scan.holds_quantity({i, past})) skipped = past;
      continue;
    }
    const bool dash = c.mark == ClauseMark::kNone && !place.quantity;
    if (!dash && c.mark != ClauseMark::kHardBreak && c.mark != ClauseMark::kColon && c.mark != ClauseMark::kSentenceEnd)
      continue;
    if (i > begin) visit(Span{begin, i}, c.mark == ClauseMark::kColon);
    begin = i + (dash ? kDash.size() : c.bytes);
    quantities = 0;
  }
  if (begin < text.size()) visit(Span{begin, text.size()}, false);
}

// True if what stands left of a list mark ends a member and what stands right begins another one:
// both hold a quantity, and they are not the bare values of one list (达到36%左右和8%左右).
bool separates_members(const Scan& scan, Span left, Span right, const ListWords& words) {
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
  return behind < left.end && !words.is_bound(scan.text().substr(behind, left.end - behind));
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

// The end of the character in which a sentence that begins at `begin` grows too long.
std::size_t longest_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin + kLongestSentence;
  while (end < text.size() && is_continuation(text[end])) ++end;
  return end;
}

// Steps over quotes and brackets that close behind the end of a sentence.
std::size_t skip_closing(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const ClauseCharacter c = character_of(text, i);
    if (!(c.mark == ClauseMark::kClose && c.pair != 1) && !text.substr(i).starts_with("’")) break;
    i += c.bytes;
  }
  return i;
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span paragraph) {
  constexpr std::size_t kUsual = 8;
  std::vector<Span> out;
  out.reserve(kUsual);
  text = text.substr(0, paragraph.end);
  for (std::size_t begin = paragraph.begin; begin < text.size();) {
    const bool too_long = text.size() - begin >= kLongestSentence;
    const std::size_t longest = too_long ? longest_end(text, begin) : text.size();
    const std::size_t mark = find_sentence_end(text.substr(0, longest), begin);
    std::size_t end = text.size();
    if (mark < longest)
      end = skip_closing(text, mark + character_of(text, mark).bytes);
    else if (too_long)
      end = forced_end(text, begin, longest);
    out.push_back({begin, end});
    begin = end;
  }
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
    if (is_markless_han(sentence, i)) {
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

std::vector<Segment> split_segments(const TypedText& typed, const ListWords& words) {
  std::vector<Segment> out;
  const Scan scan(typed.text);
  out.reserve(scan.places().size() + 1);
  const std::string_view text = scan.text();
  each_hard_clause(scan, [&](Span clause, bool colon) {
    std::size_t begin = clause.begin;
    bool continues = false;
    const bool one = scan.count_quantities(clause) < 2;  // nothing to separate
    std::size_t skipped = begin;
    for (std::size_t p = one ? scan.places().size() : scan.place_from(begin); p < scan.places().size(); ++p) {
      const std::size_t i = scan.places()[p].at;
      const ClauseCharacter& c = scan.places()[p].character;
      if (i >= clause.end) break;
      if (i < skipped) continue;
      if (c.mark == ClauseMark::kOpen) {
        const std::size_t past = scan.skip_bracket(i);
        if (past != i && past <= clause.end && !scan.holds_quantity({i, past})) skipped = past;
      }
      if (c.mark != ClauseMark::kSoftBreak) continue;
      const std::size_t next = i + c.bytes;
      const std::size_t from = std::max(begin, i - std::min(i, kWordReach));
      if (!separates_members(scan, {begin, i}, {next, clause.end}, words)) continue;
      const std::size_t joint = words.joint_mark(text.substr(from, next - from));
      const std::size_t end = next - std::max<std::size_t>(joint, c.bytes);
      const bool separates = joint > 0 ? separates_members(scan, {begin, end}, {next, clause.end}, words)
                                       : !words.is_inside_word(text.substr(from, i - from + kWordReach), i - from);
      if (!separates) continue;
      out.push_back({{begin, end}, continues, false});
      begin = next;
      continues = true;
    }
    out.push_back({{begin, clause.end}, continues, colon});
  });
  return out;
}

}  // namespace mubiao
