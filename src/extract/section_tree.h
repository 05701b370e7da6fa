#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/headings.h"
#include "mubiao/outline.h"

namespace mubiao {

/// From `from` on the text belongs to `section`; [from, resume) is a heading and no text.
struct SectionSwitch {
  std::size_t from = 0;
  std::size_t resume = 0;
  int section = -1;
};

struct SectionTree {
  std::vector<Section> sections;
  std::vector<SectionSwitch> switches;  // in document order
};

/// Decides which marks are headings, by the sequences they continue, and how deep they stand.
/// Marks in lines of `contents` are left out; an attachment titled `title` is the document itself.
SectionTree build_sections(const std::vector<Span>& lines, const std::vector<Mark>& marks,
                           const std::vector<bool>& contents, std::string_view title);

}  // namespace mubiao
