#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "mubiao/document.h"

namespace mubiao {
namespace {

using namespace std::string_literals;

// "十五万\n" in the encodings under test.
const std::string kGb = "\xCA\xAE\xCE\xE5\xCD\xF2\n";
const std::string kUtf8 = "十五万\n";

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

Document read(const std::string& bytes, std::optional<Encoding> declared = std::nullopt) {
  auto result = decode("a.txt", bytes, declared);
  EXPECT_TRUE(result.has_value()) << (result ? "" : result.error()[0].message);
  return result ? std::move(*result) : Document("", "", {}, Encoding::kUtf8, {});
}

std::string code_of(const Result<Document>& result) {
  return result ? "no error" : result.error().empty() ? "empty error" : result.error()[0].code;
}

bool is_border(std::string_view text, std::size_t i) { return i >= text.size() || (text[i] & 0xC0) != 0x80; }

// The file bytes of each character, in order, each a separate entry.
std::vector<std::string> bytes_of_characters(const Document& document, const std::string& bytes) {
  std::vector<std::string> out;
  const std::string& text = document.text();
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (!is_border(text, end)) ++end;
    out.emplace_back(slice(bytes, document.to_bytes({begin, end})));
    begin = end;
  }
  return out;
}

TEST(Encoding, NamesRoundTrip) {
  for (const auto encoding :
       {Encoding::kUtf8, Encoding::kUtf16Le, Encoding::kUtf16Be, Encoding::kGb18030, Encoding::kBig5}) {
    EXPECT_EQ(parse_encoding(to_string(encoding)), encoding) << to_string(encoding);
  }
}

TEST(Encoding, Variants) {
  const struct {
    const char* name;
    std::optional<Encoding> encoding;
  } rows[] = {
      {"UTF8", Encoding::kUtf8},       {"utf-8", Encoding::kUtf8},     {"UTF-8-SIG", Encoding::kUtf8},
      {"GBK", Encoding::kGb18030},     {"gb2312", Encoding::kGb18030}, {"GB-18030", Encoding::kGb18030},
      {"cp936", Encoding::kGb18030},   {"utf-16", Encoding::kUtf16Le}, {"UTF_16BE", Encoding::kUtf16Be},
      {"Big5-HKSCS", Encoding::kBig5}, {"latin-1", std::nullopt},      {"", std::nullopt},
      {"utf-80", std::nullopt},        {"shift_jis", std::nullopt},
  };
  for (const auto& row : rows) EXPECT_EQ(parse_encoding(row.name), row.encoding) << row.name;
}

TEST(Decode, Detects) {
  const std::u16string text = u"到2025年，装机达到15万千瓦。\n";
  const std::string expected = "到2025年，装机达到15万千瓦。\n";
  const std::string gb18030 =
      "\xB5\xBD\x32\x30\x32\x35\xC4\xEA\xA3\xAC\xD7\xB0\xBB\xFA\xB4\xEF\xB5\xBD\x31\x35\xCD\xF2\xC7\xA7\xCD\xDF\xA1\xA3"
      "\n";
  const struct {
    std::string bytes;
    Encoding encoding;
    const char* why;
  } rows[] = {
      {expected, Encoding::kUtf8, "plain"},
      {"\xEF\xBB\xBF" + expected, Encoding::kUtf8, "BOM"},
      {"\xFF\xFE" + utf16(text, false), Encoding::kUtf16Le, "BOM"},
      {"\xFE\xFF" + utf16(text, true), Encoding::kUtf16Be, "BOM"},
      {utf16(text, false), Encoding::kUtf16Le, "no BOM"},
      {utf16(text, true), Encoding::kUtf16Be, "no BOM"},
      {gb18030, Encoding::kGb18030, "two bytes a character"},
      {"\x84\x31\x95\x33" + gb18030, Encoding::kGb18030, "BOM"},
  };
  for (const auto& row : rows) {
    const Document document = read(row.bytes);
    EXPECT_EQ(document.encoding(), row.encoding) << row.why;
    EXPECT_EQ(document.text(), expected) << to_string(row.encoding) << ", " << row.why;
    EXPECT_EQ(document.byte_size(), row.bytes.size());
    EXPECT_THAT(document.warnings(), testing::IsEmpty());
  }
}

TEST(Decode, Big5HasTheCharactersOfHongKong) {
  const Result<Document> document = decode("a", "\xA4\x55\x90\x68\xA1\x42\x96\xF5", Encoding::kBig5);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text(), "下邨、埗");
  EXPECT_TRUE(document->warnings().empty());
}

TEST(Decode, DetectsBig5) {
  // 本計畫目標：至民國一百年，再生能源裝置容量達到一萬千瓦。
  const std::string bytes =
      "\xA5\xBB\xAD\x70\xB5\x65\xA5\xD8\xBC\xD0\xA1\x47\xA6\xDC\xA5\xC1\xB0\xEA\xA4\x40\xA6\xCA\xA6\x7E\xA1\x41\xA6"
      "\x41\xA5\xCD\xAF\xE0\xB7\xBD\xB8\xCB\xB8\x6D\xAE\x65\xB6\x71\xB9\x46\xA8\xEC\xA4\x40\xB8\x55\xA4\x64\xA5\xCB\xA1"
      "\x43";
  const Document document = read(bytes);
  EXPECT_EQ(document.encoding(), Encoding::kBig5);
  EXPECT_EQ(document.text(), "本計畫目標：至民國一百年，再生能源裝置容量達到一萬千瓦。");
}

TEST(Decode, EveryCharacterKnowsItsBytes) {
  using testing::ElementsAre;
  EXPECT_THAT(bytes_of_characters(read(kUtf8), kUtf8), ElementsAre("十", "五", "万", "\n"));
  EXPECT_THAT(bytes_of_characters(read(kGb, Encoding::kGb18030), kGb),
              ElementsAre("\xCA\xAE", "\xCE\xE5", "\xCD\xF2", "\n"));
  // 〇 is two bytes, ㎾ four, the euro sign one.
  const std::string gb =
      "\xA9\x96\x81\x38\xFE\x30\x80"
      "A";
  EXPECT_THAT(bytes_of_characters(read(gb, Encoding::kGb18030), gb),
              ElementsAre("\xA9\x96", "\x81\x38\xFE\x30", "\x80", "A"));
  const std::string wide = utf16(u"a十\xD840\xDC0B", true);
  EXPECT_THAT(bytes_of_characters(read(wide, Encoding::kUtf16Be), wide),
              ElementsAre("\0a"s, "\x53\x41", "\xD8\x40\xDC\x0B"));
}

TEST(Decode, BomCountsInFileOffsets) {
  const std::string bytes = "\xEF\xBB\xBF" + kUtf8;
  const Document document = read(bytes);
  EXPECT_EQ(document.text(), kUtf8);
  EXPECT_EQ(document.to_bytes({0, 3}), (Span{3, 6}));
  EXPECT_EQ(read("\xFF\xFE" + utf16(u"十五", false)).to_bytes({0, 3}), (Span{2, 4}));
}

TEST(Decode, BrokenBytesBecomeReplacementCharacters) {
  const std::string pad = "装机容量装机容量装机容量装机容量装机容量装机容量装机容量装机容量装机容量装机容量";
  const struct {
    std::string bytes;
    std::string text;
    std::size_t line, column;
    std::string count;
  } rows[] = {
      {pad + "\xE5\x8D", pad + "\uFFFD", 1, 41, "1 "},                                        // cut off at the end
      {pad + "\n\n达\xFF到", pad + "\n\n达\uFFFD到", 3, 2, "1 "},                             // no lead byte
      {"\xC0\x80" + pad, "\uFFFD\uFFFD" + pad, 1, 1, "2 "},                                   // overlong NUL
      {pad + "\xED\xA0\x80", pad + "\uFFFD\uFFFD\uFFFD", 1, 41, "3 "},                        // surrogate
      {pad + "\xF4\x90\x80\x80" + pad, pad + "\uFFFD\uFFFD\uFFFD\uFFFD" + pad, 1, 41, "4 "},  // above U+10FFFF
      {pad + "\xF0\x9F\x98x", pad + "\uFFFDx", 1, 41, "1 "},  // one for the maximal subpart
  };
  for (const auto& row : rows) {
    const Document document = read(row.bytes);
    EXPECT_EQ(document.encoding(), Encoding::kUtf8);
    EXPECT_EQ(document.text(), row.text);
    ASSERT_EQ(document.warnings().size(), 1U) << row.text;
    const Diagnostic& warning = document.warnings()[0];
    EXPECT_EQ(warning.code, "W-BYTES");
    EXPECT_EQ(warning.severity, Severity::kWarning);
    EXPECT_EQ(warning.where.file, "a.txt");
    EXPECT_EQ(warning.where.line, row.line) << row.text;
    EXPECT_EQ(warning.where.column, row.column) << row.text;
    EXPECT_EQ(warning.message.substr(0, row.count.size()), row.count) << warning.message;
    EXPECT_EQ(document.to_bytes({0, document.text().size()}), (Span{0, row.bytes.size()}));
  }
}

TEST(Decode, AFileCutOffInACharacterStaysWhatItIs) {
  const std::string text = "到2025年,装机达到15万千瓦。";
  for (std::size_t bytes = 13; bytes < text.size(); ++bytes) {
    const Document document = read(text.substr(0, bytes));
    EXPECT_EQ(document.encoding(), Encoding::kUtf8) << bytes;
    EXPECT_LE(document.warnings().size(), 1U) << bytes;
  }
}

TEST(Decode, BrokenTwoByteSequencesDoNotEatLineEnds) {
  std::string bytes;
  for (int i = 0; i < 10; ++i) bytes += kGb;
  const Document document = read(bytes + "\xCA\n" + kGb + "\xCA", Encoding::kGb18030);
  EXPECT_EQ(document.text().substr(100), "\uFFFD\n十五万\n\uFFFD");
  EXPECT_EQ(document.warnings().at(0).code, "W-BYTES");
}

TEST(Decode, LoneSurrogatesAndOddByte) {
  const std::string pad = utf16(u"装机容量装机容量装机容量装机容量装机容量", false);
  const Document document = read(pad + utf16(u"\xDC00", false) + "A", Encoding::kUtf16Le);
  EXPECT_EQ(document.text().substr(60), "\uFFFD\uFFFD");
  EXPECT_EQ(document.to_bytes({63, 66}), (Span{42, 43}));
}

TEST(Decode, Errors) {
  std::string pdf_like = "%PDF-1.7\n";
  std::string program(400, '\0');
  for (std::size_t i = 0; i < program.size(); i += 3) program[i] = static_cast<char>(i);
  std::string gb_text;
  for (int i = 0; i < 20; ++i) gb_text += kGb;
  const struct {
    std::string bytes;
    std::optional<Encoding> declared;
    std::string code;
  } rows[] = {
      {"", std::nullopt, "E-EMPTY"},
      {" \r\n\t　\n", std::nullopt, "E-EMPTY"},
      {"\xEF\xBB\xBF", std::nullopt, "E-EMPTY"},
      {pdf_like, std::nullopt, "E-BINARY"},
      {"PK\x03\x04rest", std::nullopt, "E-BINARY"},
      {program, std::nullopt, "E-BINARY"},
      {"ab\0cd"s, std::nullopt, "E-BINARY"},
      {gb_text, Encoding::kUtf8, "E-ENCODING"},
      {"Gr\xFC\xDF"
       "e",
       Encoding::kUtf8, "E-ENCODING"},
  };
  for (const auto& row : rows) {
    const auto result = decode("a.txt", row.bytes, row.declared);
    EXPECT_EQ(code_of(result), row.code) << row.bytes.substr(0, 20);
    if (!result) {
      EXPECT_EQ(result.error().size(), 1U);
      EXPECT_EQ(result.error()[0].where.file, "a.txt");
    }
  }
}

TEST(Decode, WrongEncodingIsToldWhichWouldDo) {
  std::string gb_text;
  for (int i = 0; i < 20; ++i) gb_text += kGb;
  const auto result = decode("a.txt", gb_text, Encoding::kUtf8);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error()[0].help, testing::HasSubstr("--encoding gb18030"));
}

TEST(Decode, Utf8DeclaredAsSomethingElseIsWarnedAbout) {
  const Document document = read("到二〇三五年，装机容量达到一万千瓦。", Encoding::kGb18030);
  ASSERT_FALSE(document.warnings().empty());
  EXPECT_EQ(document.warnings().back().code, "W-ENCODING");
}

TEST(Decode, AStrayControlCharacterIsNotBinary) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "装机容量达到";
  EXPECT_EQ(read(text + '\0' + text).text().size(), 2 * text.size() + 1);
}

TEST(Position, LinesEndAtLfCrLfAndCr) {
  const Document document = read("一二\r\n三\r四\n\n五");
  const struct {
    std::size_t offset, line, column;
  } rows[] = {
      {0, 1, 1},  {3, 1, 2},  {6, 1, 3},  {8, 2, 1},  {11, 2, 2},
      {12, 3, 1}, {16, 4, 1}, {17, 5, 1}, {20, 5, 2}, {99, 5, 2},
  };
  for (const auto& row : rows) {
    const Position position = document.position(row.offset);
    EXPECT_EQ(position.line, row.line) << row.offset;
    EXPECT_EQ(position.column, row.column) << row.offset;
  }
}

TEST(Position, AgreesWithCountingFromTheStart) {
  std::mt19937 random(7);
  std::string text;
  const std::string_view pieces[] = {"a", "一", "\n", "\r\n", "\r", "é", "𠀋", "二三四五六七八"};
  while (text.size() < 40000) text += pieces[random() % 300 < 8 ? random() % 8 : 7];
  const Document document = read(text);
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_border(text, i)) {
      ASSERT_EQ(document.position(i).line, line) << i;
      ASSERT_EQ(document.position(i).column, column) << i;
    }
    const bool line_end = text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    if (line_end) ++line;
    column = line_end ? 1 : column + (is_border(text, i + 1) ? 1 : 0);
  }
}

TEST(Position, OneVeryLongLine) {
  const Document document = read(std::string(std::size_t{3} << 20, 'x') + "一二");
  EXPECT_EQ(document.position((std::size_t{3} << 20) + 3).column, (std::size_t{3} << 20) + 2);
}

TEST(DecodeProperty, RandomBytesGiveValidTextAndAWholeMap) {
  std::mt19937 random(99);
  int decoded = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) {
      const std::string_view pieces[] = {"\xE5\x8D\x81", "a", "\n", "\xCA\xAE", "\x81\x30\x81\x30"};
      const bool any = random() % 12 == 0;
      bytes += any ? std::string(1, static_cast<char>(random())) : std::string(pieces[random() % 5]);
    }
    for (const auto declared :
         {std::optional<Encoding>(), std::optional(Encoding::kUtf8), std::optional(Encoding::kGb18030),
          std::optional(Encoding::kBig5), std::optional(Encoding::kUtf16Le), std::optional(Encoding::kUtf16Be)}) {
      const auto result = decode("", bytes, declared);
      if (!result) continue;
      ++decoded;
      const std::string& text = result->text();
      ASSERT_EQ(result->byte_size(), bytes.size());
      std::size_t last = 0;
      for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin + 1;
        while (!is_border(text, end)) ++end;
        const Span source = result->to_bytes({begin, end});
        ASSERT_TRUE(source.begin >= last && source.begin < source.end && source.end <= bytes.size());
        last = source.end;
        begin = end;
      }
      ASSERT_TRUE(decode("", text, Encoding::kUtf8).has_value());
      ASSERT_EQ(decode("", text, Encoding::kUtf8)->text(), text) << "the text is valid UTF-8";
    }
  }
  EXPECT_GT(decoded, 1000);
}

}  // namespace
}  // namespace mubiao
