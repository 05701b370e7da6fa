// What each rule costs and wins over a corpus. Door: Profiler.
#include "mubiao/profile.h"

#include <re2/re2.h>
#include <time.h>

#include <algorithm>
#include <map>

#include "extract/literal_index.h"
#include "extract/profile_texts.h"
#include "extract/rule_text.h"

namespace mubiao {
namespace {

/// Of this thread: whatever else the machine does, does not count.
double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

LiteralIndex::Text text_of(RuleKind kind) {
  const bool source = kind == RuleKind::kName || kind == RuleKind::kPeriod || kind == RuleKind::kBaseline;
  return source ? LiteralIndex::Text::kSource : LiteralIndex::Text::kTyped;
}

/// The rules of one kind.
class KindProfile {
 public:
  KindProfile(const RuleSet& rules, RuleKind kind) : rules_(rules.rules(kind)), index_(rules_, text_of(kind)) {
    // Compiled before anything is timed.
    for (const Rule* rule : rules_) {
      profiles_.push_back({.rule = rule->id, .kind = kind, .program = rule->regex->ProgramSize()});
    }
  }

  void add(const std::vector<std::string>& texts) {
    std::vector<std::vector<std::string_view>> tried(rules_.size());
    for (const std::string& text : texts) {
      LiteralIndex::Hits hits;
      index_.search(text, hits);
      hits.each([&](std::size_t i) {
        if (holds_keyword(*rules_[i], text)) tried[i].push_back(text);
        return false;
      });
    }
    for (std::size_t i = 0; i < rules_.size(); ++i) match(*rules_[i], tried[i], profiles_[i]);
  }

  const std::vector<RuleProfile>& profiles() const { return profiles_; }

 private:
  static std::size_t count_matches(const Rule& rule, const std::vector<std::string_view>& texts) {
    return static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), [&rule](std::string_view text) {
      return rule.regex->Match({text.data(), text.size()}, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
    }));
  }

  /// The quickest of a few times: the first one builds what RE2 keeps.
  static void match(const Rule& rule, const std::vector<std::string_view>& texts, RuleProfile& profile) {
    constexpr int kTimes = 3;
    double quickest = 0;
    std::size_t matches = 0;
    for (int i = 0; i < kTimes; ++i) {
      const double begin = processor_seconds();
      matches = count_matches(rule, texts);
      const double taken = processor_seconds() - begin;
      quickest = i == 0 ? taken : std::min(quickest, taken);
    }
    profile.seconds += quickest;
    profile.matches += matches;
    profile.tried += texts.size();
  }

  std::vector<const Rule*> rules_;
  LiteralIndex index_;
  std::vector<RuleProfile> profiles_;
};

}  // namespace

struct Profiler::State {
  explicit State(const RuleSet& rules) : grammar(rules), extractor(rules) {
    for (std::size_t kind = 0; kind < kRuleKinds; ++kind) kinds.emplace_back(rules, static_cast<RuleKind>(kind));
  }

  void count_wins(const Extraction& extraction) {
    for (const Account& account : extraction.accounts) ++wins[account.rule];
    for (const Record& record : extraction.records) {
      if (!record.value) ++wins[record.rule];
    }
  }

  Grammar grammar;
  Extractor extractor;
  std::vector<KindProfile> kinds;
  std::map<std::string, std::size_t> wins;
};

Profiler::Profiler(const RuleSet& rules) : state_(std::make_unique<State>(rules)) {}
Profiler::~Profiler() = default;
Profiler::Profiler(Profiler&&) noexcept = default;

void Profiler::add(const Document& document) {
  const Extraction extraction = state_->extractor.explain(document);
  state_->count_wins(extraction);
  const ProfileTexts texts = profile_texts(state_->grammar, document, extraction);
  for (std::size_t kind = 0; kind < kRuleKinds; ++kind) state_->kinds[kind].add(texts[kind]);
}

std::vector<RuleProfile> Profiler::result() const {
  std::vector<RuleProfile> out;
  for (const KindProfile& kind : state_->kinds) {
    for (RuleProfile profile : kind.profiles()) {
      const auto wins = state_->wins.find(profile.rule);
      profile.wins = wins == state_->wins.end() ? 0 : wins->second;
      out.push_back(std::move(profile));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const RuleProfile& a, const RuleProfile& b) { return a.seconds > b.seconds; });
  return out;
}

}  // namespace mubiao
