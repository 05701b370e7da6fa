// Quantities in text. The door is find_quantities: a byte scan that stops at ASCII digits and at the few hundred
// bytes patterns that may start a Chinese numeral, and hands every such place to read_mention.

#include "mubiao/quantity.h"

#include <array>
#include <cstdint>
#include <utility>

#include "measure/characters.h"
#include "measure/mention.h"

namespace mubiao {
namespace {

// Everything that a quantity may start with. 零 is here for 零点五; a sign, 数 or 上 in front is found looking back.
constexpr char32_t kStarts[] = U"零〇一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億兆半翻";

constexpr std::array<bool, 0x10000> kStartsQuantity = [] {
  std::array<bool, 0x10000> starts{};
  for (const char32_t c : kStarts) {
    if (c != 0) starts[c] = true;
  }
  return starts;
}();

enum class Stop : std::uint8_t { kNone, kDigit, kThreeBytes, kAddress };

// What a first byte may be. Addresses are stopped at, so that the digits in them are not read.
constexpr std::array<Stop, 256> kStops = [] {
  std::array<Stop, 256> stops{};
  for (int c = '0'; c <= '9'; ++c) stops[static_cast<std::size_t>(c)] = Stop::kDigit;
  for (const char32_t c : kStarts) {
    if (c != 0) stops[0xE0 | c >> 12] = Stop::kThreeBytes;
  }
  stops['@'] = stops[':'] = stops['w'] = stops['W'] = Stop::kAddress;
  return stops;
}();

bool starts_quantity(std::string_view text, std::size_t offset) {
  return kStartsQuantity[three_byte_code_point(text, offset)];
}

// The end of the address that shows itself by "://", "www." or "@" at `offset`; 0 if it does not.
std::size_t skip_address(std::string_view text, std::size_t offset) {
  const bool address = has_at(text, offset, "://") || has_at(text, offset, "www.") || has_at(text, offset, "WWW.") ||
                       text[offset] == '@';
  if (!address) return 0;
  while (offset < text.size() && text[offset] > ' ' && text[offset] < 0x7F) ++offset;
  return offset;
}

}  // namespace

std::size_t find_numeral(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const Stop stop = kStops[static_cast<unsigned char>(text[at])];
    if (stop == Stop::kDigit || (stop == Stop::kThreeBytes && starts_quantity(text, at))) return at;
  }
  return std::string_view::npos;
}

std::vector<QuantityMention> find_quantities(std::string_view text, const UnitTable& units) {
  std::vector<QuantityMention> mentions;
  std::size_t floor = 0;
  for (std::size_t at = 0; at < text.size();) {
    switch (kStops[static_cast<unsigned char>(text[at])]) {
      case Stop::kNone:
        ++at;
        continue;
      case Stop::kAddress:
        if (const std::size_t end = skip_address(text, at); end != 0) {
          at = end;
        } else {
          ++at;
        }
        continue;
      case Stop::kThreeBytes:
        if (!starts_quantity(text, at)) {
          at += code_point_length(text, at);
          continue;
        }
        break;
      case Stop::kDigit:
        break;
    }
    Reading reading = read_mention(text, at, floor, units);
    at = reading.next;
    if (reading.mention) {
      floor = reading.mention->span.end;
      mentions.push_back(*std::move(reading.mention));
    }
  }
  return mentions;
}

std::optional<Quantity> read_quantity(std::string_view surface, const UnitTable& units) {
  std::vector<QuantityMention> mentions = find_quantities(surface, units);
  if (mentions.size() != 1 || mentions[0].span != Span{0, surface.size()}) return std::nullopt;
  return std::move(mentions[0].quantity);
}

Quantity in_canonical_unit(const Quantity& quantity) {
  if (!quantity.unit) return quantity;
  Quantity converted = quantity;
  converted.value = quantity.value * quantity.unit->factor;
  if (quantity.high) converted.high = *quantity.high * quantity.unit->factor;
  converted.unit->factor = Number(1);
  return converted;
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
