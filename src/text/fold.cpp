// Stage one of normalization: characters. NFKC, but for characters whose folding would make other numbers, and the
// confusables on top. Door: fold.
// Text that folding leaves alone is skipped by a scan of bytes; only what is left is looked at by code point, and only
// clusters (a character with its combining marks) that are not inert are handed to ICU.
#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <vector>

#include "mubiao/normalize.h"
#include "text/characters.h"
#include "text/confusables.h"
#include "text/damaged_fonts.h"
#include "text/decoder.h"
#include "text/marks.h"
#include "text/rewriter.h"
#include "text/scan.h"

namespace mubiao {

namespace {

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* instance = icu::Normalizer2::getNFKCInstance(status);
  return *instance;
}

// Folding these would make other numbers of them: 10⁴ -> 104, ¾ -> 3⁄4, ①15 -> 115, ⒈15 -> 1.15, 15，000 -> 15,000.
bool is_kept(char32_t c) {
  if (c == U'，') return true;
  const auto code_point = static_cast<UChar32>(c);
  switch (u_getIntPropertyValue(code_point, UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_SUPER:
    case U_DT_SUB:
    case U_DT_FRACTION:
      return true;
    default:
      break;
  }
  switch (ublock_getCode(code_point)) {
    case UBLOCK_ENCLOSED_ALPHANUMERICS:
    case UBLOCK_ENCLOSED_ALPHANUMERIC_SUPPLEMENT:
    case UBLOCK_ENCLOSED_CJK_LETTERS_AND_MONTHS:
      return true;
    default:
      return false;
  }
}

bool attaches_to_previous(char32_t c) {
  return fold_confusable(c) == kRemoved || (!is_kept(c) && !nfkc().hasBoundaryBefore(static_cast<UChar32>(c)));
}

struct CodePoint {
  char32_t value;
  std::size_t length;
};

CodePoint code_point_at(std::string_view text, std::size_t begin) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(begin);
  U8_NEXT(bytes, i, static_cast<std::int64_t>(text.size()), c);
  return {static_cast<char32_t>(c), static_cast<std::size_t>(i) - begin};
}

// Plain characters fold to themselves and never combine with what stands before them, so a run of them can be copied
// unseen. Not all such characters: those that documents are made of.
constexpr std::array<bool, 256> kPlainAscii = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = true;
  for (const char c : {'\n', '\t', '\f'}) plain[static_cast<std::size_t>(c)] = true;
  return plain;
}();

// Plain symbols that begin with E2: punctuation, arrows, comparisons, enclosed numbers, geometric shapes.
bool is_plain_e2(std::uint8_t second, std::uint8_t third) {
  switch (second) {
    case 0x80:
      return (third >= 0x92 && third <= 0xA3 && third != 0x97) || third == 0xB0;  // – — ‘ ’ “ ” • ‰
    case 0x88:
      return third != 0xAC && third != 0xAD && third != 0xAF && third != 0xB0;  // ∶ but no multiple integrals
    case 0x91:
      return third >= 0xA0;  // ①
    case 0x86:
    case 0x87:
    case 0x89:
    case 0x92:
    case 0x93:
    case 0x96:
    case 0x97:
    case 0x98:
      return true;  // → ≤ ⑴ ■ ● ★
    default:
      return false;
  }
}

// Bytes of the plain character at `i` that is neither ASCII nor Han, or 0.
std::size_t plain_symbol_length(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<std::uint8_t>(text[i + k]); };
  if (text.size() - i < 3) return 0;
  switch (byte(0)) {
    case 0xC2:
      return byte(1) == 0xB7 || byte(1) == 0xB0 || byte(1) == 0xB1 ? 2 : 0;  // · ° ±
    case 0xC3:
      return 2;  // × é
    case 0xCE:
      return byte(1) >= 0x91 ? 2 : 0;  // Ω μ
    case 0xE2:
      return is_plain_e2(byte(1), byte(2)) ? 3 : 0;
    case 0xE3:
      return byte(1) == 0x80 && byte(2) > 0x80 && byte(2) < 0xA0 ? 3 : 0;  // 、。《》【】 but not U+3000
    case 0xEF:
      return byte(1) == 0xBC && byte(2) == 0x8C ? 3 : 0;  // ，
    default:
      return 0;
  }
}

bool is_han_lead(char c) { return static_cast<std::uint8_t>(c) >= 0xE4 && static_cast<std::uint8_t>(c) <= 0xE9; }

// Bytes of the plain character at `i`, or 0.
std::size_t plain_length(std::string_view text, std::size_t i) {
  if (kPlainAscii[static_cast<std::uint8_t>(text[i])]) return 1;
  if (is_han_lead(text[i])) return text.size() - i >= 3 ? 3 : 0;
  return plain_symbol_length(text, i);
}

// The end of the run of plain characters from `i` on. Most of them are Han, ASCII, CJK punctuation and ，: those are
// told sixteen bytes at a time.
std::size_t skip_plain(std::string_view text, std::size_t i) {
  const auto unusual = [text](std::size_t at) {
    const auto byte = [](int c) { return static_cast<std::int8_t>(c); };
    const scan::Bytes first = scan::load_bytes(text, at);
    const scan::Bytes second = scan::load_bytes(text, at + 1);
    const scan::Bytes third = scan::load_bytes(text, at + 2);
    const scan::Bytes lead_or_control = scan::within(first, 0xC0, 0x11F);
    const scan::Bytes han = scan::within(first, 0xE4, 0xE9);
    const scan::Bytes cjk = (first == byte(0xE3)) & (second == byte(0x80)) & scan::within(third, 0x81, 0x9F);  // 、。《
    const scan::Bytes comma = scan::begins(text, at, "，");
    return (lead_or_control & ~(han | cjk | comma | (first == '\n'))) | (first == 0x7F);
  };
  const auto is_unusual = [text](std::size_t at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    return byte < 0x20 || byte == 0x7F || (byte >= 0xC0 && !is_han_lead(text[at]));
  };
  while ((i = scan::find_sixteen(text, i, 0, 2, unusual, is_unusual)) < text.size()) {
    const std::size_t length = plain_length(text, i);
    if (length == 0) break;
    i += length;
  }
  return i;
}

// The ASCII form of a full-width character (U+FF01 … U+FF5E but for ，) or of U+3000, or 0.
char narrow_form(std::string_view text, std::size_t i) {
  if (text.size() - i < 3) return 0;
  const auto lead = static_cast<std::uint8_t>(text[i]);
  const auto second = static_cast<std::uint8_t>(text[i + 1]);
  const auto third = static_cast<std::uint8_t>(text[i + 2]);
  if (lead == 0xE3) return second == 0x80 && third == 0x80 ? ' ' : '\0';
  if (lead != 0xEF) return 0;
  if (second == 0xBC && third >= 0x81 && third != 0x8C) return static_cast<char>(third - 0x81 + '!');
  if (second == 0xBD && third <= 0x9E) return static_cast<char>(third - 0x80 + '`');
  return 0;
}

class Folder {
 public:
  Folder(std::string_view text, std::string& target) : text_(text), writer_(text, target) {}

  std::optional<OffsetMap> run(FoldedKind& kind) && {
    for (std::size_t i = skip_plain(text_, 0); i < text_.size(); i = skip_plain(text_, i)) {
      const char narrow = narrow_form(text_, i);
      if (narrow != 0 && begins_cluster(i + 3)) {
        writer_.keep(i);
        i += 3;
        writer_.replace(std::string_view(&narrow, 1), i);
      } else {
        i = fold_cluster(i);
      }
    }
    kind = kind_;
    return std::move(writer_).finish();
  }

 private:
  bool begins_cluster(std::size_t i) const {
    return i == text_.size() || plain_length(text_, i) > 0 || narrow_form(text_, i) != 0 ||
           !attaches_to_previous(code_point_at(text_, i).value);
  }

  // Folds the cluster that the character at `i`, which is not plain, stands in. Returns its end.
  std::size_t fold_cluster(std::size_t i) {
    std::size_t begin = i;
    if (begin > writer_.place() && attaches_to_previous(code_point_at(text_, i).value)) {
      begin -= character_before(text_, begin).size();
    }
    writer_.keep(begin);
    cluster_.clear();
    bool has_marks = false;
    std::size_t end = begin;
    do {
      const CodePoint next = code_point_at(text_, end);
      end += next.length;
      const char32_t folded = fold_confusable(repair_glyph(next.value, text_, end - next.length, end));
      has_marks = has_marks || (!cluster_.empty() && folded != kRemoved);
      cluster_.push_back({folded, next.length});
    } while (!begins_cluster(end));
    if (has_marks) {
      fold_marked(end);
    } else {
      for (const CodePoint& c : cluster_) fold_single(c);
    }
    return end;
  }

  // The next character, which nothing combines with.
  void fold_single(CodePoint c) {
    const std::size_t begin = writer_.place();
    const std::size_t end = begin + c.length;
    const bool is_half_of_crlf = text_[begin] == '\r' && text_.substr(end, 1) == "\n";
    if (c.value == kRemoved || is_half_of_crlf) return writer_.drop(end);
    if (is_private_use(c.value)) {
      if (kind_.unknown++ == 0) kind_.first_unknown = begin;
      return writer_.keep(end);
    }
    if (c.value == U'…') return writer_.replace("...", end);  // of which leaders are made
    std::array<char, 4> utf8{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(utf8.data(), size, static_cast<UChar32>(c.value));
    const std::string_view itself(utf8.data(), size);
    if (plain_length(itself, 0) == size) return writer_.replace(itself, end);
    icu::UnicodeString character(static_cast<UChar32>(c.value));
    if (!is_kept(c.value)) normalize(character);
    replace(character, end);
  }

  void fold_marked(std::size_t end) {
    // Unicode's stream-safe format allows 30 marks; more are no text, and ordering them could cost quadratic time.
    constexpr std::int32_t kMaxUnits = 64;
    icu::UnicodeString characters;
    for (const CodePoint& c : cluster_) {
      if (c.value != kRemoved) characters.append(static_cast<UChar32>(c.value));
    }
    if (characters.length() <= kMaxUnits && !is_kept(cluster_.front().value)) normalize(characters);
    replace(characters, end);
  }

  void replace(const icu::UnicodeString& by, std::size_t end) {
    std::string utf8;
    by.toUTF8String(utf8);
    kind_.plain = kind_.plain && skip_plain(utf8, 0) == utf8.size();
    writer_.replace(utf8, end);
  }

  // Some spacing accents fold to a space and a mark, which is no gain and would look like a gap between words.
  static void normalize(icu::UnicodeString& characters) {
    if (characters.length() == 1 && nfkc().isInert(characters.char32At(0))) return;
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString normalized = nfkc().normalize(characters, status);
    const bool gap = normalized.length() > 1 && normalized.charAt(0) == u' ' && characters.charAt(0) != u' ';
    if (U_SUCCESS(status) && !gap) characters = std::move(normalized);
  }

  std::string_view text_;
  Rewriter writer_;
  std::vector<CodePoint> cluster_;
  FoldedKind kind_{.plain = true};  // of the result so far
};

}  // namespace

std::optional<OffsetMap> fold(std::string_view text, std::string& target, FoldedKind& kind) {
  return Folder(text, target).run(kind);
}

std::string fold_characters(std::string_view text) {
  // Ill-formed bytes, which no Document holds but a caller may pass, read as U+FFFD.
  if (utf8_valid_prefix(text) < text.size()) return fold_characters(decode_as(Encoding::kUtf8, text, 0).text);
  std::string out;
  FoldedKind kind;
  if (!fold(text, out, kind)) out = text;
  fold_chinese_zeros(out, out);
  return out;
}

}  // namespace mubiao
