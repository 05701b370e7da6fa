// libgit2, loaded at need. Door: git_library.
#include "cli/git_library.h"

#include <dlfcn.h>

#include <memory>

namespace mubiao::cli {
namespace {

/// Looks functions up by name; remembers whether one was missing.
class Loader {
 public:
  explicit Loader(void* library) : library_(library) {}

  template <typename Function>
  void take(const char* name, Function& into) {
    into = reinterpret_cast<Function>(::dlsym(library_, name));
    complete_ = complete_ && into != nullptr;
  }
  bool complete() const { return complete_; }

 private:
  void* library_;
  bool complete_ = true;
};

std::unique_ptr<GitLibrary> load() {
  void* const library = ::dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return nullptr;
  auto git = std::make_unique<GitLibrary>();
  Loader loader(library);
  loader.take("git_libgit2_init", git->libgit2_init);
  loader.take("git_error_last", git->error_last);
  loader.take("git_repository_open_ext", git->repository_open_ext);
  loader.take("git_repository_free", git->repository_free);
  loader.take("git_repository_workdir", git->repository_workdir);
  loader.take("git_repository_odb", git->repository_odb);
  loader.take("git_odb_free", git->odb_free);
  loader.take("git_odb_read_header", git->odb_read_header);
  loader.take("git_revparse_single", git->revparse_single);
  loader.take("git_object_peel", git->object_peel);
  loader.take("git_object_free", git->object_free);
  loader.take("git_tree_entry_bypath", git->tree_entry_bypath);
  loader.take("git_tree_entry_free", git->tree_entry_free);
  loader.take("git_tree_entry_filemode", git->tree_entry_filemode);
  loader.take("git_tree_entry_id", git->tree_entry_id);
  loader.take("git_tree_entry_name", git->tree_entry_name);
  loader.take("git_tree_entry_byindex", git->tree_entry_byindex);
  loader.take("git_tree_entrycount", git->tree_entrycount);
  loader.take("git_tree_lookup", git->tree_lookup);
  loader.take("git_tree_free", git->tree_free);
  loader.take("git_blob_lookup", git->blob_lookup);
  loader.take("git_blob_rawcontent", git->blob_rawcontent);
  loader.take("git_blob_rawsize", git->blob_rawsize);
  loader.take("git_blob_free", git->blob_free);
  if (!loader.complete() || git->libgit2_init() < 0) return nullptr;
  return git;
}

}  // namespace

const GitLibrary* git_library() {
  static const std::unique_ptr<GitLibrary> library = load();
  return library.get();
}

}  // namespace mubiao::cli
