// Runs the examples that rule files hold. Rules that make records are tried on the example as a small document;
// the others on its folded text, as pass one would see a sentence. The door is run_examples.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>

#include "extract/rule_text.h"
#include "mubiao/check.h"
#include "mubiao/normalize.h"
#include "mubiao/record.h"
#include "rules/placeholders.h"
#include "rules/vocabulary.h"

namespace mubiao {
namespace {

using Fields = std::map<std::string, std::optional<std::string>>;

// What an example gave, before `todo` is looked at. An empty complaint: what was expected.
struct Trial {
  std::string complaint;
  bool fired = false;
};

std::string shown(const std::optional<std::string>& value) { return value ? fmt::format("'{}'", *value) : "null"; }

// Fields that tell apart nothing but places.
constexpr std::array<std::string_view, 8> kPlaces = {"n",      "section", "sentence", "line",
                                                     "column", "start",   "end",      "rule"};

std::string shown(const Fields& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    if (std::find(kPlaces.begin(), kPlaces.end(), name) != kPlaces.end()) continue;
    if (value) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name, shown(value));
  }
  return out.empty() ? "a match without named groups" : out;
}

// Compares what is found with what is expected, in order; only as many as expected if `at_least`.
std::string compare(const std::vector<Fields>& found, const std::vector<ExpectedFields>& expected, bool at_least) {
  if (found.size() < expected.size() || (found.size() > expected.size() && !(at_least && !expected.empty()))) {
    std::string out = fmt::format("{} expected, {} found", expected.size(), found.size());
    for (const Fields& fields : found) out += "; found: " + shown(fields);
    return out;
  }
  std::string out;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    for (const auto& [name, value] : expected[i]) {
      const auto field = found[i].find(name);
      const std::optional<std::string> actual = field == found[i].end() ? std::nullopt : field->second;
      if (actual == value) continue;
      const std::string which = expected.size() > 1 ? fmt::format("number {}: ", i + 1) : "";
      out +=
          fmt::format("{}{}{} is {}, expected {}", out.empty() ? "" : "; ", which, name, shown(actual), shown(value));
    }
  }
  return out;
}

// --- rules that make records -------------------------------------------------------------------------------

Fields fields_of(const Record& record) {
  Fields out;
  for (const std::string& field : record_fields()) out.emplace(field, field_text(record, field));
  return out;
}

// "'15万千瓦' is context by size.project (reach.level: unless:past)", for every number of the example.
std::string account_text(const Extraction& extraction, const std::string& rule) {
  std::string out;
  for (const Account& account : extraction.accounts) {
    out += fmt::format("; '{}' is {}", account.text, account.verdict);
    if (!account.rule.empty()) out += fmt::format(" by {}", account.rule);
    for (const Attempt& attempt : account.attempts) {
      if (attempt.rule == rule) out += fmt::format(" ({}: {})", rule, attempt.outcome);
    }
  }
  return out;
}

bool attempted(const Extraction& extraction, const std::string& rule, std::string_view outcome) {
  return std::any_of(extraction.accounts.begin(), extraction.accounts.end(), [&](const Account& account) {
    return std::any_of(account.attempts.begin(), account.attempts.end(),
                       [&](const Attempt& attempt) { return attempt.rule == rule && attempt.outcome == outcome; });
  });
}

// True if the rule matched about some quantity, and so was silent for another reason than its pattern. A match
// about another quantity of the clause says nothing.
bool matched(const Extraction& extraction, const std::string& rule) {
  return std::any_of(extraction.accounts.begin(), extraction.accounts.end(), [&](const Account& account) {
    return std::any_of(account.attempts.begin(), account.attempts.end(), [&](const Attempt& attempt) {
      return attempt.rule == rule && attempt.outcome != "no match" && attempt.outcome != "another quantity";
    });
  });
}

// True if the accounts say that `rule` was silent for the reason `because`.
bool is_silent_because(const Extraction& extraction, const Rule& rule, const std::string& because) {
  if (because.empty()) return true;
  if (because == "no-match") return !matched(extraction, rule.id);
  if (because.starts_with("unless:")) return attempted(extraction, rule.id, because);
  const std::string_view other = std::string_view(because).substr(std::string_view("rule:").size());
  return std::any_of(extraction.accounts.begin(), extraction.accounts.end(),
                     [&](const Account& account) { return account.rule == other; });
}

Trial try_as_document(const Extractor& extractor, const Rule& rule, const Example& example) {
  const Result<Document> document = decode("example", example.text);
  if (!document) return {"the text cannot be read: " + document.error().front().message, false};
  const Extraction extraction = extractor.explain(*document);
  std::vector<Fields> found;
  for (const Record& record : extraction.records) {
    if (record.rule == rule.id) found.push_back(fields_of(record));
  }
  std::string complaint = compare(found, example.expect, false);
  if (complaint.empty() && !is_silent_because(extraction, rule, example.because)) {
    complaint = fmt::format("silent, but not because of '{}'", example.because);
  }
  if (!complaint.empty()) complaint += account_text(extraction, rule.id);
  return {complaint, !found.empty()};
}

// --- rules of pass one -------------------------------------------------------------------------------------

struct PlainMatch {
  Span span;
  Fields fields;
  std::string silenced_by;  // id of the unless clause that holds; empty: none
};

bool has_keyword(const Rule& rule, std::string_view text) {
  return rule.keywords.empty() || std::any_of(rule.keywords.begin(), rule.keywords.end(), [&](const std::string& word) {
           return text.find(word) != std::string_view::npos;
         });
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

PlainMatch plain_match(const Rule& rule, std::string_view text, const std::vector<re2::StringPiece>& groups) {
  PlainMatch match;
  match.span.begin = static_cast<std::size_t>(groups[0].data() - text.data());
  match.span.end = match.span.begin + groups[0].size();
  match.fields["match"] = std::string(groups[0]);
  for (const auto& [key, value] : rule.set) match.fields[key] = value;
  for (const auto& [number, name] : rule.regex->CapturingGroupNames()) {
    const re2::StringPiece& group = groups[static_cast<std::size_t>(number)];
    if (!group.empty()) match.fields[name] = trimmed(std::string(group));
  }
  const auto holds = [&](const Unless& unless) { return unless_holds(unless, text, match.span, text, text); };
  const auto unless = std::find_if(rule.unless.begin(), rule.unless.end(), holds);
  if (unless != rule.unless.end()) match.silenced_by = unless->id;
  return match;
}

// All matches of the rule from left to right, also those an unless clause silences.
std::vector<PlainMatch> find_matches(const Rule& rule, std::string_view text) {
  std::vector<PlainMatch> out;
  if (!has_keyword(rule, text)) return out;
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(rule.regex->NumberOfCapturingGroups()) + 1);
  std::size_t at = 0;
  while (at <= text.size() && rule.regex->Match(text, at, text.size(), re2::RE2::UNANCHORED, groups.data(),
                                                static_cast<int>(groups.size()))) {
    out.push_back(plain_match(rule, text, groups));
    at = std::max(out.back().span.end, at + 1);
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return out;
}

std::vector<PlainMatch> without_silenced(std::vector<PlainMatch> matches) {
  std::erase_if(matches, [](const PlainMatch& match) { return !match.silenced_by.empty(); });
  return matches;
}

// Of kinds that find mentions every match counts; of the others it matters whether there is one.
bool finds_mentions(RuleKind kind) {
  constexpr std::array kMentions = {RuleKind::kName, RuleKind::kPeriod, RuleKind::kBaseline, RuleKind::kDepartment};
  return std::find(kMentions.begin(), kMentions.end(), kind) != kMentions.end();
}

// The rule that "rule:ID" names takes what it matches.
std::vector<PlainMatch> without_taken(std::vector<PlainMatch> matches, const RuleSet& rules, std::string_view because,
                                      std::string_view text) {
  if (!because.starts_with("rule:")) return matches;
  const std::string_view id = because.substr(std::string_view("rule:").size());
  const auto other =
      std::find_if(rules.rules().begin(), rules.rules().end(), [id](const Rule& r) { return r.id == id; });
  if (other == rules.rules().end()) return matches;
  for (const PlainMatch& taken : without_silenced(find_matches(*other, text))) {
    std::erase_if(matches, [&](const PlainMatch& match) { return match.span.overlaps(taken.span); });
  }
  return matches;
}

bool is_silent_because(const std::vector<PlainMatch>& matches, const std::string& because) {
  if (because == "no-match") return matches.empty();
  if (because.starts_with("rule:")) return !without_silenced(matches).empty();
  if (!because.starts_with("unless:")) return true;
  const std::string_view id = std::string_view(because).substr(std::string_view("unless:").size());
  return std::any_of(matches.begin(), matches.end(), [id](const PlainMatch& match) { return match.silenced_by == id; });
}

Trial try_as_text(const RuleSet& rules, const Rule& rule, const Example& example) {
  std::string text = fold_characters(example.text);
  if (rules::vocabulary(rule.kind).typed) text = rules::fill_placeholders(text, rules.units());
  const std::vector<PlainMatch> matches = find_matches(rule, text);
  std::vector<Fields> found;
  for (const PlainMatch& match : without_taken(without_silenced(matches), rules, example.because, text)) {
    found.push_back(match.fields);
  }
  std::string complaint = compare(found, example.expect, !finds_mentions(rule.kind));
  if (complaint.empty() && !is_silent_because(matches, example.because)) {
    complaint = fmt::format("silent, but not because of '{}'", example.because);
  }
  for (const PlainMatch& match : matches) {
    if (complaint.empty() || match.silenced_by.empty()) continue;
    complaint += fmt::format("; '{}' is silenced by unless:{}", slice(text, match.span), match.silenced_by);
  }
  return {complaint, !found.empty()};
}

// --- both --------------------------------------------------------------------------------------------------

ExampleStatus status_of(const Trial& trial, const Example& example) {
  const bool passed = trial.complaint.empty();
  if (example.todo.empty()) return passed ? ExampleStatus::kPass : ExampleStatus::kFail;
  return passed ? ExampleStatus::kTodoPassed : ExampleStatus::kTodo;
}

std::string message_of(ExampleStatus status, const Trial& trial, const Example& example) {
  switch (status) {
    case ExampleStatus::kPass:
      return "";
    case ExampleStatus::kFail:
      return trial.complaint;
    case ExampleStatus::kTodo:
      return fmt::format("{}: {}", example.todo, trial.complaint);
    case ExampleStatus::kTodoPassed:
      break;
  }
  return fmt::format("passes now: take the key 'todo' (\"{}\") out", example.todo);
}

}  // namespace

std::string_view to_string(ExampleStatus status) {
  constexpr std::array<std::string_view, 4> kNames = {"pass", "fail", "todo", "todo_passed"};
  return kNames[static_cast<std::size_t>(status)];
}

std::vector<ExampleResult> run_examples(const Extractor& extractor) {
  const RuleSet& rules = extractor.rules();
  std::vector<ExampleResult> out;
  for (const Rule& rule : rules.rules()) {
    bool tested = false;
    for (std::size_t i = 0; i < rule.examples.size(); ++i) {
      const Example& example = rule.examples[i];
      const bool records = rules::vocabulary(rule.kind).records;
      const Trial trial = records ? try_as_document(extractor, rule, example) : try_as_text(rules, rule, example);
      const ExampleStatus status = status_of(trial, example);
      tested = tested || (trial.fired && trial.complaint.empty());
      out.push_back({rule.id, i + 1, example.where, status, message_of(status, trial, example)});
    }
    if (tested) continue;
    out.push_back({rule.id, 0, rule.where, ExampleStatus::kFail,
                   "untested: no example that passes makes this rule fire; give it one [[rules.examples]] that does"});
  }
  return out;
}

}  // namespace mubiao
