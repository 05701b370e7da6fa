#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace mubiao {

/// A few places in a text, ascending. Asks for no memory; places beyond the most it holds are lost, and it says so.
class Places {
 public:
  static constexpr std::size_t kMost = 32;
  using Iterator = const std::uint32_t*;

  Places() {}  // places_ is set as far as it is used
  Places(std::initializer_list<std::size_t> places) {
    for (const std::size_t at : places) add(at);
  }

  /// False if it was there already or finds no room.
  bool add(std::size_t at) {
    const auto place = static_cast<std::uint32_t>(at);
    const Iterator where = std::lower_bound(begin(), end(), place);
    if (where != end() && *where == place) return false;
    if (size_ == kMost) {
      overflowed_ = true;
      return false;
    }
    const auto index = where - begin();
    std::copy_backward(places_.begin() + index, places_.begin() + size_, places_.begin() + size_ + 1);
    places_[static_cast<std::size_t>(index)] = place;
    ++size_;
    return true;
  }
  bool has(std::size_t at) const { return std::binary_search(begin(), end(), static_cast<std::uint32_t>(at)); }

  Iterator begin() const { return places_.data(); }
  Iterator end() const { return places_.data() + size_; }
  std::size_t front() const { return *begin(); }
  std::size_t back() const { return *(end() - 1); }
  bool empty() const { return size_ == 0; }
  /// There are more places than these.
  bool overflowed() const { return overflowed_; }
  friend bool operator==(const Places& a, const Places& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::array<std::uint32_t, kMost> places_;
  std::uint32_t size_ = 0;
  bool overflowed_ = false;
};

}  // namespace mubiao
