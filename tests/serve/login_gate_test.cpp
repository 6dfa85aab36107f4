// SPDX-License-Identifier: MIT
#include "tools/serve/login_gate.h"

#include <catch2/catch.hpp>

using namespace tsg;

namespace {

constexpr const char* token = "a-token-of-some-length-0123456789";

web::Request with(std::string name, std::string value) {
  web::Request request;
  request.headers = {{std::move(name), std::move(value)}};
  return request;
}

// "tsg-login=abc; HttpOnly; ..." -> "tsg-login=abc"
std::string sent_back(const web::Header& set_cookie) {
  return set_cookie.value.substr(0, set_cookie.value.find(';'));
}

}  // namespace

TEST_CASE("without a token everyone may use the desk") {
  CHECK(LoginGate("").may_use({}));
}

TEST_CASE("with one, only who has it or logged in with it") {
  LoginGate gate(token);
  CHECK_FALSE(gate.may_use({}));
  CHECK(gate.may_use(with("Authorization", std::string("Bearer ") + token)));
  for (const std::string& wrong : {std::string("Bearer "), std::string("Bearer a-token"), std::string(token),
                                   std::string("bearer ") + token, std::string("Basic ") + token,
                                   std::string("Bearer ") + token + "x"}) {
    INFO(wrong);
    CHECK_FALSE(gate.may_use(with("Authorization", wrong)));
  }
  CHECK_FALSE(gate.log_in("a-token-of-some-length-012345678"));
  const auto cookie = gate.log_in(token);
  REQUIRE(cookie);
  CHECK(cookie->value.find("HttpOnly") != std::string::npos);
  CHECK(cookie->value.find("SameSite=Strict") != std::string::npos);
  CHECK(gate.may_use(with("Cookie", sent_back(*cookie))));
  CHECK_FALSE(gate.may_use(with("Cookie", sent_back(*cookie) + "x")));
  CHECK_FALSE(gate.may_use(with("Cookie", std::string("tsg-login=") + token)));
}

TEST_CASE("a login ends by logging out, and by itself after its time") {
  std::chrono::steady_clock::time_point now = {};
  LoginGate gate(token, web::Scheme::Https, [&now] { return now; });
  const auto first = gate.log_in(token);
  const auto second = gate.log_in(token);
  REQUIRE((first && second));
  CHECK(first->value.find("Secure") != std::string::npos);
  gate.log_out(with("Cookie", sent_back(*first)));
  CHECK_FALSE(gate.may_use(with("Cookie", sent_back(*first))));
  CHECK(gate.may_use(with("Cookie", sent_back(*second))));
  now += LoginGate::lifetime;
  CHECK_FALSE(gate.may_use(with("Cookie", sent_back(*second))));
}

TEST_CASE("logins are bounded") {
  std::chrono::steady_clock::time_point now = {};
  LoginGate gate(token, web::Scheme::Http, [&now] { return now; });
  const auto first = gate.log_in(token);
  for (std::size_t i = 0; i < LoginGate::most_logins; ++i) {
    now += std::chrono::milliseconds(1);
    gate.log_in(token);
  }
  CHECK_FALSE(gate.may_use(with("Cookie", sent_back(*first))));
}
