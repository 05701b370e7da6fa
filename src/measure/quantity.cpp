// Quantities in text. The door is find_quantities: a scan that stops at ASCII digits and at the few characters that
// may start a Chinese numeral, and hands every such place to read_mention.

#include "mubiao/quantity.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "measure/characters.h"
#include "measure/mention.h"

namespace mubiao {
namespace {

// Everything that a quantity may start with. 零 is here for 零点五; a sign, 数 or 上 in front is found looking back.
constexpr std::u32string_view kStarts = U"零〇一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億兆半翻";

// By the last twelve bits of a code point: the first byte of the one of kStarts that ends in them. No two do.
constexpr std::array<std::uint8_t, 0x1000> kStartLeads = [] {
  std::array<std::uint8_t, 0x1000> leads{};
  for (const char32_t c : kStarts) leads[c & 0xFFF] = static_cast<std::uint8_t>(0xE0 | c >> 12);
  return leads;
}();
static_assert(std::ranges::all_of(kStarts, [](char32_t c) { return kStartLeads[c & 0xFFF] == (0xE0 | c >> 12); }));

// Whether a first byte is a digit, or may begin an address. Those are stopped at, so that their digits are not read.
constexpr std::array<bool, 256> kStops = [] {
  std::array<bool, 256> stops{};
  for (int c = '0'; c <= '9'; ++c) stops[static_cast<std::size_t>(c)] = true;
  stops['@'] = stops[':'] = stops['w'] = stops['W'] = true;
  return stops;
}();

// The first place at `at` or behind it where a quantity or an address may begin, or the size of the text.
std::size_t next_stop(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[at + k]); };
  const std::size_t last = text.size() - std::min<std::size_t>(2, text.size());
  while (at < text.size()) {
    for (; at < last && byte(0) >= 0xE0; at += 3) {  // nearly all
      const std::uint8_t lead = kStartLeads[(byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu)];
      if (lead == byte(0) && three_byte_code_point(text, at) != 0) return at;
    }
    if (at >= text.size() || kStops[byte(0)]) return at;
    ++at;
  }
  return text.size();
}

// The end of the address that shows itself by "://", "www." or "@" at `offset`; 0 if it does not.
std::size_t skip_address(std::string_view text, std::size_t offset) {
  const bool address = has_at(text, offset, "://") || has_at(text, offset, "www.") || has_at(text, offset, "WWW.") ||
                       text[offset] == '@';
  if (!address) return 0;
  while (offset < text.size() && text[offset] > ' ' && text[offset] < 0x7F) ++offset;
  return offset;
}

// Calls `visit` with each quantity in turn until it returns true.
template <typename Visit>
void each_quantity(std::string_view text, const UnitTable& units, Visit visit) {
  std::size_t floor = 0;
  for (std::size_t at = next_stop(text, 0); at < text.size(); at = next_stop(text, at)) {
    if (static_cast<unsigned char>(text[at]) < 0x80 && !is_ascii_digit(text[at])) {
      const std::size_t end = skip_address(text, at);
      at = end != 0 ? end : at + 1;
      continue;
    }
    Reading reading = read_mention(text, at, floor, units);
    at = reading.next;
    if (!reading.mention) continue;
    floor = reading.mention->span.end;
    if (visit(*std::move(reading.mention))) return;
  }
}

}  // namespace

std::u32string_view chinese_numerals() { return kStarts; }

std::size_t find_numeral(std::string_view text, std::size_t from) {
  for (std::size_t at = next_stop(text, from); at < text.size(); at = next_stop(text, at + 1)) {
    if (static_cast<unsigned char>(text[at]) >= 0x80 || is_ascii_digit(text[at])) return at;
  }
  return std::string_view::npos;
}

std::vector<QuantityMention> find_quantities(std::string_view text, const UnitTable& units) {
  std::vector<QuantityMention> mentions;
  each_quantity(text, units, [&](QuantityMention&& mention) {
    mentions.push_back(std::move(mention));
    return false;
  });
  return mentions;
}

bool holds_quantity(std::string_view text, const UnitTable& units) {
  bool holds = false;
  each_quantity(text, units, [&](const QuantityMention&) { return holds = true; });
  return holds;
}

std::optional<Quantity> read_quantity(std::string_view surface, const UnitTable& units) {
  std::vector<QuantityMention> mentions = find_quantities(surface, units);
  if (mentions.size() != 1 || mentions[0].span != Span{0, surface.size()}) return std::nullopt;
  return std::move(mentions[0].quantity);
}

Quantity in_canonical_unit(Quantity quantity) {
  if (!quantity.unit) return quantity;
  quantity.value = quantity.value * quantity.unit->factor;
  if (quantity.high) quantity.high = *quantity.high * quantity.unit->factor;
  quantity.unit->factor = Number(1);
  return quantity;
}

std::optional<Quantity> convert(const Quantity& quantity, const Unit& to) {
  // The symbol is canonical, so two units that can be converted have the same; counters differ in it.
  if (!quantity.unit || quantity.unit->dimension != to.dimension || quantity.unit->symbol != to.symbol) {
    return std::nullopt;
  }
  Quantity converted = quantity;
  const Number factor = quantity.unit->factor / to.factor;
  converted.value = quantity.value * factor;
  if (quantity.high) converted.high = *quantity.high * factor;
  converted.unit = to;
  return converted;
}

}  // namespace mubiao
