#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"

namespace mubiao::cli {

/// A hash of all that a result depends on.
struct ResultKey {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const ResultKey&) const = default;
};

/// Makes keys for the documents of a run.
class ResultKeys {
 public:
  /// What all of them have in common: versions, rules, options.
  explicit ResultKeys(std::vector<std::string> common) : common_(std::move(common)) {}
  ResultKey of(std::string_view name, std::string_view bytes) const;

 private:
  std::vector<std::string> common_;
};

/// Which results a directory holds, and what they were made of: a file in it that gets a line after each result is in
/// its place. A line that a killed run left unfinished does not count.
class Manifest {
 public:
  /// Reads it, or begins one. Errors: E-WRITE, E-READ, E-MANIFEST (a file of this name that is something else).
  static Result<Manifest> open(const std::string& directory);
  Manifest(Manifest&& other) noexcept;
  Manifest& operator=(Manifest&&) = delete;
  ~Manifest();

  /// Whether the result at this path, relative to the directory, is there and was made of what the key stands for. Both
  /// may be called from several threads.
  bool is_current(const std::string& result, const ResultKey& key) const;
  /// Says that it was made now. Error: E-WRITE.
  std::optional<Diagnostic> add(const std::string& result, const ResultKey& key) const;
  /// Drops lines that later ones replace, if there are any. Error: E-WRITE, E-READ; it then stays as it was.
  std::optional<Diagnostic> compact() const;

 private:
  struct Entry {
    std::uint64_t result;  // a hash of its path
    ResultKey key;
    std::uint64_t size;
  };
  explicit Manifest(std::string directory);
  std::optional<Diagnostic> load();

  std::string directory_;
  std::string path_;
  int descriptor_ = -1;
  std::vector<Entry> entries_;  // by path; what was there when it was opened
};

}  // namespace mubiao::cli
