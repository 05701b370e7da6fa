#pragma once

#include <iconv.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Documents to try properties on: the samples, and documents put together at random, the same ones every time.
namespace mubiao::testing {

struct SourceFile {
  std::string name;
  std::string bytes;
};

inline std::vector<SourceFile> sample_files() {
  std::vector<SourceFile> out;
  for (const auto& entry : std::filesystem::directory_iterator(MUBIAO_SOURCE_DIR "/samples")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    out.push_back({entry.path().filename(), {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
  }
  std::sort(out.begin(), out.end(), [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
  return out;
}

/// UTF-8 in GB18030, which can write every character.
inline std::string to_gb18030(std::string_view utf8) {
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  std::string out(utf8.size() * 2 + 8, '\0');
  char* from = const_cast<char*>(utf8.data());
  char* to = out.data();
  std::size_t from_left = utf8.size();
  std::size_t to_left = out.size();
  iconv(converter, &from, &from_left, &to, &to_left);
  iconv_close(converter);
  out.resize(out.size() - to_left);
  return out;
}

/// Makes documents of clause fragments, wraps, blanks and odd characters.
class DocumentMaker {
 public:
  explicit DocumentMaker(unsigned seed) : random_(seed) {}

  std::string document() {
    static const std::vector<std::string> kHeadings = {"一、主要目标\n", "第二章 重点任务\n", "（一）能源转型\n", "（二）绿色建筑。", "1.建设站点。",
                                                       "2．改造管网\n", "专栏1 重大工程\n", "青岚市碳达峰实施方案\n", "云府发〔2024〕5号\n",
                                                       "2024年3月5日\n", "— 12 —\n", "\f", "目录\n一、总则……1\n"};
    std::string out;
    for (std::size_t n = 1 + random_() % 12; n > 0; --n) {
      if (random_() % 3 == 0) out += pick(kHeadings);
      for (std::size_t sentences = 1 + random_() % 3; sentences > 0; --sentences) out += sentence();
      if (random_() % 4 == 0) out += "（责任单位：市发展改革委、市能源局）";
      out += "\n";
    }
    return random_() % 2 ? wrapped(out) : out;
  }

 private:
  const std::string& pick(const std::vector<std::string>& from) { return from[random_() % from.size()]; }

  std::string sentence() {
    static const std::vector<std::string> kPeriods = {"到2025年，", "力争到2030年，", "“十四五”期间，", "2023—2025年，", "今年，", "2020年，",
                                                      "截至目前，", "一是", "与2020年相比，", "到２０２５年，", "到二〇三〇年，", ""};
    static const std::vector<std::string> kIndicators = {"全市风电装机", "单位产值能耗", "森林覆盖率", "绿色园区", "煤电机组供电煤耗", "公共充电桩",
                                                         "非化石能源占能源消费总量比重", "用电量和用气量", "110千伏变电站", "5G基站", "PM2.5浓度", "第3次会议"};
    static const std::vector<std::string> kVerbs = {"达到", "力争达到", "比2020年下降", "提高到", "控制在", "不低于", "年均增长", "新增", "分别达到",
                                                    "新建", "由", "为", "", "達到", "完成省下达的目标"};
    static const std::vector<std::string> kNumbers = {"15", "1.5万", "１５", "2—3", "二十", "百分之三十", "三分之一", "0.05亿", "1234.5", "12 0",
                                                      "约30", "十余", "1234567891123456789112", "10⁴", "①", "3.14.15", "1+3"};
    static const std::vector<std::string> kUnits = {"万千瓦", "%", "吨标准煤", "个", "家", "亩", "立方米/亩", "克标准煤/千瓦时", "％", "个百分点",
                                                    "千伏", "㎡", "公里", "", "km2", "年", "倍"};
    static const std::vector<std::string> kBounds = {"以上", "左右", "以内", "以下", "", "", "、8%左右", "（含在建）", "（其中2座为新建）"};
    static const std::vector<std::string> kOdd = {"\uE000", "\uE105", "\u3000", "\u00A0", "\u200B", "\uFFFD", "\U00020000", "\t", "“", "（", "》",
                                                  "é", "\U0001F331", "²", "http://a.example/1?b=2", "\u0301", "﹣"};
    std::string out = pick(kPeriods);
    for (std::size_t clauses = 1 + random_() % 3; clauses > 0; --clauses) {
      out += pick(kIndicators) + pick(kVerbs) + pick(kNumbers) + pick(kUnits) + pick(kBounds);
      if (random_() % 6 == 0) out += pick(kOdd);
      if (clauses > 1) out += random_() % 2 ? "，" : "、";
    }
    return out + (random_() % 8 ? "。" : "；");
  }

  // Broken into lines of one width, or with a blank every so many characters.
  std::string wrapped(const std::string& text) {
    const std::size_t width = 20 + random_() % 20;
    const bool lines = random_() % 2;
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
      if (begins && column == width) {
        out += lines ? '\n' : ' ';
        column = 0;
      }
      if (begins) ++column;
      if (text[i] == '\n') column = 0;
      out += text[i];
    }
    return out;
  }

  std::mt19937 random_;
};

}  // namespace mubiao::testing
