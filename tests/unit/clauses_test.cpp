// Sentences and segments: where a text is cut so that each piece states one thing.
#include "extract/clauses.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mubiao/quantity.h"

namespace mubiao {
namespace {

// Builds mentions for every ASCII digit run, so that a row of a table reads like the text it is.
std::vector<Mention> digits_as_quantities(const std::string& text) {
  std::vector<Mention> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') continue;
    std::size_t end = i;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    Mention mention;
    mention.span = {i, end};
    mention.type = MentionType::kQuantity;
    out.push_back(mention);
    i = end;
  }
  return out;
}

std::vector<std::string> segments(const std::string& text) {
  const auto mentions = digits_as_quantities(text);
  const TypedText typed = make_typed(text, {0, text.size()}, mentions);
  std::vector<std::string> out;
  const auto holds_word = [](std::string_view near, std::size_t) { return near.find("普及") != std::string_view::npos; };
  const auto joint = [](std::string_view before) { return before.ends_with("以及") ? std::size_t{6} : 0; };
  const ListWords words{[](std::string_view w) { return w == "左右"; }, holds_word, joint};
  for (const Segment& s : split_segments(typed, words)) {
    out.push_back((s.continues ? "+" : "") + std::string(slice(text, typed.to_source(s.span))));
  }
  return out;
}

TEST(Clauses, SentencesEndAtFullStopsWithTheirQuotes) {
  const std::string text = "一是“建成3座。”二是完成!剩下";
  std::vector<std::string> got;
  for (const Span s : split_sentences(text, {0, text.size()})) got.emplace_back(slice(text, s));
  EXPECT_EQ(got, (std::vector<std::string>{"一是“建成3座。”", "二是完成!", "剩下"}));
}

TEST(Clauses, SentencesOfOddTexts) {
  const struct {
    std::string text;
    std::vector<std::string> sentences;
  } rows[] = {
      {"", {}},
      {"。", {"。"}},
      {"。。", {"。", "。"}},
      {"！”）？』", {"！”", "）？", "』"}},
      {"建成《规划。》(完)", {"建成《规划。》", "(完)"}},
      {"完成。’”)]二", {"完成。’”)", "]二"}},
      {"\xE3\x80", {"\xE3\x80"}},  // cut in a mark
      {std::string(6000, 'a'), {std::string(6000, 'a')}},
      {std::string(5999, 'a') + "!b", {std::string(5999, 'a') + "!", "b"}},
      {std::string(6000, 'a') + "!b", {std::string(6000, 'a'), "!", "b"}},
      {std::string(10, ',') + std::string(5989, 'a') + "年b", {std::string(10, ','), std::string(5989, 'a') + "年b"}},
  };
  for (const auto& [text, sentences] : rows) {
    std::vector<std::string> got;
    for (const Span s : split_sentences(text, {0, text.size()})) got.emplace_back(slice(text, s));
    EXPECT_EQ(got, sentences) << text.substr(0, 30);
  }
}

TEST(Clauses, TextWithoutFullStopsIsCutNearACommaAndNothingIsLost) {
  std::string text;
  while (text.size() < 50000) text += "推进改造，";
  std::size_t at = 0;
  for (const Span s : split_sentences(text, {0, text.size()})) {
    EXPECT_EQ(s.begin, at);
    EXPECT_LE(s.size(), 6010u);
    at = s.end;
  }
  EXPECT_EQ(at, text.size());
}

struct Row {
  const char* text;
  std::vector<std::string> expected;
};

TEST(Clauses, Segments) {
  const std::vector<Row> rows = {
      {"装机达到15,比重达到20", {"装机达到15", "比重达到20"}},
      {"装机达到15；比重达到20", {"装机达到15", "比重达到20"}},
      {"培育绿色园区3以上、绿色工厂15以上", {"培育绿色园区3以上", "+绿色工厂15以上"}},
      {"建成风电、光伏、水电装机15", {"建成风电、光伏、水电装机15"}},                // a list before the quantity
      {"分别达到1200和92", {"分别达到1200和92"}},                                    // a list of values
      {"分别达到36左右和8左右", {"分别达到36左右和8左右"}},
      {"新建2高压站、4中压站", {"新建2高压站", "+4中压站"}},                           // the quantity first
      {"建成A3园区以及B5企业", {"建成A3园区", "+B5企业"}},                              // 以及 is one mark
      {"达到36左右以及8左右", {"达到36左右以及8左右"}},
      {"变电站3、110站12", {"变电站3、110站12"}},                                     // two of one kind
      {"比例(含混合动力,不含摩托车)达到40", {"比例(含混合动力,不含摩托车)达到40"}},  // commas in brackets
      {"推进《规划,第二版》落实,建成3", {"推进《规划,第二版》落实", "建成3"}},
      {"3年内学前教育普及率90", {"3年内学前教育普及率90"}},                              // a mark inside a word
      {"", {}},
      {"，，；", {}},
      {"((((未闭合,建成3", {"((((未闭合", "建成3"}},
  };
  for (const Row& row : rows) EXPECT_EQ(segments(row.text), row.expected) << row.text;
}

TEST(TypedText, PlaceholdersMapBackToTheirSource) {
  const std::string text = "装机达到15左右(其中3用于储能)建成";
  const auto mentions = digits_as_quantities(text);
  const TypedText typed = make_typed(text, {0, text.size()}, mentions);
  EXPECT_EQ(readable(typed.text), "装机达到{number}左右{aside}建成");
  ASSERT_EQ(typed.asides.size(), 1u);
  EXPECT_EQ(slice(text, typed.asides[0]), "其中3用于储能");
  EXPECT_EQ(slice(text, typed.to_source({0, typed.text.size()})), text);
  EXPECT_EQ(slice(text, typed.to_source({12, 15})), "15");
  EXPECT_EQ(slice(text, typed.to_source({9, 18})), "到15左");
  EXPECT_EQ(slice(text, typed.to_source({0, 0})), "");
}

TEST(TypedText, PrivateUseCharactersOfTheTextAreNoPlaceholders) {
  const std::string text = "\uE000达到15";
  const TypedText typed = make_typed(text, {0, text.size()}, digits_as_quantities(text));
  EXPECT_EQ(readable(typed.text), "〓达到{number}");
}

TEST(TypedText, FocusLeavesOneQuantity) {
  const std::string text = "从75提高到100";
  const auto mentions = digits_as_quantities(text);
  const TypedText typed = make_typed(text, {0, text.size()}, mentions);
  EXPECT_EQ(readable(focus_on(typed, {0, typed.text.size()}, 0, mentions)), "从{number}提高到{other}");
  EXPECT_EQ(readable(focus_on(typed, {0, typed.text.size()}, 1, mentions)), "从{other}提高到{number}");
}

}  // namespace
}  // namespace mubiao
