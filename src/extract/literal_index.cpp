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

std::size_t LiteralIndex::bucket_of(std::string_view character) {
  // The last two bytes of a character hold twelve bits that tell most Han characters apart.
  std::size_t key = static_cast<unsigned char>(character.back()) & 0x3F;
  if (character.size() > 1) key |= (static_cast<std::size_t>(static_cast<unsigned char>(character[character.size() - 2])) & 0x3F) << 6;
  else key = static_cast<unsigned char>(character[0]);
  return key % kBuckets;
}

LiteralIndex::LiteralIndex(const std::vector<const Rule*>& rules) : words_((rules.size() + 63) / 64), always_(words_), buckets_(kBuckets) {
  std::map<std::string, std::vector<std::uint64_t>> rules_of;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const std::uint64_t bit = std::uint64_t{1} << (r % 64);
    const auto& literals = rules[r]->keywords.empty() ? rules[r]->literals : rules[r]->keywords;
    if (literals.empty()) always_[r / 64] |= bit;
    for (const std::string& literal : literals) {
      if (literal.empty()) {
        always_[r / 64] |= bit;
        continue;
      }
      auto& words = rules_of[literal];
      words.resize(words_);
      words[r / 64] |= bit;
    }
  }
  for (auto& [literal, words] : rules_of) {
    const std::size_t first = char_bytes(literal, 0);
    buckets_[bucket_of(std::string_view(literal).substr(0, first))].push_back(static_cast<std::uint32_t>(literals_.size()));
    firsts_.push_back(literal.substr(0, first));
    literals_.push_back({literal.substr(first), words});
  }
}

void LiteralIndex::search(std::string_view text, Hits& hits) const {
  hits.bits_ = always_;
  hits.found_ = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t n = char_bytes(text, i);
    const std::string_view character = text.substr(i, n);
    for (const std::uint32_t index : buckets_[bucket_of(character)]) {
      const Literal& literal = literals_[index];
      if (firsts_[index] != character || !text.substr(i + n).starts_with(literal.rest)) continue;
      hits.found_ = true;
      for (std::size_t w = 0; w < words_; ++w) hits.bits_[w] |= literal.rules[w];
    }
    i += n;
  }
}

}  // namespace mubiao
