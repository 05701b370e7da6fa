// Exact rational numbers: two longs where they fit, over GMP where not. The door is Number: parse, arithmetic,
// to_decimal.
// A decimal is written exactly whenever the denominator has no other prime factors than 2 and 5;
// everything else is rounded half to even, once, on the way out.

#include "mubiao/number.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace mubiao {
namespace {

constexpr std::size_t kMaxLength = 64;
constexpr unsigned long kSignificantDigits = 12;

constexpr long kLeast = std::numeric_limits<long>::min();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

mpz_class power_of_ten(unsigned long exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

// Decimal digits with at most one point, as their number and how many stand behind the point; no sign.
struct Decimal {
  std::string digits;
  std::size_t fraction = 0;
};
std::optional<Decimal> read_unsigned_decimal(std::string_view text) {
  Decimal out;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (is_digit(c)) {
      out.digits.push_back(c);
      out.fraction += point ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  const bool digits_on_both_sides = !point || (text.front() != '.' && text.back() != '.');
  if (out.digits.empty() || !digits_on_both_sides) return std::nullopt;
  return out;
}

Number value_of(const Decimal& decimal) {
  constexpr std::size_t kSurelySmall = std::numeric_limits<long>::digits10;
  if (decimal.digits.size() > kSurelySmall)
    return Number(mpq_class(mpz_class(decimal.digits, 10), power_of_ten(decimal.fraction)));
  long value = 0;
  long scale = 1;
  for (const char c : decimal.digits) value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < decimal.fraction; ++i) scale *= 10;
  return scale == 1 ? Number(value) : Number(value) / Number(scale);
}

// How often `factor` divides `number`, which is left without it.
unsigned long strip_factor(mpz_class& number, unsigned long factor) {
  const mpz_class divisor(factor);
  return mpz_remove(number.get_mpz_t(), number.get_mpz_t(), divisor.get_mpz_t());
}

// Digits after the point that say the value exactly, or nullopt.
std::optional<unsigned long> exact_places(const mpq_class& value) {
  mpz_class rest = value.get_den();
  const unsigned long twos = strip_factor(rest, 2);
  const unsigned long fives = strip_factor(rest, 5);
  if (rest != 1) return std::nullopt;
  return std::max(twos, fives);
}

mpz_class round_half_even(const mpz_class& numerator, const mpz_class& denominator) {
  mpz_class quotient;
  mpz_class remainder;
  mpz_fdiv_qr(quotient.get_mpz_t(), remainder.get_mpz_t(), numerator.get_mpz_t(), denominator.get_mpz_t());
  const int half = cmp(mpz_class(remainder * 2), denominator);
  if (half > 0 || (half == 0 && mpz_odd_p(quotient.get_mpz_t()))) ++quotient;
  return quotient;
}

// `digits` are those of the value times 10^places; trailing zeros of the fraction are dropped.
std::string write_decimal(std::string digits, bool negative, unsigned long places) {
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) {
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return negative ? "-" + digits : digits;
}
std::string write_decimal(const mpz_class& scaled, unsigned long places) {
  return write_decimal(mpz_class(abs(scaled)).get_str(), scaled < 0, places);
}

// The digits of a small value that has a finite decimal form, unless they would be too large for a long.
std::optional<std::string> write_small(long numerator, long denominator) {
  if (denominator == 1) return std::to_string(numerator);
  long scaled = numerator;
  unsigned long places = 0;
  long scale = 1;
  while (scale % denominator != 0) {
    if (++places > kSignificantDigits || __builtin_mul_overflow(scale, 10, &scale)) return std::nullopt;
  }
  if (__builtin_mul_overflow(scaled, scale / denominator, &scaled) || scaled == kLeast) return std::nullopt;
  return write_decimal(std::to_string(scaled < 0 ? -scaled : scaled), scaled < 0, places);
}

std::string write_rounded(const mpq_class& value) {
  const mpz_class numerator = abs(value.get_num());
  const mpz_class& denominator = value.get_den();
  const mpz_class limit = power_of_ten(kSignificantDigits);
  // The most places with which the rounded digits stay below the limit. Written digits of the integer
  // part are never rounded away: a value above 10^12 is rounded to an integer.
  unsigned long places = 0;
  mpz_class scale = 1;
  while (round_half_even(mpz_class(numerator * scale * 10), denominator) < limit) {
    scale *= 10;
    ++places;
  }
  return write_decimal(round_half_even(mpz_class(value.get_num() * scale), denominator), places);
}

}  // namespace

Number::Number(mpq_class value) {
  value.canonicalize();
  if (value.get_num().fits_slong_p() && value.get_den().fits_slong_p()) {
    numerator_ = value.get_num().get_si();
    denominator_ = value.get_den().get_si();
  } else {
    large_ = std::make_shared<const mpq_class>(std::move(value));
  }
}

mpq_class Number::rational() const {
  if (!is_small()) return *large_;
  mpq_class out;
  mpz_set_si(out.get_num_mpz_t(), numerator_);
  mpz_set_si(out.get_den_mpz_t(), denominator_);
  return out;
}

// nullopt if the fraction cannot be made small, or is none.
std::optional<Number> Number::small(long numerator, long denominator) {
  if (denominator == 0 || numerator == kLeast || denominator == kLeast) return std::nullopt;
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Number out;
  const long divisor = denominator == 1 ? 1 : std::gcd(numerator, denominator);
  out.numerator_ = numerator / divisor;
  out.denominator_ = denominator / divisor;
  return out;
}

Number operator*(const Number& a, const Number& b) {
  long above = 0;
  long below = 0;
  if (a.is_small() && b.is_small() && !__builtin_mul_overflow(a.numerator_, b.numerator_, &above) &&
      !__builtin_mul_overflow(a.denominator_, b.denominator_, &below)) {
    if (const auto out = Number::small(above, below)) return *out;
  }
  return Number(mpq_class(a.rational() * b.rational()));
}

Number operator/(const Number& a, const Number& b) {
  long above = 0;
  long below = 0;
  if (a.is_small() && b.is_small() && !__builtin_mul_overflow(a.numerator_, b.denominator_, &above) &&
      !__builtin_mul_overflow(a.denominator_, b.numerator_, &below)) {
    if (const auto out = Number::small(above, below)) return *out;
  }
  return Number(mpq_class(a.rational() / b.rational()));
}

Number operator+(const Number& a, const Number& b) {
  long left = 0;
  long right = 0;
  long below = 0;
  if (a.is_small() && b.is_small() && !__builtin_mul_overflow(a.numerator_, b.denominator_, &left) &&
      !__builtin_mul_overflow(b.numerator_, a.denominator_, &right) && !__builtin_add_overflow(left, right, &left) &&
      !__builtin_mul_overflow(a.denominator_, b.denominator_, &below)) {
    if (const auto out = Number::small(left, below)) return *out;
  }
  return Number(mpq_class(a.rational() + b.rational()));
}

bool operator==(const Number& a, const Number& b) {
  if (a.is_small() != b.is_small()) return false;  // what is small is never kept as large
  if (a.is_small()) return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  return *a.large_ == *b.large_;
}

bool operator<(const Number& a, const Number& b) {
  long left = 0;
  long right = 0;
  if (a.is_small() && b.is_small() && !__builtin_mul_overflow(a.numerator_, b.denominator_, &left) &&
      !__builtin_mul_overflow(b.numerator_, a.denominator_, &right)) {
    return left < right;
  }
  return a.rational() < b.rational();
}

std::optional<Number> Number::parse(std::string_view text) {
  if (text.empty() || text.size() > kMaxLength) return std::nullopt;
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t slash = text.find('/');
  const std::string_view above = text.substr(0, slash);
  const auto numerator = above.empty() ? std::nullopt : read_unsigned_decimal(above);
  if (!numerator) return std::nullopt;
  Number value = mubiao::value_of(*numerator);
  if (slash != std::string_view::npos) {
    const std::string_view below = text.substr(slash + 1);
    const auto denominator = below.empty() ? std::nullopt : read_unsigned_decimal(below);
    const Number divisor = denominator ? mubiao::value_of(*denominator) : Number();
    if (divisor == Number()) return std::nullopt;
    value = value / divisor;
  }
  return negative ? value * Number(-1) : value;
}

std::string Number::to_decimal() const {
  if (is_small()) {
    if (auto out = write_small(numerator_, denominator_)) return *std::move(out);
  }
  const mpq_class value = rational();
  const std::optional<unsigned long> places = exact_places(value);
  if (!places) return write_rounded(value);
  return write_decimal(mpz_class(value.get_num() * power_of_ten(*places) / value.get_den()), *places);
}

bool Number::is_decimal() const {
  if (is_small() && denominator_ == 1) return true;
  return exact_places(rational()).has_value();
}

}  // namespace mubiao
