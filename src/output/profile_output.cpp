// What rules cost, as a table and for scripts. Doors: append_profile_text, append_profile_json.
#include <fmt/format.h>

#include <iterator>

#include "mubiao/comparison_output.h"
#include "mubiao/version.h"
#include "output/record_json.h"
#include "output/table.h"

namespace mubiao {

void append_profile_text(std::string& out, const Profile& profile) {
  double seconds = 0;
  for (const RuleProfile& rule : profile.rules) seconds += rule.seconds;
  output::Table table;
  table.add({"rule", "kind", "ms", "%", "tried", "matches", "wins", "program"});
  for (const RuleProfile& rule : profile.rules) {
    table.add({rule.rule, std::string(to_string(rule.kind)), fmt::format("{:.2f}", rule.seconds * 1000),
               fmt::format("{:.1f}", seconds > 0 ? rule.seconds / seconds * 100 : 0.0), std::to_string(rule.tried),
               std::to_string(rule.matches), std::to_string(rule.wins), std::to_string(rule.program)});
  }
  table.append_to(out);
  fmt::format_to(std::back_inserter(out), "\n{}: {} rules over {} documents, {:.1f} ms\n", profile.name,
                 profile.rules.size(), profile.documents, seconds * 1000);
}

void append_profile_json(std::string& out, const Profile& profile) {
  output::JsonWriter json(out);
  json.begin_object();
  json.key("mubiao");
  output::write_producer(json, {std::string(version()), profile.name});
  json.field("documents", profile.documents);
  json.key("rules");
  json.begin_array();
  for (const RuleProfile& rule : profile.rules) {
    json.begin_object();
    json.field("rule", rule.rule);
    json.field("kind", to_string(rule.kind));
    json.key("seconds");
    json.value(rule.seconds);
    json.field("tried", rule.tried);
    json.field("matches", rule.matches);
    json.field("wins", rule.wins);
    json.field("program", rule.program);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace mubiao
