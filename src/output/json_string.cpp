// Strings as JSON. Doors: append_json_string, is_plain.

#include "output/json_string.h"

#include "output/printable.h"
#include "text/decoder.h"
#include "text/scan.h"

namespace mubiao::output {
namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

std::size_t find_escaped(std::string_view text, std::size_t from) {
  return scan::find(
      text, from,
      [](std::uint64_t word) { return scan::below(word, 0x20) | scan::equal(word, '"') | scan::equal(word, '\\'); },
      needs_escape);
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  constexpr char kHex[] = "0123456789ABCDEF";
  out += '\\';
  if (const std::size_t at = kShort.find(c); at != std::string_view::npos) {
    out += kNames[at];
  } else {
    out.append("u00");
    out += {kHex[c >> 4], kHex[c & 15]};
  }
}

}  // namespace

bool is_plain(std::string_view text) {
  return find_escaped(text, 0) == text.size() && utf8_valid_prefix(text) == text.size();
}

void append_json_string(std::string& out, std::string_view text) {
  std::string scratch;
  text = printable(text, scratch);
  out += '"';
  std::size_t begin = 0;
  for (std::size_t at = find_escaped(text, 0); at < text.size(); at = find_escaped(text, begin)) {
    out.append(text, begin, at - begin);
    append_escaped(out, text[at]);
    begin = at + 1;
  }
  out.append(text, begin);
  out += '"';
}

}  // namespace mubiao::output
