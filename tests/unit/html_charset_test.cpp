// The encoding of a web page: what it says, where, and when that is not believed.
#include "read/html_charset.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "encoders_for_tests.h"
#include "html_for_tests.h"

namespace mubiao {
namespace {

TEST(HtmlCharset, IsFoundWhereThePageSaysIt) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<meta charset=utf-8>", "utf-8"},
      {"<META CharSet='GB2312' />", "GB2312"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gbk\">", "gbk"},
      {"<meta content='text/html;charset = Big5' http-equiv=content-type>", "Big5"},
      {"<?xml version='1.0' encoding='gb18030'?><html>", "gb18030"},
      {"<?xml version='1.0' encoding='gb18030'?><meta charset=utf-8>", "utf-8"},
      {"<script>var a = 1 < 2;</script><meta name=charset><meta charset=big5>", "big5"},
      {"<!-- <meta charset=gbk> --><p>charset=utf-8", ""},
      {"<!-- <meta charset=gbk>", ""},
      {"<meta charset=>", ""},
      {"<meta charset", ""},
      {"", ""},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=GBK\r\n\r\n<meta charset=utf-8>", "GBK"},
      {"HTTP/1.1 200 OK\nserver: a\n\n<meta charset=utf-8>", "utf-8"},
      {"HTTP/1.1 200 OK", ""},
  };
  for (const auto& [page, charset] : rows) EXPECT_EQ(read::declared_charset(page), charset) << page;
}

struct Case {
  std::string declared;
  Encoding encoding;
  bool warns;
};

void expect_read(const std::string& text, const std::vector<Case>& cases) {
  for (const auto& [declared, encoding, warns] : cases) {
    const std::string meta = declared.empty() ? "" : "<meta charset=" + declared + ">";
    const std::string page = encoded("<html>" + meta + "<div class=a></div><p>" + text + "</p></html>", encoding);
    const Result<Document> document = read_document("a.html", page);
    ASSERT_TRUE(document) << declared;
    EXPECT_EQ(document->text(), text + "\n") << declared;
    EXPECT_EQ(document->format(), Format::kHtml);
    EXPECT_EQ(document->byte_size(), page.size());
    EXPECT_EQ(to_string(document->encoding()), to_string(encoding)) << declared;
    ASSERT_EQ(document->warnings().size(), warns ? 1u : 0u) << declared << to_string(encoding);
    if (warns) {
      EXPECT_EQ(document->warnings()[0].code, "W-ENCODING");
      EXPECT_NE(document->warnings()[0].message.find(declared), std::string::npos);
    }
  }
}

TEST(HtmlCharset, BytesGoBeforeWhatIsSaid) {
  expect_read("到2025年，全县用水总量控制在1.2亿立方米以内，森林覆盖率达到45%以上。",
              {{"", Encoding::kUtf8, false},
               {"utf-8", Encoding::kUtf8, false},
               {"gb2312", Encoding::kUtf8, true},
               {"big5", Encoding::kUtf8, true},
               {"iso-8859-1", Encoding::kUtf8, true},
               {"", Encoding::kGb18030, false},
               {"gb2312", Encoding::kGb18030, false},
               {"GBK", Encoding::kGb18030, false},
               {"utf-8", Encoding::kGb18030, true},
               {"big5", Encoding::kGb18030, true},
               {"windows-1252", Encoding::kGb18030, true},
               {"", Encoding::kUtf16Le, false},
               {"", Encoding::kUtf16Be, false}});
  expect_read("至2030年，再生能源發電占比達到30%，溫室氣體排放量較2005年減少50%。",
              {{"", Encoding::kBig5, false},
               {"big5", Encoding::kBig5, false},
               {"gb2312", Encoding::kBig5, true},
               {"utf-8", Encoding::kBig5, true},
               {"gbk", Encoding::kGb18030, false}});
}

TEST(HtmlCharset, AFewCharactersTellLessThanThePage) {
  const std::string page = "<meta charset=gbk><p>" + encoded("一、目标", Encoding::kGb18030);
  EXPECT_EQ(text_of_page(page), "一、目标\n");
}

TEST(HtmlCharset, WhatIsSaidOnTheCommandLineGoesFirst) {
  const std::string page = "<meta charset=big5><p>" + encoded("到2025年，全县用水总量控制在以内", Encoding::kGb18030);
  EXPECT_EQ(text_of_page(page, {.encoding = Encoding::kGb18030}), "到2025年，全县用水总量控制在以内\n");
  EXPECT_EQ(text_of_page("\xEF\xBB\xBF<meta charset=big5><p>到2025年"), "到2025年\n");
}

TEST(HtmlCharset, AnHttpHeaderIsNoText) {
  EXPECT_EQ(text_of_page("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>到2025年"), "到2025年\n");
  EXPECT_EQ(format_of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE html>"), Format::kHtml);
  EXPECT_EQ(format_of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n到2025年"), Format::kText);
}

}  // namespace
}  // namespace mubiao
