// SPDX-License-Identifier: MIT
#include "tools/serve/step_article.h"

#include <algorithm>

#include "engine/composer/compose.h"
#include "renderers/html_fragment.h"

namespace tsg {

namespace {

// Text is escaped and holds no `<`: what begins so is a heading. Its name is the one that the loader looks
// for.
void drop_section(std::string& html, std::string_view heading_id) {
  const std::size_t begin = html.find("<h2 id=\"" + std::string(heading_id) + '"');
  if (begin == std::string::npos) return;
  const std::size_t end = std::min(html.find("<h2", begin + 1), html.rfind("</div>"));
  html.erase(begin, end - begin);
}

}  // namespace

std::string step_article_html(const Pack& pack, const Step& step) {
  if (step.document >= pack.documents.size()) return {};
  Diagnostics unused;
  std::string html = render_html_fragment(
      compose_article(pack.documents[step.document], {}, {.audience = Audience::Agent}, unused));
  drop_section(html, "answers");
  return html;
}

}  // namespace tsg
