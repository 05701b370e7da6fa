// What elements and attributes of HTML mean for the text of a page.
//
// Doors: html_element, html_region, is_hidden, attribute, leads_away, style_has.

#include "read/html_elements.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/characters.h"

namespace mubiao::read {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() <= ' ' && text.front() >= 0)) text.remove_prefix(1);
  while (!text.empty() && (text.back() <= ' ' && text.back() >= 0)) text.remove_suffix(1);
  return text;
}

const HtmlAttribute* find(const HtmlAttributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [name](const HtmlAttribute& each) { return each.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

// Landmarks of WAI-ARIA, https://www.w3.org/TR/wai-aria/#landmark_roles, and what is neither text nor shown at once.
constexpr std::array<std::string_view, 13> kRolesAround = {
    "navigation", "banner",     "contentinfo", "search", "menu",   "menubar",      "toolbar",
    "tablist",    "breadcrumb", "dialog",      "alert",  "button", "complementary"};
constexpr std::array<std::string_view, 20> kWordsAround = {
    "nav",        "navbar",      "navigation", "menu",    "submenu", "footer",   "foot",
    "breadcrumb", "breadcrumbs", "crumb",      "sidebar", "share",   "sharebox", "crumbs",
    "copyright",  "toolbar",     "pagination", "pager",   "related", "banner"};

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view each) { return equals_ignoring_case(word, each); });
}

/// A word of a class or an id: "page-footer" and "page_footer" have two, "footnote" has one.
bool has_word_around(std::string_view names) {
  for (std::size_t at = 0; at < names.size();) {
    std::size_t end = at;
    while (end < names.size() && is_ascii_letter(names[end])) ++end;
    if (is_one_of(names.substr(at, end - at), kWordsAround)) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

}  // namespace

HtmlElement html_element(std::string_view name) {
  using enum HtmlElement;
  static const std::unordered_map<std::string_view, HtmlElement> kElements = {
      {"address", kBlock},
      {"blockquote", kBlock},
      {"body", kBlock},
      {"caption", kBlock},
      {"center", kBlock},
      {"dd", kBlock},
      {"details", kBlock},
      {"dir", kUnordered},
      {"div", kBlock},
      {"dl", kBlock},
      {"dt", kBlock},
      {"fieldset", kBlock},
      {"figcaption", kBlock},
      {"figure", kBlock},
      {"form", kBlock},
      {"frameset", kBlock},
      {"head", kBlock},
      {"hgroup", kBlock},
      {"html", kBlock},
      {"legend", kBlock},
      {"p", kBlock},
      {"section", kBlock},
      {"summary", kBlock},
      {"tbody", kBlock},
      {"tfoot", kBlock},
      {"br", kBreak},
      {"hr", kBreak},
      {"applet", kDropped},
      {"audio", kDropped},
      {"button", kDropped},
      {"canvas", kDropped},
      {"datalist", kDropped},
      {"input", kDropped},
      {"map", kDropped},
      {"math", kDropped},
      {"meter", kDropped},
      {"noframes", kDropped},
      {"noscript", kDropped},
      {"object", kDropped},
      {"optgroup", kDropped},
      {"option", kDropped},
      {"progress", kDropped},
      {"select", kDropped},
      {"style", kDropped},
      {"svg", kDropped},
      {"template", kDropped},
      {"textarea", kDropped},
      {"video", kDropped},
      {"frame", kFrame},
      {"iframe", kFrame},
      {"script", kScript},
      {"title", kTitle},
      {"a", kLink},
      {"sup", kRaised},
      {"listing", kPreformatted},
      {"plaintext", kPreformatted},
      {"pre", kPreformatted},
      {"xmp", kPreformatted},
      {"h1", kHeading},
      {"h2", kHeading},
      {"h3", kHeading},
      {"h4", kHeading},
      {"h5", kHeading},
      {"h6", kHeading},
      {"ol", kOrdered},
      {"ul", kUnordered},
      {"li", kItem},
      {"table", kTable},
      {"thead", kTableHead},
      {"tr", kRow},
      {"th", kHeadCell},
      {"td", kCell},
      {"article", kText},
      {"main", kText},
      {"aside", kAround},
      {"dialog", kAround},
      {"footer", kAround},
      {"header", kAround},
      {"menu", kAround},
      {"nav", kAround},
  };
  const auto found = kElements.find(name);
  return found == kElements.end() ? kInline : found->second;
}

HtmlRegion html_region(HtmlElement element, std::string_view name, const HtmlAttributes& attributes) {
  if (element == HtmlElement::kText || name == "html" || name == "body") return HtmlRegion::kNone;
  if (element == HtmlElement::kAround) return HtmlRegion::kAround;
  if (is_one_of(trimmed(attribute(attributes, "role")), kRolesAround)) return HtmlRegion::kAround;
  const bool by_word = has_word_around(attribute(attributes, "class")) || has_word_around(attribute(attributes, "id"));
  return by_word ? HtmlRegion::kMaybeAround : HtmlRegion::kNone;
}

std::string_view attribute(const HtmlAttributes& attributes, std::string_view name) {
  const HtmlAttribute* found = find(attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool style_has(std::string_view style, std::string_view property, std::string_view value) {
  constexpr std::size_t kLongest = 4096;
  style = style.substr(0, kLongest);
  while (!style.empty()) {
    const std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(declaration.size() + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    if (!equals_ignoring_case(trimmed(declaration.substr(0, colon)), property)) continue;
    std::string_view of_style = declaration.substr(colon + 1);
    of_style = trimmed(of_style.substr(0, of_style.find('!')));
    if (equals_ignoring_case(of_style, value)) return true;
  }
  return false;
}

bool is_hidden(const HtmlAttributes& attributes) {
  if (attributes.empty()) return false;
  const std::string_view style = attribute(attributes, "style");
  return find(attributes, "hidden") != nullptr || style_has(style, "display", "none") ||
         style_has(style, "visibility", "hidden") || style_has(style, "mso-hide", "all");
}

bool leads_away(const HtmlAttributes& link) {
  const std::string_view target = trimmed(attribute(link, "href"));
  const bool is_place = target.size() > 1 && target[0] == '#';
  return !is_place && (!target.empty() || find(link, "onclick") != nullptr);
}

}  // namespace mubiao::read
