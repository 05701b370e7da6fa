// Any text as annotations of a document: records that stand in it, and problems that each name a line and can be shown.
// Whatever was read can be measured by.

#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "mubiao/evaluate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view kPlan = "一、目标\n到2025年,风电装机容量达到15万千瓦以上,森林覆盖率达到35%。\n";
  constexpr std::size_t kCharacters = 40;
  static const mubiao::Extractor extractor(mubiao::RuleSet::embedded());
  static const mubiao::Evaluator evaluator(extractor.rules());
  static const mubiao::Document document = *mubiao::decode("plan.txt", kPlan);
  static const mubiao::Extraction extraction = extractor.explain(document);

  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const mubiao::Gold gold = mubiao::read_gold("fuzz.gold.jsonl", text, document);
  for (const mubiao::GoldRecord& record : gold.records) {
    REQUIRE(record.place.begin < record.place.end && record.place.end <= kCharacters);
  }
  for (const mubiao::Diagnostic& problem : gold.problems) {
    REQUIRE(problem.where.line > 0 && problem.where.column > 0);
    REQUIRE(mubiao::to_text(problem).ends_with("\n"));
  }
  const mubiao::Figures figures = evaluator.evaluate(document, extraction, gold).figures;
  REQUIRE(figures.strict.right <= figures.detect.right && figures.detect.right <= figures.detect.annotated);
  REQUIRE(figures.detect.f1() >= 0 && figures.detect.f1() <= 1);
  return 0;
}
