// SPDX-License-Identifier: MIT
// All that `tsg serve` answers: the agents' pages, the API, and what an operator looks at.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "tools/serve/agent_handler.h"
#include "tools/serve/csrf_guard.h"
#include "tools/serve/login_gate.h"

namespace tsg {

class ServeHandler {
 public:
  struct Parts {
    AgentHandler& pages;
    const CsrfGuard& guard;
    LoginGate& gate;
    std::function<std::string()> metrics = {};  // Prometheus text
    // Whether it is a request of the API, and its answer.
    std::function<bool(const web::Request&)> is_api = {};
    std::function<web::Response(const web::Request&)> api = {};
  };
  // Borrows all parts.
  explicit ServeHandler(Parts parts) : parts_(std::move(parts)) {}

  web::Response answer(const web::Request& request);

 private:
  // What needs no login; nothing for all else.
  std::optional<web::Response> open_to_all(const web::Request& request);
  web::Response log_in(const web::Request& request);
  web::Response log_out(const web::Request& request, const Browser& browser);
  web::Response turned_away(const web::Request& request) const;

  Parts parts_;
};

}  // namespace tsg
