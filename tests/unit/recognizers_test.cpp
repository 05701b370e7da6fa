// Numbers, percentages and units against the Chinese test cases of Recognizers-Text, which lie outside the project:
// MUBIAO_SHARED, or the folder ../shared beside it, says where. Skipped when they are absent.

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mubiao/normalize.h"
#include "mubiao/quantity.h"
#include "unit_file.h"

namespace mubiao {
namespace {

struct Expected {
  std::string id;
  std::string input;
  std::string type;  // "number", "percentage", "dimension", …
  std::string text;
  std::string value;
  std::string unit;
};

const UnitTable& units() {
  static const UnitTable table = testing::read_unit_file();
  return table;
}

// As a text is after normalizing: folded, and no spaces inside Chinese. What stands between Latin letters is not
// tested.
std::string prepared(const std::string& text) {
  std::string folded = fold_characters(text);
  std::erase(folded, ' ');
  return folded;
}

std::vector<Expected> read_cases() {
  const char* shared = std::getenv("MUBIAO_SHARED");
  const std::filesystem::path folder =
      shared != nullptr ? shared : std::filesystem::path(MUBIAO_SOURCE_DIR).parent_path() / "shared";
  std::ifstream file(folder / "peers" / "recognizers-chinese.jsonl");
  std::vector<Expected> cases;
  for (std::string line; std::getline(file, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    EXPECT_FALSE(json.HasParseError()) << line;
    const auto text_of = [](const rapidjson::Value& value) {
      return value.IsString() ? std::string(value.GetString()) : std::string();
    };
    for (const rapidjson::Value& expect : json["expect"].GetArray()) {
      cases.push_back({text_of(json["id"]), text_of(json["input"]), text_of(expect["type"]), text_of(expect["text"]),
                       text_of(expect["value"]), text_of(expect["unit"])});
    }
    if (json["expect"].Empty()) cases.push_back({text_of(json["id"]), text_of(json["input"]), "", "", "", ""});
  }
  return cases;
}

// What differs on purpose: a part of the text (or the whole), and the reason.
struct Difference {
  std::string part;
  std::string reason;
  bool whole = false;

  bool covers(const std::string& text) const { return whole ? text == part : text.find(part) != std::string::npos; }
};

const std::vector<Difference> kNumberDifferences = {
    {"40k", "a letter is no scale: 5k, 5G and 3D are names"},
    {"打", "a dozen does not occur in plans"},
    {"百三", "a scale in front of a digit is part of a word or a name", true},
    {"千三", "as above", true},
    {"零几", "does not occur in plans"},
    {"零幾", "as above"},
    {"2e5", "no scientific notation: letters behind digits make a name"},
    {"1e1", "as above"},
    {"e+14", "as above"},
    {"^", "no powers"},
    {".23456000", "digits behind a point without digits before it are the rest of something else"},
    {".5", "as above", true},
    {"4 6/3", "no mixed numbers"},
    {"1 3/5", "as above"},
    {"1 4/3", "as above"},
    {"又", "as above"},
    {"负3 分  之 负", "no sign inside a fraction"},
    {"負3分之負", "as above"},
    {"負3 分  之 負", "as above"},
    {"零十", "零 does not begin a number but in 零点五", true},
    {"叁", "a formal digit alone is mostly part of a name"},
};

const std::vector<Difference> kPercentageDifferences = {
    {"折", "a price word"},        {"七成 六", "does not occur in plans"},
    {"k", "a letter is no scale"}, {"个百分", "a percentage point is not a percent"},
    {"個百分", "as above"},
};

const std::vector<Difference> kUnitDifferences = {
    {"三块", "块 is a piece; 块钱 is money"},
    {"6角", "角 is part of names (三角, 五角)"},
    {"又三美分", "as above for 分"},
    {"人民币  50元", "the word before the number is no part of the quantity"},
    {"￥300", "as above"},
};

// Right of those that should be right; every difference must be one.
class Tally {
 public:
  explicit Tally(const std::vector<Difference>& differences) : differences_(differences) {}

  void add(const Expected& expected, bool right, const std::string& got) {
    for (const Difference& difference : differences_) {
      if (!difference.covers(expected.text)) continue;
      EXPECT_FALSE(right) << expected.id << " " << expected.text << " is right: strike the difference";
      used_.insert(difference.part);
      return;
    }
    ++total_;
    right_ += right ? 1 : 0;
    if (!right) wrong_ += expected.id + " " + expected.text + ": " + expected.value + ", got " + got + "\n";
  }

  void expect_share(double share) const {
    EXPECT_GE(right_, share * total_) << right_ << " of " << total_ << "\n" << wrong_;
    for (const Difference& difference : differences_) {
      EXPECT_TRUE(used_.contains(difference.part)) << difference.part << " makes no difference";
    }
  }

  int total() const { return total_; }

 private:
  const std::vector<Difference>& differences_;
  std::set<std::string> used_;
  int total_ = 0;
  int right_ = 0;
  std::string wrong_;
};

// The peers write fifteen digits, mubiao twelve.
bool same_number(const std::string& expected, const std::string& got) {
  char* end = nullptr;
  const double a = std::strtod(expected.c_str(), &end);
  const double b = std::strtod(got.c_str(), nullptr);
  return end != expected.c_str() && !got.empty() && std::abs(a - b) <= 1e-11 * std::abs(a);
}

// The value that the text states, a percentage as a fraction of one. A numeral by itself gets a counter, which it
// needs.
std::string number_in(const std::string& text) {
  std::optional<Quantity> quantity = read_quantity(text, units());
  if (!quantity) quantity = read_quantity(text + "个", units());
  if (!quantity) return "";
  const bool percent = quantity->unit && quantity->unit->symbol == "%";
  const Number value = in_canonical_unit(*quantity).value;
  return (percent ? value / Number(100) : value).to_decimal();
}

class Recognizers : public ::testing::Test {
 protected:
  void SetUp() override {
    if (cases_.empty()) GTEST_SKIP() << "the cases are not here";
  }
  const std::vector<Expected> cases_ = read_cases();
};

TEST_F(Recognizers, Numbers) {
  Tally tally(kNumberDifferences);
  for (const Expected& expected : cases_) {
    if (expected.type != "number") continue;
    const std::string got = number_in(prepared(expected.text));
    tally.add(expected, same_number(expected.value, got), got);
  }
  EXPECT_GT(tally.total(), 100);
  tally.expect_share(0.95);
}

TEST_F(Recognizers, Percentages) {
  Tally tally(kPercentageDifferences);
  for (const Expected& expected : cases_) {
    if (expected.type != "percentage") continue;
    const std::optional<Quantity> quantity = read_quantity(prepared(expected.text), units());
    const bool percent = quantity && quantity->unit && quantity->unit->symbol == "%";
    const std::string got = percent ? in_canonical_unit(*quantity).value.to_decimal() : "";
    tally.add(expected, same_number(expected.value, got), got);
  }
  EXPECT_GT(tally.total(), 30);
  tally.expect_share(0.95);
}

TEST_F(Recognizers, Units) {
  const std::map<std::string, std::string> surfaces = {
      {"Mu", "亩"},
      {"Centimeter", "厘米"},
      {"Meter", "米"},
      {"Kilometer", "千米"},
      {"Jin", "斤"},
      {"Kilogram", "千克"},
      {"Kilowatt", "千瓦"},
      {"Megahertz", "兆赫"},
      {"C", "摄氏度"},
      {"Chinese yuan", "元"},
      {"Month", "个月"},
      {"Day", "天"},
      {"United States dollar", "美元"},
      {"Year", "岁"},
  };
  Tally tally(kUnitDifferences);
  for (const Expected& expected : cases_) {
    const auto surface = surfaces.find(expected.unit);
    if (surface == surfaces.end() || expected.value.empty()) continue;
    const Unit unit = units().find(surface->second).value();
    const std::string text = prepared(expected.input);
    bool right = false;
    std::string got;
    for (const QuantityMention& mention : find_quantities(text, units())) {
      const std::optional<Quantity> converted = convert(mention.quantity, unit);
      got += std::string(slice(text, mention.span)) + " ";
      if (!converted || prepared(expected.text).find(slice(text, mention.number)) == std::string::npos) continue;
      right = right || same_number(expected.value, converted->value.to_decimal());
    }
    // The whole of what is expected, but for the word that says whose age it is.
    if (right && expected.type == "currency") right = read_quantity(prepared(expected.text), units()).has_value();
    tally.add(expected, right, got);
  }
  EXPECT_GT(tally.total(), 20);
  tally.expect_share(1);
}

// "20~100", "一到五": the others are bounds (大于, 以上), which are data of the rules.
TEST_F(Recognizers, Ranges) {
  int ranges = 0;
  for (const Expected& expected : cases_) {
    const bool two_ends = expected.value.find(',') > 1 && expected.value.find(",)") == std::string::npos;
    const bool joined = expected.text.find_first_of("~-") != std::string::npos ||
                        expected.text.find("–") != std::string::npos || expected.text.find("到") != std::string::npos;
    if (expected.type != "numberrange" || !two_ends || !joined || expected.text.find('k') != std::string::npos)
      continue;
    ++ranges;
    bool right = false;
    for (const QuantityMention& mention : find_quantities(prepared(expected.input), units())) {
      const Quantity& range = mention.quantity;
      const std::string both = range.value.to_decimal() + "," + (range.high ? range.high->to_decimal() : "");
      right = right || expected.value.substr(1, expected.value.size() - 2) == both;
    }
    EXPECT_TRUE(right) << expected.input << " " << expected.value;
  }
  EXPECT_GE(ranges, 4);
}

// Where nothing is expected there is no number without unit.
TEST_F(Recognizers, NoNumbers) {
  for (const Expected& expected : cases_) {
    if (!expected.type.empty()) continue;
    const std::string text = prepared(expected.input);
    for (const QuantityMention& mention : find_quantities(text, units())) {
      EXPECT_TRUE(mention.quantity.unit) << expected.input << " " << slice(text, mention.span);
    }
  }
}

}  // namespace
}  // namespace mubiao
