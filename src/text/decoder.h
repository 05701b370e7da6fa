#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mubiao/document.h"
#include "mubiao/offset_map.h"

namespace mubiao {

/// What one decoder made of the bytes of a file. Broken sequences are U+FFFD in `text`.
struct Decoded {
  std::string text;
  OffsetMap to_bytes;
  std::size_t broken = 0;
  std::size_t first_broken = 0;  // offset into `text`; means nothing while broken == 0

  /// `code_point`, read from the next `source` bytes.
  void put(char32_t code_point, std::size_t source);
  void put_broken(std::size_t source);
};

/// `bytes` has no BOM. `skipped` bytes of BOM stand before them in the file and are part of the map.
Decoded decode_as(Encoding encoding, std::string_view bytes, std::size_t skipped);

/// The two-byte encodings, by a table that ICU fills once.
void decode_gb18030(std::string_view bytes, Decoded& out);
void decode_big5(std::string_view bytes, Decoded& out);

/// Length of the well-formed UTF-8 sequence at the front of `bytes`, or 0.
std::size_t utf8_sequence_length(std::string_view bytes);

/// Bytes of well-formed UTF-8 at the front of `bytes`.
std::size_t utf8_valid_prefix(std::string_view bytes);

/// A BOM at the front of `bytes`, and the encoding it announces.
struct ByteOrderMark {
  Encoding encoding;
  std::size_t length;
};
std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// The encoding that bytes without BOM are in, by the order that document.h gives.
/// `valid_utf8`, if given, becomes what utf8_valid_prefix says of them, where that was asked: else it stays.
Encoding detect_encoding(std::string_view bytes, std::optional<std::size_t>* valid_utf8 = nullptr);

}  // namespace mubiao
