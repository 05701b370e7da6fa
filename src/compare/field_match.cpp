// Fields of an annotation beside those of a record. Doors: is_right, field_text.
#include "compare/field_match.h"

#include <fmt/format.h>

#include <algorithm>

namespace mubiao::compare {
namespace {

constexpr std::size_t kHeadingCharacters = 12;  // enough to know a heading by
constexpr std::string_view kNothing = "nothing";

template <typename Enum>
std::string_view name_of(const std::optional<Enum>& value) {
  return value ? to_string(*value) : std::string_view();
}

std::vector<std::u32string> plain(const std::vector<std::string>& list, const Phrases& phrases) {
  std::vector<std::u32string> out;
  for (const std::string& phrase : list) out.push_back(phrases.plain(phrase));
  return out;
}

std::vector<std::u32string> headings(const std::vector<std::string>& section, const Phrases& phrases) {
  std::vector<std::u32string> out = plain(section, phrases);
  for (std::u32string& heading : out) heading.resize(std::min(heading.size(), kHeadingCharacters));
  return out;
}

/// In any order.
std::vector<std::u32string> names(const std::vector<std::string>& list, const Phrases& phrases) {
  std::vector<std::u32string> out = plain(list, phrases);
  std::sort(out.begin(), out.end());
  return out;
}

std::string or_nothing(std::string_view text) { return std::string(text.empty() ? kNothing : text); }
std::string or_nothing(const std::optional<int>& year) { return year ? std::to_string(*year) : or_nothing(""); }

}  // namespace

bool is_right(EvalField field, const GoldRecord& gold, const Record& record, const Phrases& phrases) {
  switch (field) {
    case EvalField::kIndicator:
      return phrases.compare(gold.indicator, record.indicator) != Likeness::kDifferent;
    case EvalField::kIndicatorExact:
      return phrases.compare(gold.indicator, record.indicator) == Likeness::kSame;
    case EvalField::kYear:
      return gold.year == record.year;
    case EvalField::kBaselineYear:
      return gold.baseline_year == record.baseline_year;
    case EvalField::kBound:
      return gold.bound == name_of(record.bound);
    case EvalField::kChange:
      return gold.change == name_of(record.change);
    case EvalField::kFirmness:
      return gold.firmness == name_of(record.firmness);
    case EvalField::kSection:
      return headings(gold.section, phrases) == headings(record.section, phrases);
    case EvalField::kResponsible:
      return names(gold.responsible, phrases) == names(record.responsible, phrases);
  }
  return false;
}

std::string field_text(EvalField field, const GoldRecord& gold) {
  switch (field) {
    case EvalField::kIndicator:
    case EvalField::kIndicatorExact:
      return or_nothing(gold.indicator);
    case EvalField::kYear:
      return or_nothing(gold.year);
    case EvalField::kBaselineYear:
      return or_nothing(gold.baseline_year);
    case EvalField::kBound:
      return or_nothing(gold.bound);
    case EvalField::kChange:
      return or_nothing(gold.change);
    case EvalField::kFirmness:
      return or_nothing(gold.firmness);
    case EvalField::kSection:
      return or_nothing(fmt::format("{}", fmt::join(gold.section, " > ")));
    case EvalField::kResponsible:
      return or_nothing(fmt::format("{}", fmt::join(gold.responsible, ";")));
  }
  return "";
}

std::string field_text(EvalField field, const Record& record) {
  const EvalField named = field == EvalField::kIndicatorExact ? EvalField::kIndicator : field;
  return mubiao::field_text(record, to_string(named)).value_or(std::string(kNothing));
}

}  // namespace mubiao::compare
