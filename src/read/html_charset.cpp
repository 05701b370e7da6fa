// The encoding of a page: what it says, and whether that is so.
//
// Doors: http_header, declared_charset, find_charset.

#include "read/html_charset.h"

#include <algorithm>

#include "text/characters.h"
#include "text/decoder.h"

namespace mubiao::read {
namespace {

// A page has it in its first kilobyte, HTML says; some have scripts before it.
constexpr std::size_t kLooksAt = std::size_t{64} << 10;

std::size_t find_ignoring_case(std::string_view text, std::string_view lower_case, std::size_t from = 0) {
  const auto found = std::search(text.begin() + std::ptrdiff_t(std::min(from, text.size())), text.end(),
                                 lower_case.begin(), lower_case.end(), EqualsAsciiLower());
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

/// The value behind `name`, "=" and perhaps a quote.
std::string_view value_behind(std::string_view text, std::string_view name) {
  for (std::size_t at = find_ignoring_case(text, name); at != std::string_view::npos;
       at = find_ignoring_case(text, name, at + 1)) {
    std::size_t i = at + name.size();
    const auto skip = [&](std::string_view these) { i = std::min(text.find_first_not_of(these, i), text.size()); };
    skip(" \t\r\n");
    if (i == text.size() || text[i] != '=') continue;
    ++i;
    skip(" \t\r\n\"'");
    std::size_t end = i;
    while (end < text.size() && (is_ascii_alnum(text[end]) || text[end] == '-' || text[end] == '_')) ++end;
    if (end > i) return text.substr(i, end - i);
  }
  return {};
}

std::string_view in_meta(std::string_view page) {
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    const std::string_view rest = page.substr(at);
    if (rest.starts_with("<!--")) {
      at = page.find("-->", at);
      if (at == std::string_view::npos) break;
    } else if (find_ignoring_case(rest.substr(0, 5), "<meta") == 0) {
      const std::string_view found = value_behind(rest.substr(0, rest.find('>')), "charset");
      if (!found.empty()) return found;
    }
    ++at;
  }
  return {};
}

bool is_ascii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

std::string_view http_header(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return {};
  const std::string_view front = bytes.substr(0, kLooksAt);
  for (const std::string_view end : {"\r\n\r\n", "\n\n"}) {
    const std::size_t found = front.find(end);
    if (found != std::string_view::npos) return front.substr(0, found + end.size());
  }
  return {};
}

std::string_view declared_charset(std::string_view bytes) {
  const std::string_view header = http_header(bytes);
  const std::size_t type = find_ignoring_case(header, "content-type:");
  if (type != std::string_view::npos) {
    const std::string_view line = header.substr(type, header.find('\n', type) - type);
    if (const std::string_view found = value_behind(line, "charset"); !found.empty()) return found;
  }
  const std::string_view page = bytes.substr(header.size(), kLooksAt);
  if (const std::string_view found = in_meta(page); !found.empty()) return found;
  return page.starts_with("<?xml") ? value_behind(page.substr(0, page.find("?>")), "encoding") : std::string_view();
}

Charset find_charset(std::string_view bytes) {
  const std::string_view name = declared_charset(bytes);
  const std::optional<Encoding> declared = parse_encoding(name);
  if (is_ascii(bytes) && bytes.find('\0') == std::string_view::npos) return {declared, ""};
  const Encoding found = detect_encoding(bytes);
  if (name.empty() || declared == found) return {found, ""};
  // GB18030 and Big5 read as each other: a few characters tell less than the page does.
  constexpr std::ptrdiff_t kEnough = 24;  // bytes
  const auto is_two_byte = [](Encoding encoding) {
    return encoding == Encoding::kGb18030 || encoding == Encoding::kBig5;
  };
  if (declared && is_two_byte(*declared) && is_two_byte(found) &&
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }) < kEnough) {
    return {declared, ""};
  }
  return {found, std::string(name)};
}

}  // namespace mubiao::read
