// Searches that look at many bytes at once, against loops that look at one.
#include "text/scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "output/json_string.h"
#include "text/decoder.h"
#include "text/lines.h"

namespace mubiao {
namespace {

// Texts of all short lengths, so that words and their rests meet every byte at every place.
std::string random_text(std::mt19937& random, std::size_t size) {
  constexpr std::string_view kBytes =
      "a. \t\n\f\r\x01\x1F\x7F\"\\,;:!?()*+>@0O\x80\x9F\xA0\xBF\xC2\xDF\xE0\xE2\xE3\xE4\xEF\xF0\xFF";
  std::string text;
  while (text.size() < size) text += random() % 3 == 0 ? kBytes[random() % kBytes.size()] : 'x';
  return text;
}

template <typename Is>
std::size_t find_slowly(std::string_view text, std::size_t i, Is is) {
  while (i < text.size() && !is(text[i])) ++i;
  return i;
}

std::uint32_t width_slowly(std::string_view text) {
  std::uint32_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0x80) width += std::string_view(",;:!?()").find(c) == std::string_view::npos ? 1 : 2;
    if (byte >= 0xC0) width += byte < 0xE0 ? 1 : 2;
  }
  return width;
}

TEST(Scan, SaysWhatALoopSays) {
  std::mt19937 random(11);
  for (std::size_t size = 0; size < 300; ++size) {
    const std::string text = random_text(random, size);
    for (std::size_t from : {std::size_t{0}, size / 2, size}) {
      EXPECT_EQ(find_any(text, from, '0'), find_slowly(text, from, [](char c) { return c == '0'; }));
      EXPECT_EQ(find_any(text, from, '\n', '\xE3', '\x80'),
                find_slowly(text, from, [](char c) { return c == '\n' || c == '\xE3' || c == '\x80'; }));
    }
    EXPECT_EQ(count_code_points(text), static_cast<std::size_t>(std::count_if(
                                           text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; })));
    EXPECT_EQ(count_byte(text, 'x'), static_cast<std::size_t>(std::count(text.begin(), text.end(), 'x')));
    EXPECT_EQ(width_of(text), width_slowly(text)) << testing::PrintToString(text);
  }
}

TEST(Scan, MarkedBytesAreFoundInOrder) {
  const auto is_marked = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  std::mt19937 random(12);
  for (std::size_t size = 0; size < 400; ++size) {
    std::string text = random_text(random, size);
    if (size % 3 == 0) std::replace_if(text.begin(), text.end(), is_marked, 'x');  // marks are rare
    if (size % 3 == 0 && size > 0) text[random() % size] = '\n';
    const auto of_bytes = [](scan::Bytes bytes) { return scan::within(bytes, 0, ' '); };
    for (const std::size_t most : {1, 3, 20, 90}) {
      scan::Marked marked(text, of_bytes);
      for (std::size_t i = 0; i <= size; i += random() % most) {
        ASSERT_EQ(marked.from(i), find_slowly(text, i, is_marked)) << i << " of " << testing::PrintToString(text);
        if (most == 1) ++i;
      }
    }
  }
}

TEST(Scan, RangesOfBytes) {
  const std::array<std::array<int, 2>, 5> ranges = {
      {{0, 0x1F}, {0x41, 0x5A}, {0x81, 0x9F}, {0xE4, 0xE9}, {0xC0, 0x11F}}};
  for (int byte = 0; byte < 0x100; ++byte) {
    const scan::Bytes bytes = scan::Bytes{} + static_cast<std::int8_t>(byte);
    for (const auto& [low, high] : ranges) {
      const bool expected = (byte >= low && byte <= high) || byte + 0x100 <= high;
      EXPECT_EQ(scan::mask_of(scan::within(bytes, low, high)), expected ? 0xFFFFu : 0u) << byte << " in " << low;
    }
  }
}

// Pieces that are whole characters, nearly all, so that long runs are well-formed and break off anywhere.
TEST(Scan, WellFormedUtf8EndsWhereALoopByCharactersEnds) {
  constexpr std::array<std::string_view, 12> kGood = {"a",
                                                      "\n",
                                                      "\xC2\xB7",
                                                      "\xDF\xBF",
                                                      "\xE0\xA0\x80",
                                                      "\xE1\x80\x80",
                                                      "\xE5\x8D\x83",
                                                      "\xE3\x80\x82",
                                                      "\xED\x9F\xBF",
                                                      "\xEF\xBF\xBF",
                                                      "\xF0\x90\x80\x80",
                                                      "\xF4\x8F\xBF\xBF"};
  constexpr std::array<std::string_view, 12> kBad = {"\x80",
                                                     "\xC0\x80",
                                                     "\xC1\xBF",
                                                     "\xC2",
                                                     "\xE0\x9F\xBF",
                                                     "\xED\xA0\x80",
                                                     "\xE5\x8D",
                                                     "\xE5",
                                                     "\xF0\x8F\xBF\xBF",
                                                     "\xF4\x90\x80\x80",
                                                     "\xF5\x80\x80\x80",
                                                     "\xFF"};
  const auto valid_slowly = [](std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
      const std::size_t length = utf8_sequence_length(text.substr(i));
      if (length == 0) break;
      i += length;
    }
    return i;
  };
  std::mt19937 random(5);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const bool plain = round % 2 == 0;  // Han and ASCII alone
    for (std::size_t pieces = random() % 60; pieces > 0; --pieces) {
      text += plain ? kGood[random() % 2 * 6] : kGood[random() % kGood.size()];
      if (random() % 64 == 0) text += kBad[random() % kBad.size()];
    }
    EXPECT_EQ(utf8_valid_prefix(text), valid_slowly(text)) << testing::PrintToString(text);
    text.resize(random() % (text.size() + 1));  // cut off inside a character, as a rule
    EXPECT_EQ(utf8_valid_prefix(text), valid_slowly(text)) << testing::PrintToString(text);
  }
}

TEST(Scan, WidthsOfLongTextsDoNotOverflow) {
  EXPECT_EQ(width_of(std::string(5000, ',')), 10000u);
  EXPECT_EQ(width_of(std::string(5000, '\xE4')), 10000u);
  EXPECT_EQ(count_byte(std::string(5000, ','), ','), 5000u);
}

TEST(JsonString, EscapesWhatMustBe) {
  const struct {
    std::string text;
    const char* json;
  } rows[] = {
      {"", R"("")"},
      {"装机\"15\"万", R"("装机\"15\"万")"},
      {"a\\b/c", R"("a\\b/c")"},
      {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
      {std::string("\0\x01\x1F\x7F", 4), "\"\\u0000\\u0001\\u001F\x7F\""},
      {"到2025年，新建充电站\n50座", R"("到2025年，新建充电站\n50座")"},
  };
  for (const auto& row : rows) {
    std::string out;
    output::append_json_string(out, row.text);
    EXPECT_EQ(out, row.json);
  }
}

// Wherever something stands in a block of sixteen bytes: plain is what is written as it is, and nothing else.
TEST(JsonString, PlainTextsNeedNoChange) {
  const std::string pieces[] = {"a",  "\"", "\\",         "\n",           "\x7F",        "万",
                                "，", "·",  "\U00020000", "\xED\x9F\xBF", "\xE0\xA0\x80"};
  const std::string broken[] = {"\x80", "\xE4", "\xE4\xB8", "\xC3", "\xFF", "\xED\xA0\x80", "\xE0\x80\x80", "\xF0\x9F"};
  const auto is_written_as_it_is = [](const std::string& text) {
    std::string out;
    output::append_json_string(out, text);
    return out == "\"" + text + "\"";
  };
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::string& fill : {std::string("x"), std::string("万")}) {
      std::string front;
      for (std::size_t i = 0; i < before; ++i) front += fill;
      EXPECT_TRUE(output::is_plain(front));
      for (const std::string& piece : pieces) {
        EXPECT_EQ(output::is_plain(front + piece), is_written_as_it_is(front + piece)) << front << piece;
        EXPECT_EQ(output::is_plain(front + piece + front), is_written_as_it_is(front + piece + front))
            << front << piece;
      }
      for (const std::string& piece : broken) {
        EXPECT_FALSE(output::is_plain(front + piece)) << testing::PrintToString(front + piece);
        EXPECT_FALSE(output::is_plain(front + piece + front)) << testing::PrintToString(front + piece);
      }
    }
  }
  EXPECT_TRUE(output::is_plain("到2025年，新建充电站50座"));
}

// Two bytes in a row, wherever they stand in a block of sixteen and whatever follows them.
TEST(Scan, FindsPairsInBlocksOfSixteen) {
  const auto find_pair = [](std::string_view text, std::size_t i) {
    const auto of_bytes = [text](std::size_t at) {
      return (scan::load_bytes(text, at - 1) == 'a') & (scan::load_bytes(text, at) == 'b') &
             (scan::load_bytes(text, at + 2) == 'c');
    };
    const auto is = [text](std::size_t at) {
      return at >= 1 && at + 2 < text.size() && text[at - 1] == 'a' && text[at] == 'b' && text[at + 2] == 'c';
    };
    return scan::find_sixteen(text, i, 1, 2, of_bytes, is);
  };
  for (std::size_t size = 0; size < 60; ++size) {
    EXPECT_EQ(find_pair(std::string(size, 'b'), 0), size);
    for (std::size_t at = 0; at + 4 <= size; ++at) {
      std::string text(size, 'b');
      text.replace(at, 4, "ab-c");
      EXPECT_EQ(find_pair(text, 0), at + 1) << text;
      EXPECT_EQ(find_pair(text, at + 1), at + 1) << text;
      EXPECT_EQ(find_pair(text, at + 2), size) << text;
    }
  }
}

}  // namespace
}  // namespace mubiao
