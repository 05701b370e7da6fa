// Web pages: their bytes decoded, parsed, and cut down to their text.
//
// Door: read_html.

#include "read/html.h"

#include <algorithm>
#include <utility>

#include "read/html_charset.h"
#include "read/html_main.h"
#include "read/html_page.h"
#include "read/html_parser.h"
#include "text/decoder.h"

namespace mubiao::read {
namespace {

/// The page without what the parser takes for text or leaves out: marks such as <![if !supportLists]>, which Word
/// writes (<![endif]--> ends a comment); NUL; and white space that is none in XML.
std::string without_marks(std::string_view page) {
  constexpr std::string_view kOpens = "<![";
  constexpr std::size_t kLongest = 200;
  std::string out;
  out.reserve(page.size());
  while (!page.empty()) {
    const std::size_t at = std::min(page.find(kOpens), page.size());
    out += page.substr(0, at);
    page.remove_prefix(at);
    const std::size_t end = page.substr(0, kLongest).find('>');
    const bool is_mark = end != std::string_view::npos && page[end - 1] != '-';
    if (!is_mark) out += page.substr(0, kOpens.size());
    page.remove_prefix(is_mark ? end + 1 : std::min(kOpens.size(), page.size()));
  }
  std::erase(out, '\0');
  for (char& c : out) {
    if (c == '\f' || c == '\v') c = ' ';
  }
  return out;
}

Diagnostic problem_of(HtmlEnd end, const std::string& path) {
  switch (end) {
    case HtmlEnd::kNested:
      return problem("E-LIMIT", path, "elements are nested deeper than in any page", "is it a page?");
    case HtmlEnd::kAttributes:
      return problem("E-LIMIT", path, "an element has more attributes than in any page", "is it a page?");
    case HtmlEnd::kGivenUp:
      return problem("E-LIMIT", path, "libxml2 gave this page up", "is it a page?");
    case HtmlEnd::kEvents:
      return too_much_text(path);
    case HtmlEnd::kWhole:
    case HtmlEnd::kTime:
      break;
  }
  return problem("E-TIME", path, "reading this page took too long");
}

Diagnostic no_text(const HtmlPage& page, const std::string& path) {
  if (page.lines().size() > 0) {
    return problem("E-NOTEXT", path, "this page is menus and links, without a text of its own",
                   "save the page that one of its links leads to");
  }
  if (page.frames() > 0) {
    return problem("E-NOTEXT", path, "this page has no text: it shows other pages in frames",
                   "open it in a browser and save the page in the frame");
  }
  if (page.scripts() > 0) {
    return problem("E-NOTEXT", path, "this page has no text: scripts would put it there",
                   "open it in a browser and save it when the text is there");
  }
  return problem("E-NOTEXT", path, "this page has no text");
}

std::string without_spaces(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < text.size() && out.size() < most; ++i) {
    if (static_cast<unsigned char>(text[i]) > ' ') out += text[i];
  }
  return out;
}

/// The longest part of "Title_Section_Site", "Title - Site".
std::string own_part(std::string_view title) {
  std::string longest;
  while (!title.empty()) {
    std::size_t end = title.size();
    for (const std::string_view between : {"_", "|", " - ", " – ", " — ", "--", "——", "｜"}) {
      end = std::min(title.find(between), end);
    }
    const std::string_view part = title.substr(0, end);
    if (part.size() > longest.size()) longest = part;
    title.remove_prefix(std::min(title.size(), end + 1));
    while (!title.empty() && (static_cast<unsigned char>(title[0]) & 0xC0) == 0x80) title.remove_prefix(1);
  }
  return longest;
}

/// What <title> says, where the page itself does not say it: as the first line.
void add_title(const HtmlPage& page, std::string& text) {
  constexpr std::size_t kHead = 6000;  // bytes: what the title stands in, if it stands anywhere
  const bool has_title = std::any_of(page.lines().lines().begin(), page.lines().lines().end(),
                                     [](const HtmlLine& line) { return line.heading == 1 && !line.hidden; });
  HtmlLines lines;
  lines.append(page.title(), false, false);
  if (has_title || !lines.end_line({})) return;
  const std::string own = own_part(lines.text());
  if (without_spaces(text, kHead).find(without_spaces(own, kHead)) == std::string::npos) text.insert(0, own + '\n');
}

/// The page in UTF-8, and what is to be said of its encoding.
Result<Extracted> decoded_page(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  const std::string_view body = bytes.substr(http_header(bytes).size());
  const bool is_said = options.encoding || byte_order_mark(body);
  const Charset charset = is_said ? Charset{options.encoding, ""} : find_charset(bytes);
  const Result<Document> decoded = decode(path, body, charset.encoding);
  if (!decoded) return decoded.error();
  Extracted page{without_marks(decoded->text()), decoded->encoding(), decoded->warnings()};
  for (Diagnostic& warning : page.warnings) warning.where = {.file = path};  // places are of the text, not the page
  if (!charset.overruled.empty()) {
    page.warnings.push_back(problem(
        "W-ENCODING", path,
        "the page says that it is " + charset.overruled + ", but it is " + std::string(to_string(page.encoding)),
        "if it is not, say what it is with --encoding", Severity::kWarning));
  }
  return page;
}

}  // namespace

Result<Extracted> read_html(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  Result<Extracted> extracted = decoded_page(path, bytes, options);
  if (!extracted) return extracted;
  HtmlPage page(extracted->text.size(), options.max_text_bytes);
  const HtmlEnd end = parse_html(extracted->text, page, options.goes_on);
  if (end != HtmlEnd::kWhole) return problem_of(end, path);
  page.finish();
  extracted->text = main_text(page);
  if (extracted->text.empty()) return no_text(page, path);
  add_title(page, extracted->text);
  return extracted;
}

}  // namespace mubiao::read
