#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/input.h"
#include "cli/job.h"
#include "cli/job_source.h"
#include "mubiao/jsonl_input.h"

namespace mubiao::cli {

/// Which documents a batch has, as typed: beside paths.
struct SourceArguments {
  std::string kind = "text";
  std::optional<std::string> text_field;
  std::optional<std::string> id_field;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string files_from;
  bool null_separated = false;
};

/// The documents, once what was typed is checked.
struct Source {
  std::unique_ptr<JobSource> jobs;
  LineFields line_fields;
  std::vector<Diagnostic> warnings;
};

void add_source_options(CLI::App& app, SourceArguments& arguments);
/// Looks for all files; `paths` are those that were typed, `output` and `files` say where results go. Errors (usage):
/// options that do not go together, and what check_results() finds.
Result<Source> plan_source(const SourceArguments& arguments, const std::vector<std::string>& paths,
                           const Inputs& inputs, const ResultFiles& files, const std::string& output);

}  // namespace mubiao::cli
