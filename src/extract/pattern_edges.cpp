// The characters that matches of a pattern begin and end with. Door: edges_of.
//
// Reads the syntax that rule patterns are made of, as rules/literals.cpp does. What it does not know it takes for
// something that any character may begin or end, so that a wrong answer can only be "any".
#include "extract/pattern_edges.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr char32_t kLastCharacter = 0x10FFFF;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A part of a pattern.
struct Part {
  CharacterRanges first;
  CharacterRanges last;
  bool may_be_empty = false;
  bool ends_text = false;  // it is, or ends with, a '$'
};

Part empty_part() { return {{}, {}, true, false}; }
Part one_of(CharacterRanges set) { return {set, set, false, false}; }

class Parser {
 public:
  explicit Parser(std::string_view pattern) : p_(pattern) {}

  /// Nullopt if the pattern holds what is not understood.
  std::optional<Part> parse() {
    Part part = alternation();
    if (at_ != p_.size() || failed_) return std::nullopt;
    return part;
  }

 private:
  // a|b|c up to a closing bracket or the end.
  Part alternation() {
    Part all = sequence();
    while (peek() == '|') {
      ++at_;
      const Part one = sequence();
      all.first.add(one.first);
      all.last.add(one.last);
      all.may_be_empty = all.may_be_empty || one.may_be_empty;
      all.ends_text = all.ends_text && one.ends_text;
    }
    return all;
  }

  Part sequence() {
    Part all = empty_part();
    while (at_ < p_.size() && p_[at_] != '|' && p_[at_] != ')') {
      if (take_plain(all)) continue;
      Part next = p_[at_] == '(' ? group() : atom();
      if (quantifier_allows_none()) {
        next.may_be_empty = true;
        next.ends_text = false;
      }
      if (all.may_be_empty) all.first.add(next.first);
      if (next.may_be_empty)
        all.last.add(next.last);
      else
        all.last = std::move(next.last);
      all.may_be_empty = all.may_be_empty && next.may_be_empty;
      all.ends_text = next.ends_text;
    }
    return all;
  }

  // Most of a pattern are characters that stand for themselves once: of those only the first and the last are kept.
  bool take_plain(Part& all) {
    constexpr std::string_view kSyntax = "()[]{}.^$\\|*+?";
    if (kSyntax.find(p_[at_]) != std::string_view::npos) return false;
    const std::size_t next = at_ + character_bytes(p_[at_]);
    if (next < p_.size() && std::string_view("?*+{").find(p_[next]) != std::string_view::npos) return false;
    const char32_t c = literal();
    if (all.may_be_empty) all.first.add({c, c});
    all.last.clear();
    all.last.add({c, c});
    all.may_be_empty = all.ends_text = false;
    return true;
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
        return empty_part();
      case '$':
        ++at_;
        return {{}, {}, true, true};
      case '.':
        ++at_;
        return one_of(CharacterRanges::all());
      case '[':
        return one_of(character_class());
      default:
        return one_of(character());
    }
  }

  // One character, as it is or escaped; \d and the like are sets.
  CharacterRanges character() {
    CharacterRanges out;
    if (p_[at_] == '\\') {
      escape(out);
    } else {
      const char32_t c = literal();
      out.add({c, c});
    }
    return out;
  }

  char32_t literal() {
    const char32_t c = first_character(rest());
    at_ += character_bytes(p_[at_]);
    return c;
  }

  void escape(CharacterRanges& out) {
    ++at_;
    const char c = peek();
    const auto add_one = [&](char32_t character) { out.add({character, character}); };
    if (c == 'x') return add_one(hexadecimal());
    if (static_cast<std::uint8_t>(c) >= 0x80) return add_one(literal());
    ++at_;
    if (c == 'd') return out.add({'0', '9'});
    if (c == 's') {
      out.add({'\t', '\n'});
      out.add({'\f', '\r'});
      return add_one(' ');
    }
    if (c == 't') return add_one('\t');
    if (c == 'n') return add_one('\n');
    failed_ = failed_ || c == '\0' || is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    add_one(static_cast<char32_t>(c));
  }

  // \x{F8FF}
  char32_t hexadecimal() {
    const std::size_t close = std::min(p_.size(), p_.find('}', at_));
    unsigned value = 0;
    if (rest().starts_with("x{"))
      failed_ = failed_ || std::from_chars(p_.data() + at_ + 2, p_.data() + close, value, 16).ptr != p_.data() + close;
    else
      failed_ = true;
    at_ = close + 1;
    return value;
  }

  CharacterRanges character_class() {
    ++at_;
    const bool negated = peek() == '^';
    if (negated) ++at_;
    CharacterRanges set;
    for (bool first = true; at_ < p_.size() && (first || p_[at_] != ']'); first = false) {
      failed_ = failed_ || rest().starts_with("[:");
      CharacterRanges one = character();
      if (peek() == '-' && at_ + 1 < p_.size() && p_[at_ + 1] != ']') {
        ++at_;
        const CharacterRanges end = character();
        set.add({one.ranges().front().first, end.ranges().front().last});
      } else {
        set.add(one);
      }
    }
    ++at_;
    set.settle();
    return negated ? set.complement() : set;
  }

  // Steps over a quantifier. True if what it stands behind may be absent.
  bool quantifier_allows_none() {
    const char c = peek();
    bool none = c == '?' || c == '*';
    if (none || c == '+') {
      ++at_;
    } else if (c == '{' && at_ + 1 < p_.size() && is_digit(p_[at_ + 1])) {
      none = p_[at_ + 1] == '0';
      at_ = std::min(p_.size(), p_.find('}', at_)) + 1;
    } else {
      return false;
    }
    if (peek() == '?') ++at_;
    return none;
  }

  std::string_view rest() const { return p_.substr(std::min(at_, p_.size())); }
  char peek() const { return at_ < p_.size() ? p_[at_] : '\0'; }

  std::string_view p_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

CharacterRanges CharacterRanges::all() {
  CharacterRanges out;
  out.add({0, kLastCharacter});
  return out;
}

void CharacterRanges::add(const CharacterRanges& others) {
  ranges_.insert(ranges_.end(), others.ranges_.begin(), others.ranges_.end());
}

void CharacterRanges::settle() {
  std::sort(ranges_.begin(), ranges_.end(), [](Range a, Range b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (const Range range : ranges_) {
    if (kept > 0 && range.first <= ranges_[kept - 1].last + 1)
      ranges_[kept - 1].last = std::max(ranges_[kept - 1].last, range.last);
    else
      ranges_[kept++] = range;
  }
  ranges_.resize(kept);
}

CharacterRanges CharacterRanges::complement() const {
  CharacterRanges out;
  char32_t next = 0;
  for (const Range range : ranges_) {
    if (range.first > next) out.add({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCharacter) out.add({next, kLastCharacter});
  return out;
}

bool CharacterRanges::contains(char32_t character) const {
  const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), character,
                                      [](char32_t c, Range range) { return c < range.first; });
  return after != ranges_.begin() && character <= (after - 1)->last;
}

PatternEdges edges_of(std::string_view pattern) {
  std::optional<Part> part = Parser(pattern).parse();
  if (!part || part->may_be_empty) return {CharacterRanges::all(), std::nullopt};
  PatternEdges edges;
  edges.first = std::move(part->first);
  edges.first.settle();
  if (part->ends_text) {
    edges.last = std::move(part->last);
    edges.last->settle();
  }
  return edges;
}

char32_t first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U; };
  switch (character_bytes(text[0])) {
    case 1:
      return byte(0);
    case 2:
      return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
      return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default:
      return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
}

char32_t last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && is_continuation(text[begin])) --begin;
  return first_character(text.substr(begin));
}

}  // namespace mubiao
