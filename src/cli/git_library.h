#pragma once

#include <git2.h>

namespace mubiao::cli {

/// The functions of libgit2 that are used here. The library is loaded when it is first asked for, and not linked: it
/// brings a dozen others along (network, cryptography), which would make every start of the program half as long
/// again, though hardly any run looks into a repository.
struct GitLibrary {
  decltype(&git_libgit2_init) libgit2_init;
  decltype(&git_error_last) error_last;
  decltype(&git_repository_open_ext) repository_open_ext;
  decltype(&git_repository_free) repository_free;
  decltype(&git_repository_workdir) repository_workdir;
  decltype(&git_repository_odb) repository_odb;
  decltype(&git_odb_free) odb_free;
  decltype(&git_odb_read_header) odb_read_header;
  decltype(&git_revparse_single) revparse_single;
  decltype(&git_object_peel) object_peel;
  decltype(&git_object_free) object_free;
  decltype(&git_tree_entry_bypath) tree_entry_bypath;
  decltype(&git_tree_entry_free) tree_entry_free;
  decltype(&git_tree_entry_filemode) tree_entry_filemode;
  decltype(&git_tree_entry_id) tree_entry_id;
  decltype(&git_tree_entry_name) tree_entry_name;
  decltype(&git_tree_entry_byindex) tree_entry_byindex;
  decltype(&git_tree_entrycount) tree_entrycount;
  decltype(&git_tree_lookup) tree_lookup;
  decltype(&git_tree_free) tree_free;
  decltype(&git_blob_lookup) blob_lookup;
  decltype(&git_blob_rawcontent) blob_rawcontent;
  decltype(&git_blob_rawsize) blob_rawsize;
  decltype(&git_blob_free) blob_free;
};

/// nullptr if it is not installed, or is another version than the program was built with. Ready to use, and never
/// unloaded.
const GitLibrary* git_library();

}  // namespace mubiao::cli
