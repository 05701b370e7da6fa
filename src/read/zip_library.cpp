// libzip, loaded at need. Door: zip_library.
#include "read/zip_library.h"

#include <dlfcn.h>

#include <memory>

namespace mubiao::read {
namespace {

std::unique_ptr<ZipLibrary> load() {
  void* const library = ::dlopen(MUBIAO_LIBZIP, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return nullptr;
  auto zip = std::make_unique<ZipLibrary>();
  bool complete = true;
  const auto take = [&]<typename Function>(const char* name, Function& into) {
    into = reinterpret_cast<Function>(::dlsym(library, name));
    complete = complete && into != nullptr;
  };
  take("zip_source_buffer_create", zip->source_buffer_create);
  take("zip_source_free", zip->source_free);
  take("zip_open_from_source", zip->open_from_source);
  take("zip_discard", zip->discard);
  take("zip_get_num_entries", zip->get_num_entries);
  take("zip_get_name", zip->get_name);
  take("zip_stat_index", zip->stat_index);
  take("zip_fopen_index", zip->fopen_index);
  take("zip_fread", zip->fread);
  take("zip_fclose", zip->fclose);
  take("zip_file_strerror", zip->file_strerror);
  take("zip_strerror", zip->strerror);
  take("zip_error_init", zip->error_init);
  take("zip_error_fini", zip->error_fini);
  take("zip_error_strerror", zip->error_strerror);
  return complete ? std::move(zip) : nullptr;
}

}  // namespace

const ZipLibrary* zip_library() {
  static const std::unique_ptr<ZipLibrary> library = load();
  return library.get();
}

}  // namespace mubiao::read
