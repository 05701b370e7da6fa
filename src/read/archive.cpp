// A ZIP archive that may be made to do harm: nothing is unpacked that is not asked for, nothing beyond the limits, and
// sizes are those of what comes out.
//
// Door: Archive.

#include "read/archive.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "read/zip_library.h"

namespace mubiao::read {
namespace {

constexpr std::string_view kEntryMark = "PK\x01\x02";
constexpr std::string_view kEndMark = "PK\x05\x06";
constexpr std::size_t kMostEnds = 64;
constexpr std::size_t kEndIsWithin = 66 * 1024;  // bytes from the end of the file: a comment of 64 KB may follow

std::size_t count(std::string_view text, std::string_view mark, std::size_t enough) {
  std::size_t found = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos && found < enough; at = text.find(mark, at + 1)) {
    ++found;
  }
  return found;
}

/// libzip reads the list of entries as a whole, once for each end of an archive that it sees.
bool has_too_many_entries(std::string_view bytes) {
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kEndIsWithin));
  return count(bytes, kEntryMark, Archive::kMostEntries + 1) > Archive::kMostEntries ||
         count(tail, kEndMark, kMostEnds + 1) > kMostEnds;
}

/// An error of libzip.
class ZipError {
 public:
  explicit ZipError(const ZipLibrary& zip) : zip_(zip) { zip_.error_init(&error_); }
  ~ZipError() { zip_.error_fini(&error_); }
  ZipError(const ZipError&) = delete;
  ZipError& operator=(const ZipError&) = delete;
  zip_error_t* get() { return &error_; }
  std::string text() { return zip_.error_strerror(&error_); }

 private:
  const ZipLibrary& zip_;
  zip_error_t error_;
};

}  // namespace

std::string part_key(std::string_view name) {
  while (name.starts_with('/')) name.remove_prefix(1);
  std::string key(name);
  for (char& c : key) c = c == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return key;
}

struct Archive::Handle {
  const ZipLibrary* zip = nullptr;
  zip_t* archive = nullptr;
  ~Handle() {
    if (archive != nullptr) zip->discard(archive);
  }
};

Archive::Archive(std::string path, const ReadOptions& options, std::unique_ptr<Handle> handle)
    : path_(std::move(path)), options_(&options), handle_(std::move(handle)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  const ZipLibrary* const zip = zip_library();
  if (zip == nullptr) {
    return problem("E-FORMAT", path, "this is a ZIP archive, and the library that reads them is not here",
                   "install libzip (" MUBIAO_LIBZIP ")");
  }
  if (has_too_many_entries(bytes)) {
    return problem("E-LIMIT", path, "this archive has more than " + std::to_string(kMostEntries) + " entries",
                   "no document has; is it one?");
  }
  ZipError error(*zip);
  zip_source_t* const source = zip->source_buffer_create(bytes.data(), bytes.size(), 0, error.get());
  auto handle = std::make_unique<Handle>();
  handle->zip = zip;
  if (source != nullptr) {
    handle->archive = zip->open_from_source(source, ZIP_RDONLY, error.get());
    if (handle->archive == nullptr) zip->source_free(source);
  }
  if (handle->archive == nullptr) {
    return problem("E-FORMAT", path, "this is no whole ZIP archive: " + error.text(),
                   "it may have been cut off on its way: get it again");
  }
  Archive opened(path, options, std::move(handle));
  zip_t* const archive = opened.handle_->archive;
  const zip_int64_t entries = zip->get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* const name = zip->get_name(archive, index, ZIP_FL_ENC_RAW);
    if (name != nullptr) opened.entries_.emplace(part_key(name), index);
  }
  return opened;
}

bool Archive::has(std::string_view name) const { return entries_.contains(part_key(name)); }

Diagnostic Archive::damaged(std::string_view name, const std::string& why) const {
  return problem("E-FORMAT", path_, "the part " + std::string(name) + " cannot be unpacked: " + why,
                 "it may have been damaged on its way: get it again");
}

Result<std::string> Archive::read(std::string_view name) {
  const auto entry = entries_.find(part_key(name));
  if (entry == entries_.end()) {
    return problem("E-FORMAT", path_, "the part " + std::string(name) + " is missing",
                   "it may have been damaged on its way: get it again");
  }
  const ZipLibrary& zip = *handle_->zip;
  zip_stat_t status;
  if (zip.stat_index(handle_->archive, entry->second, 0, &status) != 0) {
    return damaged(name, zip.strerror(handle_->archive));
  }
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
    return problem("E-FORMAT", path_, "it is protected with a password", "save it without one");
  }
  const std::unique_ptr<zip_file_t, decltype(zip.fclose)> file(zip.fopen_index(handle_->archive, entry->second, 0),
                                                               zip.fclose);
  if (file == nullptr) return damaged(name, zip.strerror(handle_->archive));

  constexpr std::size_t kPiece = 64 * 1024;
  std::string part;
  for (;;) {
    if (options_->goes_on && !options_->goes_on()) return problem("E-TIME", path_, "took longer than it may");
    const std::size_t filled = part.size();
    part.resize(filled + kPiece);
    const zip_int64_t got = zip.fread(file.get(), part.data() + filled, kPiece);
    if (got < 0) return damaged(name, zip.file_strerror(file.get()));
    part.resize(filled + static_cast<std::size_t>(got));
    if (got == 0) return part;
    unpacked_ += static_cast<std::size_t>(got);
    if (unpacked_ > options_->max_text_bytes) {
      return problem("E-LIMIT", path_,
                     "more than " + std::to_string(options_->max_text_bytes) + " bytes come out of this archive");
    }
    if (part.size() > kRatioCountsFrom && part.size() / kHighestRatio > status.comp_size) {
      return problem("E-LIMIT", path_,
                     "the part " + std::string(name) + " unpacks to more than " + std::to_string(kHighestRatio) +
                         " times its size: no text does");
    }
  }
}

}  // namespace mubiao::read
