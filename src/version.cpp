// The version of the library; the number itself stands once, in CMakeLists.txt.
#include "mubiao/version.h"

namespace mubiao {

std::string_view version() { return MUBIAO_VERSION; }

}  // namespace mubiao
