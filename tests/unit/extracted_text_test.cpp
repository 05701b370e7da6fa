// Text out of files: control characters, pages without text, fonts that lie.
#include "read/extracted_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace mubiao::read {
namespace {

TEST(ExtractedText, HasNoControlCharacters) {
  using namespace std::string_literals;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"到2025年\n\t15\f", "到2025年\n\t15\f"},
      {"\0a\x01z\x7F"s, "\uFFFDa\uFFFDz\uFFFD"},
      {"a\rb", "a\uFFFDb"},
      {"", ""},
  };
  for (auto [text, expected] : cases) {
    replace_controls(text);
    EXPECT_EQ(text, expected);
  }
}

TEST(ExtractedText, APageNumberIsNoText) {
  for (const char* page : {"", "  \n\n", "— 12 —\n", "第12页 共40页"}) EXPECT_FALSE(has_text(page)) << page;
  for (const char* page : {"到2025年，装机达到15万千瓦。", "0123456789"}) EXPECT_TRUE(has_text(page)) << page;
}

TEST(ExtractedText, FontsAreDoubted) {
  const auto times = [](int n, const std::string& text) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
  };
  const std::string plain = times(50, "到2025年，风电装机容量达到120万千瓦。\n");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {plain, ""},
      {plain + times(5, "\uE001"), ""},  // a sign or two is a bullet
      {plain + times(20, "\uE001"), "W-FONT 20 of "},
      {plain + times(20, "\U001001B0"), ""},  // the point of Founder: it is mended
      {plain + times(20, "\U00100200"), "W-FONT 20 of "},
      {plain + times(20, "\uFFFD"), "W-FONT 20 of "},
      {times(20, "µ½2025Äê£¬·çµç×°»úÈÝÁ¿´ïµ½"), "W-FONT the text is Latin letters"},
      {times(20, "Le plan énergétique prévoit la réduction des émissions. "), ""},
      {times(20, "plain English text 15% "), ""},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) {
    const std::vector<Diagnostic> problems = font_problems(text, "a.pdf");
    const std::string found = problems.empty() ? "" : problems[0].code + " " + problems[0].message;
    EXPECT_TRUE(expected.empty() ? found.empty() : found.starts_with(expected)) << found << "\n" << text;
  }
}

}  // namespace
}  // namespace mubiao::read
