// From captures back to words. Door: SegmentText.
#include "extract/segment_text.h"

#include <algorithm>

namespace mubiao {

// A capture as a span of the typed sentence; the part of it that is in the prefix is left out.
Span SegmentText::in_sentence(Span capture) const {
  const auto shift = [&](std::size_t at) { return span_.begin + at - std::min(at, prefix_.size()); };
  return {shift(capture.begin), shift(capture.end)};
}

SegmentText::SegmentText(std::string_view source, const TypedText& typed, const std::vector<Mention>& mentions, Span span)
    : source_(source), typed_(typed), mentions_(mentions), span_(span), first_piece_(typed.piece_at(span.begin)) {
  last_piece_ = first_piece_;
  while (last_piece_ + 1 < typed.pieces.size() && typed.pieces[last_piece_].typed < span.end) ++last_piece_;
}

// As TypedText::piece_at, for a place in the segment.
std::size_t SegmentText::piece_at(std::size_t typed) const {
  std::size_t i = first_piece_;
  while (i + 1 < typed_.pieces.size() && typed_.pieces[i + 1].typed <= typed) ++i;
  return i;
}

bool SegmentText::has_quantity() const {
  bool out = false;
  each_mention([&](int m) { out = out || mentions_[static_cast<std::size_t>(m)].type == MentionType::kQuantity; });
  return out;
}

std::string SegmentText::focused_on(int mention) const { return prefix_ + focus_on(typed_, span_, mention, mentions_); }

Span SegmentText::placeholder(int mention) const {
  for (std::size_t i = first_piece_; i < last_piece_; ++i) {
    if (typed_.pieces[i].mention != mention) continue;
    const std::size_t begin = prefix_.size() + typed_.pieces[i].typed - span_.begin;
    return {begin, begin + kPlaceholderBytes};
  }
  return {};
}

std::string SegmentText::words(Span capture) const {
  if (capture.end <= prefix_.size()) return prefix_.substr(capture.begin, capture.size());
  std::string out;
  append_words(out, in_sentence(capture));
  return out;
}

void SegmentText::append_words(std::string& out, Span typed) const {
  for (std::size_t i = piece_at(typed.begin); i < last_piece_ && typed_.pieces[i].typed < typed.end; ++i) {
    const auto& piece = typed_.pieces[i];
    if (piece.aside >= 0) continue;
    if (piece.mention >= 0) {
      const Mention& m = mentions_[static_cast<std::size_t>(piece.mention)];
      if (m.type == MentionType::kQuantity || m.type == MentionType::kYear) out += slice(source_, m.span);
      continue;
    }
    const std::size_t begin = std::max(piece.typed, typed.begin);
    const std::size_t end = std::min(typed_.pieces[i + 1].typed, typed.end);
    out.append(typed_.text, begin, end - begin);
  }
}

std::string SegmentText::quantities_in(Span capture) const {
  if (capture.end <= prefix_.size()) return "";
  const Span typed = in_sentence(capture);
  std::optional<Span> all;
  for (std::size_t i = piece_at(typed.begin); typed_.pieces[i].typed < typed.end; ++i) {
    const int index = typed_.pieces[i].mention;
    if (index < 0 || typed_.pieces[i].typed < typed.begin) continue;
    const Mention& m = mentions_[static_cast<std::size_t>(index)];
    if (m.type == MentionType::kQuantity) all = Span{all ? all->begin : m.span.begin, m.span.end};
  }
  return all ? std::string(slice(source_, *all)) : "";
}

std::optional<int> SegmentText::baseline_before(std::size_t offset) const {
  std::optional<int> out;
  const std::size_t end = in_sentence({offset, offset}).begin;
  for (std::size_t i = first_piece_; typed_.pieces[i].typed < end; ++i) {
    if (typed_.pieces[i].mention < 0 || typed_.pieces[i].typed < span_.begin) continue;
    const Mention& m = mentions_[static_cast<std::size_t>(typed_.pieces[i].mention)];
    if (m.type == MentionType::kBaseline && m.years.year != 0) out = m.years.year;
  }
  return out;
}

Span SegmentText::to_source(Span capture) const { return typed_.to_source(in_sentence(capture)); }

std::string phrase_of(const SegmentText& segment) {
  std::string out;
  if (!segment.has_quantity()) segment.append_words(out);
  return out;
}

}  // namespace mubiao
