#pragma once

#include <gmpxx.h>

#include <optional>
#include <string>
#include <string_view>

namespace mubiao {

/// An exact rational number. No double ever stands between the text and the output.
class Number {
 public:
  Number() = default;
  explicit Number(long value) : value_(value) {}
  explicit Number(mpq_class value) : value_(std::move(value)) { value_.canonicalize(); }

  /// "15", "-0.5", "2000/3", "29.3076". At most 64 characters; anything else is nullopt.
  static std::optional<Number> parse(std::string_view text);

  /// Decimal digits, never an exponent, no trailing zeros: "150", "0.315", "-2".
  /// A value that has no finite decimal form is rounded half to even at 12 significant digits.
  std::string to_decimal() const;
  /// True if to_decimal() says the value exactly.
  bool is_decimal() const;

  const mpq_class& rational() const { return value_; }
  friend Number operator*(const Number& a, const Number& b) { return Number(mpq_class(a.value_ * b.value_)); }
  friend Number operator/(const Number& a, const Number& b) { return Number(mpq_class(a.value_ / b.value_)); }
  friend Number operator+(const Number& a, const Number& b) { return Number(mpq_class(a.value_ + b.value_)); }
  friend bool operator==(const Number& a, const Number& b) { return a.value_ == b.value_; }
  friend bool operator<(const Number& a, const Number& b) { return a.value_ < b.value_; }

 private:
  mpq_class value_;
};

}  // namespace mubiao
