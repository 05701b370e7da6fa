// Which reader a format has.
//
// Door: reader_of.

#include "read/readers.h"

#include "read/docx.h"
#include "read/html.h"
#include "read/pdf.h"

namespace mubiao::read {

Reader reader_of(Format format) {
  switch (format) {
    case Format::kHtml:
      return read_html;
    case Format::kDocx:
      return read_docx;
    case Format::kPdf:
      return read_pdf;
    case Format::kText:
      break;
  }
  return nullptr;
}

}  // namespace mubiao::read
