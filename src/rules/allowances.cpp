// Lints that are switched off, with the reason. Door: Allowances. A comment of its own line speaks of the next line
// that is none; one behind something, of its line.
#include "rules/allowances.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mubiao/lint.h"
#include "rules/suggest.h"
#include "rules/toml_guard.h"

namespace mubiao::rules {
namespace {

constexpr std::int64_t kBudget = 1500;
constexpr std::int64_t kLargestBudget = 20000;  // what compile() refuses anyway
constexpr std::string_view kMark = "mubiao:";
constexpr std::string_view kVerb = "allow";
constexpr std::string_view kForm = "write: # mubiao:allow W-PREFIX because …";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Takes the first word off `text`.
std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
  text = trim(text.substr(word.size()));
  return word;
}

std::vector<std::string_view> names_to_switch_off() {
  std::vector<std::string_view> out;
  for (const Lint& lint : lints()) {
    if (lint.stage != LintStage::kLoading) out.push_back(lint.id);
  }
  return out;
}

// The lint of this id, or nullptr after reporting that there is none to switch off.
const Lint* find_to_switch_off(std::string_view id, Place place, Problems& problems) {
  const Lint* lint = find_lint(id);
  if (lint == nullptr) {
    problems.report("E-ALLOW", place, fmt::format("no lint is called '{}'", id),
                    suggestion(id, names_to_switch_off(), "those to switch off:"));
  } else if (lint->stage == LintStage::kLoading) {
    problems.report("E-ALLOW", place, fmt::format("{} cannot be switched off: {}", id, lint->summary),
                    "mend what it says; no rule file with such an error is used");
    return nullptr;
  }
  return lint;
}

// Every comment of a file, from its # to the end of its line: toml++ drops them.
std::vector<Place> find_comments(const SourceFile& file, std::uint32_t index) {
  const std::string_view text = file.text();
  std::vector<Place> out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"' || text[at] == '\'') {
      at = skip_string(text, at);
    } else if (text[at] == '#') {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      out.push_back({index, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    } else {
      ++at;
    }
  }
  return out;
}

// The line that each comment speaks of.
std::vector<std::size_t> lines_spoken_of(const SourceFile& file, const std::vector<Place>& comments) {
  std::vector<std::size_t> out(comments.size());
  std::size_t line_below = 0;  // of the comment below that stands alone on its line
  for (std::size_t i = comments.size(); i-- > 0;) {
    const std::size_t line = file.location(comments[i].begin).line;
    const bool alone = trim(file.line_at(comments[i].begin)).starts_with('#');
    out[i] = !alone ? line : line + 1 == line_below ? out[i + 1] : line + 1;
    line_below = alone ? line : 0;
  }
  return out;
}

}  // namespace

Allowances::Allowances(const std::vector<SourceFile>& sources, const std::vector<Node>& roots, Problems& problems)
    : budget_(kBudget) {
  for (const Node& root : roots) {
    if (!sources[root.place.file].named()) continue;
    read_comments(sources[root.place.file], root.place.file, problems);
    const auto tables =
        std::find_if(root.entries.begin(), root.entries.end(), [](const Entry& e) { return e.key == "lints"; });
    if (tables == root.entries.end()) continue;
    for (const Entry& entry : tables->value.entries) read_table(entry, problems);
  }
}

void Allowances::read_comments(const SourceFile& file, std::uint32_t index, Problems& problems) {
  const std::vector<Place> comments = find_comments(file, index);
  const std::vector<std::size_t> lines = lines_spoken_of(file, comments);
  for (std::size_t i = 0; i < comments.size(); ++i) read_comment(file, comments[i], lines[i], problems);
}

void Allowances::read_comment(const SourceFile& file, Place comment, std::size_t line, Problems& problems) {
  std::string_view words =
      trim(std::string_view(file.text()).substr(comment.begin + 1, comment.end - comment.begin - 1));
  if (!words.starts_with(kMark)) return;
  words = trim(words.substr(kMark.size()));
  const auto begin = static_cast<std::uint32_t>(words.data() - file.text().data());
  const std::string_view verb = take_word(words);
  const auto at = [&](std::string_view word) {
    const auto first = static_cast<std::uint32_t>(word.data() - file.text().data());
    return Place{comment.file, first, first + static_cast<std::uint32_t>(word.size())};
  };
  if (verb != kVerb) {
    problems.report("E-ALLOW", {comment.file, begin, begin + static_cast<std::uint32_t>(verb.size())},
                    fmt::format("'{}{}' is no word for mubiao", kMark, verb), std::string(kForm));
    return;
  }
  const std::string_view id = take_word(words);
  if (id.empty()) {
    problems.report("E-ALLOW", comment, "this comment does not say which lint it switches off", std::string(kForm));
    return;
  }
  const Lint* lint = find_to_switch_off(id, at(id), problems);
  if (lint == nullptr) return;
  if (words.empty()) {
    problems.report("E-ALLOW", at(id), fmt::format("{} is switched off here without a reason", id),
                    fmt::format("write behind it why it is right here: # mubiao:allow {} because …", id));
    return;
  }
  lines_.emplace(std::tuple(file.name(), line, lint->id), allowances_.size());
  allowances_.push_back({at(id), lint->id});
}

void Allowances::read_table(const Entry& entry, Problems& problems) {
  if (entry.value.type != Node::Type::kTable) {
    report_type(entry.value, entry.key, "a table: [lints.W-COST]", problems);
    return;
  }
  const Lint* lint = find_to_switch_off(entry.key, entry.place, problems);
  TableReader reader(entry.value, fmt::format("[lints.{}]", entry.key), problems);
  const bool allow = reader.boolean("allow");
  const bool reason = !trim(reader.string("reason")).empty();
  if (entry.key == "W-COST") budget_ = reader.integer("budget", 1, kLargestBudget, budget_);
  reader.reject_other_keys();
  if (lint == nullptr || !allow) return;
  if (!reason) {
    problems.report("E-ALLOW", entry.place,
                    fmt::format("{} is switched off for the whole set without a reason", lint->id),
                    "say why it is right in this set: reason = \"…\"");
    return;
  }
  const auto [other, added] = in_set_.emplace(lint->id, allowances_.size());
  if (!added) {
    problems.report(
        "E-ALLOW", entry.place, fmt::format("{} is switched off twice in one set", lint->id),
        fmt::format("the other is at {}: keep one", problems.location_text(allowances_[other->second].place)));
    return;
  }
  allowances_.push_back({entry.place, lint->id});
}

bool Allowances::allows(std::string_view lint, const Location& where) {
  const auto use = [&](std::size_t i) { return allowances_[i].used = true; };
  const auto here = lines_.find(std::tuple(where.file, where.line, lint));
  if (here != lines_.end()) return use(here->second);
  const auto anywhere = in_set_.find(lint);
  return anywhere != in_set_.end() && use(anywhere->second);
}

std::vector<Allowances::Idle> Allowances::idle() const {
  std::vector<Idle> out;
  for (const Allowance& allowance : allowances_) {
    if (!allowance.used) out.push_back({allowance.place, allowance.lint});
  }
  return out;
}

}  // namespace mubiao::rules
