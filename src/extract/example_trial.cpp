// Tries examples. Rules that make records are tried on the example as a small document; the others on its folded text,
// as pass one would see a sentence. Door: try_example.
#include "extract/example_trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/plain_match.h"
#include "rules/vocabulary.h"

namespace mubiao {
namespace {

constexpr std::string_view kUnless = "unless:";
constexpr std::string_view kRule = "rule:";
constexpr std::string_view kWon = "won";

std::string_view behind(std::string_view prefix, std::string_view text) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string_view();
}

void compare(const std::vector<Fields>& found, const Example& example, Trial& out) {
  out.fired = !found.empty();
  out.differences = differences(example.expect, found);
  for (RecordDifference& difference : out.differences) difference.sentence = example.text;
  out.complaint = difference_summary(out.differences, example.expect.size(), found.size());
}

void complain_of_reason(const Example& example, Trial& out) {
  out.complaint = fmt::format("silent, but not because of '{}'", example.because);
}

// --- rules that make records -------------------------------------------------------------------------------

Fields fields_of(const Record& record) {
  Fields out;
  for (const std::string& field : record_fields()) out.emplace(field, field_text(record, field));
  return out;
}

// "'15万千瓦' is context by size.project (reach.level: unless:past)", for every number of the example.
std::vector<std::string> account_notes(const Extraction& extraction, const std::string& rule) {
  std::vector<std::string> out;
  for (const Account& account : extraction.accounts) {
    std::string& note = out.emplace_back(fmt::format("'{}' is {}", account.text, account.verdict));
    if (!account.rule.empty()) note += fmt::format(" by {}", account.rule);
    for (const Attempt& attempt : account.attempts) {
      if (attempt.rule == rule) note += fmt::format(" ({}: {})", rule, attempt.outcome);
    }
  }
  return out;
}

// True if the document says that `rule` was silent for the reason `because`.
bool is_silent_because(const Extraction& extraction, const Rule& rule, const std::string& because) {
  if (because.empty()) return true;
  if (const std::string_view other = behind(kRule, because); !other.empty()) {
    const auto is_other = [&](const auto& taken) { return taken.rule == other; };
    return std::any_of(extraction.accounts.begin(), extraction.accounts.end(), is_other) ||
           std::any_of(extraction.records.begin(), extraction.records.end(), is_other);
  }
  // A match about another quantity of the clause says nothing.
  const auto is_it = [&](const ClauseMatch& match) {
    if (match.rule != rule.id) return false;
    return because == "no-match" ? match.outcome != "another quantity" : match.outcome == because;
  };
  return std::any_of(extraction.matches.begin(), extraction.matches.end(), is_it) == (because != "no-match");
}

Trial try_as_document(const Extractor& extractor, const Rule& rule, const Example& example) {
  const Result<Document> document = decode("example", example.text);
  if (!document) return {"the text cannot be read: " + document.error().front().message};
  Trial out;
  Extraction extraction = extractor.explain(*document);
  std::vector<Fields> found;
  for (const Record& record : extraction.records) {
    if (record.rule == rule.id) found.push_back(fields_of(record));
  }
  compare(found, example, out);
  if (out.passed() && !is_silent_because(extraction, rule, example.because)) complain_of_reason(example, out);
  if (!out.passed()) out.notes = account_notes(extraction, rule.id);
  for (ClauseMatch& match : extraction.matches) {
    const std::string_view unless = behind(kUnless, match.outcome);
    if (match.rule == rule.id && !unless.empty()) out.silenced_by.emplace_back(unless);
    if (const Rule* tried = extractor.rules().find(match.rule))
      out.matches.push_back({tried, std::move(match.clause), match.outcome == kWon});
  }
  out.records = std::move(extraction.records);
  return out;
}

// --- rules of pass one -------------------------------------------------------------------------------------

// Of kinds that find mentions every match counts; of the others it matters whether there is one.
bool finds_mentions(RuleKind kind) {
  constexpr std::array kMentions = {RuleKind::kName, RuleKind::kPeriod, RuleKind::kBaseline, RuleKind::kDepartment};
  return std::find(kMentions.begin(), kMentions.end(), kind) != kMentions.end();
}

// The rule that "rule:ID" names takes what it matches.
bool is_taken(const PlainMatch& match, const std::vector<PlainMatch>& by_other) {
  return std::any_of(by_other.begin(), by_other.end(), [&](const PlainMatch& taken) {
    return taken.silenced_by.empty() && match.span.overlaps(taken.span);
  });
}

bool is_silent_because(const std::vector<PlainMatch>& matches, const std::string& because) {
  const auto any = [&](const auto& holds) { return std::any_of(matches.begin(), matches.end(), holds); };
  if (because == "no-match") return matches.empty();
  if (because.starts_with(kRule)) return any([](const PlainMatch& match) { return match.silenced_by.empty(); });
  const std::string_view id = behind(kUnless, because);
  return id.empty() || any([id](const PlainMatch& match) { return match.silenced_by == id; });
}

Trial try_as_text(const RuleSet& rules, const Rule& rule, const Example& example) {
  const std::string text = plain_text(rules, rule, example.text);
  const std::vector<PlainMatch> matches = find_matches(rule, text);
  const Rule* other = rules.find(behind(kRule, example.because));
  const std::vector<PlainMatch> by_other = other != nullptr ? find_matches(*other, text) : std::vector<PlainMatch>();
  Trial out;
  std::vector<Fields> found;
  for (const PlainMatch& match : matches) {
    if (match.silenced_by.empty()) {
      if (!is_taken(match, by_other)) found.push_back(match.fields);
    } else {
      out.silenced_by.push_back(match.silenced_by);
    }
  }
  // A second heading or mood in one text is the same to the document.
  if (!finds_mentions(rule.kind) && !example.expect.empty() && found.size() > example.expect.size())
    found.resize(example.expect.size());
  compare(found, example, out);
  if (out.passed() && !is_silent_because(matches, example.because)) complain_of_reason(example, out);
  for (const PlainMatch& match : matches) {
    if (out.passed() || match.silenced_by.empty()) continue;
    out.notes.push_back(fmt::format("'{}' is silenced by unless:{}", slice(text, match.span), match.silenced_by));
  }
  if (!matches.empty()) out.matches.push_back({&rule, text, out.fired});
  return out;
}

}  // namespace

Trial try_example(const Extractor& extractor, const Rule& rule, const Example& example) {
  return rules::vocabulary(rule.kind).records ? try_as_document(extractor, rule, example)
                                              : try_as_text(extractor.rules(), rule, example);
}

Untested find_untested(const Rule& rule, const std::vector<Trial>& trials) {
  const auto any = [&](const auto& holds) {
    for (std::size_t i = 0; i < trials.size(); ++i) {
      if (rule.examples[i].todo.empty() && holds(trials[i])) return true;
    }
    return false;
  };
  Untested out{.rule = !any([](const Trial& trial) { return trial.fired; })};
  for (const Unless& clause : rule.unless) {
    const bool exercised = any([&](const Trial& trial) {
      return std::find(trial.silenced_by.begin(), trial.silenced_by.end(), clause.id) != trial.silenced_by.end();
    });
    if (!exercised) out.clauses.push_back(&clause);
  }
  return out;
}

std::string untested_text() { return "no example makes this rule fire"; }

std::string untested_text(const Unless& clause) {
  return fmt::format("no example is silenced by the unless clause '{}'", clause.id);
}

}  // namespace mubiao
