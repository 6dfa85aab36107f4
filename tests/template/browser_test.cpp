// SPDX-License-Identifier: MIT
// `test_template [pages]` writes pairs of pages for tests/browser/templates.mjs: one line of JSON a pair,
// with `x` and with a hostile value in the same template; and the value unescaped, which the browser must
// find harmful.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>

#include "engine/text/json_writer.h"
#include "tests/template/hostile_texts.h"
#include "tests/template/one_template.h"

using namespace tsg;
using namespace tsg::test;

namespace {

const std::vector<std::string> sources = {
    "<p>a {{ v }} b</p>",
    "<p title=\"{{ v }}\" id=a>x</p>",
    "<p title='{{ v }}' id=a>x</p>",
    "<p title=\"a {% if v %}{{ v }}{% else %}b{% end %} c\"{% if v %} hidden{% end %} id=\"{{ v }}\">x</p>",
    "<title>{{ v }}</title><p>x",
    "<textarea>a{{ v }}</textarea><p>x",
    "<select><option value=\"{{ v }}\">{{ v }}</option></select>",
    "<table><caption>{{ v }}</caption><tr><td title='{{ v }}'>{{ v }}</td></table>",
    "<a href=\"{{ v }}\">x</a>",
    "<a href='https://example.com/{{ v }}?q={{ v }}#{{ v }}'>x</a>",
    "<img srcset=\"{{ v }} 1x, {{ v }} 2x\" src='{{ v }}'>",
    "<form action=\"{{ v }}\"><button formaction='{{ v }}'>x</button></form>",
    "<script type=\"application/json\">{\"a\": [{{ v }}, {{ v }}]}</script><p>x",
    "<svg><title>{{ v }}</title><a xlink:href=\"{{ v }}\"><text class='{{ v }}'>{{ v }}</text></a></svg><p>x",
    "<math><mi title=\"{{ v }}\">{{ v }}</mi></math><p>x",
    "<!-- a --!><p>{{ v }}<!--><p title=\"{{ v }}\"><!--->{{ v }}<!----!>{{ v }}",
    "<?a?><p>{{ v }}</ a><!x>{{ v }}</><p/title=\"{{ v }}\"/>",
    "<script>var a = \"<p title='\";</script><p>{{ v }}</p>",
    "<style>a::after { content: \"<p '\" }</style><p title='{{ v }}'>{{ v }}",
    "<iframe></p title=\"</iframe><p>{{ v }}</p>",
    "<template><p title=\"{{ v }}\">{{ v }}</template>",
    "<pre>{{ v }}</pre><meta name=a content=\"{{ v }}\"><input value='{{ v }}' disabled>"};

std::string with_raw(std::string source, const std::string& value) {
  for (std::size_t at = source.find("{{ v }}"); at != std::string::npos;
       at = source.find("{{ v }}", at + value.size()))
    source.replace(at, 7, value);
  return source;
}

}  // namespace

TEST_CASE("pages for a browser", "[.pages]") {
  const char* const path = std::getenv("TSG_TEMPLATE_PAGES");
  REQUIRE(path != nullptr);
  std::ofstream out(path);
  for (const std::string& source : sources) {
    for (const std::string& value : hostile_texts()) {
      if (value.empty()) continue;
      JsonWriter json;
      json.begin_object().member("x", rendered(source, TemplateValue::record().set("v", "x")));
      json.member("value", rendered(source, TemplateValue::record().set("v", value)));
      if (source.find("{% ") == std::string::npos) json.member("raw", with_raw(source, value));
      out << json.end_object().text() << '\n';
    }
  }
  REQUIRE(out.good());
}
