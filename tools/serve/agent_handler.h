// SPDX-License-Identifier: MIT
// The agents' pages: an address, a page; a form, an act and the way to the next page.
//
//   GET  /                          guides and the cases that went on last; ?q= searches them
//   GET  /guides/G                  a guide, and the form that opens a case
//   GET  /guides/G/S?S=A&v=D        a step that is only looked at; the address holds the answers (permalink)
//   POST /guides/G/cases            opens a case
//   GET  /cases ?q= &guide= &state= cases
//   GET  /cases/C ?step= &nth=      the question that is open, or that step; the end when nothing is
//   POST /cases/C/answer            answer, value or "don't know"; also undo, facts, remark, rate, delete
//   GET  /cases/C/notes ?format= &audience=, /message ?format=, /tree, /tree.svg, /changes
//   GET  /report
//
// A POST is answered with 303 to a page, or with the same page and what is wrong. Every form holds a token of
// the browser's own (csrf_guard.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/desk/desk.h"
#include "tools/serve/agent_pages.h"
#include "tools/serve/csrf_guard.h"
#include "tools/serve/form_input.h"
#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg {

enum class Login : std::uint8_t { None, Token };

struct AgentOptions {
  std::string facts_folder = {};  // its folders can be chosen as facts; empty: none can
  Login login = Login::None;      // whether pages show how to log out
};

class AgentHandler {
 public:
  // Borrows the desk.
  AgentHandler(Desk& desk, AgentOptions options);

  // Always an answer: 404 with a page for an address that leads nowhere. `browser` is csrf_guard.h's.
  web::Response answer(const web::Request& request, const Browser& browser);

  const AgentPages& pages() const { return pages_; }
  web::Response problem(unsigned status, std::string title, std::string message, std::string help = {},
                        std::string back = {}) const;
  web::Response login_page(std::string to, std::string error, unsigned status) const;

 private:
  class Call;

  Desk& desk_;
  AgentOptions options_;
  AgentPages pages_;
};

}  // namespace tsg
