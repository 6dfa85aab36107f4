// SPDX-License-Identifier: MIT
#include "tests/benchmarks/serve/scenario.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace tsg::load {

namespace {

using Json = nlohmann::json;

class SameRequest : public Scenario {
 public:
  explicit SameRequest(std::string request) : request_(std::move(request)) {}
  std::string next_request() override { return request_; }
  bool take(unsigned status, std::string_view) override { return status >= 200 && status < 400; }

 private:
  std::string request_;
};

class SessionWalk : public Scenario {
 public:
  SessionWalk(std::string host, std::string creation, std::string more, std::size_t client)
      : host_(std::move(host)), creation_(std::move(creation)), more_(std::move(more)), turn_(client) {}

  std::string next_request() override {
    if (id_.empty()) return post("/api/v1/sessions", creation_);
    return post("/api/v1/sessions/" + id_ + "/events", event());
  }

  bool take(unsigned status, std::string_view body) override {
    const unsigned wanted = id_.empty() ? 201 : 200;
    const Json answer = Json::parse(body, nullptr, false);
    const bool right = status == wanted && answer.is_object() && answer.contains("question") &&
                       answer.contains("id") && answer["id"].is_string();
    question_ = right ? answer["question"] : Json();
    id_ = right && usable(question_) ? answer["id"].get<std::string>() : "";
    return right;
  }

 private:
  static bool usable(const Json& question) {
    return question.is_object() && question.contains("options") && question["options"].is_array() &&
           !question["options"].empty() && question["options"][0].contains("id");
  }

  std::string event() {
    const Json& options = question_["options"];
    return Json{{"kind", "answer"},
                {"step", question_.value("step", Json())},
                {"subject", question_.value("subject", Json())},
                {"option", options[turn_++ % options.size()]["id"]}}
        .dump();
  }

  std::string post(const std::string& path, const std::string& body) const {
    return fmt::format(
        "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n{}Content-Length: {}\r\n\r\n{}",
        path, host_, more_, body.size(), body);
  }

  std::string host_;
  std::string creation_;
  std::string more_;
  std::size_t turn_;
  std::string id_ = {};
  Json question_ = {};
};

}  // namespace

MakeScenario same_request(std::string request) {
  return [request = std::move(request)](std::size_t) { return std::make_unique<SameRequest>(request); };
}

MakeScenario walk_sessions(std::string host, std::string creation, std::string more_headers) {
  return [host = std::move(host), creation = std::move(creation), more = std::move(more_headers)](
             std::size_t client) { return std::make_unique<SessionWalk>(host, creation, more, client); };
}

}  // namespace tsg::load
