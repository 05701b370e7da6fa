#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/characters.h"
#include "extract/finite_words.h"

namespace mubiao {

/// Finds words by the characters at one of their ends: the first two, or the last two. Immutable; borrows the words.
class WordTable {
 public:
  enum class Side { kBegin, kEnd };
  /// For words that begin at a place, or that end there. Leaves out empty words and those with kAnyHan at that end.
  WordTable(const Words& words, Side side);

  /// Calls `visit` with the length of each word that stands at that side of `place`.
  template <typename Visit>
  void at(std::string_view text, std::size_t place, Visit visit) const {
    const Keys keys = keys_at(text, place, side_);
    each_in(keys.one, text, place, visit);
    each_in(keys.two, text, place, visit);
  }

  /// Sets of buckets say quickly of most places that no word stands there.
  static constexpr std::size_t kBuckets = 1024;
  using Buckets = std::bitset<kBuckets>;
  Buckets buckets() const;
  static bool may_stand_at(const Buckets& buckets, std::string_view text, std::size_t place, Side side) {
    const Keys keys = keys_at(text, place, side);
    return buckets.test(keys.one) || buckets.test(keys.two);
  }

 private:
  // Buckets of a place: for words told by one character, and by two. The last bucket is empty.
  struct Keys {
    std::size_t one = kBuckets - 1;
    std::size_t two = kBuckets - 1;
  };
  static constexpr std::size_t kOnes = 256;
  static constexpr std::size_t kTwos = kBuckets - kOnes - 1;

  static Keys keys_at(std::string_view text, std::size_t place, Side side) {
    const auto step = [&](std::size_t at) { return side == Side::kBegin ? behind(text, at) : before(text, at); };
    const auto hash = [&](std::size_t at, std::size_t bytes) {
      const std::size_t last = (side == Side::kBegin ? at + bytes : at) - 1;
      const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(text[i])); };
      return bytes == 1 ? byte(last) : byte(last - 1) << 2 ^ byte(last);
    };
    Keys keys;
    const std::size_t bytes = step(place);
    if (bytes == 0) return keys;
    const std::size_t first = hash(place, bytes);
    keys.one = first % kOnes;
    const std::size_t next = side == Side::kBegin ? place + bytes : place - bytes;
    if (const std::size_t more = step(next); more > 0) keys.two = kOnes + (first * 31 + hash(next, more)) % kTwos;
    return keys;
  }
  // Bytes of the character behind or before `place`, 0 if there is none.
  static std::size_t behind(std::string_view text, std::size_t place) {
    if (place >= text.size()) return 0;
    const std::size_t bytes = character_bytes(text[place]);
    return place + bytes <= text.size() ? bytes : 0;
  }
  static std::size_t before(std::string_view text, std::size_t place) {
    if (place == 0) return 0;
    std::size_t bytes = 1;
    while (bytes < 4 && bytes < place && is_continuation(text[place - bytes])) ++bytes;
    return bytes;
  }

  template <typename Visit>
  void each_in(std::size_t bucket, std::string_view text, std::size_t place, Visit& visit) const {
    for (std::size_t w = starts_[bucket]; w < starts_[bucket + 1]; ++w) {
      const std::size_t length =
          side_ == Side::kBegin ? length_behind(text, place, words_[w]) : length_before(text, place, words_[w]);
      if (length > 0) visit(length);
    }
  }
  // How many bytes of `text` behind or before `place` are `word`, 0 if they are not.
  static std::size_t length_behind(std::string_view text, std::size_t place, std::string_view word);
  static std::size_t length_before(std::string_view text, std::size_t place, std::string_view word);

  std::size_t bucket_of(std::string_view word) const;

  Side side_;
  std::vector<std::string_view> words_;  // by bucket
  std::vector<std::uint16_t> starts_;    // of each bucket in words_; one more for the end
};

}  // namespace mubiao
