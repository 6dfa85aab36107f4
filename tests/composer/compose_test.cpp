// SPDX-License-Identifier: MIT
#include "engine/composer/compose.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/composer/article_heading.h"
#include "engine/composer/shell_quote.h"
#include "engine/diagnostics/rendering_codes.h"
#include "tests/renderers/sample_guide.h"

using namespace tsg;
using namespace tsg::test;

namespace {

constexpr ComposeOptions for_customers = {.audience = Audience::Customer};

std::size_t count(const Diagnostics& diagnostics, const Code& code) {
  return static_cast<std::size_t>(std::count_if(
      diagnostics.begin(), diagnostics.end(), [&code](const Diagnostic& each) { return each.code == code; }));
}

std::string text_of(const Segments& segments) {
  std::string text;
  for (const Segment& segment : segments) text += segment.text;
  return text;
}

}  // namespace

TEST_CASE("subjects that went the same way share a branch behind the trunk") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sample_resolution(), pack);
  REQUIRE(guide.path.size() == 3);
  CHECK(guide.path[0].steps.size() == 3);
  CHECK(guide.path[0].steps[2].state == StepState::Forked);
  CHECK(guide.path[1].subjects == std::vector<std::string>{"10.0.0.4", "10.0.0.5"});
  CHECK(guide.path[1].parent == 0);
  CHECK(guide.path[1].steps[0].evidence.size() == 4);
  CHECK(guide.path[1].steps[0].evidence[2].subject == "10.0.0.5");
  CHECK(guide.path[2].subjects == std::vector<std::string>{"10.0.0.6"});
  CHECK(guide.path[2].steps[1].state == StepState::Open);
}

TEST_CASE("one outcome of several subjects is told once, with a part for each") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sample_resolution(), pack);
  REQUIRE(guide.outcomes.size() == 1);
  CHECK(guide.outcomes[0].subjects == std::vector<std::string>{"10.0.0.4", "10.0.0.5"});
  CHECK(guide.outcomes[0].article.parts.size() == 2);
  CHECK(guide.outcomes[0].why.answer == "The certificate has ended");
  CHECK(guide.conclusion == Conclusion::Found);
}

TEST_CASE("findings with the same values share a part") {
  Diagnostics diagnostics;
  FilledArticle second = certificate_values("10.0.0.4");
  second.subject = "listener-b";
  const ComposedArticle article =
      compose_article(certificate_article(), {certificate_values("10.0.0.4"), second}, {}, diagnostics);
  REQUIRE(article.parts.size() == 1);
  CHECK(article.parts[0].subjects == std::vector<std::string>{"10.0.0.4", "listener-b"});
}

TEST_CASE("values are put in the order of the placeholders, names matched without case") {
  Diagnostics diagnostics;
  const FilledArticle given_values = {.values = {given("server", "s"), given("GATEWAYNAME", "g")}};
  const ComposedArticle article = compose_article(certificate_article(), {given_values}, {}, diagnostics);
  REQUIRE(article.parts.size() == 1);
  const std::vector<FilledValue>& values = article.parts[0].filled.values;
  REQUIRE(values.size() == 3);
  CHECK(values[0].value == Value("g"));
  CHECK(values[1].value == Value("s"));
  CHECK(values[2].value == Value());
  CHECK(article.unfilled == std::vector<std::string>{"NotAfter"});
}

TEST_CASE("the leading heading leaves the body in all three forms") {
  Diagnostics diagnostics;
  const ComposedArticle article = compose_article(certificate_article(), {}, {}, diagnostics);
  CHECK(text_of(article.heading.html) == "Renew the server's certificate");
  CHECK(text_of(article.heading.markdown) == "Renew the server's certificate");
  CHECK(article.heading.blocks.size() == 1);
  const Segments& markdown = article.body.markdown;
  CHECK(std::count_if(markdown.begin(), markdown.end(), [](const Segment& each) {
          return each.kind == SegmentKind::Literal && each.run > 0;
        }) == 4);
  CHECK(text_of(article.body.html).find("<h1") == std::string::npos);
  CHECK(article.body.blocks[0].kind == BlockKind::Paragraph);
}

TEST_CASE("a heading with a placeholder, underlined, is split as well; text before it keeps it in the body") {
  CompiledArticle article = {.placeholders = {"N"}};
  article.html = {words("<h1 id=\"a\">A "), slot(0, "[N]"), words(" b</h1>\n<p>c</p>")};
  article.markdown = {words("A "), slot(0, "[N]"), words(" b\n===\nc")};
  const SplitArticle split = split_heading(article);
  REQUIRE(split.heading.html.size() == 3);
  CHECK(split.heading.html[1].kind == SegmentKind::Slot);
  CHECK(text_of(split.heading.markdown) == "A [N] b");
  CHECK(text_of(split.body.markdown) == "\nc");
  article.html.insert(article.html.begin(), words("<p>first</p>"));
  CHECK(split_heading(article).heading.html.empty());
  CHECK(split_heading(article).body == article);
}

TEST_CASE("a customer sees no agents' text, no rule, no reason, no internal value") {
  const Pack pack = sample_pack();
  const ComposedGuide guide = compose(sample_resolution(), pack, for_customers);
  const ComposedArticle& article = guide.outcomes[0].article;
  for (const Segments* segments : {&article.body.html, &article.body.markdown}) {
    CHECK(text_of(*segments).find("Agents:") == std::string::npos);
  }
  CHECK(std::none_of(article.body.blocks.begin(), article.body.blocks.end(), [](const Block& block) {
    return !block.spans.empty() && block.spans[0].text.starts_with("Agents:");
  }));
  for (const ComposedBranch& branch : guide.path) {
    for (const ComposedStep& step : branch.steps) {
      CHECK(step.rule.empty());
      CHECK(step.rule_place.empty());
      CHECK(step.reason.empty());
      for (const ComposedEvidence& evidence : step.evidence) CHECK(evidence.value != "r-17");
    }
  }
  CHECK(guide.path[1].steps[0].evidence[1].value == withheld_mark);
  CHECK(guide.open[0].needs.empty());
}

TEST_CASE("of a TSG_Content article a customer sees the issue description alone") {
  CompiledArticle compiled;
  compiled.html = {words("<h1>T</h1>inside Jarvis"), mark(SegmentKind::SectionBegin, "issueDescription"),
                   words("Hello"), mark(SegmentKind::SectionEnd, "issueDescription"), words("more")};
  compiled.blocks = {block(BlockKind::Paragraph, {plain("inside")}),
                     block(BlockKind::SectionBegin, {}, 0, "issueDescription"),
                     block(BlockKind::Paragraph, {plain("Hello")}),
                     block(BlockKind::SectionEnd, {}, 0, "issueDescription")};
  const Document content = document("a.md", "a", "TSG_Content", compiled);
  Diagnostics diagnostics;
  CHECK(text_of(compose_article(content, {}, for_customers, diagnostics).body.html) == "Hello");
  CHECK(compose_article(content, {}, for_customers, diagnostics).body.blocks.size() == 1);
  CHECK(text_of(compose_article(content, {}, {}, diagnostics).body.html) ==
        "<h1>T</h1>inside JarvisHellomore");
  CHECK(diagnostics.empty());
}

TEST_CASE("a value of class internal is withheld from customers, with a warning that names it") {
  Diagnostics diagnostics;
  FilledArticle values = certificate_values("s");
  values.values[0].data_class = DataClass::Internal;
  const ComposedArticle article =
      compose_article(certificate_article(), {values}, for_customers, diagnostics);
  CHECK(article.state == ArticleState::Shown);
  CHECK(article.parts[0].filled.values[0].value == Value(std::string(withheld_mark)));
  CHECK(count(diagnostics, codes::withheld_value) == 1);
  CHECK(diagnostics[0].place.file == "guides/gateway-502/outcomes/renew-certificate.md");
  diagnostics.clear();
  CHECK(compose_article(certificate_article(), {values}, {}, diagnostics).parts[0].filled.values[0].value !=
        Value(std::string(withheld_mark)));
  CHECK(diagnostics.empty());
}

TEST_CASE(
    "a customer's article with a placeholder without a value is refused; an agent's shows the default") {
  Diagnostics diagnostics;
  const ComposedArticle refused = compose_article(certificate_article(), {}, for_customers, diagnostics);
  CHECK(refused.state == ArticleState::Refused);
  CHECK(refused.parts.empty());
  CHECK(refused.body == CompiledArticle{});
  CHECK(count(diagnostics, codes::unfilled_placeholder) == 3);
  CHECK(has_error(diagnostics));
  diagnostics.clear();
  CHECK(compose_article(certificate_article(), {}, {}, diagnostics).state == ArticleState::Shown);
  const ComposeOptions site = {.audience = Audience::Customer, .missing = MissingValue::Plain};
  CHECK(compose_article(certificate_article(), {}, site, diagnostics).state == ArticleState::Shown);
  CHECK(diagnostics.empty());
}

TEST_CASE("a placeholder that stands in agents' text alone refuses nothing") {
  CompiledArticle compiled = {.placeholders = {"N"}};
  compiled.html = {words("a"), mark(SegmentKind::AgentBegin), slot(0, "[N]"), mark(SegmentKind::AgentEnd)};
  Diagnostics diagnostics;
  const ComposedArticle article =
      compose_article(document("a.md", "a", "diagnostics", compiled), {}, for_customers, diagnostics);
  CHECK(article.state == ArticleState::Shown);
  CHECK(diagnostics.empty());
}

TEST_CASE("what the pack no longer has is said") {
  Pack pack = sample_pack();
  pack.guides[0].outcomes.clear();
  pack.guides[0].digest = "other";
  const ComposedGuide guide = compose(sample_resolution(), pack);
  CHECK(guide.outcomes[0].article.state == ArticleState::Missing);
  CHECK(guide.outcomes[0].title == "Renew the server's certificate");
  CHECK(count(guide.diagnostics, codes::missing_document) == 1);
  CHECK(count(guide.diagnostics, codes::changed_guide) == 1);
  CHECK(guide.warnings.size() == 2);
  const ComposedGuide bare = compose(sample_resolution(), {});
  CHECK(count(bare.diagnostics, codes::missing_guide) == 1);
  CHECK(bare.path[0].steps[1].question == "Pool empty");
  CHECK(bare.path[0].steps[1].answer == "No");
}

TEST_CASE("an override keeps what the rule had said") {
  const Pack pack = sample_pack();
  const ComposedStep step = compose(sample_resolution(), pack).path[0].steps[1];
  CHECK(step.answered_by == AnsweredBy::Agent);
  CHECK(step.overruled == "Yes");
  CHECK(step.reason == "two servers were added at 11:58");
  CHECK(step.rule_place == "rules/gateway/pool-empty.lua:12");
}

TEST_CASE("an open question says what to gather and where its answers lead") {
  const Pack pack = sample_pack();
  const ComposedOpen open = compose(sample_resolution(), pack).open[0];
  CHECK(open.subjects == std::vector<std::string>{"10.0.0.6"});
  REQUIRE(open.needs.size() == 1);
  CHECK(open.needs[0].command ==
        "az network nsg 'rule list' -g {resourceGroup} --query '[?access=='\\''Deny'\\'']'");
  REQUIRE(open.leads.size() == 2);
  CHECK(open.leads[0].leads_to == "Let the probe through");
  CHECK(open.reached_by.answer == "None");
}

TEST_CASE("commands are quoted for a shell") {
  CHECK(shell_line({"az", "-o", "json"}) == "az -o json");
  CHECK(shell_line({"a b", "", "$x", "it's", "{name}", "{a,b}", "~"}) ==
        "'a b' '' '$x' 'it'\\''s' {name} '{a,b}' '~'");
  CHECK(shell_line({"A=1", "B=2"}) == "'A=1' B=2");
}

TEST_CASE("a provisional outcome names the question it waits for") {
  const Pack pack = sample_pack();
  Resolution resolution = sample_resolution();
  resolution.outcomes.resize(1);
  resolution.outcomes[0].provisional = true;
  resolution.outcomes[0].open_steps = {"pool-empty"};
  const ComposedGuide guide = compose(resolution, pack);
  CHECK(guide.conclusion == Conclusion::Provisional);
  CHECK(guide.outcomes[0].waits_for == std::vector<std::string>{"Is the back-end pool empty?"});
}

TEST_CASE("visits with parents that cannot be, and very deep forks, are laid out all the same") {
  Resolution resolution = {.guide = "g"};
  resolution.visits.push_back({.parent = 7, .guide = "g", .step = "a"});
  resolution.visits.push_back({.parent = 1, .guide = "g", .step = "b"});
  CHECK(compose(resolution, {}).path.size() == 2);
  resolution.visits.clear();
  for (std::size_t i = 0; i < 20000; ++i) {
    resolution.visits.push_back(
        {.parent = i == 0 ? no_visit : i - 1, .guide = "g", .step = "a", .subject = std::to_string(i)});
  }
  const ComposedGuide guide = compose(resolution, {});
  CHECK(guide.path.size() == 20000);
  CHECK(guide.path.back().depth == 19999);
}
