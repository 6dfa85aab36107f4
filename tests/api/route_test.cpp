// SPDX-License-Identifier: MIT
#include "tools/api/route.h"

#include <catch2/catch.hpp>

namespace tsg {

using Names = std::vector<std::string>;

TEST_CASE("a path is matched segment by segment") {
  CHECK(match_route("/guides", "/guides") == Names{});
  CHECK(match_route("/guides/{guide}", "/guides/vpn") == Names{"vpn"});
  CHECK(match_route("/a/{x}/b/{y}", "/a/1/b/2") == Names{"1", "2"});
  CHECK(match_route("/guides/{guide}", "/guides/a b") == Names{"a b"});
  for (const std::string path : {"", "/", "/guides/", "/guides/x/y", "/guide", "/guidesx", "/x/guides"}) {
    CAPTURE(path);
    CHECK_FALSE(match_route("/guides/{guide}", path).has_value());
    CHECK_FALSE(match_route("/guides", path).has_value());
  }
  CHECK_FALSE(match_route("/guides", "/guides/vpn").has_value());
  CHECK_FALSE(match_route("/a/{x}/b", "/a/1/c").has_value());
}

}  // namespace tsg
