#include <gtest/gtest.h>

#include "mubiao/outline.h"
#include "rule_set_for_tests.h"

namespace mubiao {
namespace {

struct Row {
  const char* what;
  const char* head;
  const char* title;
  const char* number;
  const char* issuer;  // joined by ;
  const char* issued;
};

const Row kRows[] = {
    {"covering notice",
     "青山市人民政府关于印发《青山市碳达峰实施方案》的通知\n青府〔2023〕12号\n各县区人民政府:\n"
     "现将《青山市碳达峰实施方案》印发给你们,"
     "请认真贯彻。\n青山市人民政府\n2023年5月6日\n青山市碳达峰实施方案\n为落实部署,制定本方案。\n",
     "青山市碳达峰实施方案", "青府〔2023〕12号", "青山市人民政府", "2023-05-06"},
    {"notice without 《》",
     "青山市人民政府关于印发青山市节水规划的通知\n青府〔2023〕3号\n青山市人民政府\n2023年1月2日\n", "青山市节水规划",
     "青府〔2023〕3号", "青山市人民政府", "2023-01-02"},
    {"two issuers",
     "中共青山区委员会\n青山区人民政府\n关于印发《青山区碳达峰实施方案》的通知\n中共青山区委员会\n青山区人民政府\n2023"
     "年12月27日\n",
     "青山区碳达峰实施方案", "", "中共青山区委员会;青山区人民政府", "2023-12-27"},
    {"issuers in one line",
     "关于印发《青山省供水规划》的通知\n青山省水利厅\t青山省发展和改革委员会\n青山省财政厅\n2022年5月6日\n",
     "青山省供水规划", "", "青山省水利厅;青山省发展和改革委员会;青山省财政厅", "2022-05-06"},
    {"title of several lines, date below it",
     "中共青山省委员会青山省人民政府\n关于完整准确全面贯彻新发展理念\n做好碳达峰碳中和工作的实施意见\n(2022年4月28日)"
     "\n为贯彻部署,提出意见。\n",
     "中共青山省委员会青山省人民政府关于完整准确全面贯彻新发展理念做好碳达峰碳中和工作的实施意见", "",
     "中共青山省委员会;青山省人民政府", "2022-04-28"},
    {"title with its issuer", "青山省人民政府关于加快节水型社会建设的实施意见\n(青政字〔2021〕22号)\n各市人民政府:\n",
     "青山省人民政府关于加快节水型社会建设的实施意见", "青政字〔2021〕22号", "青山省人民政府", ""},
    {"title alone", "青山市“十四五”水利发展规划\n本规划依据纲要编制。\n", "青山市“十四五”水利发展规划", "", "", ""},
    {"title with a period below it", "青山省清洁能源行动方案\n(2021—2030年)\n为贯彻部署,制定本方案。\n",
     "青山省清洁能源行动方案(2021—2030年)", "", "", ""},
    {"title at the head of the text",
     "【政策】青山市碳达峰实施方案.docx\n青山市碳达峰实施方案为深入贯彻部署,制定本方案。\n", "青山市碳达峰实施方案", "",
     "", ""},
    {"title of two lines, the first with its place", "青山市“十四五”绿色建筑与建筑节能\n发展规划\n本规划依据纲要编制。\n",
     "青山市“十四五”绿色建筑与建筑节能发展规划", "", "", ""},
    {"title of three lines without a place",
     "推动节水设施高质量发展\n加快建设供水管网和再生水厂\n实施方案\n\n供水是城市的命脉。\n",
     "推动节水设施高质量发展加快建设供水管网和再生水厂实施方案", "", "", ""},
    {"title of two lines that names its issuer", "青山市人民政府办公室关于\n科学绿化的实施意见\n各县区人民政府:\n",
     "青山市人民政府办公室关于科学绿化的实施意见", "", "青山市人民政府办公室", ""},
    {"period alone on the last line", "青山市节水与供水\n“十四五”规划\n\n2022年3月\n", "青山市节水与供水“十四五”规划", "",
     "", ""},
    {"a line that is no part of the title above it", "青山市人民政府门户网站\n供水保障规划\n本规划依据纲要编制。\n",
     "供水保障规划", "", "", ""},
    {"the title has its place: what stands above is not joined", "供水工作重要文件汇编\n青山市节水规划\n本规划依据纲要编制。\n",
     "青山市节水规划", "", "", ""},
    {"headline of a report of a plan",
     "中共青山市委、青山市人民政府印发《关于加快节水型社会建设的意见》\n近日,通知要求认真执行。\n",
     "关于加快节水型社会建设的意见", "", "中共青山市委;青山市人民政府", ""},
    {"notice, its addressees in the same line",
     "市水利局关于组织申报节水项目的通知各区水务局,各有关单位:\n根据安排,现组织申报。\n",
     "市水利局关于组织申报节水项目的通知", "", "市水利局", ""},
    {"who signed and when, below a full line of text",
     "青山市人民政府关于印发《青山市节水规划》的通知\n各县区人民政府：\n"
     "为落实节水部署加快建设节水型社会提高用水效率我们制定了《青山市节水规划》已经市政\n"
     "府同意，现印发给你们，请结合实际，认真组织实施，确保各项目标任务和措施落到实处。\n"
     "青山市人民政府\n2022年1月10日\n青山市节水规划\n"
     "水是生命之源、生产之要、生态之基，节约用水是推动高质量发展的必然要求，也是保障\n"
     "供水安全的必由之路，必须坚持以水定城、以水定地、以水定人、以水定产，为贯彻落实\n"
     "国家和省的决策部署，加快建设节水型社会，制定本规划。\n",
     "青山市节水规划", "", "青山市人民政府", "2022-01-10"},
    {"Chinese date", "青山市节水规划\n青山市人民政府\n二〇二二年四月十六日\n", "青山市节水规划", "", "青山市人民政府",
     "2022-04-16"},
    {"printing note only", "青山省生态环境保护规划\n为改善水质,制定本规划。\n青山省人民政府办公厅\t2022年2月8日印发\n",
     "青山省生态环境保护规划", "", "", "2022-02-08"},
    {"news lead before the notice",
     "9月29日,青山市印发《青山市碳达峰实施方案》的通知。\n全文如下:"
     "\n青山市人民政府关于印发《青山市碳达峰实施方案》的通知\n青府〔2024〕5号\n"
     "青山市人民政府\n2024年9月28日\n",
     "青山市碳达峰实施方案", "青府〔2024〕5号", "青山市人民政府", "2024-09-28"},
    // Nothing is guessed.
    {"no title, a number quoted in the text",
     "为贯彻落实《关于做好碳达峰工作的意见》(中发〔2021〕36号),制定如下方案。\n一、目标\n总量可控。\n", "", "", "", ""},
    {"a speech", "各位代表:\n现在,我代表市人民政府报告工作。\n一、去年工作\n供水稳定。\n", "", "", "", ""},
    {"a date in a sentence", "2023年5月6日召开会议,部署节水工作。\n", "", "", "", ""},
    {"an impossible date", "青山市节水规划\n2023年15月40日\n", "青山市节水规划", "", "", ""},
    {"headings are no titles", "一、编制规划\n有序编制规划。\n二、实施方案\n落实方案。\n", "", "", "", ""},
};

TEST(Metadata, OfHeads) {
  for (const Row& row : kRows) {
    const Metadata found = outline(NormalizedText{row.head, {}}, default_rules()).metadata;
    std::string issuer;
    for (const std::string& name : found.issuer) issuer += (issuer.empty() ? "" : ";") + name;
    EXPECT_EQ(found.title.value_or(""), row.title) << row.what;
    EXPECT_EQ(found.number.value_or(""), row.number) << row.what;
    EXPECT_EQ(issuer, row.issuer) << row.what;
    EXPECT_EQ(found.issued.value_or(""), row.issued) << row.what;
  }
}

}  // namespace
}  // namespace mubiao
