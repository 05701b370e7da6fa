// One [[rules.examples]] table: a text and what it must give. The door is read_example; what `because` names is
// looked at when all ids are known (id_check.h).
#include "rules/example_reader.h"

#include <fmt/format.h>

#include <utility>

#include "rules/suggest.h"
#include "rules/vocabulary.h"

namespace mubiao::rules {
namespace {

constexpr std::size_t kLongestExample = 64u << 10;

std::vector<ExpectedFields> read_expect(TableReader& reader, RuleKind kind, Problems& problems) {
  std::vector<ExpectedFields> out;
  if (reader.require("expect") == nullptr) return out;
  const std::vector<std::string_view> known = example_fields(kind);
  for (const Node* fields : reader.tables("expect")) {
    ExpectedFields& expected = out.emplace_back();
    for (const Entry& entry : fields->entries) {
      if (!contains(known, entry.key)) {
        problems.error("E-KEY", entry.place,
                       fmt::format("'{}' is nothing an example of this kind can expect", entry.key),
                       suggestion(entry.key, known, "known:"));
        continue;
      }
      const std::optional<std::string> text = read_text(entry, problems);
      if (text) expected[entry.key] = text->empty() ? std::nullopt : text;
    }
  }
  return out;
}

}  // namespace

void read_example(const Node& table, RuleDraft& draft, Problems& problems) {
  TableReader reader(table, "[[rules.examples]]", problems);
  Example example;
  const Entry* text = reader.require("text", Node::Type::kString);
  if (text != nullptr) {
    example.text = text->value.text;
    example.where = problems.location(text->value.place);
    if (example.text.size() > kLongestExample) {
      problems.error("E-LIMIT", text->value.place, "the text of an example is longer than 64 KiB");
    }
  }
  example.source = reader.string("source");
  example.expect = read_expect(reader, draft.rule.kind, problems);
  example.todo = reader.string("todo");
  Place because_place = table.place;
  if (const Entry* because = reader.find("because", Node::Type::kString)) {
    example.because = because->value.text;
    because_place = because->value.place;
    if (!example.expect.empty()) {
      problems.error("E-KEY", because->place, "'because' says why nothing is found, but this example expects something",
                     "write expect = [], or leave 'because' out");
    }
  }
  reader.reject_other_keys();
  draft.rule.examples.push_back(std::move(example));
  draft.because.push_back(because_place);
}

}  // namespace mubiao::rules
