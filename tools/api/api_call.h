// SPDX-License-Identifier: MIT
// One request on its way through the API, and what answers are made with.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/api/pack_shelf.h"
#include "tools/api/problem.h"
#include "tools/api/resource_name.h"
#include "tools/api/solution_shelf.h"
#include "tools/desk/desk.h"
#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg {

inline constexpr std::string_view api_root = "/api/v1";

struct ApiOptions {
  // docs/openapi.json, given at /api/v1/openapi.json; empty: there is none.
  std::string description = {};
  // Told what the machine could not do, for a log. Clients are told that it failed, and no more.
  std::function<void(const HostError&)> report = {};
};

// What the Help API needs to remember.
struct HelpShelf {
  ResourceNameLocks names = {};
  SolutionShelf solutions = {};
};

struct ApiCall {
  const web::Request& request;
  Desk& desk;
  PackShelf& packs;
  HelpShelf& help;
  const ApiOptions& options;
  std::vector<std::string> names = {};  // what stood for the {...} of the route

  web::Response refuse(const Problem& problem) const { return problem_response(problem, request.path); }
  web::Response fail(const HostError& error) const {
    if (options.report) options.report(error);
    return refuse(unavailable());
  }
};

web::Response json_response(std::string json, unsigned status = 200);

}  // namespace tsg
