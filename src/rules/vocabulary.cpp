// The words rule files are made of: kinds, capture groups, keys of `set`, fields of records. Tables only;
// the doors are the look-ups at the end.
#include "rules/vocabulary.h"

#include <algorithm>
#include <array>

namespace mubiao {
namespace rules {
namespace {

using Names = std::span<const std::string_view>;

// Values of keys of `set`.
constexpr std::array<std::string_view, 4> kChange = {"level", "decrease", "increase", "annual"};
constexpr std::array<std::string_view, 5> kBound = {"=", ">=", "<=", "~", "range"};
constexpr std::array<std::string_view, 2> kFirmness = {"firm", "aspirational"};
constexpr std::array<std::string_view, 9> kLevel = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};

constexpr std::array<std::string_view, 2> kTense = {"past", "future"};
constexpr std::array<std::string_view, 3> kOn = {"clause", "sentence", "heading"};
constexpr std::array<std::string_view, 2> kSide = {"before", "after"};
constexpr std::array<std::string_view, 2> kGoverns = {"never", "section"};
constexpr std::array<std::string_view, 2> kEra = {"named", "understood"};
constexpr std::array<std::string_view, 2> kBase = {"stated", "meant"};
constexpr std::array<std::string_view, 4> kCarryEffect = {"stop", "member", "word", "joint"};
constexpr std::array<std::string_view, 1> kRecordEffect = {"drop"};
constexpr std::array<std::string_view, 11> kIndicatorEffect = {"cut",          "prefix",     "suffix", "complete",
                                                               "ends-members", "antecedent", "empty",  "nameless",
                                                               "attribute",    "whose",      "deed"};
constexpr std::array<std::string_view, 3> kNeeds = {"period", "goal", "stated"};
constexpr std::array<std::string_view, 1> kList = {"members"};
constexpr std::array<std::string_view, 3> kKeeps = {"verb", "change", "nothing"};
constexpr std::array<std::string_view, 1> kAsides = {"yes"};

constexpr std::array<std::string_view, 2> kHeadingGroups = {"mark", "title"};
constexpr std::array<std::string_view, 8> kMetadataGroups = {"title", "head",  "number", "issuer",
                                                             "year",  "month", "day",    "plan"};
constexpr std::array<std::string_view, 1> kDepartmentGroups = {"names"};
constexpr std::array<std::string_view, 5> kPeriodGroups = {"year", "start", "end", "plan", "start_plan"};
constexpr std::array<std::string_view, 3> kColumnGroups = {"year", "plan", "name"};
constexpr std::array<std::string_view, 7> kRecordGroups = {"quantity", "indicator", "subject", "whole",
                                                           "object",   "verb",      "goal"};

constexpr std::array<std::string_view, 5> kCapturedSlots = {"indicator", "subject", "whole", "object", "verb"};
constexpr std::array<std::string_view, 9> kCarriedSlots = {"carried", "measure", "thing", "topic", "before",
                                                           "head",    "class",   "after", "outer"};

constexpr std::array<std::string_view, 12> kHeadingRole = {"single",   "part",    "box",     "appendix",
                                                           "contents", "entry",   "caption", "item",
                                                           "note",     "opening", "date",    "salutation"};
constexpr std::array<std::string_view, 12> kColumnRole = {"label",  "group",   "ordinal",     "unit",
                                                          "nature", "value",   "target",      "actual",
                                                          "change", "outcome", "departments", "note"};
constexpr std::array<std::string_view, 3> kDepartmentRole = {"bracket", "cut", "and"};
constexpr std::array<std::string_view, 14> kMetadataField = {
    "number",      "date",       "printed",    "issuer", "organization", "notice",    "title",
    "title-start", "title-part", "title-tail", "chrome", "plan",         "reference", "cited"};

constexpr std::array kHeadingSet = {SetKey{"level", kLevel}, SetKey{"role", kHeadingRole}};
constexpr std::array kDepartmentSet = {SetKey{"role", kDepartmentRole}};
constexpr std::array kMetadataSet = {SetKey{"field", kMetadataField}, SetKey{"first_year"}};
constexpr std::array kNameSet = {SetKey{"why"}};
constexpr std::array kPeriodSet = {SetKey{"relative_year"},       SetKey{"governs", kGoverns}, SetKey{"tense", kTense},
                                   SetKey{"firmness", kFirmness}, SetKey{"first_year"},        SetKey{"era", kEra},
                                   SetKey{"base", kBase}};
constexpr std::array kMoodSet = {SetKey{"on", kOn}, SetKey{"tense", kTense}, SetKey{"firmness", kFirmness}};
constexpr std::array kCarrySet = {SetKey{"effect", kCarryEffect}};
constexpr std::array kIndicatorSet = {SetKey{"effect", kIndicatorEffect}};
constexpr std::array kRecordSet = {SetKey{"change", kChange},       SetKey{"bound", kBound}, SetKey{"indicator"},
                                   SetKey{"effect", kRecordEffect}, SetKey{"why"},           SetKey{"needs", kNeeds},
                                   SetKey{"list", kList},           SetKey{"keeps", kKeeps}, SetKey{"asides", kAsides}};
constexpr std::array kColumnSet = {SetKey{"role", kColumnRole}, SetKey{"change", kChange}, SetKey{"unit"}};
constexpr std::array kBoundSet = {SetKey{"side", kSide}, SetKey{"bound", kBound}};

// In the order of RuleKind.
constexpr std::array<KindVocabulary, kRuleKinds> kKinds = {{
    {"heading", false, false, kHeadingGroups, kHeadingSet},
    {"metadata", false, false, kMetadataGroups, kMetadataSet},
    {"department", false, false, kDepartmentGroups, kDepartmentSet},
    {"name", false, false, {}, kNameSet},
    {"period", false, false, kPeriodGroups, kPeriodSet},
    {"baseline", false, false, kPeriodGroups, kPeriodSet},
    {"mood", true, false, {}, kMoodSet},
    {"carry", true, false, {}, kCarrySet},
    {"context", true, true, kRecordGroups, kRecordSet},
    {"target", true, true, kRecordGroups, kRecordSet},
    {"milestone", true, true, kRecordGroups, kRecordSet},
    {"delegated", true, true, kRecordGroups, kRecordSet},
    {"indicator", true, false, {}, kIndicatorSet},
    {"bound", true, false, {}, kBoundSet},
    {"column", false, false, kColumnGroups, kColumnSet},
}};

// In the order of UnlessScope.
constexpr std::array<std::string_view, 6> kScopes = {"match", "before", "after", "clause", "sentence", "section"};

constexpr std::array<std::string_view, 24> kRecordFields = {
    "n",     "kind",         "indicator",  "value",         "value_high", "unit",   "bound",   "change",
    "year",  "period_start", "period_end", "baseline_year", "firmness",   "nature", "section", "responsible",
    "quote", "sentence",     "page",       "line",          "column",     "start",  "end",     "rule"};

}  // namespace

const KindVocabulary& vocabulary(RuleKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

bool contains(Names names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

Names captured_slots() { return kCapturedSlots; }

Names carried_slots() { return kCarriedSlots; }

Names column_role_names() { return kColumnRole; }

Names record_field_names() { return kRecordFields; }

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> out;
  for (const KindVocabulary& kind : kKinds) out.push_back(kind.name);
  return out;
}

std::vector<std::string_view> unless_scope_names() { return {kScopes.begin(), kScopes.end()}; }

std::vector<std::string_view> unless_scope_names(RuleKind kind) {
  std::vector<std::string_view> out = unless_scope_names();
  // Rules that make no records are matched on a text by itself: they know neither its sentence nor its headings.
  const auto is_around = [](std::string_view name) { return name == "sentence" || name == "section"; };
  if (!vocabulary(kind).records) std::erase_if(out, is_around);
  return out;
}

std::optional<UnlessScope> parse_unless_scope(std::string_view name) {
  const auto found = std::find(kScopes.begin(), kScopes.end(), name);
  if (found == kScopes.end()) return std::nullopt;
  return static_cast<UnlessScope>(found - kScopes.begin());
}

std::vector<std::string_view> example_fields(RuleKind kind) {
  const KindVocabulary& words = vocabulary(kind);
  if (words.records) return {kRecordFields.begin(), kRecordFields.end()};
  std::vector<std::string_view> out = {"match"};
  out.insert(out.end(), words.groups.begin(), words.groups.end());
  for (const SetKey& key : words.set) {
    if (std::find(out.begin(), out.end(), key.name) == out.end()) out.push_back(key.name);
  }
  return out;
}

}  // namespace rules

std::string_view to_string(RuleKind kind) { return rules::vocabulary(kind).name; }

std::optional<RuleKind> parse_rule_kind(std::string_view name) {
  for (std::size_t i = 0; i < kRuleKinds; ++i) {
    const auto kind = static_cast<RuleKind>(i);
    if (to_string(kind) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace mubiao
