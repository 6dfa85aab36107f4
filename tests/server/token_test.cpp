// SPDX-License-Identifier: MIT
#include "tools/server/token.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace tsg::web;

TEST_CASE("a token is 43 characters of base64url, and no two are the same") {
  std::set<std::string> tokens, letters;
  for (int i = 0; i < 200; ++i) {
    const std::string token = random_token().value();
    CHECK(token.size() == 43);
    tokens.insert(token);
    for (const char c : token) letters.insert(std::string(1, c));
    // The last character holds four bits.
    CHECK(std::string("AEIMQUYcgkosw048").find(token.back()) != std::string::npos);
  }
  CHECK(tokens.size() == 200);
  CHECK(letters.size() == 64);
}

TEST_CASE("a secret is equal to itself alone") {
  CHECK(same_bytes("secret", "secret"));
  CHECK(same_bytes("", ""));
  for (const std::string given : {"", "s", "secreT", "Secret", "secretsecret", "secret ", "ecrets"}) {
    CHECK_FALSE(same_bytes("secret", given));
  }
  CHECK_FALSE(same_bytes("", "a"));
  CHECK_FALSE(same_bytes("", std::string(1, '\0')));
}
