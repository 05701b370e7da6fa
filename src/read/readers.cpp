// Which reader a format has.
//
// Door: reader_of.

#include "read/readers.h"

#include "read/html.h"

namespace mubiao::read {

Reader reader_of(Format format) {
  switch (format) {
    case Format::kHtml:
      return read_html;
    case Format::kText:
    case Format::kDocx:
    case Format::kPdf:
      break;
  }
  return nullptr;
}

}  // namespace mubiao::read
