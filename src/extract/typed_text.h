#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "mubiao/span.h"

namespace mubiao {

/// Text in which every mention is one placeholder code point, with the way back.
///
///     source   到2025年,非化石能源消费比重达到31.5%左右
///     typed    P,非化石能源消费比重达到Q左右            P = {period}, Q = {quantity.ratio}
struct TypedText {
  struct Piece {
    std::size_t typed;   // where it begins in `text`
    std::size_t source;  // where it begins in the source
    int mention;         // index of the mention a placeholder stands for; -1: copied text
    int aside;           // index of the aside a placeholder stands for; -1: none
  };

  std::string text;
  std::vector<Piece> pieces;  // ascending; the last one is a sentinel at the end of both texts
  std::vector<Span> asides;   // brackets that hold quantities, as source spans without the brackets

  /// The source text that `typed` came from. Precondition: borders of code points.
  Span to_source(Span typed) const;
  /// Index of the piece that holds byte `offset` of `text`.
  std::size_t piece_at(std::size_t offset) const;
};

/// The placeholder that stands for a mention, as UTF-8 (always three bytes).
std::string placeholder_of(const Mention& mention);
inline constexpr std::size_t kPlaceholderBytes = 3;

/// Builds the typed form of `range` of `text`. `mentions` ascend and do not overlap. Code points of the
/// text that would collide with placeholders become U+3013 (a geta mark, as printers used for missing type).
TypedText make_typed(std::string_view text, Span range, const std::vector<Mention>& mentions);

/// `typed` with the quantity of mention `focus` left as it is and every other quantity as {other}:
/// rules decide about one quantity at a time. Same length as typed.text, so offsets stay valid.
std::string focus_on(const TypedText& typed, Span range, int focus, const std::vector<Mention>& mentions);

/// For people: placeholders written out as {quantity}, {period}, ….
std::string readable(std::string_view typed);

}  // namespace mubiao
