// SPDX-License-Identifier: MIT
// Which places of a page take values, and which markup is too doubtful to say. `V` in a source stands for
// `{{ v }}`.
#include <catch2/catch.hpp>

#include "tests/template/one_template.h"

using namespace tsg;
using namespace tsg::test;

namespace {

std::string with_values(std::string source) {
  for (std::size_t at = source.find('V'); at != std::string::npos; at = source.find('V', at + 7))
    source.replace(at, 1, "{{ v }}");
  return source;
}

std::string codes_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& each : diagnostics) out += fmt::format("{}{}", out.empty() ? "" : " ", each.code.id);
  return out;
}

struct Row {
  std::string source;
  std::string wanted;
};

void check_codes(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.source);
    CHECK(codes_of(compiled(with_values(row.source)).diagnostics) == row.wanted);
  }
}

}  // namespace

TEST_CASE("values stand in text, in quoted attributes and in data") {
  check_codes({{"V", ""},
               {"<p>V</p>V", ""},
               {"a < V", ""},
               {"a <3 V", ""},
               {"<p title=\"V\" class='a V b'>", ""},
               {"<p title = \"V\">", ""},
               {"<br title=\"V\"/>V", ""},
               {"<p hidden title=\"V\">", ""},
               {"<title>V</title><textarea>V</textarea>", ""},
               {"<TITLE>V</TiTlE >V", ""},
               {"<title>a < b V</title>", ""},
               {"<script type=\"application/json\">{\"a\": V, \"b\": [V]}</script>V", ""},
               {"<script type='application/LD+json'>V</script>", ""},
               {"<script type=application/json>V</script>", ""},
               {"<!doctype html><!-- c --><p>V", ""},
               {"<!-->V<!--->V<!----!>V<!-- - -- >-->V", ""},
               {"<?x>V</>V</ x>V", ""},
               {"<script>var a = '</p>';</script>V", ""},
               {"<style>a > b {}</style>V", ""},
               {"<meta name=\"description\" content=\"V\">", ""},
               {"</p title=\"V\">", ""}});
}

TEST_CASE("values stand nowhere else") {
  check_codes({{"<V>", "TSG755"},
               {"<pV>", "TSG755"},
               {"</V>", "TSG755"},
               {"<p V>", "TSG755"},
               {"<p aV=\"\">", "TSG755"},
               {"<p a V>", "TSG755"},
               {"<p a=V>", "TSG755"},
               {"<p a= V>", "TSG755"},
               {"<p a=bV>", "TSG755"},
               {"<p a=\"\"V>", "TSG755"},
               {"<br /V>", "TSG755"},
               {"<!V>", "TSG755"},
               {"<!doctype V>", "TSG755"},
               {"<!-- V -->", "TSG755"},
               {"<!----!V>-->", "TSG755"},
               {"<?V>", "TSG755"},
               {"<script>V</script>", "TSG755"},
               {"<script>'</scriptV>'</script>", "TSG755"},
               {"<script type=\"text/javascript\">V</script>", "TSG755"},
               {"<script type=\"module\" type=\"application/json\">V</script>", "TSG755"},
               {"<script type type=\"application/json\">V</script>", "TSG755"},
               {"<script data-type=\"application/json\">V</script>", "TSG755"},
               {"<script type=\"V\">V</script>", "TSG755"},
               {"<script type=\"V application/json\">V</script>", "TSG755"},
               {"<script type=\"application/json\">\"V\"</script>", "TSG755"},
               {"<script type=\"application/json\">\"\\\"V\"</script>", "TSG755"},
               {"<style>V</style>", "TSG755"},
               {"<iframe>V</iframe><noembed>V</noembed><noframes>V</noframes><xmp>V</xmp>",
                "TSG755 TSG755 TSG755 TSG755"},
               {"<title></titleV></title>", "TSG755"},
               {"<p onclick=\"V\">", "TSG755"},
               {"<p ONCLICK='V'>", "TSG755"},
               {"<p style=\"V\">", "TSG755"},
               {"<iframe srcdoc=\"V\"></iframe>", "TSG755"},
               {"<meta http-equiv=\"V\">", "TSG755"},
               {"<meta http-equiv=\"refresh\" content=\"V\">", "TSG755"},
               {"<svg><animate attributeName=\"href\" to=\"V\"/></svg>", "TSG755"},
               {"<a href=\"javascript:V\">", "TSG755"},
               {"<a href=' java\tscript:V'>", "TSG755"},
               {"<a href=\"data:text/html,V\">", "TSG755"},
               {"<a href=\"java&#115;cript:V\">", "TSG755"},
               {"<a href=\"V\" onfocus=\"V\">", "TSG755"}});
}

TEST_CASE("URLs take values behind schemes that run nothing") {
  check_codes({{"<a href=\"V\">", ""},
               {"<a href=\"https://example.com/V?a=V&amp;b=V#V\">", ""},
               {"<a href=\"HTTP://V\"><a href='mailto:V'>", ""},
               {"<a href=\"V/V:V\">", ""},
               {"<a href=\"aV\"><a href=\"/a:V\"><a href=\"#V\"><a href=\"?a&V\">", ""},
               {"<img srcset=\"V 1x, V 2x\">", ""},
               {"<img srcset=\"data:a, V 2x\">", ""},
               {"<a href=\"V:V\">", "TSG757 TSG755"},
               {"<a href=\"V&colon;x\">", "TSG757"},
               {"<a href=\"{% if v %}https{% else %}http{% end %}://x\">", "TSG757"},
               {"<a href=\"{% if v %}V{% else %}#{% end %}\">", ""},
               {"<a href=\"{% if v %}V{% end %}/V\">", ""},
               {"<a href=\"{% if v %}javascript:{% end %}V\">", "TSG755"},
               {"<a href=\"{% for a in v %}V{% if a %}/{% end %}{% end %}V\">", ""}});
}

TEST_CASE("branches end where they began") {
  check_codes({{"{% if v %}<p>{% end %}", ""},
               {"<p{% if v %} hidden{% end %}>V", ""},
               {"<p {% if v %}hidden {% end %}title=\"V\">", ""},
               {"<p{% if v %} class=\"a\"{% elif w %} hidden{% else %} title='V'{% end %} id=\"V\">V", ""},
               {"<p{% for a in v %} data-a=\"V\"{% end %}/>V", ""},
               {"<p class=\"{% for a in v %}V {% end %}\">", ""},
               {"<a{% for a in v %} href=\"{% for b in v %}V{% end %}\"{% end %}>", ""},
               {"{% if v %}<p{% end %}>", "TSG756"},
               {"{% if v %}<p title=\"{% else %}<p class=\"{% end %}\">", "TSG756"},
               {"<p title=\"{% if v %}\"{% end %}>", "TSG756"},
               {"{% if v %}<title>{% end %}</title>", "TSG756"},
               {"{% if v %}<!--{% end %}-->", "TSG756"},
               {"<title>{% if v %}<{% end %}/title></title>", "TSG756"},
               {"<p{% if v %} hidden{% end %}=\"a\">", "TSG757"},
               {"<p{% if v %} hidden{% end %}title=\"a\">", "TSG757"},
               {"<p{% if v %}re{% end %}>", "TSG756"},
               {"{% for a in v %}<p {% end %}>", "TSG756"},
               {"{% for a in v %}{% else %}<p {% end %}>", "TSG756"},
               {"<script{% if v %} type=\"application/json\"{% end %}>V</script>", "TSG756"},
               {"<script{% if v %} type{% end %} type=\"application/json\">V</script>", "TSG756 TSG755"},
               {"<script type=\"application/json\">{% if v %}\"{% end %}</script>", "TSG756"},
               {"<meta{% if v %} http-equiv=\"refresh\"{% end %} content=\"V\">", "TSG755"}});
}

TEST_CASE("doubtful markup is told") {
  check_codes({{"<p =\"a\">", "TSG757"},
               {"<script>a <!-- b</script>", "TSG757"},
               {"<title>a <b> c</title>", "TSG757"},
               {"<textarea/>V</textarea>", "TSG757"},
               {"<script type=\"application/json\">\"<b>\"</script>", "TSG757"},
               {"<svg><![CDATA[x]]></svg>", "TSG757"},
               {"<meta content=\"V\" http-equiv=\"refresh\">", "TSG757"},
               {"<p", "TSG757"},
               {"<p title=\"", "TSG757"},
               {"<!-- a", "TSG757"},
               {"<title>a", "TSG757"},
               {"a <", "TSG757"},
               {"<plaintext>a</plaintext>", "TSG757"}});
}

TEST_CASE("what a value becomes depends on where it stands") {
  const TemplateValue scope =
      TemplateValue::record()
          .set("v", "a\"b'c&<d>\n/e, f")
          .set("html", TrustedHtml{"<i>&amp;</i>"})
          .set("list", TemplateValue::list({1, "<", true, TemplateValue(), TrustedHtml{"<i>"},
                                            TemplateValue::record().set("k\"", "v")}));
  const std::vector<Row> rows = {
      {"V", "a&quot;b&#39;c&amp;&lt;d&gt;\n/e, f"},
      {"<title>V</title>", "<title>a&quot;b&#39;c&amp;&lt;d&gt;\n/e, f</title>"},
      {"<p title='V'>", "<p title='a&quot;b&#39;c&amp;&lt;d&gt;\n/e, f'>"},
      {"<a href=\"V\">", "<a href=\"a%22b%27c&amp;%3Cd%3E/e,%20f\">"},
      {"<img srcset=\"V 1x\">", "<img srcset=\"a%22b%27c&amp;%3Cd%3E/e%2C%20f 1x\">"},
      {"<script type=\"application/json\">V</script>",
       "<script type=\"application/json\">\"a\\\"b'c\\u0026\\u003cd\\u003e\\n/e, f\"</script>"},
      {"{{ html }}", "<i>&amp;</i>"},
      {"<title>{{ html }}</title>", "<title>&lt;i&gt;&amp;amp;&lt;/i&gt;</title>"},
      {"<p title=\"{{ html }}\">", "<p title=\"&lt;i&gt;&amp;amp;&lt;/i&gt;\">"},
      {"<script type=\"application/json\">[{{ html }},{{ absent }},{{ list }}]</script>",
       "<script "
       "type=\"application/json\">[null,null,[1,\"\\u003c\",true,null,null,{\"k\\\"\":\"v\"}]]</script>"}};
  for (const Row& row : rows) {
    INFO(row.source);
    CHECK(rendered(with_values(row.source), scope) == row.wanted);
  }
}

TEST_CASE("the scheme of a URL is held to http, https and mailto, however it is put together") {
  struct Link {
    std::string source, a, b, wanted;
  };
  const std::string blocked = "#blocked";
  const std::vector<Link> links = {{"{{ a }}", "https://x/y:z", "", "https://x/y:z"},
                                   {"{{ a }}", "MAILTO:a@b", "", "MAILTO:a@b"},
                                   {"{{ a }}", "../a/b.html#c", "", "../a/b.html#c"},
                                   {"{{ a }}", "#c:d", "", "#c:d"},
                                   {"{{ a }}", "?c:d", "", "?c:d"},
                                   {"{{ a }}", "//example.com/", "", "//example.com/"},
                                   {"{{ a }}", "javascript:alert(1)", "", blocked},
                                   {"{{ a }}", " \x01 java\nscript\t:alert(1)", "", blocked},
                                   {"{{ a }}", "JaVaScRiPt:alert(1)", "", blocked},
                                   {"{{ a }}", "data:text/html,x", "", blocked},
                                   {"{{ a }}", "a b:c", "", blocked},
                                   {"{{ a }}", ":c", "", blocked},
                                   {"{{ a }}", "javascript&colon;x", "", "javascript&amp;colon;x"},
                                   {"{{ a }}", "javascript%3Ax", "", "javascript%3Ax"},
                                   {"{{ a }}", "100%", "", "100%25"},
                                   {" {{ a }}", "javascript:x", "", " " + blocked},
                                   {"{{ a }}{{ b }}", "java", "script:x", "javascript%3Ax"},
                                   {"{{ a }}{{ b }}", "", "javascript:x", blocked},
                                   {"{{ a }}{{ b }}", " ", "javascript:x", blocked},
                                   {"{{ a }}{{ b }}", "javascript", ":x", "javascript%3Ax"},
                                   {"java{{ a }}", "script:x", "", "javascript%3Ax"},
                                   {"{{ a }}{{ b }}", "https://x/", "a:b", "https://x/a:b"},
                                   {"{{ a }}{{ b }}", "https:", "//x/", "https://x/"},
                                   {"{% if b %}{{ a }}{% end %}{{ b }}", "x/", "a:b", "x/a:b"},
                                   {"x?{{ a }}", "javascript:x", "", "x?javascript:x"}};
  for (const Link& link : links) {
    INFO(link.source << " " << link.a << " " << link.b);
    const TemplateValue scope = TemplateValue::record().set("a", link.a).set("b", link.b);
    CHECK(rendered("<a href=\"" + link.source + "\">", scope) == "<a href=\"" + link.wanted + "\">");
  }
}
