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
constexpr std::string_view files_shape = "tsg site files 2";
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

// Whether a file is still what a build left there.
bool as_it_was(const std::string& path, std::uint64_t size, std::int64_t modified) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         static_cast<std::uint64_t>(status.st_size) == size && modified_ns(status) == modified;
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

// A former site that is not known file by file is no beginning for the next one.
SiteFolder::~SiteFolder() {
  if (!finished_ || former_.empty()) remove_tree(next_);
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
  if (former.value()) folder->former_ = read_files(folder->beside("files"));
  folder->begin_next(addresses);
  folder->put(std::string(marker), marker_text);
  return folder;
}

SiteFolder::Files SiteFolder::read_files(const std::string& path) {
  constexpr std::size_t most_bytes = std::size_t{1} << 30U;
  Files files;
  const Result<std::string> text = read_file(path, most_bytes);
  if (!text.ok()) return files;
  ByteReader in(text.value());
  if (in.text() != files_shape) return files;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string address(in.text());
    Former file;
    file.key = {in.number(), in.number()};
    file.bytes = {in.number(), in.number()};
    file.size = in.number();
    file.modified_ns = static_cast<std::int64_t>(in.number());
    if (in.ok()) files.emplace(std::move(address), file);
  }
  return files;
}

std::string SiteFolder::files_text(const Files& files) {
  ByteWriter out;
  out.text(files_shape).number(files.size());
  for (const auto& [address, file] : files) {
    out.text(address).number(file.key.high).number(file.key.low);
    out.number(file.bytes.high).number(file.bytes.low).number(file.size);
    out.number(static_cast<std::uint64_t>(file.modified_ns));
  }
  return out.take();
}

// The list of the next folder's files goes before the folder is touched: killed from here on, the next build
// begins with an empty one.
void SiteFolder::begin_next(const std::vector<std::string>& addresses) {
  const std::string list = beside("next-files");
  next_files_ = read_files(list);
  if (::unlink(list.c_str()) != 0) next_files_.clear();
  if (next_files_.empty()) remove_tree(next_);
  std::string failed;
  if (!make_folders(next_, addresses, failed)) fail(failure("make the folder", failed));
}

bool SiteFolder::in_place(const std::string& address, const Former& file) {
  const std::string path = next_ + "/" + address;
  const auto left = next_files_.find(address);
  if (left != next_files_.end()) {
    if (left->second.bytes == file.bytes && as_it_was(path, left->second.size, left->second.modified_ns)) {
      note(address, {file.key, left->second.bytes, left->second.size, left->second.modified_ns});
      return true;
    }
    ::unlink(path.c_str());
  }
  const auto former = former_.find(address);
  if (former == former_.end() || former->second.bytes != file.bytes) return false;
  const std::string shared = path_ + "/" + address;
  if (!as_it_was(shared, former->second.size, former->second.modified_ns)) return false;
  if (::link(shared.c_str(), path.c_str()) != 0) return false;
  note(address, {file.key, former->second.bytes, former->second.size, former->second.modified_ns});
  return true;
}

bool SiteFolder::keep(const std::string& address, const Fingerprint& key) {
  const auto former = former_.find(address);
  if (failed_.load() || key == Fingerprint{} || former == former_.end() || former->second.key != key)
    return false;
  if (!in_place(address, former->second)) return false;
  ++kept_;
  return true;
}

void SiteFolder::note(const std::string& address, const Former& file) {
  const std::lock_guard lock(noting_);
  files_.insert_or_assign(address, file);
}

void SiteFolder::remove_stale() {
  for (const auto& [address, file] : next_files_) {
    if (files_.contains(address)) continue;
    const std::string path = next_ + "/" + address;
    ::unlink(path.c_str());
    for (std::size_t slash = path.rfind('/'); slash > next_.size(); slash = path.rfind('/', slash - 1)) {
      if (::rmdir(path.substr(0, slash).c_str()) != 0) break;
    }
  }
}

void SiteFolder::fail(HostError error) {
  if (!failed_.exchange(true)) failure_ = std::move(error);
}

void SiteFolder::put(const std::string& address, std::string_view bytes, const Fingerprint& key) {
  if (failed_.load()) return;
  Former wanted = {key, fingerprint_of(bytes), bytes.size(), 0};
  if (in_place(address, wanted)) {
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
  remove_stale();
  if (const auto error = change_places(path_, next_, beside("former"))) return *error;
  finished_ = true;
  // Killed here, the next build finds files that are not as it knows them, and writes them again.
  if (!former_.empty()) ::rename(beside("files").c_str(), beside("next-files").c_str());
  write_quickly(beside("files"), files_text(files_));
  return files_.size();
}

}  // namespace tsg
