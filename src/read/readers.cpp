// Which reader a format has.
//
// Door: reader_of.

#include "read/readers.h"

#include "read/docx.h"
#include "read/pdf.h"

namespace mubiao::read {

Reader reader_of(Format format) {
  switch (format) {
    case Format::kDocx:
      return read_docx;
    case Format::kText:
    case Format::kHtml:
      break;
    case Format::kPdf:
      return read_pdf;
  }
  return nullptr;
}

}  // namespace mubiao::read
