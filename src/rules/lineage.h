#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"
#include "rules/extends.h"
#include "rules/toml_reader.h"

namespace mubiao::rules {

/// What a set can do with a name that other sets may have defined, changed or switched off.
enum class Claim {
  kFree,       // nobody knows the name
  kInherited,  // a set that this one extends said the last word: this one may change it
  kOwn,        // this set did
  kStranger,   // a set did that this one does not extend
};

/// The sets that were gathered, with the tables of their files.
class Lineage {
 public:
  Lineage(std::vector<Node>& roots, const std::vector<RuleFile>& files, bool complete);

  /// Every set behind those it extends.
  const std::vector<std::size_t>& order() const { return sets_.order; }
  const std::vector<Node*>& roots(std::size_t set) const { return roots_[set]; }
  std::size_t set_of(Place place) const { return files_[place.file].set; }
  Claim claim(std::size_t set, std::size_t last) const;
  bool extends_nothing(std::size_t set) const;
  /// False: a name may be unknown because something that is extended could not be read.
  bool complete() const { return complete_; }

 private:
  const std::vector<RuleFile>& files_;
  SetOrder sets_;
  std::vector<std::vector<Node*>> roots_;  // by set
  bool complete_;
};

/// One name of a kind of things ("rule", E-ID) as a set wants to have it.
struct Wish {
  std::string_view code;
  std::string_view noun;
  std::string_view name;
  std::string_view to_do;  // "change", "switch off"
  Place place;             // where the set says so
  std::size_t set = 0;
};

/// Reports that the wish is in vain, since the claim is not kInherited. `last` is where the last word on the name
/// stands, if there is one; `known` are the names that are inherited.
void report_vain(const Wish& wish, Claim claim, Place last, const std::vector<std::string_view>& known,
                 const Lineage& lineage, Problems& problems);
/// Reports that an inherited name is defined anew without saying so; `how` says what to write.
void report_redefined(const Wish& wish, Place last, std::string_view how, Problems& problems);

/// Puts what sets say of inherited rules, or of fragments, dimensions and periods, into these, and takes out what is
/// then said twice.
void inherit_rules(Lineage& lineage, Problems& problems);
void inherit_tables(Lineage& lineage, Problems& problems);

/// Puts the entries of `from` into the table `into`, in place of those with the same key.
void replace_entries(Node& into, Node& from);
/// The entry of a table with this key, or nullptr.
Entry* find_entry(Node& table, std::string_view key);
/// Appends the items of an array to another; types that do not fit are reported.
void append_items(Entry& into, Entry& from, Problems& problems);

}  // namespace mubiao::rules
