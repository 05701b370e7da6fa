// What kind of file it is, and what a document knows of the file it came from.
#include "mubiao/read.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace mubiao {
namespace {

TEST(FormatOf, IsFoundByContent) {
  using namespace std::string_literals;
  const std::vector<std::pair<std::string, Format>> cases = {
      {"", Format::kText},
      {"到2025年，装机达到15万千瓦。", Format::kText},
      {"<附件> 到2025年", Format::kText},
      {"到2025年<html>", Format::kText},
      {"<pre", Format::kText},
      {"<!DOCTYPE html><html>", Format::kHtml},
      {" \r\n\t<HTML lang='zh'>", Format::kHtml},
      {"\xEF\xBB\xBF<html>", Format::kHtml},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"s, Format::kHtml},
      {"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC>", Format::kHtml},
      {"<?xml version=\"1.0\"?>\n<plan/>", Format::kText},
      {"<!-- saved from url --><div class=\"main\">", Format::kHtml},
      {"<!-- never closed", Format::kHtml},
      {"<p>一、总体要求</p>", Format::kHtml},
      {"<plan>", Format::kText},
      {"%PDF-1.7\n", Format::kPdf},
      {"\r\n%PDF-1.4", Format::kPdf},
      {std::string(2000, ' ') + "%PDF-1.4", Format::kText},
      {"PK\x03\x04rest", Format::kDocx},
      {"PK", Format::kText},
  };
  for (const auto& [bytes, format] : cases) EXPECT_EQ(to_string(format_of(bytes)), to_string(format)) << bytes;
}

TEST(Formats, NamesAreReadAsTheyAreWritten) {
  for (const char* name : {"text", "html", "docx", "pdf"}) EXPECT_EQ(to_string(parse_format(name).value()), name);
  EXPECT_EQ(parse_format("PDF"), Format::kPdf);
  for (const char* name : {"", "doc", "htm"}) EXPECT_FALSE(parse_format(name)) << name;
}

TEST(Pages, AreCountedByFormFeeds) {
  const Result<Document> paged = read_document("a.txt", "一\f二三\f四");
  ASSERT_TRUE(paged);
  std::string pages;
  for (std::size_t at = 0; at <= paged->text().size(); ++at) pages += std::to_string(paged->page(at).value());
  EXPECT_EQ(pages,
            "1111"
            "2222222"
            "3333");
  const Result<Document> plain = read_document("a.txt", "一二三");
  ASSERT_TRUE(plain);
  EXPECT_FALSE(plain->page(0));
}

TEST(ReadDocument, SaysTheFormatAndReadsAsSaid) {
  const Result<Document> text = read_document("a.txt", "<p>15%", {.format = Format::kText});
  ASSERT_TRUE(text);
  EXPECT_EQ(text->format(), Format::kText);
  EXPECT_EQ(text->text(), "<p>15%");
  EXPECT_EQ(text->byte_size(), 6u);
}

}  // namespace
}  // namespace mubiao
