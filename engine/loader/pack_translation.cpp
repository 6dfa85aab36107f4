// SPDX-License-Identifier: MIT
#include "engine/loader/pack_translation.h"

#include <algorithm>

#include "engine/loader/document_reader.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/step_words.h"
#include "engine/loader/translation_files.h"

namespace tsg {

namespace {

class PackTranslator {
 public:
  PackTranslator(Pack pack, const std::string& locale) : locale_(locale) {
    translation_.pack = std::move(pack);
  }

  PackTranslation translate() {
    for (Document& document : translation_.pack.documents) translate(document);
    for (Guide& guide : translation_.pack.guides) translate(guide);
    return std::move(translation_);
  }

 private:
  void translate(Document& document) {
    const std::string path = translation_path(document.article.path, locale_);
    if (path.empty() || !has_file(translation_.pack.root, path)) return;
    DocumentReading reading = read_document(translation_.pack.root, path, translation_.pack.portal);
    append(translation_.diagnostics, reading.diagnostics);
    if (reading.document.article.text.empty()) return;
    become_translation(reading.document.article, document.article);
    document = std::move(reading.document);
  }

  // Null when the article at this index is still the original.
  const Article* translated(std::size_t index) const {
    if (index >= translation_.pack.documents.size()) return nullptr;
    const Article& article = translation_.pack.documents[index].article;
    return article.translation.original.empty() ? nullptr : &article;
  }

  void translate(Guide& guide) {
    if (const Article* summary = translated(guide.summary)) guide.title = summary->title();
    for (Step& step : guide.steps) {
      if (const Article* article = translated(step.document)) translate(step, *article);
    }
  }

  static void translate(Step& step, const Article& article) {
    const StepWords words = read_step_words(article);
    step.title = words.title;
    step.question = words.question;
    for (const OptionWording& answer : words.answers) {
      const auto option = std::find_if(step.options.begin(), step.options.end(),
                                       [&answer](const Option& each) { return each.id == answer.option; });
      if (option != step.options.end() && !answer.wording.empty()) option->wording = answer.wording;
    }
  }

  const std::string& locale_;
  PackTranslation translation_ = {};
};

}  // namespace

PackTranslation translate_guides(Pack pack, const std::string& locale) {
  return PackTranslator(std::move(pack), locale).translate();
}

}  // namespace tsg
