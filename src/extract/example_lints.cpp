// What examples tell about the rules they belong to: what nobody tried, and which rules get into each other's way.
// Doors: lint_examples, CorpusLint.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "extract/example_trial.h"
#include "extract/plain_match.h"
#include "extract/rivals.h"
#include "extract/rule_text.h"
#include "mubiao/check.h"
#include "mubiao/lint.h"
#include "rules/source.h"
#include "rules/vocabulary.h"

namespace mubiao {
namespace {

// How often a rule is held against the example of another one: a set of 20,000 rules would take hours.
constexpr std::size_t kMostTries = 2'000'000;

// Diagnostics with the line of the rule file they point at.
class Findings {
 public:
  explicit Findings(const std::vector<RuleFile>& files) {
    for (const RuleFile& file : files) sources_.emplace_back(file);
  }

  void add(std::string_view lint, const Location& where, std::string message, std::string help) {
    const auto source =
        std::find_if(sources_.begin(), sources_.end(), [&](const auto& file) { return file.name() == where.file; });
    std::string line;
    if (source != sources_.end()) line = source->line_at(source->offset(where.line, where.column));
    found_.push_back({.severity = find_lint(lint)->severity,
                      .code = std::string(lint),
                      .message = std::move(message),
                      .where = where,
                      .help = std::move(help),
                      .source = std::move(line)});
  }

  std::vector<Diagnostic> take() { return std::move(found_); }

 private:
  std::vector<rules::SourceFile> sources_;
  std::vector<Diagnostic> found_;
};

bool makes_records(const Rule& rule) { return rules::vocabulary(rule.kind).records; }

bool matches(const Rule& rule, std::string_view text) {
  return may_hold_match(text, rule.regex, rule.literals) && re2::RE2::PartialMatch(text, *rule.regex);
}

// Looks at one rule after the other.
class ExampleLint {
 public:
  ExampleLint(const Extractor& extractor, const std::vector<RuleFile>& files)
      : extractor_(extractor), findings_(files) {}

  std::vector<Diagnostic> run() {
    for (const Rule& rule : extractor_.rules().rules()) {
      std::vector<Trial> trials;
      for (const Example& example : rule.examples) trials.push_back(try_example(extractor_, rule, example));
      find_untested(rule, trials);
      find_one_sided(rule);
      tries_ += trials.size() * extractor_.rules().rules().size();
      if (tries_ > kMostTries) continue;
      if (makes_records(rule)) {
        look_at_records(rule, trials);
      } else {
        look_at_matches(rule, trials);
      }
    }
    if (tries_ > kMostTries) {
      findings_.add("W-OVERLAP", extractor_.rules().rules().back().where,
                    "the set has too many rules and examples to look for all that overlap", "split it");
    }
    return findings_.take();
  }

 private:
  void find_untested(const Rule& rule, const std::vector<Trial>& trials) {
    const Untested untested = mubiao::find_untested(rule, trials);
    if (untested.rule) {
      findings_.add("E-UNTESTED", rule.where, fmt::format("{}: {}", rule.id, untested_text()),
                    "give it a [[rules.examples]] whose `expect` lists what it finds");
    }
    for (const Unless* clause : untested.clauses) {
      findings_.add("E-UNTESTED", clause->where, fmt::format("{}: {}", rule.id, untested_text(*clause)),
                    fmt::format("add a [[rules.examples]] with expect = [] and because = \"unless:{}\"; if you find no "
                                "such text, the clause is not needed",
                                clause->id));
    }
  }

  void find_one_sided(const Rule& rule) {
    const auto is_counter = [](const Example& example) { return example.expect.empty() && example.todo.empty(); };
    if (std::any_of(rule.examples.begin(), rule.examples.end(), is_counter)) return;
    findings_.add("W-ONESIDED", rule.where, fmt::format("{}: no example says what this rule must not find", rule.id),
                  "add a [[rules.examples]] with a text that is nearly right, and expect = []");
  }

  void report_overlap(const Rule& rule, std::size_t index, const Rule& other) {
    findings_.add("W-OVERLAP", rule.examples[index].where,
                  fmt::format("{}: '{}' matches example {} just as well, and has the same priority: the order of files "
                              "decides",
                              rule.id, other.id, index + 1),
                  "give the rule that should win a higher priority, or the other one an unless clause");
  }

  void report_shadow(const Rule& rule, const Rule& winner) {
    findings_.add(
        "W-SHADOW", rule.where,
        fmt::format("{}: this rule wins in none of its examples, where '{}' is tried first", rule.id, winner.id),
        fmt::format("raise its priority above {}, or remove it if '{}' does its work", winner.priority, winner.id));
  }

  // --- rules that make records: who else matches the clauses

  void look_at_records(const Rule& rule, const std::vector<Trial>& trials) {
    const Rule* winner = nullptr;
    for (std::size_t i = 0; i < trials.size(); ++i) {
      if (trials[i].fired) {
        if (trials[i].passed()) find_overlap(rule, i, trials[i]);
      } else if (winner == nullptr) {
        winner = winner_over(rule, trials[i]);
      }
    }
    const bool wins = std::any_of(trials.begin(), trials.end(), [](const Trial& trial) { return trial.fired; });
    if (!wins && winner != nullptr) report_shadow(rule, *winner);
  }

  // The rule that took a clause which `rule` matches, too.
  static const Rule* winner_over(const Rule& rule, const Trial& trial) {
    const auto taken = std::find_if(trial.matches.begin(), trial.matches.end(), [&](const MatchedText& match) {
      return match.won && compete(*match.rule, rule) && is_tried_before(*match.rule, rule) && matches(rule, match.text);
    });
    return taken == trial.matches.end() ? nullptr : taken->rule;
  }

  // The order decides if another one gives the record to another rule.
  void find_overlap(const Rule& rule, std::size_t index, const Trial& trial) {
    const auto is_possible = [&](const Rule* other) {
      return other != &rule && other->priority == rule.priority &&
             std::any_of(trial.matches.begin(), trial.matches.end(), [&](const MatchedText& match) {
               return match.won && match.rule == &rule && matches(*other, match.text);
             });
    };
    const std::vector<const Rule*>& same_kind = extractor_.rules().rules(rule.kind);
    if (std::none_of(same_kind.begin(), same_kind.end(), is_possible)) return;
    if (!reversed_) reversed_.emplace(with_records_reversed(extractor_.rules()));
    const Result<Document> document = decode("example", rule.examples[index].text);
    const std::vector<Record> records = reversed_->extract(*document).records;
    for (const Record& ours : trial.records) {
      if (ours.rule != rule.id) continue;
      const auto theirs = std::find_if(records.begin(), records.end(), [&](const Record& record) {
        return record.bytes == ours.bytes && record.year == ours.year && record.rule != ours.rule;
      });
      if (theirs == records.end()) continue;
      const auto other = std::find_if(same_kind.begin(), same_kind.end(),
                                      [&](const Rule* candidate) { return candidate->id == theirs->rule; });
      if (other == same_kind.end() || (*other)->priority != rule.priority) continue;
      report_overlap(rule, index, **other);
      return;
    }
  }

  // --- the others: who else matches where they do

  void look_at_matches(const Rule& rule, const std::vector<Trial>& trials) {
    bool wins = false;
    const Rule* winner = nullptr;
    for (std::size_t i = 0; i < trials.size(); ++i) {
      if (!trials[i].passed() || !trials[i].fired) continue;
      const std::string text = plain_text(extractor_.rules(), rule, rule.examples[i].text);
      const Rule* overlap = nullptr;
      for (const PlainMatch& match : find_matches(rule, text)) {
        if (!match.silenced_by.empty()) continue;
        bool taken = false;
        for (const Rule* rival : rivals_of(extractor_.rules(), rule, match, text)) {
          if (rival->kind == rule.kind && rival->priority == rule.priority) overlap = rival;
          if (!is_tried_before(*rival, rule)) continue;
          taken = true;
          winner = rival;
        }
        wins = wins || !taken;
      }
      if (overlap != nullptr) report_overlap(rule, i, *overlap);
    }
    if (!wins && winner != nullptr) report_shadow(rule, *winner);
  }

  const Extractor& extractor_;
  std::optional<Extractor> reversed_;
  Findings findings_;
  std::size_t tries_ = 0;
};

}  // namespace

std::vector<Diagnostic> lint_examples(const Extractor& extractor, const std::vector<RuleFile>& files) {
  return ExampleLint(extractor, files).run();
}

CorpusLint::CorpusLint(const Extractor& extractor) : extractor_(extractor), scores_(extractor.rules().rules().size()) {}

void CorpusLint::add(const Document& document) {
  const std::vector<Rule>& all = extractor_.rules().rules();
  for (const ClauseMatch& match : extractor_.explain(document).matches) {
    if (match.outcome != "won") continue;
    const Rule* const winner = extractor_.rules().find(match.rule);
    ++scores_[static_cast<std::size_t>(winner - all.data())].won;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (scores_[i].won > 0 || !makes_records(all[i]) || !compete(*winner, all[i])) continue;
      if (!is_tried_before(*winner, all[i]) || !matches(all[i], match.clause)) continue;
      ++scores_[i].lost;
      scores_[i].winner = winner;
    }
  }
}

std::vector<Diagnostic> CorpusLint::findings(const std::vector<RuleFile>& files) const {
  Findings out(files);
  const std::vector<Rule>& all = extractor_.rules().rules();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Score& score = scores_[i];
    if (score.won > 0 || score.lost == 0) continue;
    out.add("W-SHADOW", all[i].where,
            fmt::format("{}: this rule matches {} clause{} of the documents, and wins in none; '{}' is tried first",
                        all[i].id, score.lost, score.lost == 1 ? "" : "s", score.winner->id),
            fmt::format("raise its priority above {}, or remove it if others do its work", score.winner->priority));
  }
  return out.take();
}

}  // namespace mubiao
