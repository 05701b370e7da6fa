#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/rule.h"
#include "rules/pattern_text.h"
#include "rules/source.h"

namespace mubiao::rules {

/// Where a byte of an expanded pattern comes from.
struct Origin {
  std::uint32_t file = 0;
  std::uint32_t offset = 0;
  std::uint32_t fragment = 0;  // 0: the pattern itself; else number + 1 of the fragment
};

/// A pattern with its fragments put in.
struct Expansion {
  std::string text;
  std::vector<Origin> origins;  // as many as bytes of text
  bool typed = false;           // holds a placeholder, so only typed text can match
  std::string placeholder;      // the first of them: "quantity"
};

/// The fragments of a set. Fails closed: whatever is wrong with one is reported where it is defined, once,
/// and patterns that use it then do not expand.
class FragmentTable {
 public:
  static constexpr std::size_t kMostInstructions = 4'000'000;  // the default set takes a sixth of it

  FragmentTable(const std::vector<SourceFile>& files, Problems& problems) : files_(files), problems_(problems) {}

  /// A fragment the program provides. `typed`: it is a placeholder.
  void add_builtin(std::string name, std::string regex, bool typed);
  /// A fragment of a file; `key` is where its name stands.
  void define(std::string name, Place key, std::optional<PatternText> text);
  /// Some file could not be read, so that a fragment may be unknown through no fault of its user.
  void set_incomplete() { incomplete_ = true; }
  /// A pattern of `owner` uses what `scan` refers to; named in messages. Before check().
  void note_user(const PatternScan& scan, const std::string& owner);
  /// After the last definition: finds unknown names, cycles, captures and what is no regex.
  void check();

  /// Puts the fragments in; nullopt after reporting, or silently if a fragment of it is known to be wrong.
  /// Precondition: scan.ok, and check() was called.
  std::optional<Expansion> expand(const PatternText& pattern, const PatternScan& scan);
  /// The same for a pattern that expand() took, once more: nothing is reported or counted.
  Expansion expand_again(const PatternText& pattern, const PatternScan& scan) const;
  /// Fragments of files that no rule uses, be it through another one. After check().
  std::vector<std::uint32_t> unused() const;
  /// What a fragment was defined as, and where; nullptr: no file defines one of this name.
  const PatternText* definition(std::string_view name) const;
  Place key(std::uint32_t fragment) const { return fragments_[fragment - 1].key; }
  /// How much of RE2's programs the set may still take: what bounds the time and memory to compile a hostile one.
  std::size_t& instructions_left() { return instructions_left_; }
  /// All of them that are right, those of files in the order of their definitions. After check().
  std::vector<mubiao::Fragment> all() const;
  /// The name of Origin::fragment.
  const std::string& name(std::uint32_t fragment) const { return fragments_[fragment - 1].name; }

 private:
  struct Builtin {
    std::string regex;
    bool typed = false;
  };
  struct Fragment {
    std::string name;
    Place key;
    PatternText text;
    PatternScan scan;
    std::string expanded;
    std::vector<std::size_t> uses;  // fragments of files it refers to, in the order of its references
    std::string user;               // a rule that needs it
    std::size_t depth = 0;
    bool broken = false;
  };

  void check_groups(const Fragment& fragment);
  void resolve(Fragment& fragment);
  std::string owner_text(const Fragment& fragment) const;
  void order_by_depth();
  void report_cycles(const std::vector<bool>& ordered);
  void compile_alone(std::uint32_t number);
  bool append(Expansion& out, const PatternText& pattern, const PatternScan& scan, std::uint32_t number,
              std::size_t limit) const;
  void report_unknown(const PatternText& pattern, const Reference& reference);

  const std::vector<SourceFile>& files_;
  Problems& problems_;
  std::map<std::string, Builtin, std::less<>> builtins_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::vector<Fragment> fragments_;
  std::vector<std::size_t> order_;  // fragments before those that use them
  std::size_t expanded_bytes_ = 0;
  std::size_t instructions_left_ = kMostInstructions;
  bool incomplete_ = false;
  bool exhausted_ = false;
};

}  // namespace mubiao::rules
