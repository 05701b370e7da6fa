#pragma once

namespace mubiao::cli {

/// The program, from arguments to exit status.
int run(int argc, char** argv);

}  // namespace mubiao::cli
