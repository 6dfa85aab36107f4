// SPDX-License-Identifier: MIT
// Which articles are pages of a customer's site of their own (docs/article-format.md, selfHelpType).
#pragma once

#include <string_view>

namespace tsg {

// generic, diagnostics, resource, rca, servicehealthinsights, apollo, ignoring case. Forms, metadata and
// TSG_* are parts of other pages or of none.
bool has_own_page(std::string_view self_help_type);

}  // namespace tsg
