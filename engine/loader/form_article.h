// SPDX-License-Identifier: MIT
// An article that holds a form, from its bytes to the form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/form.h"

namespace tsg {

struct FormArticleReading {
  std::optional<Form> form = {};
  Diagnostics diagnostics = {};  // of the article, and why there is no form
};

// The three known departures from strict JSON are read without a word: engine/checker tells them.
FormArticleReading read_form_article(std::string path, std::string_view bytes);

}  // namespace tsg
