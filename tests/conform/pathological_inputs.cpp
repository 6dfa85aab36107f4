// SPDX-License-Identifier: MIT
#include "tests/conform/pathological_inputs.h"

#include <algorithm>
#include <array>

namespace tsg::conform {

namespace {

constexpr std::size_t wide = 3000;

constexpr std::array inputs = {
    // Known to be quadratic in cmark-gfm 0.29.0.gfm.6.
    PathologicalInput{"table, wide header and short rows", "", "|a", "|\n|-|-|\n", "a\n"},
    PathologicalInput{"table, wide header and short rows, 3 KB", "", "|a", "|\n|-|-|\n", "a\n", wide},
    PathologicalInput{"table, 64 columns and short rows",
                      "|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|\n"
                      "|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n",
                      "a\n"},
    PathologicalInput{"table, very wide header and delimiter row", "", "|a", "|\n", "|-"},
    PathologicalInput{"table, 65535 columns", "", "a|", "\n", "-|"},
    PathologicalInput{
        "references, long and often used",
        "[a]: /uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu"
        "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu\n\n",
        "[a][a]"},
    PathologicalInput{"references, one as long as its uses", "[a]: /", "u", "\n\n", "[a] "},
    PathologicalInput{"autolink, www and parentheses", "www.a", ")"},
    PathologicalInput{"autolink, many", "", "www.a.b))) http://a.b/c))) "},
    PathologicalInput{"autolink, a@a@", "", "a@"},
    PathologicalInput{"autolink, a@a.a@a.", "", "a@a."},
    // Nesting.
    PathologicalInput{"quotes inside each other", "", "> ", "a"},
    PathologicalInput{"quotes on every line", "", "> > > > > > > > a\n"},
    PathologicalInput{"lists inside each other on one line", "", "- ", "a"},
    PathologicalInput{"numbered lists on one line", "", "1. ", "a"},
    PathologicalInput{"quotes and lists in turn", "", "> - ", "a"},
    PathologicalInput{"many short list items", "", "- a\n"},
    PathologicalInput{"many empty list items", "", "-\n"},
    PathologicalInput{"list items and blank lines", "- a\n", "\n"},
    PathologicalInput{"numbers in a list", "", "123456789. a\n"},
    PathologicalInput{"tasks", "", "- [ ] a\n"},
    PathologicalInput{"headings", "", "# a\n"},
    PathologicalInput{"headings of the same words", "", "## one two three\n\n"},
    PathologicalInput{"underlined headings", "", "a\n=\n"},
    PathologicalInput{"rules", "", "***\n"},
    // Emphasis.
    PathologicalInput{"emphasis opened", "", "*a "},
    PathologicalInput{"emphasis opened and closed elsewhere", "", "*a **a ", "", "a** a*"},
    PathologicalInput{"emphasis of three marks", "", "***a **a *a "},
    PathologicalInput{"emphasis in words", "", "a**b_c* "},
    PathologicalInput{"emphasis, unmatched closers", "", "a_ "},
    PathologicalInput{"emphasis inside each other", "", "*a **b ", "", " b** a*"},
    PathologicalInput{"struck inside each other", "", "~~a ~b ", "", " b~ a~~"},
    PathologicalInput{"one run of stars", "", "*"},
    PathologicalInput{"one run of tildes", "a ", "~"},
    // Links and references.
    PathologicalInput{"brackets opened", "", "["},
    PathologicalInput{"brackets closed", "", "]"},
    PathologicalInput{"brackets inside each other", "", "[", "a", "]"},
    PathologicalInput{"links opened", "", "[a]("},
    PathologicalInput{"links opened with angles", "", "[a](<b"},
    PathologicalInput{"links with open titles", "", "[a](b \""},
    PathologicalInput{"images inside each other", "", "![", "a", "](b)"},
    PathologicalInput{"links and images in turn", "", "[![a", "", "](b)](c)"},
    PathologicalInput{"links with parentheses inside each other", "[a](", "(", "", ")"},
    PathologicalInput{"links that work", "", "[a](b) "},
    PathologicalInput{"definitions", "", "[a]: b\n"},
    PathologicalInput{"definitions that are never used", "", "[a\\]: b "},
    PathologicalInput{"references that are not defined", "", "[a][b]"},
    PathologicalInput{"escaped brackets", "", "\\[a\\]("},
    // Code.
    PathologicalInput{"backticks, ever longer runs", "", "`a``b```c````d`````e``````f"},
    PathologicalInput{"one run of backticks", "a ", "`"},
    PathologicalInput{"backticks, opened", "", "a ` ``b"},
    PathologicalInput{"fences", "", "```\n"},
    PathologicalInput{"fences that never close", "", "~~~ a\n```` b\n"},
    PathologicalInput{"indented code", "", "    a\n\n"},
    // HTML.
    PathologicalInput{"tags opened", "", "<a "},
    PathologicalInput{"tags with open attributes", "", "<a b=\""},
    PathologicalInput{"elements inside each other", "", "<div>", "a", "</div>"},
    PathologicalInput{"elements that never close", "", "<b>"},
    PathologicalInput{"elements closed only", "", "</b>"},
    PathologicalInput{"comments opened", "", "<!-- a "},
    PathologicalInput{"comment marks", "", "<!--"},
    PathologicalInput{"comments", "", "<!-- a -->"},
    PathologicalInput{"processing instructions", "", "<?"},
    PathologicalInput{"CDATA", "", "<![CDATA["},
    PathologicalInput{"declarations", "", "<!A "},
    PathologicalInput{"scripts", "", "<script>a"},
    PathologicalInput{"lists of HTML inside each other", "", "<ul><li>", "a", "</li></ul>"},
    PathologicalInput{"attributes of one tag", "<b ", "a=b ", ">a</b>"},
    // Entities, escapes, characters.
    PathologicalInput{"entities opened", "", "&a"},
    PathologicalInput{"entities", "", "&amp;"},
    PathologicalInput{"entities that grow", "", "&ngE;"},
    PathologicalInput{"numbers of characters", "", "&#99999999;"},
    PathologicalInput{"backslashes", "", "\\"},
    PathologicalInput{"quotes and marks that HTML escapes", "", "\"<&"},
    PathologicalInput{"bytes that are no UTF-8", "", "\xC3"},
    PathologicalInput{"NUL", "", std::string_view("a\0", 2)},
    PathologicalInput{"tabs", "", "\t"},
    PathologicalInput{"blank lines", "", "\n"},
    PathologicalInput{"carriage returns", "", "a\r"},
    PathologicalInput{"hard breaks", "", "a  \n"},
    // Footnotes.
    PathologicalInput{"footnotes used", "[^a]: b\n\n", "[^a] "},
    PathologicalInput{"footnotes defined", "", "[^a]: b\n"},
    PathologicalInput{"footnotes inside each other", "", "[^a"},
    // Tables.
    PathologicalInput{"table rows", "|a|b|\n|-|-|\n", "|a|b|\n"},
    PathologicalInput{"delimiter rows", "", "|-|-|\n"},
    PathologicalInput{"a paragraph before each delimiter row", "", "a\n|-|-|\n"},
    PathologicalInput{"table cells of code", "|a|\n|-|\n", "|`a\\|b`|\n"},
    PathologicalInput{"pipes", "", "|"},
    PathologicalInput{"small tables", "", "|a|\n|-|\n|b|\n\n"},
    // What tsg adds to Markdown.
    PathologicalInput{"alerts", "", "> [!NOTE]\n> a\n\n"},
    PathologicalInput{"alerts inside each other", "", "> [!NOTE]\n> > "},
    PathologicalInput{"placeholders", "", "<!--$A-->[A]<!--/$A--> "},
    PathologicalInput{"placeholders opened", "", "<!--$A-->"},
    PathologicalInput{"placeholders closed", "", "<!--/$A-->"},
    PathologicalInput{"placeholders inside each other", "", "<!--$A-->", "a", "<!--/$A-->"},
    PathologicalInput{"placeholders in code", "", "`<!--$A-->a<!--/$A-->"},
    PathologicalInput{"placeholders in links", "", "[a](b/<!--$A-->a<!--/$A-->"},
    PathologicalInput{"placeholders behind a bare URL", "https://a.b/", "<!--$A-->a<!--/$A-->"},
    PathologicalInput{"sections", "", "<!--issueDescription-->a<!--/issueDescription-->\n"},
    PathologicalInput{"sections opened", "", "<!--rcaDescription-->\n"},
    PathologicalInput{"sections inside each other", "", "<!--rcaDescription-->", "a",
                      "<!--/rcaDescription-->"},
    PathologicalInput{"text for agents", "", "<!-- audience: agent -->a<!-- /audience -->\n"},
    PathologicalInput{"text for agents opened", "", "<!-- audience: agent -->\n"},
    PathologicalInput{"text for agents inside each other", "", "<!-- audience: agent -->", "a",
                      "<!-- /audience -->"},
    PathologicalInput{"comments in a quote", "", "> <!-- a -->b\n"},
    PathologicalInput{"includes", "", "<!-- include: ../a.md -->\n"},
};

std::size_t times(const PathologicalInput& input, std::size_t bytes) {
  const std::size_t fixed = input.head.size() + input.middle.size();
  return bytes > fixed ? (bytes - fixed) / (input.repeated.size() + input.tail.size()) : 0;
}

}  // namespace

std::span<const PathologicalInput> pathological_inputs() {
  return inputs;
}

std::string pathological_body(const PathologicalInput& input, std::size_t bytes) {
  if (input.most_bytes > 0) bytes = std::min(bytes, input.most_bytes);
  const std::size_t count = times(input, bytes);
  std::string body(input.head);
  for (std::size_t i = 0; i < count; ++i) body += input.repeated;
  body += input.middle;
  for (std::size_t i = 0; i < count; ++i) body += input.tail;
  return body;
}

}  // namespace tsg::conform
