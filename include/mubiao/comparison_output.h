#pragma once

#include <string>

#include "mubiao/evaluate.h"
#include "mubiao/profile.h"
#include "mubiao/rules_difference.h"

namespace mubiao {

/// Tables for people: a row for each document, then fields, other kinds and rules. `mistakes`: each of them before.
void append_evaluation_text(std::string& out, const Evaluation& evaluation, bool mistakes);
/// {"mubiao": …, "good_enough": …, "thresholds": …, "detect": …, "strict": …, "fields": …, "delegated": …,
/// "milestone": …, "context": …, "rules": [...], "idle_rules": [...], "documents": [...]} and a newline. Each document
/// has the same figures, and its mistakes. Figures have all their digits.
void append_evaluation_json(std::string& out, const Evaluation& evaluation);

/// Grouped by document, records with their fields before and after, and a line that counts.
void append_difference_text(std::string& out, const RulesDifference& difference);
/// The counts and one table, a row for each field, for a pull request: nothing in a cell is markup, and what is too
/// long is cut and counted.
void append_difference_markdown(std::string& out, const RulesDifference& difference);
/// {"mubiao": …, "before": …, "after": …, "added": …, "removed": …, "changed": …, "documents": [...]} and a newline.
void append_difference_json(std::string& out, const RulesDifference& difference);

/// What a run of `rules profile` measured.
struct Profile {
  std::string name;  // RuleSet::name_and_version()
  std::size_t documents = 0;
  std::vector<RuleProfile> rules;
};
/// A row for each rule, as they come.
void append_profile_text(std::string& out, const Profile& profile);
/// {"mubiao": …, "documents": …, "rules": [...]} and a newline.
void append_profile_json(std::string& out, const Profile& profile);

}  // namespace mubiao
