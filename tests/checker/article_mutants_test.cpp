// SPDX-License-Identifier: MIT
// Defects put into clean articles: each must be found, on its line. The clean articles have no finding.
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "engine/checker/content_check.h"

using namespace tsg;

namespace {

// Ten clean articles, which differ in type, words, lists and code.
std::vector<std::string> clean_articles() {
  const std::vector<std::string> types = {"generic",  "diagnostics", "resource",    "generic",  "diagnostics",
                                          "resource", "generic",     "diagnostics", "resource", "generic"};
  std::vector<std::string> articles;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const std::string n = std::to_string(i);
    std::string text = "<properties\n  pageTitle=\"Server " + n +
                       " does not answer\"\n  articleId=\"server-" + n + "\"\n  selfHelpType=\"" + types[i] +
                       "\"\n  cloudEnvironments=\"public, fairfax\"\n" + "  supportTopicIds=\"3241183" + n +
                       "\"\n  productPesIds=\"1592" + n + "\"\n" +
                       "  ownershipId=\"Networking_Gateways\"\n  ms.author=\"ada\"\n/>\n\n# Server " + n +
                       " does not answer\n\n";
    if (types[i] == "diagnostics") {
      text +=
          "<!--issueDescription-->\nThe server <!--$ServerName-->[ServerName]<!--/$ServerName--> is down.\n"
          "<!--/issueDescription-->\n\n";
    }
    text += "## **Recommended Steps**\n\n";
    for (std::size_t step = 1; step <= 2 + i % 3; ++step)
      text += std::to_string(step) + ". Look at part " + std::to_string(step) + "\n";
    if (i % 2 == 0) text += "\nRun this:\n\n```\naz vm list\n```\n";
    text +=
        "\n## **Recommended Documents**\n\n* [Health of servers](https://docs.microsoft.com/azure/health-" +
        n + ")\n";
    articles.push_back(std::move(text));
  }
  return articles;
}

struct DefectClass {
  std::string code = {};
  std::string before = {};  // what is replaced, once
  std::string after = {};
  std::string at = {};  // in the mutant: the finding stands on the line where this begins; empty: anywhere
};

const std::vector<DefectClass>& defect_classes() {
  static const std::vector<DefectClass> classes = {
      {"TSG177", "ownershipId=", "ownershipIdd=", "ownershipIdd"},
      {"TSG178", "articleId=", "articleid=", "articleid"},
      {"TSG179", "  pageTitle=", "  category=", "<properties"},
      {"TSG180", "articleId=\"", "articleId=\"\"\n  category=\"", "articleId"},
      {"TSG181", "\"ada\"", "\" ada\"", "ms.author"},
      {"TSG182", "\"Networking_Gateways\"", "\"Networking\n_Gateways\"", "ownershipId"},
      {"TSG183", "does not answer\"\n", "does not answer &amp; hangs\"\n", "pageTitle"},
      {"TSG184", "\"Networking_Gateways\"", "\"<team>\"", "ownershipId"},
      {"TSG186", "public, fairfax", "publick, fairfax", "cloudEnvironments"},
      {"TSG187", "public, fairfax", "public, blackforest", "cloudEnvironments"},
      {"TSG191", "\"server-", "\"server ", "articleId"},
      {"TSG192", "\"server-", "\"{server}-", "articleId"},
      {"TSG194", "\"3241183", "\"241183", "supportTopicIds"},
      {"TSG196", "\"1592", "\"592", "productPesIds"},
      {"TSG198", "does not answer\"\n", "does not answer.\"\n", "pageTitle"},
      {"TSG199", "\n# Server", "\n# The server", "# The server"},
      {"TSG801", "\"ada\"", "\"ada lovelace\"", "ms.author"},
      {"TSG806", "Look at part 1", "Look at\xE2\x80\x8B part 1", "1. Look"},
      {"TSG811", "\n# Server", "\n## Server", ""},
      {"TSG812", "## **Recommended Documents**", "# **Recommended Documents**",
       "# **Recommended Documents**"},
      {"TSG814", "\n# Server", "\n#Server", "#Server"},
      {"TSG817", "**Recommended Steps**", "**Recommended steps**", "## **Recommended steps"},
      {"TSG818", "**Recommended Steps**", "Recommended Steps", "## Recommended"},
      {"TSG819", "## **Recommended Steps**", "### **Recommended Steps**", "### **"},
      {"TSG820", "**Recommended Steps**", "**Recommended Steps:**", "## **Recommended Steps:"},
      {"TSG822", "**Recommended Steps**", "**Recommended Steps", "## **Recommended Steps"},
      {"TSG823", "## **Recommended Documents**\n\n", "## Causes\n\n## **Recommended Documents**\n\n",
       "## Causes"},
      {"TSG826", "\n\n1. Look", "\n\nDo this:\n1. Look", "1. Look"},
      {"TSG828", "2. Look", "4. Look", "4. Look"},
      {"TSG829", "\n\n## **Recommended Documents**", "\n```\n\n## **Recommended Documents**", ""},
      {"TSG830", "Look at part 1", "Look at **part 1", "1. Look"},
      {"TSG831", "Look at part 1", "Look at</br>part 1", "1. Look"},
      {"TSG832", "Look at part 1", "Look at <part one>", "1. Look"},
      {"TSG851", "Look at part 1", "It occured at part 1", "1. It"},
      {"TSG852", "Look at part 1", "Look at at part 1", "1. Look"},
      {"TSG254", "docs.microsoft.com/azure", "docs.microsoft.com/en-us/azure", "* [Health"},
      {"TSG256", "https://docs", "http://docs", "* [Health"},
      {"TSG257", "//docs.", "//review.docs.", "* [Health"},
      {"TSG262", "(https://", "(http://https://", "* [Health"},
      {"TSG263", "(https://", "(ttps://", "* [Health"},
      {"TSG264", "](https", "] (https", "* [Health"},
      {"TSG265", "](https", "]( https", "* [Health"},
      {"TSG269", "[Health of servers]", "[here]", "* [here"},
  };
  return classes;
}

std::uint32_t line_of(const std::string& text, std::size_t at) {
  return static_cast<std::uint32_t>(
             std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
         1;
}

bool found(const std::string& mutant, const DefectClass& defect) {
  const CheckedArticle checked = check_bytes("articles/server.md", mutant);
  const std::size_t at = defect.at.empty() ? std::string::npos : mutant.find(defect.at);
  return std::any_of(checked.diagnostics.begin(), checked.diagnostics.end(), [&](const Diagnostic& each) {
    return each.code.id == defect.code && (at == std::string::npos || each.place.line == line_of(mutant, at));
  });
}

}  // namespace

TEST_CASE("clean articles have no finding") {
  for (const std::string& article : clean_articles()) {
    for (const Diagnostic& each : check_bytes("articles/server.md", article).diagnostics) {
      FAIL_CHECK(each.code.id << " line " << each.place.line << ": " << each.message << "\n" << article);
    }
  }
}

TEST_CASE("every defect is found in every clean article, on its line") {
  std::size_t mutants = 0;
  for (const DefectClass& defect : defect_classes()) {
    std::size_t of_class = 0;
    for (const std::string& article : clean_articles()) {
      const std::size_t at = article.find(defect.before);
      if (at == std::string::npos) continue;
      std::string mutant = article;
      mutant.replace(at, defect.before.size(), defect.after);
      INFO(defect.code << "\n" << mutant);
      CHECK(found(mutant, defect));
      ++of_class;
    }
    INFO(defect.code);
    CHECK(of_class == 10);
    mutants += of_class;
  }
  CHECK(mutants >= 250);
}
