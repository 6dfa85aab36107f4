// SPDX-License-Identifier: MIT
// Guides as the API tells of them.
#pragma once

#include <string>

#include "engine/model/pack.h"
#include "tools/desk/desk_content.h"

namespace tsg {

// {"guides": [{"id", "title", "version", ...}]}, those that can be walked.
std::string guide_list_json(const DeskContent& content);

// One of them with its steps and where their options lead, its checks, its outcomes, and the documents of
// facts that can be gathered for it. REQUIRES: the guide is one of the pack's
std::string guide_json(const Pack& pack, const Guide& guide);

}  // namespace tsg
