// SPDX-License-Identifier: MIT
// A desk over the repository's own guides, with a store in a folder of its own.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "tests/loader/temporary_folder.h"
#include "tools/desk/desk.h"
#include "tools/desk/kept_facts.h"

namespace tsg {

inline constexpr const char* gateway_guide = "application-gateway-502";
inline constexpr const char* vpn_guide = "site-to-site-vpn";

// Opened once for all tests: opening all guides takes longer than any of them.
inline std::shared_ptr<const DeskContent> own_content() {
  static const std::shared_ptr<const DeskContent> content = DeskContent::open(TSG_SOURCE_DIR);
  return content;
}

class OpenDesk {
 public:
  OpenDesk()
      : store_(opened()), desk_(own_content(), store_, [] { return std::string("2026-11-28T12:00:00Z"); }) {}

  Desk& desk() { return desk_; }
  SessionStore& store() { return store_; }
  std::string store_file() const { return folder_.path() + "/sessions.db"; }

  std::shared_ptr<const CaseView> open(OpenCase request) { return found(desk_.open_case(request)); }
  std::shared_ptr<const CaseView> open(const std::string& guide, const std::vector<std::string>& facts = {}) {
    KeptFacts kept = keep_facts(*own_content(), guide, {.sources = facts});
    REQUIRE_FALSE(kept.refused);
    return open({.guide = guide, .facts = std::move(kept.documents)});
  }
  std::shared_ptr<const CaseView> act(const std::string& id, SessionEvent event) {
    return found(desk_.act(id, std::move(event)));
  }
  std::shared_ptr<const CaseView> answer(const std::string& id, const std::string& step,
                                         const std::string& option, const std::string& reason = {}) {
    return act(id, {.kind = SessionEventKind::Answered, .step = step, .option = option, .reason = reason});
  }
  CaseProblem refused(const std::string& id, SessionEvent event) {
    const Result<CaseReading> done = desk_.act(id, std::move(event));
    REQUIRE(done.ok());
    REQUIRE(done.value().problem);
    return *done.value().problem;
  }

  static std::shared_ptr<const CaseView> found(const Result<CaseReading>& reading) {
    INFO((reading.ok() ? std::string() : reading.error().message));
    REQUIRE(reading.ok());
    INFO((reading.value().problem ? reading.value().problem->message : std::string()));
    REQUIRE(reading.value().found != nullptr);
    return reading.value().found;
  }

 private:
  SessionStore opened() {
    Result<SessionStore> store = SessionStore::open(store_file());
    REQUIRE(store.ok());
    return std::move(store).value();
  }

  TemporaryFolder folder_ = {};
  SessionStore store_;
  Desk desk_;
};

inline const std::string lab_facts =
    std::string(TSG_SOURCE_DIR) + "/guides/application-gateway-502/facts/lab-502";

inline std::string open_step(const CaseView& view) {
  return view.walk.question ? view.walk.resolution.open[*view.walk.question].step : std::string();
}

}  // namespace tsg
