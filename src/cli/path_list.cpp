// Many paths in little memory. Door: PathList.
#include "cli/path_list.h"

#include <algorithm>
#include <cstring>

namespace mubiao::cli {
namespace {

constexpr std::size_t kBlock = 1 << 18;
constexpr std::size_t kHeader = sizeof(std::uint32_t);

}  // namespace

void PathList::add(std::string_view path, std::size_t tag) {
  const std::size_t size = kHeader + path.size() + 1;
  if (size > left_) {
    left_ = std::max(size, kBlock);
    blocks_.push_back(std::make_unique<char[]>(left_));
    next_ = blocks_.back().get();
  }
  const auto header = static_cast<std::uint32_t>(tag);
  std::memcpy(next_, &header, kHeader);
  std::memcpy(next_ + kHeader, path.data(), path.size());
  next_[size - 1] = '\0';
  entries_.push_back(next_);
  next_ += size;
  left_ -= size;
}

std::size_t PathList::tag(std::size_t i) const {
  std::uint32_t tag;
  std::memcpy(&tag, entries_[i], kHeader);
  return tag;
}

void PathList::sort() {
  std::sort(entries_.begin(), entries_.end(),
            [](const char* a, const char* b) { return std::strcmp(a + kHeader, b + kHeader) < 0; });
}

}  // namespace mubiao::cli
