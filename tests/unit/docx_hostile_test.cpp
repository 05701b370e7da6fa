// Files that are no Word document, or one made to do harm: one problem that says why, soon, and in little memory.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "mubiao/read.h"
#include "word_file.h"

namespace mubiao {
namespace {

using test::WordFile;
using test::ZipEntry;

const std::string kBody = "<w:p><w:r><w:t>到2025年，达到15%。</w:t></w:r></w:p>";
const std::string kText = "到2025年，达到15%。\n";

std::string what_is_wrong(const std::string& bytes, const ReadOptions& options = {.format = Format::kDocx}) {
  const Result<Document> document = read_document("a.docx", bytes, options);
  if (document) return "";
  EXPECT_EQ(document.error().size(), 1u);
  return document.error().front().code + ": " + document.error().front().message;
}

ZipEntry& entry(std::vector<ZipEntry>& entries, const std::string& name) {
  return *std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& each) { return each.name == name; });
}
std::string document_of(const std::string& root) {
  std::vector<ZipEntry> parts = test::word_parts({.body = kBody});
  entry(parts, "word/document.xml").data = root;
  return test::zip(parts);
}
std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  while (times-- > 0) all += text;
  return all;
}

TEST(DocxKinds, WhatIsNoDocumentIsNamed) {
  const auto office = [](const std::string& type) {
    return test::zip(
        {{"[Content_Types].xml", "<Types><Override PartName='/x.xml' ContentType='" + type + "'/></Types>"},
         {"_rels/.rels", "<R><Relationship Type='a/officeDocument' Target='x.xml'/></R>"},
         {"x.xml", "<workbook/>"}});
  };
  const std::vector<std::pair<std::string, std::string>> cases = {
      {test::zip({{"a.txt", "到2025年"}}), "E-FORMAT: this is a ZIP archive without a Word document in it, which"},
      {test::zip({{"mimetype", "application/epub+zip"}}), "E-FORMAT: this is an EPUB book"},
      {test::zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "E-FORMAT: this is an ODT document"},
      {test::zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}),
       "E-FORMAT: this is an OpenDocument"},
      {test::zip({{"OFD.xml", "<OFD/>"}}), "E-FORMAT: this is an OFD document"},
      {office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
       "E-FORMAT: this is an XLSX"},
      {office("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), "E-FORMAT: this is a PPTX"},
      {office("application/xml"), "E-FORMAT: the part x.xml is no Word document"},
      {test::zip({{"[Content_Types].xml", "<Types/>"}}), "E-FORMAT: this is a package of Office that does not say"},
      {"到2025年，达到15%。", "E-FORMAT: this is no whole ZIP archive"},
      {"PK\x03\x04", "E-FORMAT: this is no whole ZIP archive"},
  };
  for (const auto& [bytes, problem] : cases) {
    EXPECT_EQ(what_is_wrong(bytes).substr(0, problem.size()), problem);
  }
}

TEST(DocxKinds, NamesAndNamespacesAreUpToTheWriter) {
  const std::string strict =
      "<document "
      "xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>到2025年，达到15%。</t></r></p>"
      "</body></document>";
  const std::string other_prefix =
      "<x:document xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><x:body><x:p><x:r>"
      "<x:t>到2025年，达到15%。</x:t></x:r></x:p></x:body></x:document>";
  const auto named = [&](const std::string& target, const std::string& name) {
    return test::zip({{"[content_types].XML", "<Types/>"},
                      {"_rels\\.rels",
                       "<R><Relationship Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
                       "officeDocument' Target='" +
                           target + "'/></R>"},
                      {name, strict}});
  };
  std::string wide("\xFF\xFE");
  for (const char c : std::string("<document><body><p><r><t>15%</t></r></p></body></document>")) wide += {c, '\0'};
  const std::vector<std::pair<std::string, std::string>> cases = {
      {document_of(strict), kText},
      {document_of(other_prefix), kText},
      {document_of("\xEF\xBB\xBF" + strict), kText},
      {document_of(wide), "15%\n"},
      {named("/Text/Main.xml", "text/main.xml"), kText},
      {named("./a/../b/./c.xml", "b\\c.xml"), kText},
      {named("../../../c.xml", "c.xml"), kText},
  };
  for (const auto& [bytes, text] : cases) {
    const Result<Document> document = read_document("a.docx", bytes);
    ASSERT_TRUE(document) << document.error().front().message;
    EXPECT_EQ(document->text(), text);
  }
}

TEST(DocxDamage, IsSaid) {
  std::vector<ZipEntry> wrong = test::word_parts({.body = kBody});
  entry(wrong, "word/document.xml").checksum = 1;
  EXPECT_EQ(what_is_wrong(test::zip(wrong)), "E-FORMAT: the part word/document.xml cannot be unpacked: CRC error");
  std::vector<ZipEntry> locked = test::word_parts({.body = kBody});
  for (ZipEntry& each : locked) each.encrypted = true;
  EXPECT_EQ(what_is_wrong(test::zip(locked)), "E-FORMAT: it is protected with a password");
  EXPECT_EQ(what_is_wrong(document_of("<w:document><w:body>")),
            "E-FORMAT: word/document.xml is no whole XML: Start-end tags mismatch, at byte 19");
  std::vector<ZipEntry> missing = test::word_parts({.body = kBody});
  entry(missing, "word/document.xml").name = "word/elsewhere.xml";
  EXPECT_EQ(what_is_wrong(test::zip(missing)), "E-FORMAT: the part word/document.xml is missing");
}

// Text can do without its numbers and notes, but not in silence.
TEST(DocxDamage, OfOtherPartsIsAWarning) {
  for (const std::string name : {"styles", "numbering", "footnotes", "endnotes"}) {
    std::vector<ZipEntry> parts =
        test::word_parts({.body = kBody, .styles = " ", .numbering = " ", .footnotes = " ", .endnotes = " "});
    entry(parts, "word/" + name + ".xml").data = "<w:broken";
    const Result<Document> document = read_document("a.docx", test::zip(parts));
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(document->text(), kText);
    ASSERT_EQ(document->warnings().size(), 1u) << name;
    EXPECT_EQ(document->warnings().front().code, "W-PART");
    EXPECT_NE(document->warnings().front().message.find("word/" + name + ".xml"), std::string::npos);
  }
}

TEST(DocxLimits, ArchivesThatBurst) {
  const std::string open = "<w:document><w:body>";
  const std::string close = "</w:body></w:document>";
  std::vector<ZipEntry> ratio = test::word_parts({.body = kBody});
  entry(ratio, "word/document.xml") = {"word/document.xml", open + std::string(std::size_t{32} << 20, ' ') + close,
                                       true};
  EXPECT_EQ(what_is_wrong(test::zip(ratio)).substr(0, 8), "E-LIMIT:");
  // What it says of itself is not believed.
  entry(ratio, "word/document.xml").declared_size = 100;
  EXPECT_NE(what_is_wrong(test::zip(ratio)), "");

  std::vector<ZipEntry> many = test::word_parts({.body = kBody});
  for (int i = 0; i < 10000; ++i) many.push_back({"word/media/" + std::to_string(i) + ".png", ""});
  EXPECT_EQ(what_is_wrong(test::zip(many)), "E-LIMIT: this archive has more than 8192 entries");
  many.resize(8000);
  EXPECT_EQ(what_is_wrong(test::zip(many)), "");

  // The same bytes as every part: each is small, and all together are not.
  std::vector<ZipEntry> overlapping =
      test::word_parts({.body = kBody, .styles = " ", .numbering = " ", .footnotes = " ", .endnotes = " "});
  const std::string padded = open + std::string(40000, ' ') + kBody + close;
  std::size_t first = 0;
  for (std::size_t i = 0; i < overlapping.size(); ++i) {
    ZipEntry& each = overlapping[i];
    if (!each.name.starts_with("word/") || each.name.find("_rels") != std::string::npos) continue;
    each.data = padded;
    if (first == 0)
      first = i;
    else
      each.lies_on = first;
  }
  EXPECT_EQ(what_is_wrong(test::zip(overlapping)), "");
  EXPECT_EQ(what_is_wrong(test::zip(overlapping), {.max_text_bytes = 150000}),
            "E-LIMIT: more than 150000 bytes come out of this archive");

  // Ends of archives, each of which names the same long list of entries.
  std::string ends = test::zip(many);
  const std::string end = ends.substr(ends.size() - 22);
  ends += repeated(end, 2000);
  EXPECT_EQ(what_is_wrong(ends), "E-LIMIT: this archive has more than 8192 entries");
}

TEST(DocxLimits, XmlThatBursts) {
  const std::string laughs =
      "<!DOCTYPE w:document [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
      "<w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
  const std::string outside =
      "<!DOCTYPE w:document [<!ENTITY a SYSTEM "
      "'file:///etc/passwd'>]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r>"
      "</w:p></w:body></w:document>";
  for (const std::string& xml : {laughs, outside}) {
    EXPECT_EQ(what_is_wrong(document_of(xml)),
              "E-FORMAT: word/document.xml declares a document type, which may hold entities: no document does");
  }
  EXPECT_EQ(what_is_wrong(document_of("<w:document><w:body>" + repeated("<w:sdt>", 100000) +
                                      repeated("</w:sdt>", 100000) + "</w:body></w:document>")),
            "E-LIMIT: word/document.xml nests more than 250 elements");
  const std::string deep = repeated("<w:tbl><w:tr><w:tc>", 80) + kBody + repeated("</w:tc></w:tr></w:tbl>", 80);
  EXPECT_EQ(what_is_wrong(test::word_file({.body = deep})), "");
  EXPECT_EQ(what_is_wrong(test::word_file({.body = repeated("<w:p/>", 100000)}), {.max_text_bytes = 1 << 20}),
            "E-LIMIT: word/document.xml has more elements than may be kept in memory");
}

TEST(DocxLimits, TextThatRepeatsItself) {
  const std::string head =
      "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='64'/></w:tcPr><w:p><w:r><w:t>" +
      std::string(100, 'x') + "</w:t></w:r></w:p></w:tc><w:tc/></w:tr>";
  const std::string bytes = test::word_file(
      {.body = "<w:tbl><w:tr>" + repeated("<w:tc/>", 65) + "</w:tr>" + repeated(head, 1000) + "</w:tbl>"});
  EXPECT_EQ(what_is_wrong(bytes), "");
  EXPECT_EQ(what_is_wrong(bytes, {.max_text_bytes = std::size_t{4} << 20}),
            "E-LIMIT: more text comes out of this file than may");
}

TEST(DocxLimits, Time) {
  const std::string long_one = test::word_file({.body = repeated(kBody, 5000)});
  int asked = 0;
  const ReadOptions options = {.goes_on = [&asked] { return ++asked < 8; }};
  EXPECT_EQ(what_is_wrong(long_one, options), "E-TIME: took longer than it may");
  EXPECT_EQ(asked, 8);
}

// A whole file with something of everything, packed as files are.
std::string whole_file() {
  std::vector<ZipEntry> parts = test::word_parts(
      {.body = "<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>目标</w:t></w:r><w:r><w:footnoteReference "
               "w:id='1'/></w:r></w:p>" +
               kBody + "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + kBody + "</w:tc><w:tc>" +
               kBody + "</w:tc></w:tr></w:tbl>",
       .styles =
           "<w:style w:type='paragraph' w:styleId='H'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>",
       .numbering =
           "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt "
           "w:val='chineseCounting'/>"
           "<w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
       .footnotes = "<w:footnote w:id='1'>" + kBody + "</w:footnote>"});
  for (ZipEntry& each : parts) each.packed = true;
  return test::zip(parts);
}

void expect_text_or_one_problem(const std::string& bytes, const std::string& what) {
  const Result<Document> document =
      read_document("a.docx", bytes, {.format = Format::kDocx, .max_text_bytes = std::size_t{4} << 20});
  if (document) return;
  ASSERT_EQ(document.error().size(), 1u) << what;
  const std::string& code = document.error().front().code;
  EXPECT_TRUE(code == "E-FORMAT" || code == "E-LIMIT" || code == "E-EMPTY" || code == "E-ENCODING" ||
              code == "E-BINARY")
      << what << ' ' << code;
  EXPECT_FALSE(document.error().front().message.empty());
}

TEST(DocxCorrupted, EveryLengthIsTextOrAProblem) {
  const std::string whole = whole_file();
  ASSERT_EQ(what_is_wrong(whole), "");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    expect_text_or_one_problem(whole.substr(0, length), "cut at " + std::to_string(length));
  }
}

TEST(DocxCorrupted, TenThousandFlipsAndCuts) {
  const std::string whole = whole_file();
  std::mt19937 random(5);
  for (int round = 0; round < 10000; ++round) {
    std::string bytes = whole;
    for (unsigned flips = 1 + random() % 8; flips > 0; --flips) {
      bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
    }
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    expect_text_or_one_problem(bytes, "round " + std::to_string(round));
  }
}

// Past the checksums: damage in the XML itself.
TEST(DocxCorrupted, TenThousandDamagedParts) {
  std::vector<ZipEntry> parts =
      test::word_parts({.body = kBody + "<w:tbl><w:tr><w:tc>" + kBody + "</w:tc></w:tr></w:tbl>",
                        .styles = "<w:style w:styleId='H'/>",
                        .numbering = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"});
  std::mt19937 random(6);
  for (int round = 0; round < 10000; ++round) {
    std::vector<ZipEntry> damaged = parts;
    std::string& data = damaged[random() % damaged.size()].data;
    for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
      data[random() % data.size()] ^= static_cast<char>(1 << random() % 8);
    }
    expect_text_or_one_problem(test::zip(damaged), "round " + std::to_string(round));
  }
}

}  // namespace
}  // namespace mubiao
