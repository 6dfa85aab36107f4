// SPDX-License-Identifier: MIT
#include "engine/checker/draft_roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/checker/title_match.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::string stem_of_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (name.ends_with(".md")) name.remove_suffix(3);
  return ascii_lowered(name);
}

// "content-name-12" -> 12
std::size_t number_of(std::string_view stem) {
  const std::size_t hyphen = stem.rfind('-');
  if (hyphen == std::string_view::npos) return SIZE_MAX;
  const std::string_view digits = stem.substr(hyphen + 1);
  const bool number =
      !digits.empty() && digits.size() <= 6 && std::all_of(digits.begin(), digits.end(), ascii_digit);
  return number ? std::stoul(std::string(digits)) : SIZE_MAX;
}

// "123456-d-tsg-" and "123456-s-tsg-" before a GUID: d is a question, s a solution.
char workflow_letter(std::string_view stem) {
  const std::size_t digits = stem.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return 0;
  const std::string_view rest = stem.substr(digits);
  if (rest.starts_with("-d-tsg-")) return 'd';
  return rest.starts_with("-s-tsg-") ? 's' : '\0';
}

class Casting {
 public:
  explicit Casting(const std::vector<ImportedArticle>& articles) : articles_(articles) {}

  std::vector<CastArticle> cast() {
    for (const ImportedArticle& each : articles_) cast_.push_back(cast_one(each));
    return std::move(cast_);
  }

 private:
  CastArticle cast_one(const ImportedArticle& imported) {
    const Article& article = imported.article;
    CastArticle cast = {.draft = {.file = article.path, .title = article.title()}};
    if (!imported.problem.empty()) {
      cast.draft.reason = imported.problem;
      return cast;
    }
    const std::string stem = stem_of_path(article.path);
    cast.number = number_of(stem);
    cast.asked = asked_answers(article.text);
    choose_use(cast, article, stem);
    const bool placed = cast.draft.use == DraftUse::Step || cast.draft.use == DraftUse::Outcome;
    if (placed)
      cast.draft.id = free_id(workflow_letter(stem) != 0 ? slug_of(cast.draft.title) : slug_of(stem, 64));
    return cast;
  }

  void choose_use(CastArticle& cast, const Article& article, const std::string& stem) {
    DraftArticle& draft = cast.draft;
    const std::string type = ascii_lowered(article.type());
    if (type == "tsg_questions") {
      draft.use = DraftUse::Form;
      draft.reason = "its questions give answers to steps";
    } else if (article.body_kind == BodyKind::Json) {
      draft.reason = fmt::format("its body is JSON of type `{}`", article.type());
    } else if (type == "tsg_description") {
      if (has_summary_) {
        draft.reason = "the guide has a summary already";
        return;
      }
      has_summary_ = true;
      draft.use = DraftUse::Summary;
    } else if (type == "tsg_content") {
      const bool solution = stem.starts_with("solution-") || workflow_letter(stem) == 's';
      const bool ends = cast.asked && cast.asked->ends;
      draft.use = solution || ends ? DraftUse::Outcome : DraftUse::Step;
      if (solution) draft.reason = "its file name says that it is a solution";
      if (ends) draft.reason = "its comment says that the work flow ends";
    } else if (type.empty()) {
      draft.reason = "it has no selfHelpType";
    } else {
      draft.use = DraftUse::Outcome;
    }
  }

  std::string free_id(std::string id) {
    if (id.empty()) id = "article";
    std::string free = id;
    for (int number = 2; !ids_.insert(free).second; ++number) free = fmt::format("{}-{}", id, number);
    return free;
  }

  const std::vector<ImportedArticle>& articles_;
  std::vector<CastArticle> cast_ = {};
  std::set<std::string> ids_ = {end_of_draft};
  bool has_summary_ = false;
};

}  // namespace

std::vector<CastArticle> cast_articles(const std::vector<ImportedArticle>& articles) {
  return Casting(articles).cast();
}

}  // namespace tsg
