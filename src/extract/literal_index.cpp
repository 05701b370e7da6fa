// Prefilter of rules by literals. Door: LiteralIndex::search.
#include "extract/literal_index.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <utility>

#include "extract/characters.h"

namespace mubiao {
namespace {

// Eight bytes from `i` on, those behind the end as 0.
std::uint64_t eight_bytes(std::string_view text, std::size_t i) {
  std::uint64_t out = 0;
  if (text.size() - i >= sizeof out) {
    std::memcpy(&out, text.data() + i, sizeof out);
  } else {
    std::memcpy(&out, text.data() + i, text.size() - i);
  }
  return out;
}

// Where literals of one character are, and those that begin with two, in a table of 1024.
std::size_t bucket_of(PlaceFilter::Character c) { return c.hash(10); }
std::size_t bucket_of(PlaceFilter::Character first, PlaceFilter::Character second) {
  return first.hash(10) ^ second.hash(9);
}

bool has_placeholder(std::string_view literal) {
  for (std::size_t i = literal.find('\xEE'); i != std::string_view::npos; i = literal.find('\xEE', i + 1)) {
    if (i + 1 < literal.size() && static_cast<unsigned char>(literal[i + 1]) <= 0x87) return true;
  }
  return false;
}

}  // namespace

std::uint64_t* LiteralIndex::Hits::clear(std::size_t words) {
  if (words <= few_.size()) {
    std::fill_n(few_.begin(), words, 0);
    words_ = few_.data();
    return few_.data();
  }
  many_.assign(words, 0);
  words_ = many_.data();
  return many_.data();
}

LiteralIndex::LiteralIndex(const std::vector<const Rule*>& rules, Text text) : rules_(rules.size()) {
  std::map<std::vector<std::string>, std::uint32_t> lists;  // rules share many
  std::map<std::string, std::vector<std::uint32_t>> lists_of;
  needs_.assign(rules.size(), 0);
  free_.assign((rules.size() + 63) / 64, 0);
  for (std::size_t r = 0; r < rules.size(); ++r) {
    std::vector<std::vector<std::string>> required = rules[r]->literals;
    if (!rules[r]->keywords.empty()) required.insert(required.begin(), rules[r]->keywords);
    for (const std::vector<std::string>& list : required) {
      const bool unknown = std::any_of(list.begin(), list.end(), [&](const std::string& l) {
        return l.empty() || (text == Text::kSource && has_placeholder(l));
      });
      if (unknown || needs_[r] == kMostLists) continue;
      const auto [it, added] = lists.try_emplace(list, static_cast<std::uint32_t>(lists_));
      if (added) {
        ++lists_;
        rules_of_.emplace_back();
        for (const std::string& literal : list) lists_of[literal].push_back(it->second);
      }
      ++needs_[r];
      rules_of_[it->second].push_back(static_cast<std::uint32_t>(r));
    }
    if (needs_[r] == 0) free_[r / 64] |= std::uint64_t{1} << (r % 64);
  }
  Listed singles;
  Listed pairs;
  for (auto& [literal, in] : lists_of) {
    (character_bytes(literal[0]) >= literal.size() ? singles : pairs).emplace_back(literal, std::move(in));
  }
  singles_ = table_of(singles, false);
  pairs_ = table_of(pairs, true);
}

LiteralIndex::Table LiteralIndex::table_of(const Listed& literals, bool pairs) {
  std::vector<std::pair<std::size_t, std::size_t>> order;  // bucket, index
  for (std::size_t l = 0; l < literals.size(); ++l) {
    const std::string_view text = literals[l].first;
    const PlaceFilter::Character first = PlaceFilter::character(text, 0);
    if (pairs) {
      begins_.add(first, PlaceFilter::column_at(text, first.end));
      order.emplace_back(bucket_of(first, PlaceFilter::character(text, first.end)), l);
    } else {
      begins_.add(first, PlaceFilter::kAnything);
      order.emplace_back(bucket_of(first), l);
    }
  }
  std::sort(order.begin(), order.end());
  Table out;
  out.starts.assign(kBuckets + 1, 0);
  for (const auto& [bucket, index] : order) {
    const auto& [text, lists] = literals[index];
    const std::size_t head = std::min(text.size(), sizeof(std::uint64_t));
    std::uint64_t mask = 0;
    std::memset(&mask, 0xFF, head);
    const auto begin = static_cast<std::uint32_t>(lists_of_.size());
    lists_of_.insert(lists_of_.end(), lists.begin(), lists.end());
    out.literals.push_back(
        {eight_bytes(text, 0), mask, text.substr(head), begin, static_cast<std::uint32_t>(lists_of_.size())});
    out.starts[bucket + 1] = static_cast<std::uint16_t>(out.literals.size());
  }
  for (std::size_t b = 1; b <= kBuckets; ++b) out.starts[b] = std::max(out.starts[b], out.starts[b - 1]);
  return out;
}

inline void LiteralIndex::look_up(const Table& table, std::size_t bucket, std::string_view text, std::size_t i,
                                  Found found) const {
  const std::size_t end = table.starts[bucket + 1];
  if (table.starts[bucket] == end) return;
  const std::uint64_t head = eight_bytes(text, i);
  for (std::size_t l = table.starts[bucket]; l < end; ++l) {
    const Literal& literal = table.literals[l];
    if (((head ^ literal.head) & literal.mask) != 0) continue;
    if (!literal.rest.empty() && !text.substr(std::min(text.size(), i + sizeof head)).starts_with(literal.rest))
      continue;
    for (std::size_t k = literal.lists_begin; k < literal.lists_end; ++k) add_list(lists_of_[k], found);
  }
}

void LiteralIndex::add_list(std::uint32_t list, Found found) const {
  const std::uint64_t bit = std::uint64_t{1} << (list % 64);
  if ((found.lists[list / 64] & bit) != 0) return;
  found.lists[list / 64] |= bit;
  for (const std::uint32_t r : rules_of_[list]) {
    if (++found.counts[r] == needs_[r]) found.rules[r / 64] |= std::uint64_t{1} << (r % 64);
  }
}

void LiteralIndex::search(std::string_view text, Hits& hits) const {
  hits.rule_words_ = free_.size();
  const std::size_t list_words = (lists_ + 63) / 64;
  std::uint64_t* const words = hits.clear(hits.rule_words_ + list_words + (rules_ + 7) / 8);
  std::copy(free_.begin(), free_.end(), words);
  std::uint64_t* const lists = words + hits.rule_words_;
  const Found found{words, lists, reinterpret_cast<std::uint8_t*>(lists + list_words)};
  for (std::size_t i = begins_.find(text, 0); i < text.size();) {
    const PlaceFilter::Character first = PlaceFilter::character(text, i);
    look_up(singles_, bucket_of(first), text, i, found);
    if (first.end < text.size())
      look_up(pairs_, bucket_of(first, PlaceFilter::character(text, first.end)), text, i, found);
    i = begins_.find(text, first.end);
  }
}

}  // namespace mubiao
