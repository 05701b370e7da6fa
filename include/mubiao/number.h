#pragma once

#include <gmpxx.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mubiao {

/// An exact rational number. No double ever stands between the text and the output. Immutable; copies share the value,
/// because numbers are handed on far more often than they are computed.
class Number {
 public:
  Number() = default;  // zero
  explicit Number(long value) : value_(std::make_shared<const mpq_class>(value)) {}
  explicit Number(mpq_class value) {
    value.canonicalize();
    value_ = std::make_shared<const mpq_class>(std::move(value));
  }

  /// "15", "-0.5", "2000/3", "29.3076". At most 64 characters; anything else is nullopt.
  static std::optional<Number> parse(std::string_view text);

  /// Decimal digits, never an exponent, no trailing zeros: "150", "0.315", "-2".
  /// A value that has no finite decimal form is rounded half to even at 12 significant digits.
  std::string to_decimal() const;
  /// True if to_decimal() says the value exactly.
  bool is_decimal() const;

  const mpq_class& rational() const { return value_ ? *value_ : zero(); }
  friend Number operator*(const Number& a, const Number& b) { return Number(mpq_class(a.rational() * b.rational())); }
  friend Number operator/(const Number& a, const Number& b) { return Number(mpq_class(a.rational() / b.rational())); }
  friend Number operator+(const Number& a, const Number& b) { return Number(mpq_class(a.rational() + b.rational())); }
  friend bool operator==(const Number& a, const Number& b) { return a.rational() == b.rational(); }
  friend bool operator<(const Number& a, const Number& b) { return a.rational() < b.rational(); }

 private:
  static const mpq_class& zero();
  std::shared_ptr<const mpq_class> value_;
};

}  // namespace mubiao
