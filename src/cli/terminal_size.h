#pragma once

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>

namespace mubiao::cli {

/// How many columns the terminal of this file descriptor has: COLUMNS, else what the terminal says, else 80.
inline std::size_t terminal_width(int descriptor) {
  constexpr std::size_t kNarrowest = 20;
  constexpr std::size_t kUsual = 80;
  struct winsize size = {};
  const char* columns = std::getenv("COLUMNS");
  std::size_t width = columns != nullptr ? std::strtoul(columns, nullptr, 10) : 0;
  if (width == 0 && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0) width = kUsual;
  return width < kNarrowest ? kNarrowest : width;
}

}  // namespace mubiao::cli
