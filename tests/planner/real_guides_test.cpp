// SPDX-License-Identifier: MIT
// The repository's guides, walked by answers from their start to the end: plans and walks must agree. With
// TSG_PLAN_SEEDS set, the time of the slowest plan is printed.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

#include "engine/loader/facts_binding.h"
#include "engine/planner/question_words.h"
#include "engine/tsg.h"

namespace tsg::test {

namespace {

class Walk {
 public:
  Walk(const std::string& guide, std::uint64_t seed)
      : opening_(open_guide(TSG_SOURCE_DIR, guide)), random_(seed) {
    REQUIRE(opening_.resolver);
  }

  // Answers by hand, the author's next question each time, until nothing is open. A fork without facts has no
  // subjects, so an answer without a subject leads on.
  void to_the_end() {
    const Facts facts(opening_.resolver->catalogue());
    for (std::size_t before = SIZE_MAX;;) {
      const Resolution resolution = opening_.resolver->resolve(facts, answers_, Trace::Off);
      const GuidePlan* plan = plan_of(resolution, facts);
      if (plan == nullptr) return;
      const std::vector<RankedQuestion> ranked = rank(*plan);
      if (ranked.empty()) return;
      CHECK(ranked.front().outcomes <= before);
      before = ranked.front().outcomes;
      const PlannedStep& asked = plan->steps[ranked.front().author_step];
      CHECK(asked.step->id == resolution.visits[plan->visit].step);
      answer(asked);
      ++questions_;
    }
  }

  std::size_t questions() const { return questions_; }
  double slowest_ms() const { return slowest_ms_; }
  std::size_t steps() const { return steps_; }
  std::size_t most_outcomes() const { return outcomes_; }
  std::size_t exact() const { return exact_; }

 private:
  const GuidePlan* plan_of(const Resolution& resolution, const Facts& facts) {
    const Facts* given[] = {&facts};
    GuideResolver& resolver = *opening_.resolver;
    plans_ = plan_guide({resolver.pack(), resolver.guide(), resolution, resolver.rules(), given});
    return plans_.empty() ? nullptr : plans_.data();
  }

  std::vector<RankedQuestion> rank(const GuidePlan& plan) {
    REQUIRE(fault_of(plan.problem).empty());
    const std::clock_t begin = std::clock();
    std::vector<RankedQuestion> ranked = rank_questions(plan.problem, plan.state);
    slowest_ms_ = std::max(slowest_ms_, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    steps_ = std::max(steps_, plan.steps.size());
    for (const RankedQuestion& question : ranked) {
      outcomes_ = std::max(outcomes_, question.outcomes);
      CHECK(question_words(question, plan).find("outcomes") != std::string::npos);
    }
    if (!ranked.empty() && ranked.front().knowledge == CostKnowledge::Exact) ++exact_;
    if (std::getenv("TSG_PLAN_SHOW") != nullptr && !ranked.empty()) {
      fmt::print("{}: {}\n", plan.steps[ranked.front().step].step->id, question_words(ranked.front(), plan));
    }
    return ranked;
  }

  void answer(const PlannedStep& asked) {
    const std::vector<Edge>& next = asked.step->next;
    REQUIRE_FALSE(next.empty());
    const std::size_t option = std::uniform_int_distribution<std::size_t>(0, next.size() - 1)(random_);
    answers_.answers.push_back({asked.step->id, "", next[option].option, ""});
  }

  GuideOpening opening_;
  std::mt19937_64 random_;
  Answers answers_ = {};
  std::vector<GuidePlan> plans_ = {};
  std::size_t questions_ = 0;
  double slowest_ms_ = 0;
  std::size_t steps_ = 0;
  std::size_t outcomes_ = 0;
  std::size_t exact_ = 0;
};

bool is_of(const Need& need, const CatalogueDocument& document) {
  return need.path == document.key || need.path.starts_with(document.key + ".") ||
         need.path.starts_with(document.key + "[");
}

// How many open steps wait for a document that was there before it was taken away.
std::size_t gathered_again(GuideResolver& resolver, const Facts& whole) {
  std::size_t count = 0;
  for (const CatalogueDocument& document : resolver.catalogue().documents) {
    if (whole.cell(document.node, 0).state != CellState::Present) continue;
    Facts facts = whole;
    facts.cell(document.node, 0).state = CellState::Absent;
    const Facts* given[] = {&facts};
    const Resolution resolution = resolver.resolve(facts, {}, Trace::Off);
    for (const GuidePlan& plan :
         plan_guide({resolver.pack(), resolver.guide(), resolution, resolver.rules(), given})) {
      const Visit& visit = resolution.visits[plan.visit];
      const auto& said = visit.fork_verdict ? visit.fork_verdict : visit.verdict;
      if (!said || said->needs.empty() || !is_of(said->needs.front(), document)) continue;
      const std::vector<std::size_t>& commands = plan.problem.steps.front().commands;
      const auto gathers = [&](std::size_t command) { return plan.commands[command]->key == document.key; };
      INFO(document.key << " for " << visit.step);
      CHECK(std::any_of(commands.begin(), commands.end(), gathers));
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("next question: the repository's guides are walked to their ends") {
  const std::uint64_t walks = std::getenv("TSG_PLAN_SEEDS") == nullptr ? 2 : 20;
  for (const char* guide : {"application-gateway-502", "site-to-site-vpn"}) {
    double slowest = 0;
    std::size_t questions = 0;
    std::size_t exact = 0;
    std::size_t steps = 0;
    std::size_t outcomes = 0;
    for (std::uint64_t seed = 1; seed <= walks; ++seed) {
      Walk walk(guide, seed);
      walk.to_the_end();
      CHECK(walk.questions() > 0);
      slowest = std::max(slowest, walk.slowest_ms());
      questions += walk.questions();
      exact += walk.exact();
      steps = std::max(steps, walk.steps());
      outcomes = std::max(outcomes, walk.most_outcomes());
    }
    CHECK(outcomes > 5);
    if (std::getenv("TSG_PLAN_SEEDS") == nullptr) continue;
    fmt::print(
        "{}: {} steps, {} outcomes, {} questions of {} walks, {} exact, {:.2f} ms of processor at most\n",
        guide, steps, outcomes, questions, walks, exact, slowest);
  }
}

// Facts without one of their documents: who waits for it must be told to gather it.
TEST_CASE("guide plan: a document that is taken away is what the plan gathers") {
  namespace fs = std::filesystem;
  std::size_t gathered = 0;
  for (const char* name : {"application-gateway-502", "site-to-site-vpn"}) {
    GuideOpening opening = open_guide(TSG_SOURCE_DIR, name);
    REQUIRE(opening.resolver);
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(fs::path(TSG_SOURCE_DIR) / "guides" / name / "facts")) {
      if (entry.is_regular_file()) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    files.resize(std::min<std::size_t>(files.size(), 6));
    for (const std::string& file : files) {
      gathered += gathered_again(*opening.resolver,
                                 load_facts(opening.resolver->catalogue(), {{file}, {}, {}}).facts);
    }
  }
  CHECK(gathered > 20);
}

}  // namespace tsg::test
