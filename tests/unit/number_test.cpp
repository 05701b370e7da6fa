#include "mubiao/number.h"

#include <gtest/gtest.h>

#include <string>

namespace mubiao {
namespace {

struct Row {
  std::string text;
  std::string decimal;
};

TEST(Number, ParsesAndWritesExactDecimals) {
  const Row rows[] = {
      {"15", "15"},
      {"0", "0"},
      {"-0.5", "-0.5"},
      {"31.50", "31.5"},
      {"007", "7"},
      {"0.1", "0.1"},
      {"29.3076", "29.3076"},
      {"2000/4", "500"},
      {"1/8", "0.125"},
      {"-3/2", "-1.5"},
      {"1.5/0.5", "3"},
      {"100000000000000000000", "100000000000000000000"},  // more than 64 bits
      {"0.000000000000000000001", "0.000000000000000000001"},
      {"1/1000000000000", "0.000000000001"},
      {"-0", "0"},
      {"18446744073709551615", "18446744073709551615"},  // the largest word, and beyond
      {"-18446744073709551616", "-18446744073709551616"},
      {"18446744073709551615/2", "9223372036854775807.5"},
      {"18446744073709551615/4", "4611686018427387903.75"},
      {"-7/18446744073709551616", "-0.0000000000000000003794707603699265519026084803044795989990234375"},
  };
  for (const Row& row : rows) {
    const std::optional<Number> number = Number::parse(row.text);
    ASSERT_TRUE(number) << row.text;
    EXPECT_EQ(number->to_decimal(), row.decimal) << row.text;
    EXPECT_TRUE(number->is_decimal()) << row.text;
  }
}

// Where 64 bits end, GMP goes on, and what comes back below them is the same number as ever.
TEST(Number, IsExactWhereItDoesNotFit) {
  const Number large = *Number::parse("9223372036854775807");
  const Number least = Number(-1) * large + Number(-1);
  EXPECT_EQ(least.to_decimal(), "-9223372036854775808");
  EXPECT_EQ((large + Number(1)).to_decimal(), "9223372036854775808");
  EXPECT_EQ(large + Number(1) + Number(-1), large);
  EXPECT_EQ((large * large).to_decimal(), "85070591730234615847396907784232501249");
  EXPECT_EQ(large * large / large, large);
  EXPECT_EQ((Number(1) / least).to_decimal(), (Number(-1) / (large + Number(1))).to_decimal());
  EXPECT_EQ(least / Number(-1), large + Number(1));
  EXPECT_TRUE(least < large && large < large + Number(1) && !(large * large < large));
  EXPECT_TRUE(Number(1) / large < Number(1) / (large + Number(-1)));
  EXPECT_EQ(Number(mpq_class(6, -4)), *Number::parse("-1.5"));
  EXPECT_EQ(Number(mpq_class(3, 2)).rational(), mpq_class(3, 2));
}

TEST(Number, RoundsToTwelveDigitsHalfToEvenOnlyWithoutFiniteDecimal) {
  const Row rows[] = {
      {"100/3", "33.3333333333"},
      {"200/3", "66.6666666667"},
      {"1/3", "0.333333333333"},
      {"-2/3", "-0.666666666667"},
      {"1/300", "0.00333333333333"},  // leading zeros are not significant
      {"1/15", "0.0666666666667"},
      {"10000000000000/3", "3333333333333"},  // integer digits are never rounded away
      {"2999999999999/3", "1000000000000"},   // 999999999999.67 rounds up to a thirteenth digit
      {"1/7", "0.142857142857"},
  };
  for (const Row& row : rows) {
    const std::optional<Number> number = Number::parse(row.text);
    ASSERT_TRUE(number) << row.text;
    EXPECT_EQ(number->to_decimal(), row.decimal) << row.text;
    EXPECT_FALSE(number->is_decimal()) << row.text;
  }
}

TEST(Number, RefusesWhatIsNoNumber) {
  const std::string rows[] = {"",
                              "-",
                              ".",
                              "1.",
                              ".5",
                              "1.2.3",
                              "1e5",
                              "+1",
                              "1 ",
                              " 1",
                              "１",
                              "1/",
                              "/2",
                              "1/0",
                              "1/0.0",
                              "1//2",
                              "0x10",
                              "1/2/3",
                              "--1",
                              "1,000",
                              "NaN",
                              "1/-2",
                              std::string(65, '1')};
  for (const std::string& row : rows) EXPECT_FALSE(Number::parse(row)) << row;
  EXPECT_TRUE(Number::parse(std::string(64, '9')));
}

TEST(Number, ArithmeticIsExact) {
  const Number tenth = *Number::parse("0.1");
  const Number mu = *Number::parse("2000/3");
  EXPECT_EQ(tenth + tenth + tenth, *Number::parse("0.3"));
  EXPECT_EQ(Number(3) * mu / Number(2000), Number(1));
  EXPECT_EQ(mu * (Number(1) / mu), Number(1));
  EXPECT_TRUE(*Number::parse("33.33") < *Number::parse("100/3"));
  EXPECT_FALSE(Number(2) < Number(2));
}

TEST(Number, WhatIsWrittenCanBeReadBack) {
  for (const std::string text : {"0.125", "-7", "12345678901234567890.5", "0.0000001"}) {
    const Number number = *Number::parse(text);
    EXPECT_EQ(*Number::parse(number.to_decimal()), number) << text;
  }
}

}  // namespace
}  // namespace mubiao
