// normalize: a document to the text that rules are matched on. The stages, each with its own file and its own map:
//   fold       characters                       fold.cpp
//   simplify   script                           script.cpp
//   errors     messages of word processors out  field_errors.cpp
//   marks      what depends on neighbours       marks.cpp, before the lines and after them
//   lines      page furniture out, spaces       lines.cpp, spaced_lines.cpp, page_furniture.cpp, tidy.cpp
//   join       hard wraps                       layout.cpp, join.cpp
#include "mubiao/normalize.h"

#include <algorithm>
#include <utility>

#include "text/field_errors.h"
#include "text/fold.h"
#include "text/lines.h"
#include "text/marks.h"
#include "text/script.h"

namespace mubiao {

namespace {

// What a stage made of `source`, given what it made of the same text in other characters: those that it copied are
// taken from `source`. Only what is not ASCII tells the two texts apart.
std::string carried(std::string_view source, const OffsetMap& map, std::string_view made) {
  std::string out(made);
  map.each_copy([&](Span copy, std::size_t begin) {
    for (std::size_t i = copy.begin; i < copy.end; ++i) {
      if ((made[i] & 0x80) != 0) out[i] = source[begin + (i - copy.begin)];
    }
  });
  return out;
}

// The text as the stages so far left it, and the way back. Stages write over it: a large document needs no memory for
// a third text.
class Stages {
 public:
  explicit Stages(std::string_view document) : document_(document) {
    constexpr std::size_t kUsual = 12;  // of two passes; a map is costly to move
    maps_.reserve(kUsual);
  }

  std::string_view text() const { return maps_.empty() ? document_ : std::string_view(text_); }
  /// Where a stage puts its result, unless that grows past its source.
  std::string& target() { return text_; }
  /// Says whether the stage changed anything; one that does not leaves no map.
  bool add(std::optional<OffsetMap> map) {
    if (!map) return false;
    if (!written_.empty()) written_ = carried(written_, *map, text_);
    maps_.push_back(*std::move(map));
    return true;
  }
  bool fold_characters() {
    std::string folded;
    if (kind_.plain) return false;
    std::optional<OffsetMap> map = fold(text(), folded, kind_);
    if (map) text_ = std::move(folded);
    return add(std::move(map));
  }
  /// From here on the stages see simplified characters, if the text is in others. Asked in each pass, since one may
  /// take out what another script was told by.
  bool simplify() {
    if (!written_.empty() || !is_traditional(text())) return false;
    written_ = text();
    if (maps_.empty()) {  // a stage that changes no place
      text_ = document_;
      maps_.emplace_back().append_copy(text_.size());
    }
    mubiao::simplify(text_);
    return true;
  }

  const FoldedKind& kind() const { return kind_; }

  NormalizedText finish() && {
    if (maps_.empty()) text_ = document_;
    std::reverse(maps_.begin(), maps_.end());
    return {std::move(text_), std::move(maps_), std::move(written_), {}};
  }

 private:
  std::string_view document_;
  std::string text_;
  std::string written_;  // in the characters of the document, if those are not the ones of text_
  std::vector<OffsetMap> maps_;
  FoldedKind kind_;  // of the text
};

Diagnostic glyph_warning(const Document& document, const FoldedKind& kind) {
  const Position first = document.position(kind.first_unknown);
  Diagnostic out;
  out.severity = Severity::kWarning;
  out.code = "W-GLYPHS";
  out.message = std::to_string(kind.unknown) +
                (kind.unknown == 1 ? " character of a font that is not known was"
                                   : " characters of fonts that are not known were") +
                " left as they are; this is the first place";
  out.where = {document.path(), first.line, first.column};
  out.help = "if words or numbers are missing there, make the text anew from the original, by another program";
  return out;
}

// One pass after another, until a text is done or nobody wants it.
class Passes {
 public:
  Passes(std::string_view document, const OpensBlock& opens_block, const std::function<bool()>& goes_on)
      : stages_(document), opens_block_(opens_block), goes_on_(goes_on) {}

  /// Says whether anything changed.
  bool run(Joining joining) {
    bool changed = stages_.fold_characters();
    if (is_first_) first_kind_ = stages_.kind();
    changed |= stages_.simplify();
    changed |= stages_.add(drop_field_errors(stages_.text(), stages_.target()));
    if (changed) lines_are_known_ = false;
    changed |= add_inside_lines(fold_full_stops(stages_.text(), stages_.target()));
    if (!goes_on()) return false;
    if (!lines_are_known_) lines_ = split_lines(stages_.text());
    split_at_spaces(stages_.text(), lines_, opens_block_);
    remove_page_furniture(stages_.text(), lines_);
    if (!goes_on()) return false;
    changed |= stages_.add(tidy_lines(stages_.text(), lines_, opens_block_, stages_.target()));
    if (!goes_on()) return false;
    changed |= stages_.add(join_lines(stages_.text(), lines_, opens_block_, joining, stages_.target()));
    lines_are_known_ = true;
    if (!goes_on()) return false;
    // In a text that a later pass left as it was, no zeros are left to fold.
    if (changed || is_first_) changed |= add_inside_lines(fold_chinese_zeros(stages_.text(), stages_.target()));
    is_first_ = false;
    return changed;
  }

  NormalizedText finish(const Document& document) && {
    NormalizedText out = std::move(stages_).finish();
    if (first_kind_.unknown > 0) out.warnings.push_back(glyph_warning(document, first_kind_));
    return out;
  }

 private:
  bool goes_on() const { return !goes_on_ || goes_on_(); }
  // Of a stage that replaces characters inside lines.
  bool add_inside_lines(std::optional<OffsetMap> map) {
    if (!stages_.add(std::move(map))) return false;
    if (lines_are_known_) move_lines(stages_.text(), lines_);
    return true;
  }

  Stages stages_;
  const OpensBlock& opens_block_;
  const std::function<bool()>& goes_on_;
  std::vector<Line> lines_;  // of the text as the last pass left it
  bool lines_are_known_ = false;
  bool is_first_ = true;
  FoldedKind first_kind_;  // what the first pass says of the document
};

}  // namespace

Span NormalizedText::to_document(Span span) const {
  for (const OffsetMap& stage : stages) span = stage.to_source(span);
  return span;
}

NormalizedText normalize(const Document& document, const OpensBlock& opens_block,
                         const std::function<bool()>& goes_on) {
  // A repaired text can look wrapped at another width. Going on until nothing changes makes normalizing a normalized
  // text change nothing. The second pass is the last one for a document; texts made up to need more than a few are no
  // documents, and get joined as far as they can be.
  constexpr int kMostPasses = 8;
  const OpensBlock none = [](std::string_view) { return false; };
  Passes passes(document.text(), opens_block ? opens_block : none, goes_on);
  for (const Joining joining : {Joining::kWraps, Joining::kAll}) {
    for (int pass = 0; pass < kMostPasses; ++pass) {
      if (!passes.run(joining)) return std::move(passes).finish(document);
    }
  }
  return std::move(passes).finish(document);
}

}  // namespace mubiao
