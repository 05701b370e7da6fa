#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/mention.h"
#include "extract/typed_text.h"
#include "mubiao/span.h"

namespace mubiao {

/// A segment of a typed sentence, with the way from what rules capture in it back to words. Captures are spans in
/// `prefix` + the typed segment: the prefix is a verb that an earlier member of the list said for all of them.
/// Borrows everything it is made of.
class SegmentText {
 public:
  SegmentText(std::string_view source, const TypedText& typed, const std::vector<Mention>& mentions, Span span);

  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }
  std::string_view typed() const { return slice(typed_.text, span_); }
  /// Calls `visit` with the index of each mention in the segment, in order.
  template <typename Visit>
  void each_mention(Visit visit) const {
    for (std::size_t i = first_piece_; i < last_piece_; ++i) {
      const auto& piece = typed_.pieces[i];
      if (piece.mention >= 0 && piece.typed >= span_.begin) visit(piece.mention);
    }
  }
  bool has_quantity() const;

  /// What rules see when they decide about the quantity of `mention`: prefix, segment, others as {other}.
  std::string focused_on(int mention) const;
  /// Where the placeholder of `mention` stands in that.
  Span placeholder(int mention) const;

  /// The words of a capture: copied text and quantities, but no periods, baselines or asides.
  std::string words(Span capture) const;
  /// Those of the whole segment, without the prefix; appended to `out`.
  void append_words(std::string& out) const { append_words(out, span_); }
  /// The quantities inside a capture as one piece of text, first to last, or "".
  std::string quantities_in(Span capture) const;
  /// The last baseline in front of `offset`, if any.
  std::optional<int> baseline_before(std::size_t offset) const;
  /// The span of the normalized text that a capture was made of. Precondition: no prefix.
  Span to_source(Span capture) const;

 private:
  Span in_sentence(Span capture) const;
  std::size_t piece_at(std::size_t typed) const;
  void append_words(std::string& out, Span typed) const;

  std::string_view source_;
  const TypedText& typed_;
  const std::vector<Mention>& mentions_;
  Span span_;
  std::size_t first_piece_;  // of the typed text: the one the segment begins in,
  std::size_t last_piece_;   // and the first that begins behind it
  std::string prefix_;
};

/// The words of a segment that states no quantity, or "".
std::string phrase_of(const SegmentText& segment);

}  // namespace mubiao
