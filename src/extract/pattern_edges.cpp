// The characters that matches of a pattern begin and end with. Door: edges_of.
//
// Reads the syntax that rule patterns are made of, as rules/literals.cpp does. What it does not know it takes for
// something that any character may begin or end, so that a wrong answer can only be "any".
#include "extract/pattern_edges.h"

#include <algorithm>
#include <utility>

#include "extract/character_sets.h"
#include "extract/characters.h"
#include "extract/pattern_elements.h"

namespace mubiao {
namespace {

constexpr std::string_view kQuantifiers = "?*+{";

constexpr std::size_t kMostLeast = 1000;  // characters: no text is told to be too short for more

// A part of a pattern. Sets hold what was asked for when it was read.
struct Part {
  CharacterRanges first;
  CharacterRanges second;
  CharacterRanges last;
  std::size_t least = 0;    // characters
  bool may_be_one = false;  // character long
  bool ends_text = false;   // it is, or ends with, a '$'

  bool may_be_empty() const { return least == 0; }
};

class Parser {
 public:
  explicit Parser(std::string_view pattern) : p_(pattern), back_(pattern.find('$') != std::string_view::npos) {}

  /// Nullopt if the pattern holds what is not understood.
  std::optional<Part> parse() {
    Part part = alternation();
    if (at_ != p_.size() || failed_) return std::nullopt;
    return part;
  }

 private:
  // a|b|c up to a closing bracket or the end. Most alternatives are words, of which no part is made.
  Part alternation() {
    std::optional<Part> all;
    do {
      if (all && add_word(*all)) continue;
      Part one = sequence();
      if (all)
        add_alternative(one, *all);
      else
        all = std::move(one);
    } while (peek() == '|' && ++at_);
    return *std::move(all);
  }

  static void add_alternative(const Part& one, Part& all) {
    all.first.add(one.first);
    all.second.add(one.second);
    all.last.add(one.last);
    all.least = std::min(all.least, one.least);
    all.may_be_one = all.may_be_one || one.may_be_one;
    all.ends_text = all.ends_text && one.ends_text;
  }

  // Steps over an alternative that is a word. False if it is none.
  bool add_word(Part& all) {
    std::size_t end = at_;
    std::size_t last = at_;
    std::size_t characters = 0;
    while (const std::size_t bytes = literal_at(end)) {
      last = end;
      end += bytes;
      ++characters;
    }
    if (characters == 0 || (end < p_.size() && p_[end] != '|' && p_[end] != ')')) return false;
    const auto add = [this](std::size_t at, CharacterRanges& set) {
      const char32_t c = first_character(p_.substr(at));
      set.add({c, c});
    };
    if (front_) add(at_, all.first);
    if (front_ && characters > 1) add(at_ + character_bytes(p_[at_]), all.second);
    if (back_) add(last, all.last);
    all.least = std::min(all.least, characters);
    all.may_be_one = all.may_be_one || characters == 1;
    all.ends_text = false;
    at_ = end;
    return true;
  }

  Part sequence() {
    Part all;
    const bool front = front_;
    while (at_ < p_.size() && p_[at_] != '|' && p_[at_] != ')') {
      // What begins at the third character is not asked for its own.
      front_ = front && (all.may_be_empty() || all.may_be_one);
      if (!front_ && skip_literal(all)) continue;
      Part next = p_[at_] == '(' ? group() : atom();
      quantifier(next);
      append(next, all);
    }
    front_ = front;
    return all;
  }

  // A character in the middle of a word, which nobody asks for; `all` has others before it.
  bool skip_literal(Part& all) {
    const std::size_t bytes = literal_at(at_);
    if (bytes == 0 || (back_ && literal_at(at_ + bytes) == 0)) return false;
    at_ += bytes;
    all.least = std::min(all.least + 1, kMostLeast);
    all.may_be_one = false;
    all.ends_text = false;
    return true;
  }

  // Bytes of a character at `i` that stands for itself and has no quantifier; 0 if there is none.
  std::size_t literal_at(std::size_t i) const {
    constexpr std::string_view kSpecial = "\\[(^$.|)";
    if (i >= p_.size() || kSpecial.find(p_[i]) != std::string_view::npos) return 0;
    const std::size_t end = i + character_bytes(p_[i]);
    return end < p_.size() && kQuantifiers.find(p_[end]) != std::string_view::npos ? 0 : end - i;
  }

  static void append(Part& next, Part& all) {
    if (all.may_be_empty()) all.first.add(next.first);
    if (all.may_be_empty()) all.second.add(next.second);
    if (all.may_be_one) all.second.add(next.first);
    all.may_be_one = (all.may_be_empty() && next.may_be_one) || (all.may_be_one && next.may_be_empty());
    if (next.may_be_empty())
      all.last.add(next.last);
    else
      all.last = std::move(next.last);
    all.least = std::min(all.least + next.least, kMostLeast);
    all.ends_text = next.ends_text;
  }

  // ( … ): plain, (?:…) or (?P<name>…); others are not understood.
  Part group() {
    ++at_;
    if (rest().starts_with("?:"))
      at_ += 2;
    else if (rest().starts_with("?P<"))
      at_ = std::min(p_.size(), p_.find('>', at_)) + 1;
    else if (peek() == '?')
      failed_ = true;
    Part inner = alternation();
    failed_ = failed_ || peek() != ')';
    ++at_;
    return inner;
  }

  Part atom() {
    switch (p_[at_]) {
      case '^':
        ++at_;
        return {};
      case '$': {
        ++at_;
        Part end;
        end.ends_text = true;
        return end;
      }
      case '.':
        ++at_;
        return one_of(CharacterRanges::all());
      default:
        return one_of(character_set());
    }
  }

  Part one_of(CharacterRanges set) const {
    Part part;
    part.least = 1;
    part.may_be_one = true;
    if (back_) part.last = set;
    if (front_) part.first = std::move(set);
    return part;
  }

  CharacterRanges character_set() {
    auto set = read_set(p_, at_);
    if (!set) return failed_ = true, CharacterRanges();
    if (!set->negated) return std::move(set->ranges);
    set->ranges.settle();
    return set->ranges.complement();
  }

  // Steps over a quantifier, which says how often `part` stands there.
  void quantifier(Part& part) {
    const auto written = quantifier_at(p_, at_);
    const auto repeat = repeat_of(written.value_or(""));
    failed_ = failed_ || !written || !repeat;
    if (failed_ || written->empty()) return;
    at_ += written->size();
    if (repeat->most != 1 && part.may_be_one) part.second.add(part.first);
    part.may_be_one = part.may_be_one && (repeat->least <= 1 || part.may_be_empty());
    part.least = std::min(part.least * std::min<std::size_t>(repeat->least, kMostLeast), kMostLeast);
    if (repeat->least == 0) part.ends_text = false;
  }

  std::string_view rest() const { return p_.substr(std::min(at_, p_.size())); }
  char peek() const { return at_ < p_.size() ? p_[at_] : '\0'; }

  std::string_view p_;
  std::size_t at_ = 0;
  bool back_;          // the last characters are asked for
  bool front_ = true;  // the first two are, of what is read now
  bool failed_ = false;
};

}  // namespace

PatternEdges edges_of(std::string_view pattern) {
  std::optional<Part> part = Parser(pattern).parse();
  if (!part || part->may_be_empty()) return {CharacterRanges::all(), CharacterRanges::all(), std::nullopt, 0};
  PatternEdges edges;
  edges.first = std::move(part->first);
  edges.first.settle();
  edges.second = std::move(part->second);
  edges.second.settle();
  edges.least = part->least;
  if (part->ends_text) {
    edges.last = std::move(part->last);
    edges.last->settle();
  }
  return edges;
}

bool PatternEdges::may_begin(std::string_view text) const {
  if (least == 0) return true;
  if (text.size() < least || !first.contains(first_character(text))) return false;
  if (least == 1) return true;
  // Characters have four bytes at most: only a text of fewer bytes may be too short.
  if (text.size() < 4 * least && count_code_points(text) < least) return false;
  return second.contains(first_character(text.substr(character_bytes(text[0]))));
}

}  // namespace mubiao
