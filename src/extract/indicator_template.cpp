// Fills the templates that rules give for indicators. Doors: indicator_of, remember_indicator.
#include "extract/indicator_template.h"

#include <array>
#include <functional>
#include <utility>

#include "extract/rule_text.h"

namespace mubiao {
namespace {

// Puts what `value` gives into the slot {name}, if `form` has it. False if there is nothing to put there.
bool put(std::string& form, std::string_view name, const std::function<std::string()>& value) {
  const std::string slot = "{" + std::string(name) + "}";
  const std::size_t at = form.find(slot);
  if (at == std::string::npos) return true;
  const std::string text = value();
  if (text.empty()) return false;
  form.replace(at, slot.size(), text);
  return true;
}

}  // namespace

std::optional<std::string> indicator_of(const RuleMatch& match, const SegmentText& segment,
                                        const IndicatorCleaner& indicators, const Surroundings& around) {
  std::string form(set_value(*match.rule, "indicator"));
  if (form.empty()) form = "{indicator}";
  constexpr std::array<std::pair<std::string_view, Group>, 5> kCaptures = {{{"indicator", Group::kIndicator},
                                                                          {"subject", Group::kSubject},
                                                                          {"whole", Group::kWhole},
                                                                          {"object", Group::kObject},
                                                                          {"verb", Group::kVerb}}};
  for (const auto& [name, group] : kCaptures) {
    const bool joint = group == Group::kIndicator && set_value(*match.rule, "list") == "members";
    const auto captured = [&, g = group] {
      const std::string words = match.group(g) ? indicators.clean(segment.words(*match.group(g))) : "";
      if (g == Group::kIndicator && indicators.is_empty(words)) return std::string();
      return joint ? indicators.member(words, around.nth, around.of) : words;
    };
    if (!put(form, name, captured)) return std::nullopt;
  }
  const Flow& flow = around.flow;
  const bool filled = put(form, "carried", [&] { return flow.indicator(); }) &&
                      put(form, "topic", [&] { return flow.topic(); }) &&
                      put(form, "before", [&] { return indicators.antecedent(flow.before()); }) &&
                      put(form, "head", [&] { return flow.head(); }) &&
                      put(form, "class", [&] { return flow.unit_class(); }) &&
                      put(form, "after", [&] { return indicators.antecedent(around.after); }) &&
                      put(form, "outer", [&] { return indicators.antecedent(around.outer); });
  if (!filled) return std::nullopt;
  return form;
}

void remember_indicator(const RuleMatch& match, const SegmentText& segment, const IndicatorCleaner& indicators,
                        const std::string& indicator, bool adds, Flow& flow) {
  const std::string_view form = set_value(*match.rule, "indicator");
  const auto uses = [&](std::string_view slot) { return form.find(slot) != std::string_view::npos; };
  if (uses("{carried}") || uses("{head}")) return;
  std::string head;
  if (uses("{before}")) head = indicators.antecedent(flow.before());
  if (uses("{topic}")) head = flow.topic();
  flow.set_indicator(indicator, std::move(head), adds);
  if (match.group(Group::kIndicator)) flow.set_unit_class(segment.quantities_in(*match.group(Group::kIndicator)));
}

}  // namespace mubiao
