// The bytes of a file to a document: each format has its reader, and what a reader gives is decoded as any text.
//
// Door: read_document.

#include "mubiao/read.h"

#include <utility>

#include "read/readers.h"

namespace mubiao {

Result<Document> read_document(std::string path, std::string bytes, const ReadOptions& options) {
  const Format format = options.format.value_or(format_of(bytes));
  const read::Reader reader = read::reader_of(format);
  if (reader == nullptr) return decode_owned(std::move(path), std::move(bytes), options.encoding);

  Result<read::Extracted> extracted = reader(path, bytes, options);
  if (!extracted) return extracted.error();
  const std::size_t file_bytes = bytes.size();
  std::string().swap(bytes);
  if (extracted->text.size() > options.max_text_bytes) return read::too_much_text(path);
  Result<Document> document = decode_owned(std::move(path), std::move(extracted->text), Encoding::kUtf8);
  if (!document) return document;
  return Document(std::move(*document), {format, file_bytes}, extracted->encoding, std::move(extracted->warnings));
}

}  // namespace mubiao
