// SPDX-License-Identifier: MIT
#include "engine/checker/shown_placeholders.h"

#include <algorithm>

#include "engine/composer/audience_view.h"
#include "engine/diagnostics/source.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::vector<bool> slots_of(const CompiledArticle& article) {
  std::vector<bool> slots(article.placeholders.size());
  for (const Segments* segments : {&article.html, &article.markdown}) {
    for (const Segment& segment : *segments) {
      if (segment.kind == SegmentKind::Slot && segment.placeholder < slots.size()) {
        slots[segment.placeholder] = true;
      }
    }
  }
  for (const Block& block : article.blocks) {
    for (const Span& span : block.spans) {
      if (span.is_slot && span.placeholder < slots.size()) slots[span.placeholder] = true;
    }
  }
  return slots;
}

}  // namespace

std::vector<Reader> readers_of(const Document& document) {
  const Extent extent = customers_extent(document.article);
  const std::vector<bool> all = slots_of(document.compiled);
  const std::vector<bool> customers = slots_of(audience_view(document.compiled, Audience::Customer, extent));
  std::vector<Reader> readers(all.size(), Reader::Customer);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] && !customers[i]) readers[i] = Reader::Agent;
  }
  return readers;
}

ArticleSpot spot_of(const Document& document, std::string_view placeholder) {
  const Article& article = document.article;
  const auto found = std::find_if(
      article.placeholders.begin(), article.placeholders.end(),
      [placeholder](const Placeholder& each) { return equal_ignoring_case(each.name, placeholder); });
  if (found == article.placeholders.end()) return {{article.path, {}, 1, 1}, {}};
  const Source source(article.path, article.text);
  const std::size_t begin = article.decoded_offset(found->range.begin);
  Place place = source.place({begin, begin});
  place.range = found->range;
  return {place, std::string(source.lines().line_text(place.line))};
}

}  // namespace tsg
