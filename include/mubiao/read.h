#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "mubiao/diagnostic.h"
#include "mubiao/document.h"

namespace mubiao {

/// How to read a file.
struct ReadOptions {
  std::optional<Format> format = std::nullopt;      // else by its content
  std::optional<Encoding> encoding = std::nullopt;  // of text and HTML; else found out
  /// How much text may come out of a file that holds more than text, in bytes: a few kilobytes may unfold to anything.
  std::size_t max_text_bytes = std::size_t{256} << 20;
  /// Asked now and then by what may take long; no means that nobody wants the document any more.
  std::function<bool()> goes_on = {};
};

/// What kind of file this is, by its first bytes. What no other format claims is text, or for decode() to refuse.
Format format_of(std::string_view bytes);

/// The bytes of a file to a document, whatever the format. Of a format that holds more than text, the text is taken out
/// in reading order: paragraphs are lines, tables are lines of cells with tabs between them, pages end with a form
/// feed. Errors: those of decode(); and where the format is not text
///   E-FORMAT  the file is broken, or not what its first bytes say, or of a kind that is not read (a workbook)
///   E-LIMIT   it holds more than it may: text, parts, nesting
///   E-NOTEXT  it has no text of its own: a page of frames, of scripts, of nothing but links; or pages that are
///             pictures, as of a scanned document
///   E-TIME    `goes_on` said no, or a limit of the reader's own is over
///   E-TOOL    a program that the format is read with is not installed, or cannot be run
/// Warnings of the document, beside those of decode():
///   W-FORMAT  the file is damaged, and text may be missing
///   W-FONT    its fonts do not say which characters they have, or not of all
///   W-NOTEXT  some pages have no text; a note where they are few, for blank leaves are usual
///   W-PART    part of the file could not be read, and the text is without it
Result<Document> read_document(std::string path, std::string bytes, const ReadOptions& options = {});

}  // namespace mubiao
