// Web pages to text: what a line is, what a character is, what is no text, and what stands around the text.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "html_for_tests.h"

namespace mubiao {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

void expect_text(const Rows& rows) {
  for (const auto& [page, text] : rows) EXPECT_EQ(text_of_page(page), text) << page;
}

TEST(HtmlLines, BlocksAreLinesAndInlineElementsAreNone) {
  expect_text({
      {"<p>一</p><p>二</p>", "一\n二\n"},
      {"<p>一<p>二", "一\n二\n"},
      {"一<br>二<br/><br>三<hr>四", "一\n二\n三\n四\n"},
      {"<div>一<div>二</div>三</div>四", "一\n二\n三\n四\n"},
      {"<h2>一、总体要求</h2>为了<blockquote>引</blockquote>", "一、总体要求\n为了\n引\n"},
      {"<p><span style='font-family:仿宋'>到</span><span>2025</span><b>年</b></p>", "到2025年\n"},
      {"<p>能耗</p>\n\n  <p>水耗</p>", "能耗\n水耗\n"},
      {"<section>一</section><article>二</article><o:p>三</o:p>", "一\n二\n三\n"},
      {"<dl><dt>能耗</dt><dd>总量</dd></dl>", "能耗\n总量\n"},
      {"<pre>一  二\n  三\n\n</pre>", "一  二\n  三\n"},
      {"<p>没有结束<div>标签</b></i></div>还有", "没有结束\n标签\n还有\n"},
      {"<html><body><p>一</body></html>二</html>三", "一\n二三\n"},
  });
}

TEST(HtmlLines, SpaceIsOneSpaceAndALineEndBetweenChineseIsNone) {
  expect_text({
      {"<p>  到 \t 2025 年  </p>", "到 2025 年\n"},
      {"<p>到2025年，\n   森林覆盖率</p>", "到2025年，森林覆盖率\n"},
      {"<p>from\n2025 to\r\n 2030</p>", "from 2025 to 2030\n"},
      {"<p>达到\n45%</p>", "达到 45%\n"},
      {"<p>&nbsp;&nbsp;\u3000\u3000一&nbsp;二\u3000三\u3000&nbsp;</p>", "一 二\u3000三\n"},
      {"<b>green</b> <i>growth</i>", "green growth\n"},
      {"<p>一\u200B二&shy;三&zwnj;四\uFEFF</p>", "一二三四\n"},
      {"<p>a\tb\fc\vd</p>", "a b c d\n"},
  });
}

TEST(HtmlLines, EntitiesAreTheirCharacters) {
  expect_text({
      {"<p>&lt;45%&gt; &amp; &quot;&#65;&#x4E2D;&ldquo;&mdash;&hellip;&middot;&ge;", "<45%> & \"A中“—…·≥\n"},
      {"<p>2021&#150;2030&#133;", "2021–2030…\n"},  // Windows-1252, as browsers read them
      {"<p>A&B 公司&unknown;5<10 &#0;&#1;&#xFFFFFFFF;", "A&B 公司&unknown;5<10\n"},
      {"<p>R&amp;amp;D", "R&amp;D\n"},
  });
}

TEST(HtmlLines, RaisedAndLowered) {
  expect_text({
      {"<p>5 km<sup>2</sup>、10<sup>4</sup> m<sup> 3 </sup>", "5 km²、10⁴ m³\n"},
      {"<p>亿米<sup>3</sup>，t·hm<sup>-2</sup>", "亿米³，t·hm⁻²\n"},
      {"<p>CO<sub>2</sub>、PM<sub>2.5</sub>", "CO2、PM2.5\n"},
      {"<p>m<span style='color:red; Vertical-Align : super'>2</span>", "m²\n"},
      {"<p>森林覆盖率<sup>1</sup>达到45%<sup>[2]</sup>，林长制<sup>③</sup>", "森林覆盖率达到45%，林长制\n"},
      {"<p>2025<sup>1</sup>年，210<sup>2</sup>", "2025年，210\n"},
      {"<p>第12<sup>th</sup> <sup>注</sup>", "第12th 注\n"},
      {"<p>m<sup><b>2</b></sup> <sup></sup><sup>5</sup>", "m²\n"},
  });
}

TEST(HtmlLines, ListsHaveTheNumbersThatBrowsersShow) {
  expect_text({
      {"<ol><li>一<li>二<ul><li>三</ul><li>四</ol>", "1. 一\n2. 二\n三\n3. 四\n"},
      {"<ol start=3 type=a><li>一<li value=28>二</ol>", "c. 一\nab. 二\n"},
      {"<ol type=I start=4><li><p>一</p><p>二</p></ol>", "IV. 一\n二\n"},
      {"<ol style='list-style: none'><li>1.一</ol>", "1.一\n"},
      {"<ol start=-1><li>一<li><li>二</ol>", "-1. 一\n1. 二\n"},
      {"<ol start=99999999999><li>一</ol>", "2147483647. 一\n"},
      {"<li>一</li>", "一\n"},
      {"<ol type=i start=4000><li>一</ol>", "4000. 一\n"},
  });
}

TEST(HtmlLines, WhatIsNoTextIsOut) {
  expect_text({
      {"<script>var a='<p>到2025年</p>';</script><style>p{}</style><p>一", "一\n"},
      {"<p>一<!-- 二 --><!--[if gte mso 9]><xml>三</xml><![endif]-->四", "一四\n"},
      {"<p><![if !supportLists]>（一）<![endif]>目标", "（一）目标\n"},
      {"<?xml:namespace prefix = o /><p>一", "一\n"},
      {"<noscript>二</noscript><template><p>三</p></template><iframe>四</iframe><p>一", "一\n"},
      {"<form>查<select><option>五<option>六</select><button>搜</button><textarea>七</textarea><input value=八></form>",
       "查\n"},
      {"<svg><text>九</text></svg><canvas>十</canvas><video>影</video><p>一", "一\n"},
      {"<p>一<span style='display: none'>二</span><span hidden>三</span>四", "一四\n"},
      {"<div style='display:none'><p>二</p></div><p style='visibility:hidden !important'>三</p><p>一", "一\n"},
      {"<p style='display:block'>一</p><p data-style='display:none'>二", "一\n二\n"},
      {"<head><title>题</title></head><p>一", "题\n一\n"},
      {std::string("<p>一\0二", 10) + std::string(150, 'x'), "一二" + std::string(150, 'x') + "\n"},
  });
}

TEST(HtmlMain, WhatStandsAroundTheTextIsOut) {
  const std::string text = "<p>到2025年，森林覆盖率达到45%以上，城乡环境明显改善。</p>";
  const std::string out = "到2025年，森林覆盖率达到45%以上，城乡环境明显改善。\n";
  const std::vector<std::string> around = {
      "<ul><li><a href='/'>首页</a><li><a href='/a'>政务公开</a></ul>",
      "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/a'>政务公开</a> &gt; <a href='/b'>政策文件</a></div>",
      "<nav>首页 政务公开</nav>",
      "<div role='navigation'>首页</div>",
      "<footer><p>版权所有</p><p>江海县人民政府办公室</p></footer>",
      "<div class='page-footer'><span>主办单位</span></div>",
      "<div id=share_box>分享到</div>",
      "<aside><ul><li><a href=1>全县森林覆盖率达到50%</a><li><a href=2>要闻</a></ul></aside>",
      "<div>【字体：<a href='javascript:big()'>大</a> <a onclick='b()'>中</a> <a href=#>小</a>】</div>",
      "<header><a href=/>江海县人民政府门户网站</a></header>",
      "<li><a href=1>江海县召开生态环境保护工作推进会议，研究部署下一步工作</a> 2024-03-05",
      "<p><a href=1>一</a></p><p>相关链接</p><p><a href=2>二</a></p>",
  };
  for (const std::string& each : around) {
    EXPECT_EQ(text_of_page(each + text), out) << each;
    EXPECT_EQ(text_of_page(text + each), out) << each;
  }
}

TEST(HtmlMain, WhenInDoubtTextIsKept) {
  expect_text({
      // Sentences and numbers of something, wherever they stand.
      {"<nav><p>到2025年，森林覆盖率达到45%以上，城乡环境明显改善。</p></nav>",
       "到2025年，森林覆盖率达到45%以上，城乡环境明显改善。\n"},
      {"<aside>专栏1 重点工程<p>新建湿地公园3处。</p><p>新增绿地20公顷</p></aside>",
       "专栏1 重点工程\n新建湿地公园3处。\n新增绿地20公顷\n"},
      {"<footer><table><tr><td>指标<td>目标<tr><td>绿地<td>20公顷</table></footer>", "指标\t目标\n绿地\t20公顷\n"},
      // A link without an end.
      {"<a href=x>江海县<p>一、总体要求<p>到2025年，森林覆盖率达到45%以上，城乡环境明显改善，生态环境质量持续好转，"
       "人民群众满意。</p>",
       "到2025年，森林覆盖率达到45%以上，城乡环境明显改善，生态环境质量持续好转，人民群众满意。\n"},
      // Places on the page, and names of them, are no links away.
      {"<p><a name=a>一、总体要求</a><p><a href='#b'>二、主要目标</a><p>略", "一、总体要求\n二、主要目标\n略\n"},
      {"<div class='content nav'><p>本方案自发布之日起施行，有效期五年，由县林业局负责解释。</div>",
       "本方案自发布之日起施行，有效期五年，由县林业局负责解释。\n"},
      {"<div class='footnote'>注释</div>略", "注释\n略\n"},
      {"<header><h1>江海县林业规划</h1></header>略", "江海县林业规划\n略\n"},
      // A short title between links.
      {"<a href=1>首页</a><p>江海林业规划</p><p><a href=2>大</a><p>略。", "江海林业规划\n略。\n"},
      // All is hidden.
      {"<div style='display:none'>到2025年，森林覆盖率达到45%。</div>", "到2025年，森林覆盖率达到45%。\n"},
  });
}

TEST(HtmlMain, TheTitleOfThePageIsUsedWhereItsTextHasNone) {
  const std::string body = "<p>到2025年，森林覆盖率达到45%。";
  const std::string out = "到2025年，森林覆盖率达到45%。\n";
  expect_text({
      {"<title>江海县林业规划_规划_江海县政府</title>" + body, "江海县林业规划\n" + out},
      {"<title> 江海县\n林业规划 - 江海 </title>" + body, "江海县林业规划\n" + out},
      {"<title>江海县林业规划</title><p>江海县</p><p>林业规划</p>" + body, "江海县\n林业规划\n" + out},
      {"<title>江海县政府门户网站</title><h1>江海县林业规划</h1>" + body, "江海县林业规划\n" + out},
      {"<title></title>" + body, out},
  });
}

TEST(HtmlMain, APageWithoutTextSaysWhy) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<frameset><frame src=a.html></frameset>", "frames"},
      {"<div id=app></div><script src=a.js></script>", "scripts"},
      {"<ul><li><a href=1>一</a><li><a href=2>二</a></ul>", "menus and links"},
      {"<html></html>", "has no text"},
  };
  for (const auto& [page, why] : rows) {
    const Result<Document> document = read_document("a.html", page, {.format = Format::kHtml});
    ASSERT_FALSE(document) << page;
    EXPECT_EQ(document.error().at(0).code, "E-NOTEXT");
    EXPECT_NE(document.error().at(0).message.find(why), std::string::npos) << document.error().at(0).message;
  }
}

std::string without_space(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') out += c;
  }
  return out;
}

// Whatever the markup around them, characters are neither lost nor made, and lines are whole.
TEST(HtmlProperty, CharactersSurviveAndTextReadsAsItself) {
  std::mt19937 random(5);
  const std::vector<std::string> tags = {"<p>",   "</p>", "<div>", "</div>", "<span>",         "</span>", "<b>",
                                         "</b>",  "<br>", "<ul>",  "<li>",   "</ul>",          "<h2>",    "<!-- x -->",
                                         "</h2>", " ",    "\n",    "<td>",   "<font size='>'>"};
  const std::vector<std::string> of_tables = {"<table>", "</table>",       "<tr>",           "<td>",     "</td>",
                                              "<th>",    "<td colspan=3>", "<td rowspan=2>", "<tr><td>", "<caption>"};
  const std::vector<std::string> words = {"到", "年", "，", "森林", "覆盖率", "。", "达到", "“", "”", "（", "）"};
  int read_pages = 0;
  for (int round = 0; round < 4000; ++round) {
    const bool has_tables = round % 2 == 1;
    std::string page = "<p>";
    std::string text;
    for (int i = 0; i < 30; ++i) {
      if (random() % 2 == 0) {
        const std::string& word = words[random() % words.size()];
        text += word;
        page += word;
      }
      page += has_tables && random() % 2 == 0 ? of_tables[random() % of_tables.size()] : tags[random() % tags.size()];
    }
    const std::string read = text_of_page(page);
    if (text.empty()) continue;
    ++read_pages;
    ASSERT_EQ(read.find_first_of("\f\v\r"), std::string::npos);
    if (!has_tables) {
      ASSERT_EQ(without_space(read), text) << page;
    }
    for (const std::string& word : words) {
      ASSERT_EQ(text.find(word) == std::string::npos, read.find(word) == std::string::npos) << word << ": " << page;
    }
    const Result<Document> again = read_document("a.txt", read);
    ASSERT_TRUE(again) << page;
    ASSERT_EQ(again->text(), read) << page;
  }
  EXPECT_GT(read_pages, 3000);
}

}  // namespace
}  // namespace mubiao
