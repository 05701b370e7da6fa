#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command_tree.h"

namespace mubiao::cli {

/// Lets only `choices` pass, and suggests the one that was meant. Shells offer them.
CLI::Validator one_of(const std::vector<std::string>& choices);

// Let everything pass, and only say what shells offer: for values that the command itself judges.

/// One of these words; others may be as good.
CLI::Validator offers(const std::vector<std::string>& words);
/// These words, joined with commas.
CLI::Validator offers_list(const std::vector<std::string>& words);
/// Files and directories, where the name of the type does not say so.
CLI::Validator offers_paths();

/// What stands for the value of an argument in help, "FORMAT"; CLI11 puts what validators say behind it.
std::string value_name(const CLI::Option& option);

/// What is offered for the value of this argument: what its validators say, else what the name of its type does: FILE
/// and PATH are paths, DIR is a directory. Nothing for flags.
Offer offer_of(CLI::Option& option);

}  // namespace mubiao::cli
