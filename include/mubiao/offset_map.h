#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "mubiao/span.h"

namespace mubiao {

/// Where each byte of a derived text came from in the text it was made of.
///
///     source      到 2 0 2 5 年 达 到 １５ 万 千 ⏎ 瓦
///     derived     到2025年 达到15万千瓦
///                 copy run | copy run | 1 byte <- 3 bytes | copy run | nothing <- line break | copy run
///
/// Stored as runs, not one integer per byte, and appended in order. Source bytes between two runs are deleted text.
class OffsetMap {
 public:
  /// The next `derived` bytes are a copy of the next `derived` source bytes.
  void append_copy(std::size_t bytes) {
    if (bytes > 0) append_run(bytes, bytes, 1, 1);
  }
  /// The next `derived` bytes replace the next `source` bytes as a whole (either may be 0). `derived` is below 4 GB; of
  /// more source than that the rest is deleted text.
  void append_replace(std::size_t derived, std::size_t source) {
    const std::size_t replaced = derived > 0 ? std::min(source, kLargestUnit) : 0;
    if (derived > 0) append_run(derived, replaced, derived, replaced);
    source_size_ += source - replaced;
    after_deletion_ = after_deletion_ || source > replaced;
  }
  /// `count` characters of `derived_unit` bytes each, made of characters of `source_unit` bytes each
  /// (GB18030: 3 from 2), so that every character border still maps to a character border.
  void append_scaled(std::size_t count, std::size_t derived_unit, std::size_t source_unit);

  std::size_t derived_size() const { return derived_size_; }
  std::size_t source_size() const { return source_size_; }

  /// The smallest source span that holds everything `derived` was made of: its begin is rounded down
  /// and its end rounded up to run borders inside a replacement. Deleted text at either border is left out.
  /// An empty span maps to an empty span. Precondition: derived.end <= derived_size().
  Span to_source(Span derived) const;

  /// Calls `visit` with each span of the derived text that is a copy, in order, and where its source begins. A single
  /// byte that stands for another one counts as a copy.
  template <typename Visit>
  void each_copy(Visit visit) const {
    for (std::size_t c = 0; c < chunks_.size(); ++c) {
      const Chunk& chunk = chunks_[c];
      const std::size_t chunk_end = c + 1 < chunks_.size() ? chunks_[c + 1].derived : derived_size_;
      for (std::size_t r = 0; r < chunk.runs.size(); ++r) {
        const Run& run = chunk.runs[r];
        if (chunk.units[run.unit] != Unit{1, 1}) continue;
        const std::size_t end = r + 1 < chunk.runs.size() ? chunk.derived + chunk.runs[r + 1].derived : chunk_end;
        visit(Span{chunk.derived + run.derived, end}, chunk.source + run.source);
      }
    }
  }

 private:
  static constexpr std::size_t kLargestUnit = std::numeric_limits<std::uint32_t>::max();
  // How many bytes map as a whole.
  struct Unit {
    std::uint32_t derived;  // never 0
    std::uint32_t source;   // 0: inserted text
    friend bool operator==(const Unit&, const Unit&) = default;
  };
  // Where it begins in both texts, from the begin of its chunk, and which unit of the chunk it has. Of a text that is
  // wrapped and spaced throughout there is a run for every few characters.
  struct Run {
    std::uint64_t derived : 24;
    std::uint64_t source : 24;
    std::uint64_t unit : 16;
  };
  static constexpr std::size_t kFarthestRun = (std::size_t{1} << 24) - 1;
  void append_run(std::size_t derived, std::size_t source, std::size_t derived_unit, std::size_t source_unit) {
    if (after_deletion_ || last_derived_unit_ != derived_unit || last_source_unit_ != source_unit) {
      begin_run(derived_unit, source_unit);
    }
    derived_size_ += derived;
    source_size_ += source;
  }
  void begin_run(std::size_t derived_unit, std::size_t source_unit);

  // A text has as many runs as it has changes. In chunks they are never copied to make room, and are found fast.
  struct Chunk {
    std::size_t derived;  // of its first run
    std::size_t source;
    std::vector<Run> runs;
    std::vector<Unit> units;  // a few, each once
  };
  // A run with its places in the texts.
  struct Place {
    std::size_t derived;
    std::size_t source;
    std::size_t derived_unit;
    std::size_t source_unit;
    std::size_t derived_end;

    std::size_t source_at(std::size_t offset) const { return source + units_before(offset) * source_unit; }
    std::size_t source_behind(std::size_t offset) const { return source_at(offset) + source_unit; }
    std::size_t units_before(std::size_t offset) const {
      return derived_unit == 1 ? offset - derived : (offset - derived) / derived_unit;
    }
  };
  Place run_at(std::size_t derived) const;

  std::vector<Chunk> chunks_;
  std::size_t derived_size_ = 0;
  std::size_t source_size_ = 0;
  std::size_t last_derived_unit_ = 0;  // of the last run; 0 if there is none
  std::size_t last_source_unit_ = 0;
  bool after_deletion_ = false;  // the next run starts behind deleted text
};

}  // namespace mubiao
