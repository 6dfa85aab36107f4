// SPDX-License-Identifier: MIT
// The API over a pack and a store on disk, gone with the test. Whatever is asked of it, the answer is held to
// be JSON by another reader than ours, and to hold none of the `canaries`.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/sessions/store_folder.h"
#include "tools/api/api.h"

namespace tsg {

using Json = nlohmann::json;

inline std::shared_ptr<const DeskContent> own_content() {
  static const auto content = DeskContent::open(TSG_SOURCE_DIR);
  return content;
}

struct Answer {
  unsigned status = 0;
  std::string type = {};
  web::Headers headers = {};
  std::string body = {};
  Json json = {};
};

class ApiBench {
 public:
  explicit ApiBench(std::shared_ptr<const DeskContent> content = own_content(),
                    SessionStoreOptions options = {})
      : store_(opened(folder_.store(), options)),
        desk_(std::move(content), store_, [this] { return clock; }),
        api_(desk_, {.report = [this](const HostError& error) { reported.push_back(error.message); }}) {}

  Answer send(web::Method method, const std::string& path, const std::string& body = {},
              const std::string& type = "application/json", web::Query query = {}) {
    web::Request request{.method = method, .path = path, .query = std::move(query), .body = body};
    if (!type.empty()) request.headers.push_back({"Content-Type", type});
    REQUIRE(api_.serves(request));
    return judged(api_.answer(request));
  }
  Answer get(const std::string& path, web::Query query = {}) {
    return send(web::Method::Get, path, "", "", std::move(query));
  }
  Answer post(const std::string& path, const Json& body) {
    return send(web::Method::Post, path, body.dump());
  }
  Answer event(const std::string& id, const Json& body) {
    return post("/api/v1/sessions/" + id + "/events", body);
  }
  Json session(const Json& body) {
    const Answer opened = post("/api/v1/sessions", body);
    CAPTURE(opened.body);
    REQUIRE(opened.status == 201);
    return opened.json;
  }

  Desk& desk() { return desk_; }
  std::string clock = "2026-11-28T12:00:00Z";
  std::vector<std::string> canaries = {};
  std::vector<std::string> reported = {};

 private:
  Answer judged(const web::Response& response) {
    Answer answer{response.status, response.content_type, response.headers,
                  std::string(web::bytes_of(response.body))};
    CAPTURE(answer.status, answer.body);
    if (answer.type.find("json") != std::string::npos) {
      REQUIRE(Json::accept(answer.body));
      answer.json = Json::parse(answer.body);
    }
    if (answer.status >= 400) {
      CHECK(answer.type == "application/problem+json");
      CHECK(answer.json.at("status") == answer.status);
      for (const char* member : {"type", "title", "detail", "instance"})
        CHECK_FALSE(answer.json.at(member).get<std::string>().empty());
      CHECK(answer.json.at("errors").is_array());
    }
    for (const std::string& canary : canaries) CHECK(answer.body.find(canary) == std::string::npos);
    return answer;
  }

  StoreFolder folder_ = {};
  SessionStore store_;
  Desk desk_;
  Api api_;
};

}  // namespace tsg
