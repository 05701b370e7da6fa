// normalize: a document to the text that rules are matched on. The stages, each with its own file and its own map:
//   fold       characters                       fold.cpp
//   marks      what depends on neighbours       marks.cpp, before the lines and after them
//   lines      page furniture out, spaces       lines.cpp, spaced_lines.cpp, page_furniture.cpp, tidy.cpp
//   join       hard wraps                       layout.cpp, join.cpp
#include "mubiao/normalize.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"
#include "text/lines.h"
#include "text/marks.h"

namespace mubiao {

namespace {

class Stages {
 public:
  explicit Stages(std::string_view document) : document_(document) {
    constexpr std::size_t kUsual = 12;  // of two passes; a map is costly to move
    maps_.reserve(kUsual);
  }

  /// The text as the stages so far left it.
  std::string_view text() const { return maps_.empty() ? document_ : std::string_view(text_); }
  /// Memory for the next stage.
  std::string& spare() { return spare_; }
  /// Says whether the stage changed anything; one that does not leaves no map.
  bool add(std::optional<Rewritten> rewritten) {
    if (!rewritten) return false;
    spare_ = std::exchange(text_, std::move(rewritten->text));
    maps_.push_back(std::move(rewritten->map));
    return true;
  }

  NormalizedText finish() && {
    if (maps_.empty()) text_ = document_;
    std::reverse(maps_.begin(), maps_.end());
    return {std::move(text_), std::move(maps_)};
  }

  bool is_plain = false;  // and needs no folding

 private:
  std::string_view document_;
  std::string text_;
  std::string spare_;
  std::vector<OffsetMap> maps_;
};

bool normalize_once(Stages& stages, const OpensBlock& opens_block, Joining joining, bool is_first) {
  bool changed = !stages.is_plain && stages.add(fold(stages.text(), stages.spare(), stages.is_plain));
  changed |= stages.add(fold_full_stops(stages.text(), stages.spare()));
  std::vector<Line> lines = split_lines(stages.text());
  split_at_spaces(stages.text(), lines, opens_block);
  remove_page_furniture(stages.text(), lines);
  changed |= stages.add(tidy_lines(stages.text(), lines, opens_block, stages.spare()));
  changed |= stages.add(join_lines(stages.text(), lines, opens_block, joining, stages.spare()));
  // Of a text that the pass before left as it is, no zeros are left to fold.
  if (changed || is_first) changed |= stages.add(fold_chinese_zeros(stages.text(), stages.spare()));
  return changed;
}

}  // namespace

Span NormalizedText::to_document(Span span) const {
  for (const OffsetMap& stage : stages) span = stage.to_source(span);
  return span;
}

NormalizedText normalize(const Document& document, const OpensBlock& opens_block) {
  // A repaired text can look wrapped at another width. Going on until nothing changes makes normalizing a normalized
  // text change nothing. The second pass is the last one for a document; texts made up to need more than a few are no
  // documents, and get joined as far as they can be.
  constexpr int kMostPasses = 8;
  const OpensBlock none = [](std::string_view) { return false; };
  const OpensBlock& opens = opens_block ? opens_block : none;
  Stages stages(document.text());
  bool is_first = true;
  for (const Joining joining : {Joining::kWraps, Joining::kAll}) {
    for (int pass = 0; pass < kMostPasses; ++pass) {
      if (!normalize_once(stages, opens, joining, is_first)) return std::move(stages).finish();
      is_first = false;
    }
  }
  return std::move(stages).finish();
}

}  // namespace mubiao
