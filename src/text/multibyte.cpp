// GB18030 (with GBK and GB2312 inside it) and Big5. ICU fills a table of all two-byte characters once; decoding is
// then one look-up a character, and the length of every character in the file is known without asking ICU for offsets.
#include <unicode/ucnv.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "text/damaged_fonts.h"
#include "text/decoder.h"

namespace mubiao {

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

constexpr char32_t kUnmapped = 0xFFFD;
constexpr std::size_t kFirstLead = 0x81;
constexpr std::size_t kLeads = 0xFF - kFirstLead;
constexpr std::size_t kFirstTrail = 0x40;
constexpr std::size_t kTrails = 0xFF - kFirstTrail;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// The one character that `bytes` is in the converter's encoding, or kUnmapped.
char32_t convert_one(UConverter* converter, const char* bytes, std::size_t length) {
  if (converter == nullptr) return kUnmapped;
  std::array<UChar, 8> units;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_reset(converter);
  const auto n = ucnv_toUChars(converter, units.data(), static_cast<std::int32_t>(units.size()), bytes,
                               static_cast<std::int32_t>(length), &status);
  if (U_FAILURE(status)) return kUnmapped;
  if (n == 1 && !U16_IS_SURROGATE(units[0]) && units[0] != 0x1A) return static_cast<char32_t>(units[0]);
  if (n == 2 && U16_IS_LEAD(units[0]) && U16_IS_TRAIL(units[1]))
    return static_cast<char32_t>(U16_GET_SUPPLEMENTARY(units[0], units[1]));
  return kUnmapped;
}

class TwoByteTable {
 public:
  /// `wider`: an encoding that has more characters where the first one has room for private use.
  explicit TwoByteTable(const char* name, const char* wider = nullptr) : table_(kLeads * kTrails, kUnmapped) {
    const Converter converter = open_converter(name);
    const Converter more = wider == nullptr ? nullptr : open_converter(wider);
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const std::array<char, 2> pair = {static_cast<char>(kFirstLead + i / kTrails),
                                        static_cast<char>(kFirstTrail + i % kTrails)};
      table_[i] = convert_one(converter.get(), pair.data(), pair.size());
      if (more == nullptr || !(table_[i] == kUnmapped || is_private_use(table_[i]))) continue;
      const char32_t other = convert_one(more.get(), pair.data(), pair.size());
      if (other != kUnmapped) table_[i] = other;
    }
  }
  /// kUnmapped also for bytes that are no lead or no trail.
  char32_t find(std::uint8_t lead, std::uint8_t trail) const {
    if (lead < kFirstLead || lead == 0xFF || trail < kFirstTrail || trail == 0xFF) return kUnmapped;
    return table_[(lead - kFirstLead) * kTrails + (trail - kFirstTrail)];
  }

 private:
  std::vector<char32_t> table_;
};

std::uint8_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }
bool is_lead(std::uint8_t byte) { return byte >= kFirstLead && byte != 0xFF; }
bool is_digit(std::uint8_t byte) { return byte >= '0' && byte <= '9'; }

// A pair that is no character: an ASCII second byte stays text, so that one lost byte does not eat a line end.
void put_pair(char32_t character, std::uint8_t trail, std::size_t& i, Decoded& out) {
  if (character != kUnmapped) {
    out.put(character, 2);
    i += 2;
  } else {
    const std::size_t length = trail < 0x80 ? 1 : 2;
    out.put_broken(length);
    i += length;
  }
}

bool is_four_byte(std::string_view bytes, std::size_t i) {
  return bytes.size() - i >= 4 && is_digit(byte_at(bytes, i + 1)) && is_lead(byte_at(bytes, i + 2)) &&
         is_digit(byte_at(bytes, i + 3));
}

}  // namespace

void decode_gb18030(std::string_view bytes, Decoded& out) {
  static const TwoByteTable table("gb18030");
  Converter four_byte;  // opened by the first character that needs it: most documents have none
  std::size_t i = 0;
  while (i < bytes.size()) {
    const std::uint8_t lead = byte_at(bytes, i);
    if (lead < 0x80) {
      out.put(lead, 1);
      ++i;
    } else if (lead == 0x80) {
      out.put(0x20AC, 1);  // the euro sign of code page 936
      ++i;
    } else if (i + 1 == bytes.size() || !is_lead(lead)) {
      out.put_broken(1);
      ++i;
    } else if (is_four_byte(bytes, i)) {
      if (four_byte == nullptr) four_byte = open_converter("gb18030");
      const char32_t character = convert_one(four_byte.get(), bytes.data() + i, 4);
      character != kUnmapped ? out.put(character, 4) : out.put_broken(4);
      i += 4;
    } else {
      put_pair(table.find(lead, byte_at(bytes, i + 1)), byte_at(bytes, i + 1), i, out);
    }
  }
}

void decode_big5(std::string_view bytes, Decoded& out) {
  static const TwoByteTable table("windows-950", "big5-hkscs");  // 邨 and 埗 of Hong Kong
  std::size_t i = 0;
  while (i < bytes.size()) {
    const std::uint8_t lead = byte_at(bytes, i);
    if (lead < 0x80) {
      out.put(lead, 1);
      ++i;
    } else if (i + 1 == bytes.size() || !is_lead(lead)) {
      out.put_broken(1);
      ++i;
    } else {
      put_pair(table.find(lead, byte_at(bytes, i + 1)), byte_at(bytes, i + 1), i, out);
    }
  }
}

}  // namespace mubiao
