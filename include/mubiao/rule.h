#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mubiao/diagnostic.h"
#include "mubiao/unit.h"

namespace re2 {
class RE2;
}

namespace mubiao {

/// What a rule finds, and so which text it is matched on. See rules/README.md.
enum class RuleKind {
  kHeading,     // a line that is a heading:            folded line
  kMetadata,    // title, number, issuer, date:         folded line of the document's head
  kDepartment,  // who answers for a paragraph:         folded paragraph
  kName,        // a number that is part of a name:     folded sentence
  kPeriod,      // a year or period:                    folded sentence
  kBaseline,    // the year a change is measured from:  folded sentence
  kMood,        // past, aspirational, …:               typed clause, or a heading
  kCarry,       // what starts or stops a carried year: typed sentence
  kContext,     // a quantity that is no target:        typed clause
  kTarget,      //                                      typed clause
  kMilestone,   //                                      typed clause
  kDelegated,   //                                      typed clause
  kIndicator,   // words to cut from an indicator:      the captured indicator
  kBound,       // 以上, 不低于:                         typed text before or behind a quantity
  kColumn,      // what a column of a table holds:      its folded head, spaces removed
};
inline constexpr std::size_t kRuleKinds = 15;
/// "heading", "metadata", …: the spelling in rule files.
std::string_view to_string(RuleKind kind);
std::optional<RuleKind> parse_rule_kind(std::string_view name);

/// A regular expression that is compiled when it is first used, or was before. Copies share the compiled
/// form; safe to use from several threads. Reads like a pointer to RE2: `regex->Match(…)`, `*regex`.
class Regex {
 public:
  Regex() = default;
  /// To be compiled on first use. Precondition: RE2 accepts `pattern`.
  explicit Regex(std::string pattern);
  /// Compiled already.
  explicit Regex(std::shared_ptr<const re2::RE2> compiled);

  const re2::RE2& operator*() const;
  const re2::RE2* operator->() const { return &**this; }
  explicit operator bool() const { return state_ != nullptr; }
  /// Whether it is compiled by now: to ask it is cheap then, and dear before.
  bool compiled() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

/// Where an `unless` pattern is looked for.
enum class UnlessScope { kMatch, kBefore, kAfter, kClause, kSentence, kSection };

/// A clause that silences a rule: RE2 has no look-around.
struct Unless {
  std::string id;
  UnlessScope scope = UnlessScope::kMatch;
  std::string pattern;                 // after expansion
  Regex regex;
  /// As those of a rule.
  std::vector<std::vector<std::string>> literals;
  Location where;
};

/// What an example must give: records (or mentions) in order, each with the fields that are asserted.
/// A field's value is its text as in CSV output; a field that must be null has no value.
using ExpectedFields = std::map<std::string, std::optional<std::string>>;

struct Example {
  std::string text;
  std::string source;                  // where the sentence is from; informative
  std::vector<ExpectedFields> expect;  // empty: the rule must be silent
  std::string because;                 // why it is silent: "no-match", "unless:ID", "rule:ID" (another rule won)
  std::string todo;                    // known gap: the example must fail, and says so once it passes
  Location where;
};

/// Where one key of a rule stands: "priority", "set.change". A list has one for each of its items.
struct KeyOrigin {
  std::string key;
  Location where;
};

struct Rule {
  std::string id;
  RuleKind kind = RuleKind::kTarget;
  std::string description;
  std::string status;                  // "experimental", "stable", "deprecated", or empty; informative, as the next two
  std::vector<std::string> tags;
  std::vector<std::string> references;
  int rev = 1;
  int priority = 50;                   // higher is tried first; then file order
  std::vector<std::string> keywords;   // folded; the rule is tried only if one of them is in the text (empty: always)
  std::map<std::string, std::string, std::less<>> set;  // fields the rule gives its match: change = "decrease"
  std::string pattern;                 // after expansion: what RE2 got
  std::string written;                 // before: with its {fragments}
  Regex regex;
  /// Of each of these lists one member stands in every text that the pattern matches; empty: unknown.
  std::vector<std::vector<std::string>> literals;
  std::vector<Unless> unless;
  std::vector<Example> examples;
  Location where;                      // of the pattern
  std::vector<KeyOrigin> origins;      // of all keys but unless and examples, which know their own
};

/// Typed placeholders: one code point of the private use area stands for each mention in a typed clause.
/// The dimension with index i in the unit table is kQuantityFirst + i; a composed unit or a bare number
/// have their own.
namespace placeholder {
inline constexpr char32_t kQuantityFirst = 0xE000;  // … 0xE0EF, by dimension_index
inline constexpr char32_t kQuantityComposed = 0xE0F0;
inline constexpr char32_t kQuantityBare = 0xE0F1;   // a number without unit
inline constexpr char32_t kQuantityLast = kQuantityComposed;  // {quantity}; a bare number is {number}
inline constexpr char32_t kQuantityCounted = 0xE0F2;  // 两次, 三个: a count in Chinese numerals, {counted}
inline constexpr char32_t kPeriod = 0xE100;         // governs what follows: 到2025年, "十四五"期间
inline constexpr char32_t kYear = 0xE101;           // a year or plan by itself: 2025年, "十四五"
inline constexpr char32_t kPast = 0xE102;           // a period before the document's own time
inline constexpr char32_t kBaseline = 0xE103;       // 比2020年
inline constexpr char32_t kAside = 0xE104;          // a bracket that holds quantities of its own
inline constexpr char32_t kOther = 0xE105;      // a quantity of the clause that is not the one being decided about
inline constexpr char32_t kFirst = 0xE000;
inline constexpr char32_t kLast = 0xE1FF;
}  // namespace placeholder

/// What one path of `extends` led to: files, by index, or a problem in words.
struct Extended {
  std::vector<std::size_t> files = {};
  std::string problem = {};
  std::string help = {};
};

/// One file of a rule set: a name for messages and the TOML text. Files of one set share everything; what a set
/// extends are sets of their own. gather_rule_files() fills in both; files that extend nothing need neither.
struct RuleFile {
  std::string name;
  std::string text;
  std::size_t set = 0;                 // 0 is the outermost, whose name and version count
  bool named = true;                   // asked for by itself, and not only extended: lints look at it
  std::vector<Extended> extends = {};  // as many as paths under `extends`, or more: the rest was asked for elsewhere
};

/// A period that has a name: 十四五 = 2021 to 2025.
struct NamedPeriod {
  std::string name;
  int start = 0;
  int end = 0;
};

/// A part of patterns that has a name.
struct Fragment {
  std::string name;
  std::string written;  // as in its file, with the {fragments} it uses; empty: it is built in
  std::string pattern;  // after expansion
  Location where = {};
};

/// Rules, units and named periods: loaded, expanded, compiled. Immutable; shared by threads.
class RuleSet {
 public:
  /// Loads files that form one set, and the sets it extends; fragments, units and periods of every file are seen by
  /// all. Precondition: what `extends` of the files leads to is among them, and no set extends itself.
  /// Errors: every problem found in all files, each with file, line, column and the source line:
  /// E-TOML, E-KEY, E-TYPE, E-FORMAT, E-ID, E-FRAG, E-RE2, E-RE2-NAME, E-GROUP, E-DUPNAME, E-SLOT, E-UNIT,
  /// E-LIMIT, E-EXTENDS.
  static Result<RuleSet> load(const std::vector<RuleFile>& files);
  /// The files compiled into the library (rules/*.toml).
  static const std::vector<RuleFile>& embedded_files();
  /// The set that these files form, from a form that was checked and expanded when the library was built: much
  /// faster than load(embedded_files()). It has no fragments, and its rules no examples, descriptions or places, nor
  /// patterns as written.
  static const RuleSet& embedded();

  const std::string& name() const;
  const std::string& version() const;
  /// "plan@1.0.0"
  std::string name_and_version() const;
  const UnitTable& units() const;
  const std::vector<NamedPeriod>& named_periods() const;
  /// Those of files in file order, then those that are built in.
  const std::vector<Fragment>& fragments() const;
  /// Words at the begin of an indicator that make no difference when it is compared with an annotated one.
  const std::vector<std::string>& eval_prefixes() const;
  /// In file order.
  const std::vector<Rule>& rules() const;
  /// The rule of this id, or nullptr. Pointers stay valid as those of rules(kind).
  const Rule* find(std::string_view id) const;
  /// Rules of one kind, in the order to try them. Pointers stay valid as long as any copy of the set lives.
  const std::vector<const Rule*>& rules(RuleKind kind) const;

  struct State;  // internal
  explicit RuleSet(std::shared_ptr<const State> state);

 private:
  std::shared_ptr<const State> state_;
};

}  // namespace mubiao
