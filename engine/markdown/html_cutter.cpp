// SPDX-License-Identifier: MIT
#include "engine/markdown/html_cutter.h"

#include <algorithm>

#include "engine/markdown/anchors.h"
#include "engine/markdown/html_scan.h"
#include "engine/markdown/marker_places.h"

namespace tsg {

namespace {

class HtmlCutter {
 public:
  HtmlCutter(std::string_view html, const PreparedBody& body, PlaceholderNames& names)
      : html_(html), body_(body), writer_(names) {}

  // All three lists are sorted by where they stand; no id stands inside a key.
  Segments take(const HtmlScan& scan, const std::vector<MarkerPlace>& markers, HeadingIds ids) {
    for (const FoundCut& found : scan.cuts) {
      if (found.range.begin < at_) continue;
      put_up_to(found.range.begin, scan, markers, ids);
      take_cut(found);
    }
    put_up_to(html_.size(), scan, markers, ids);
    return writer_.take();
  }

 private:
  void put_up_to(std::size_t end, const HtmlScan& scan, const std::vector<MarkerPlace>& markers,
                 HeadingIds ids) {
    while (true) {
      const std::size_t heading = heading_ < scan.headings.size() ? scan.headings[heading_].id_at : no_cut;
      const std::size_t marker = marker_ < markers.size() ? markers[marker_].at : no_cut;
      if (std::min(heading, marker) > end) break;
      copy_up_to(std::min(heading, marker));
      if (marker <= heading) {
        put_marker(markers[marker_++]);
      } else {
        put_id(scan.headings[heading_++], ids);
      }
    }
    copy_up_to(end);
  }

  void copy_up_to(std::size_t end) {
    if (end <= at_) return;
    writer_.literal(html_.substr(at_, end - at_));
    at_ = end;
  }

  void put_marker(const MarkerPlace& place) {
    writer_.marker(place.kind, place.cut == no_cut ? std::string() : body_.cuts[place.cut].name);
  }

  void put_id(const FoundHeading& heading, HeadingIds ids) {
    if (ids == HeadingIds::Omit) return;
    writer_.literal(" id=\"" + anchors_.add(heading.text) + "\"");
  }

  void take_cut(const FoundCut& found) {
    const Cut& cut = body_.cuts[found.cut];
    at_ = found.range.end;
    if (is_slot(cut.kind)) {
      writer_.slot(cut, found.context);
      return;
    }
    // A marker on a line of its own takes the line with it.
    const std::size_t begin = found.range.begin;
    const bool line_begins = begin == 0 || html_[begin - 1] == '\n' || (begin == line_of_markers_);
    line_of_markers_ = line_begins ? at_ : no_cut;
    if (line_begins && at_ < html_.size() && html_[at_] == '\n') ++at_;
  }

  std::string_view html_;
  const PreparedBody& body_;
  SegmentWriter writer_;
  Anchors anchors_;
  std::size_t at_ = 0;
  std::size_t heading_ = 0;
  std::size_t marker_ = 0;
  std::size_t line_of_markers_ = no_cut;  // end of the markers that begin a line
};

}  // namespace

HtmlCutting cut_html(std::string_view html, const PreparedBody& body, HeadingIds ids, PlaceholderNames& names,
                     Reporter& reporter) {
  const HtmlScan scan = scan_rendered_html(html, body);
  const MarkerPlaces markers = place_markers(html, scan, body, reporter);
  HtmlCutting cutting;
  cutting.agent_end_lost = markers.agent_end_lost;
  cutting.shown.resize(body.cuts.size());
  for (const FoundCut& found : scan.cuts) cutting.shown[found.cut] = true;
  cutting.segments = HtmlCutter(html, body, names).take(scan, markers.places, ids);
  return cutting;
}

}  // namespace tsg
