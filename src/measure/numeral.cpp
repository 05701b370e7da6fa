// Reads numerals, the closed set of words for numbers: read_arabic_numeral and read_chinese_numeral are the
// doors. What a numeral counts, and whether it is part of a longer word, is not known here.
// Values stay in 64 bits (亿亿 = 10^16 is the largest scale that texts use); whatever overflows is no numeral.

#include "measure/numeral.h"

#include <array>
#include <utility>

#include "measure/characters.h"

namespace mubiao {
namespace {

constexpr std::size_t kMaxDigits = 64;
constexpr std::size_t kMaxChineseBytes = 40 * 3;
constexpr std::uint64_t kMaxValue = 1'000'000'000'000'000'000;
constexpr std::uint64_t kWan = 10'000;

enum class Class : std::uint8_t { kNone, kDigit, kFormalDigit, kSmallScale, kBigScale, kPoint };

struct Character {
  std::uint32_t code_point;
  Class kind;
  std::uint64_t value;
};

// Simplified, traditional and the forms of cheques. 陆, 参, 伍 and their like are words of their own, so a formal
// digit alone is no numeral.
constexpr std::array kCharacters = {
    Character{U'零', Class::kDigit, 0},
    Character{U'〇', Class::kDigit, 0},
    Character{U'一', Class::kDigit, 1},
    Character{U'二', Class::kDigit, 2},
    Character{U'两', Class::kDigit, 2},
    Character{U'兩', Class::kDigit, 2},
    Character{U'三', Class::kDigit, 3},
    Character{U'四', Class::kDigit, 4},
    Character{U'五', Class::kDigit, 5},
    Character{U'六', Class::kDigit, 6},
    Character{U'七', Class::kDigit, 7},
    Character{U'八', Class::kDigit, 8},
    Character{U'九', Class::kDigit, 9},
    Character{U'壹', Class::kFormalDigit, 1},
    Character{U'贰', Class::kFormalDigit, 2},
    Character{U'貳', Class::kFormalDigit, 2},
    Character{U'叁', Class::kFormalDigit, 3},
    Character{U'參', Class::kFormalDigit, 3},
    Character{U'肆', Class::kFormalDigit, 4},
    Character{U'伍', Class::kFormalDigit, 5},
    Character{U'陆', Class::kFormalDigit, 6},
    Character{U'陸', Class::kFormalDigit, 6},
    Character{U'柒', Class::kFormalDigit, 7},
    Character{U'捌', Class::kFormalDigit, 8},
    Character{U'玖', Class::kFormalDigit, 9},
    Character{U'十', Class::kSmallScale, 10},
    Character{U'拾', Class::kSmallScale, 10},
    Character{U'百', Class::kSmallScale, 100},
    Character{U'佰', Class::kSmallScale, 100},
    Character{U'千', Class::kSmallScale, 1000},
    Character{U'仟', Class::kSmallScale, 1000},
    Character{U'万', Class::kBigScale, kWan},
    Character{U'萬', Class::kBigScale, kWan},
    Character{U'亿', Class::kBigScale, kWan* kWan},
    Character{U'億', Class::kBigScale, kWan* kWan},
    Character{U'兆', Class::kBigScale, kWan* kWan* kWan},
    Character{U'点', Class::kPoint, 0},
    Character{U'點', Class::kPoint, 0},
};

// Row of kCharacters plus one for each code point of the basic plane; 0 elsewhere. One load decides.
constexpr std::array<std::uint8_t, 0x10000> kRows = [] {
  std::array<std::uint8_t, 0x10000> rows{};
  for (std::size_t i = 0; i < kCharacters.size(); ++i) {
    rows[kCharacters[i].code_point] = static_cast<std::uint8_t>(i + 1);
  }
  return rows;
}();

Character numeral_character(std::string_view text, std::size_t offset) {
  const std::uint8_t row = kRows[three_byte_code_point(text, offset)];
  return row == 0 ? Character{0, Class::kNone, 0} : kCharacters[row - 1];
}

bool is_digit(Character c) { return c.kind == Class::kDigit || c.kind == Class::kFormalDigit; }
bool is_scale(Character c) { return c.kind == Class::kSmallScale || c.kind == Class::kBigScale; }

// False where the product would leave the range of values; then `value` is unchanged.
bool multiply(std::uint64_t& value, std::uint64_t factor) {
  if (factor != 0 && value > kMaxValue / factor) return false;
  value *= factor;
  return true;
}

// 万, 亿, 万亿, 万万 from `offset` on, multiplied into `scale`.
std::size_t read_big_scales(std::string_view text, std::size_t offset, std::uint64_t& scale) {
  std::uint64_t last = 0;
  while (true) {
    const Character c = numeral_character(text, offset);
    // 兆 is 10^12 only inside a long numeral (五兆六十二亿); 5兆瓦 has the prefix of a unit.
    if (c.kind != Class::kBigScale || c.value < last || c.value > kWan * kWan || !multiply(scale, c.value)) break;
    last = c.value;
    offset += 3;
  }
  return offset;
}

// ---- Arabic ----

// Digits with thousands commas, without the point: "1,234" gives 1234.
std::size_t read_integer(std::string_view text, std::size_t offset, std::string& digits) {
  const std::size_t begin = offset;
  while (offset < text.size() && is_ascii_digit(text[offset]) && offset - begin <= kMaxDigits) ++offset;
  digits.assign(text.substr(begin, offset - begin));
  if (offset - begin > 3) return offset;
  const auto group_follows = [&](std::size_t at) {
    if (at + 4 > text.size() || text[at] != ',') return false;
    for (std::size_t i = at + 1; i < at + 4; ++i) {
      if (!is_ascii_digit(text[i])) return false;
    }
    return at + 4 == text.size() || !is_ascii_digit(text[at + 4]);
  };
  while (group_follows(offset) && digits.size() <= kMaxDigits) {
    digits.append(text.substr(offset + 1, 3));
    offset += 4;
  }
  return offset;
}

// The power that superscript digits after "10" write, 10⁴; 0 if there is none.
std::uint64_t read_power_of_ten(std::string_view text, std::size_t& offset) {
  static constexpr std::array<std::string_view, 8> kSuperscripts = {"²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  if (!has_at(text, offset, "10")) return 0;
  std::uint64_t power = 100;
  for (const std::string_view digit : kSuperscripts) {
    if (has_at(text, offset + 2, digit)) {
      offset += 2 + digit.size();
      return power;
    }
    power *= 10;
  }
  return 0;
}

// ---- Chinese ----

// Digits after 点: 三点一四.
std::size_t read_fraction(std::string_view text, std::size_t offset, std::string& digits) {
  for (Character c = numeral_character(text, offset); is_digit(c) && digits.size() < kMaxDigits;
       c = numeral_character(text, offset)) {
    digits.push_back(static_cast<char>('0' + c.value));
    offset += 3;
  }
  return offset;
}

bool point_follows(std::string_view text, std::size_t offset) {
  return numeral_character(text, offset).kind == Class::kPoint && is_digit(numeral_character(text, offset + 3));
}

// Adds ".5" and the scale after it to the integer that `numeral` holds: 三点五万.
Numeral with_fraction(std::string_view text, Numeral numeral) {
  numeral.digits.push_back('.');
  numeral.scale_begin = read_fraction(text, numeral.end + 3, numeral.digits);
  numeral.end = read_big_scales(text, numeral.scale_begin, numeral.scale);
  return numeral;
}

// Chinese digits from `offset` on; stops counting where nothing sensible can follow.
std::size_t count_digits(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (count <= 16 && is_digit(numeral_character(text, offset + 3 * count))) ++count;
  return count;
}

// 二〇三〇, or two neighbours such as 三四十. `count` digits stand at `offset`.
std::optional<Numeral> read_digit_string(std::string_view text, std::size_t offset, std::size_t count) {
  Numeral numeral{.begin = offset, .chinese = true};
  bool zero = false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t digit = numeral_character(text, offset + 3 * i).value;
    zero = zero || digit == 0;
    numeral.digits.push_back(static_cast<char>('0' + digit));
  }
  numeral.scale_begin = numeral.end = offset + 3 * count;
  if (count >= 2 && numeral.digits[0] != '0' && (zero || count == 4) && count <= 16) return numeral;
  const int low = numeral.digits[0] - '0';
  const int high = count == 2 ? numeral.digits[1] - '0' : 0;
  // 一二 and 二二 are no approximations: 一二次设备 means the first and the second.
  const bool neighbours = (high == low + 1 && (low > 1 || has_at(text, offset + 3, "两"))) || (low == 3 && high == 5);
  if (!neighbours) return std::nullopt;
  numeral.high_digits = numeral.digits.substr(1);
  numeral.digits.resize(1);
  const Character small = numeral_character(text, numeral.end);
  if (small.kind == Class::kSmallScale) {
    numeral.scale = small.value;
    numeral.end += 3;
  }
  numeral.end = read_big_scales(text, numeral.end, numeral.scale);
  return numeral;
}

// Adds up 一千零五十万三千: the state between two characters.
struct Sum {
  std::uint64_t total = 0;    // complete pieces: 一千零五十万
  std::uint64_t section = 0;  // below the next 万: 三千
  int digit = -1;             // read, its scale is still to come
  bool zero = false;          // 零 since the last scale
  std::uint64_t last_small = kWan;
  std::uint64_t last_big = kMaxValue;

  // 二百五: a last digit takes the place below the last scale, unless 零 stands before it.
  std::uint64_t last_digit() const {
    if (digit < 0) return 0;
    const std::uint64_t value = plain_digit();
    if (zero) return value;
    if (last_small < kWan) return value * (last_small / 10);
    return last_big < kMaxValue ? value * (last_big / 10) : value;
  }

  bool add_small(std::uint64_t scale) {
    if (scale >= last_small || digit > 9999) return false;
    section += static_cast<std::uint64_t>(digit < 0 ? 1 : digit) * scale;
    last_small = scale;
    digit = -1;
    zero = false;
    return true;
  }

  bool add_big(std::uint64_t scale) {
    std::uint64_t piece = section + (last_small < kWan ? last_digit() : plain_digit());
    if (piece == 0 && (total == 0 || scale < last_big)) return false;
    if (piece == 0 || scale > last_big) {  // 万亿; 一万五千亿
      total += piece;
      if (!multiply(total, scale)) return false;
    } else {
      if (scale == last_big || !multiply(piece, scale)) return false;
      total += piece;
    }
    if (total > kMaxValue) return false;
    *this = {.total = total, .last_big = scale};
    return true;
  }

  std::uint64_t plain_digit() const { return digit < 0 ? 0 : static_cast<std::uint64_t>(digit); }
  std::uint64_t value() const { return total + section + last_digit(); }
};

// Feeds `sum` from `offset` on and returns where the numeral ends, or nullopt if it is malformed.
std::optional<std::size_t> add_up(std::string_view text, std::size_t offset, Sum& sum) {
  for (std::size_t at = offset; at - offset <= kMaxChineseBytes; at += 3) {
    const Character c = numeral_character(text, at);
    if (is_digit(c)) {
      if (sum.digit >= 0 || (c.value == 0 && sum.zero)) return at;
      if (c.value == 0) {
        sum.zero = true;
      } else {
        sum.digit = static_cast<int>(c.value);
      }
    } else if (c.kind == Class::kSmallScale) {
      if (sum.digit < 0 && c.value != 10) return at;  // 二十千瓦: the scale belongs to the unit
      if (!sum.add_small(c.value)) return std::nullopt;
    } else if (c.kind == Class::kBigScale) {
      // 兆 inside a numeral is 10^12, before a unit it is that unit's prefix.
      if (c.value > kWan * kWan && !is_chinese_numeral(text, at + 3)) return at;
      if (!sum.add_big(c.value)) return std::nullopt;
    } else {
      return at;
    }
  }
  return std::nullopt;
}

// 三百, 五千万, 十五万: splits digits and scale, so that 三到五千万 can share the scale.
void split_scale(std::string_view text, Numeral& numeral) {
  std::size_t scale_begin = numeral.end;
  while (scale_begin > numeral.begin) {
    const Character c = numeral_character(text, scale_begin - 3);
    const bool scale_char = c.kind == Class::kBigScale || (c.kind == Class::kSmallScale && c.value > 10);
    if (!scale_char) break;
    scale_begin -= 3;
  }
  if (scale_begin == numeral.begin || scale_begin == numeral.end) return;
  const std::uint64_t factor = scale_factor(text.substr(scale_begin, numeral.end - scale_begin));
  const std::uint64_t value = std::stoull(numeral.digits);
  const bool one_piece = factor != 0 && value % factor == 0 && value / factor < kWan;
  // 一亿五千万 is not 一亿五 times 千万: with a scale before the last digit only 万 or 亿 multiplies the whole.
  for (std::size_t i = numeral.begin; i < scale_begin; i += 3) {
    const Character c = numeral_character(text, i);
    if (c.kind == Class::kBigScale) return;
    if (c.kind == Class::kSmallScale && numeral_character(text, scale_begin).kind == Class::kSmallScale) return;
  }
  if (!one_piece) return;
  numeral.scale_begin = scale_begin;
  numeral.scale = factor;
  numeral.digits = std::to_string(value / factor);
}

// 2亿5千2百万, 1千零30万: Arabic digits between scales. Changes `numeral` only where a second digit group follows.
void read_further_groups(std::string_view text, Numeral& numeral) {
  if (numeral.digits.find('.') != std::string::npos) return;
  Sum sum;
  std::size_t end = numeral.begin;
  int groups = 0;
  for (std::size_t at = numeral.begin;;) {
    Sum next = sum;
    next.zero = groups > 0 && numeral_character(text, at).code_point == U'零';
    std::string digits;
    at = read_integer(text, next.zero ? at + 3 : at, digits);
    if (digits.empty() || digits.size() > (groups == 0 ? 9u : 4u)) break;
    next.digit = std::stoi(digits);
    bool scaled = false;
    for (Character c = numeral_character(text, at); is_scale(c) && c.value <= kWan * kWan;
         c = numeral_character(text, at)) {
      const bool added =
          c.kind == Class::kSmallScale ? next.digit >= 0 && next.add_small(c.value) : next.add_big(c.value);
      if (!added) break;
      scaled = true;
      at += 3;
    }
    if (!scaled && !next.zero) break;
    sum = next;
    end = at;
    ++groups;
    if (!scaled) break;
  }
  if (groups < 2) return;
  numeral.digits = std::to_string(sum.value());
  numeral.scale = 1;
  numeral.end = numeral.scale_begin = end;
}

std::optional<Numeral> read_bare_scale(std::string_view text, std::size_t offset) {
  Numeral numeral{.begin = offset, .scale_begin = offset, .digits = "1", .chinese = true, .bare_scale = true};
  const Character first = numeral_character(text, offset);
  numeral.end = offset;
  if (first.kind == Class::kSmallScale) {
    numeral.scale = first.value;
    numeral.end += 3;
  }
  numeral.end = read_big_scales(text, numeral.end, numeral.scale);
  if (numeral.end == offset) return std::nullopt;
  return numeral;
}

// Nearly every number of a text is an integer of 64 bits, also 1.2万: that saves the way through fractions.
std::optional<std::uint64_t> integer_value(const Numeral& numeral) {
  if (numeral.digits.size() > 16) return std::nullopt;
  std::uint64_t value = 0;
  std::uint64_t scale = numeral.scale;
  bool fraction = false;
  for (const char c : numeral.digits) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (fraction && scale % 10 != 0) return std::nullopt;
    if (fraction) scale /= 10;
  }
  if (!multiply(value, scale)) return std::nullopt;
  return value;
}

}  // namespace

Number value_of(const Numeral& numeral) {
  if (const std::optional<std::uint64_t> value = integer_value(numeral)) return Number(static_cast<long>(*value));
  const Number digits = Number::parse(numeral.digits).value_or(Number());
  return numeral.scale == 1 ? digits : digits * Number(static_cast<long>(numeral.scale));
}

Number high_value_of(const Numeral& numeral) {
  return Number::parse(numeral.high_digits).value_or(Number()) * Number(static_cast<long>(numeral.scale));
}

std::optional<Scale> read_scale(std::string_view text, std::size_t offset) {
  Scale scale;
  scale.end = offset;
  const Character first = numeral_character(text, offset);
  if (first.kind == Class::kSmallScale) {
    scale.factor = first.value;
    scale.end += 3;
  }
  const std::size_t small_end = scale.end;
  scale.end = read_big_scales(text, scale.end, scale.factor);
  if (scale.end == offset || (scale.end == small_end && scale.factor == 10)) return std::nullopt;
  return scale;
}

std::uint64_t scale_factor(std::string_view scale_text) {
  std::uint64_t factor = 1;
  for (std::size_t i = 0; i < scale_text.size(); i += 3) {
    const Character c = numeral_character(scale_text, i);
    if (!is_scale(c) || !multiply(factor, c.value)) return 0;
  }
  return factor;
}

std::optional<Numeral> read_arabic_numeral(std::string_view text, std::size_t offset) {
  Numeral numeral{.begin = offset};
  std::size_t end = offset;
  std::uint64_t power = read_power_of_ten(text, end);
  if (power != 0) {
    numeral.digits = std::to_string(power);
  } else {
    end = read_integer(text, offset, numeral.digits);
    if (end + 1 < text.size() && text[end] == '.' && is_ascii_digit(text[end + 1])) {
      numeral.digits.push_back('.');
      for (++end; end < text.size() && is_ascii_digit(text[end]); ++end) {
        if (numeral.digits.size() > kMaxDigits) return std::nullopt;
        numeral.digits.push_back(text[end]);
      }
    }
    if (numeral.digits.empty() || numeral.digits.size() > kMaxDigits) return std::nullopt;
    std::size_t after = has_at(text, end, "×") ? end + std::string_view("×").size() : end;
    if (after != end && (power = read_power_of_ten(text, after)) != 0) {
      numeral.scale_begin = numeral.end = after;
      numeral.digits = (value_of(numeral) * Number(static_cast<long>(power))).to_decimal();
      end = after;
    }
  }
  numeral.scale_begin = numeral.end = end;
  const std::size_t scale_at = skip_few_spaces(text, end);
  if (const std::optional<Scale> scale = read_scale(text, scale_at)) {
    numeral.scale_begin = scale_at;
    numeral.end = scale->end;
    numeral.scale = scale->factor;
    read_further_groups(text, numeral);
  }
  return numeral;
}

std::optional<Numeral> read_chinese_numeral(std::string_view text, std::size_t offset) {
  const Character first = numeral_character(text, offset);
  if (first.kind == Class::kNone || first.kind == Class::kPoint) return std::nullopt;
  if (is_scale(first) && first.value != 10) return read_bare_scale(text, offset);

  Numeral numeral{.begin = offset, .digits = "0", .chinese = true};
  if (first.kind == Class::kDigit && first.value == 0) {  // 零增长 is a word; only 零点五 is a number
    numeral.end = offset + 3;
    if (!point_follows(text, numeral.end)) return std::nullopt;
    return with_fraction(text, std::move(numeral));
  }
  if (const std::size_t count = count_digits(text, offset); count > 1) return read_digit_string(text, offset, count);

  Sum sum;
  const std::optional<std::size_t> end = add_up(text, offset, sum);
  if (!end || (sum.zero && sum.digit < 0)) return std::nullopt;
  numeral.end = numeral.scale_begin = *end;
  numeral.digits = std::to_string(sum.value());
  if (point_follows(text, *end)) return with_fraction(text, std::move(numeral));
  const bool alone = *end == offset + 3;
  if (alone && (first.kind == Class::kFormalDigit || first.code_point == U'拾')) return std::nullopt;
  split_scale(text, numeral);
  return numeral;
}

bool is_chinese_numeral(std::string_view text, std::size_t offset) {
  const Class kind = numeral_character(text, offset).kind;
  return kind != Class::kNone && kind != Class::kPoint;
}

std::size_t skip_chinese_numerals(std::string_view text, std::size_t offset) {
  while (is_chinese_numeral(text, offset)) offset += 3;
  return offset;
}

}  // namespace mubiao
