// Words by the character that they begin or end with. Door: WordTable.
#include "extract/word_table.h"

namespace mubiao {

WordTable::WordTable(const Words& words, Side side) : side_(side), starts_(kBuckets + 2) {
  const auto bucket = [&](std::string_view word) {
    if (word.empty() || (side == Side::kBegin ? word.front() : word.back()) == kAnyHan) return kNoBucket;
    return side == Side::kBegin ? bucket_behind(word, 0) : bucket_before(word, word.size());
  };
  for (const std::string& word : words) {
    if (const std::size_t b = bucket(word); b != kNoBucket) ++starts_[b + 1];
  }
  for (std::size_t b = 1; b < starts_.size(); ++b) starts_[b] = static_cast<std::uint16_t>(starts_[b] + starts_[b - 1]);
  words_.resize(starts_.back());
  std::vector<std::uint16_t> next(starts_.begin(), starts_.end() - 1);
  for (const std::string& word : words) {
    if (const std::size_t b = bucket(word); b != kNoBucket) words_[next[b]++] = word;
  }
}

}  // namespace mubiao
