#pragma once

#include <array>
#include <cstddef>
#include <forward_list>
#include <string_view>

#include "extract/word_run.h"

namespace mubiao {

/// A text, with what was found out of it for one pattern and may serve the next.
class PartText {
 public:
  explicit PartText(std::string_view text) : text_(text) {}
  std::string_view text() const { return text_; }
  /// From where the words of a chain lead to the end of the text, and to where from its begin.
  const Places& back(const RunChain& chain) { return reached(chain, true); }
  const Places& ahead(const RunChain& chain) { return reached(chain, false); }

 private:
  struct Reached {
    const RunChain* chain;
    bool back;
    Places places;
  };
  static constexpr std::size_t kUsual = 6;  // of a text

  const Places& reached(const RunChain& chain, bool back);
  void fill(Reached& out, const RunChain& chain, bool back) const;

  std::string_view text_;
  std::size_t known_ = 0;
  std::array<Reached, kUsual> usual_;  // set as far as they are known
  std::forward_list<Reached> more_;
};

}  // namespace mubiao
