#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/clauses.h"
#include "extract/mention.h"

namespace mubiao {

/// The period that governs what is being read, and how it came to.
struct Governing {
  std::vector<Years> years;    // several: 到2025年和2030年; empty: none
  bool past = false;           // achieved or present facts, not goals
  const Rule* hope = nullptr;  // that reads 力争到2025年, or 力争用三年时间: holds for the whole sentence
  bool loose = false;          // the year of a heading, or 今年: enough for a quantity, not for every end state
  bool of_several = false;     // the first period of a heading that states more than one
  bool of_section = false;     // holds for the rest of the section, and for what stands below it
  std::string rule;            // of the period or mood that decided
  std::string reason;          // for people: "period.until in this clause"

  bool future() const { return !past && !years.empty(); }
};

/// What carries over between clauses, sentences and paragraphs. Mechanism only: which words start, stop or
/// block a carry is decided by rules, and told to this state.
class Flow {
 public:
  /// A new section: what its heading says of time (may be empty) becomes the default of its sentences.
  void begin_section(Governing heading);
  /// `item`: it begins with a dash or a bullet, so that it belongs to the paragraph that introduced the list.
  void begin_paragraph(bool same_section, bool item);
  /// `stop`: the sentence begins a new topic, so nothing of the sentence before governs it.
  void begin_sentence(bool stop);
  /// `goals`: the sentence stated goals, or opened with its period; the next one may go on under it.
  void end_sentence(bool goals);
  /// All that the sentence states from here on is hoped for, as `rule` says.
  void hope(const Rule& rule) { governing_.hope = &rule; }
  /// `goes_on`: the paragraph ends in a colon, a semicolon or in the middle, so that the next one continues it.
  void end_paragraph(bool goes_on);

  /// A period was read; it governs from here on.
  void govern(Governing governing);
  const Governing& governing() const { return governing_; }
  /// What now governs the section that is being read, if a sentence said so since it was last taken.
  std::optional<Governing> take_section_claim() { return std::exchange(claim_, std::nullopt); }
  /// True if there is anything that a sentence could stop from being carried into it.
  bool governs() const { return governing_.past || !governing_.years.empty(); }

  void set_baseline(int year) { baseline_ = year; }
  std::optional<int> baseline() const { return baseline_; }

  /// `head` is what later sizes belong to, if it is not the indicator itself; `adds`: the verb said that it is new.
  void set_indicator(std::string indicator, std::string head, bool adds) {
    head_ = head.empty() ? indicator : std::move(head);
    indicator_ = std::move(indicator);
    adds_ = adds;
    if (named_.empty() || named_.back() != indicator_) named_.push_back(indicator_);
  }
  const std::string& head() const { return head_; }
  bool adds() const { return adds_; }
  /// 500千伏: the class that the last indicator named, for what is listed behind it.
  void set_unit_class(std::string text) { unit_class_ = std::move(text); }
  const std::string& unit_class() const { return unit_class_; }
  /// The last clause that stated no quantity; empty right behind one that did.
  void set_before(std::string_view clause) {
    before_ = clause;
    passed_over_ = {};
  }
  /// The same for a clause that `append` adds to a string, if that is anything.
  template <typename Append>
  void set_before_unless_empty(Append append) {
    spare_.clear();
    append(spare_);
    if (spare_.empty()) return;
    before_.swap(spare_);
    passed_over_ = {};
  }
  /// The same of a sentence that was not taken apart, which must outlive its paragraph: hardly any is ever asked for.
  void set_before_in(std::string_view sentence) { passed_over_ = sentence; }
  std::string before() const { return passed_over_.empty() ? before_ : last_clause(passed_over_); }
  const std::string& indicator() const { return indicator_; }
  /// Of the last `of` indicators that this sentence has named, number `nth` (from 0): A达到…,B达到…,分别增长6%、7%. The
  /// last one if it has named fewer.
  const std::string& indicator(std::size_t nth, std::size_t of) const {
    return nth < of && of <= named_.size() ? named_[named_.size() - of + nth] : indicator_;
  }
  /// Whether a phrase by itself would be a title: it opens its paragraph.
  bool takes_title() const { return sentences_ == 0; }
  /// `title`: it is such a phrase, and if it fills its paragraph, the next paragraphs are under it too.
  void set_topic(std::string topic, bool title) {
    topic_ = std::move(topic);
    titled_ = title;
  }
  const std::string& topic() const { return topic_; }

 private:
  Governing section_;
  std::optional<Governing> claim_;
  Governing base_;  // of the paragraph: of its section, or of the list that it is an item of
  Governing governing_;
  Governing list_lead_;  // of the paragraph before, if the next one continues it
  Governing stated_;     // the last period that this paragraph stated
  Governing item_lead_;  // of the last paragraph that is no item of a list
  bool item_ = false;
  bool chain_ = false;    // the sentence before stated goals under governing_
  bool carried_ = false;  // governing_ is not of the sentence that is being read
  std::optional<int> baseline_;
  std::string indicator_;
  std::vector<std::string> named_;  // the indicators of this sentence
  std::string head_;
  bool adds_ = false;
  std::string before_;
  std::string spare_;             // memory for the next one
  std::string_view passed_over_;  // its last clause stands for before_, if it is not empty
  std::string unit_class_;
  int sentences_ = 0;         // of this paragraph, read so far
  bool titled_ = false;       // this paragraph began with a title, now topic_
  bool topic_stays_ = false;  // that title was all of its paragraph
  std::string topic_;         // what stands before a colon and is the subject of what follows
};

}  // namespace mubiao
