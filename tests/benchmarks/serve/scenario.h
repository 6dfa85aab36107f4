// SPDX-License-Identifier: MIT
// What a virtual client asks next. A scenario is made once for each client.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tsg::load {

class Scenario {
 public:
  virtual ~Scenario() = default;
  // The whole request, with its headers.
  virtual std::string next_request() = 0;
  // Whether the answer to the last request was what it must be.
  virtual bool take(unsigned status, std::string_view body) = 0;
};

using MakeScenario = std::function<std::unique_ptr<Scenario>(std::size_t client)>;

// Always the same request; an answer of the classes 2 and 3 is right.
MakeScenario same_request(std::string request);

// A session of the API: it is created with `creation` (the JSON of a POST to /api/v1/sessions), then each
// request answers its question with one of the options, in turn, until there is none and a new one is
// created.
MakeScenario walk_sessions(std::string host, std::string creation, std::string more_headers);

}  // namespace tsg::load
