// SPDX-License-Identifier: MIT
#include "engine/checker/article_check.h"

#include "engine/checker/article_view.h"
#include "engine/checker/component_check.h"
#include "engine/checker/file_check.h"
#include "engine/checker/header_check.h"
#include "engine/checker/json_body_check.h"
#include "engine/checker/link_check.h"
#include "engine/checker/mark_check.h"
#include "engine/checker/structure_check.h"
#include "engine/checker/text_check.h"
#include "engine/diagnostics/place_order.h"
#include "engine/loader/translation_files.h"

namespace tsg {

Diagnostics check_article(const Article& article) {
  Diagnostics diagnostics;
  ArticleSource source(article, diagnostics);
  ArticleView view(article, source);
  if (!place_of_translation(article.path)) {
    check_header_keys(view);
    check_routing_values(view);
    check_identity_values(view);
  }
  check_header_values(view);
  check_file_bytes(view);
  check_file_name(view);
  check_headings(view);
  check_recommended_headings(view);
  check_lists(view);
  check_blocks(view);
  check_placeholders(view);
  check_sections(view);
  check_link_syntax(view);
  check_addresses(view);
  check_links(view);
  check_components(view);
  check_words(view);
  if (article.json_body) check_json_body(source);
  sort_by_place(diagnostics);
  return diagnostics;
}

}  // namespace tsg
