// SPDX-License-Identifier: MIT
#include "tools/server/request_path.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/utf8.h"
#include "tests/server/path_attacks.h"
#include "tools/server/server_limits.h"

using namespace tsg::web;
using namespace std::string_literals;

namespace {

std::string path_of(std::string_view raw) {
  const auto target = read_target(raw);
  REQUIRE(std::holds_alternative<Target>(target));
  return std::get<Target>(target).path;
}

Query query_of(std::string_view raw) {
  const auto target = read_target(raw);
  REQUIRE(std::holds_alternative<Target>(target));
  return std::get<Target>(target).query;
}

// What no path may be, said without the reader's own words.
bool safe(const std::string& path) {
  if (path.empty() || path[0] != '/' || !tsg::valid_utf8(path)) return false;
  if (path.find("//") != std::string::npos || path.find('\\') != std::string::npos) return false;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  }
  const std::string closed = path + '/';
  return closed.find("/./") == std::string::npos && closed.find("/../") == std::string::npos;
}

}  // namespace

TEST_CASE("a path is decoded once") {
  CHECK(path_of("/") == "/");
  CHECK(path_of("/guides/a/") == "/guides/a/");
  CHECK(path_of("/a%20b") == "/a b");
  CHECK(path_of("/a+b") == "/a+b");
  CHECK(path_of("/%C3%A9") == "/\u00e9");
  CHECK(path_of("/\u00e9") == "/\u00e9");
  CHECK(path_of("/%41%2d%2E") == "/A-.");
  CHECK(path_of("/a?b/../c") == "/a");
  CHECK(path_of("/...") == "/...");
  CHECK(path_of("/a..b/.c") == "/a..b/.c");
  CHECK(path_of("/a;v=1:2@$&") == "/a;v=1:2@$&");
}

TEST_CASE("what is encoded twice stays a name") {
  CHECK(path_of("/%252e%252e/x") == "/%2e%2e/x");
  CHECK(path_of("/%252fetc") == "/%2fetc");
  CHECK(path_of("/%2500") == "/%00");
}

TEST_CASE("a query is decoded into its parameters") {
  CHECK(query_of("/").empty());
  CHECK(query_of("/?").empty());
  CHECK(query_of("/?a=1&b=x+y%26z&&c&=d&a=2&e==f") ==
        Query{{"a", "1"}, {"b", "x y&z"}, {"c", ""}, {"", "d"}, {"a", "2"}, {"e", "=f"}});
  CHECK(query_of("/?q=%0d%0A/..%2f?") == Query{{"q", "\r\n/../?"}});
}

TEST_CASE("every attack on a path is refused for its reason") {
  CHECK(refused_targets().size() >= 60);
  for (const PathAttack& attack : refused_targets()) {
    CAPTURE(attack.target);
    const auto target = read_target(attack.target);
    const auto* const fault = std::get_if<TargetFault>(&target);
    REQUIRE(fault);
    CHECK(text_of(*fault) == text_of(attack.fault));
  }
}

TEST_CASE("every string of a few dangerous characters is refused or safe") {
  constexpr std::string_view alphabet = "/.%2efc05\\";
  std::size_t accepted = 0;
  for (std::size_t number = 0; number < 1000000; ++number) {
    std::string raw = "/";
    for (std::size_t rest = number, digit = 0; digit < 6; ++digit, rest /= 10) raw += alphabet[rest % 10];
    const auto target = read_target(raw);
    const auto* const read = std::get_if<Target>(&target);
    accepted += read != nullptr;
    if (read && !safe(read->path)) FAIL_CHECK(raw);
  }
  CHECK(accepted > 10000);
}

TEST_CASE("random bytes are refused or safe") {
  std::mt19937 random(6);
  for (int round = 0; round < 200000; ++round) {
    std::string raw = "/";
    const auto size = random() % 12;
    for (unsigned i = 0; i < size; ++i) raw += static_cast<char>(random() % 256);
    const auto target = read_target(raw);
    const auto* const read = std::get_if<Target>(&target);
    if (read && !safe(read->path)) FAIL_CHECK(raw);
  }
}

TEST_CASE("an encoded path is read back as it was") {
  for (const std::string path : {"/", "/a b/c", "/\u00e9/\u4e2d?#%", "/\"<>'&", "/a%2e%2e"}) {
    const std::string encoded = encode_path(path);
    CHECK(encoded.find_first_of(" ?#\"<>") == std::string::npos);
    CHECK(path_of(encoded) == path);
  }
}

TEST_CASE("a target may be as long as the limit and no longer") {
  const std::string longest = "/" + std::string(limits::target_bytes - 1, 'a');
  CHECK(path_of(longest) == longest);
  CHECK(std::get<TargetFault>(read_target(longest + "a")) == TargetFault::TooLong);
}

TEST_CASE("a query may have as many parameters as the limit and no more") {
  std::string raw;
  for (std::size_t i = 0; i < limits::query_parameters; ++i) raw += "a&";
  CHECK(std::get<Query>(read_query(raw)).size() == limits::query_parameters);
  CHECK(std::get<TargetFault>(read_query(raw + "a")) == TargetFault::TooManyParameters);
}
