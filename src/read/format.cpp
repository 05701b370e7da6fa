// What kind of file this is: by what stands at its beginning, as browsers tell web pages from text.
//
// Door: format_of.

#include <algorithm>
#include <array>

#include "mubiao/read.h"
#include "read/html_charset.h"
#include "text/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kLooksAt = 1024;  // bytes

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

/// The first characters, of any encoding that has ASCII in it: without a byte order mark and the zeros of UTF-16.
std::string front_of(std::string_view bytes) {
  std::string front(bytes.substr(0, kLooksAt));
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (front.starts_with(mark)) {
      front.erase(0, mark.size());
      break;
    }
  }
  std::erase(front, '\0');
  return front;
}

// The elements that HTML's own rules for telling files apart name (https://mimesniff.spec.whatwg.org/), and those that
// a page saved in part begins with.
bool is_html(std::string_view front) {
  constexpr std::array<std::string_view, 20> kTags = {
      "<!doctype html", "<html",  "<head", "<script", "<iframe", "<h1", "<div",  "<font", "<table", "<a",
      "<style",         "<title", "<b",    "<body",   "<br",     "<p",  "<meta", "<link", "<span",  "<ul"};
  while (!front.empty()) {
    while (!front.empty() && is_html_space(front.front())) front.remove_prefix(1);
    const std::string_view end = front.starts_with("<!--") ? "-->" : front.starts_with("<?xml") ? "?>" : "";
    if (end.empty()) break;
    const std::size_t after = front.find(end);
    if (after == std::string_view::npos) return front.starts_with("<!--");
    front.remove_prefix(after + end.size());
  }
  return std::any_of(kTags.begin(), kTags.end(), [front](std::string_view tag) {
    return starts_with_ignoring_case(front, tag) &&
           (front.size() == tag.size() || is_html_space(front[tag.size()]) || front[tag.size()] == '>');
  });
}

}  // namespace

Format format_of(std::string_view bytes) {
  // Some write a line before the mark of a PDF, and readers of PDF look for it this far.
  if (bytes.substr(0, kLooksAt).find("%PDF-") != std::string_view::npos) return Format::kPdf;
  if (bytes.starts_with("PK\x03\x04")) return Format::kDocx;
  return is_html(front_of(bytes.substr(read::http_header(bytes).size()))) ? Format::kHtml : Format::kText;
}

}  // namespace mubiao
