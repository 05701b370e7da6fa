// What clauses, sentences, list items and paragraphs hand on to the next: a story is a row of steps, and the year
// that governs each sentence of it.
#include "extract/flow.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mubiao {
namespace {

Governing governing(std::vector<Years> years, std::string rule, std::string reason) {
  Governing out;
  out.years = std::move(years);
  out.rule = std::move(rule);
  out.reason = std::move(reason);
  return out;
}
Governing until(int year) { return governing({{year, {}, {}}}, "period.until", "period.until in this sentence"); }
Governing heading(int year) {
  Governing out = governing({{year, {}, {}}}, "period.year", "in the heading");
  out.loose = true;
  return out;
}
Governing past() {
  Governing out = governing({}, "mood.past", "past");
  out.past = true;
  return out;
}

struct Step {
  const char* what;  // see run()
  int year = 0;
};

// The years that govern the sentences of a story, "-" for none, "past"; "|" between paragraphs.
//   section [year]: a new section under a heading      paragraph, item: of the same section
//   say [year]: a sentence with goals, that states a year   talk [year]: the same, but it sets no goal
//   stop [year]: a sentence that begins anew                goes on, ends: how a paragraph ends
std::string run(const std::vector<Step>& story) {
  Flow flow;
  std::string out;
  bool same_section = false;
  for (const Step& step : story) {
    const std::string what = step.what;
    if (what == "section") {
      flow.begin_section(step.year ? heading(step.year) : Governing{});
      same_section = false;
    } else if (what == "paragraph" || what == "item") {
      flow.begin_paragraph(same_section, what == "item");
      same_section = true;
      out += out.empty() ? "" : "| ";
    } else if (what == "goes on" || what == "ends") {
      flow.end_paragraph(what == "goes on");
    } else {
      flow.begin_sentence(what == "stop");
      if (step.year) flow.govern(until(step.year));
      if (what == "past") flow.govern(past());
      const Governing& now = flow.governing();
      out += now.past ? "past " : now.years.empty() ? "- " : std::to_string(now.years[0].year) + " ";
      flow.end_sentence(what == "say" || what == "stop");
    }
  }
  return out;
}

TEST(Flow, AYearCarriesOverSentencesThatSetGoals) {
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say"}}), "- ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"say"}, {"say"}}), "2025 2025 2025 ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"say", 2030}, {"say"}}), "2025 2030 2030 ");
  // The chain breaks behind a sentence without a goal.
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"talk"}, {"say"}}), "2025 2025 - ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"talk", 2025}, {"say"}}), "2025 - ");
}

TEST(Flow, AnEnumeratedSentenceStopsIt) {
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"stop"}, {"say"}}), "2025 - - ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"stop", 2030}, {"say"}}), "2025 2030 2030 ");
}

TEST(Flow, ParagraphsBeginAnewUnlessTheOneBeforeGoesOn) {
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"ends"}, {"paragraph"}, {"say"}}), "2025 | - ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"goes on"}, {"paragraph"}, {"say"}}), "2025 | 2025 ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"goes on"}, {"section"}, {"paragraph"}, {"say"}}),
            "2025 | - ");
  // The list that a paragraph opens reaches over all of its items that end alike, and over a stop inside one.
  EXPECT_EQ(run({{"section"},
                 {"paragraph"},
                 {"say", 2025},
                 {"goes on"},
                 {"paragraph"},
                 {"say"},
                 {"goes on"},
                 {"paragraph"},
                 {"stop"},
                 {"ends"},
                 {"paragraph"},
                 {"say"}}),
            "2025 | 2025 | 2025 | - ");
}

TEST(Flow, ItemsBelongToTheParagraphThatIntroducedThem) {
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"ends"}, {"item"}, {"say"}, {"ends"}, {"item"}, {"say"}}),
            "2025 | 2025 | 2025 ");
  EXPECT_EQ(
      run({{"section"}, {"paragraph"}, {"say", 2025}, {"ends"}, {"item"}, {"say", 2030}, {"ends"}, {"item"}, {"say"}}),
      "2025 | 2030 | 2025 ");  // one item says nothing of the next
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"say", 2025}, {"ends"}, {"section"}, {"item"}, {"say"}}), "2025 | - ");
}

TEST(Flow, TheHeadingsYearIsTheDefaultOfItsSection) {
  EXPECT_EQ(run({{"section", 2022}, {"paragraph"}, {"talk"}, {"say"}, {"ends"}, {"paragraph"}, {"say"}}),
            "2022 2022 | 2022 ");
  EXPECT_EQ(run({{"section", 2022}, {"paragraph"}, {"say", 2025}, {"talk"}, {"say"}, {"stop"}}),
            "2025 2025 2022 2022 ");
  EXPECT_EQ(run({{"section", 2022}, {"paragraph"}, {"say"}, {"ends"}, {"section"}, {"paragraph"}, {"say"}}),
            "2022 | - ");
}

TEST(Flow, ThePastGoesOnUntilItIsEnded) {
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"past"}, {"talk"}, {"talk"}, {"say", 2025}, {"say"}}),
            "past past past 2025 2025 ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"past"}, {"stop"}}), "past - ");
  EXPECT_EQ(run({{"section"}, {"paragraph"}, {"past"}, {"ends"}, {"paragraph"}, {"say"}}), "past | - ");
}

TEST(Flow, HopeHoldsForOneSentence) {
  Flow flow;
  flow.begin_section({});
  flow.begin_paragraph(false, false);
  flow.begin_sentence(false);
  const Rule hope;
  Governing hoped = until(2025);
  hoped.hope = &hope;
  flow.govern(hoped);
  EXPECT_EQ(flow.governing().hope, &hope);
  flow.end_sentence(true);
  flow.begin_sentence(false);
  EXPECT_EQ(flow.governing().hope, nullptr);
  EXPECT_EQ(flow.governing().years[0].year, 2025);
}

TEST(Flow, BaselinesHoldForOneSentenceAndIndicatorsForOneParagraph) {
  Flow flow;
  flow.begin_section({});
  flow.begin_paragraph(false, false);
  flow.begin_sentence(false);
  flow.set_baseline(2020);
  flow.set_indicator("装机容量", "", true);
  flow.set_unit_class("110千伏");
  EXPECT_EQ(flow.head(), "装机容量") << "the head is the indicator, unless it is said";
  EXPECT_TRUE(flow.adds());
  flow.end_sentence(true);
  flow.begin_sentence(false);
  EXPECT_EQ(flow.baseline(), std::nullopt);
  EXPECT_EQ(flow.indicator(), "装机容量");
  flow.begin_sentence(true);
  EXPECT_EQ(flow.indicator(), "") << "a new topic";
  flow.set_indicator("电网投资", "电网", false);
  EXPECT_EQ(flow.head(), "电网");
  flow.begin_paragraph(true, false);
  EXPECT_EQ(flow.indicator() + flow.head() + flow.unit_class(), "");
}

TEST(Flow, IndicatorsOfASentenceAreKeptInOrder) {
  Flow flow;
  flow.begin_section({});
  flow.begin_paragraph(false, false);
  flow.begin_sentence(false);
  EXPECT_EQ(flow.indicator(0, 2), "");
  for (const char* indicator : {"用水总量", "用电量", "用电量", "用气量"}) flow.set_indicator(indicator, "", false);
  EXPECT_EQ(flow.indicator(0, 2), "用电量") << "said twice, named once";
  EXPECT_EQ(flow.indicator(1, 2), "用气量");
  EXPECT_EQ(flow.indicator(0, 3), "用水总量");
  EXPECT_EQ(flow.indicator(0, 4), "用气量") << "the last one, if there are fewer";
  EXPECT_EQ(flow.indicator(2, 2), "用气量");
  flow.begin_sentence(false);
  EXPECT_EQ(flow.indicator(0, 2), "用气量") << "of the sentence before, only the last one is known";
}

TEST(Flow, ATopicIsOfItsParagraphUnlessItIsATitleByItself) {
  const auto topic_of_next = [](bool title, int sentences) {
    Flow flow;
    flow.begin_section({});
    flow.begin_paragraph(false, false);
    flow.begin_sentence(false);
    flow.set_topic("储能电站", title);
    for (int i = 0; i < sentences; ++i) flow.end_sentence(true);
    flow.end_paragraph(false);
    flow.begin_paragraph(true, false);
    return flow.topic();
  };
  EXPECT_EQ(topic_of_next(false, 1), "");
  EXPECT_EQ(topic_of_next(true, 1), "储能电站");
  EXPECT_EQ(topic_of_next(true, 2), "");
}

TEST(Flow, TheReasonSaysThatAYearWasCarried) {
  Flow flow;
  flow.begin_section({});
  flow.begin_paragraph(false, false);
  flow.begin_sentence(false);
  flow.govern(until(2025));
  EXPECT_EQ(flow.governing().reason, "period.until in this sentence");
  flow.end_sentence(true);
  flow.begin_sentence(false);
  EXPECT_EQ(flow.governing().reason, "period.until in this sentence, carried from a sentence before");
  flow.end_sentence(true);
  flow.begin_sentence(false);
  EXPECT_EQ(flow.governing().reason, "period.until in this sentence, carried from a sentence before") << "said once";
}

TEST(Flow, TheClauseBeforeIsThatOfTheLastSentence) {
  Flow flow;
  flow.set_before("装机规模");
  EXPECT_EQ(flow.before(), "装机规模");
  flow.set_before_in("完善制度,健全机制。");
  EXPECT_EQ(flow.before(), "健全机制");
  flow.set_before("");
  EXPECT_EQ(flow.before(), "");
}

TEST(Flow, TheReasonDoesNotGrowFromParagraphToParagraph) {
  Flow flow;
  flow.begin_section({});
  flow.begin_paragraph(false, false);
  flow.begin_sentence(false);
  flow.govern(until(2025));
  for (int i = 0; i < 100; ++i) {
    flow.end_sentence(true);
    flow.end_paragraph(true);
    flow.begin_paragraph(true, false);
    flow.begin_sentence(false);
  }
  EXPECT_EQ(flow.governing().years[0].year, 2025);
  EXPECT_LT(flow.governing().reason.size(), 200u);
}

}  // namespace
}  // namespace mubiao
