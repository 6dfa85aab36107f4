// SPDX-License-Identifier: MIT
#include "renderers/graph_svg.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "renderers/escape_xml.h"
#include "renderers/graph_shelves.h"
#include "renderers/graph_text.h"
#include "renderers/graph_words.h"

namespace tsg {

namespace {

constexpr double title_size = 14;
constexpr double caption_size = 11.5;
constexpr double bold = 1.12;  // how much wider than other text
constexpr double line_height = 1.35;
constexpr double padding = 10;
constexpr double text_room = 190;
constexpr std::size_t title_lines = 5;
constexpr std::size_t caption_lines = 4;

// Text keeps 4.5:1 against what it stands on, and lines 3:1, in both schemes.
constexpr std::string_view style = R"css(
  svg { --page: #ffffff; --box: #f5f6f8; --text: #1c2126; --quiet: #4d5762; --line: #6b7580; --walked: #0b57a4; }
  @media (prefers-color-scheme: dark) {
    svg { --page: #15181c; --box: #1e2329; --text: #e8ebee; --quiet: #aeb8c2; --line: #8a95a1; --walked: #86bdf7; }
  }
  text { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--text); }
  .page { fill: var(--page); }
  .box { fill: var(--box); stroke: var(--line); stroke-width: 1.5; }
  .way { fill: none; stroke: var(--line); stroke-width: 1.5; }
  .tip { fill: var(--line); }
  .detour { stroke-dasharray: 6 4; }
  .missing { stroke-dasharray: 2 3; }
  .inner { fill: none; stroke: var(--line); stroke-width: 1; }
  .title { font-size: 14px; font-weight: 600; }
  .caption, .label { font-size: 11.5px; }
  .caption { fill: var(--quiet); }
  .walked { stroke: var(--walked); stroke-width: 4; }
  .tip.walked { fill: var(--walked); }
  .label.walked { stroke: none; font-weight: 700; }
)css";

struct NodeText {
  std::vector<std::string> title = {};
  std::vector<std::string> caption = {};
};

// Edges between the same two nodes, drawn as one line.
struct Bundle {
  GraphLine line = {};
  std::string label = {};
  bool walked = false;
  bool detour = true;  // all of them are
};

double height_of(const NodeText& text) {
  const double titles = static_cast<double>(text.title.size()) * title_size;
  return 2 * padding + line_height * (titles + static_cast<double>(text.caption.size()) * caption_size);
}

class Drawing {
 public:
  explicit Drawing(const GuideGraph& graph) : graph_(graph) {
    bundle_edges();
    for (std::size_t at = 0; at < graph.nodes.size(); ++at) texts_.push_back(text_of(at));
  }

  Result<std::string> draw() {
    std::vector<GraphSize> nodes;
    for (const NodeText& text : texts_) nodes.push_back({text_room + 2 * padding, height_of(text)});
    std::vector<GraphLine> lines;
    std::vector<GraphSize> labels;
    for (const Bundle& bundle : bundles_) {
      lines.push_back(bundle.line);
      labels.push_back({text_width(bundle.label, caption_size) * bold + 8, 18});
    }
    const std::optional<GraphLayout> layout = layout_graph(nodes, lines, labels);
    if (!layout) {
      return HostError{fmt::format("guide `{}` is too large to be laid out", graph_.guide),
                       "draw it as dot or mermaid"};
    }
    open(layout->size);
    for (std::size_t at = 0; at < bundles_.size(); ++at) draw_line(bundles_[at], layout->lines[at]);
    for (std::size_t at = 0; at < texts_.size(); ++at) draw_node(at, layout->nodes[at]);
    return std::move(out_) + "</svg>\n";
  }

 private:
  void bundle_edges() {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    for (const GraphEdge& edge : graph_.edges) {
      if (edge.from == edge.to) {
        circles_[edge.from].push_back(label_of(edge));
        continue;
      }
      const auto [found, made] = known.try_emplace({edge.from, edge.to}, bundles_.size());
      if (made) bundles_.push_back({.line = {edge.from, edge.to}});
      Bundle& bundle = bundles_[found->second];
      bundle.label += (made ? "" : ", ") + label_of(edge);
      bundle.walked |= is_walked(edge);
      bundle.detour &= is_detour(edge);
    }
    for (Bundle& bundle : bundles_)
      bundle.label = wrapped_text(bundle.label, caption_size, 4 * text_room, 1).front();
  }

  NodeText text_of(std::size_t at) const {
    const GraphNode& node = graph_.nodes[at];
    std::string caption = caption_of(node);
    if (const std::string note = walk_note(node); !note.empty()) caption += "; " + note;
    if (const auto circles = circles_.find(at); circles != circles_.end()) {
      caption += fmt::format("; leads back here: {}", fmt::join(circles->second, ", "));
    }
    return {wrapped_text(title_of(node), title_size * bold, text_room, title_lines),
            wrapped_text(caption, caption_size, text_room, caption_lines)};
  }

  void open(const GraphSize& size) {
    const std::string id = "tsg-graph-" + xml(graph_.guide);
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}-title\" "
        "aria-describedby=\"{0}-words\" width=\"{1}\" height=\"{2}\" viewBox=\"0 0 {1} {2}\">\n"
        "<title id=\"{0}-title\">{3}</title>\n<desc id=\"{0}-words\">{4}</desc>\n<style>{5}</style>\n"
        "<rect class=\"page\" width=\"{1}\" height=\"{2}\"/>\n",
        id, number(size.width), number(size.height), xml(graph_title(graph_)), xml(graph_in_words(graph_)),
        style);
  }

  static std::string number(double value) { return fmt::format("{:.10g}", std::round(value * 10) / 10); }

  static std::string_view walked_class(bool walked) { return walked ? " walked" : ""; }

  void draw_line(const Bundle& bundle, const PlacedLine& line) {
    std::string path;
    const GraphPoint* pen = nullptr;
    for (const GraphStretch& stretch : line.stretches) {
      if (pen == nullptr || pen->y != stretch.from.y) {
        path += fmt::format("M{} {}", number(stretch.from.x), number(stretch.from.y));
      }
      path += piece(stretch);
      pen = &stretch.to;
    }
    const std::string_view walked = walked_class(bundle.walked);
    out_ += fmt::format("<path class=\"way{}{}\" d=\"{}\"/>\n", bundle.detour ? " detour" : "", walked, path);
    const double back = line.upwards ? graph_arrow_length : -graph_arrow_length;
    out_ += fmt::format("<path class=\"tip{}\" d=\"M{} {}l-5 {}h10z\"/>\n", walked, number(line.tip.x),
                        number(line.tip.y), number(back));
    out_ += fmt::format("<text class=\"label{}\" text-anchor=\"middle\" x=\"{}\" y=\"{}\">{}</text>\n",
                        walked, number(line.label.left + line.label.width / 2), number(line.label.top + 13),
                        xml(bundle.label));
  }

  static std::string piece(const GraphStretch& stretch) {
    const std::string to = fmt::format("{} {}", number(stretch.to.x), number(stretch.to.y));
    if (!stretch.curved) return "L" + to;
    const double middle = (stretch.from.y + stretch.to.y) / 2;
    return fmt::format("C{0} {2} {1} {2} {3}", number(stretch.from.x), number(stretch.to.x), number(middle),
                       to);
  }

  void draw_node(std::size_t at, const GraphBox& box) {
    const GraphNode& node = graph_.nodes[at];
    const bool leaf = node.kind == GraphNodeKind::Outcome || node.kind == GraphNodeKind::Article;
    out_ += fmt::format("<g><title>{}</title>\n", xml(node.name + ": " + title_of(node)));
    draw_frame(node, box, leaf ? 16 : 3);
    double y = box.top + padding;
    for (const std::string& line : texts_[at].title)
      draw_text("title", line, box, y += title_size * line_height);
    for (const std::string& line : texts_[at].caption) {
      draw_text("caption", line, box, y += caption_size * line_height);
    }
    out_ += "</g>\n";
  }

  void draw_frame(const GraphNode& node, const GraphBox& box, int corner) {
    out_ += fmt::format("<rect class=\"box{}{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>\n",
                        node.kind == GraphNodeKind::Missing ? " missing" : "", walked_class(node.visits > 0),
                        number(box.left), number(box.top), number(box.width), number(box.height), corner);
    if (node.kind != GraphNodeKind::Guide) return;
    out_ += fmt::format("<path class=\"inner\" d=\"M{0} {1}v{3}M{2} {1}v{3}\"/>\n", number(box.left + 5),
                        number(box.top), number(box.left + box.width - 5), number(box.height));
  }

  void draw_text(std::string_view kind, const std::string& line, const GraphBox& box, double y) {
    out_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", kind, number(box.left + padding),
                        number(y - 4), xml(line));
  }

  const GuideGraph& graph_;
  std::vector<Bundle> bundles_ = {};
  std::map<std::size_t, std::vector<std::string>> circles_ = {};  // node -> labels of edges to itself
  std::vector<NodeText> texts_ = {};
  std::string out_ = {};
};

}  // namespace

Result<std::string> render_svg(const GuideGraph& graph) {
  return Drawing(graph).draw();
}

}  // namespace tsg
