// Between code points, bytes of the text, and bytes of the file. Door: CodePoints.
#include "compare/code_points.h"

#include <algorithm>
#include <string_view>

#include "text/scan.h"

namespace mubiao::compare {
namespace {

constexpr std::size_t kBlock = 1024;

bool begins(char c) { return (c & 0xC0) != 0x80; }

}  // namespace

CodePoints::CodePoints(const Document& document) : document_(&document) {
  const std::string_view text = document.text();
  before_.reserve(text.size() / kBlock + 1);
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    before_.push_back(size_);
    size_ += count_code_points(text.substr(at, kBlock));
  }
}

std::string_view CodePoints::text(Span code_points) const {
  return slice(document_->text(), to_text({std::min(code_points.begin, size_), std::min(code_points.end, size_)}));
}

std::size_t CodePoints::byte(std::size_t index) const {
  const std::string& text = document_->text();
  if (index == size_) return text.size();
  const auto block = std::upper_bound(before_.begin(), before_.end(), index) - before_.begin() - 1;
  std::size_t left = index - before_[static_cast<std::size_t>(block)];
  std::size_t at = static_cast<std::size_t>(block) * kBlock;
  for (;; ++at) {
    if (begins(text[at]) && left-- == 0) return at;
  }
}

std::size_t CodePoints::index(std::size_t byte) const {
  const std::string_view text = document_->text();
  if (byte >= text.size()) return size_;
  const std::size_t block = byte / kBlock;
  return before_[block] + count_code_points(text.substr(block * kBlock, byte - block * kBlock));
}

// The first byte of the text that stands at or behind `file_offset` in the file.
std::size_t CodePoints::text_offset(std::size_t file_offset) const {
  std::size_t begin = 0;
  std::size_t end = document_->text().size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (document_->to_bytes({middle, middle + 1}).begin < file_offset) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

}  // namespace mubiao::compare
