#pragma once

#include <string>

#include "read/html_page.h"

namespace mubiao::read {

/// The text of a page without what stands around it: menus, lists of links, footers. A line each, with its line end.
///
/// What is left out is lines that are links for the most part, parts of the page that say themselves that they are
/// around the text (<nav>, role="banner", words such as "menu" in a class), and short lines between these. What is
/// kept, wherever it stands: sentences, and lines that have a number with something counted, unless they are links.
/// Hidden text is out, unless the page has no other. Empty if nothing is left.
std::string main_text(const HtmlPage& page);

}  // namespace mubiao::read
