#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/characters.h"
#include "extract/finite_words.h"

namespace mubiao {

/// Finds words by a character at one of their ends. Immutable; borrows the words.
class WordTable {
 public:
  enum class Side { kBegin, kEnd };
  /// For words that begin at a place, or that end there. Leaves out empty words and those with kAnyHan at that end;
  /// words with the same character there stay in order.
  WordTable(const Words& words, Side side);

  /// Calls `visit` with the length of each word that stands at that side of `place`, in order.
  template <typename Visit>
  void at(std::string_view text, std::size_t place, Visit visit) const {
    const std::size_t bucket = side_ == Side::kBegin ? bucket_behind(text, place) : bucket_before(text, place);
    for (std::size_t w = starts_[bucket]; w < starts_[bucket + 1]; ++w) {
      const std::size_t length =
          side_ == Side::kBegin ? length_behind(text, place, words_[w]) : length_before(text, place, words_[w]);
      if (length > 0) visit(length);
    }
  }

 private:
  static constexpr std::size_t kBuckets = 256;
  static constexpr std::size_t kNoBucket = kBuckets;  // always empty

  static std::size_t bucket_of(std::string_view text, std::size_t at, std::size_t bytes) {
    const auto byte = [&](std::size_t k) { return static_cast<std::size_t>(static_cast<unsigned char>(text[at + k])); };
    return bytes == 1 ? byte(0) : (byte(bytes - 2) << 2 ^ byte(bytes - 1)) % kBuckets;
  }
  static std::size_t bucket_behind(std::string_view text, std::size_t place) {
    if (place >= text.size()) return kNoBucket;
    const std::size_t bytes = character_bytes(text[place]);
    return place + bytes > text.size() ? kNoBucket : bucket_of(text, place, bytes);
  }
  static std::size_t bucket_before(std::string_view text, std::size_t place) {
    std::size_t bytes = 1;
    while (bytes < 4 && bytes < place && is_continuation(text[place - bytes])) ++bytes;
    return place < bytes ? kNoBucket : bucket_of(text, place - bytes, bytes);
  }
  // How many bytes of `text` behind or before `place` are `word`, 0 if they are not.
  static std::size_t length_behind(std::string_view text, std::size_t place, std::string_view word);
  static std::size_t length_before(std::string_view text, std::size_t place, std::string_view word);

  Side side_;
  std::vector<std::string_view> words_;  // by bucket
  std::vector<std::uint16_t> starts_;    // of each bucket in words_; two more: for the end, and for kNoBucket
};

inline std::size_t WordTable::length_behind(std::string_view text, std::size_t place, std::string_view word) {
  std::size_t i = place;
  for (const char c : word) {
    if (i >= text.size() || (c == kAnyHan ? !is_han_lead(text[i]) : text[i] != c)) return 0;
    i += c == kAnyHan ? 3 : 1;
  }
  return i <= text.size() ? i - place : 0;
}

inline std::size_t WordTable::length_before(std::string_view text, std::size_t place, std::string_view word) {
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
