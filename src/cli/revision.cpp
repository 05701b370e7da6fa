// Rule files out of a git repository. Doors: RevisionStore, read_rule_files_at.
#include "cli/revision.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/command.h"
#include "cli/git_library.h"
#include "cli/messages.h"

namespace mubiao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFromTop = ":/";

template <typename T>
using Owned = std::unique_ptr<T, void (*)(T*)>;

Diagnostic revision_error(std::string message, std::string help = "") {
  return {.code = "E-GIT", .message = std::move(message), .help = std::move(help)};
}

std::string last_words(const GitLibrary& git) {
  const git_error* const error = git.error_last();
  return error == nullptr || error->message == nullptr ? "unknown error" : error->message;
}

Diagnostic no_repository(const GitLibrary& git, int error, const std::string& revision) {
  if (error == GIT_EOWNER) {
    return revision_error("the git repository belongs to somebody else",
                          "if you trust it: git config --global --add safe.directory PATH");
  }
  if (error != GIT_ENOTFOUND)
    return revision_error(fmt::format("the git repository cannot be read: {}", last_words(git)));
  return revision_error(
      fmt::format("'{}' is no path, and there is no git repository here that could have it as a revision", revision),
      "name rule files, or run in the repository that has the revision");
}

bool is_directory(git_filemode_t mode) { return mode == GIT_FILEMODE_TREE; }
bool is_file(git_filemode_t mode) { return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE; }

}  // namespace

/// A revision, opened.
struct RevisionStore::Tree {
  const GitLibrary& git;
  std::string revision;
  Owned<git_repository> repository;
  Owned<git_object> tree;

  std::string name(const std::string& path) const { return fmt::format("{}:{}", revision, path); }
  git_tree* get() const { return reinterpret_cast<git_tree*>(tree.get()); }
  Owned<git_tree_entry> entry(const std::string& path) const {
    git_tree_entry* found = nullptr;
    git.tree_entry_bypath(&found, get(), path.c_str());
    return {found, git.tree_entry_free};
  }
  Result<std::string> from_top(const std::string& path, const std::string& from) const;
  Result<std::vector<std::string>> rule_files(const std::string& directory, const git_tree& tree) const;
  Owned<git_tree> subtree(const std::string& directory) const;
};

/// `path` as seen from the top of the repository: no dots, no slash at its ends; empty for the top itself.
Result<std::string> RevisionStore::Tree::from_top(const std::string& path, const std::string& from) const {
  fs::path out;
  if (!from.empty()) {
    out = fs::path(from.substr(revision.size() + 1)).parent_path() / path;
  } else if (path.starts_with(kFromTop)) {
    out = path.substr(kFromTop.size());
  } else {
    const char* const top = git.repository_workdir(repository.get());
    std::error_code error;
    // The file may be gone by now.
    const fs::path here = fs::weakly_canonical(fs::absolute(path, error), error);
    out = top == nullptr ? fs::path(path) : here.lexically_relative(fs::weakly_canonical(top, error));
  }
  std::string tidy = out.lexically_normal().generic_string();
  while (tidy.ends_with('/')) tidy.pop_back();
  if (tidy == ".") tidy.clear();
  if (tidy != ".." && !tidy.starts_with("../") && !tidy.starts_with('/')) return tidy;
  return revision_error(fmt::format("{} is outside of the git repository", path),
                        "a revision only has the files of its own repository");
}

Owned<git_tree> RevisionStore::Tree::subtree(const std::string& directory) const {
  git_tree* found = nullptr;
  const Owned<git_tree_entry> at = entry(directory);
  if (at) git.tree_lookup(&found, repository.get(), git.tree_entry_id(at.get()));
  return {found, git.tree_free};
}

Result<std::vector<std::string>> RevisionStore::Tree::rule_files(const std::string& directory,
                                                                 const git_tree& files) const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < git.tree_entrycount(&files); ++i) {
    const git_tree_entry* const entry = git.tree_entry_byindex(&files, i);
    const fs::path file = git.tree_entry_name(entry);
    if (file.extension() != ".toml" || !is_file(git.tree_entry_filemode(entry))) continue;
    out.push_back(name((fs::path(directory) / file).generic_string()));
  }
  std::sort(out.begin(), out.end());
  if (!out.empty()) return out;
  return file_error("E-READ", name(directory), "no rule files (*.toml) in this directory");
}

RevisionStore::RevisionStore(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
RevisionStore::~RevisionStore() = default;

Result<std::unique_ptr<RevisionStore>> RevisionStore::open(const std::string& revision) {
  const GitLibrary* const git = git_library();
  if (git == nullptr) {
    return revision_error(fmt::format("a revision needs libgit2 {}, which is not there", LIBGIT2_SOVERSION),
                          fmt::format("install it (Debian: libgit2-{}), or name rule files", LIBGIT2_SOVERSION));
  }
  git_repository* repository = nullptr;
  if (const int error = git->repository_open_ext(&repository, ".", 0, nullptr); error < 0) {
    return no_repository(*git, error, revision);
  }
  Owned<git_repository> owned(repository, git->repository_free);
  git_object* object = nullptr;
  git_object* tree = nullptr;
  const bool found = git->revparse_single(&object, repository, revision.c_str()) == 0;
  const Owned<git_object> kept(object, git->object_free);
  if (!found || git->object_peel(&tree, object, GIT_OBJECT_TREE) != 0) {
    return revision_error(
        fmt::format("'{}' is neither a path nor a revision of this repository", revision),
        "git log --oneline and git tag show what there is; a shallow clone has only the newest revisions: "
        "git fetch --unshallow");
  }
  return std::unique_ptr<RevisionStore>(
      new RevisionStore(std::make_unique<Tree>(Tree{*git, revision, std::move(owned), {tree, git->object_free}})));
}

Result<std::vector<std::string>> RevisionStore::find(const std::string& path, const std::string& from) {
  const Result<std::string> at = tree_->from_top(path, from);
  if (!at) return at.error();
  if (at->empty()) return tree_->rule_files("", *tree_->get());
  const Owned<git_tree_entry> entry = tree_->entry(*at);
  if (!entry) {
    return revision_error(fmt::format("no {} at {}", *at, tree_->revision),
                          "was it called otherwise then? git ls-tree -r --name-only shows what there is: "
                          "name the path with REVISION:PATH");
  }
  const git_filemode_t mode = tree_->git.tree_entry_filemode(entry.get());
  if (is_file(mode)) {
    if (from.empty() || fs::path(*at).extension() == ".toml") return std::vector<std::string>{tree_->name(*at)};
    return file_error("E-READ", tree_->name(*at), "no rule file", "names of rule files end in .toml");
  }
  if (is_directory(mode)) {
    const Owned<git_tree> files = tree_->subtree(*at);
    if (files) return tree_->rule_files(*at, *files);
  }
  return file_error("E-READ", tree_->name(*at), "neither a file nor a directory, but a link or a submodule",
                    "name what it leads to");
}

Result<std::string> RevisionStore::read(const std::string& name, std::size_t max_bytes) {
  const GitLibrary& git = tree_->git;
  const Owned<git_tree_entry> entry = tree_->entry(name.substr(tree_->revision.size() + 1));
  const git_oid* const id = entry ? git.tree_entry_id(entry.get()) : nullptr;
  git_odb* objects = nullptr;
  git.repository_odb(&objects, tree_->repository.get());
  const Owned<git_odb> kept(objects, git.odb_free);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  // The size first: a blob is read whole.
  if (id == nullptr || git.odb_read_header(&size, &type, objects, id) != 0) {
    return file_error("E-READ", name, last_words(git));
  }
  if (size > max_bytes) {
    return file_error("E-LIMIT", name, fmt::format("larger than {} MiB", max_bytes >> 20),
                      "split it into several files of one set");
  }
  git_blob* blob = nullptr;
  if (git.blob_lookup(&blob, tree_->repository.get(), id) != 0) return file_error("E-READ", name, last_words(git));
  const Owned<git_blob> text(blob, git.blob_free);
  return std::string(static_cast<const char*>(git.blob_rawcontent(blob)),
                     static_cast<std::size_t>(git.blob_rawsize(blob)));
}

Result<std::vector<RuleFile>> read_rule_files_at(const std::string& revision, const std::vector<std::string>& paths) {
  if (paths.empty()) {
    return revision_error(fmt::format("which rule files at {}?", revision), "name them, or their directory");
  }
  Result<std::unique_ptr<RevisionStore>> store = RevisionStore::open(revision);
  if (!store) return store.error();
  return gather_rule_files(paths, **store, standard_files());
}

}  // namespace mubiao::cli
