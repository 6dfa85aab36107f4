// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "renderers/site/customer_types.h"
#include "renderers/site/generic_words.h"
#include "renderers/site/site.h"
#include "renderers/site/site_links.h"

namespace tsg {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("a placeholder's name in words") {
  const Pairs names = {{"GatewayName", "gateway name"},
                       {"VNetID", "VNet ID"},
                       {"vm_size", "vm size"},
                       {"BackendPool", "backend pool"},
                       {"HTTPStatus", "HTTP status"},
                       {"x", "x"},
                       {"", ""},
                       {"a.b-c d", "a b c d"}};
  for (const auto& [name, words] : names) {
    CAPTURE(name);
    CHECK(name_in_words(name) == words);
  }
}

TEST_CASE("an id becomes the name of a file, and never one that leaves its folder") {
  const Pairs ids = {{"Reset-VPN", "reset-vpn"},
                     {"a b/c", "a-b-c"},
                     {"../../etc/passwd", "etc-passwd"},
                     {"{id}", "id"},
                     {"...", "article"},
                     {"", "article"},
                     {"index", "index-article"},
                     {".htaccess", "htaccess"},
                     {"\xC3\xA9t\xC3\xA9", "t"},
                     {"a..b", "a..b"}};
  for (const auto& [id, part] : ids) {
    CAPTURE(id);
    CHECK(address_part(id) == part);
  }
  CHECK(address_part(std::string(500, 'a')).size() == 120);
}

TEST_CASE("an address as seen from a page") {
  CHECK(relative_address("index.html", "articles/a.html") == "articles/a.html");
  CHECK(relative_address("articles/a.html", "articles/b.html#c") == "b.html#c");
  CHECK(relative_address("guides/g/outcomes/o.html", "guides/g/s.html") == "../s.html");
  CHECK(relative_address("guides/g/s.html", "index.html") == "../../index.html");
  CHECK(relative_address("guides/g/s.html", "guides/gg/s.html") == "../gg/s.html");
  CHECK(relative_address("a.html", "https://x.test/") == "https://x.test/");
  CHECK(relative_address("a.html", "#b") == "#b");
}

TEST_CASE("later sheets of a list") {
  CHECK(sheet_address("topics/1.html", 0) == "topics/1.html");
  CHECK(sheet_address("topics/1.html", 2) == "topics/1-3.html");
}

TEST_CASE("customers have pages of their own for some types only") {
  for (const char* type :
       {"generic", "Generic", "diagnostics", "resource", "RCA", "servicehealthinsights", "Apollo"})
    CHECK(has_own_page(type));
  for (const char* type : {"TSG_Content", "TSG_Description", "problemScopingQuestions", "tools", ""})
    CHECK_FALSE(has_own_page(type));
}

}  // namespace
}  // namespace tsg
