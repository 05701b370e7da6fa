#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/offset_map.h"
#include "mubiao/span.h"

namespace mubiao {

enum class Encoding { kUtf8, kUtf16Le, kUtf16Be, kGb18030, kBig5 };

/// "utf-8", "utf-16le", "utf-16be", "gb18030", "big5".
std::string_view to_string(Encoding encoding);
/// Reads those names and usual variants (GBK, GB2312, UTF8, utf-16, …), without regard to case.
std::optional<Encoding> parse_encoding(std::string_view name);

/// What kind of file a document was read from. Of all but kText, the text of the document was extracted.
enum class Format { kText, kHtml, kDocx, kPdf };

/// "text", "html", "docx", "pdf".
std::string_view to_string(Format format);
/// Reads those names, without regard to case.
std::optional<Format> parse_format(std::string_view name);

/// What is known of the file that a text was extracted from.
struct Source {
  Format format = Format::kText;
  std::size_t bytes = 0;  // of the file
};

/// 1-based line, and 1-based column in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// A document as read: decoded to UTF-8, with the way back to the bytes of the file.
/// Lines end at LF, CR LF or CR. Offsets in the output of mubiao are file bytes; a BOM counts. Where the text was
/// extracted (a PDF, a web page), its UTF-8 bytes are what offsets, lines and columns count.
class Document {
 public:
  Document(std::string path, std::string text, OffsetMap to_bytes, Encoding encoding, std::vector<Diagnostic> warnings);
  /// The same document as one whose text was extracted from a file.
  Document(Document&& extracted, Source source, Encoding encoding, std::vector<Diagnostic> more_warnings);

  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }
  Format format() const { return source_.format; }
  /// Of the file, or of what it says in a file that holds more than text.
  Encoding encoding() const { return encoding_; }
  /// Of the file.
  std::size_t byte_size() const { return source_.bytes; }
  /// Problems that did not stop the reading, such as broken bytes that became U+FFFD.
  const std::vector<Diagnostic>& warnings() const { return warnings_; }

  /// The bytes in the file that this span of text() was decoded from.
  Span to_bytes(Span text) const { return to_bytes_.to_source(text); }
  /// Line and column of a byte offset into text(). Amortized cheap for rising offsets is not needed:
  /// O(log lines) plus the length of the line, with checkpoints so that one line of 100 MB is no trap.
  Position position(std::size_t text_offset) const;
  /// 1-based page, where the text has pages: of a PDF, or parted by form feeds, as programs that extract text leave
  /// them.
  std::optional<std::size_t> page(std::size_t text_offset) const;

 private:
  std::string path_;
  std::string text_;
  OffsetMap to_bytes_;
  Encoding encoding_;
  std::vector<Diagnostic> warnings_;
  Source source_;
  std::vector<std::size_t> page_ends_;  // the form feeds
  struct Checkpoint {
    std::size_t offset, line, column;
  };
  std::vector<Checkpoint> checkpoints_;  // every line start is not stored; a place every few hundred bytes is
};

/// Decodes the bytes of a file. `declared` overrides detection. Detection: BOM; else valid UTF-8; else
/// ICU's detector restricted to GB18030, Big5, UTF-16. Broken sequences become U+FFFD with one warning
/// that counts them and names the first place.
/// Errors (one Diagnostic): E-EMPTY (no bytes, or only white space), E-BINARY (NUL bytes or control
/// characters no text has: a PDF, an executable), E-ENCODING (what is no text in the declared encoding:
/// more than a tenth of the characters are broken).
Result<Document> decode(std::string path, std::string_view bytes, std::optional<Encoding> declared = std::nullopt);
/// The same for bytes that nobody needs any more: those of a UTF-8 file become the text without a copy.
Result<Document> decode_owned(std::string path, std::string bytes, std::optional<Encoding> declared = std::nullopt);

}  // namespace mubiao
