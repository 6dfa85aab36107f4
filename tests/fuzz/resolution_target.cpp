// SPDX-License-Identifier: MIT
// A resolution as JSON: what is accepted is written and read back the same, and can be shown.
#include <string>

#include "engine/composer/compose.h"
#include "engine/loader/resolution_reader.h"
#include "renderers/html_fragment.h"
#include "renderers/html_page.h"
#include "renderers/markdown.h"
#include "renderers/resolution_json.h"
#include "renderers/terminal.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/property.h"
#include "tests/renderers/sample_guide.h"

namespace tsg::fuzz {

namespace {

void require_fixed_point(const Resolution& resolution) {
  const std::string written = resolution_json(resolution, 0);
  const ResolutionRead again = read_resolution(written, "written.json");
  require(again.resolution.has_value(), "a resolution that was written is read", written);
  require(*again.resolution == resolution, "a resolution reads back as it was", written);
}

void render_everywhere(const Resolution& resolution, Audience audience) {
  static const Pack pack = test::sample_pack();
  const ComposedGuide guide = compose(resolution, pack, {.audience = audience});
  require_whole_html(render_html_fragment(guide));
  require_terminal_text(render_terminal(guide));
  require(!render_markdown(guide).empty(), "there is always something to say");
}

}  // namespace

void fuzz_resolution(Bytes bytes) {
  const std::string_view text = text_of(bytes);
  const ResolutionRead read = read_resolution(text, "r.json");
  require(read.resolution.has_value() == read.diagnostics.empty(), "what is refused has a reason");
  require_showable(read.diagnostics, "r.json", text.size());
  if (!read.resolution) return;
  require_fixed_point(*read.resolution);
  render_everywhere(*read.resolution, Audience::Agent);
  render_everywhere(*read.resolution, Audience::Customer);
}

}  // namespace tsg::fuzz
