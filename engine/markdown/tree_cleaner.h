// SPDX-License-Identifier: MIT
// Makes a parsed tree fit to be shown: raw HTML through the allow-list, addresses through the schemes that
// may be used, alerts recognised, comments put back into code. All that remains in it may be written out as
// it stands, but for the keys of placeholders and markers.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <vector>

#include "engine/markdown/node_places.h"
#include "engine/markdown/raw_html.h"
#include "engine/markdown/url_policy.h"

namespace tsg {

// Borrows body, words and reporter, which must outlive it.
class TreeCleaner {
 public:
  TreeCleaner(const PreparedBody& body, const PortalWords& words, Reporter& reporter)
      : body_(body),
        words_(words),
        reporter_(reporter),
        places_(body),
        raw_html_(body, words, reporter),
        reported_(body.cuts.size()) {}

  // REQUIRES: the tree is at most limits::markdown_depth deep
  void clean(cmark_node* root);
  // Cuts that are not shown and that a message has already told of.
  const std::vector<bool>& reported() const { return reported_; }

 private:
  void clean_children(cmark_node* parent);
  void clean_node(cmark_node* node);
  void clean_html(cmark_node* node);
  void clean_code_block(cmark_node* node);
  void clean_link(cmark_node* node, UrlUse use);
  void clean_image_text(cmark_node* node);
  void refuse_link(cmark_node* node, const std::string& url, const UrlVerdict& verdict);
  std::string shown_address(const std::string& url) const;
  void show_as_portal_action(cmark_node* node);
  void restore(cmark_node* node);
  void close_elements(cmark_node* parent, std::size_t outside);
  void mark_reported(std::string_view text);

  const PreparedBody& body_;
  const PortalWords& words_;
  Reporter& reporter_;
  NodePlaces places_;
  RawHtml raw_html_;
  std::vector<bool> reported_;
};

}  // namespace tsg
