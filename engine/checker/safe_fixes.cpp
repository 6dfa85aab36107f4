// SPDX-License-Identifier: MIT
#include "engine/checker/safe_fixes.h"

#include <algorithm>
#include <vector>

#include "engine/checker/content_check.h"

namespace tsg {

namespace {

constexpr int most_runs = 10;

}  // namespace

FixedBytes with_safe_fixes(std::string_view bytes, const Diagnostics& diagnostics) {
  std::vector<const Fix*> fixes;
  for (const Diagnostic& each : diagnostics) {
    if (each.fix && each.fix->safe && each.fix->range.end <= bytes.size()) fixes.push_back(&*each.fix);
  }
  // Small ranges before large ones: what spans a whole file comes when nothing else is left.
  std::stable_sort(fixes.begin(), fixes.end(), [](const Fix* a, const Fix* b) {
    return a->range.end - a->range.begin < b->range.end - b->range.begin;
  });
  std::vector<const Fix*> chosen;
  for (const Fix* fix : fixes) {
    const bool free = std::none_of(chosen.begin(), chosen.end(), [fix](const Fix* other) {
      return fix->range.begin <= other->range.end && other->range.begin <= fix->range.end;
    });
    if (free) chosen.push_back(fix);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Fix* a, const Fix* b) { return a->range.begin < b->range.begin; });
  FixedBytes fixed;
  std::size_t at = 0;
  for (const Fix* fix : chosen) {
    fixed.bytes.append(bytes.substr(at, fix->range.begin - at)).append(fix->replacement);
    at = fix->range.end;
    ++fixed.applied;
  }
  fixed.bytes.append(bytes.substr(at));
  return fixed;
}

FixedBytes fixed_article(const std::string& path, std::string_view bytes, const LintSettings& settings) {
  FixedBytes fixed{std::string(bytes), 0};
  for (int run = 0; run < most_runs; ++run) {
    CheckedArticle checked = check_bytes(path, fixed.bytes);
    apply_suppressions(checked.article, checked.diagnostics);
    apply_settings(checked.diagnostics, settings);
    FixedBytes next = with_safe_fixes(fixed.bytes, checked.diagnostics);
    if (next.applied == 0 || next.bytes == fixed.bytes) break;
    fixed = {std::move(next.bytes), fixed.applied + next.applied};
  }
  return fixed;
}

}  // namespace tsg
