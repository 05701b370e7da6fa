// The files that paths on the command line, and in lists of paths, stand for.
//
// Door: find_inputs.

#include "cli/input_list.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstring>

#include "cli/line_reader.h"
#include "cli/messages.h"
#include "cli/walk.h"

namespace mubiao::cli {
namespace {

constexpr std::size_t kLongestPath = 1 << 16;

/// Where the last name of a path begins: what is kept of a file that was named by itself.
std::size_t last_name(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  const std::size_t slash = path.rfind('/', end);
  return slash == std::string::npos ? 0 : slash + 1;
}

void add_path(const InputSearch& search, const std::string& path, bool keep_whole, InputList& out) {
  struct stat status;
  const bool is_directory = path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  if (!is_directory) {
    out.paths.add(path, keep_whole ? 0 : last_name(path));
    return;
  }
  const std::size_t before = out.paths.size() + out.problems.size();
  walk(path, keep_whole, search, out);
  if (out.paths.size() + out.problems.size() > before) return;
  out.add_problem(file_error("E-READ", path, "no documents in this directory",
                             search.include.empty() ? fmt::format("documents are *{} here; --include names others",
                                                                  fmt::join(search.endings, ", *"))
                                                    : "no file in it is what --include and --exclude leave"));
}

/// A file that is called "-" is one; stdin cannot be named here.
void add_listed(const InputSearch& search, InputList& out) {
  LineReader lines(search.files_from, search.null_separated ? '\0' : '\n', kLongestPath);
  std::string path;
  for (;;) {
    const LineReader::Got got = lines.next(path);
    if (got == LineReader::Got::kEnd) return;
    if (got == LineReader::Got::kFailed) {
      out.add_problem(file_error("E-READ", search.files_from, std::strerror(lines.error())));
      return;
    }
    if (got == LineReader::Got::kTooLong) {
      Diagnostic problem = file_error("E-READ", search.files_from, "no path is as long as this line",
                                      search.null_separated ? "" : "-0 reads paths that end in a zero byte");
      problem.where.line = lines.line_number();
      out.add_problem(std::move(problem));
    } else if (!path.empty()) {
      add_path(search, path == "-" ? "./-" : path, true, out);
    }
  }
}

}  // namespace

InputList find_inputs(const InputSearch& search) {
  InputList out;
  for (const std::string& path : search.paths) add_path(search, path, false, out);
  if (!search.files_from.empty()) add_listed(search, out);
  return out;
}

}  // namespace mubiao::cli
