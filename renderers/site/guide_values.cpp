// SPDX-License-Identifier: MIT
#include "renderers/site/guide_values.h"

#include <fmt/format.h>

#include <algorithm>

#include "renderers/site/site_links.h"

namespace tsg {

namespace {

// How the reader's answer stands in an address: an option's id is [a-z0-9][a-z0-9-]*, so these are no option.
std::string option_of(const PublishedChoice& choice) {
  switch (choice.kind) {
    case ChoiceKind::Answer:
      return choice.option;
    case ChoiceKind::Unknown:
      return "_unknown";
    case ChoiceKind::NotApplicable:
      return "_not-applicable";
    case ChoiceKind::NoSubjects:
      return "_none";
  }
  return {};
}

class GuideWriter {
 public:
  GuideWriter(const Site& site, const SitePage& page, TemplateValue& values)
      : site_(site), page_(page), guide_(*site.source.guides[page.item]), values_(values) {}

  // The answer that a choice is: as its author words it.
  std::string wording_of(const PublishedChoice& choice) const {
    switch (choice.kind) {
      case ChoiceKind::Answer:
        return choice.wording;
      case ChoiceKind::Unknown:
        return site_.words.of("unknown");
      case ChoiceKind::NotApplicable:
        return site_.words.of("not_applicable");
      case ChoiceKind::NoSubjects:
        return site_.words.of("no_subjects");
    }
    return {};
  }

  void write_guide() {
    values_.set("guide", TemplateValue::record()
                             .set("title", guide_.title)
                             .set("address", here(site_.guide_address(page_.item)))
                             .set("start", here(site_.step_address(page_.item, guide_.start))));
  }

  void write_tree() {
    TemplateValue tree = TemplateValue::list();
    for (const PublishedStep& step : guide_.steps) {
      TemplateValue choices = TemplateValue::list();
      for (const PublishedChoice& choice : step.choices) {
        const auto address = site_.page_of(page_.item, choice.target);
        if (!address) continue;
        choices.add(TemplateValue::record()
                        .set("wording", wording_of(choice))
                        .set("address", here(*address))
                        .set("title", title_of(choice.target)));
      }
      tree.add(TemplateValue::record()
                   .set("question", step.question)
                   .set("address", here(site_.step_address(page_.item, step.id)))
                   .set("choices", std::move(choices)));
    }
    TemplateValue results = TemplateValue::list();
    for (const PublishedOutcome& outcome : guide_.outcomes) {
      results.add(TemplateValue::record()
                      .set("title", outcome.article.title)
                      .set("address", here(site_.outcome_address(page_.item, outcome.id))));
    }
    values_.set("results", std::move(results)).set("tree", std::move(tree));
    if (!guide_.drawing.empty()) values_.set("drawing", "tree.svg");
  }

  void write_choices() {
    const PublishedStep& step = guide_.steps[page_.part];
    TemplateValue choices = TemplateValue::list();
    for (const PublishedChoice& choice : step.choices) {
      const auto address = site_.page_of(page_.item, choice.target);
      if (!address) continue;
      choices.add(TemplateValue::record()
                      .set("wording", wording_of(choice))
                      .set("address", here(*address))
                      .set("option", option_of(choice)));
    }
    const auto unknown = [](const PublishedChoice& choice) { return choice.kind == ChoiceKind::Unknown; };
    values_.set("choices", std::move(choices)).set("step", step.id).set("each", step.for_each);
    values_.set("first", step.id == guide_.start);
    values_.set("unsure", std::none_of(step.choices.begin(), step.choices.end(), unknown));
  }

  void write_ways() {
    const std::string& outcome = guide_.outcomes[page_.part].id;
    TemplateValue ways = TemplateValue::list();
    for (const PublishedStep& step : guide_.steps) {
      for (const PublishedChoice& choice : step.choices) {
        if (choice.target.kind != TargetKind::Outcome || choice.target.id != outcome) continue;
        ways.add(TemplateValue::record()
                     .set("question", step.question)
                     .set("address", here(site_.step_address(page_.item, step.id)))
                     .set("answer", wording_of(choice)));
      }
    }
    values_.set("ways", std::move(ways));
  }

  // Questions and wordings, by step and option: what the script needs to write down a walk.
  void write_words(std::string_view end) {
    TemplateValue steps = TemplateValue::record();
    for (const PublishedStep& step : guide_.steps) {
      TemplateValue answers = TemplateValue::record();
      for (const PublishedChoice& choice : step.choices) answers.set(option_of(choice), wording_of(choice));
      steps.set(step.id, TemplateValue::record()
                             .set("question", step.question)
                             .set("address", here(site_.step_address(page_.item, step.id)))
                             .set("answers", std::move(answers)));
    }
    values_.set("words", TemplateValue::record()
                             .set("guide", guide_.id)
                             .set("title", guide_.title)
                             .set("version", guide_.version)
                             .set("end", end)
                             .set("steps", std::move(steps)));
    const InterfaceWords& words = site_.words;
    values_.set("notes",
                fmt::format("# {}\n\n{}\n{}", guide_.title,
                            words.filled("notes_guide", {{"guide", guide_.id}, {"version", guide_.version}}),
                            end.empty() ? "" : words.filled("notes_result", {{"title", end}}) + "\n"));
  }

 private:
  std::string here(std::string_view address) const { return relative_address(page_.address, address); }

  std::string title_of(const Target& target) const {
    const auto step = [&target](const PublishedStep& each) { return each.id == target.id; };
    const auto outcome = [&target](const PublishedOutcome& each) { return each.id == target.id; };
    switch (target.kind) {
      case TargetKind::Step:
        return std::find_if(guide_.steps.begin(), guide_.steps.end(), step)->question;
      case TargetKind::Outcome:
        return std::find_if(guide_.outcomes.begin(), guide_.outcomes.end(), outcome)->article.title;
      case TargetKind::Article:
        return site_.source.articles[*site_.find_article(target.id)]->title;
      case TargetKind::Guide:
        return site_.source.guides[*site_.find_guide(target.id)]->title;
    }
    return {};
  }

  const Site& site_;
  const SitePage& page_;
  const PublishedGuide& guide_;
  TemplateValue& values_;
};

}  // namespace

void write_tree_values(const Site& site, const SitePage& page, TemplateValue& values) {
  GuideWriter writer(site, page, values);
  writer.write_guide();
  writer.write_tree();
}

void write_step_values(const Site& site, const SitePage& page, TemplateValue& values) {
  GuideWriter writer(site, page, values);
  writer.write_guide();
  writer.write_choices();
  writer.write_words({});
}

void write_outcome_values(const Site& site, const SitePage& page, TemplateValue& values) {
  GuideWriter writer(site, page, values);
  writer.write_guide();
  writer.write_ways();
  writer.write_words(site.source.guides[page.item]->outcomes[page.part].article.title);
}

}  // namespace tsg
