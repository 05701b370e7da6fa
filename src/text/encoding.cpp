// Encodings: their names, byte order marks, and which one a file is in when nobody says.
// Doors: to_string, parse_encoding, byte_order_mark, detect_encoding.
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "text/decoder.h"

namespace mubiao {

namespace {

struct Name {
  std::string_view name;  // lower case, without '-' and '_'
  Encoding encoding;
};
constexpr std::array kNames = {
    Name{"utf8", Encoding::kUtf8},       Name{"utf8sig", Encoding::kUtf8},       Name{"utf16", Encoding::kUtf16Le},
    Name{"utf16le", Encoding::kUtf16Le}, Name{"utf16be", Encoding::kUtf16Be},    Name{"unicode", Encoding::kUtf16Le},
    Name{"gb18030", Encoding::kGb18030}, Name{"gbk", Encoding::kGb18030},        Name{"gb2312", Encoding::kGb18030},
    Name{"cp936", Encoding::kGb18030},   Name{"windows936", Encoding::kGb18030}, Name{"euccn", Encoding::kGb18030},
    Name{"big5", Encoding::kBig5},       Name{"big5hkscs", Encoding::kBig5},     Name{"cp950", Encoding::kBig5},
    Name{"windows950", Encoding::kBig5},
};

// Detection looks at the front of a file only: enough to be sure of, and the cost does not grow with the file.
constexpr std::size_t kSample = 64 * 1024;

// True if `end` is the first bytes of a longer sequence and no more.
bool is_cut_off(std::string_view end) {
  const auto lead = static_cast<std::uint8_t>(end[0]);
  const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  return end.size() < length && std::all_of(end.begin() + 1, end.end(), [](char c) { return (c & 0xC0) == 0x80; });
}

// Three-byte sequences decide for UTF-8. Two-byte ones prove nothing: a fifth of GB2312's pairs look like one.
bool is_mostly_utf8(std::string_view bytes, std::size_t valid_prefix) {
  if (valid_prefix == bytes.size()) return true;
  std::size_t three_byte = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes.substr(i));
    // A file that was cut off inside a character is no less UTF-8 for that.
    if (length == 0 && three_byte > 0 && is_cut_off(bytes.substr(i))) break;
    three_byte += length == 3;
    broken += length == 0;
    i += std::max<std::size_t>(length, 1);
  }
  return broken == 0 || broken * 4 <= three_byte;
}

// How much of the sample reads as Chinese or English text in UTF-16 of one byte order.
struct Utf16Reading {
  std::size_t plausible = 0;
  std::size_t telling = 0;  // ASCII and CJK punctuation: rare by accident
};

Utf16Reading read_as_utf16(std::string_view bytes, bool big_endian) {
  Utf16Reading reading;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto high = static_cast<std::uint8_t>(bytes[i + (big_endian ? 0 : 1)]);
    const auto low = static_cast<std::uint8_t>(bytes[i + (big_endian ? 1 : 0)]);
    const bool ascii = high == 0 && ((low >= 0x20 && low < 0x7F) || low == '\n' || low == '\r' || low == '\t');
    const bool punctuation =
        (high == 0x30 && low < 0x30) || (high == 0xFF && low < 0x60) || (high == 0x20 && low < 0x40);
    const bool han = high >= 0x4E && high <= 0x9F;
    reading.telling += ascii || punctuation;
    reading.plausible += ascii || punctuation || han;
  }
  return reading;
}

/// How much of the two-byte characters of the sample are of those that texts are made of: the first level of GB2312 or
/// Big5, where characters stand by how often they are used, and punctuation. As the other one, or from UTF-16, they are
/// all over the plane.
struct TwoByteReading {
  std::size_t pairs = 0;
  std::size_t frequent = 0;
  std::size_t controls = 0;  // bytes that texts do not have, and half of what UTF-16 has may be
  bool is_clearer_than(const TwoByteReading& other) const {
    return frequent * other.pairs * 100 > other.frequent * pairs * 100 + 15 * pairs * other.pairs;
  }
  bool is_text() const { return controls == 0 && frequent * 10 > pairs * 6; }
};

bool is_frequent_gb(std::uint8_t lead, std::uint8_t trail) {
  return trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
}
bool is_frequent_big5(std::uint8_t lead, std::uint8_t trail) {
  const bool is_trail = (trail >= 0x40 && trail <= 0x7E) || trail >= 0xA1;
  return is_trail && ((lead >= 0xA4 && lead <= 0xC6) || lead == 0xA1 || lead == 0xA2);
}

template <typename IsFrequent>
TwoByteReading read_as_two_byte(std::string_view sample, IsFrequent is_frequent) {
  TwoByteReading reading;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const auto lead = static_cast<std::uint8_t>(sample[i]);
    reading.controls += lead < '\t' || (lead > '\r' && lead < ' ');
    if (lead < 0x80) continue;
    ++reading.pairs;
    if (i + 1 == sample.size()) break;
    const auto trail = static_cast<std::uint8_t>(sample[i + 1]);
    reading.frequent += is_frequent(lead, trail);
    if (trail >= 0x40) ++i;  // else the lead byte is broken, or of four bytes: both are rare
  }
  return reading;
}

/// `by_all`: also where nothing but Han characters speaks for it, and nothing for another encoding.
std::optional<Encoding> guess_utf16(std::string_view sample, bool by_all) {
  const std::size_t units = sample.size() / 2;
  const Utf16Reading le = read_as_utf16(sample, false);
  const Utf16Reading be = read_as_utf16(sample, true);
  const Utf16Reading& better = le.plausible >= be.plausible ? le : be;
  if (units == 0 || sample.size() % 2 != 0 || better.plausible * 10 < units * 9) return std::nullopt;
  const bool tells = better.telling * 50 >= units;
  const bool is_other = !by_all || read_as_two_byte(sample, is_frequent_gb).is_text() ||
                        read_as_two_byte(sample, is_frequent_big5).is_text();
  if (!tells && is_other) return std::nullopt;
  return &better == &le ? Encoding::kUtf16Le : Encoding::kUtf16Be;
}

std::size_t broken_in(Encoding encoding, std::string_view sample) { return decode_as(encoding, sample, 0).broken; }

// Where both encodings read the bytes as frequent characters, and break nowhere, the word of ICU's detector counts.
Encoding guess_two_byte(std::string_view sample) {
  const TwoByteReading gb = read_as_two_byte(sample, is_frequent_gb);
  const TwoByteReading big5 = read_as_two_byte(sample, is_frequent_big5);
  if (gb.is_clearer_than(big5)) return Encoding::kGb18030;
  if (big5.is_clearer_than(gb)) return Encoding::kBig5;
  const std::size_t gb_broken = broken_in(Encoding::kGb18030, sample);
  const std::size_t big5_broken = broken_in(Encoding::kBig5, sample);
  if (gb_broken * 2 + 1 < big5_broken) return Encoding::kGb18030;
  if (big5_broken * 2 + 1 < gb_broken) return Encoding::kBig5;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status), ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    if (name == "GB18030") return Encoding::kGb18030;
    if (name == "Big5") return Encoding::kBig5;
  }
  return Encoding::kGb18030;
}

}  // namespace

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "utf-8";
    case Encoding::kUtf16Le:
      return "utf-16le";
    case Encoding::kUtf16Be:
      return "utf-16be";
    case Encoding::kGb18030:
      return "gb18030";
    case Encoding::kBig5:
      return "big5";
  }
  return "utf-8";
}

std::optional<Encoding> parse_encoding(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  const auto* found = std::find_if(kNames.begin(), kNames.end(), [&](const Name& row) { return row.name == key; });
  return found == kNames.end() ? std::nullopt : std::optional(found->encoding);
}

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::array<std::pair<std::string_view, Encoding>, 4> kMarks = {{
      {"\xEF\xBB\xBF"sv, Encoding::kUtf8},
      {"\xFF\xFE"sv, Encoding::kUtf16Le},
      {"\xFE\xFF"sv, Encoding::kUtf16Be},
      {"\x84\x31\x95\x33"sv, Encoding::kGb18030},
  }};
  for (const auto& [mark, encoding] : kMarks) {
    if (bytes.substr(0, mark.size()) == mark) return ByteOrderMark{encoding, mark.size()};
  }
  return std::nullopt;
}

Encoding detect_encoding(std::string_view bytes, std::optional<std::size_t>* valid_utf8) {
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.find('\0') != std::string_view::npos) {
    if (const auto utf16 = guess_utf16(sample, false)) return *utf16;
  }
  const std::size_t valid_prefix = utf8_valid_prefix(bytes);
  if (valid_utf8 != nullptr) *valid_utf8 = valid_prefix;
  if (is_mostly_utf8(bytes, valid_prefix)) return Encoding::kUtf8;
  if (const auto utf16 = guess_utf16(sample, true)) return *utf16;
  return guess_two_byte(sample);
}

}  // namespace mubiao
