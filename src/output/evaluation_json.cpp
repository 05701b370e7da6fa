// An evaluation for scripts. Door: append_evaluation_json.
#include "mubiao/comparison_output.h"
#include "mubiao/version.h"
#include "output/record_json.h"

namespace mubiao {
namespace {

using output::JsonWriter;

void write_score(JsonWriter& json, std::string_view name, const Score& score) {
  json.key(name);
  json.begin_object();
  json.field("annotated", score.annotated);
  json.field("found", score.found);
  json.field("right", score.right);
  json.field("precision", score.precision());
  json.field("recall", score.recall());
  json.field("f1", score.f1());
  json.end_object();
}

void write_figures(JsonWriter& json, const Figures& figures) {
  write_score(json, "detect", figures.detect);
  write_score(json, "strict", figures.strict);
  json.key("fields");
  json.begin_object();
  for (std::size_t i = 0; i < kEvalFields; ++i) {
    const auto field = static_cast<EvalField>(i);
    json.field(to_string(field), figures.accuracy(field));
  }
  json.end_object();
  write_score(json, "delegated", figures.delegated);
  write_score(json, "milestone", figures.milestone);
  json.key("context");
  json.begin_object();
  json.field("annotated", figures.context);
  json.field("accounted", figures.context_accounted);
  json.end_object();
  json.key("rules");
  json.begin_array();
  for (const auto& [rule, score] : figures.rules) {
    json.begin_object();
    json.field("rule", rule);
    json.field("right", score.right);
    json.field("wrong", score.wrong);
    json.field("extra", score.extra);
    json.field("missed", score.missed);
    json.end_object();
  }
  json.end_array();
}

void write_place(JsonWriter& json, const Location& place) {
  json.begin_object();
  json.field("file", place.file);
  json.field("line", place.line);
  json.field("column", place.column);
  json.end_object();
}

void write_mistake(JsonWriter& json, const Mistake& mistake) {
  json.begin_object();
  json.field("what", to_string(mistake.what));
  json.field("kind", to_string(mistake.kind));
  json.field("field", mistake.field.empty() ? std::nullopt : std::optional(mistake.field));
  json.field("annotated", mistake.annotated);
  json.field("found", mistake.found);
  json.field("rule", mistake.rule.empty() ? std::nullopt : std::optional(mistake.rule));
  json.field("reason", mistake.reason.empty() ? std::nullopt : std::optional(mistake.reason));
  json.key("place");
  write_place(json, mistake.where);
  json.field("before", mistake.before);
  json.field("quote", mistake.quote);
  json.field("after", mistake.after);
  json.key("annotation");
  if (mistake.gold.file.empty()) {
    json.value(std::nullopt);
  } else {
    write_place(json, mistake.gold);
  }
  json.end_object();
}

void write_document(JsonWriter& json, const DocumentEvaluation& document) {
  json.begin_object();
  json.field("path", document.path);
  write_figures(json, document.figures);
  json.key("mistakes");
  json.begin_array();
  for (const Mistake& mistake : document.mistakes) write_mistake(json, mistake);
  json.end_array();
  json.end_object();
}

}  // namespace

void append_evaluation_json(std::string& out, const Evaluation& evaluation) {
  JsonWriter json(out);
  json.begin_object();
  json.key("mubiao");
  output::write_producer(json, {std::string(version()), evaluation.rules});
  json.field("good_enough", is_good_enough(evaluation));
  json.key("thresholds");
  json.begin_object();
  json.field("detect", evaluation.thresholds.detect);
  json.field("strict", evaluation.thresholds.strict);
  json.end_object();
  write_figures(json, evaluation.total);
  json.field("idle_rules", evaluation.idle);
  json.key("documents");
  json.begin_array();
  for (const DocumentEvaluation& document : evaluation.documents) write_document(json, document);
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace mubiao
