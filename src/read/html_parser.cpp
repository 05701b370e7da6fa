// The parser of pages: libxml2's, asked for events, so that no tree is built and nothing is nested in the C stack.
// It has no files, no network and no entities but those of HTML.
//
// What it does at an end tag grows with the depth of the page, and at a start tag with the square of the attributes:
// both have limits, and so has the time. (It is not given the page piece by piece, as it could be: where a piece ends
// inside an attribute, libxml2 2.9 loses its place and keeps all that follows.)
//
// Door: parse_html.

#include "read/html_parser.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <chrono>
#include <climits>
#include <exception>
#include <memory>
#include <new>
#include <optional>

#include "text/characters.h"

namespace mubiao::read {
namespace {

constexpr std::size_t kDeepest = 1000;         // browsers stop at 512
constexpr std::size_t kMostAttributes = 2000;  // of one element
constexpr std::chrono::seconds kLongest{30};
constexpr std::size_t kEventsBetweenLooks = 1024;  // at the clock

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
  }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Between libxml2 and the receiver: an exception may not pass through C.
class Bridge {
 public:
  Bridge(HtmlEvents& events, const std::function<bool()>& goes_on) : events_(events), goes_on_(goes_on) {}
  void use(xmlParserCtxt* parser) { parser_ = parser; }

  void start(std::string_view name, const xmlChar** attributes) {
    attributes_.clear();
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      attributes_.push_back({view(attributes[0]), view(attributes[1])});
    }
    if (++depth_ > kDeepest) stop(HtmlEnd::kNested);
    call([&] { return events_.start(name, attributes_); });
  }
  void end() {
    if (depth_ == 0) return;
    --depth_;
    call([&] { return events_.end(); });
  }
  void text(std::string_view text) {
    call([&] { return events_.text(text); });
  }

  std::optional<HtmlEnd> ended() const { return ended_; }
  void rethrow() const {
    if (exception_) std::rethrow_exception(exception_);
  }

 private:
  template <typename Event>
  void call(Event event) {
    if (ended_) return;
    try {
      if (!event()) stop(HtmlEnd::kEvents);
      if (++calls_ % kEventsBetweenLooks != 0) return;
      if ((goes_on_ && !goes_on_()) || std::chrono::steady_clock::now() > deadline_) stop(HtmlEnd::kTime);
    } catch (...) {
      exception_ = std::current_exception();
      stop(HtmlEnd::kEvents);
    }
  }
  void stop(HtmlEnd end) {
    if (!ended_) ended_ = end;
    xmlStopParser(parser_);
  }

  HtmlEvents& events_;
  const std::function<bool()>& goes_on_;
  xmlParserCtxt* parser_ = nullptr;
  HtmlAttributes attributes_;
  std::size_t depth_ = 0;
  std::size_t calls_ = 0;
  std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::now() + kLongest;
  std::optional<HtmlEnd> ended_;
  std::exception_ptr exception_;
};

xmlSAXHandler handlers() {
  xmlSAXHandler sax{};
  sax.startElement = [](void* bridge, const xmlChar* name, const xmlChar** attributes) {
    static_cast<Bridge*>(bridge)->start(view(name), attributes);
  };
  sax.endElement = [](void* bridge, const xmlChar*) { static_cast<Bridge*>(bridge)->end(); };
  sax.characters = [](void* bridge, const xmlChar* text, int size) {
    static_cast<Bridge*>(bridge)->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  };
  sax.ignorableWhitespace = sax.characters;  // between two words it is none
  return sax;
}

/// Behind the tag that begins at `at`, or nothing if it has too many attributes. A '>' in quotes ends no tag.
std::optional<std::size_t> behind_tag(std::string_view page, std::size_t at) {
  std::size_t attributes = 0;
  char last = 0;  // that is no space; ' ' between attributes
  for (++at; at < page.size() && page[at] != '>'; ++at) {
    const char c = page[at];
    if ((c == '"' || c == '\'') && last == '=') {
      at = std::min(page.find(c, at + 1), page.size() - 1);
      last = c;
    } else if (c == '"' || c == '\'' || c == '/' || static_cast<unsigned char>(c) <= ' ') {
      if (last != '=') last = ' ';
    } else {
      if (last == ' ' || last == '"' || last == '\'') ++attributes;
      last = c;
    }
    if (attributes > kMostAttributes) return std::nullopt;
  }
  return at;
}

bool has_too_many_attributes(std::string_view page) {
  for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
    const std::string_view rest = page.substr(at);
    if (rest.starts_with("<!--")) {
      at = page.find("-->", at + 4);
    } else if (rest.size() > 1 && (is_ascii_letter(rest[1]) || rest[1] == '_' || rest[1] == ':')) {
      const std::optional<std::size_t> behind = behind_tag(page, at);
      if (!behind) return true;
      at = *behind;
      for (const std::string_view raw : {"script", "style"}) {  // what stands there is no tag
        if (starts_with_ignoring_case(rest.substr(1), raw)) at = page.find("</", at);
      }
    } else {
      ++at;
    }
  }
  return false;
}

}  // namespace

HtmlEnd parse_html(std::string_view page, HtmlEvents& events, const std::function<bool()>& goes_on) {
  static const bool initialized = (xmlInitParser(), true);  // once, before threads share what it sets up
  static_cast<void>(initialized);
  if (page.empty()) return HtmlEnd::kWhole;
  if (page.size() > INT_MAX / 2 || has_too_many_attributes(page)) return HtmlEnd::kAttributes;
  Bridge bridge(events, goes_on);
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
  if (parser == nullptr) throw std::bad_alloc();
  bridge.use(parser.get());
  *parser->sax = handlers();
  parser->userData = &bridge;
  parser->charset = XML_CHAR_ENCODING_UTF8;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED |
                                       HTML_PARSE_IGNORE_ENC | HTML_PARSE_RECOVER);
  parser->options |= XML_PARSE_HUGE;  // limits of length are ours
  htmlParseDocument(parser.get());
  bridge.rethrow();
  if (parser->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  if (!bridge.ended() && parser->disableSAX != 0) return HtmlEnd::kGivenUp;
  return bridge.ended().value_or(HtmlEnd::kWhole);
}

}  // namespace mubiao::read
