// Fills the templates that rules give for indicators. Doors: indicator_of, remember_indicator.
#include "extract/indicator_template.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/overlap.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

// What stands for the captures of the rule. "" for a name that is none of them, or a group that took no part.
std::string captured(std::string_view slot, const RuleMatch& match, const SegmentText& segment,
                     const IndicatorCleaner& indicators, const Surroundings& around) {
  constexpr std::array<std::pair<std::string_view, Group>, 5> kCaptures = {{{"indicator", Group::kIndicator},
                                                                            {"subject", Group::kSubject},
                                                                            {"whole", Group::kWhole},
                                                                            {"object", Group::kObject},
                                                                            {"verb", Group::kVerb}}};
  const auto capture = std::find_if(kCaptures.begin(), kCaptures.end(), [&](const auto& c) { return c.first == slot; });
  if (capture == kCaptures.end() || !match.group(capture->second)) return "";
  std::string words = indicators.clean(segment.words(*match.group(capture->second)));
  if (capture->second == Group::kIndicator && indicators.is_empty(words)) return "";
  const bool joint = capture->second == Group::kIndicator && lists_members(*match.rule);
  return joint ? indicators.member(words, around.nth, around.of) : words;
}

// Of several values each belongs to an indicator of its own, unless each has a year of its own.
const std::string& carried_indicator(const Surroundings& around) {
  const bool yearly = around.flow.governing().years.size() == around.of;
  return around.of > 1 && !yearly ? around.flow.indicator(around.nth, around.of) : around.flow.indicator();
}

// What was read around the segment. "" for a name that is none of these.
std::string carried(std::string_view slot, const IndicatorCleaner& indicators, const Surroundings& around) {
  const Flow& flow = around.flow;
  if (slot == "carried") return carried_indicator(around);
  if (slot == "measure") return indicators.measure(flow.indicator());
  if (slot == "thing") return indicators.thing(flow.indicator());
  if (slot == "topic") return flow.topic();
  if (slot == "before") return indicators.antecedent(flow.before());
  if (slot == "head") return flow.head();
  if (slot == "class") return flow.unit_class();
  if (slot == "after") return indicators.antecedent(around.after != nullptr ? phrase_of(*around.after) : "");
  if (slot == "outer") return indicators.antecedent(std::string(around.outer));
  return "";
}

// 省级以上龙头企业200家,其中国家级8家: the attribute that `out` ends with takes the place of the one in `words`.
void replace_attribute(const IndicatorCleaner& indicators, std::string& out, std::string& words) {
  const Span own = indicators.attribute(out);
  if (own.empty() || own.end != out.size()) return;
  const Span other = indicators.attribute(words);
  if (other.empty()) return;
  words.replace(other.begin, other.size(), out, own.begin);
  out.erase(own.begin);
}

}  // namespace

bool lists_members(const Rule& rule) { return set_value(rule, "list") == "members"; }

std::optional<std::string> indicator_of(const RuleMatch& match, const SegmentText& segment,
                                        const IndicatorCleaner& indicators, const Surroundings& around) {
  std::string_view form = set_value(*match.rule, "indicator");
  if (form.empty()) form = "{indicator}";
  std::string out;
  while (!form.empty()) {
    const std::size_t open = std::min(form.find('{'), form.size());
    append_once(out, form.substr(0, open));
    form.remove_prefix(open);
    if (form.empty()) break;
    const std::size_t close = form.find('}');  // there is one: slots are checked when rules are loaded
    const std::string_view slot = form.substr(1, close - 1);
    std::string words = captured(slot, match, segment, indicators, around);
    if (words.empty()) words = carried(slot, indicators, around);
    if (words.empty()) return std::nullopt;
    replace_attribute(indicators, out, words);
    append_once(out, words);
    form.remove_prefix(close + 1);
  }
  return out;
}

void remember_indicator(const RuleMatch& match, const SegmentText& segment, const IndicatorCleaner& indicators,
                        const std::string& indicator, bool adds, Flow& flow) {
  const std::string_view form = set_value(*match.rule, "indicator");
  const auto uses = [&](std::string_view slot) { return form.find(slot) != std::string_view::npos; };
  if (uses("{carried}") || uses("{head}") || uses("{thing}")) return;
  std::string head;
  if (uses("{before}")) head = indicators.antecedent(flow.before());
  if (uses("{topic}")) head = flow.topic();
  flow.set_indicator(indicator, std::move(head), adds);
  if (match.group(Group::kIndicator)) flow.set_unit_class(segment.quantities_in(*match.group(Group::kIndicator)));
}

}  // namespace mubiao
