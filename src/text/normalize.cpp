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

  /// stage(text, map) -> text. A stage that changes nothing leaves no map.
  template <typename Stage>
  bool apply(Stage stage) {
    OffsetMap map;
    std::string next = stage(text_, map);
    if (next == text_) return false;
    text_ = std::move(next);
    maps_.push_back(std::move(map));
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

bool normalize_once(Stages& stages, const OpensBlock& opens_block) {
  bool changed = stages.apply([](std::string_view text, OffsetMap& map) { return fold(text, &map); });
  changed |= stages.apply([](std::string_view text, OffsetMap& map) { return fold_full_stops(text, &map); });
  std::vector<Line> lines;
  changed |= stages.apply([&](std::string_view text, OffsetMap& map) {
    lines = split_lines(text);
    split_at_spaces(text, lines, opens_block);
    remove_page_furniture(text, lines);
    return tidy_lines(text, lines, opens_block, map);
  });
  changed |=
      stages.apply([&](std::string_view text, OffsetMap& map) { return join_lines(text, lines, opens_block, map); });
  changed |= stages.apply([](std::string_view text, OffsetMap& map) { return fold_chinese_zeros(text, &map); });
  return changed;
}

}  // namespace

Span NormalizedText::to_document(Span span) const {
  for (const OffsetMap& stage : stages) span = stage.to_source(span);
  return span;
}

NormalizedText normalize(const Document& document, const OpensBlock& opens_block) {
  // A repaired text can look wrapped at another width. Going on until nothing changes makes normalizing a normalized
  // text change nothing; a second pass is enough for all but made-up texts.
  constexpr int kMostPasses = 8;
  const OpensBlock none = [](std::string_view) { return false; };
  const OpensBlock& opens = opens_block ? opens_block : none;
  Stages stages(document.text());
  for (int pass = 0; pass < kMostPasses && normalize_once(stages, opens); ++pass) {
  }
  return std::move(stages).finish();
}

}  // namespace mubiao
