// SPDX-License-Identifier: MIT
// What becomes of a folder of articles: every article has its use or its reason, every step is come to, and
// each edge has its trace or its doubt.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

#include "engine/checker/asked_answers.h"
#include "engine/checker/draft_doubts.h"
#include "engine/checker/draft_import.h"
#include "engine/checker/title_match.h"
#include "engine/diagnostics/draft_codes.h"
#include "engine/loader/article_reader.h"
#include "engine/loader/guide_reader.h"

using namespace tsg;

namespace {

ImportedArticle imported(const std::string& file, const std::string& type, const std::string& title,
                         const std::string& body = "") {
  const std::string text =
      "<properties selfHelpType=\"" + type + "\" articleId=\"x\" />\n# " + title + "\n\n" + body + "\n";
  return {read_article(file, text).article, ""};
}

const DraftEdge& edge(const DraftGuide& draft, const std::string& step, const std::string& option) {
  for (const DraftStep& each : draft.steps) {
    for (const DraftEdge& edge : each.edges) {
      if (each.id == step && edge.option == option) return edge;
    }
  }
  FAIL("no edge " << step << "." << option);
  return draft.steps.front().edges.front();
}

// Steps that answers lead to from the start.
std::set<std::string> come_to(const DraftGuide& draft) {
  std::set<std::string> reached = {draft.steps.front().id};
  std::vector<std::string> open = {draft.steps.front().id};
  while (!open.empty()) {
    const std::string id = open.back();
    open.pop_back();
    for (const DraftStep& step : draft.steps) {
      if (step.id != id) continue;
      for (const DraftEdge& each : step.edges) {
        if (!each.target.starts_with("outcome:") && reached.insert(each.target).second)
          open.push_back(each.target);
      }
    }
  }
  return reached;
}

void check_draft(const DraftGuide& draft, std::size_t articles) {
  REQUIRE(draft.articles.size() == articles);
  std::set<std::string> ids;
  std::set<std::string> targets = {"outcome:end-of-draft"};
  std::size_t steps = 0;
  for (const DraftArticle& article : draft.articles) {
    if (article.use == DraftUse::Unused) CHECK_FALSE(article.reason.empty());
    if (article.use == DraftUse::Step) targets.insert(article.id);
    if (article.use == DraftUse::Outcome) targets.insert("outcome:" + article.id);
    if (!article.id.empty()) CHECK(ids.insert(article.id).second);
    steps += article.use == DraftUse::Step ? 1 : 0;
  }
  REQUIRE(draft.steps.size() == steps);
  for (const DraftStep& step : draft.steps) {
    CHECK_FALSE(step.edges.empty());
    std::set<std::string> options;
    for (const DraftEdge& each : step.edges) {
      CHECK(targets.contains(each.target));
      CHECK(options.insert(each.option).second);
      CHECK(each.trace.empty() != each.doubt.empty());
    }
  }
  if (steps > 0) CHECK(come_to(draft).size() == steps);
}

}  // namespace

TEST_CASE("articles become what their types and names say") {
  const DraftGuide draft =
      draft_guide("g",
                  {imported("a.md", "TSG_Description", "Summary"),
                   imported("b.md", "TSG_Content", "First"),
                   imported("solution-c-2.md", "TSG_Content", "Fix"),
                   imported("123-s-tsg-1F2E.md", "TSG_Content", "Other fix"),
                   imported("d.md", "diagnostics", "Found"),
                   imported("e.md", "TSG_Description", "Second"),
                   imported("f.md", "", "None"),
                   {{.path = "g.md"}, "it has no header"},
                   imported("h.md", "TSG_Content", "Last",
                            "<!-- **This is the end of the work flow.** 1. Yes 2. No -->")},
                  {});
  check_draft(draft, 9);
  const std::vector<DraftUse> uses = {DraftUse::Summary, DraftUse::Step,    DraftUse::Outcome,
                                      DraftUse::Outcome, DraftUse::Outcome, DraftUse::Unused,
                                      DraftUse::Unused,  DraftUse::Unused,  DraftUse::Outcome};
  for (std::size_t at = 0; at < uses.size(); ++at) CHECK(draft.articles[at].use == uses[at]);
  CHECK(draft.title == "Summary");
  CHECK(draft.articles[3].id == "other-fix");
}

TEST_CASE("answers lead where titles say the same, and else on with a doubt") {
  const std::string asks =
      "<!--\n---\n**Which system is it?**\n\n1. Linux\n2. Windows Server\n3. Plan 9\n-->";
  const DraftGuide draft = draft_guide("g",
                                       {imported("scope.md", "TSG_Content", "Check the system", asks),
                                        imported("z.md", "TSG_Content", "Windows server 2012 and later"),
                                        imported("y.md", "diagnostics", "Mounts of Linux fail"),
                                        imported("z-insight.md", "diagnostics", "It is old")},
                                       {});
  check_draft(draft, 4);
  CHECK(draft.steps.front().id == "scope");
  CHECK(edge(draft, "scope", "linux").target == "outcome:y");
  CHECK(edge(draft, "scope", "windows-server").target == "z");
  CHECK(edge(draft, "scope", "plan-9").target == "z");
  CHECK_FALSE(edge(draft, "scope", "plan-9").doubt.empty());
  CHECK(edge(draft, "z", "yes").target == "outcome:z-insight");
}

TEST_CASE("a form gives a step its question and answers") {
  Form form;
  form.elements = {
      {.id = "q1", .label = "Is the pool empty?", .options = {{"Yes", "Yes", {}}, {"No", "No", {}}}},
      {.id = "q2", .label = "Is the sky blue?", .options = {{"Yes", "Yes", {}}, {"No", "No", {}}}}};
  const DraftGuide draft = draft_guide("g",
                                       {imported("pool.md", "TSG_Content", "Check whether the pool is empty"),
                                        imported("pool-insight.md", "diagnostics", "Add a server")},
                                       {form});
  check_draft(draft, 2);
  CHECK(draft.steps.front().question_id == "q1");
  CHECK(edge(draft, "pool", "yes").target == "outcome:pool-insight");
  CHECK(edge(draft, "pool", "yes").legacy == "Yes");
  CHECK(edge(draft, "pool", "no").target == "outcome:end-of-draft");
}

TEST_CASE("whatever the articles are, the draft holds together") {
  const std::vector<std::string> types = {"TSG_Content",     "TSG_Content", "TSG_Content", "diagnostics",
                                          "TSG_Description", "generic",     "rca",         "",
                                          "TSG_Questions",   "nonsense"};
  const std::vector<std::string> words = {"pool",     "server", "Linux", "\"",  "]",  "end",
                                          "# doubt:", "\\",     "ä",     "<b>", "1.", "-"};
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const auto text = [&](std::size_t most) {
      std::string made;
      for (std::size_t left = random() % (most + 1); left > 0; --left)
        made += words[random() % words.size()] + " ";
      return made;
    };
    std::vector<ImportedArticle> articles;
    for (std::size_t left = 1 + random() % 12; left > 0; --left) {
      std::string body = text(3);
      if (random() % 2 == 0) body += "<!-- " + text(4) + " 1. " + text(3) + " 2. " + text(3) + " -->";
      articles.push_back(imported(text(2) + std::to_string(random() % 9) + ".md",
                                  types[random() % types.size()], text(4), body));
    }
    INFO("seed " << seed);
    check_draft(draft_guide("g", articles, {}), articles.size());
  }
}

TEST_CASE("answers are read from comments") {
  CHECK(asked_answers("text <!-- Question: What is moved?\nAnswers: 1: Blobs 2: Files -->") ==
        AskedAnswers{"What is moved?", {"Blobs", "Files"}, false});
  CHECK(asked_answers("<!-- one --><!--\n**Which?**\n1. A b\n2. C\n10. D\n-->") ==
        AskedAnswers{"Which?", {"A b", "C 10. D"}, false});
  CHECK_FALSE(asked_answers("<!-- 1. only -->"));
  CHECK_FALSE(asked_answers("<!-- never closed 1. a 2. b"));
  CHECK_FALSE(asked_answers("1. a\n2. b"));
}

TEST_CASE("ids are made of any text") {
  CHECK(slug_of("Is the pool empty? (v2)") == "is-the-pool-empty-v2");
  CHECK(slug_of("--Ä--").empty());
  CHECK(slug_of("aaaa bbbb", 5) == "aaaa");
}

TEST_CASE("every doubt of a guide is found, where it stands") {
  const Diagnostics found = check_doubts(
      "guide.toml", "format = 1\n# doubt: one\n# trace: two\nx = \"# doubt: no\"\n  # doubt: three");
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == codes::draft_doubt);
  CHECK(found[0].place.line == 2);
  CHECK(found[1].message == "the import was not sure: three");
}
