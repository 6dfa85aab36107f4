// SPDX-License-Identifier: MIT
#include "engine/checker/draft_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/checker/draft_roles.h"
#include "engine/checker/title_match.h"

namespace tsg {

namespace {

constexpr std::string_view end_target = "outcome:end-of-draft";

std::string target_of(const DraftArticle& article) {
  return (article.use == DraftUse::Outcome ? "outcome:" : "") + article.id;
}

// How likely an article is the one that a workflow starts with: less is likelier.
int start_rank(const CastArticle& cast) {
  for (const std::string_view word : {"scope", "maindecision", "start", "initial"}) {
    if (cast.draft.id.find(word) != std::string::npos) return 0;
  }
  return 1;
}

class Drafting {
 public:
  Drafting(const std::string& id, const std::vector<ImportedArticle>& articles,
           const std::vector<Form>& forms)
      : forms_(forms), cast_(cast_articles(articles)) {
    draft_.id = id;
  }

  DraftGuide draft() {
    for (std::size_t at = 0; at < cast_.size(); ++at) note_article(at);
    order_steps();
    for (std::size_t at = 0; at < order_.size(); ++at) add_step(at);
    note_doubts();
    return std::move(draft_);
  }

 private:
  void note_article(std::size_t at) {
    const DraftArticle& article = cast_[at].draft;
    draft_.articles.push_back(article);
    if (article.use == DraftUse::Step) order_.push_back(at);
    if (article.use == DraftUse::Summary) draft_.title = article.title;
  }

  void order_steps() {
    std::stable_sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
      const CastArticle& left = cast_[a];
      const CastArticle& right = cast_[b];
      return std::tuple(start_rank(left), left.number, left.draft.id) <
             std::tuple(start_rank(right), right.number, right.draft.id);
    });
  }

  void add_step(std::size_t at) {
    const CastArticle& cast = cast_[order_[at]];
    DraftStep step = {.id = cast.draft.id, .title = cast.draft.title};
    if (!add_form_answers(step, at)) add_comment_answers(step, cast, at);
    add_insights(step);
    lead_on(step, at);
    for (const DraftEdge& edge : step.edges) reached_.insert(edge.target);
    draft_.steps.push_back(std::move(step));
  }

  // What comes when nothing says where an answer leads.
  std::string next_target(std::size_t at) {
    if (at + 1 < order_.size()) return cast_[order_[at + 1]].draft.id;
    draft_.needs_end = true;
    return std::string(end_target);
  }

  struct Titled {
    const DraftArticle* article = nullptr;
    std::string_view likeness = {};  // "say the same", "share their words"
  };

  // The article whose title says what an answer says; else the one that shares most of its words.
  Titled titled(const std::string& answer, const std::string& but) const {
    const std::string bare = bare_words(answer);
    Titled best;
    std::size_t most = 2;
    for (const CastArticle& each : cast_) {
      const bool placed = each.draft.use == DraftUse::Step || each.draft.use == DraftUse::Outcome;
      if (!placed || each.draft.id == but) continue;
      if (bare_match(bare, bare_words(each.draft.title))) return {&each.draft, "say the same"};
      const SharedWords words = shared_words(answer, each.draft.title);
      if (words.shared <= most || 4 * words.shared < 3 * words.fewer) continue;
      most = words.shared;
      best = {&each.draft, "share most of their words"};
    }
    return best;
  }

  static bool asks_the_same(const std::string& question, const std::string& title) {
    const SharedWords words = shared_words(question, title);
    return bare_match(bare_words(question), bare_words(title)) ||
           (words.shared >= 2 && words.shared == words.fewer);
  }

  void add_answer(DraftStep& step, const std::string& answer, std::string_view legacy, std::size_t at) {
    DraftEdge edge = {.option = free_option(step, slug_of(answer, 40)), .legacy = std::string(legacy)};
    if (const Titled found = titled(answer, step.id); found.article != nullptr) {
      edge.target = target_of(*found.article);
      edge.trace =
          fmt::format("answer \"{}\" and the title of {} {}", answer, found.article->file, found.likeness);
    } else {
      edge.target = next_target(at);
      edge.doubt = fmt::format("nothing says where answer \"{}\" leads", answer);
    }
    step.edges.push_back(std::move(edge));
  }

  bool add_form_answers(DraftStep& step, std::size_t at) {
    for (const Form& form : forms_) {
      for (const FormElement& element : form.elements) {
        if (element.options.size() < 2 || !asks_the_same(element.label, step.title)) continue;
        if (!questions_.insert(element.id).second) continue;
        step.question_id = element.id;
        step.traces.push_back(fmt::format("question \"{}\" of a form is like its title", element.label));
        for (const FormOption& option : element.options) add_answer(step, option.text, option.text, at);
        return true;
      }
    }
    return false;
  }

  void add_comment_answers(DraftStep& step, const CastArticle& cast, std::size_t at) {
    if (!cast.asked) return;
    step.traces.push_back(fmt::format("a comment of its article asks \"{}\"", cast.asked->question));
    for (const std::string& answer : cast.asked->answers) add_answer(step, answer, "", at);
  }

  // Outcomes named for the step: `x-insight` of `x`.
  void add_insights(DraftStep& step) {
    for (const CastArticle& each : cast_) {
      if (each.draft.use != DraftUse::Outcome) continue;
      for (const std::string_view ending : {"-insight", "-customer-message"}) {
        if (each.draft.id != step.id + std::string(ending)) continue;
        const std::string target = target_of(each.draft);
        lead_yes(step, target, fmt::format("{} is named for the step", each.draft.file));
      }
    }
  }

  // The answer yes leads there, unless a trace says that it or another answer does.
  static void lead_yes(DraftStep& step, const std::string& target, std::string trace) {
    for (DraftEdge& edge : step.edges) {
      if (edge.target == target) return;
      if (edge.option != "yes" || edge.doubt.empty()) continue;
      edge = {.option = edge.option,
              .target = target,
              .legacy = edge.legacy,
              .trace = std::move(trace),
              .doubt = {}};
      return;
    }
    step.edges.push_back({.option = free_option(step, "yes"), .target = target, .trace = std::move(trace)});
  }

  // Every step is come to from one before it, and the last leads out.
  void lead_on(DraftStep& step, std::size_t at) {
    const bool last = at + 1 == order_.size();
    const auto leads = [&](const DraftEdge& edge) {
      return last ? edge.target.starts_with("outcome:") : edge.target == cast_[order_[at + 1]].draft.id;
    };
    const bool led = std::any_of(step.edges.begin(), step.edges.end(), leads) ||
                     (!last && reached_.contains(cast_[order_[at + 1]].draft.id));
    if (led && !step.edges.empty()) return;
    const std::string word = step.edges.empty() ? "done" : "no";
    step.edges.push_back({.option = free_option(step, word),
                          .target = next_target(at),
                          .doubt = last ? "nothing says what comes behind the last step"
                                        : "nothing says what comes next: it is the next file"});
  }

  static std::string free_option(const DraftStep& step, std::string option) {
    if (option.empty()) option = "answer";
    std::string free = option;
    const auto taken = [&free](const DraftEdge& edge) { return edge.option == free; };
    for (int number = 2; std::any_of(step.edges.begin(), step.edges.end(), taken); ++number) {
      free = fmt::format("{}-{}", option, number);
    }
    return free;
  }

  void note_doubts() {
    draft_.needs_summary = draft_.title.empty();
    if (draft_.needs_summary) draft_.title = draft_.id;
    if (draft_.needs_summary)
      draft_.doubts.push_back("no article is a TSG_Description: summary.md is made up");
    if (!draft_.steps.empty()) {
      draft_.doubts.push_back(
          fmt::format("the start is a guess: `{}`, by its name or number", draft_.steps.front().id));
    }
    std::set<std::string> shown;
    for (const DraftStep& step : draft_.steps) {
      for (const DraftEdge& edge : step.edges) shown.insert(edge.target);
    }
    for (const DraftArticle& article : draft_.articles) {
      if (article.use == DraftUse::Outcome && !shown.contains(target_of(article))) {
        draft_.doubts.push_back(fmt::format("no edge leads to outcome `{}` ({})", article.id, article.title));
      }
      if (article.use == DraftUse::Unused) {
        draft_.doubts.push_back(fmt::format("{} is not used: {}", article.file, article.reason));
      }
    }
  }

  const std::vector<Form>& forms_;
  std::vector<CastArticle> cast_;
  std::vector<std::size_t> order_ = {};   // of steps: indexes into cast_
  std::set<std::string> reached_ = {};    // targets of the steps so far
  std::set<std::string> questions_ = {};  // of forms, that a step has
  DraftGuide draft_ = {};
};

}  // namespace

DraftGuide draft_guide(const std::string& id, const std::vector<ImportedArticle>& articles,
                       const std::vector<Form>& forms) {
  return Drafting(id, articles, forms).draft();
}

}  // namespace tsg
