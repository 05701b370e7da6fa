#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "mubiao/diagnostic.h"
#include "mubiao/results.h"

namespace mubiao::cli {

/// What results are written as, as typed.
struct ResultArguments {
  std::string format;
  std::string by;
  bool bom = false;
};

/// How they are written.
struct ResultOptions {
  ResultFormat format = ResultFormat::kJson;
  bool bom = false;
  std::string ending;  // of files
};

void add_result_options(CLI::App& app, ResultArguments& arguments);
/// Errors (usage): options that do not go together.
Result<ResultOptions> check(const ResultArguments& arguments);

}  // namespace mubiao::cli
