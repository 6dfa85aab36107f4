// SPDX-License-Identifier: MIT
#include "tests/renderers/golden.h"

#include "renderers/html_fragment.h"
#include "renderers/html_page.h"
#include "renderers/markdown.h"
#include "renderers/terminal.h"
#include "tests/renderers/sample_guide.h"

using namespace tsg;
using namespace tsg::test;

namespace {

ComposedArticle sample_article(std::vector<FilledArticle> parts) {
  Diagnostics diagnostics;
  return compose_article(certificate_article(), parts, {}, diagnostics);
}

Resolution sweep() {
  Resolution resolution = sample_resolution();
  resolution.visits.clear();
  resolution.outcomes.clear();
  resolution.open.clear();
  resolution.checks = {
      {.check = "listener-without-rule",
       .verdict = verdict("yes", "listener-without-rule", 7, {fact("listeners[1].name", "https")}),
       .target = to_outcome("listener"),
       .parts = {{}}},
      {.check = "pool-empty", .verdict = verdict("no", "pool-empty", 3, {})},
      {.check = "waf-mode",
       .verdict = {.kind = VerdictKind::Unknown, .needs = {{.path = "waf.mode", .found = "nothing"}}}}};
  return resolution;
}

}  // namespace

TEST_CASE("a forked walk reads well in every format") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sample_resolution(), pack);
  check_golden("forked.html", render_html_page(guide));
  check_golden("forked.md", render_markdown(guide));
  check_golden("forked.txt", render_terminal(guide, {.width = 80}));
  check_golden("forked.colour.txt", render_terminal(guide, {.width = 60, .colour = Colour::Always}));
}

TEST_CASE("a customer's page holds what is meant for customers") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sample_resolution(), pack, {.audience = Audience::Customer});
  check_golden("customer.html", render_html_fragment(guide));
  check_golden("customer.md", render_markdown(guide));
  check_golden("customer.txt", render_terminal(guide));
}

TEST_CASE("a sweep shows what its checks found, and what they could not decide") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sweep(), pack);
  check_golden("sweep.html", render_html_fragment(guide));
  check_golden("sweep.md", render_markdown(guide));
  check_golden("sweep.txt", render_terminal(guide));
}

TEST_CASE("an article alone stands under its own heading, its defaults marked") {
  const ComposedArticle article = sample_article({});
  check_golden("article.html", render_html_page(article));
  check_golden("article.md", render_markdown(article));
  check_golden("article.txt", render_terminal(article, {.width = 50}));
}
