// SPDX-License-Identifier: MIT
#include "engine/markdown/reporter.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/markdown_codes.h"

namespace tsg {

void Reporter::report(const Code& code, ByteRange range, std::string message, std::string help) {
  if (full()) {
    ++left_out_;
    worst_left_out_ = std::min(worst_left_out_, code.severity);
    return;
  }
  const Place place = place_ ? place_(range.begin, range.end) : Place{.range = range};
  diagnostics_.push_back(make_diagnostic(code, place, std::move(message), std::move(help)));
}

Diagnostics Reporter::take() {
  if (left_out_ > 0) {
    diagnostics_.push_back(
        make_diagnostic(codes::messages_left_out, diagnostics_.back().place,
                        fmt::format("{} more messages about this article are left out", left_out_),
                        "mend the first ones and look again"));
    diagnostics_.back().severity = worst_left_out_;
  }
  return std::move(diagnostics_);
}

}  // namespace tsg
