// Patterns as small programs that try one alternative after the other. Doors: PatternProgram::match, add_begins.
#include "extract/pattern_program.h"

#include <algorithm>
#include <string>

#include "extract/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostUntried = 128;     // choices that wait to be tried
constexpr std::size_t kMostCharacters = 128;  // of a set, to be listed one by one
constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

// The character at `at`, and where it ends.
struct Decoded {
  char32_t c;
  std::size_t end;
};
inline Decoded decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {PatternProgram::kEndOfText, at};
  const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(text[at + k])); };
  if (byte(0) < 0x80) return {byte(0), at + 1};
  if ((byte(0) & 0xF0) == 0xE0 && text.size() - at >= 3)
    return {(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), at + 3};
  return {first_character(text.substr(at)), std::min(text.size(), at + character_bytes(text[at]))};
}

// Adds the characters of a set; false if they are too many.
bool list(const CharacterRanges& set, std::u32string& out) {
  for (const auto [first, last] : set.ranges()) {
    if (last - first >= kMostCharacters || out.size() >= kMostCharacters) return false;
    for (char32_t c = first; c <= last; ++c) out += c;
  }
  return true;
}

}  // namespace

std::uint32_t PatternProgram::target(const Switch& cases, char32_t character) {
  const auto it = std::lower_bound(cases.begin(), cases.end(), character,
                                   [](const auto& one, char32_t c) { return one.first < c; });
  return it != cases.end() && it->first == character ? it->second : kNowhere;
}

// Whether a character or set is, or holds, this character.
bool PatternProgram::holds(const Op& op, char32_t character) const {
  if (op.code == Code::kCharacter) return op.x == character;
  if ((op.next & class_of(character)) == 0) return false;
  if ((op.other & class_of(character)) == 0) return true;
  constexpr std::size_t kFewRanges = 4;
  const CharacterRanges& set = sets_[op.x];
  if (set.ranges().size() > kFewRanges) return set.contains(character);
  for (const auto [first, last] : set.ranges()) {
    if (character <= last) return character >= first;
  }
  return false;
}

PatternProgram::Outcome PatternProgram::match(std::string_view text, std::size_t at, std::optional<std::size_t> end,
                                              Match& out, std::size_t most_steps) const {
  // What to go on with where all else fails: an operation and a place, or a border of a group to put back before that.
  struct Untried {
    std::uint32_t op;
    std::size_t at;
    std::size_t* border;
  };
  std::array<Untried, kMostUntried> untried;
  std::size_t left = 0;
  out.groups.fill(kNotCaptured);
  if (end) text = text.substr(0, *end);
  std::uint32_t op = begin_;
  Decoded here = decode(text, at);
  for (std::size_t step = 0; step < most_steps; ++step) {
    const Op& now = ops_[op];
    bool goes_on = true;
    switch (now.code) {
      case Code::kCharacter:
      case Code::kSet:
        goes_on = holds(now, here.c);
        if (!goes_on) break;
        at = here.end;
        here = decode(text, at);
        op = now.to;
        break;
      case Code::kWhile:
        for (const Op& one = ops_[now.to]; step < most_steps && holds(one, here.c); ++step) {
          at = here.end;
          here = decode(text, at);
        }
        op = now.x;
        break;
      case Code::kSwitch:
        op = target(switches_[now.x], here.c);
        goes_on = op != kNowhere;
        break;
      case Code::kJump:  // taken already
        break;
      case Code::kChoice: {
        const bool other = (now.other & class_of(here.c)) != 0;
        if ((now.next & class_of(here.c)) == 0) {
          goes_on = other;
          op = now.x;
          break;
        }
        if (other && left == untried.size()) return Outcome::kUnknown;
        if (other) untried[left++] = {now.x, at, nullptr};
        op = now.to;
        break;
      }
      case Code::kBegin:
      case Code::kEnd: {
        if (left == untried.size()) return Outcome::kUnknown;
        std::size_t& border = now.code == Code::kBegin ? out.groups[now.x].begin : out.groups[now.x].end;
        untried[left++] = {0, border, &border};
        border = at;
        op = now.to;
        break;
      }
      case Code::kMatch:
        goes_on = !end || at == text.size();
        out.end = at;
        if (goes_on) return Outcome::kMatch;
        break;
    }
    if (goes_on) continue;
    while (left > 0 && untried[left - 1].border != nullptr) {
      --left;
      *untried[left].border = untried[left].at;
    }
    if (left == 0) return Outcome::kNone;
    op = untried[--left].op;
    at = untried[left].at;
    here = decode(text, at);
  }
  return Outcome::kUnknown;
}

PatternProgram::Heads PatternProgram::heads(std::uint32_t from) const {
  if (from < ops_.size() && takes_character(from)) return {{from}, false};
  Heads out;
  std::vector<bool> seen(ops_.size());
  std::vector<std::uint32_t> open = {from};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (at >= ops_.size() || ops_[at].code == Code::kMatch) {
      out.may_end = true;
      continue;
    }
    if (seen[at]) continue;
    seen[at] = true;
    switch (ops_[at].code) {
      case Code::kCharacter:
      case Code::kSet:
        out.ops.push_back(at);
        break;
      case Code::kJump:
        open.push_back(ops_[at].x);
        break;
      case Code::kSwitch:
        for (const auto& [character, op] : switches_[ops_[at].x]) open.push_back(op);
        break;
      case Code::kChoice:
      case Code::kWhile:
        open.push_back(ops_[at].x);
        [[fallthrough]];
      default:
        open.push_back(at + 1);
    }
  }
  return out;
}

std::optional<std::u32string> PatternProgram::characters(const std::vector<std::uint32_t>& ops) const {
  std::u32string out;
  for (const std::uint32_t op : ops) {
    if (ops_[op].code == Code::kCharacter)
      out += static_cast<char32_t>(ops_[op].x);
    else if (!list(sets_[ops_[op].x], out))
      return std::nullopt;
  }
  return out;
}

PlaceFilter::Columns PatternProgram::columns(const Heads& heads) const {
  const auto all = heads.may_end ? std::nullopt : characters(heads.ops);
  if (!all || all->find(kEndOfText) != std::u32string::npos) return PlaceFilter::kAnything;
  PlaceFilter::Columns out = 0;
  for (const char32_t c : *all) out |= PlaceFilter::column_at(to_utf8(c), 0);
  return out;
}

std::optional<std::vector<PatternProgram::Beginning>> PatternProgram::beginnings() const {
  const Heads first = heads(0);
  if (first.may_end) return std::nullopt;
  std::vector<Beginning> out;
  for (const std::uint32_t op : first.ops) {
    const auto own = characters({op});
    if (!own || own->front() == kEndOfText) return std::nullopt;
    const Heads second = heads(op + 1);
    PlaceFilter::Columns third = second.may_end ? PlaceFilter::kAnything : 0;
    for (const std::uint32_t next : second.ops) third |= columns(heads(next + 1));
    for (const char32_t c : *own) {
      const bool whole = c < 0x10000;  // not one that a filter takes for two
      out.push_back({c, whole ? columns(second) : PlaceFilter::kAnything, whole ? third : PlaceFilter::kAnything});
    }
  }
  return out;
}

}  // namespace mubiao
