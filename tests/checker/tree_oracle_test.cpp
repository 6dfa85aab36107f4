// SPDX-License-Identifier: MIT
// The checker's fixed points against every single way of 10,000 random trees.
#include <catch2/catch.hpp>

#include "engine/checker/guide_check.h"
#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/tree_codes.h"
#include "tests/checker/naive_tree.h"

using namespace tsg;
using namespace tsg::test;

namespace {

constexpr std::uint32_t trees = 10000;

std::vector<std::string> in_backticks(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at + 1)) {
    const std::size_t end = text.find('`', at + 1);
    names.push_back(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return names;
}

bool about_missing(const Diagnostic& each) {
  return each.code == codes::placeholder_without_source || each.code == codes::placeholder_may_lack ||
         each.code == codes::agent_placeholder_may_lack;
}

Lacks lacks_in(const Diagnostics& diagnostics) {
  Lacks lacks;
  for (const Diagnostic& each : diagnostics) {
    if (!about_missing(each)) continue;
    const std::vector<std::string> names = in_backticks(each.message);
    const bool nowhere = each.code == codes::placeholder_without_source;
    lacks.insert(each.place.file + " " + names[nowhere ? 1 : 0] + " " + names[nowhere ? 0 : 2]);
  }
  return lacks;
}

// "g0/s1" of a name as messages of `guide` write it: "s1" or "guide:g0#s1".
std::string full_name(const std::string& name, const std::string& guide) {
  if (!name.starts_with("guide:")) return guide + "/" + name;
  const std::size_t mark = name.find('#');
  return name.substr(6, mark - 6) + "/" + name.substr(mark + 1);
}

std::set<std::string> named_in(const Diagnostics& diagnostics, const Code& code) {
  std::set<std::string> names;
  for (const Diagnostic& each : diagnostics) {
    if (each.code != code) continue;
    const std::string& guide = each.place.file;  // of random trees
    for (const std::string& name : in_backticks(each.message)) names.insert(full_name(name, guide));
    if (code != codes::step_unreachable) continue;
    for (const Note& note : each.notes) {
      for (const std::string& name : in_backticks(note.message)) names.insert(full_name(name, guide));
    }
  }
  return names;
}

// Walks the way that a message's notes tell, and says what is in hand at its end.
class Replay {
 public:
  Replay(const Tree& tree, const NaiveTree& naive, const Guide& start)
      : tree_(tree), naive_(naive), guide_(&start), step_(start.step(start.start)) {
    travelled_ = bit(start);
  }

  // False when the walk could not go that way.
  bool go(const std::string& note) {
    const std::vector<std::string> names = in_backticks(note);
    if (names.front() != step_->id) return false;
    const std::size_t begin = note.find("` -") + 3;
    const std::string how = note.substr(begin, note.find("-> `") - begin);
    if (how == "for each subject") return fork();
    if (how == "no subjects") {
      const RuleContract* rule = naive_.contract(step_->for_each);
      return !asked_ &&
             follow(&*step_->on_no_subjects, rule == nullptr ? 0 : NaiveTree::in_all(*rule, false));
    }
    if (how == "unknown") return follow(&*step_->on_unknown, 0);
    if (how == "not applicable") return follow(&*step_->on_not_applicable, 0);
    const std::string option = how.substr(0, how.find(','));
    if (how.find("by hand") != std::string::npos)
      return follow(step_->edge(option), NaiveTree::inputs_of(*step_));
    // What a rule lists in findings is judged by the ways themselves.
    const RuleContract* rule = naive_.contract(step_->rule);
    if (rule == nullptr || (!step_->for_each.empty() && !asked_)) return false;
    return follow(step_->edge(option), naive_.lists(step_->rule) ? 0 : NaiveTree::provided(*rule, option));
  }
  bool lacks(char placeholder) const { return ended_ && !naive_.filled(placeholder, given_, travelled_); }

 private:
  unsigned bit(const Guide& guide) const {
    return 1U << static_cast<unsigned>(&guide - tree_.pack.guides.data());
  }
  bool fork() {
    const RuleContract* rule = naive_.contract(step_->for_each);
    if (rule == nullptr || asked_) return false;
    given_ |= NaiveTree::in_all(*rule, true);
    return asked_ = true;
  }
  bool follow(const Edge* edge, unsigned gives) {
    if (edge == nullptr || ended_ || !met_.insert(step_).second) return false;
    given_ |= gives;
    asked_ = false;
    const Target& target = edge->target;
    if (target.kind == TargetKind::Outcome) return ended_ = true;
    if (target.kind == TargetKind::Guide) {
      guide_ = tree_.pack.guide(target.id);
      travelled_ |= bit(*guide_);
    }
    const bool whole = target.kind == TargetKind::Guide && target.step.empty();
    step_ = guide_->step(whole ? guide_->start : target.kind == TargetKind::Guide ? target.step : target.id);
    return step_ != nullptr;
  }

  const Tree& tree_;
  const NaiveTree& naive_;
  const Guide* guide_;
  const Step* step_;
  std::set<const Step*> met_ = {};
  unsigned travelled_ = 0;
  unsigned given_ = 0;
  bool asked_ = false;
  bool ended_ = false;
};

bool way_is_true(const Diagnostic& each, const Tree& tree, const NaiveTree& naive, const Guide& start) {
  Replay replay(tree, naive, start);
  for (const Note& note : each.notes) {
    if (note.message.find("-> `") == std::string::npos) continue;
    if (!replay.go(note.message)) return false;
  }
  const std::vector<std::string> names = in_backticks(each.message);
  return replay.lacks(names[each.code == codes::placeholder_without_source ? 1 : 0][0]);
}

}  // namespace

TEST_CASE("fixed points say of random trees what every single way says") {
  std::size_t lacking = 0;
  std::size_t clean = 0;
  std::size_t cut_off = 0;
  std::size_t trapped = 0;
  for (std::uint32_t seed = 1; seed <= trees; ++seed) {
    const Tree tree = RandomTree(seed).make();
    const NaiveTree naive(tree);
    const std::set<std::string> reached = naive.reached();
    std::set<std::string> unreached;
    for (const Guide& guide : tree.pack.guides) {
      for (const Step& step : guide.steps) {
        if (reached.count(guide.id + "/" + step.id) == 0) unreached.insert(guide.id + "/" + step.id);
      }
    }
    std::set<std::string> told_unreached;
    std::set<std::string> told_trapped;
    for (const Guide& guide : tree.pack.guides) {
      const Diagnostics found = check_guide(tree.pack, guide, tree.contracts);
      told_unreached.merge(named_in(found, codes::step_unreachable));
      told_trapped.merge(named_in(found, codes::step_circle));
      told_trapped.merge(named_in(found, codes::guide_cycle));
      const Lacks& lacks = naive.lacks_of(guide);
      if (lacks != lacks_in(found)) FAIL("seed " << seed << ", guide " << guide.id << ": other values lack");
      lacking += lacks.size();
      clean += lacks.empty() ? 1 : 0;
      for (const Diagnostic& each : found) {
        if (about_missing(each) && !way_is_true(each, tree, naive, guide))
          FAIL("seed " << seed << ": no walk goes the way that is told: " << each.message);
      }
    }
    if (told_unreached != unreached) FAIL("seed " << seed << ": other steps are out of reach");
    const std::set<std::string> in_circles = naive.trapped();
    if (told_trapped != in_circles) FAIL("seed " << seed << ": other circles have no way out");
    cut_off += unreached.size();
    trapped += in_circles.size();
  }
  // The trees hold enough of everything to be worth the while.
  CAPTURE(lacking, clean, cut_off, trapped);
  CHECK(lacking > 10000);
  CHECK(clean > 500);
  CHECK(cut_off > 5000);
  CHECK(trapped > 200);
}
