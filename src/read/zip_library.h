#pragma once

#include <zip.h>

namespace mubiao::read {

/// The functions of libzip that are used here. The library is loaded when the first archive is read, and not linked: it
/// brings a library of cryptography along, which would make every start of the program a third longer.
struct ZipLibrary {
  decltype(&::zip_source_buffer_create) source_buffer_create;
  decltype(&::zip_source_free) source_free;
  decltype(&::zip_open_from_source) open_from_source;
  decltype(&::zip_discard) discard;
  decltype(&::zip_get_num_entries) get_num_entries;
  decltype(&::zip_get_name) get_name;
  decltype(&::zip_stat_index) stat_index;
  decltype(&::zip_fopen_index) fopen_index;
  decltype(&::zip_fread) fread;
  decltype(&::zip_fclose) fclose;
  decltype(&::zip_file_strerror) file_strerror;
  decltype(&::zip_strerror) strerror;
  decltype(&::zip_error_init) error_init;
  decltype(&::zip_error_fini) error_fini;
  decltype(&::zip_error_strerror) error_strerror;
};

/// nullptr if it is not installed. Never unloaded.
const ZipLibrary* zip_library();

}  // namespace mubiao::read
