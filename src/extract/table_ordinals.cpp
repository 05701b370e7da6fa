// Numbers of rows. A page has no borders: that a row begins is known by its number, and a label such as "8单位能耗" is
// told from "5G基站" by the seven numbers above it.
//
// Door: part_ordinals.

#include "extract/table_ordinals.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "extract/characters.h"
#include "text/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kMostDigits = 2;
constexpr std::size_t kFewest = 3;  // numbers of a sequence
constexpr int kMostSequences = 16;  // of a table: groups may count anew

struct Candidate {
  std::size_t line = 0;
  std::size_t cell = 0;
  std::size_t value = 0;
  std::size_t digits = 0;
};

/// The number that `text` begins with; 0 digits if it is none that a row has.
Candidate number_of(std::string_view text) {
  Candidate out;
  while (out.digits < text.size() && is_ascii_digit(text[out.digits])) {
    if (out.digits == kMostDigits) return {};
    out.value = out.value * 10 + static_cast<std::size_t>(text[out.digits++] - '0');
  }
  const std::string_view rest = trim(text.substr(out.digits));
  const bool is_label = rest.empty() || rest[0] == '(' || is_ascii_alnum(rest[0]) || is_han(character_at(rest, 0));
  return out.value > 0 && is_label ? out : Candidate();
}

using Chain = std::vector<Candidate>;

/// The longest run of numbers, one after the other, on lines that are not `taken`.
Chain longest_chain(const std::vector<Candidate>& candidates, const std::vector<bool>& taken) {
  constexpr std::size_t kValues = 100;
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> lengths(candidates.size(), 0);
  std::vector<std::size_t> next(candidates.size(), kNone);
  std::array<std::size_t, kValues + 1> best;  // of the numbers below: the one that begins the longest run
  best.fill(kNone);
  std::size_t first = kNone;
  for (std::size_t c = candidates.size(); c-- > 0;) {
    const Candidate& each = candidates[c];
    if (taken[each.line]) continue;
    const std::size_t after = best[each.value + 1];
    const bool goes_on = after != kNone && candidates[after].line > each.line;
    next[c] = goes_on ? after : kNone;
    lengths[c] = 1 + (goes_on ? lengths[after] : 0);
    if (best[each.value] == kNone || lengths[c] >= lengths[best[each.value]]) best[each.value] = c;
    if (first == kNone || lengths[c] >= lengths[first]) first = c;
  }
  Chain out;
  for (std::size_t c = first; c != kNone; c = next[c]) out.push_back(candidates[c]);
  return out;
}

/// The number and what stands behind it, in cells of their own.
void part(const TablePage& page, const Candidate& number, std::vector<TableCell>& names) {
  TableCell label = names[number.cell];
  const std::string_view text = page.text(label.span);
  if (number.digits == text.size()) return;
  std::size_t begin = number.digits;
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  names[number.cell].span.end = label.span.begin + number.digits;
  names[number.cell].right = label.left + number.digits;
  label.span.begin += begin;
  label.left += begin;
  names.insert(names.begin() + static_cast<std::ptrdiff_t>(number.cell) + 1, label);
}

}  // namespace

std::vector<bool> part_ordinals(const TablePage& page, const std::vector<std::vector<TableCell>*>& names) {
  std::vector<Candidate> candidates;
  for (std::size_t line = 0; line < names.size(); ++line) {
    for (std::size_t cell = 0; cell < names[line]->size(); ++cell) {
      Candidate found = number_of(page.text((*names[line])[cell].span));
      found.line = line;
      found.cell = cell;
      if (found.digits > 0) candidates.push_back(found);
    }
  }
  std::vector<bool> out(names.size(), false);
  for (int sequences = 0; sequences < kMostSequences; ++sequences) {
    const Chain chain = longest_chain(candidates, out);
    if (chain.size() < kFewest) break;
    for (const Candidate& number : chain) {
      out[number.line] = true;
      part(page, number, *names[number.line]);
    }
  }
  return out;
}

}  // namespace mubiao
