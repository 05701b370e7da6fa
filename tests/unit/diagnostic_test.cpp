#include "mubiao/diagnostic.h"

#include <gtest/gtest.h>

namespace mubiao {
namespace {

Diagnostic at(std::string source, std::size_t column, std::size_t width) {
  Diagnostic out;
  out.code = "E-RE2";
  out.message = "no";
  out.where = {"a.toml", 3, column};
  out.source = std::move(source);
  out.width = width;
  return out;
}

TEST(DiagnosticText, HasPlaceCodeMessageSourceCaretAndHelp) {
  Diagnostic diagnostic = at("kind = 'x'", 8, 3);
  diagnostic.help = "write y";
  EXPECT_EQ(to_text(diagnostic),
            "a.toml:3:8: error[E-RE2]: no\n"
            "  kind = 'x'\n"
            "         ^^^\n"
            "help: write y\n");
}

TEST(DiagnosticText, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_text({Severity::kWarning, "W-BYTES", "3 broken bytes", {"a.txt", 0, 0}}),
            "a.txt: warning[W-BYTES]: 3 broken bytes\n");
  EXPECT_EQ(to_text({Severity::kNote, "", "all is well"}), "note: all is well\n");
  EXPECT_EQ(to_text({Severity::kError, "E", "m", {"a", 3, 0}, "", "source"}), "a:3: error[E]: m\n");
  EXPECT_EQ(to_text({Severity::kError, "E", "m", {"", 3, 4}}), "line 3:4: error[E]: m\n");
}

struct Caret {
  const char* source;
  std::size_t column;
  std::size_t width;
  const char* line;  // the caret line that is printed
};

TEST(DiagnosticText, AlignsTheCaretByDisplayWidth) {
  const Caret rows[] = {
      {"abc", 1, 1, "  ^"},
      {"abc", 3, 1, "    ^"},
      {"达到(?=x)", 3, 3, "      ^^^"},  // Han before the place: two columns each
      {"a达到b", 2, 2, "   ^^^^"},       // Han at the place
      {"１５％", 3, 1, "      ^^"},      // full-width forms
      {"“十四五”", 2, 3, "   ^^^^^^"},   // curly quotes are one column
      {"e\u0301x", 3, 1, "   ^"},        // a combining accent has no width
      {"\U00020000x", 2, 1, "    ^"},    // Han outside the BMP
      {"\tx", 2, 1, "   ^"},             // a tab is printed as one space
      {"abc", 4, 1, "     ^"},           // behind the end of the line
      {"abc", 2, 99, "   ^^"},           // never marked past its end
      {"a\xFF\xE8x", 4, 1, "     ^"},    // broken bytes count one each
  };
  for (const Caret& row : rows) {
    const std::string text = to_text(at(row.source, row.column, row.width));
    const std::size_t last = text.rfind('\n', text.size() - 2);
    EXPECT_EQ(text.substr(last + 1), std::string(row.line) + "\n") << text;
  }
}

TEST(DiagnosticText, ShowsPartOfALongLine) {
  const std::string text = to_text(at(std::string(100000, 'a') + "达" + std::string(100000, 'b'), 100001, 1));
  EXPECT_LT(text.size(), 500u);
  const std::string before = "  …" + std::string(60, 'a');
  EXPECT_NE(text.find(before + "达b"), std::string::npos) << text;
  EXPECT_NE(text.find("b…\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\n  " + std::string(61, ' ') + "^^\n"), std::string::npos) << text;
}

TEST(DiagnosticText, PrintsNoControlCharacters) {
  Diagnostic diagnostic = at("\x1B[31mred\x7F", 1, 1);
  diagnostic.message = "bad\nkey '\x1B[0m'";
  diagnostic.where.file = "a\x07.toml";
  const std::string text = to_text(diagnostic);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find('\x7F'), std::string::npos);
  EXPECT_NE(text.find("bad\uFFFDkey"), std::string::npos) << text;
}

TEST(DiagnosticText, IsValidUtf8WhateverTheSource) {
  for (const char* source : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE8\xBE"}) {
    const std::string text = to_text(at(source, 1, 1));
    EXPECT_NE(text.find("\n  \uFFFD"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace mubiao
