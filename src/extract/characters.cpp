// Characters as UTF-8. Door: to_utf8.
#include "extract/characters.h"

namespace mubiao {

std::string to_utf8(char32_t c) {
  std::string out;
  const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) add(0xE0 | c >> 12);
    if (c >= 0x10000) add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 0x3F));
    add(0x80 | (c >> 6 & 0x3F));
  }
  if (c >= 0x80) add(0x80 | (c & 0x3F));
  return out;
}

}  // namespace mubiao
