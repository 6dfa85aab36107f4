// SPDX-License-Identifier: MIT
// An article whose components are comments, as the Help API has it: `<!--KEY-->` in the content, and an entry
// with that key in the replacement maps.
#pragma once

#include <string>
#include <vector>

#include "engine/model/component.h"
#include "engine/model/guide.h"
#include "engine/model/portal.h"

namespace tsg {

struct KeyedComponent {
  std::string key = {};                 // the comment, "<!--6a0e...-->"
  std::vector<Component> content = {};  // the component; behind a group its videos
};

struct KeyedArticle {
  Document document = {};  // only its HTML is compiled
  std::vector<KeyedComponent> components = {};
};

// `root` is where the files that the article includes are read. Keys depend on the article's id and the
// component's number alone. A component in code or beyond limits::components has no key.
KeyedArticle key_components(const Article& article, const std::string& root,
                            const PortalSettings& portal = {});

}  // namespace tsg
