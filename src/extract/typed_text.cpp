// Replaces mentions by placeholders and maps back. Doors: make_typed, focus_on.
#include "extract/typed_text.h"

#include <algorithm>

#include "extract/characters.h"

namespace mubiao {
namespace {

char32_t code_of(const Mention& mention) {
  switch (mention.type) {
    case MentionType::kPeriod: return placeholder::kPeriod;
    case MentionType::kYear: return placeholder::kYear;
    case MentionType::kPast: return placeholder::kPast;
    case MentionType::kBaseline: return placeholder::kBaseline;
    case MentionType::kName: return 0;
    case MentionType::kQuantity: break;
  }
  if (mention.counted) return placeholder::kQuantityCounted;
  const auto& unit = mention.quantity.quantity.unit;
  if (!unit) return placeholder::kQuantityBare;
  if (unit->composed || unit->dimension_index < 0) return placeholder::kQuantityComposed;
  return std::min<char32_t>(placeholder::kQuantityFirst + static_cast<char32_t>(unit->dimension_index),
                            placeholder::kQuantityComposed - 1);
}

bool is_placeholder_lead(std::string_view text, std::size_t i) {
  // U+E000 … U+E1FF is EE 80 80 … EE 87 BF.
  return static_cast<unsigned char>(text[i]) == 0xEE && i + 2 < text.size() &&
         static_cast<unsigned char>(text[i + 1]) <= 0x87;
}

constexpr std::string_view kGeta = "\u3013";

// Copies text, replacing what would read as a placeholder.
void append_copy(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = text.find('\xEE'); i != std::string_view::npos; i = text.find('\xEE', i + 1)) {
    if (!is_placeholder_lead(text, i)) continue;
    out.append(text, from, i - from);
    out += kGeta;
    from = i + kPlaceholderBytes;
  }
  out.append(text, from);
}

// Brackets longer than this are no asides; it also keeps a row of opening brackets from costing its square.
constexpr std::size_t kLongestAside = 600;

std::size_t closing_bracket(std::string_view text, std::size_t open, std::size_t end) {
  int depth = 0;
  end = std::min(end, open + kLongestAside);
  for (std::size_t i = open; i < end; ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

bool holds_quantity(const std::vector<Mention>& mentions, std::size_t from, std::size_t begin, std::size_t end) {
  for (std::size_t i = from; i < mentions.size() && mentions[i].span.begin < end; ++i) {
    if (mentions[i].span.begin >= begin && mentions[i].type == MentionType::kQuantity) return true;
  }
  return false;
}

struct Builder {
  std::string_view text;
  const std::vector<Mention>& mentions;
  TypedText out;

  void copy(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    out.pieces.push_back({out.text.size(), begin, -1, -1});
    append_copy(out.text, text.substr(begin, end - begin));
  }

  // Copies up to `end`, cutting out brackets that hold quantities. Returns where it stopped: `end`, or
  // behind a bracket that reaches past it.
  std::size_t copy_with_asides(std::size_t begin, std::size_t end, std::size_t range_end, std::size_t next_mention) {
    std::size_t from = begin;
    const std::string_view upto = text.substr(0, end);
    for (std::size_t i = upto.find('(', begin); i != std::string_view::npos; i = upto.find('(', i + 1)) {
      const std::size_t close = closing_bracket(text, i, range_end);
      if (close == std::string_view::npos || !holds_quantity(mentions, next_mention, i, close)) continue;
      copy(from, i);
      out.pieces.push_back({out.text.size(), i, -1, static_cast<int>(out.asides.size())});
      out.text += to_utf8(placeholder::kAside);
      out.asides.push_back({i + 1, close});
      return close + 1;
    }
    copy(from, end);
    return end;
  }
};

}  // namespace

std::string placeholder_of(const Mention& mention) {
  return to_utf8(code_of(mention));
}

TypedText make_typed(std::string_view text, Span range, const std::vector<Mention>& mentions) {
  constexpr std::size_t kUsual = 8;
  Builder builder{text, mentions, {}};
  builder.out.text.reserve(range.size());
  builder.out.pieces.reserve(kUsual);
  std::size_t at = range.begin;
  auto next = static_cast<std::size_t>(
      std::lower_bound(mentions.begin(), mentions.end(), at,
                       [](const Mention& m, std::size_t offset) { return m.span.begin < offset; }) -
      mentions.begin());
  while (at < range.end) {
    while (next < mentions.size() && (mentions[next].span.begin < at || mentions[next].type == MentionType::kName)) ++next;
    const bool has_mention = next < mentions.size() && mentions[next].span.end <= range.end;
    const std::size_t stop = has_mention ? mentions[next].span.begin : range.end;
    const std::size_t reached = builder.copy_with_asides(at, stop, range.end, next);
    at = reached;
    if (reached != stop || !has_mention) continue;
    builder.out.pieces.push_back({builder.out.text.size(), at, static_cast<int>(next), -1});
    builder.out.text += to_utf8(code_of(mentions[next]));
    at = mentions[next].span.end;
    ++next;
  }
  builder.out.pieces.push_back({builder.out.text.size(), range.end, -1, -1});
  return std::move(builder.out);
}

std::size_t TypedText::piece_at(std::size_t offset) const {
  const auto it = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                   [](std::size_t o, const Piece& p) { return o < p.typed; });
  return static_cast<std::size_t>(it - pieces.begin()) - 1;
}

Span TypedText::to_source(Span typed) const {
  if (typed.empty()) {
    const Piece& p = pieces[piece_at(typed.begin)];
    const std::size_t at = p.source + (typed.begin - p.typed);
    return {at, at};
  }
  const Piece& first = pieces[piece_at(typed.begin)];
  const std::size_t last_index = piece_at(typed.end - 1);
  const Piece& last = pieces[last_index];
  const bool whole = last.mention >= 0 || last.aside >= 0;
  return {first.source + (typed.begin - first.typed),
          whole ? pieces[last_index + 1].source : last.source + (typed.end - last.typed)};
}

std::string focus_on(const TypedText& typed, Span range, int focus, const std::vector<Mention>& mentions) {
  std::string out = typed.text.substr(range.begin, range.size());
  for (std::size_t i = typed.piece_at(range.begin); i < typed.pieces.size() && typed.pieces[i].typed < range.end; ++i) {
    const auto& piece = typed.pieces[i];
    if (piece.mention < 0 || piece.mention == focus || piece.typed < range.begin) continue;
    if (mentions[static_cast<std::size_t>(piece.mention)].type != MentionType::kQuantity) continue;
    const std::string other = to_utf8(placeholder::kOther);
    out.replace(piece.typed - range.begin, kPlaceholderBytes, other);
  }
  return out;
}

std::string readable(std::string_view typed) {
  std::string out;
  std::size_t i = 0;
  while (i < typed.size()) {
    if (!is_placeholder_lead(typed, i)) {
      out += typed[i++];
      continue;
    }
    const char32_t c = 0xE000u | ((static_cast<unsigned char>(typed[i + 1]) & 0x3Fu) << 6) |
                       (static_cast<unsigned char>(typed[i + 2]) & 0x3Fu);
    switch (c) {
      case placeholder::kPeriod: out += "{period}"; break;
      case placeholder::kYear: out += "{year}"; break;
      case placeholder::kPast: out += "{past}"; break;
      case placeholder::kBaseline: out += "{baseline}"; break;
      case placeholder::kAside: out += "{aside}"; break;
      case placeholder::kOther: out += "{other}"; break;
      case placeholder::kQuantityBare: out += "{number}"; break;
      case placeholder::kQuantityCounted: out += "{counted}"; break;
      default: out += "{quantity}";
    }
    i += kPlaceholderBytes;
  }
  return out;
}

}  // namespace mubiao
