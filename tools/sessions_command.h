// SPDX-License-Identifier: MIT
// `tsg sessions`: what lies in the store of sessions, and taking it out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/console.h"
#include "tools/list.h"
#include "tools/sessions/session_head.h"
#include "tools/sessions/session_line.h"

namespace tsg {

enum class SessionsVerb : std::uint8_t { List, Show, Delete, Export, Report, Prune };

struct SessionsCommand {
  SessionsVerb verb = SessionsVerb::List;
  std::string store = {};             // empty: the usual one, which need not be there
  std::vector<std::string> ids = {};  // Show: one; Delete
  std::string guide = {};             // this and what follows: List, Export, Report; empty says nothing
  std::optional<SessionState> state = {};
  std::string label = {};
  std::string outcome = {};
  std::string since = {};                      // a time, or a span before now
  std::size_t limit = 50;                      // List
  std::string older_than = {};                 // Prune: a span before now, or a time
  ListFormat format = ListFormat::Table;       // List, Show, Report
  ExportedFacts facts = ExportedFacts::Named;  // Export
  std::string output = {};                     // List, Show, Export, Report
};

ExitCode show_sessions(const SessionsCommand& command, const Console& console);

}  // namespace tsg
