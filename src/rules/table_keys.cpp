// The keys of the tables of rule files, for the layout and the schema. Tables only; the doors are at the end.
#include "rules/table_keys.h"

#include <array>

namespace mubiao::rules {
namespace {

constexpr std::array<std::string_view, 3> kStatus = {"experimental", "stable", "deprecated"};

constexpr std::array kFile = {
    TableKey{"format", KeyShape::kInteger, "format of the file: 1", false, {}, 1, 1},
    TableKey{"ruleset", KeyShape::kText, "name of the set; stands in one of its files, and in every result"},
    TableKey{"version", KeyShape::kText, "version of the set; stands in every result"},
    TableKey{"extends", KeyShape::kWords, "what the set builds on: files, directories, or std, the built-in set"},
    TableKey{"disable", KeyShape::kWords, "ids of inherited rules that are switched off"},
    TableKey{"lints", KeyShape::kOther, "lints that are switched off for the whole set"},
    TableKey{"dimensions", KeyShape::kOther, "the table of units: what finds them and what converts them"},
    TableKey{"periods", KeyShape::kOther, "periods with a name, with their first and last year"},
    TableKey{"eval", KeyShape::kOther, "words that make no difference when records are compared with annotations"},
    TableKey{"fragments", KeyShape::kOther, "parts of patterns with a name: {name} puts one in"},
    TableKey{"override", KeyShape::kOther, "dimensions, periods and fragments that change inherited ones"},
    TableKey{"rules", KeyShape::kOther, "what is found, and what it means"},
};

constexpr std::array kRule = {
    TableKey{"id", KeyShape::kId, "unique in the set; a-z 0-9 _ - and dots", true},
    TableKey{"override", KeyShape::kBoolean, "true: it changes an inherited rule; what it does not say stays"},
    TableKey{"kind", KeyShape::kOther, "what the rule finds", true},
    TableKey{"rev", KeyShape::kInteger, "raise it when the meaning changes; 1 if absent", false, {}, 1, 1000000},
    TableKey{"status", KeyShape::kOneOf, "informative", false, kStatus},
    TableKey{"priority", KeyShape::kInteger, "higher is tried first; 50 if absent", false, {}, 0, 1000},
    TableKey{"description", KeyShape::kText, "what it is for, best as an example"},
    TableKey{"tags", KeyShape::kWords, "informative"},
    TableKey{"references", KeyShape::kWords, "informative"},
    TableKey{"set", KeyShape::kOther, "what a match means"},
    TableKey{"keywords", KeyShape::kWords, "the rule is tried only on text that holds one of them"},
    TableKey{"pattern", KeyShape::kPattern, "a regular expression of RE2, in a literal string", true},
    TableKey{"unless", KeyShape::kOther, "where the rule is silent"},
    TableKey{"examples", KeyShape::kOther, "what it must find, and what not"},
};

constexpr std::array kUnless = {
    TableKey{"id", KeyShape::kId, "unique in the rule", true},
    TableKey{"in", KeyShape::kOther, "where the pattern is looked for; in the match if absent"},
    TableKey{"pattern", KeyShape::kPattern, "what silences the rule; captures nothing", true},
};

constexpr std::array kExample = {
    TableKey{"text", KeyShape::kText, "a sentence or two, with invented names", true},
    TableKey{"source", KeyShape::kText, "where the sentence is from; informative"},
    TableKey{"expect", KeyShape::kOther, "what is found, in order; [] is silence, [{}] anything", true},
    TableKey{"because", KeyShape::kOther, "why it is silent: no-match, unless:ID or rule:ID"},
    TableKey{"todo", KeyShape::kText, "a known gap, in words: the example must fail"},
};

constexpr std::array kDimension = {
    TableKey{"canonical", KeyShape::kText, "the unit that values are converted into", true},
    TableKey{"factors", KeyShape::kOther, "for each way to write a unit the factor into the canonical one", true},
    TableKey{"counter", KeyShape::kBoolean, "true: it counts things, and has words in place of units"},
};

constexpr std::array kCounter = {
    TableKey{"counter", KeyShape::kBoolean, "it counts things: its words are not converted", true},
    TableKey{"words", KeyShape::kWords, "what is counted by", true},
};

constexpr std::array kLint = {
    TableKey{"allow", KeyShape::kBoolean, "true: what it finds is not told"},
    TableKey{"reason", KeyShape::kText, "why that is right in this set; needed with allow"},
    TableKey{"budget", KeyShape::kInteger, "of W-COST: instructions that a pattern may take", false, {}, 1, 20000},
};

constexpr std::array kEval = {
    TableKey{"indicator_prefixes", KeyShape::kWords, "words that an indicator may or may not begin with"},
};

}  // namespace

std::span<const TableKey> file_keys() { return kFile; }
std::span<const TableKey> rule_keys() { return kRule; }
std::span<const TableKey> unless_keys() { return kUnless; }
std::span<const TableKey> example_keys() { return kExample; }
std::span<const TableKey> dimension_keys() { return kDimension; }
std::span<const TableKey> counter_keys() { return kCounter; }
std::span<const TableKey> lint_keys() { return kLint; }
std::span<const TableKey> eval_keys() { return kEval; }

}  // namespace mubiao::rules
