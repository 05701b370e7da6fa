// Exact rational numbers over GMP. The door is Number: parse, arithmetic (in the header), to_decimal.
// A decimal is written exactly whenever the denominator has no other prime factors than 2 and 5;
// everything else is rounded half to even, once, on the way out.

#include "mubiao/number.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

namespace mubiao {
namespace {

constexpr std::size_t kMaxLength = 64;
constexpr unsigned long kSignificantDigits = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

mpz_class power_of_ten(unsigned long exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

// Decimal digits with at most one point; no sign. False if `text` is anything else.
bool read_unsigned_decimal(std::string_view text, mpq_class& value) {
  std::string digits;
  std::size_t fraction = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (is_digit(c)) {
      digits.push_back(c);
      fraction += point ? 1 : 0;
    } else {
      return false;
    }
  }
  const bool digits_on_both_sides = !point || (text.front() != '.' && text.back() != '.');
  if (digits.empty() || !digits_on_both_sides) return false;
  value = mpq_class(mpz_class(digits, 10), power_of_ten(fraction));
  value.canonicalize();
  return true;
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

// `digits` are those of the value times 10^places, without its sign; trailing zeros of the fraction are dropped.
std::string write_decimal(std::string digits, unsigned long places, bool negative) {
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) {
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  if (negative) digits.insert(0, 1, '-');
  return digits;
}

std::string write_decimal(const mpz_class& scaled, unsigned long places) {
  return write_decimal(mpz_class(abs(scaled)).get_str(), places, scaled < 0);
}

// A value whose parts fit a word, as almost all do. nullopt: they do not, or there is no finite decimal.
std::optional<std::string> write_small(const mpq_class& value) {
  const mpz_class& numerator = value.get_num();
  const mpz_class& denominator = value.get_den();
  constexpr unsigned long kLargest = std::numeric_limits<unsigned long>::max();
  if (mpz_cmpabs_ui(numerator.get_mpz_t(), kLargest) > 0 || denominator > kLargest) return std::nullopt;
  unsigned long scaled = mpz_get_ui(numerator.get_mpz_t());  // of its absolute value
  // Each 2 and each 5 of the denominator is made a 10.
  unsigned long places = 0;
  for (unsigned long rest = denominator.get_ui(); rest != 1; ++places) {
    const bool has_two = rest % 2 == 0;
    const bool has_five = rest % 5 == 0;
    if (!has_two && !has_five) return std::nullopt;
    rest /= (has_two ? 2 : 1) * (has_five ? 5 : 1);
    const unsigned long missing = has_two && has_five ? 1 : has_two ? 5 : 2;
    if (__builtin_mul_overflow(scaled, missing, &scaled)) return std::nullopt;
  }
  return write_decimal(std::to_string(scaled), places, numerator < 0);
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

const mpq_class& Number::zero() {
  static const mpq_class zero;
  return zero;
}

std::optional<Number> Number::parse(std::string_view text) {
  if (text.empty() || text.size() > kMaxLength) return std::nullopt;
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t slash = text.find('/');
  mpq_class value;
  if (slash == std::string_view::npos) {
    if (text.empty() || !read_unsigned_decimal(text, value)) return std::nullopt;
  } else {
    const std::string_view above = text.substr(0, slash);
    const std::string_view below = text.substr(slash + 1);
    mpq_class divisor;
    if (above.empty() || below.empty()) return std::nullopt;
    if (!read_unsigned_decimal(above, value) || !read_unsigned_decimal(below, divisor) || divisor == 0) {
      return std::nullopt;
    }
    value /= divisor;
  }
  return Number(negative ? mpq_class(-value) : value);
}

std::string Number::to_decimal() const {
  if (std::optional<std::string> small = write_small(rational())) return *std::move(small);
  const std::optional<unsigned long> places = exact_places(rational());
  if (!places) return write_rounded(rational());
  return write_decimal(mpz_class(rational().get_num() * power_of_ten(*places) / rational().get_den()), *places);
}

bool Number::is_decimal() const { return exact_places(rational()).has_value(); }

}  // namespace mubiao
