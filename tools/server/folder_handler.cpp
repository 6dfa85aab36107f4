// SPDX-License-Identifier: MIT
#include "tools/server/folder_handler.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "tools/server/content_type.h"
#include "tools/server/entity.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

namespace {

Response not_found() {
  return text_response(404, "there is no such page");
}

// A file's folder, open, and its name in it.
struct Place {
  Descriptor folder = Descriptor();
  std::string name = {};
};

Descriptor open_folder(int parent, const std::string& name) {
  return Descriptor(::openat(parent, name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

// REQUIRES: path begins with '/' and holds no `.`, `..` or empty segment but perhaps the last
std::optional<Place> find_place(int root, std::string_view path) {
  Place place = {open_folder(root, "."), {}};
  while (place.folder.open()) {
    path.remove_prefix(1);
    place.name = path.substr(0, path.find('/'));
    if (place.name.empty() || place.name[0] == '.') return std::nullopt;
    path.remove_prefix(place.name.size());
    if (path.empty()) return place;
    place.folder = open_folder(place.folder.number(), place.name);
  }
  return std::nullopt;
}

mode_t mode_of(const Place& place) {
  struct stat status = {};
  const bool known = ::fstatat(place.folder.number(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  return known ? status.st_mode : 0;
}

// Between the look and the opening another may stand there: hence O_NONBLOCK, and a second look.
Descriptor open_regular(const Place& place) {
  if (!S_ISREG(mode_of(place))) return Descriptor();
  Descriptor file(::openat(place.folder.number(), place.name.c_str(),
                           O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status = {};
  if (!file.open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return Descriptor();
  return file;
}

// At most one byte more than may be served; nothing when it cannot be read.
std::optional<std::string> read_bounded(int file) {
  constexpr std::size_t step_bytes = 64U << 10U;
  std::string bytes;
  std::size_t size = 0;
  while (size <= limits::served_file_bytes) {
    bytes.resize(std::min(size + step_bytes, limits::served_file_bytes + 1));
    const ssize_t got = ::read(file, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

Response serve(const Request& request, const Place& place) {
  const Descriptor file = open_regular(place);
  std::optional<std::string> bytes = file.open() ? read_bounded(file.number()) : std::nullopt;
  if (!bytes) return not_found();
  if (bytes->size() > limits::served_file_bytes) return text_response(403, "the file is too large to serve");
  std::string tag = entity_tag(*bytes);
  return entity_response(request, {*std::move(bytes), std::string(content_type_of(place.name)), tag});
}

bool folder_with_page(const Place& place) {
  if (!S_ISDIR(mode_of(place))) return false;
  const Place page = {open_folder(place.folder.number(), place.name), "index.html"};
  return page.folder.open() && S_ISREG(mode_of(page));
}

}  // namespace

Result<FolderHandler> FolderHandler::open(const std::string& folder) {
  Descriptor root(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (root.open()) return FolderHandler(std::move(root));
  return HostError{fmt::format("cannot open the folder `{}`: {}", folder, std::strerror(errno)), ""};
}

Response FolderHandler::operator()(const Request& request) const {
  if (request.method != Method::Get && request.method != Method::Head) return read_only_refusal();
  const bool folder = request.path.back() == '/';
  const std::optional<Place> place =
      find_place(root_->number(), folder ? request.path + "index.html" : request.path);
  if (!place) return not_found();
  if (!folder && folder_with_page(*place)) return folder_redirect(request);
  return serve(request, *place);
}

}  // namespace tsg::web
