#pragma once

#include <gmpxx.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mubiao {

/// An exact rational number. No double ever stands between the text and the output. Nearly all are fractions of two
/// longs and kept as such; GMP has the others, of which copies share the value. Immutable.
class Number {
 public:
  Number() = default;  // zero
  explicit Number(long value) : numerator_(value) {}
  explicit Number(mpq_class value);

  /// "15", "-0.5", "2000/3", "29.3076". At most 64 characters; anything else is nullopt.
  static std::optional<Number> parse(std::string_view text);

  /// Decimal digits, never an exponent, no trailing zeros: "150", "0.315", "-2".
  /// A value that has no finite decimal form is rounded half to even at 12 significant digits.
  std::string to_decimal() const;
  /// True if to_decimal() says the value exactly.
  bool is_decimal() const;

  mpq_class rational() const;
  friend Number operator*(const Number& a, const Number& b);
  friend Number operator/(const Number& a, const Number& b);
  friend Number operator+(const Number& a, const Number& b);
  friend bool operator==(const Number& a, const Number& b);
  friend bool operator<(const Number& a, const Number& b);

 private:
  static std::optional<Number> small(long numerator, long denominator);
  bool is_small() const { return large_ == nullptr; }

  // In lowest terms, the denominator above zero, if both fit; then `large_` is null.
  long numerator_ = 0;
  long denominator_ = 1;
  std::shared_ptr<const mpq_class> large_;
};

}  // namespace mubiao
