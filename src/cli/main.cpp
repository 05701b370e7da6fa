#include "cli/program.h"

int main(int argc, char** argv) { return mubiao::cli::run(argc, argv); }
