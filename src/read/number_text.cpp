// Numbers of headings and lists: 一, 壹, 甲, ①, iv.
//
// Door: number_text.

#include "read/number_text.h"

#include <array>
#include <cctype>

#include "text/terminal.h"

namespace mubiao::read {
namespace {

using Digits = std::array<std::string_view, 10>;
constexpr Digits kHanDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kLegalDigits = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kLegalDigitsTraditional = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr Digits kFullWidthDigits = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};

constexpr std::array<std::string_view, 10> kStems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> kBranches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                        "午", "未", "申", "酉", "戌", "亥"};

std::string by_digit(long long number, const Digits& digits) {
  std::string text;
  for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
  return text;
}

/// How a number is counted out: the zero between places, and the places themselves.
struct Counting {
  Digits digits;
  std::string_view zero;
  std::array<std::string_view, 4> places;  // of one group of four
  std::string_view group;
  bool bare_ten;  // 十二, not 一十二
};
constexpr Counting kCounting = {kHanDigits, "零", {"", "十", "百", "千"}, "万", true};
constexpr Counting kLegal = {kLegalDigits, "零", {"", "拾", "佰", "仟"}, "万", false};
constexpr Counting kLegalTraditional = {kLegalDigitsTraditional, "零", {"", "拾", "佰", "仟"}, "萬", false};

/// Below 10,000; `inside`: something stands before it.
std::string count_group(long long number, const Counting& way, bool inside) {
  std::string text;
  bool skipped = false;
  for (int place = 3, power = 1000; place >= 0; --place, power /= 10) {
    const auto digit = static_cast<std::size_t>(number / power % 10);
    if (digit == 0) {
      skipped = true;
      continue;
    }
    const bool first = text.empty() && !inside;
    if (skipped && !first) text += way.zero;
    skipped = false;
    if (!(way.bare_ten && first && place == 1 && digit == 1)) text += way.digits[digit];
    text += way.places[static_cast<std::size_t>(place)];
  }
  return text;
}

std::string count(long long number, const Counting& way) {
  constexpr long long kGroup = 10000;
  if (number >= kGroup * kGroup) return std::to_string(number);
  if (number == 0) return std::string(way.digits[0]);
  std::string text;
  if (number >= kGroup) text = count_group(number / kGroup, way, false) + std::string(way.group);
  return text + count_group(number % kGroup, way, number >= kGroup);
}

template <std::size_t kCount>
std::string one_of(long long number, const std::array<std::string_view, kCount>& signs) {
  if (number < 1 || number > static_cast<long long>(kCount)) return std::to_string(number);
  return std::string(signs[static_cast<std::size_t>(number) - 1]);
}

/// One character of a row that begins with `first`.
std::string one_of_row(long long number, char32_t first, long long count) {
  if (number < 1 || number > count) return std::to_string(number);
  return to_utf8(first + static_cast<char32_t>(number - 1));
}

std::string circled(long long number) {
  if (number <= 20) return one_of_row(number, U'①', 20);
  if (number <= 35) return one_of_row(number - 20, U'㉑', 15);
  return number <= 50 ? one_of_row(number - 35, U'㊱', 15) : std::to_string(number);
}

std::string roman(long long number) {
  struct Sign {
    int value;
    const char* text;
  };
  constexpr std::array<Sign, 13> kSigns = {{{1000, "M"},
                                            {900, "CM"},
                                            {500, "D"},
                                            {400, "CD"},
                                            {100, "C"},
                                            {90, "XC"},
                                            {50, "L"},
                                            {40, "XL"},
                                            {10, "X"},
                                            {9, "IX"},
                                            {5, "V"},
                                            {4, "IV"},
                                            {1, "I"}}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string text;
  for (const Sign& sign : kSigns) {
    for (; number >= sign.value; number -= sign.value) text += sign.text;
  }
  return text;
}

/// A … Z, AA, BB.
std::string letters(long long number) {
  constexpr long long kLetters = 26;
  constexpr long long kLongest = 10;
  if (number < 1 || number > kLetters * kLongest) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / kLetters + 1),
                     static_cast<char>('A' + (number - 1) % kLetters));
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

struct Way {
  std::string_view name;
  std::string (*write)(long long number);
};
constexpr std::array kWays = {
    Way{"none", [](long long) { return std::string(); }},
    Way{"bullet", [](long long) { return std::string(); }},
    Way{"decimalZero", [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); }},
    Way{"numberInDash", [](long long n) { return "- " + std::to_string(n) + " -"; }},
    Way{"upperRoman", roman},
    Way{"lowerRoman", [](long long n) { return lower(roman(n)); }},
    Way{"upperLetter", letters},
    Way{"lowerLetter", [](long long n) { return lower(letters(n)); }},
    Way{"chineseCounting", [](long long n) { return count(n, kCounting); }},
    Way{"chineseCountingThousand", [](long long n) { return count(n, kCounting); }},
    Way{"japaneseCounting", [](long long n) { return count(n, kCounting); }},
    Way{"taiwaneseCounting", [](long long n) { return count(n, kCounting); }},
    Way{"taiwaneseCountingThousand", [](long long n) { return count(n, kCounting); }},
    Way{"chineseLegalSimplified", [](long long n) { return count(n, kLegal); }},
    Way{"ideographLegalTraditional", [](long long n) { return count(n, kLegalTraditional); }},
    Way{"ideographDigital", [](long long n) { return by_digit(n, kHanDigits); }},
    Way{"japaneseDigitalTenThousand", [](long long n) { return by_digit(n, kHanDigits); }},
    Way{"taiwaneseDigital", [](long long n) { return by_digit(n, kHanDigits); }},
    Way{"decimalFullWidth", [](long long n) { return by_digit(n, kFullWidthDigits); }},
    Way{"decimalFullWidth2", [](long long n) { return by_digit(n, kFullWidthDigits); }},
    Way{"ideographTraditional", [](long long n) { return one_of(n, kStems); }},
    Way{"ideographZodiac", [](long long n) { return one_of(n, kBranches); }},
    Way{"decimalEnclosedCircle", circled},
    Way{"decimalEnclosedCircleChinese", circled},
    Way{"decimalEnclosedFullstop", [](long long n) { return one_of_row(n, U'⒈', 20); }},
    Way{"decimalEnclosedParen", [](long long n) { return one_of_row(n, U'⑴', 20); }},
    Way{"ideographEnclosedCircle", [](long long n) { return one_of_row(n, U'㊀', 10); }},
};

}  // namespace

std::string number_text(long long number, std::string_view format) {
  if (number < 0) return std::to_string(number);
  for (const Way& way : kWays) {
    if (way.name == format) return way.write(number);
  }
  return std::to_string(number);
}

}  // namespace mubiao::read
