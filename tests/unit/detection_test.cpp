// Which encoding a text is in when nobody says: short texts, both scripts, and texts that have few Han characters.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "encoders_for_tests.h"
#include "mubiao/document.h"

namespace mubiao {
namespace {

const std::vector<std::string> kSimplified = {"到2025年，全市森林覆盖率达到45%以上，森林蓄积量达到320万立方米。",
                                              "单位地区生产总值能耗比2020年下降13.5%，主要污染物排放总量持续减少。",
                                              "新增城镇就业5万人，城镇调查失业率控制在5.5%以内。",
                                              "加快发展风电、光伏发电，可再生能源装机容量突破200万千瓦。",
                                              "青山县人民政府办公室关于印发节水行动方案的通知",
                                              "一、总体要求",
                                              "建成高标准农田30万亩，粮食产量稳定在8亿斤以上。",
                                              "推进城镇生活污水处理设施建设，县城污水处理率达到97%。",
                                              "地表水达到或好于Ⅲ类水体比例为90%，空气质量优良天数比率为88%。",
                                              "非化石能源消费比重提高到20%左右"};
const std::vector<std::string> kTraditional = {"至2030年，再生能源發電占比達到30%，溫室氣體排放量較2005年減少50%。",
                                               "全市綠化覆蓋率提高至百分之四十，新增公園三處。",
                                               "本府訂定淨零排放路徑，逐步汰換燃油公車，全面改用電動車。",
                                               "高雄市政府環境保護局空氣污染防制計畫",
                                               "壹、計畫緣起",
                                               "太陽光電設置容量於民國一百一十四年達二十百萬瓩。",
                                               "每人每日家庭用水量降至二百五十公升，自來水漏水率降到百分之十二。",
                                               "香港特別行政區政府公布氣候行動藍圖，力爭於2050年前實現碳中和。",
                                               "公共運輸乘客人次每年成長百分之三，停車位增加五千席。",
                                               "資源回收率達六成以上，垃圾焚化量每年減少一萬公噸"};

std::string front(const std::string& text, std::size_t characters) {
  std::size_t end = 0;
  while (end < text.size() && characters > 0) {
    ++end;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    --characters;
  }
  return text.substr(0, end);
}

void expect_detected(const std::string& text, Encoding encoding) {
  const std::string bytes = encoded(text, encoding);
  ASSERT_FALSE(bytes.empty()) << text;
  const Result<Document> document = decode("a.txt", bytes);
  ASSERT_TRUE(document) << text << " in " << to_string(encoding);
  EXPECT_EQ(to_string(document->encoding()), to_string(encoding)) << text;
  EXPECT_EQ(document->text(), text);
}

// Six characters are enough, nearly always: no text is that short, but a page may have no more than a title.
TEST(Detection, ShortTexts) {
  for (const std::size_t characters : {6, 8, 12, 16, 24, 100}) {
    for (const std::string& text : kSimplified) {
      for (const Encoding encoding : {Encoding::kUtf8, Encoding::kGb18030, Encoding::kUtf16Le, Encoding::kUtf16Be}) {
        expect_detected(front(text, characters), encoding);
      }
    }
    for (const std::string& text : kTraditional) {
      for (const Encoding encoding :
           {Encoding::kUtf8, Encoding::kBig5, Encoding::kGb18030, Encoding::kUtf16Le, Encoding::kUtf16Be}) {
        expect_detected(front(text, characters), encoding);
      }
    }
  }
}

TEST(Detection, LongTexts) {
  std::string simplified;
  std::string traditional;
  for (int i = 0; i < 300; ++i) {
    simplified += kSimplified[i % kSimplified.size()] + "\n";
    traditional += kTraditional[i % kTraditional.size()] + "\n";
  }
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kGb18030, Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    expect_detected(simplified, encoding);
    expect_detected(traditional, encoding);
  }
  expect_detected(traditional, Encoding::kBig5);
}

TEST(Detection, EnglishWithAFewHanCharacters) {
  std::string english = "The plan reaches for its targets of 2025 and beyond, in English words, with a few names: ";
  for (int i = 0; i < 4; ++i, english += english) {
    for (const std::string name : {"中国", "碳达峰", "江海县"}) {
      expect_detected(english + name, Encoding::kUtf8);
      expect_detected(english + name, Encoding::kGb18030);
      expect_detected(english + name + english, Encoding::kUtf16Le);
      expect_detected(english + name + english, Encoding::kUtf16Be);
    }
    expect_detected(english + "淨零排放路徑", Encoding::kBig5);
  }
}

}  // namespace
}  // namespace mubiao
