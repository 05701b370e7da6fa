// Makes any bytes safe to print as UTF-8. Texts are valid already (decoding saw to that); file names on
// Unix are any bytes at all.
//
// Doors: printable, without_controls.

#include "output/printable.h"

#include "text/decoder.h"

namespace mubiao::output {
namespace {

/// Length of the valid UTF-8 that begins at `begin`.
std::size_t valid_run(std::string_view text, std::size_t begin) { return utf8_valid_prefix(text.substr(begin)); }

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

std::string without_controls(std::string_view raw) {
  std::string scratch;
  const std::string_view text = printable(raw, scratch);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    if (c1 || (c < 0x20 && c != '\n') || c == 0x7F) {
      out += c == '\t' ? " " : "�";
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace mubiao::output
