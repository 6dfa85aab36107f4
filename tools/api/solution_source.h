// SPDX-License-Identifier: MIT
// Where a solution comes from: an article of the pack, and the guide that it belongs to.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/model/pack.h"
#include "tools/desk/desk_content.h"

namespace tsg {

enum class SolutionKind : std::uint8_t { Article, Guide };

struct SolutionSource {
  SolutionKind kind = SolutionKind::Article;
  std::shared_ptr<const Pack> pack = {};
  const Document* document = nullptr;  // of `pack`; a guide's is its summary
  std::string guide = {};              // empty: the article stands for itself
};

// `id` is a guide's, or an article's in any case of letters. `whole` is the pack with all its articles.
// Nothing when there is none.
std::optional<SolutionSource> find_solution(const DeskContent& content, std::shared_ptr<const Pack> whole,
                                            const std::string& id);

}  // namespace tsg
