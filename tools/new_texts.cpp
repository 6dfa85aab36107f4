// SPDX-License-Identifier: MIT
#include "tools/new_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

constexpr std::string_view forbidden = "\"'\\<>`";

struct Body {
  std::string_view type = {};
  std::string_view text = {};  // behind the heading
};

constexpr std::array<Body, 6> bodies = {{
    {"generic",
     "Say in one or two sentences what the reader sees, and why.\n\n## **Recommended Steps**\n\n1. Say the "
     "first thing to "
     "do.\n2. Say how the reader can tell that it worked.\n"},
    {"resource",
     "Say what the reader can do with this resource.\n\n## **Recommended Steps**\n\n1. Say the first thing "
     "to do.\n"},
    {"diagnostics",
     "<!--issueDescription-->\nSay what was found, in the words of the "
     "reader.\n<!--/issueDescription-->\n\n## "
     "**Recommended Steps**\n\n1. Say what to change.\n2. Say how the reader can tell that it worked.\n"},
    {"rca",
     "<!--rcaDescription-->\nSay what happened, when, and "
     "why.\n<!--/rcaDescription-->\n\n<!--resolutionDetails-->\nSay "
     "what ended it.\n<!--/resolutionDetails-->\n\n<!--recommendedActions-->\nSay what keeps it from coming "
     "back.\n<!--/recommendedActions-->\n"},
    {"TSG_Content",
     "<!--issueDescription-->\nSay what this question is about, for the "
     "customer.\n<!--/issueDescription-->\n\n## "
     "Answers\n\n- **yes**: Say what is the case when the answer is yes\n- **no**: Say what is the case when "
     "the answer is "
     "no\n\n## How to find out\n\nSay how an agent finds the answer by hand: a command, or the way through "
     "the portal.\n"},
    {"TSG_Description", "Say which symptom this guide explains, and which it does not.\n"},
}};

std::string header_of(const NewArticle& article) {
  const std::vector<std::string> clouds =
      article.clouds.empty() ? std::vector<std::string>{"public"} : article.clouds;
  return fmt::format(
      "<properties\n    pageTitle=\"{0}\"\n    description=\"{0}\"\n    selfHelpType=\"{1}\"\n    "
      "articleId=\"{2}\"\n"
      "    ownershipId=\"\"\n    supportTopicIds=\"\"\n    productPesIds=\"\"\n    "
      "cloudEnvironments=\"{3}\"\n/>\n",
      article.title, article.type, article.id, fmt::join(clouds, ", "));
}

}  // namespace

bool plain_title(std::string_view title) {
  const auto plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != 0x7F && forbidden.find(c) == std::string_view::npos;
  };
  return !title.empty() && title.front() != ' ' && title.back() != ' ' && valid_utf8(title) &&
         std::all_of(title.begin(), title.end(), plain);
}

std::string title_of_id(std::string_view id) {
  std::string title(id);
  std::replace(title.begin(), title.end(), '-', ' ');
  if (title.front() >= 'a' && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

std::string new_pack_text(const std::string& id, const std::string& title) {
  return fmt::format(
      "format = 1\nid = \"{}\"\nversion = \"0.1.0\"\ntitle = \"{}\"\nclouds = [\"public\"]\naudiences = "
      "[\"agent\", "
      "\"customer\"]\nlocales = [\"en\"]\n",
      id, title);
}

std::string new_guide_text(const NewGuideText& guide) {
  return fmt::format(
             "format = 1\nid = \"{}\"\nversion = \"0.1.0\"\ntitle = \"{}\"\ndomain = \"{}\"\nstart = "
             "\"{}\"\nstatus = "
             "\"draft\"\n\n",
             guide.id, guide.title, guide.domain, guide.step) +
         new_step_table(guide.step, "outcome:" + guide.step + "-yes", "outcome:no-cause-found");
}

std::string new_step_table(const std::string& step, const std::string& yes, const std::string& no) {
  return fmt::format("[steps.{}]\nnext.yes = \"{}\"\nnext.no = \"{}\"\n", step, yes, no);
}

std::string new_article_text(const NewArticle& article) {
  const auto body = std::find_if(bodies.begin(), bodies.end(),
                                 [&article](const Body& each) { return each.type == article.type; });
  return fmt::format("{}\n# {}\n\n{}", header_of(article), article.title,
                     body == bodies.end() ? std::string_view() : body->text);
}

std::vector<std::string> new_article_types() {
  std::vector<std::string> types;
  for (const Body& body : bodies) types.emplace_back(body.type);
  return types;
}

std::string new_catalogue_text() {
  return "format = 1\n\n# What rules may read: a table for each document of facts, with the paths in it. "
         "`gather` is the "
         "command that\n# prints the document, such as gather = [\"az\", \"...\", \"-n\", \"{name}\", "
         "\"-o\", "
         "\"json\"].\n";
}

std::string new_document_text(const std::string& key, const std::string& path) {
  return fmt::format("\n[{0}]\nclass = \"customer\"\n[{0}.paths]\n\"{1}\" = \"string\"\n", key, path);
}

std::string document_key(std::string_view id) {
  std::string key;
  bool capital = false;
  for (const char c : id) {
    if (c == '-') {
      capital = true;
      continue;
    }
    key += capital && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    capital = false;
  }
  return key;
}

std::string new_rule_text(const std::vector<std::string>& answers, const std::string& document) {
  std::string names;
  std::string lines;
  for (const std::string& each : answers) {
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", each);
    lines += fmt::format("    if said == \"{0}\" then return answer(\"{0}\") end\n", each);
  }
  return fmt::format(
      "-- Answers from facts what the step of the same name asks. To begin with, a document of its own says "
      "the answer:\n"
      "-- read what is really gathered in its place, and take the document out of facts.toml.\nreturn {{\n  "
      "answers = {{ "
      "{0} }},\n  reads = {{ \"{1}\" }},\n  decide = function(facts)\n    local said = facts.{1}.answer\n{2} "
      "   return "
      "unknown {{ needs = {{ \"{1}.answer\" }} }}\n  end,\n}}\n",
      names, document, lines);
}

}  // namespace tsg
