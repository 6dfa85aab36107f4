// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/composer/article_heading.h"
#include "engine/composer/audience_view.h"
#include "engine/composer/compose.h"
#include "engine/composer/withholding.h"
#include "engine/diagnostics/rendering_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

MissingValue default_missing(Audience audience) {
  switch (audience) {
    case Audience::Agent:
      return MissingValue::Mark;
    case Audience::Customer:
      return MissingValue::Refuse;
  }
  return MissingValue::Refuse;
}

bool has_value(const FilledValue& value) {
  return !std::holds_alternative<NoValue>(value.value);
}

// The values in the order of the article's placeholders; names match without case.
FilledArticle aligned(const std::vector<std::string>& placeholders, const FilledArticle& given) {
  FilledArticle filled = {.subject = given.subject};
  for (const std::string& name : placeholders) {
    const auto found = std::find_if(
        given.values.begin(), given.values.end(),
        [&name](const FilledValue& value) { return equal_ignoring_case(value.placeholder, name); });
    filled.values.push_back(found == given.values.end() ? FilledValue{.placeholder = name} : *found);
    filled.values.back().placeholder = name;
  }
  return filled;
}

// Placeholders that the audience meets, by index.
std::vector<bool> shown_placeholders(const CompiledArticle& article) {
  std::vector<bool> shown(article.placeholders.size());
  const auto mark = [&shown](std::size_t placeholder) {
    if (placeholder < shown.size()) shown[placeholder] = true;
  };
  for (const Segments* segments : {&article.html, &article.markdown}) {
    for (const Segment& segment : *segments) {
      if (segment.kind == SegmentKind::Slot) mark(segment.placeholder);
    }
  }
  for (const Block& block : article.blocks) {
    for (const Span& span : block.spans) {
      if (span.is_slot) mark(span.placeholder);
    }
  }
  return shown;
}

class PartsWriter {
 public:
  PartsWriter(ComposedArticle& article, const CompiledArticle& view, Audience audience,
              Diagnostics& diagnostics)
      : article_(article),
        view_(view),
        shown_(shown_placeholders(view)),
        audience_(audience),
        diagnostics_(diagnostics) {}

  void add(const FilledArticle& given) {
    FilledArticle filled = aligned(view_.placeholders, given);
    for (std::size_t i = 0; i < filled.values.size(); ++i) {
      if (shown_[i]) note(filled.values[i]);
    }
    std::string subject = std::move(filled.subject);
    filled.subject.clear();
    ComposedPart& part = part_for(std::move(filled));
    if (!subject.empty()) part.subjects.push_back(std::move(subject));
  }

 private:
  void note(FilledValue& value) {
    if (!has_value(value)) return note_unfilled(value.placeholder);
    if (may_see(audience_, value.data_class)) return;
    diagnostics_.push_back(make_diagnostic(codes::withheld_value, {.file = article_.file},
                                           fmt::format("the value of `{}` is withheld: its class is {}",
                                                       value.placeholder, name_of(value.data_class)),
                                           "give it from facts of class public or customer, or lower it in "
                                           "the rule's `provides` with a reason"));
    value.value = std::string(withheld_mark);
    value.from.clear();
  }

  void note_unfilled(const std::string& name) {
    std::vector<std::string>& names = article_.unfilled;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }

  // Findings with the same values share a part.
  ComposedPart& part_for(FilledArticle filled) {
    constexpr std::size_t most_compared = 64;
    const std::size_t compared = std::min(article_.parts.size(), most_compared);
    const auto end = article_.parts.begin() + static_cast<std::ptrdiff_t>(compared);
    const auto same = std::find_if(article_.parts.begin(), end,
                                   [&filled](const ComposedPart& part) { return part.filled == filled; });
    if (same != end) return *same;
    article_.parts.push_back({.filled = std::move(filled)});
    return article_.parts.back();
  }

  ComposedArticle& article_;
  const CompiledArticle& view_;
  std::vector<bool> shown_;
  Audience audience_;
  Diagnostics& diagnostics_;
};

void refuse(ComposedArticle& article, Diagnostics& diagnostics) {
  article.state = ArticleState::Refused;
  article.heading = {};
  article.body = {};
  article.parts.clear();
  for (const std::string& name : article.unfilled) {
    diagnostics.push_back(make_diagnostic(
        codes::unfilled_placeholder, {.file = article.file},
        fmt::format("placeholder `{}` has no value, and a customer's page may not show its default", name),
        fmt::format("let the rule that leads here provide `{}`, or name a source for it under [values]",
                    name)));
  }
}

}  // namespace

ComposedArticle compose_article(const Document& document, const std::vector<FilledArticle>& parts,
                                const ComposeOptions& options, Diagnostics& diagnostics) {
  ComposedArticle article = {.id = std::string(document.article.id()),
                             .file = document.article.path,
                             .title = document.article.title(),
                             .missing = options.missing.value_or(default_missing(options.audience))};
  if (article.title.empty()) article.title = article.file;
  CompiledArticle view =
      audience_view(document.compiled, options.audience, customers_extent(document.article));
  PartsWriter writer(article, view, options.audience, diagnostics);
  for (const FilledArticle& part : parts) writer.add(part);
  if (parts.empty()) writer.add({});
  if (article.missing == MissingValue::Refuse && !article.unfilled.empty()) {
    refuse(article, diagnostics);
    return article;
  }
  SplitArticle split = split_heading(std::move(view));
  article.heading = std::move(split.heading);
  article.body = std::move(split.body);
  return article;
}

}  // namespace tsg
