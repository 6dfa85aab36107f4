// SPDX-License-Identifier: MIT
// Targets, edges and ids as guide.toml writes them.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>

#include "engine/loader/toml_document.h"
#include "engine/model/guide.h"

namespace tsg {

// [a-z0-9][a-z0-9-]*
bool valid_id(std::string_view id);
// Reports an id that is none; `what` is "step", "option", "check".
void check_id(TomlDocument& document, const toml::key& key, std::string_view what);

// "scope", "outcome:add-servers", "article:<articleId>", "guide:vpn#scope"; nothing when it is none of these.
std::optional<Target> parse_target(std::string_view text);

// The edge `key = "target"`; what cannot be read is reported and gives nothing.
std::optional<Edge> read_edge(TomlDocument& document, std::string option, const TomlEntry& entry);

// "backend-servers" means the guide's own domain; no name stays none.
std::string complete_rule_name(std::string name, std::string_view domain);

}  // namespace tsg
