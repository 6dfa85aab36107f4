// SPDX-License-Identifier: MIT
// The file of a store before SQLite sees it: only its owner may read it.
#pragma once

#include <string>

#include "engine/text/atomic_file.h"
#include "engine/text/result.h"

namespace tsg {

// Makes an empty file of mode 0600 where there is none. One that is there stays as it is; a folder, a pipe or
// a device is an error.
Result<Written> prepare_store_file(const std::string& path);

// Takes group's and others' rights to a store, and to what lies beside it, away.
Result<Written> keep_store_private(const std::string& path);

// Makes the folder of `path` and what is missing above it, mode 0700. A folder that is there stays as it is.
Result<Written> make_store_folder(const std::string& path);

// Where sessions are kept unless something else is said: $XDG_STATE_HOME/tsg/sessions.db, or
// ~/.local/state/tsg/sessions.db. A relative $XDG_STATE_HOME counts as none. Makes nothing.
Result<std::string> usual_store_path();

}  // namespace tsg
