// SPDX-License-Identifier: MIT
// Whatever titles hold, each format is read back as the graph that was drawn, with those titles in it.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/text/visible.h"
#include "renderers/graph_dot.h"
#include "renderers/graph_mermaid.h"
#include "renderers/graph_svg.h"
#include "renderers/graph_text.h"
#include "renderers/graph_words.h"
#include "tests/renderers/hostile_values.h"

using namespace tsg;

namespace {

GuideGraph graph_of(const std::string& title) {
  GuideGraph graph = {.guide = "g", .title = title, .walks = "walks of " + title};
  graph.nodes = {
      {.name = "a", .title = title, .rule = title, .for_each = title, .start = true, .visits = 2, .open = 1},
      {.kind = GraphNodeKind::Outcome, .name = "outcome:" + title, .title = title, .visits = 1},
      {.kind = GraphNodeKind::Article, .name = "article:x", .title = title},
      {.kind = GraphNodeKind::Guide, .name = "guide:y", .title = title},
      {.kind = GraphNodeKind::Check, .name = "check:z", .title = title},
      {.kind = GraphNodeKind::Missing, .name = "nobody"}};
  graph.edges = {{.from = 0, .to = 1, .name = "next." + title, .wording = title, .walked = 1},
                 {.from = 0, .to = 2, .name = "on.unknown", .walked = 0},
                 {.from = 0, .to = 3, .name = "next.other"},
                 {.from = 0, .to = 0, .name = "next.again"},
                 {.from = 0, .to = 5, .name = "next.gone"},
                 {.from = 4, .to = 1, .name = "yes"}};
  return graph;
}

std::vector<std::string> hostile_titles() {
  std::vector<std::string> titles = {"",
                                     "end",
                                     "\"];\n} digraph x {",
                                     "\\",
                                     "a\\\"b\\N\\G",
                                     "&quot;&amp;#34;",
                                     "</title><script>alert(1)</script>",
                                     "]]>",
                                     "<!--",
                                     "\"]; click n0 \"javascript:alert(1)\"",
                                     "`**bold**` fa:fa-ban 1. one",
                                     "- a\n%%{init: {}}%%\nn0 --> n1",
                                     "#34;#quot;",
                                     "\xEF\xBF\xBE\xEF\xBF\xBF",
                                     "\xE2\x80\xAE"
                                     "abc",
                                     "\xC0\x80 bad",
                                     std::string("nul\0nul", 7)};
  for (const std::string& value : test::hostile_values(200)) titles.push_back(value);
  return titles;
}

// A quoted string of DOT from `at` (its first quote) on, read as Graphviz reads a label.
std::string read_dot_string(const std::string& text, std::size_t& at) {
  REQUIRE(text[at] == '"');
  std::string value;
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') {
      const char next = text[++at];
      REQUIRE((next == '\\' || next == '"' || next == 'n'));
      value += next == 'n' ? '\n' : next;
    } else if (text[at] == '&') {
      REQUIRE(text.substr(at, 5) == "&amp;");
      value += '&';
      at += 4;
    } else {
      value += text[at];
    }
  }
  REQUIRE(at < text.size());
  ++at;
  return value;
}

// The skeleton of a DOT text with every string replaced by $, and the strings.
std::pair<std::string, std::vector<std::string>> read_dot(const std::string& text) {
  std::string skeleton;
  std::vector<std::string> strings;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      strings.push_back(read_dot_string(text, at));
      skeleton += '$';
    } else {
      skeleton += text[at++];
    }
  }
  return {skeleton, strings};
}

// The text of a label of Mermaid: `#N;` is a character.
std::string read_mermaid(const std::string& label) {
  std::string value;
  for (std::size_t at = 0; at < label.size(); ++at) {
    if (label[at] != '#') {
      value += label[at];
      continue;
    }
    const std::size_t end = label.find(';', at);
    REQUIRE(end != std::string::npos);
    value += static_cast<char>(std::stoi(label.substr(at + 1, end - at - 1)));
    at = end;
  }
  return value;
}

// A strict reader of the XML that is written here: its elements, by name and in order, with their texts
// joined.
class XmlReader {
 public:
  explicit XmlReader(const std::string& text) : text_(text) {}

  std::vector<std::string> elements() {
    while (at_ < text_.size()) {
      if (text_[at_] == '<') {
        read_tag();
      } else {
        read_text();
      }
    }
    REQUIRE(open_.empty());
    return elements_;
  }
  const std::string& words() const { return words_; }

 private:
  void read_tag() {
    const std::size_t end = text_.find('>', at_);
    REQUIRE(end != std::string::npos);
    std::string tag = text_.substr(at_ + 1, end - at_ - 1);
    REQUIRE(tag.find('<') == std::string::npos);
    at_ = end + 1;
    if (tag.starts_with('/')) {
      REQUIRE_FALSE(open_.empty());
      REQUIRE(open_.back() == tag.substr(1));
      open_.pop_back();
      return;
    }
    elements_.push_back(tag.substr(0, tag.find_first_of(" /")));
    read_attributes(tag.substr(elements_.back().size()));
    if (!tag.ends_with('/')) open_.push_back(elements_.back());
  }

  // Only names that draw or describe: nothing that runs, nothing that loads.
  static void read_attributes(const std::string& text) {
    static const std::set<std::string> known = {"xmlns",
                                                "role",
                                                "aria-labelledby",
                                                "aria-describedby",
                                                "width",
                                                "height",
                                                "viewBox",
                                                "id",
                                                "class",
                                                "d",
                                                "x",
                                                "y",
                                                "rx",
                                                "text-anchor"};
    std::size_t at = 0;
    while (at < text.size() && text[at] == ' ') {
      const std::size_t equals = text.find("=\"", at);
      REQUIRE(equals != std::string::npos);
      CHECK(known.contains(text.substr(at + 1, equals - at - 1)));
      at = text.find('"', equals + 2);
      REQUIRE(at != std::string::npos);
      ++at;
    }
    REQUIRE((at == text.size() || text.substr(at) == "/"));
  }

  void read_text() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    const std::string text = text_.substr(at_, end - at_);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      REQUIRE((byte >= 0x20 || byte == '\n' || byte == '\t'));
      if (text[at] != '&') {
        words_ += text[at];
        continue;
      }
      const std::size_t close = text.find(';', at);
      const std::string name = text.substr(at, close - at + 1);
      const std::map<std::string, char> names = {
          {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
      REQUIRE(names.contains(name));
      words_ += names.at(name);
      at = close;
    }
    at_ = end;
  }

  const std::string& text_;
  std::size_t at_ = 0;
  std::vector<std::string> open_ = {};
  std::vector<std::string> elements_ = {};
  std::string words_ = {};
};

}  // namespace

TEST_CASE("DOT: no title changes what is a node and what is an edge") {
  const std::string plain = read_dot(render_dot(graph_of("title"))).first;
  for (const std::string& title : hostile_titles()) {
    INFO(title);
    const GuideGraph graph = graph_of(title);
    const auto [skeleton, strings] = read_dot(render_dot(graph));
    CHECK(skeleton == plain);
    CHECK(std::find(strings.begin(), strings.end(), label_of(graph.edges[0])) != strings.end());
  }
}

TEST_CASE("Mermaid: every line is a node, an edge or a class, and labels are read back") {
  const auto lines_of = [](const std::string& text) {
    std::vector<std::string> skeletons;
    std::vector<std::string> labels;
    std::string skeleton;
    std::string label;
    bool quoted = false;
    for (const char c : text) {
      if (c == '"') {
        if (quoted) labels.push_back(std::exchange(label, {}));
        quoted = !quoted;
      }
      (quoted && c != '"' ? label : skeleton) += c;
    }
    REQUIRE_FALSE(quoted);
    return std::pair(skeleton, labels);
  };
  const std::string plain = lines_of(render_mermaid(graph_of("title"))).first;
  for (const std::string& title : hostile_titles()) {
    INFO(title);
    const GuideGraph graph = graph_of(title);
    const auto [skeleton, labels] = lines_of(render_mermaid(graph));
    CHECK(skeleton == plain);
    for (const std::string& label : labels) {
      std::string without_breaks = label;
      for (std::size_t at = 0; (at = without_breaks.find("<br>")) != std::string::npos;)
        without_breaks.erase(at, 4);
      CHECK(without_breaks.find_first_of("\"`<>&[]{}|\\\n*_~$%:.+=!@^'") == std::string::npos);
    }
    CHECK(read_mermaid(labels[0]).starts_with(title_of(graph.nodes[0]) + "<br>"));
    CHECK(read_mermaid(labels[6]) == label_of(graph.edges[0]));
  }
}

TEST_CASE("SVG: no title adds an element, and the words are all there") {
  for (const std::string& title : hostile_titles()) {
    INFO(title);
    const GuideGraph graph = graph_of(title);
    const auto svg = render_svg(graph);
    REQUIRE(svg);
    XmlReader reader(svg.value());
    std::size_t groups = 0;
    for (const std::string& element : reader.elements()) {
      const std::set<std::string> known = {"svg", "title", "desc", "style", "rect", "path", "text", "g"};
      CHECK(known.contains(element));
      groups += element == "g" ? 1 : 0;
    }
    CHECK(groups == graph.nodes.size());
    const bool replaced =
        title.find("\xEF\xBF\xBE") != std::string::npos || title.find("\xEF\xBF\xBF") != std::string::npos;
    if (!replaced) CHECK(reader.words().find(title_of(graph.nodes[1])) != std::string::npos);
    CHECK(svg.value().find("\xEF\xBF\xBE") == std::string::npos);
  }
}

TEST_CASE("SVG: it says what it shows in words, and in either scheme") {
  const GuideGraph graph = graph_of("Why?");
  const std::string svg = render_svg(graph).value();
  for (const std::string_view part : {"role=\"img\"", "aria-labelledby=\"tsg-graph-g-title\"",
                                      "<title id=\"tsg-graph-g-title\">Decision tree of Why?</title>",
                                      "aria-describedby=\"tsg-graph-g-words\"", "prefers-color-scheme: dark",
                                      "(taken)", "walked 2 times, open", "leads back", ">Missing</text>"}) {
    INFO(part);
    CHECK(svg.find(part) != std::string::npos);
  }
  for (const GraphNode& node : graph.nodes)
    CHECK(graph_in_words(graph).find(node.name + ": ") != std::string::npos);
}

TEST_CASE("text is wrapped within its width, and cut where lines run out") {
  for (const std::string& title : hostile_titles()) {
    const std::string shown = visible(title);
    INFO(shown);
    const auto lines = wrapped_text(shown, 14, 190, 5);
    CHECK(lines.size() <= 5);
    for (const std::string& line : lines) CHECK((text_width(line, 14) <= 190 || line.size() <= 8));
  }
  CHECK(wrapped_text("one two", 10, 30, 3) == std::vector<std::string>{"one", "two"});
  CHECK(wrapped_text("aaaaaaaaaaaaaaaaaaaa", 10, 60, 1).front().ends_with("…"));
}
