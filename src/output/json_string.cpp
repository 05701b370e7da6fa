// Strings as JSON. Doors: append_json_string, is_plain.

#include "output/json_string.h"

#include <array>
#include <cstring>

#include "output/printable.h"
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

// Leads of characters of three bytes. As signed bytes, leads are below 0 and above continuations.
scan::Bytes is_lead(scan::Bytes bytes) { return (bytes < -16) ^ (bytes < -31); }
constexpr std::size_t kBefore = 2;  // bytes of such a character before its last
constexpr std::size_t kBlock = sizeof(scan::Bytes);

/// Whether sixteen bytes are ASCII without escapes, or of characters of three bytes that any two bytes may continue
/// (not ED, and E0 is taken for no lead): continued where a lead stands one or two bytes before, and nowhere else. They
/// need not end with a character.
bool is_plain_block(std::string_view text, std::size_t at) {
  const scan::Bytes bytes = scan::load_bytes(text, at);
  const scan::Bytes continued = is_lead(scan::load_bytes(text, at - 1)) | is_lead(scan::load_bytes(text, at - 2));
  const scan::Bytes high = bytes < 0;
  const scan::Bytes odd = (high ^ (is_lead(bytes) | continued)) | ((bytes < -64) ^ continued) | (bytes == -19);
  const scan::Bytes marks = odd | (high ^ (bytes < ' ')) | (bytes == '"') | (bytes == '\\');
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &marks, sizeof marks);
  return (halves[0] | halves[1]) == 0;
}

}  // namespace

bool is_plain(std::string_view text) {
  if (text.empty()) return true;
  // The blocks at both ends are filled up with spaces.
  std::array<char, kBefore + 2 * kBlock> padded;
  const std::string_view block(padded.data(), padded.size());
  std::memset(padded.data(), ' ', padded.size());
  const bool is_short = text.size() <= kBlock;
  std::memcpy(padded.data() + kBefore, text.data(), is_short ? text.size() : kBlock);
  if (!is_plain_block(block, kBefore)) return false;
  if (is_short) return text.size() + kBefore <= kBlock || is_plain_block(block, kBefore + kBlock);

  std::size_t at = kBlock;
  for (; at + kBlock <= text.size(); at += kBlock) {
    if (!is_plain_block(text, at)) return false;
  }
  std::memset(padded.data(), ' ', padded.size());
  std::memcpy(padded.data(), text.data() + at - kBefore, text.size() - at + kBefore);
  return is_plain_block(block, kBefore);
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
