#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mubiao/document.h"

namespace mubiao::read {

/// The header of HTTP that some programs save before the page; empty without one.
std::string_view http_header(std::string_view bytes);

/// What a page says that its encoding is, in its HTTP header, <meta> or <?xml ?>: as it is written there, or empty.
std::string_view declared_charset(std::string_view bytes);

/// The encoding of a page that has no byte order mark. Pages say what the template says they came from: what the bytes
/// say goes before it, where they say it.
struct Charset {
  std::optional<Encoding> encoding = std::nullopt;  // nothing: for decode() to find out
  std::string overruled = "";                       // what the page says, if it is not so
};
Charset find_charset(std::string_view bytes);

}  // namespace mubiao::read
