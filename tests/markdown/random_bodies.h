// SPDX-License-Identifier: MIT
// Bodies put together at random from what compilers of Markdown stumble over, and damaged ones.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace tsg::test {

inline const std::vector<std::string> snippets = {"<!-- audience: agent -->",
                                                  "<!-- /audience -->",
                                                  "<!--issueDescription-->",
                                                  "<!--/issueDescription-->",
                                                  "<!--rcaDescription-->",
                                                  "<!--/rcaDescription-->",
                                                  "<!--$A-->a<!--/$A-->",
                                                  "<!--$B-->",
                                                  "<!--/$B-->",
                                                  "<!-- note -->",
                                                  "<!--",
                                                  "-->",
                                                  "<b>",
                                                  "</b>",
                                                  "<ul>",
                                                  "<li>",
                                                  "</li>",
                                                  "</ul>",
                                                  "<div>",
                                                  "</div>",
                                                  "<p>",
                                                  "</p>",
                                                  "<br>",
                                                  "<table><tr><td>",
                                                  "</table>",
                                                  "<pre>",
                                                  "</pre>",
                                                  "<script>",
                                                  "</script>",
                                                  "<foo>",
                                                  "<azureKB>",
                                                  "</azureKB>",
                                                  "<a href=\"",
                                                  "\">",
                                                  "[x](",
                                                  ")",
                                                  "![y](",
                                                  "**",
                                                  "*",
                                                  "_",
                                                  "`",
                                                  "```\n",
                                                  "~~~\n",
                                                  "\n",
                                                  "\n\n",
                                                  "\n- ",
                                                  "\n1. ",
                                                  "\n> ",
                                                  "    ",
                                                  "\n# ",
                                                  "\n> [!NOTE]\n> ",
                                                  "|",
                                                  "\n|a|b|\n|-|-|\n|",
                                                  "&amp;",
                                                  "&",
                                                  "<",
                                                  ">",
                                                  "\\",
                                                  "text",
                                                  " ",
                                                  "\n[r]: ",
                                                  "http://x/",
                                                  "<details><summary>",
                                                  "</details>",
                                                  "<!-- x `y` -->",
                                                  "\t",
                                                  "~~"};

inline std::string random_body(std::mt19937& random) {
  std::string body;
  for (auto count = random() % 40; count > 0; --count) body += snippets[random() % snippets.size()];
  return body;
}

inline std::string mutated(std::string body, std::mt19937& random) {
  for (auto count = random() % 6 + 1; count > 0; --count) {
    const std::size_t at = random() % (body.size() + 1);
    if (random() % 3 == 0) {
      body.erase(at, random() % 30);
    } else {
      body.insert(at, snippets[random() % snippets.size()]);
    }
  }
  return body;
}

}  // namespace tsg::test
