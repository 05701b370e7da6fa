// decode: the bytes of a file to a Document, or the one reason why they are no text we can read.
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/decoder.h"
#include "text/place.h"
#include "text/scan.h"

namespace mubiao {

namespace {

Diagnostic failure(std::string code, std::string path, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.where.file = std::move(path);
  diagnostic.help = std::move(help);
  return diagnostic;
}

Diagnostic warning(std::string code, const std::string& path, std::string message, std::string help) {
  Diagnostic diagnostic = failure(std::move(code), path, std::move(message), std::move(help));
  diagnostic.severity = Severity::kWarning;
  return diagnostic;
}

struct Signature {
  std::string_view bytes;
  std::string_view what;
  std::string_view help = "convert it to plain text first";
};
constexpr std::array kSignatures = {
    Signature{"%PDF-", "a PDF file", "it is read as what it is, unless it is said to be a text"},
    Signature{"PK\x03\x04", "a ZIP archive (also DOCX, XLSX, WPS)",
              "a DOCX document is read as what it is, unless it is said to be a text"},
    Signature{"\xD0\xCF\x11\xE0", "an old DOC, XLS or WPS file, or one protected with a password",
              "open it and save it as DOCX or PDF, without a password"},
    Signature{"{\\rtf", "an RTF file", "open it and save it as DOCX or PDF"},
    Signature{"\x7F"
              "ELF",
              "a program"},
};

std::size_t count_controls(std::string_view text) {
  return scan::sum_bytes(
      text, ' ', [](scan::Bytes bytes) { return (bytes >= 0) & (bytes < 0x20) & ((bytes < '\t') | (bytes > '\r')); });
}

// A stray control character is damage; one in a hundred is a file of another kind.
bool has_binary_content(std::string_view text) {
  const std::size_t controls = count_controls(text);
  return controls > 0 && controls * 100 > count_code_points(text);
}

bool is_blank(std::string_view text) {
  constexpr std::string_view kIdeographicSpace = "\u3000";
  while (!text.empty()) {
    if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')) {
      text.remove_prefix(1);
    } else if (text.substr(0, kIdeographicSpace.size()) == kIdeographicSpace) {
      text.remove_prefix(kIdeographicSpace.size());
    } else {
      return false;
    }
  }
  return true;
}

// A single broken sequence is what a file cut off in a character has, however short it is.
bool is_mostly_broken(const Decoded& decoded) {
  return decoded.broken > 1 && decoded.broken * 10 > count_code_points(decoded.text);
}

std::string encoding_help(std::string_view bytes, Encoding tried) {
  const Encoding other = detect_encoding(bytes);
  if (other == tried || is_mostly_broken(decode_as(other, bytes, 0))) {
    return "no encoding that is known here reads it; is it a text?";
  }
  return "it reads well as " + std::string(to_string(other)) + ": try --encoding " + std::string(to_string(other));
}

std::vector<Diagnostic> warnings_of(const Decoded& decoded, const std::string& path, std::string_view bytes,
                                    Encoding encoding, bool declared) {
  std::vector<Diagnostic> warnings;
  if (decoded.broken > 0) {
    const std::string count = std::to_string(decoded.broken);
    Diagnostic broken =
        warning("W-BYTES", path,
                count + (decoded.broken == 1 ? " broken byte sequence was" : " broken byte sequences were") +
                    " read as U+FFFD; this is the first place",
                "");
    const Position first = advance_position({}, decoded.text, 0, decoded.first_broken);
    broken.where.line = first.line;
    broken.where.column = first.column;
    warnings.push_back(std::move(broken));
  }
  if (declared && encoding != Encoding::kUtf8 && detect_encoding(bytes) == Encoding::kUtf8 &&
      std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; })) {
    warnings.push_back(warning("W-ENCODING", path,
                               "read as " + std::string(to_string(encoding)) + ", but it is valid utf-8",
                               "leave out --encoding, or give --encoding utf-8"));
  }
  return warnings;
}

// `bytes` become the text themselves, if they can: `valid_utf8`, where it is known, is how many of those behind the
// mark are well-formed.
Decoded decode_all(Encoding encoding, std::string& bytes, std::size_t skipped, std::optional<std::size_t> valid_utf8) {
  const std::string_view body = std::string_view(bytes).substr(skipped);
  if (encoding == Encoding::kUtf8 && !valid_utf8) valid_utf8 = utf8_valid_prefix(body);
  if (encoding != Encoding::kUtf8 || *valid_utf8 < body.size()) return decode_as(encoding, body, skipped);
  Decoded decoded;
  decoded.to_bytes.append_replace(0, skipped);
  decoded.to_bytes.append_copy(body.size());
  bytes.erase(0, skipped);
  decoded.text = std::exchange(bytes, {});
  return decoded;
}

}  // namespace

Result<Document> decode(std::string path, std::string_view bytes, std::optional<Encoding> declared) {
  return decode_owned(std::move(path), std::string(bytes), declared);
}

Result<Document> decode_owned(std::string path, std::string bytes, std::optional<Encoding> declared) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) {
      return failure("E-BINARY", std::move(path), "this is " + std::string(signature.what) + ", not a text",
                     std::string(signature.help));
    }
  }
  const auto mark = byte_order_mark(bytes);
  const bool use_mark = mark && (!declared || *declared == mark->encoding ||
                                 (*declared == Encoding::kUtf16Le && mark->encoding == Encoding::kUtf16Be));
  const std::size_t skipped = use_mark ? mark->length : 0;
  const bool is_empty = bytes.empty();
  std::optional<std::size_t> valid_utf8;
  const Encoding encoding = use_mark ? mark->encoding : declared ? *declared : detect_encoding(bytes, &valid_utf8);

  Decoded decoded = decode_all(encoding, bytes, skipped, valid_utf8);
  const std::string_view body = std::string_view(bytes).substr(std::min(skipped, bytes.size()));
  if (is_blank(decoded.text)) {
    return failure("E-EMPTY", std::move(path), is_empty ? "it is empty" : "it holds only white space", "");
  }
  if (has_binary_content(decoded.text)) {
    return failure("E-BINARY", std::move(path), "this is no text: it holds NUL bytes or control characters",
                   "convert it to plain text first");
  }
  if (is_mostly_broken(decoded)) {
    return failure("E-ENCODING", std::move(path),
                   "this is no " + std::string(to_string(encoding)) + " text: " + std::to_string(decoded.broken) +
                       " of " + std::to_string(count_code_points(decoded.text)) + " characters are broken",
                   encoding_help(body, encoding));
  }
  std::vector<Diagnostic> warnings = warnings_of(decoded, path, body, encoding, declared.has_value());
  return Document(std::move(path), std::move(decoded.text), std::move(decoded.to_bytes), encoding, std::move(warnings));
}

}  // namespace mubiao
