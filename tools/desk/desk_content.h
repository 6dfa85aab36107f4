// SPDX-License-Identifier: MIT
// The guides of a pack as they stood when they were read, ready to be walked by several threads at once.
//
//   const DeskContent content = DeskContent::open(root);
//   if (auto guide = content.lease("application-gateway-502")) guide->resolver().resolve(...);
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/tsg.h"

namespace tsg {

class DeskContent;

// A resolver for one thread's use, given back by its death. Must not outlive its DeskContent.
class GuideLease {
 public:
  GuideLease(const DeskContent& content, std::unique_ptr<GuideResolver> resolver)
      : content_(&content), resolver_(std::move(resolver)) {}
  GuideLease(GuideLease&&) noexcept = default;
  GuideLease& operator=(GuideLease&&) noexcept = default;
  ~GuideLease();

  GuideResolver& resolver() const { return *resolver_; }

 private:
  const DeskContent* content_;
  std::unique_ptr<GuideResolver> resolver_;
};

class DeskContent {
 public:
  // Opens the guides of the pack at `root`; with `only`, that one. A guide that cannot be opened is left out,
  // and `diagnostics` say why.
  static std::shared_ptr<const DeskContent> open(const std::string& root, std::string_view only = {});

  const std::string& root() const { return root_; }
  const std::string& title() const { return title_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }
  // Ids of the guides that can be walked, by title.
  const std::vector<std::string>& guides() const { return guides_; }

  // The guide with the guides it leads to; null when it cannot be walked.
  std::shared_ptr<const Pack> pack_of(std::string_view guide) const;
  // Null also when the machine has no room for another resolver.
  std::unique_ptr<GuideLease> lease(std::string_view guide) const;

 private:
  friend class GuideLease;
  void give_back(std::unique_ptr<GuideResolver> resolver) const;

  struct Shelf {
    std::shared_ptr<const Pack> pack = {};
    std::unique_ptr<GuideResolver> first = {};  // the one that others are made from
    std::vector<std::unique_ptr<GuideResolver>> idle = {};
  };

  std::string root_ = {};
  std::string title_ = {};
  Diagnostics diagnostics_ = {};
  std::vector<std::string> guides_ = {};
  mutable std::mutex lending_ = {};
  mutable std::map<std::string, Shelf, std::less<>> shelves_ = {};
};

}  // namespace tsg
