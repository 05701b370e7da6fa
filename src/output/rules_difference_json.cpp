// A difference between two rule sets for scripts. Door: append_difference_json.
#include "mubiao/comparison_output.h"
#include "mubiao/output.h"
#include "mubiao/version.h"
#include "output/record_json.h"

namespace mubiao {
namespace {

using output::JsonWriter;

void write_change(JsonWriter& json, const RecordChange& change) {
  json.begin_object();
  json.field("what", to_string(change.what));
  json.key("record");
  json.begin_object();
  output::write_record_fields(json, change.record);
  json.end_object();
  json.key("fields");
  json.begin_array();
  for (const FieldChange& field : change.fields) {
    json.begin_object();
    json.field("field", field.field);
    json.field("before", field.before);
    json.field("after", field.after);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void append_difference_json(std::string& out, const RulesDifference& difference) {
  JsonWriter json(out);
  json.begin_object();
  json.key("mubiao");
  json.begin_object();
  json.field("schema", kOutputSchema);
  json.field("version", version());
  json.end_object();
  json.field("before", difference.before);
  json.field("after", difference.after);
  for (const Presence what : {Presence::kAdded, Presence::kRemoved, Presence::kChanged}) {
    json.field(to_string(what), difference.count(what));
  }
  json.key("documents");
  json.begin_array();
  for (const DocumentDifference& document : difference.documents) {
    json.begin_object();
    json.field("path", document.path);
    json.field("before", document.before);
    json.field("after", document.after);
    json.key("changes");
    json.begin_array();
    for (const RecordChange& change : document.changes) write_change(json, change);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace mubiao
