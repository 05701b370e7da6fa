// Prefilter of rules by literals. Door: LiteralIndex::search.
#include "extract/literal_index.h"

#include <algorithm>
#include <map>

namespace mubiao {
namespace {

std::size_t char_bytes(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  return std::min<std::size_t>(c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4, text.size() - i);
}

}  // namespace

bool LiteralIndex::Hits::any() const {
  return std::any_of(bits_.begin(), bits_.end(), [](std::uint64_t word) { return word != 0; });
}

std::size_t LiteralIndex::bucket_of(std::string_view text, std::size_t i, std::size_t bytes) {
  // The last two bytes of a character hold twelve bits that tell most Han characters apart.
  const auto byte = [&](std::size_t k) { return static_cast<std::size_t>(static_cast<unsigned char>(text[k])); };
  if (bytes == 1) return byte(i);
  return ((byte(i + bytes - 2) & 0x3F) << 6 | (byte(i + bytes - 1) & 0x3F)) % kBuckets;
}

LiteralIndex::LiteralIndex(const std::vector<const Rule*>& rules) : starts_(kBuckets + 1) {
  std::map<std::vector<std::string>, std::uint32_t> lists;  // rules share many
  std::map<std::string, std::vector<std::uint32_t>> lists_of;
  for (const Rule* rule : rules) {
    auto& needs = needs_.emplace_back();
    std::vector<std::vector<std::string>> required = rule->literals;
    if (!rule->keywords.empty()) required.push_back(rule->keywords);
    for (const std::vector<std::string>& list : required) {
      if (std::any_of(list.begin(), list.end(), [](const std::string& l) { return l.empty(); })) continue;
      const auto [it, added] = lists.try_emplace(list, static_cast<std::uint32_t>(lists.size()));
      needs.push_back(it->second);
      if (!added) continue;
      for (const std::string& literal : list) lists_of[literal].push_back(it->second);
    }
  }
  lists_ = lists.size();
  for (auto& [literal, in] : lists_of) literals_.push_back({literal, char_bytes(literal, 0), std::move(in)});
  const auto bucket = [](const Literal& l) { return bucket_of(l.text, 0, l.first); };
  std::stable_sort(literals_.begin(), literals_.end(), [&](const Literal& a, const Literal& b) { return bucket(a) < bucket(b); });
  std::size_t next = 0;
  for (std::size_t b = 0; b <= kBuckets; ++b) {
    while (next < literals_.size() && bucket(literals_[next]) < b) ++next;
    starts_[b] = static_cast<std::uint16_t>(next);
  }
}

void LiteralIndex::search(std::string_view text, Hits& hits) const {
  hits.lists_.assign((lists_ + 63) / 64, 0);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t n = char_bytes(text, i);
    const std::size_t b = bucket_of(text, i, n);
    for (std::size_t l = starts_[b]; l < starts_[b + 1]; ++l) {
      const Literal& literal = literals_[l];
      if (!text.substr(i).starts_with(literal.text)) continue;
      for (const std::uint32_t list : literal.lists) hits.lists_[list / 64] |= std::uint64_t{1} << (list % 64);
    }
    i += n;
  }
  hits.bits_.assign((needs_.size() + 63) / 64, 0);
  for (std::size_t r = 0; r < needs_.size(); ++r) {
    const bool all = std::all_of(needs_[r].begin(), needs_[r].end(), [&](std::uint32_t list) {
      return (hits.lists_[list / 64] >> (list % 64) & 1) != 0;
    });
    if (all) hits.bits_[r / 64] |= std::uint64_t{1} << (r % 64);
  }
}

}  // namespace mubiao
