// SPDX-License-Identifier: MIT
// `tsg explain CODE`: what a message means, with an example of what gives it and of what does not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/console.h"

namespace tsg {

// docs/diagnostics.md, as it was when the program was built.
std::string_view diagnostics_page();

struct Explanation {
  std::string code = {};
  std::string text = {};  // Markdown, without its heading
  // The first example that gives the message and the first that does not; empty where there is none.
  std::string bad = {};
  std::string good = {};
};

// In the order of the page.
std::vector<Explanation> explanations();
// By code (`TSG178`, in any case); nothing when there is none.
std::optional<Explanation> explanation_of(std::string_view code);

ExitCode explain(const std::string& code, const Console& console);

}  // namespace tsg
