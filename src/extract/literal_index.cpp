// Prefilter of rules by literals. Door: LiteralIndex::search.
#include "extract/literal_index.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

namespace mubiao {
namespace {

std::size_t char_bytes(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Eight bytes from `i` on, those behind the end as 0.
std::uint64_t eight_bytes(std::string_view text, std::size_t i) {
  std::uint64_t out = 0;
  std::memcpy(&out, text.data() + i, std::min<std::size_t>(sizeof out, text.size() - i));
  return out;
}

// The bucket of the character at `i`, which has `bytes` bytes: the last two hold twelve bits that tell most Han
// characters apart.
std::size_t bucket_of(std::string_view text, std::size_t i, std::size_t bytes) {
  const auto byte = [&](std::size_t k) { return static_cast<std::size_t>(static_cast<unsigned char>(text[k])); };
  if (bytes == 1 || i + bytes > text.size()) return byte(i);
  return (byte(i + bytes - 2) & 0x3F) << 6 | (byte(i + bytes - 1) & 0x3F);
}

bool has_placeholder(std::string_view literal) {
  for (std::size_t i = literal.find('\xEE'); i != std::string_view::npos; i = literal.find('\xEE', i + 1)) {
    if (i + 1 < literal.size() && static_cast<unsigned char>(literal[i + 1]) <= 0x87) return true;
  }
  return false;
}

}  // namespace

bool LiteralIndex::Hits::any() const {
  return std::any_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(rule_words_),
                     [](std::uint64_t word) { return word != 0; });
}

LiteralIndex::LiteralIndex(const std::vector<const Rule*>& rules, Text text) : rules_(rules.size()) {
  std::map<std::vector<std::string>, std::uint32_t> lists;  // rules share many
  std::map<std::string, std::vector<std::uint32_t>> lists_of;
  needs_.assign(rules.size() * kMostLists, 0);
  for (std::size_t r = 0; r < rules.size(); ++r) {
    std::vector<std::vector<std::string>> required = rules[r]->literals;
    if (!rules[r]->keywords.empty()) required.insert(required.begin(), rules[r]->keywords);
    std::size_t needed = 0;
    for (const std::vector<std::string>& list : required) {
      const bool unknown = std::any_of(list.begin(), list.end(), [&](const std::string& l) {
        return l.empty() || (text == Text::kSource && has_placeholder(l));
      });
      if (unknown || needed == kMostLists) continue;
      const auto [it, added] = lists.try_emplace(list, static_cast<std::uint32_t>(lists_));
      needs_[r * kMostLists + needed++] = it->second;
      if (!added) continue;
      ++lists_;
      for (const std::string& literal : list) lists_of[literal].push_back(it->second);
    }
  }
  add_literals({std::make_move_iterator(lists_of.begin()), std::make_move_iterator(lists_of.end())});
}

void LiteralIndex::add_literals(const std::vector<std::pair<std::string, std::vector<std::uint32_t>>>& literals) {
  std::vector<std::pair<std::size_t, std::size_t>> order;  // bucket, index
  for (std::size_t l = 0; l < literals.size(); ++l) {
    const std::string& text = literals[l].first;
    order.emplace_back(bucket_of(text, 0, char_bytes(text[0])), l);
  }
  std::sort(order.begin(), order.end());
  starts_.assign(kBuckets + 1, 0);
  for (const auto& [bucket, index] : order) {
    const auto& [text, lists] = literals[index];
    const std::size_t head = std::min(text.size(), sizeof(std::uint64_t));
    std::uint64_t mask = 0;
    std::memset(&mask, 0xFF, head);
    const auto begin = static_cast<std::uint32_t>(lists_of_.size());
    lists_of_.insert(lists_of_.end(), lists.begin(), lists.end());
    literals_.push_back({eight_bytes(text, 0), mask, text.substr(head), begin, static_cast<std::uint32_t>(lists_of_.size())});
    starts_[bucket + 1] = static_cast<std::uint16_t>(literals_.size());
  }
  for (std::size_t b = 1; b <= kBuckets; ++b) starts_[b] = std::max(starts_[b], starts_[b - 1]);
}

void LiteralIndex::search(std::string_view text, Hits& hits) const {
  hits.rule_words_ = (rules_ + 63) / 64;
  hits.words_.assign(hits.rule_words_ + (lists_ + 63) / 64, 0);
  std::uint64_t* const found = hits.words_.data() + hits.rule_words_;
  found[0] = 1;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bytes = char_bytes(text[i]);
    const std::size_t bucket = bucket_of(text, i, bytes);
    const std::size_t end = starts_[bucket + 1];
    for (std::size_t l = starts_[bucket]; l < end; ++l) {
      const Literal& literal = literals_[l];
      if (((eight_bytes(text, i) ^ literal.head) & literal.mask) != 0) continue;
      if (!literal.rest.empty() && !text.substr(std::min(text.size(), i + 8)).starts_with(literal.rest)) continue;
      for (std::size_t k = literal.lists_begin; k < literal.lists_end; ++k) {
        found[lists_of_[k] / 64] |= std::uint64_t{1} << (lists_of_[k] % 64);
      }
    }
    i += bytes;
  }
  const auto has = [&](std::uint32_t list) { return found[list / 64] >> (list % 64) & 1; };
  for (std::size_t r = 0; r < rules_; ++r) {
    const std::uint32_t* needs = &needs_[r * kMostLists];
    hits.words_[r / 64] |= (has(needs[0]) & has(needs[1]) & has(needs[2]) & has(needs[3])) << (r % 64);
  }
}

}  // namespace mubiao
