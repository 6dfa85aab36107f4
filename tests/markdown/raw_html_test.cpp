// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/diagnostics/markdown_codes.h"
#include "tests/markdown/rendered.h"

namespace tsg::test {

namespace {

struct RawCase {
  std::string body = {};
  std::string html = {};
  std::string code = {};  // of the first message; empty: none
};

const std::vector<RawCase> raw_cases = {
    {"a<br>b</br>c<BR/>d", "<p>a<br />b<br />c<br />d</p>\n", ""},
    {"<b>x</b> <I>y</I>", "<p><b>x</b> <i>y</i></p>\n", ""},
    {"<b>x", "<p><b>x</b></p>\n", ""},
    {"**<b>x** y</b>", "<p><strong><b>x</b></strong> y</p>\n", "TSG224"},
    {"x</b> y", "<p>x y</p>\n", "TSG224"},
    {"- <b>x\n- y</b>", "<ul>\n<li><b>x</b></li>\n<li>y</li>\n</ul>\n", "TSG224"},
    {"<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>\n", ""},
    {"<table><tr><td>a<td>b<tr><th>c</table>",
     "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>\n", ""},
    {"<p>a<p>b", "<p>a</p><p>b\n</p>\n", ""},
    {"<div>\n\n*x*\n\n</div>", "<div>\n<p><em>x</em></p>\n</div>\n", ""},
    {"> <div>\n\nz", "<blockquote>\n<div>\n</div>\n</blockquote>\n<p>z</p>\n", ""},
    {"<p style=\"x\" class=y id='z' onclick=\"a\">t</p>", "<p>t</p>\n", "TSG223"},
    {"<a href='javascript:x' title=t>y</a>", "<p><a title=\"t\">y</a></p>\n", "TSG231"},
    {"<a href=\"java&#115;cript:x\">y</a>", "<p><a>y</a></p>\n", "TSG231"},
    {"<a href=\"java&#10;script:x\">y</a>", "<p><a>y</a></p>\n", "TSG231"},
    {"<a href=\" javascript:x\">y</a>", "<p><a>y</a></p>\n", "TSG231"},
    {"<a href=\"//h/x\">y</a>", "<p><a>y</a></p>\n", "TSG231"},
    {"<img src=x onerror=alert(1)>", "<img src=\"x\" />\n", "TSG223"},
    {"<img src=\"data:image/png;base64,x\">", "<img />\n", "TSG231"},
    {"<a href=\"https://h/?a=1&amp;b=&quot;\">y</a>", "<p><a href=\"https://h/?a=1&amp;b=%22\">y</a></p>\n",
     ""},
    {"the <storageaccount> name", "<p>the &lt;storageaccount&gt; name</p>\n", "TSG221"},
    {"the \\<storageaccount> name", "<p>the &lt;storageaccount&gt; name</p>\n", ""},
    {"a <script>alert('x')</script> b", "<p>a  b</p>\n", "TSG222"},
    {"<script>\nif (a < b) { `x` }\n</script>\nz", "<p>z</p>\n", "TSG222"},
    {"<SCRIPT>x</script >y", "<p>y</p>\n", "TSG222"},
    {"<iframe src=x></iframe>", "", "TSG222"},
    {"<svg onload=x><style>y</style></svg>t", "<p>t</p>\n", "TSG222"},
    {"<style>p{}", "", "TSG222"},
    {"<font color=red>a</font> <button onclick=x>b</button>", "<p>a b</p>\n", "TSG226"},
    {"a <object", "<p>a &lt;object</p>\n", ""},
    {"<!DOCTYPE html>", "<p>&lt;!DOCTYPE html&gt;</p>\n", ""},
    {"<?php x ?>", "<p>&lt;?php x ?&gt;</p>\n", ""},
    {"<![CDATA[<b>x]]>", "&lt;![CDATA[<b>x]]&gt;\n</b>\n", ""},
    {"a\n<azureKB>\n  <client>portal</client>\n</azureKB>", "<p>a</p>\n", "TSG225"},
    {"<videoGroup>\n\n<video>\n<src>x</src>\n</video>\n\n</videoGroup>\n\nz", "<p>z</p>\n", "TSG225"},
    {"<insight>x", "<p>x</p>\n", "TSG225"},
    {"<div>&nbsp;&lt; &unknown; a & b</div>", "<div>\xC2\xA0&lt; &amp;unknown; a &amp; b</div>\n", ""},
    {"<pre>\n*a*\n\n&lt;b&gt;\n</pre>", "<pre>\n*a*\n\n&lt;b&gt;\n</pre>\n", ""},
    {"[a](javascript:x)", "<p>a</p>\n", "TSG231"},
    {"[a](JavaScript&colon;x)", "<p>a</p>\n", "TSG231"},
    {"[a](java%0Ascript:x)", "<p>a</p>\n", "TSG231"},
    {"[a](<  javascript:x>)", "<p>a</p>\n", "TSG231"},
    {"[a](\\\\\\\\h/x)", "<p>a</p>\n", "TSG231"},
    {"[a](/\\h/x)", "<p>a</p>\n", "TSG231"},
    {"[a](C:\\Users)", "<p>a</p>\n", "TSG231"},
    {"[a](ttps://h/)", "<p>a</p>\n", "TSG231"},
    {"![a](mailto:x@y)", "<p>a</p>\n", "TSG231"},
    {"<ftp://h/x>", "<p>ftp://h/x</p>\n", "TSG231"},
    {"[*a*](data-blade:X.Y.id.$r)", "<p><span class=\"portal-action\"><em>a</em></span></p>\n", "TSG232"},
    {"[a](button-link:https://h)", "<p><span class=\"portal-action\">a</span></p>\n", "TSG232"},
    {"[a](x:80/y)", "<p>a</p>\n", "TSG231"},
    {"[a](./x:80)", "<p><a href=\"./x:80\">a</a></p>\n", ""},
    {"> [!note]\n> x",
     "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Note</p>\n<p>x</p>\n</div>\n",
     ""},
    {"> [!WARNING] x\n\n> [!NOTES]\n> y",
     "<div class=\"alert alert-warning\" role=\"note\">\n<p "
     "class=\"alert-title\">Warning</p>\n<p>x</p>\n</div>\n"
     "<blockquote>\n<p>[!NOTES]\ny</p>\n</blockquote>\n",
     ""},
    {"> [!TIP]", "<div class=\"alert alert-tip\" role=\"note\">\n<p class=\"alert-title\">Tip</p>\n</div>\n",
     ""},
};

}  // namespace

TEST_CASE("raw HTML and addresses pass an allow-list") {
  for (const RawCase& entry : raw_cases) {
    INFO(entry.body);
    const Compilation compilation = compile(entry.body, HeadingIds::Omit);
    CHECK(rendered(compilation.article, compilation.article.html) == entry.html);
    CHECK((compilation.diagnostics.empty() ? "" : compilation.diagnostics[0].code.id) == entry.code);
  }
}

TEST_CASE("what HTML refuses is not in the Markdown either") {
  for (const RawCase& entry : raw_cases) {
    INFO(entry.body);
    const Compilation compilation = compile(entry.body);
    const std::string markdown = rendered(compilation.article, compilation.article.markdown);
    const Compilation again = compile(markdown);
    INFO(markdown);
    for (const Diagnostic& diagnostic : again.diagnostics) CHECK(diagnostic.code.id == "");
  }
}

}  // namespace tsg::test
