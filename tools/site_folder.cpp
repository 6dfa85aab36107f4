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
#include <optional>
#include <set>

#include "engine/text/file.h"
#include "engine/text/folder.h"
#include "renderers/site/byte_record.h"

namespace tsg {

namespace {

constexpr std::string_view marker = ".tsg-site";
constexpr std::string_view files_shape = "tsg site files 1";
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

std::int64_t modified_ns(const struct stat& status) {
  return static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
}

std::optional<HostError> change_places(const std::string& path, const std::string& next,
                                       const std::string& former) {
  const auto move = [](const std::string& from, const std::string& to) {
    return ::rename(from.c_str(), to.c_str()) == 0;
  };
  if (!exists(path)) {
    if (move(next, path)) return std::nullopt;
    return failure("put the site to", path);
  }
  if (::renameat2(AT_FDCWD, next.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0) return std::nullopt;
  if (errno != EINVAL && errno != ENOSYS) return failure("put the site to", path);
  // A file system that cannot exchange: for a moment there is no site; the former one lies beside it.
  remove_tree(former);
  if (!move(path, former)) return failure("move", path);
  if (!move(next, path)) return failure("put the site to", path);
  remove_tree(former);
  return std::nullopt;
}

}  // namespace

void write_quickly(const std::string& path, std::string_view bytes) {
  const std::string next = path + ".next";
  Descriptor file(::open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  const bool whole = file.open() && write_all(file.number(), bytes) && file.close();
  if (!whole || ::rename(next.c_str(), path.c_str()) != 0) ::unlink(next.c_str());
}

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
  if (former.value()) folder->read_former();
  remove_tree(folder->next_);
  std::string failed;
  if (!make_folders(folder->next_, addresses, failed)) return failure("make the folder", failed);
  folder->put(std::string(marker), marker_text);
  return folder;
}

void SiteFolder::read_former() {
  constexpr std::size_t most_bytes = std::size_t{1} << 30U;
  const Result<std::string> text = read_file(beside("files"), most_bytes);
  if (!text.ok()) return;
  ByteReader in(text.value());
  if (in.text() != files_shape) return;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string address(in.text());
    Former file;
    file.bytes = {in.number(), in.number()};
    file.size = in.number();
    file.modified_ns = static_cast<std::int64_t>(in.number());
    if (in.ok()) former_.emplace(std::move(address), file);
  }
}

std::string SiteFolder::former_text() const {
  ByteWriter out;
  out.text(files_shape).number(files_.size());
  for (const auto& [address, file] : files_) {
    out.text(address).number(file.bytes.high).number(file.bytes.low).number(file.size);
    out.number(static_cast<std::uint64_t>(file.modified_ns));
  }
  return out.take();
}

bool SiteFolder::share(const std::string& address, const Former& wanted) {
  const auto former = former_.find(address);
  if (former == former_.end() || former->second.bytes != wanted.bytes || former->second.size != wanted.size)
    return false;
  const std::string path = path_ + "/" + address;
  struct stat status = {};
  const bool as_it_was = ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                         static_cast<std::uint64_t>(status.st_size) == wanted.size &&
                         modified_ns(status) == former->second.modified_ns;
  if (!as_it_was || ::link(path.c_str(), (next_ + "/" + address).c_str()) != 0) return false;
  note(address, former->second);
  return true;
}

void SiteFolder::note(const std::string& address, const Former& file) {
  const std::lock_guard lock(noting_);
  files_.emplace_back(address, file);
}

void SiteFolder::fail(HostError error) {
  if (!failed_.exchange(true)) failure_ = std::move(error);
}

void SiteFolder::put(const std::string& address, std::string_view bytes) {
  if (failed_.load()) return;
  Former wanted = {fingerprint_of(bytes), bytes.size(), 0};
  if (share(address, wanted)) {
    ++kept_;
    return;
  }
  const std::string path = next_ + "/" + address;
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!file.open()) return fail(failure("make", path));
  struct stat status = {};
  if (!write_all(file.number(), bytes) || ::fstat(file.number(), &status) != 0 || !file.close())
    return fail(failure("write", path));
  wanted.modified_ns = modified_ns(status);
  note(address, wanted);
  ++written_;
}

Result<std::size_t> SiteFolder::finish() {
  if (failed_.load()) return failure_;
  if (const auto error = change_places(path_, next_, beside("former"))) return *error;
  // Killed here, the next build finds files that are not as it knows them, and writes them again.
  write_quickly(beside("files"), former_text());
  return files_.size();
}

}  // namespace tsg
