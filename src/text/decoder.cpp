// Decoders: bytes of one encoding to UTF-8, with the exact way back for every character.
// The door is decode_as; the tables of the two-byte encodings are in multibyte.cpp.
#include "text/decoder.h"

#include <bit>
#include <cstdint>

#include "text/scan.h"

namespace mubiao {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The range of the second byte is what rules out overlong forms, surrogates and values above U+10FFFF.
struct Utf8Lead {
  std::size_t length;
  std::uint8_t second_min;
  std::uint8_t second_max;
};

Utf8Lead utf8_lead(std::uint8_t lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// Bytes at the front that are one character, or that one U+FFFD stands for (Unicode, section 3.9: maximal subpart).
struct Utf8Step {
  std::size_t length;
  bool valid;
};

Utf8Step utf8_step(std::string_view bytes) {
  const Utf8Lead lead = utf8_lead(byte_at(bytes, 0));
  if (lead.length <= 1) return {1, lead.length == 1};
  std::size_t n = 1;
  while (n < lead.length && n < bytes.size()) {
    const std::uint8_t byte = byte_at(bytes, n);
    const bool fits = n == 1 ? byte >= lead.second_min && byte <= lead.second_max : is_continuation(byte);
    if (!fits) break;
    ++n;
  }
  return {n, n == lead.length};
}

// The border of a character at or behind `i`, another border: what stands between is well-formed. Tells ASCII and the
// leads of three bytes that any two bytes may follow, most of any document we read, sixteen bytes at a time.
std::size_t skip_common(std::string_view bytes, std::size_t i) {
  constexpr std::size_t kStep = sizeof(scan::Bytes);
  const auto behind = [](std::uint32_t leads) { return leads << 1 | leads << 2; };
  std::uint32_t open = 0;  // which of the next bytes have to go on with a character: 0, 1, or 3 for two of them
  for (; i + kStep <= bytes.size(); i += kStep) {
    const auto byte = [](int c) { return static_cast<std::int8_t>(c); };
    const scan::Bytes sixteen = scan::load_bytes(bytes, i);
    const std::uint32_t others = scan::mask_of(sixteen < byte(0xC0));
    const std::uint32_t leads =
        scan::mask_of((sixteen > byte(0xE0)) & ~(sixteen > byte(0xEF)) & (sixteen != byte(0xED)));
    const std::uint32_t expected = open | behind(leads);
    const std::uint32_t bad = ((expected & 0xFFFF) ^ others) | ((others | leads) ^ scan::mask_of(sixteen));
    if (bad != 0) {
      const int good = std::countr_zero(bad);
      open = (open | behind(leads & ((1u << good) - 1))) >> good;
      i += good;
      break;
    }
    open = expected >> kStep;
  }
  return i - (open == 0 ? 0 : open == 1 ? 2 : 1);
}

void decode_utf8(std::string_view bytes, Decoded& out) {
  while (!bytes.empty()) {
    const std::size_t valid = utf8_valid_prefix(bytes);
    out.text.append(bytes.substr(0, valid));
    out.to_bytes.append_copy(valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    const std::size_t broken = utf8_step(bytes).length;
    out.put_broken(broken);
    bytes.remove_prefix(broken);
  }
}

void decode_utf16(std::string_view bytes, bool big_endian, Decoded& out) {
  const auto unit_at = [&](std::size_t i) {
    const char32_t first = byte_at(bytes, i);
    const char32_t second = byte_at(bytes, i + 1);
    return big_endian ? (first << 8 | second) : (second << 8 | first);
  };
  const auto is_high = [](char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
  std::size_t i = 0;
  while (bytes.size() - i >= 2) {
    const char32_t unit = unit_at(i);
    if (is_high(unit) && bytes.size() - i >= 4 && is_low(unit_at(i + 2))) {
      out.put(0x10000 + ((unit - 0xD800) << 10) + (unit_at(i + 2) - 0xDC00), 4);
      i += 4;
    } else {
      is_high(unit) || is_low(unit) ? out.put_broken(2) : out.put(unit, 2);
      i += 2;
    }
  }
  if (i < bytes.size()) out.put_broken(bytes.size() - i);
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view bytes) {
  const Utf8Step step = utf8_step(bytes);
  return step.valid ? step.length : 0;
}

std::size_t utf8_valid_prefix(std::string_view bytes) {
  const auto is_common_three = [&](std::size_t i) {
    return byte_at(bytes, i) > 0xE0 && byte_at(bytes, i) < 0xED && is_continuation(byte_at(bytes, i + 1)) &&
           is_continuation(byte_at(bytes, i + 2));
  };
  std::size_t i = 0;
  while (i < bytes.size()) {
    i = skip_common(bytes, i);
    while (bytes.size() - i >= 3 && is_common_three(i)) i += 3;
    while (i < bytes.size() && byte_at(bytes, i) < 0x80) ++i;
    if (bytes.size() - i >= 3 && is_common_three(i)) continue;
    if (i == bytes.size()) break;
    const std::size_t length = utf8_sequence_length(bytes.substr(i));
    if (length == 0) break;
    i += length;
  }
  return i;
}

void Decoded::put(char32_t code_point, std::size_t source) {
  const std::size_t before = text.size();
  const auto append = [this](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    append(code_point);
  } else if (code_point < 0x800) {
    append(0xC0 | code_point >> 6);
    append(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    append(0xE0 | code_point >> 12);
    append(0x80 | (code_point >> 6 & 0x3F));
    append(0x80 | (code_point & 0x3F));
  } else {
    append(0xF0 | code_point >> 18);
    append(0x80 | (code_point >> 12 & 0x3F));
    append(0x80 | (code_point >> 6 & 0x3F));
    append(0x80 | (code_point & 0x3F));
  }
  to_bytes.append_scaled(1, text.size() - before, source);
}

void Decoded::put_broken(std::size_t source) {
  if (broken == 0) first_broken = text.size();
  ++broken;
  put(kReplacement, source);
}

Decoded decode_as(Encoding encoding, std::string_view bytes, std::size_t skipped) {
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  out.to_bytes.append_replace(0, skipped);
  switch (encoding) {
    case Encoding::kUtf8:
      decode_utf8(bytes, out);
      break;
    case Encoding::kUtf16Le:
      decode_utf16(bytes, false, out);
      break;
    case Encoding::kUtf16Be:
      decode_utf16(bytes, true, out);
      break;
    case Encoding::kGb18030:
      decode_gb18030(bytes, out);
      break;
    case Encoding::kBig5:
      decode_big5(bytes, out);
      break;
  }
  return out;
}

}  // namespace mubiao
