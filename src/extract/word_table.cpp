// Words by the characters that they begin or end with. Door: WordTable.
#include "extract/word_table.h"

namespace mubiao {

WordTable::WordTable(const Words& words, Side side) : side_(side), starts_(kBuckets + 1) {
  std::vector<std::size_t> buckets;
  buckets.reserve(words.size());
  for (const std::string& word : words) {
    buckets.push_back(bucket_of(word));
    if (buckets.back() < kBuckets) ++starts_[buckets.back() + 1];
  }
  for (std::size_t b = 1; b < starts_.size(); ++b) starts_[b] = static_cast<std::uint16_t>(starts_[b] + starts_[b - 1]);
  words_.resize(starts_.back());
  std::vector<std::uint16_t> next(starts_.begin(), starts_.end() - 1);
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (buckets[w] < kBuckets) words_[next[buckets[w]]++] = words[w];
  }
}

// kBuckets for a word that is left out.
std::size_t WordTable::bucket_of(std::string_view word) const {
  if (word.empty() || (side_ == Side::kBegin ? word.front() : word.back()) == kAnyHan) return kBuckets;
  const Keys keys = keys_at(word, side_ == Side::kBegin ? 0 : word.size(), side_);
  const std::size_t bytes = side_ == Side::kBegin ? behind(word, 0) : before(word, word.size());
  if (bytes >= word.size()) return keys.one;
  const char next = side_ == Side::kBegin ? word[bytes] : word[word.size() - bytes - 1];
  return next == kAnyHan ? keys.one : keys.two;
}

WordTable::Buckets WordTable::buckets() const {
  Buckets out;
  for (std::size_t b = 0; b < kBuckets; ++b) out[b] = starts_[b] < starts_[b + 1];
  return out;
}

std::size_t WordTable::length_behind(std::string_view text, std::size_t place, std::string_view word) {
  std::size_t i = place;
  for (const char c : word) {
    if (i >= text.size() || (c == kAnyHan ? !is_han_lead(text[i]) : text[i] != c)) return 0;
    i += c == kAnyHan ? 3 : 1;
  }
  return i <= text.size() ? i - place : 0;
}

std::size_t WordTable::length_before(std::string_view text, std::size_t place, std::string_view word) {
  std::size_t i = place;
  for (std::size_t k = word.size(); k-- > 0;) {
    const std::size_t bytes = word[k] == kAnyHan ? 3 : 1;
    if (i < bytes) return 0;
    i -= bytes;
    if (word[k] == kAnyHan ? !is_han_lead(text[i]) : text[i] != word[k]) return 0;
  }
  return place - i;
}

}  // namespace mubiao
