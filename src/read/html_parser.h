#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace mubiao::read {

struct HtmlAttribute {
  std::string_view name;  // lower case
  std::string_view value;
};
using HtmlAttributes = std::vector<HtmlAttribute>;

/// What a page is made of, in order. Starts and ends are balanced, whatever the page has. A no ends the parsing.
class HtmlEvents {
 public:
  virtual ~HtmlEvents() = default;
  virtual bool start(std::string_view name, const HtmlAttributes& attributes) = 0;
  virtual bool end() = 0;
  virtual bool text(std::string_view text) = 0;
};

/// How parsing ended.
enum class HtmlEnd {
  kWhole,
  kNested,      // elements in elements deeper than any page has
  kAttributes,  // an element with more attributes than any has
  kGivenUp,     // by the parser, for a limit of its own
  kEvents,      // the receiver of events said no
  kTime,        // `goes_on` said no, or the parser's own limit is over
};

/// Reads a page of UTF-8, without NUL. Memory follows the longest tag, not the page.
HtmlEnd parse_html(std::string_view page, HtmlEvents& events, const std::function<bool()>& goes_on);

}  // namespace mubiao::read
