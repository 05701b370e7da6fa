// Results that would be written over each other. Door: find_clashes.
#include "cli/clashes.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace mubiao::cli {
namespace {

using Name = std::function<std::string(std::size_t)>;

/// Names are made anew when two hashes are equal, since a million of them would have to be kept otherwise.
struct Hashed {
  std::uint64_t hash;
  std::size_t index;
};

std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

std::vector<Hashed> sorted_by_name(std::size_t count, const Name& name) {
  std::vector<Hashed> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back({hash_of(name(i)), i});
  std::sort(out.begin(), out.end(), [&name](const Hashed& a, const Hashed& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    if (a.index == b.index) return false;
    const int order = name(a.index).compare(name(b.index));
    return order != 0 ? order < 0 : a.index < b.index;
  });
  return out;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> find_clashes(std::size_t count, const Name& name) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  const std::vector<Hashed> sorted = sorted_by_name(count, name);
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const bool same = sorted[i].hash == sorted[i - 1].hash && name(sorted[i].index) == name(sorted[i - 1].index);
    if (same) out.emplace_back(sorted[i - 1].index, sorted[i].index);
  }
  const auto find = [&](std::string_view wanted) -> const Hashed* {
    auto at = std::lower_bound(sorted.begin(), sorted.end(), hash_of(wanted),
                               [](const Hashed& entry, std::uint64_t hash) { return entry.hash < hash; });
    for (; at != sorted.end() && at->hash == hash_of(wanted); ++at) {
      if (name(at->index) == wanted) return &*at;
    }
    return nullptr;
  };
  std::string before;
  for (std::size_t i = 0; i < count; ++i) {
    std::string path = name(i);
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      // Files of one directory mostly follow each other: one of them is enough.
      if (path.compare(0, slash + 1, before, 0, slash + 1) == 0) continue;
      const Hashed* file = find(std::string_view(path).substr(0, slash));
      if (file != nullptr) out.emplace_back(std::min(file->index, i), std::max(file->index, i));
    }
    before = std::move(path);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace mubiao::cli
