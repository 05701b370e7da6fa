#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/mention.h"

namespace mubiao {

/// The period that governs what is being read, and how it came to.
struct Governing {
  std::vector<Years> years;  // several: 到2025年和2030年; empty: none
  bool past = false;         // achieved or present facts, not goals
  bool aspirational = false; // 力争到2025年: holds for the whole sentence
  bool loose = false;        // the year of a heading, or 今年: enough for a quantity, not for every end state
  std::string rule;          // of the period or mood that decided
  std::string reason;        // for people: "period.until in this clause"

  bool future() const { return !past && !years.empty(); }
};

/// What carries over between clauses, sentences and paragraphs. Mechanism only: which words start, stop or
/// block a carry is decided by rules, and told to this state.
class Flow {
 public:
  /// A new section: what its heading says of time (may be empty) becomes the default of its sentences.
  void begin_section(Governing heading);
  void begin_paragraph(bool same_section);
  /// `stop`: the sentence begins a new topic, so nothing of the sentence before governs it.
  void begin_sentence(bool stop);
  /// `goals`: the sentence stated goals, or opened with its period; the next one may go on under it.
  void end_sentence(bool goals);
  /// `goes_on`: the paragraph ends in a colon, a semicolon or in the middle, so that the next one continues it.
  void end_paragraph(bool goes_on);

  /// A period was read; it governs from here on.
  void govern(Governing governing);
  const Governing& governing() const { return governing_; }

  void set_baseline(int year) { baseline_ = year; }
  std::optional<int> baseline() const { return baseline_; }

  void set_indicator(std::string indicator) { indicator_ = std::move(indicator); }
  const std::string& indicator() const { return indicator_; }
  void set_topic(std::string topic) { topic_ = std::move(topic); }
  const std::string& topic() const { return topic_; }

 private:
  Governing section_;
  Governing governing_;
  Governing list_lead_;      // of a paragraph that introduces a list of paragraphs
  bool chain_ = false;       // the sentence before stated goals under governing_
  bool carried_ = false;     // governing_ is not of the sentence that is being read
  std::optional<int> baseline_;
  std::string indicator_;
  std::string topic_;        // what stands before a colon and is the subject of what follows
};

}  // namespace mubiao
