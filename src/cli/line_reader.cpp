// Files that are read line by line, however long they and their lines are.
//
// Door: LineReader.

#include "cli/line_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace mubiao::cli {
namespace {

constexpr std::size_t kChunk = 256 * 1024;

}  // namespace

LineReader::LineReader(const std::string& path, char end, std::size_t max_bytes)
    : owned_(path != "-"),
      descriptor_(owned_ ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : STDIN_FILENO),
      error_(descriptor_ < 0 ? errno : 0),
      end_(end),
      max_bytes_(max_bytes) {}

LineReader::~LineReader() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

bool LineReader::read_more() {
  buffer_.erase(0, std::exchange(begin_, 0));
  if (buffer_.size() > max_bytes_) {
    too_long_ = true;
    buffer_.clear();
  }
  searched_ = buffer_.size();
  buffer_.resize(searched_ + kChunk);
  ssize_t count;
  do {
    count = ::read(descriptor_, buffer_.data() + searched_, kChunk);
  } while (count < 0 && errno == EINTR);
  if (count < 0) error_ = errno;
  buffer_.resize(searched_ + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return count > 0;
}

LineReader::Got LineReader::next(std::string& line) {
  if (error_ != 0) return Got::kFailed;
  std::size_t end = buffer_.find(end_, searched_);
  while (end == std::string::npos && read_more()) end = buffer_.find(end_, searched_);
  if (error_ != 0) return Got::kFailed;
  if (end == std::string::npos && begin_ == buffer_.size() && !too_long_) return Got::kEnd;

  ++line_number_;
  end = std::min(end, buffer_.size());
  const bool too_long = std::exchange(too_long_, false) || end - begin_ > max_bytes_;
  if (!too_long) line.assign(buffer_, begin_, end - begin_);
  begin_ = searched_ = std::min(end + 1, buffer_.size());
  // What a long line took is not kept for the short ones behind it.
  if (begin_ > 8 * kChunk) {
    buffer_ = buffer_.substr(begin_);
    begin_ = searched_ = 0;
  }
  return too_long ? Got::kTooLong : Got::kLine;
}

}  // namespace mubiao::cli
