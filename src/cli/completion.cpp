// mubiao completion: the script that completes arguments of mubiao in a shell.
//
// Doors: add_completion, and what its scripts share.

#include "cli/completion.h"

#include <memory>

#include "cli/command.h"
#include "cli/output_file.h"

namespace mubiao::cli {
namespace {

ExitCode run(const std::string& shell, CLI::App& program, const Messages& messages) {
  const CommandTree tree = command_tree(program);
  if (shell == "bash") return print(bash_completion(tree), messages);
  if (shell == "zsh") return print(zsh_completion(tree), messages);
  return print(fish_completion(tree), messages);
}

}  // namespace

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

Command add_completion(CLI::App& program) {
  CLI::App* app = program.add_subcommand("completion", "write a script that completes arguments in a shell");
  auto shell = std::make_shared<std::string>();
  app->add_option("shell", *shell, "bash, zsh or fish")
      ->type_name("SHELL")
      ->required()
      ->check(one_of({"bash", "zsh", "fish"}));
  app->footer(
      "Where mubiao is installed the shells have it; else put it where they look.\n\n"
      "Examples:\n"
      "  source <(mubiao completion bash)                                                for this session\n"
      "  mubiao completion bash > ~/.local/share/bash-completion/completions/mubiao      needs bash-completion\n"
      "  mubiao completion zsh > ~/.zfunc/_mubiao           with fpath+=(~/.zfunc) before compinit in ~/.zshrc\n"
      "  mubiao completion fish > ~/.config/fish/completions/mubiao.fish");
  return {app, [shell, &program](const Messages& messages) { return run(*shell, program, messages); }};
}

}  // namespace mubiao::cli
