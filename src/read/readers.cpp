// Which reader a format has.
//
// Door: reader_of.

#include "read/readers.h"

namespace mubiao::read {

Reader reader_of(Format format) {
  switch (format) {
    case Format::kText:
    case Format::kHtml:
    case Format::kDocx:
    case Format::kPdf:
      break;
  }
  return nullptr;
}

}  // namespace mubiao::read
