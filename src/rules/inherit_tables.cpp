// Fragments, dimensions and periods under [override], put in place of inherited ones. The door is inherit_tables.
#include <fmt/format.h>

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "rules/lineage.h"

namespace mubiao::rules {
namespace {

// The canonical unit is what all inherited factors are of, so it stays.
void check_canonical(const Entry* known, const Entry& given, std::string_view dimension, Problems& problems) {
  if (known != nullptr && known->value.type == given.value.type && known->value.text == given.value.text &&
      known->value.integer == given.value.integer) {
    return;
  }
  problems.error("E-UNIT", given.value.place,
                 fmt::format("'{}' of an inherited dimension cannot change: its factors go with it", given.key),
                 fmt::format("leave it out; --unit {}=… shows another unit", dimension));
}

void change_dimension(Entry& base, Entry& change, Problems& problems) {
  if (change.value.type != Node::Type::kTable || base.value.type != Node::Type::kTable) {
    report_type(change.value, change.key, "a table: [override.dimensions.NAME]", problems);
    return;
  }
  for (Entry& entry : change.value.entries) {
    Entry* known = find_entry(base.value, entry.key);
    if (entry.key == "canonical" || entry.key == "counter") {
      check_canonical(known, entry, base.key, problems);
    } else if (known == nullptr) {
      base.value.entries.push_back(std::move(entry));
    } else if (entry.key == "words") {
      append_items(*known, entry, problems);
    } else if (entry.value.type == known->value.type) {
      replace_entries(known->value, entry.value);
    } else {
      report_type(entry.value, entry.key, type_name(known->value.type), problems);
    }
  }
}

void replace(Entry& base, Entry& change, Problems&) { base = std::move(change); }

struct Table {
  std::string_view key;
  std::string_view code;
  std::string_view noun;
  void (*change)(Entry& base, Entry& change, Problems& problems);
};
constexpr std::array kTables = {
    Table{"fragments", "E-FRAG", "fragment", replace},
    Table{"dimensions", "E-UNIT", "dimension", change_dimension},
    Table{"periods", "E-ID", "period", replace},
};

class TableHeirs {
 public:
  TableHeirs(const Table& table, Lineage& lineage, Problems& problems)
      : table_(table), lineage_(lineage), problems_(problems) {}

  void run() {
    for (const std::size_t set : lineage_.order()) {
      for (Node* root : lineage_.roots(set)) {
        for (Entry& entry : entries(root)) define(entry, set);
      }
      for (Node* root : lineage_.roots(set)) {
        Entry* override_table = find_entry(*root, "override");
        if (override_table == nullptr) continue;
        for (Entry& entry : entries(&override_table->value)) change(entry, set);
      }
    }
    for (const std::size_t set : lineage_.order()) {
      for (Node* root : lineage_.roots(set)) clear(entries(root));
    }
  }

 private:
  struct Known {
    Entry* entry;
    Place last;  // where it was defined or changed last
    std::size_t set;
  };

  std::vector<Entry>& entries(Node* parent) {
    Entry* table = find_entry(*parent, table_.key);
    return table == nullptr ? none_ : table->value.entries;
  }

  Wish wish(const Entry& entry, std::size_t set) const {
    return {table_.code, table_.noun, entry.key, "change", entry.place, set};
  }

  // What one set defines twice, or two that do not extend each other, is reported where it is read.
  void define(Entry& entry, std::size_t set) {
    const auto [known, added] = known_.try_emplace(entry.key, Known{&entry, entry.place, set});
    if (added || lineage_.claim(set, known->second.set) != Claim::kInherited) return;
    dropped_.insert(&entry);
    report_redefined(wish(entry, set), known->second.last,
                     fmt::format("write it under [override.{}] to change it", table_.key), problems_);
  }

  void change(Entry& entry, std::size_t set) {
    const auto known = known_.find(entry.key);
    const bool free = known == known_.end();
    const Claim claim = free ? Claim::kFree : lineage_.claim(set, known->second.set);
    if (claim == Claim::kInherited) {
      known->second.last = entry.place;
      known->second.set = set;
      return table_.change(*known->second.entry, entry, problems_);
    }
    if (problems_.full()) return;
    std::vector<std::string_view> inherited;
    for (const auto& [name, other] : known_) {
      if (lineage_.claim(set, other.set) == Claim::kInherited) inherited.push_back(name);
    }
    report_vain(wish(entry, set), claim, free ? entry.place : known->second.last, inherited, lineage_, problems_);
  }

  void clear(std::vector<Entry>& table) {
    std::vector<Entry> kept;
    for (Entry& entry : table) {
      if (!dropped_.contains(&entry)) kept.push_back(std::move(entry));
    }
    table = std::move(kept);
  }

  const Table& table_;
  Lineage& lineage_;
  Problems& problems_;
  std::map<std::string, Known> known_;
  std::set<const Entry*> dropped_;
  std::vector<Entry> none_;
};

}  // namespace

void inherit_tables(Lineage& lineage, Problems& problems) {
  for (const std::size_t set : lineage.order()) {
    for (Node* root : lineage.roots(set)) {
      const Entry* changes = find_entry(*root, "override");
      if (changes == nullptr) continue;
      if (changes->value.type != Node::Type::kTable) {
        report_type(changes->value, changes->key, "a table: [override.fragments]", problems);
        continue;
      }
      TableReader reader(changes->value, "[override]", problems);
      for (const Table& table : kTables) reader.find(table.key, Node::Type::kTable);
      reader.reject_other_keys();
    }
  }
  for (const Table& table : kTables) TableHeirs(table, lineage, problems).run();
}

}  // namespace mubiao::rules
