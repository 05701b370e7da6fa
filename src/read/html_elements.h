#pragma once

#include <cstdint>
#include <string_view>

#include "read/html_parser.h"

namespace mubiao::read {

/// What an element is to the text of a page.
enum class HtmlElement : std::uint8_t {
  kInline,   // also what is not known
  kBlock,    // begins and ends a line
  kBreak,    // ends a line, and has no content
  kDropped,  // no text for people to read: scripts, form controls
  kFrame,    // another page
  kScript,
  kTitle,
  kLink,
  kRaised,  // sup
  kPreformatted,
  kHeading,
  kOrdered,  // list
  kUnordered,
  kItem,
  kTable,
  kTableHead,
  kRow,
  kHeadCell,
  kCell,
  kText,    // main, article: what the page is about, as it says itself
  kAround,  // nav, footer: what stands around that
};
HtmlElement html_element(std::string_view name);

/// What the attributes of an element say of it.
enum class HtmlRegion : std::uint8_t {
  kNone,
  kMaybeAround,  // by words in its class or id, which authors choose as they like
  kAround,       // by its element or role
};
HtmlRegion html_region(HtmlElement element, std::string_view name, const HtmlAttributes& attributes);
/// No browser shows it.
bool is_hidden(const HtmlAttributes& attributes);
/// The value of an attribute; empty without one.
std::string_view attribute(const HtmlAttributes& attributes, std::string_view name);
/// Leads to another page, or does something: not to a place on this page.
bool leads_away(const HtmlAttributes& link);
/// A CSS property of a style attribute has this value: `style_has(style, "display", "none")`.
bool style_has(std::string_view style, std::string_view property, std::string_view value);

}  // namespace mubiao::read
