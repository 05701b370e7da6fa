// What a reader of a Word document sees, and what comes out.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mubiao/read.h"
#include "word_file.h"

namespace mubiao {
namespace {

using test::WordFile;

std::string text_of(const std::string& bytes) {
  const Result<Document> document = read_document("a.docx", bytes);
  if (!document) return document.error().front().code + ": " + document.error().front().message;
  EXPECT_EQ(document->format(), Format::kDocx);
  EXPECT_EQ(document->byte_size(), bytes.size());
  return document->text();
}
std::string text_of_body(const std::string& body) { return text_of(test::word_file({.body = body})); }

// A paragraph, a run, and a cell in short: P(x), R(x), T(x).
std::string R(const std::string& inside) { return "<w:r>" + inside + "</w:r>"; }
std::string T(const std::string& text) { return "<w:t xml:space=\"preserve\">" + text + "</w:t>"; }
std::string P(const std::string& text) { return "<w:p>" + R(T(text)) + "</w:p>"; }
std::string P(const std::string& properties, const std::string& text) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + R(T(text)) + "</w:p>";
}
std::string field(const std::string& code, const std::string& result) {
  return R("<w:fldChar w:fldCharType='begin'/>") + R("<w:instrText>" + code + "</w:instrText>") +
         R("<w:fldChar w:fldCharType='separate'/>") + R(T(result)) + R("<w:fldChar w:fldCharType='end'/>");
}
std::string set(const std::string& property, const std::string& text) {
  return R("<w:rPr>" + property + "</w:rPr>" + T(text));
}

struct Case {
  std::string xml;
  std::string text;
};

TEST(Docx, RunsOfAParagraph) {
  const std::string up = "<w:vertAlign w:val='superscript'/>";
  const std::string down = "<w:vertAlign w:val='subscript'/>";
  const std::vector<Case> cases = {
      {R(T("到2025")) + R(T("年")), "到2025年"},
      {R("<w:t>  到2025年 </w:t>") + R("<w:t xml:space='preserve'> a </w:t>"), "到2025年 a "},
      {R("<w:t>到<![CDATA[2025]]>年<!-- c -->底</w:t>"), "到2025年底"},
      {R("<w:t>a\nb\tc&#7;d</w:t>"), "a b c d"},
      {R(T("&lt;15&gt; &amp; &#x4E07;&unknown;")), "<15> & 万&unknown;"},
      {R(T("a") + "<w:tab/>" + T("b")), "a b"},
      {R(T("a") + "<w:br/>" + T("b") + "<w:cr/>" + T("c")), "a\nb\nc"},
      {R(T("2021") + "<w:noBreakHyphen/>" + T("2025") + "<w:softHyphen/>"), "2021-2025"},
      // Signs of fonts.
      {R("<w:sym w:font='Symbol' w:char='F0B3'/>" + T("15%")), "≥15%"},
      {R("<w:sym w:font='Symbol' w:char='00A3'/>" + T("15%")), "≤15%"},
      {R("<w:sym w:font='Wingdings' w:char='F082'/>") + R(T("a")), "②a"},
      {R(T("a") + "<w:sym w:font='Wingdings' w:char='F028'/>" + T("b")), "a b"},
      {R(T("a") + "<w:sym w:font='宋体' w:char='2265'/>" + "<w:sym/>" + T("b")), "a≥ b"},
      {set("<w:rFonts w:ascii='Symbol'/>", "&#xF0B3;15万"), "≥15万"},
      // Changes: as if accepted.
      {R(T("到")) + "<w:ins>" + R(T("2030")) + "</w:ins><w:del>" + R("<w:delText>2025</w:delText>") + "</w:del>" +
           R(T("年")),
       "到2030年"},
      {"<w:moveFrom>" + R(T("旧")) + "</w:moveFrom><w:moveTo>" + R(T("新")) + "</w:moveTo>", "新"},
      // What wraps runs.
      {"<w:hyperlink>" + R(T("a")) + "</w:hyperlink><w:smartTag>" + R(T("b")) + "</w:smartTag><w:sdt><w:sdtPr/>" +
           "<w:sdtContent>" + R(T("c")) + "</w:sdtContent></w:sdt>",
       "abc"},
      {"<w:bookmarkStart w:name='x'/>" + R(T("a")) + "<w:commentRangeStart/>" + R("<w:commentReference/>"), "a"},
      // Fields.
      {field(" REF _x \\h ", "表1"), "表1"},
      {R(T("第")) + field(" PAGE ", "12") + R(T("页")), "第页"},
      {"<w:fldSimple w:instr=' NUMPAGES '>" + R(T("9")) + "</w:fldSimple><w:fldSimple w:instr='DATE'>" + R(T("a")) +
           "</w:fldSimple>",
       "a"},
      {R("<w:fldChar w:fldCharType='begin'/>") + R("<w:instrText>IF </w:instrText>") + field("PAGE", "1") +
           R(T("code")) + R("<w:fldChar w:fldCharType='separate'/>") + R(T("a")) +
           R("<w:fldChar w:fldCharType='end'/>") + R(T("b")),
       "ab"},
      {R(T("a")) + R("<w:fldChar w:fldCharType='end'/>") + R("<w:fldChar w:fldCharType='separate'/>") + R(T("b")),
       "ab"},
      // Raised and lowered.
      {R(T("15km")) + set(up, "2"), "15km²"},
      {R(T("10")) + set(up, "-") + set(up, "4") + R(T("吨")), "10⁻⁴吨"},
      {R(T("CO")) + set(down, "2") + R(T("和PM")) + set(down, "2.5"), "CO2和PM2.5"},
      {R(T("1")) + set(up, "st"), "1st"},
      {R(T("15万千瓦")) + set(up, "[") + set(up, "1") + set(up, "]") + R(T("以上")), "15万千瓦以上"},
      {R(T("a")) + set(up, "③") + R(T("b")) + set(up, "[a]") + set(up, "[]"), "ab[a][]"},
      // Hidden.
      {R(T("a")) + set("<w:vanish/>", "b") + set("<w:vanish w:val='0'/>", "c") + set("<w:webHidden/>", "d"), "acd"},
      // Formulas.
      {"<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r>"
       "</m:den></m:f><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup>"
       "</m:oMath>",
       "x=a/b10⁴"},
      {R("<w:ruby><w:rt>" + R(T("mubiao")) + "</w:rt><w:rubyBase>" + R(T("目标")) + "</w:rubyBase></w:ruby>"), "目标"},
      // Text boxes, once.
      {R(T("a") + "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>" + P("框") +
         "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
         P("框") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>") +
           R(T("b")),
       "ab\n框"},
      {R("<mc:AlternateContent><mc:Choice><x:new/></mc:Choice><mc:Fallback>" + T("旧") +
         "</mc:Fallback></mc:AlternateContent>"),
       "旧"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(text_of_body("<w:p>" + each.xml + "</w:p>"), each.text + "\n") << each.xml;
  }
}

TEST(Docx, Paragraphs) {
  const std::vector<Case> cases = {
      {P("一") + "<w:p/>" + P(" ") + P("二"), "一\n二\n"},
      {"<w:sdt><w:sdtContent>" + P("一") + "</w:sdtContent></w:sdt><w:customXml>" + P("二") + "</w:customXml>",
       "一\n二\n"},
      {"<mc:AlternateContent><mc:Choice>" + P("一") + "</mc:Choice><mc:Fallback>" + P("二") +
           "</mc:Fallback></mc:AlternateContent>",
       "一\n"},
      {P("<w:rPr><w:del/></w:rPr>", "到2025年") + P("，达到15%"), "到2025年，达到15%\n"},
      {P("<w:rPr><w:vanish/></w:rPr>", "一、目标") + P("到2025年"), "一、目标到2025年\n"},
      {P("<w:rPr><w:del/></w:rPr>", "完"), "完\n"},
      {P("<w:tabs><w:tab w:val='right' w:leader='dot'/></w:tabs>", "一、总则</w:t><w:tab/><w:t>3"), "一、总则……3\n"},
      {"<w:sectPr><w:headerReference/></w:sectPr><w:altChunk/>" + P("一"), "一\n"},
      {"<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>", "x\n"},
      {"<w:p/>", "E-EMPTY: it holds no text"},
      {"<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", "E-EMPTY: it holds pictures and no text"},
  };
  for (const Case& each : cases) EXPECT_EQ(text_of_body(each.xml), each.text) << each.xml;
}

TEST(Docx, StylesSayWhatRunsDoNot) {
  const std::string styles =
      "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:rPr/></w:style>"
      "<w:style w:type='character' w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type='character' w:styleId='H2'><w:basedOn w:val='H'/></w:style>"
      "<w:style w:type='character' w:styleId='U'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='C1'><w:basedOn w:val='C2'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='C2'><w:basedOn w:val='C1'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='TOC'><w:pPr><w:tabs><w:tab w:leader='dot'/></w:tabs></w:pPr></w:style>";
  const auto in_style = [](const std::string& style, const std::string& text) {
    return set("<w:rStyle w:val='" + style + "'/>", text);
  };
  const std::vector<Case> cases = {
      {"<w:p>" + in_style("H2", "a") + in_style("U", "2") + in_style("none", "b") + "</w:p>", "²b\n"},
      {"<w:p>" + set("<w:rStyle w:val='H'/><w:vanish w:val='false'/>", "a") + "</w:p>", "a\n"},
      {P("<w:pStyle w:val='C1'/>", "circle"), "circle\n"},
      {P("<w:pStyle w:val='TOC'/>", "总则</w:t><w:tab/><w:t>3"), "总则……3\n"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(text_of(test::word_file({.body = each.xml, .styles = styles})), each.text) << each.xml;
  }
}

TEST(Docx, NotesStandBehindTheParagraph) {
  const auto note = [](const std::string& id, const std::string& text) {
    return "<w:footnote w:id='" + id + "'><w:p><w:r><w:footnoteRef/></w:r>" + R(T(text)) + "</w:p></w:footnote>";
  };
  const std::string footnotes =
      "<w:footnote w:id='-1' w:type='separator'><w:p><w:r><w:separator/></w:r></w:p>"
      "</w:footnote>" +
      note("1", "指甲。") + note("2", "指乙。") + note("9", "没有人提到。");
  const std::string endnotes = "<w:endnote w:id='1'>" + P("尾注。") + "</w:endnote>";
  const auto refer = [](const std::string& kind, const std::string& id) {
    return R("<w:" + kind + "Reference w:id='" + id + "'/>");
  };
  const std::string body = "<w:p>" + R(T("达到15万千瓦")) + refer("footnote", "1") + R(T("以上。")) +
                           "</w:p><w:tbl><w:tr><w:tc><w:p>" + R(T("甲")) + refer("footnote", "2") +
                           "</w:p></w:tc><w:tc>" + P("15") + "</w:tc></w:tr></w:tbl><w:p>" + R(T("乙")) +
                           refer("endnote", "1") + refer("footnote", "1") + refer("footnote", "404") + "</w:p>";
  EXPECT_EQ(text_of(test::word_file({.body = body, .footnotes = footnotes, .endnotes = endnotes})),
            "达到15万千瓦以上。\n指甲。\n甲\t15\n指乙。\n乙\n尾注。\n");
}

}  // namespace
}  // namespace mubiao
