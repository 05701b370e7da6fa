#pragma once

#include <string>

#include "mubiao/evaluate.h"

namespace mubiao {

/// Tables for people: a row for each document, then fields, other kinds and rules. `mistakes`: each of them before.
void append_evaluation_text(std::string& out, const Evaluation& evaluation, bool mistakes);
/// {"mubiao": …, "good_enough": …, "thresholds": …, "detect": …, "strict": …, "fields": …, "delegated": …,
/// "milestone": …, "context": …, "rules": [...], "idle_rules": [...], "documents": [...]} and a newline. Each document
/// has the same figures, and its mistakes. Figures have all their digits.
void append_evaluation_json(std::string& out, const Evaluation& evaluation);

}  // namespace mubiao
