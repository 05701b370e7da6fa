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
  SegmentText(std::string_view source, const TypedText& typed, const std::vector<Mention>& mentions, Span span)
      : source_(source), typed_(typed), mentions_(mentions), span_(span) {}

  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }
  std::string_view typed() const { return slice(typed_.text, span_); }
  /// Indices of the mentions in the segment, in order.
  std::vector<int> mentions() const;
  bool has_quantity() const;

  /// What rules see when they decide about the quantity of `mention`: prefix, segment, others as {other}.
  std::string focused_on(int mention) const;
  /// Where the placeholder of `mention` stands in that.
  Span placeholder(int mention) const;

  /// The words of a capture: copied text and quantities, but no periods, baselines or asides.
  std::string words(Span capture) const;
  std::string all_words() const { return words({0, prefix_.size() + span_.size()}); }
  /// The quantities inside a capture as one piece of text, first to last, or "".
  std::string quantities_in(Span capture) const;
  /// The last baseline in front of `offset`, if any.
  std::optional<int> baseline_before(std::size_t offset) const;
  /// The span of the normalized text that a capture was made of. Precondition: no prefix.
  Span to_source(Span capture) const;

 private:
  Span in_sentence(Span capture) const;

  std::string_view source_;
  const TypedText& typed_;
  const std::vector<Mention>& mentions_;
  Span span_;
  std::string prefix_;
};

}  // namespace mubiao
