// mubiao man: the manual page.
//
// Door: add_man.

#include "cli/command.h"
#include "cli/man_page.h"
#include "cli/output_file.h"
#include "mubiao/version.h"

namespace mubiao::cli {

Command add_man(CLI::App& program) {
  CLI::App* app = program.add_subcommand("man", "write the manual page, mubiao(1), in roff");
  app->footer(
      "Where mubiao is installed, man mubiao shows it.\n\n"
      "Examples:\n"
      "  mubiao man | man -l -\n"
      "  mubiao man > ~/.local/share/man/man1/mubiao.1");
  return {app,
          [&program](const Messages& messages) { return print(man_page(command_tree(program), version()), messages); }};
}

}  // namespace mubiao::cli
