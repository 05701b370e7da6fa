// Makes any bytes safe to print as UTF-8. Texts are valid already (decoding saw to that); file names on
// Unix are any bytes at all.
//
// Door: printable.

#include "output/printable.h"

#include <cstdint>
#include <cstring>

namespace mubiao::output {
namespace {

std::size_t ascii_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::uint64_t word; end + sizeof word <= text.size(); end += sizeof word) {
    std::memcpy(&word, text.data() + end, sizeof word);
    if (word & 0x8080808080808080u) break;
  }
  while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) ++end;
  return end - at;
}

/// Length of the valid multi-byte sequence at `at`; 0 if there is none (stray or cut bytes, overlong
/// forms, surrogates, beyond U+10FFFF).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || text.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool outside = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
  return overlong || outside ? 0 : length;
}

std::size_t valid_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    end += ascii_run(text, end);
    if (end == text.size()) break;
    const std::size_t length = sequence_length(text, end);
    if (length == 0) break;
    end += length;
  }
  return end - at;
}

}  // namespace

std::string_view printable(std::string_view text, std::string& scratch) {
  std::size_t at = valid_run(text, 0);
  if (at == text.size()) return text;
  constexpr char kHex[] = "0123456789ABCDEF";
  scratch.assign(text.substr(0, at));
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at++]);
    scratch += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
    const std::size_t run = valid_run(text, at);
    scratch.append(text, at, run);
    at += run;
  }
  return scratch;
}

}  // namespace mubiao::output
