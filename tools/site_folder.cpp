// SPDX-License-Identifier: MIT
#include "tools/site_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "engine/text/folder.h"

namespace tsg {

namespace {

constexpr std::string_view marker = ".tsg-site";
constexpr std::string_view marker_text = "Made by `tsg build`; the next build replaces this folder.\n";

HostError failure(std::string_view what, const std::string& path) {
  return {fmt::format("cannot {} `{}`: {}", what, path, std::strerror(errno)),
          "check the disk and the rights"};
}

bool is_folder(const std::string& path) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool exists(const std::string& path) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) == 0;
}

void remove_tree(const std::string& path) {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

std::string without_last_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

// What may be replaced: nothing, an empty folder, a site that a build made.
Result<bool> former_site(const std::string& path) {
  if (!exists(path)) return false;
  if (!is_folder(path))
    return HostError{fmt::format("`{}` is no folder", path), "name a folder for the site with -o"};
  const auto entries = list_folder(path);
  if (!entries.ok()) return entries.error();
  if (entries.value().empty() || exists(path + "/" + std::string(marker))) return true;
  return HostError{
      fmt::format("`{}` holds files that no build made, and a build replaces the whole folder", path),
      "name another folder with -o, or empty this one"};
}

bool make_folders(const std::string& root, const std::vector<std::string>& addresses, std::string& failed) {
  std::set<std::string> folders = {root};
  for (const std::string& address : addresses) {
    for (std::size_t slash = address.find('/'); slash != std::string::npos;
         slash = address.find('/', slash + 1))
      folders.insert(root + "/" + address.substr(0, slash));
  }
  for (const std::string& folder : folders) {
    if (::mkdir(folder.c_str(), 0755) == 0 || errno == EEXIST) continue;
    failed = folder;
    return false;
  }
  return true;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::string folder_beside(const std::string& given) {
  const std::string path = without_last_slashes(given);
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::string parent = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  return fmt::format("{}.{}.tsg", parent, name);
}

SiteFolder::SiteFolder(std::string path, std::string beside, Descriptor lock)
    : path_(std::move(path)), beside_(std::move(beside)), next_(beside_ + "/next"), lock_(std::move(lock)) {}

SiteFolder::~SiteFolder() {
  remove_tree(next_);
}

Result<std::unique_ptr<SiteFolder>> SiteFolder::begin(const std::string& given,
                                                      const std::vector<std::string>& addresses) {
  const std::string path = without_last_slashes(given);
  if (path.empty() || path == "/" || path == "." || path == ".." || path.ends_with("/.") ||
      path.ends_with("/.."))
    return HostError{fmt::format("`{}` cannot be the folder of a site", given),
                     "name a folder of its own with -o"};
  const Result<bool> former = former_site(path);
  if (!former.ok()) return former.error();
  const std::string beside = folder_beside(path);
  std::error_code unmade;
  std::filesystem::create_directories(beside, unmade);
  if (!is_folder(beside))
    return HostError{fmt::format("cannot make the folder `{}`", beside), unmade.message()};
  Descriptor lock(::open((beside + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!lock.open()) return failure("open", beside + "/lock");
  if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
    return HostError{fmt::format("another build is at work on `{}`", path),
                     "wait for it, or name another folder"};
  std::unique_ptr<SiteFolder> folder(new SiteFolder(path, beside, std::move(lock)));
  folder->former_ = former.value();
  remove_tree(folder->next_);
  std::string failed;
  if (!make_folders(folder->next_, addresses, failed)) return failure("make the folder", failed);
  folder->put(std::string(marker), marker_text);
  return folder;
}

bool SiteFolder::same_as_former(const std::string& address, std::string_view bytes) const {
  if (!former_) return false;
  const Descriptor file(::open((path_ + "/" + address).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  struct stat status = {};
  if (!file.open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (static_cast<std::size_t>(status.st_size) != bytes.size()) return false;
  thread_local std::string held;
  held.resize(bytes.size());
  std::size_t read = 0;
  while (read < held.size()) {
    const ssize_t got = ::read(file.number(), held.data() + read, held.size() - read);
    if (got <= 0) return false;
    read += static_cast<std::size_t>(got);
  }
  return held == bytes;
}

void SiteFolder::fail(HostError error) {
  if (!failed_.exchange(true)) failure_ = std::move(error);
}

void SiteFolder::put(const std::string& address, std::string_view bytes) {
  if (failed_.load()) return;
  const std::string path = next_ + "/" + address;
  if (same_as_former(address, bytes) && ::link((path_ + "/" + address).c_str(), path.c_str()) == 0) {
    ++kept_;
    return;
  }
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!file.open()) return fail(failure("make", path));
  if (!write_all(file.number(), bytes) || !file.close()) return fail(failure("write", path));
  ++written_;
}

Result<std::size_t> SiteFolder::finish() {
  if (failed_.load()) return failure_;
  const std::size_t files = written_ + kept_;
  if (!exists(path_)) {
    if (::rename(next_.c_str(), path_.c_str()) != 0) return failure("put the site to", path_);
    return files;
  }
  if (::renameat2(AT_FDCWD, next_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0) return files;
  if (errno != EINVAL && errno != ENOSYS) return failure("put the site to", path_);
  // A file system that cannot exchange: for a moment there is no site; the former one lies beside it.
  const std::string former = beside_ + "/former";
  remove_tree(former);
  if (::rename(path_.c_str(), former.c_str()) != 0) return failure("move", path_);
  if (::rename(next_.c_str(), path_.c_str()) != 0) return failure("put the site to", path_);
  remove_tree(former);
  return files;
}

}  // namespace tsg
