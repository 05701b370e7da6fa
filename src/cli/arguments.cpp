// Arguments that several commands share.
//
// Doors: the functions under "Arguments" in command.h.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "cli/command.h"
#include "cli/rule_store.h"
#include "mubiao/version.h"
#include "rules/suggest.h"

namespace mubiao::cli {
namespace {

constexpr std::size_t kMaxRuleFileBytes = 16 << 20;

/// No path is "std", too.
bool names_only_standard(const std::vector<std::string>& paths) {
  return std::all_of(paths.begin(), paths.end(), [](const std::string& path) { return path == "std"; });
}

/// The names that help has; parse_encoding() reads others, too.
std::vector<std::string> encoding_names() { return {"utf-8", "utf-16le", "utf-16be", "gb18030", "big5"}; }

std::vector<std::string> format_names() { return {"text", "html", "docx", "pdf"}; }

/// What --kinds is made of.
std::vector<std::string> kind_names() { return {"target", "delegated", "milestone", "context", "all"}; }

}  // namespace

void add_reading_options(CLI::App& app, InputArguments& arguments) {
  app.add_option("--input-format", arguments.input_format, "text, html, docx or pdf; else found out by content")
      ->type_name("FORMAT")
      ->check(one_of(format_names()));
  app.add_option("--encoding", arguments.encoding, "utf-8, gb18030, big5, utf-16le or utf-16be; else found out")
      ->type_name("NAME")
      ->check(offers(encoding_names()));
  app.add_option("--max-bytes", arguments.max_bytes, "refuse larger inputs; 64M and 2G are understood")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("SIZE")
      ->default_str("1G");
}

void add_input_options(CLI::App& app, InputArguments& arguments) {
  app.add_option("path", arguments.paths, "documents to read; - or nothing is stdin")->type_name("PATH");
  add_reading_options(app, arguments);
  app.add_flag("--fail-fast", arguments.fail_fast, "stop at the first input that fails");
}

void add_single_input_options(CLI::App& app, InputArguments& arguments) {
  app.add_option("path", arguments.paths, "the document; - or nothing is stdin")->type_name("PATH")->expected(0, 1);
  add_reading_options(app, arguments);
}

Result<Inputs> check(const InputArguments& arguments) {
  Inputs inputs{.paths = arguments.paths,
                .read = {.format = parse_format(arguments.input_format)},
                .max_bytes = arguments.max_bytes,
                .fail_fast = arguments.fail_fast};
  if (inputs.paths.empty()) inputs.paths = {"-"};
  if (std::count(inputs.paths.begin(), inputs.paths.end(), "-") > 1) return usage_error("stdin (-) is named twice");
  if (!arguments.encoding.empty()) {
    inputs.read.encoding = parse_encoding(arguments.encoding);
    if (!inputs.read.encoding) {
      const std::vector<std::string> names = encoding_names();
      return usage_error(fmt::format("--encoding: unknown encoding '{}'", arguments.encoding),
                         rules::suggestion(arguments.encoding, {names.begin(), names.end()}, "choose one of"));
    }
  }
  return inputs;
}

bool nothing_to_read(const InputArguments& arguments, const CLI::App& app) {
  if (!arguments.paths.empty() || !stdin_is_terminal()) return false;
  std::fputs(app.get_parent()->help().c_str(), stderr);
  return true;
}

void add_rules_option(CLI::App& app, std::vector<std::string>& paths) {
  app.add_option("-r,--rules", paths,
                 "rule file, or directory of them, in place of the built-in set (std); may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
}

std::vector<RuleFile> standard_files() {
  std::vector<RuleFile> files = RuleSet::embedded_files();
  for (RuleFile& file : files) file.name = "std" + file.name.substr(file.name.rfind('/'));
  return files;
}

Result<std::vector<RuleFile>> read_rule_files(const std::vector<std::string>& paths) {
  if (names_only_standard(paths)) return RuleSet::embedded_files();
  FileRuleStore store;
  return gather_rule_files(paths, store, standard_files());
}

Result<std::vector<RuleFile>> read_named_rule_files(const std::vector<std::string>& paths) {
  FileRuleStore store;
  std::vector<RuleFile> files;
  std::vector<Diagnostic> errors;
  const auto fail = [&errors](const std::vector<Diagnostic>& more) {
    errors.insert(errors.end(), more.begin(), more.end());
  };
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    const Result<std::vector<std::string>> names = store.find(path, "");
    if (!names) fail(names.error());
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
      if (!seen.insert(name).second) continue;
      Result<std::string> text = store.read(name, kMaxRuleFileBytes);
      if (text) {
        files.push_back({name, *std::move(text)});
      } else {
        fail(text.error());
      }
    }
  }
  if (!errors.empty()) return errors;
  return files;
}

std::optional<RuleSet> load_rules(const std::vector<std::string>& paths, const Messages& messages) {
  if (names_only_standard(paths)) return RuleSet::embedded();
  return load_whole_rules(paths, messages);
}

std::optional<RuleSet> load_whole_rules(const std::vector<std::string>& paths, const Messages& messages) {
  return load_rules(read_rule_files(paths), messages);
}

std::optional<RuleSet> load_rules(const Result<std::vector<RuleFile>>& files, const Messages& messages) {
  if (!files) {
    messages.show(files.error());
    return std::nullopt;
  }
  Result<RuleSet> rules = RuleSet::load(*files);
  if (!rules) {
    messages.show(rules.error());
    return std::nullopt;
  }
  return std::move(*rules);
}

Producer producer_of(const RuleSet& rules) { return {std::string(version()), rules.name_and_version()}; }

void add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& choices) {
  format = choices.front();
  app.add_option("-f,--format", format, fmt::format("{}", fmt::join(choices, ", ")))
      ->type_name("FORMAT")
      ->capture_default_str()
      ->check(one_of(choices));
}

Result<Kinds> parse_kinds(std::string_view list) {
  const std::vector<std::string> names = kind_names();
  Kinds kinds{};
  while (true) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view name = list.substr(0, comma);
    if (name == "all") {
      kinds.fill(true);
    } else if (const std::optional<Kind> kind = parse_kind(name)) {
      kinds[static_cast<std::size_t>(*kind)] = true;
    } else {
      return usage_error(fmt::format("--kinds: unknown kind '{}'", name),
                         rules::suggestion(name, {names.begin(), names.end()}, "choose from"));
    }
    if (comma == list.size()) return kinds;
    list.remove_prefix(comma + 1);
  }
}

void add_kinds_option(CLI::App& app, std::string& kinds) {
  app.add_option("--kinds", kinds, "target, delegated, milestone, context (with commas), or all")
      ->type_name("LIST")
      ->capture_default_str()
      ->check(offers_list(kind_names()));
}

void add_report_format_option(CLI::App& app, ReportFormat& format) {
  std::vector<std::string> names;
  for (const ReportFormat each : report_formats()) names.emplace_back(to_string(each));
  const auto keep = [&format](const std::string& name) { format = *parse_report_format(name); };  // checked below
  app.add_option_function<std::string>("-f,--format", keep, fmt::format("{}", fmt::join(names, ", ")))
      ->type_name("FORMAT")
      ->default_str(names.front())
      ->check(one_of(names));
}

}  // namespace mubiao::cli
