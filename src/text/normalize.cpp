// normalize: a document to the text that rules are matched on. The stages, each with its own file and its own map:
//   fold       characters                       fold.cpp
//   marks      what depends on neighbours       marks.cpp, before the lines and after them
//   lines      page furniture out, spaces       lines.cpp, spaced_lines.cpp, page_furniture.cpp, tidy.cpp
//   join       hard wraps                       layout.cpp, join.cpp
#include "mubiao/normalize.h"

#include <algorithm>

#include "text/fold.h"
#include "text/lines.h"
#include "text/marks.h"

namespace mubiao {

namespace {

class Stages {
 public:
  explicit Stages(std::string_view document) : text_(document) {}

  const std::string& text() const { return text_; }
  /// Says whether the stage changed anything; one that does not leaves no map.
  bool add(std::optional<Rewritten> rewritten) {
    if (!rewritten) return false;
    text_ = std::move(rewritten->text);
    maps_.push_back(std::move(rewritten->map));
    return true;
  }

  NormalizedText finish() && {
    std::reverse(maps_.begin(), maps_.end());
    return {std::move(text_), std::move(maps_)};
  }

 private:
  std::string text_;
  std::vector<OffsetMap> maps_;
};

bool normalize_once(Stages& stages, const OpensBlock& opens_block, Joining joining) {
  bool changed = stages.add(fold(stages.text()));
  changed |= stages.add(fold_full_stops(stages.text()));
  std::vector<Line> lines = split_lines(stages.text());
  split_at_spaces(stages.text(), lines, opens_block);
  remove_page_furniture(stages.text(), lines);
  changed |= stages.add(tidy_lines(stages.text(), lines, opens_block));
  changed |= stages.add(join_lines(stages.text(), lines, opens_block, joining));
  changed |= stages.add(fold_chinese_zeros(stages.text()));
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
  for (const Joining joining : {Joining::kWraps, Joining::kAll}) {
    for (int pass = 0; pass < kMostPasses; ++pass) {
      if (!normalize_once(stages, opens, joining)) return std::move(stages).finish();
    }
  }
  return std::move(stages).finish();
}

}  // namespace mubiao
