// Characters, escapes and classes of patterns. Doors: read_set, ranges_of, characters_of.
#include "extract/character_sets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "extract/characters.h"

namespace mubiao {
namespace {

// The script Han of Unicode 15, as RE2 has it; a test compares every code point.
constexpr std::string_view kHan = "p{Han}";
constexpr std::array<CharacterRanges::Range, 21> kHanRanges = {{
    {0x2E80, 0x2E99},   {0x2E9B, 0x2EF3},   {0x2F00, 0x2FD5},   {0x3005, 0x3005},   {0x3007, 0x3007},
    {0x3021, 0x3029},   {0x3038, 0x303B},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xF900, 0xFA6D},
    {0xFA70, 0xFAD9},   {0x16FE2, 0x16FE3}, {0x16FF0, 0x16FF1}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B739},
    {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x2F800, 0x2FA1D}, {0x30000, 0x3134A},
    {0x31350, 0x323AF},
}};

class Reader {
 public:
  Reader(std::string_view pattern, std::size_t at) : p_(pattern), at_(at) {}

  std::optional<CharacterSet> read() {
    if (peek() == '[')
      character_class();
    else
      set_.ranges = character();
    if (failed_) return std::nullopt;
    return std::move(set_);
  }
  std::size_t at() const { return at_; }

 private:
  void character_class() {
    ++at_;
    set_.negated = peek() == '^';
    if (set_.negated) ++at_;
    for (bool first = true; at_ < p_.size() && (first || p_[at_] != ']'); first = false) {
      failed_ = failed_ || rest().starts_with("[:");
      const CharacterRanges one = character();
      if (peek() == '-' && at_ + 1 < p_.size() && p_[at_ + 1] != ']') {
        ++at_;
        const CharacterRanges end = character();
        set_.ranges.add({one.ranges().front().first, end.ranges().front().last});
      } else {
        set_.ranges.add(one);
      }
    }
    ++at_;
  }

  // One character, as it is or escaped; \d and the like are sets.
  CharacterRanges character() {
    CharacterRanges out;
    if (peek() == '\\') {
      escape(out);
    } else {
      const char32_t c = literal();
      out.add({c, c});
    }
    return out;
  }

  char32_t literal() {
    if (at_ >= p_.size()) return failed_ = true, U'\0';
    const char32_t c = first_character(rest());
    at_ = std::min(p_.size(), at_ + character_bytes(p_[at_]));
    return c;
  }

  void escape(CharacterRanges& out) {
    ++at_;
    const char c = peek();
    const auto add_one = [&](char32_t character) { out.add({character, character}); };
    if (c == 'x') return add_one(hexadecimal());
    if (rest().starts_with(kHan)) {
      at_ += kHan.size();
      for (const auto range : kHanRanges) out.add(range);
      return;
    }
    if (static_cast<std::uint8_t>(c) >= 0x80) return add_one(literal());
    ++at_;
    if (c == 'd') return out.add({'0', '9'});
    if (c == 's') {
      add_one(' ');
      out.add({'\t', '\n'});
      return out.add({'\f', '\r'});
    }
    if (c == 'S' || c == 'D') return out.add(complement_of(c == 'S' ? "\\s" : "\\d"));
    if (c == 't') return add_one('\t');
    if (c == 'n') return add_one('\n');
    failed_ = failed_ || c == '\0' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    add_one(static_cast<char32_t>(c));
  }

  // \x{F8FF}
  char32_t hexadecimal() {
    const std::size_t close = std::min(p_.size(), p_.find('}', at_));
    unsigned value = 0;
    const std::string_view digits = rest().substr(0, close - std::min(at_, close));  // x{F8FF
    const char* const end = digits.data() + digits.size();
    const bool read =
        digits.size() > 2 && digits[1] == '{' && std::from_chars(digits.data() + 2, end, value, 16).ptr == end;
    failed_ = failed_ || !read;
    at_ = close + 1;
    return value;
  }

  // The characters that a class of them in small letters does not hold.
  static CharacterRanges complement_of(std::string_view escape) {
    CharacterRanges ranges = Reader(escape, 0).character();
    ranges.settle();
    return ranges.complement();
  }

  std::string_view rest() const { return p_.substr(std::min(at_, p_.size())); }
  char peek() const { return at_ < p_.size() ? p_[at_] : '\0'; }

  std::string_view p_;
  std::size_t at_;
  CharacterSet set_;
  bool failed_ = false;
};

// The set that an element is, if it is nothing else.
std::optional<CharacterSet> only_set(std::string_view element) {
  std::size_t end = 0;
  auto set = read_set(element, end);
  if (!set || end != element.size()) return std::nullopt;
  return set;
}

}  // namespace

std::optional<CharacterSet> read_set(std::string_view pattern, std::size_t& at) {
  Reader reader(pattern, at);
  auto set = reader.read();
  at = reader.at();
  return set;
}

std::optional<CharacterRanges> ranges_of(std::string_view element) {
  auto set = only_set(element);
  if (!set) return std::nullopt;
  set->ranges.settle();
  return set->negated ? set->ranges.complement() : std::move(set->ranges);
}

std::optional<std::u32string> characters_of(std::string_view element, std::size_t most) {
  const auto set = only_set(element);
  if (!set || set->negated) return std::nullopt;
  std::u32string out;
  for (const auto [first, last] : set->ranges.ranges()) {
    if (last < first || last - first > most || out.size() > most) return std::nullopt;
    for (char32_t c = first; c <= last; ++c) out += c;
  }
  return out.size() <= most ? std::optional(out) : std::nullopt;
}

}  // namespace mubiao
