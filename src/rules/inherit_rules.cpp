// Rules that change, replace or switch off inherited ones. The door is inherit_rules.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "rules/lineage.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

constexpr std::array<std::string_view, 5> kLists = {"keywords", "tags", "references", "unless", "examples"};

bool is_true(const Entry* entry) {
  return entry != nullptr && entry->value.type == Node::Type::kBoolean && entry->value.integer != 0;
}

// Values replace inherited ones, lists are added to them, and of `set` each key is a value.
void change_rule(Node& base, Node& change, Problems& problems) {
  for (Entry& entry : change.entries) {
    Entry* known = find_entry(base, entry.key);
    if (entry.key == "id" || entry.key == "override") continue;
    if (known == nullptr) {
      base.entries.push_back(std::move(entry));
    } else if (contains(kLists, entry.key)) {
      append_items(*known, entry, problems);
    } else if (entry.key == "set" && known->value.type == Node::Type::kTable &&
               entry.value.type == Node::Type::kTable) {
      replace_entries(known->value, entry.value);
    } else if (entry.key == "kind" && known->value.text != entry.value.text) {
      problems.error(
          "E-TYPE", entry.value.place, "a rule keeps the kind it was defined with",
          fmt::format("it is of kind {}: leave 'kind' out, or write a rule with another id", known->value.text));
    } else {
      *known = std::move(entry);
    }
  }
}

class RuleHeirs {
 public:
  RuleHeirs(Lineage& lineage, Problems& problems) : lineage_(lineage), problems_(problems) {}

  void run() {
    for (const std::size_t set : lineage_.order()) {
      for (Node* root : lineage_.roots(set)) switch_off(*root, set);
      for (Node* root : lineage_.roots(set)) {
        for (Node& table : tables(*root)) take(table, set);
      }
    }
    for (const std::size_t set : lineage_.order()) {
      for (Node* root : lineage_.roots(set)) clear(tables(*root));
    }
  }

 private:
  struct Known {
    Node* table;
    Place last;  // the last word on it: its id where it was defined or changed, or where it was switched off
    std::size_t set;
    bool off = false;
  };

  std::vector<Node>& tables(Node& root) {
    Entry* rules = find_entry(root, "rules");
    return rules == nullptr ? none_ : rules->value.items;
  }

  Claim claim(const Known& known, std::size_t set) const { return lineage_.claim(set, known.set); }

  void switch_off(Node& root, std::size_t set) {
    TableReader reader(root, "a rule file", problems_);
    for (const Node* id : reader.strings("disable")) {
      const Wish wish{"E-ID", "rule", id->text, "switch off", id->place, set};
      const auto known = known_.find(id->text);
      if (!may_have(wish, known)) continue;
      dropped_.insert(known->second.table);
      known->second = {known->second.table, id->place, set, true};
    }
  }

  void take(Node& table, std::size_t set) {
    const Entry* id = find_entry(table, "id");
    if (id == nullptr || id->value.type != Node::Type::kString) return;
    const Wish wish{"E-ID", "rule", id->value.text, "change", id->value.place, set};
    const auto known = known_.find(id->value.text);
    if (is_true(find_entry(table, "override"))) {
      dropped_.insert(&table);
      if (!may_have(wish, known)) return;
      known->second.last = wish.place;
      known->second.set = set;
      change_rule(*known->second.table, table, problems_);
    } else if (known == known_.end()) {
      known_.emplace(id->value.text, Known{&table, wish.place, set});
    } else if (known->second.off && claim(known->second, set) != Claim::kStranger) {
      known->second = {&table, wish.place, set};
    } else if (known->second.off || claim(known->second, set) == Claim::kInherited) {
      dropped_.insert(&table);
      report_redefined(wish, known->second.last, "write override = true to change it", problems_);
    }
  }

  // Whether the set may change the rule, or switch it off; reports why not.
  bool may_have(const Wish& wish, std::map<std::string, Known>::const_iterator known) {
    const bool free = known == known_.end();
    const Claim claimed = free ? Claim::kFree : claim(known->second, wish.set);
    if (claimed == Claim::kInherited && !known->second.off) return true;
    if (problems_.full()) return false;
    if (!free && known->second.off && claimed != Claim::kStranger) {
      problems_.error("E-ID", wish.place, fmt::format("the rule '{}' is switched off", wish.name),
                      fmt::format("'disable' at {} does it", problems_.location_text(known->second.last)));
      return false;
    }
    std::vector<std::string_view> inherited;
    for (const auto& [id, other] : known_) {
      if (!other.off && claim(other, wish.set) == Claim::kInherited) inherited.push_back(id);
    }
    report_vain(wish, claimed, free ? wish.place : known->second.last, inherited, lineage_, problems_);
    return false;
  }

  // Takes out what is changed elsewhere or switched off, and inherited examples that a switched-off rule was to win.
  void clear(std::vector<Node>& rules) {
    std::vector<Node> kept;
    for (Node& table : rules) {
      if (dropped_.contains(&table)) continue;
      if (Entry* examples = find_entry(table, "examples")) {
        std::erase_if(examples->value.items, [&](Node& example) { return is_void(example); });
      }
      kept.push_back(std::move(table));
    }
    rules = std::move(kept);
  }

  bool is_void(Node& example) const {
    const Entry* because = find_entry(example, "because");
    if (because == nullptr || !because->value.text.starts_with("rule:")) return false;
    const auto winner = known_.find(because->value.text.substr(5));
    return winner != known_.end() && winner->second.off &&
           lineage_.claim(winner->second.set, lineage_.set_of(because->place)) == Claim::kInherited;
  }

  Lineage& lineage_;
  Problems& problems_;
  std::map<std::string, Known> known_;
  std::set<const Node*> dropped_;
  std::vector<Node> none_;
};

}  // namespace

void inherit_rules(Lineage& lineage, Problems& problems) { RuleHeirs(lineage, problems).run(); }

}  // namespace mubiao::rules
