// SPDX-License-Identifier: MIT
// The regular files of a folder. Opened segment by segment without following a symbolic link, so that no path
// leads out, and looked at before they are opened, so that a device or a named pipe is never touched.
// Tested by folder_handler_test.cpp.
#pragma once

#include <memory>
#include <string>

#include "engine/text/descriptor.h"
#include "engine/text/result.h"
#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg::web {

class FolderHandler {
 public:
  // Holds the folder open: it stays the same folder when its name goes to another.
  static Result<FolderHandler> open(const std::string& folder);

  // GET and HEAD. "/a/" is "a/index.html"; "/a" of a folder with a page leads there. 404 for what is not
  // there, is no regular file, cannot be read, has a segment that begins with a dot, or lies behind a
  // symbolic link; 403 for a file over limits::served_file_bytes.
  Response operator()(const Request& request) const;

 private:
  explicit FolderHandler(Descriptor root) : root_(std::make_shared<const Descriptor>(std::move(root))) {}

  std::shared_ptr<const Descriptor> root_;
};

}  // namespace tsg::web
