// Who may change what: common to rules and to the tables of fragments, dimensions and periods. The door is Lineage.
#include "rules/lineage.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "rules/suggest.h"

namespace mubiao::rules {

Lineage::Lineage(std::vector<Node>& roots, const std::vector<RuleFile>& files, bool complete)
    : files_(files), sets_(order_sets(files)), roots_(sets_.inherits.size()), complete_(complete) {
  for (Node& root : roots) roots_[set_of(root.place)].push_back(&root);
}

Claim Lineage::claim(std::size_t set, std::size_t last) const {
  if (set == last) return Claim::kOwn;
  return sets_.inherits[set][last] ? Claim::kInherited : Claim::kStranger;
}

bool Lineage::extends_nothing(std::size_t set) const {
  const std::vector<bool>& bases = sets_.inherits[set];
  return std::find(bases.begin(), bases.end(), true) == bases.end();
}

void report_vain(const Wish& wish, Claim claim, Place last, const std::vector<std::string_view>& known,
                 const Lineage& lineage, Problems& problems) {
  const auto report = [&](std::string message, std::string help) {
    problems.error(std::string(wish.code), wish.place, std::move(message), std::move(help));
  };
  switch (claim) {
    case Claim::kInherited:
      return;
    case Claim::kOwn:
      return report(fmt::format("the {} '{}' is spoken of twice in one set", wish.noun, wish.name),
                    fmt::format("the other place is {}: leave one of them", problems.location_text(last)));
    case Claim::kStranger:
      return report(
          fmt::format("the {} '{}' is not inherited: it stands in a set that this one does not extend", wish.noun,
                      wish.name),
          fmt::format("it is at {}: add it to 'extends', or {} it there", problems.location_text(last), wish.to_do));
    case Claim::kFree:
      break;
  }
  if (!lineage.complete()) return;
  const bool alone = lineage.extends_nothing(wish.set);
  report(fmt::format("there is no inherited {} '{}' to {}", wish.noun, wish.name, wish.to_do),
         alone ? "the set extends nothing: write extends = [\"std\"], or the path of what it builds on"
               : suggestion(wish.name, known, "inherited:"));
}

void report_redefined(const Wish& wish, Place last, std::string_view how, Problems& problems) {
  problems.error(std::string(wish.code), wish.place,
                 fmt::format("the {} '{}' is inherited, and defined again here", wish.noun, wish.name),
                 fmt::format("it is at {}; {}, or give this one another name", problems.location_text(last), how));
}

Entry* find_entry(Node& table, std::string_view key) {
  const auto found =
      std::find_if(table.entries.begin(), table.entries.end(), [key](const Entry& e) { return e.key == key; });
  return found == table.entries.end() ? nullptr : &*found;
}

void replace_entries(Node& into, Node& from) {
  for (Entry& entry : from.entries) {
    if (Entry* known = find_entry(into, entry.key)) {
      *known = std::move(entry);
    } else {
      into.entries.push_back(std::move(entry));
    }
  }
}

void append_items(Entry& into, Entry& from, Problems& problems) {
  if (from.value.type != Node::Type::kArray) return report_type(from.value, from.key, "an array", problems);
  if (into.value.type != Node::Type::kArray) return;  // reported where it is read
  std::move(from.value.items.begin(), from.value.items.end(), std::back_inserter(into.value.items));
}

}  // namespace mubiao::rules
