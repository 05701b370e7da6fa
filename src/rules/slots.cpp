// Templates that put an indicator together ("{subject}占{whole}比例"): are their slots known, and can the rule fill
// them? The door is check_slots.
#include "rules/slots.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "rules/suggest.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

// Whether the text of a string stands as it is behind its opening quote: an escape makes it another.
bool is_verbatim(const Node& string, const SourceFile& file) {
  return std::string_view(file.text()).substr(string.place.begin + 1, string.text.size()) == string.text;
}

bool captures(const PatternDraft& pattern, std::string_view name) {
  return std::any_of(pattern.scan.groups.begin(), pattern.scan.groups.end(),
                     [name](const Group& group) { return group.name == name; });
}

void check_slot(std::string_view name, Place place, const RuleDraft& draft, Problems& problems) {
  const bool captured = contains(captured_slots(), name);
  if (!captured && !contains(carried_slots(), name)) {
    if (problems.full()) return;
    std::vector<std::string_view> known(captured_slots().begin(), captured_slots().end());
    known.insert(known.end(), carried_slots().begin(), carried_slots().end());
    problems.error("E-SLOT", place, fmt::format("'{{{}}}' is no slot of an indicator", name),
                   suggestion(name, known, "known slots:"));
    return;
  }
  if (!captured || !draft.pattern || captures(*draft.pattern, name)) return;
  problems.error("E-SLOT", place, fmt::format("nothing fills {{{0}}}: the pattern captures no '{0}'", name),
                 fmt::format("write (?P<{0}>…) or {{name:{0}}} in the pattern, or take the slot out", name));
}

}  // namespace

void check_slots(const Node& form, const RuleDraft& draft, const SourceFile& file, Problems& problems) {
  const std::string_view text = form.text;
  const bool verbatim = is_verbatim(form, file);
  const auto place = [&](std::size_t begin, std::size_t end) {
    const std::size_t from = form.place.begin + 1;
    if (!verbatim) return form.place;
    return Place{form.place.file, static_cast<std::uint32_t>(from + begin), static_cast<std::uint32_t>(from + end)};
  };
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find_first_of("{}", open + 1);
    if (close != std::string_view::npos && text[close] == '}') {
      check_slot(text.substr(open + 1, close - open - 1), place(open, close + 1), draft, problems);
    } else {
      problems.error("E-SLOT", place(open, open + 1), "this '{' opens no slot",
                     "a slot is {name}; an indicator has no braces of its own");
    }
  }
}

}  // namespace mubiao::rules
