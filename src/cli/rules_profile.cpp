// mubiao rules profile: what each rule costs over a corpus, and what it is good for.
//
// Door: add_rules_profile.

#include <memory>

#include "cli/corpus.h"
#include "cli/output_file.h"
#include "cli/rules.h"
#include "mubiao/comparison_output.h"
#include "mubiao/profile.h"

namespace mubiao::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::vector<std::string> corpus;
  InputArguments input;
  std::string format;
};

ExitCode run(const Arguments& arguments, const Messages& messages) {
  Result<Inputs> inputs = check(arguments.input);
  if (!inputs) {
    messages.show(inputs.error());
    return ExitCode::kUsage;
  }
  const std::optional<RuleSet> rules = load_rules(arguments.paths, messages);
  if (!rules) return ExitCode::kRules;
  inputs->paths.clear();
  const ExitCode found = add_corpus(arguments.corpus, *inputs, messages);

  Profiler profiler(*rules);
  Profile profile{.name = rules->name_and_version(), .documents = 0, .rules = {}};
  const ExitCode read = for_each_document(*inputs, messages, [&](const std::string&, const Document& document) {
    profiler.add(document);
    ++profile.documents;
    return true;
  });
  profile.rules = profiler.result();
  std::string out;
  if (arguments.format == "json") {
    append_profile_json(out, profile);
  } else {
    append_profile_text(out, profile);
  }
  return worse(worse(found, read), print(std::move(out), messages));
}

constexpr const char* kFooter =
    "ms and %: the time that the pattern takes by itself, matched by RE2 over the texts tried (the quickest of three\n"
    "times), unless clauses not counted. Extraction takes less, since rules share parts and most texts are passed\n"
    "over; what is dear here is dear there. tried: lines, sentences or clauses, as the kind has it, that hold the "
    "words\n"
    "the pattern cannot do without. matches: of these, that the pattern matches. wins: numbers that the rule decided,\n"
    "and records without a number that it made; rules that only help others (mood, carry, bound, indicator, heading)\n"
    "win nothing. Indicator rules are tried on indicators as they are in records. program: instructions of the\n"
    "compiled pattern.\n\n"
    "Examples:\n"
    "  mubiao rules profile rules --corpus plans | head -n 20\n"
    "  mubiao rules profile --corpus plan.txt -f json | jq '.rules[] | select(.tried > 100 and .wins == 0)'";

}  // namespace

Command add_rules_profile(CLI::App& group) {
  CLI::App* profile = group.add_subcommand("profile", "show what each rule costs over a corpus, and what it wins");
  auto arguments = std::make_shared<Arguments>();
  add_rule_paths(*profile, arguments->paths);
  profile->add_option("--corpus", arguments->corpus, "document, or directory of *.txt; may be repeated")
      ->type_name("PATH")
      ->required()
      ->allow_extra_args(false);
  add_format_option(*profile, arguments->format, {"text", "json"});
  add_reading_options(*profile, arguments->input);
  profile->footer(kFooter);
  return {profile, [arguments](const Messages& messages) { return run(*arguments, messages); }};
}

}  // namespace mubiao::cli
