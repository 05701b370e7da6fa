#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "mubiao/read.h"

namespace mubiao {

/// The text that is read from a page, or the code of the error.
inline std::string text_of_page(std::string page, ReadOptions options = {}) {
  options.format = Format::kHtml;
  const Result<Document> document = read_document("a.html", std::move(page), options);
  return document ? document->text() : document.error().at(0).code;
}

}  // namespace mubiao
