#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/extracted.h"

namespace mubiao::read {

/// The parts of a ZIP archive in memory, each unpacked only when it is asked for, and within limits: of one part and of
/// all together `max_text_bytes`, whatever the archive says of their sizes.
class Archive {
 public:
  static constexpr std::size_t kMostEntries = 8192;
  /// No text is packed closer than this once it is long; what is, is made to burst.
  static constexpr std::size_t kHighestRatio = 250;
  static constexpr std::size_t kRatioCountsFrom = std::size_t{8} << 20;  // bytes

  /// Points into `bytes` and `options`. Errors: E-FORMAT, E-LIMIT.
  static Result<Archive> open(const std::string& path, std::string_view bytes, const ReadOptions& options);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  const std::string& path() const { return path_; }
  /// Names of parts have no case, and no slash at the front.
  bool has(std::string_view name) const;
  /// A part, unpacked. Errors: E-FORMAT (not there, damaged, protected), E-LIMIT, E-TIME.
  Result<std::string> read(std::string_view name);

 private:
  struct Handle;
  Archive(std::string path, const ReadOptions& options, std::unique_ptr<Handle> handle);
  Diagnostic damaged(std::string_view name, const std::string& why) const;

  std::string path_;
  const ReadOptions* options_;
  std::unique_ptr<Handle> handle_;
  std::unordered_map<std::string, std::uint64_t> entries_;  // by name
  std::size_t unpacked_ = 0;                                // of all parts, in bytes
};

/// The name as it is compared: lower case, slashes, none at the front.
std::string part_key(std::string_view name);

}  // namespace mubiao::read
