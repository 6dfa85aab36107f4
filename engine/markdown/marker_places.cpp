// SPDX-License-Identifier: MIT
#include "engine/markdown/marker_places.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/markdown_codes.h"

namespace tsg {

namespace {

struct Region {
  MarkerPlace begin = {};
  MarkerPlace end = {};
};

class MarkerPlacer {
 public:
  MarkerPlacer(std::string_view html, const HtmlScan& scan, const PreparedBody& body, Reporter& reporter)
      : html_(html), scan_(scan), body_(body), reporter_(reporter), found_(body.cuts.size(), nullptr) {
    for (const FoundCut& found : scan.cuts) {
      if (!found.in_tag && found_[found.cut] == nullptr) found_[found.cut] = &found;
    }
  }

  MarkerPlaces take() {
    for (std::size_t cut = 0; cut < body_.cuts.size(); ++cut) {
      if (body_.cuts[cut].kind == CutKind::SectionBegin) add_region(cut, sections_);
      if (body_.cuts[cut].kind == CutKind::AgentBegin) add_region(cut, agents_);
    }
    join_overlapping_agents();
    for (const Region& region : sections_) put(region);
    for (const Region& region : agents_) put(region);
    std::sort(result_.places.begin(), result_.places.end(), [](const MarkerPlace& a, const MarkerPlace& b) {
      return a.at != b.at ? a.at < b.at : a.cut < b.cut;
    });
    return std::move(result_);
  }

 private:
  void add_region(std::size_t begin_cut, std::vector<Region>& regions) {
    const Cut& cut = body_.cuts[begin_cut];
    const FoundCut* const begin = found_[begin_cut];
    const FoundCut* const end = cut.partner == no_cut ? nullptr : found_[cut.partner];
    if (begin == nullptr || (end == nullptr && cut.partner != no_cut)) return report_lost(cut);
    const FoundCut at_end{.cut = no_cut, .range = {scan_.elements[0].end, scan_.elements[0].end}};
    regions.push_back(region_of(*begin, end == nullptr ? at_end : *end));
  }

  Region region_of(const FoundCut& begin, const FoundCut& end) {
    const std::size_t around = innermost_around(begin.element, end.element);
    Region region;
    region.begin = {begin.range.begin, body_.cuts[begin.cut].kind, begin.cut};
    const bool agent = region.begin.kind == CutKind::AgentBegin;
    region.end = {end.range.begin, agent ? CutKind::AgentEnd : CutKind::SectionEnd, end.cut};
    if (begin.element != around) region.begin.at = scan_.elements[child_of(around, begin.element)].begin;
    if (end.element != around) region.end.at = behind(scan_.elements[child_of(around, end.element)]);
    if (begin.element != end.element) report_moved(begin.element != around ? begin.cut : end.cut);
    return region;
  }

  // The line break behind a block goes with it.
  std::size_t behind(const HtmlElement& element) const {
    return element.end + (html_.substr(element.end).starts_with('\n') ? 1 : 0);
  }

  std::size_t innermost_around(std::size_t a, std::size_t b) const {
    const auto& elements = scan_.elements;
    while (a != b) {
      std::size_t& deeper = elements[a].depth >= elements[b].depth ? a : b;
      deeper = elements[deeper].parent;
    }
    return a;
  }

  std::size_t child_of(std::size_t around, std::size_t element) const {
    while (scan_.elements[element].parent != around) element = scan_.elements[element].parent;
    return element;
  }

  void report_moved(std::size_t cut) {
    reporter_.report(codes::marker_inside_element, body_.cuts[cut].range,
                     "the marker stands inside an element that its other end is outside of; it is moved out",
                     "put both ends of the pair on lines of their own, at the same indent");
  }

  void report_lost(const Cut& cut) {
    if (cut.kind == CutKind::AgentBegin) result_.agent_end_lost = true;
    reporter_.report(
        codes::marker_not_shown, cut.range,
        cut.kind == CutKind::AgentBegin
            ? "the text for agents begins or ends where nothing is shown; the whole article is for agents"
            : "the section begins or ends where nothing is shown; it is left out",
        "put the marker on a line of its own");
  }

  void join_overlapping_agents() {
    std::sort(agents_.begin(), agents_.end(),
              [](const Region& a, const Region& b) { return a.begin.at < b.begin.at; });
    std::vector<Region> joined;
    for (const Region& region : agents_) {
      if (joined.empty() || joined.back().end.at < region.begin.at) {
        joined.push_back(region);
      } else if (joined.back().end.at < region.end.at) {
        joined.back().end = region.end;
      }
    }
    agents_ = std::move(joined);
  }

  void put(const Region& region) {
    result_.places.push_back(region.begin);
    result_.places.push_back(region.end);
  }

  std::string_view html_;
  const HtmlScan& scan_;
  const PreparedBody& body_;
  Reporter& reporter_;
  std::vector<const FoundCut*> found_;
  std::vector<Region> sections_;
  std::vector<Region> agents_;
  MarkerPlaces result_;
};

}  // namespace

MarkerPlaces place_markers(std::string_view html, const HtmlScan& scan, const PreparedBody& body,
                           Reporter& reporter) {
  return MarkerPlacer(html, scan, body, reporter).take();
}

}  // namespace tsg
