#pragma once

#include <map>
#include <string>
#include <string_view>

#include "mubiao/document.h"

namespace mubiao {

/// Text in an encoding: the other way round than decode(), by what that makes of each pair of bytes. Empty if a
/// character is in none of them.
inline std::string encoded(std::string_view text, Encoding encoding) {
  const auto table_of = [](Encoding two_byte) {
    std::map<std::string, std::string, std::less<>> table;
    for (int lead = 0x81; lead < 0xFF; ++lead) {
      std::string bytes;
      for (int trail = 0x40; trail < 0xFF; ++trail) {
        if (trail != 0x7F) bytes += {static_cast<char>(lead), static_cast<char>(trail), '\n'};
      }
      const auto document = decode("", bytes + std::string(20000, 'x'), two_byte);
      if (!document) continue;
      for (std::size_t i = 0; i < document->text().size();) {
        const std::size_t end = document->text().find('\n', i);
        if (end == std::string::npos) break;
        const std::string character = document->text().substr(i, end - i);
        table.emplace(character, slice(bytes, document->to_bytes({i, end})));
        i = end + 1;
      }
    }
    return table;
  };
  static const auto kGb = table_of(Encoding::kGb18030);
  static const auto kBig5 = table_of(Encoding::kBig5);

  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view character = text.substr(i, length);
    i += length;
    if (encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be) {  // of the basic plane
      unsigned unit = lead;
      if (length == 2) unit = (lead & 0x1Fu) << 6 | (character[1] & 0x3Fu);
      if (length == 3) unit = (lead & 0xFu) << 12 | (character[1] & 0x3Fu) << 6 | (character[2] & 0x3Fu);
      const std::string pair = {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
      out += encoding == Encoding::kUtf16Be ? pair : std::string(pair.rbegin(), pair.rend());
    } else if (encoding == Encoding::kUtf8 || length == 1) {
      out += character;
    } else {
      const auto& table = encoding == Encoding::kBig5 ? kBig5 : kGb;
      const auto found = table.find(character);
      if (found == table.end()) return {};
      out += found->second;
    }
  }
  return out;
}

}  // namespace mubiao
