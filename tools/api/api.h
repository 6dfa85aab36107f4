// SPDX-License-Identifier: MIT
// The HTTP API of `tsg serve`: everything under /api/v1 (docs/api.md), over the agent's desk.
//
//   Api api(desk, {.description = openapi_text});
//   if (api.serves(request)) return api.answer(request);
//
// A request has passed the server's gate (tools/server/request_gate.h): who may call is decided there. Any
// thread may call, and nothing throws but bad_alloc. Every refusal is a problem (problem.h), and no response
// but a session's own holds anything of what a document of facts says.
#pragma once

#include "tools/api/api_call.h"
#include "tools/api/pack_shelf.h"
#include "tools/desk/desk.h"
#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg {

class Api {
 public:
  // Borrows the desk.
  explicit Api(Desk& desk, ApiOptions options = {}) : desk_(desk), options_(std::move(options)) {}

  // Whether it is for this API: all below /api, so that a wrong version is answered as a program expects.
  bool serves(const web::Request& request) const;
  // REQUIRES: serves(request)
  web::Response answer(const web::Request& request);

 private:
  Desk& desk_;
  ApiOptions options_;
  PackShelf packs_ = {};
  HelpShelf help_ = {};
};

}  // namespace tsg
