// SPDX-License-Identifier: MIT
#include "renderers/difference.h"
#include "tools/serve/agent_call.h"

namespace tsg {

web::Response AgentCall::changes_page(const CaseView& view) {
  Result<std::optional<ResolutionDifference>> found = desk_.changes(view, Audience::Agent);
  if (!found.ok()) return failure(found.error());
  const std::optional<ResolutionDifference>& difference = found.value();
  TemplateValue values = new_page("changes", "What the newest facts changed");
  values.set("back", "/cases/" + view.head.id);
  values.set("content",
             TrustedHtml{difference ? difference_html(*difference)
                                    : "<p>Facts were given once: there is nothing to compare.</p>"});
  return page(200, "shown.html", TemplateValue::record().set("page", std::move(values)), "changes");
}

}  // namespace tsg
