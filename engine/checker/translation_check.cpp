// SPDX-License-Identifier: MIT
#include "engine/checker/translation_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/diagnostics/locale_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/loader/document_reader.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/step_words.h"
#include "engine/loader/translation_files.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

constexpr std::size_t most_files_named = 12;  // of those that are missing; the rest is counted

const Step* step_of_file(const Guide& guide, std::string_view path) {
  const auto same = [&guide, path](const Step& step) {
    return fmt::format("guides/{}/steps/{}.md", guide.id, step.id) == path;
  };
  const auto found = std::find_if(guide.steps.begin(), guide.steps.end(), same);
  return found == guide.steps.end() ? nullptr : &*found;
}

class TranslationCheck {
 public:
  explicit TranslationCheck(const Pack& pack) : pack_(pack) {}

  Diagnostics check() {
    for (const std::string& path : translations_below(pack_.root, "guides", ".md")) {
      if (!is_excluded(path)) check(path);
    }
    for (std::size_t at = 1; at < pack_.locales.size(); ++at) {
      for (const Guide& guide : pack_.guides) look_for(guide, pack_.locales[at]);
      look_for_articles(pack_.locales[at]);
    }
    return std::move(found_);
  }

 private:
  Diagnostic& complain(const Code& code, Place place, std::string message, std::string help) {
    return found_.emplace_back(make_diagnostic(code, std::move(place), std::move(message), std::move(help)));
  }

  // ---- What is there

  // Texts that articles include are no articles, in no language.
  bool is_excluded(const std::string& path) const {
    const auto begins = [&path](const std::string& prefix) { return path.starts_with(prefix); };
    return std::any_of(pack_.check_excluded.begin(), pack_.check_excluded.end(), begins);
  }

  void check(const std::string& path) {
    const TranslationPlace place = place_of_translation(path).value_or(TranslationPlace());
    const bool known =
        std::find(pack_.locales.begin(), pack_.locales.end(), place.locale) != pack_.locales.end();
    if (!known || place.locale == pack_.locales.front()) return refuse_folder(path, place.locale);
    const Document* const original = document(place.original);
    if (original == nullptr || translation_path(place.original, place.locale) != path)
      return refuse_file(path, place);
    const DocumentReading reading = read_document(pack_.root, path, pack_.portal);
    check_header(reading.document.article, original->article);
    check_placeholders(reading.document.article, original->article);
    for (const Guide& guide : pack_.guides) {
      if (const Step* step = step_of_file(guide, place.original))
        check_options(reading.document.article, *step);
    }
  }

  // Once a folder, at its first file.
  void refuse_folder(const std::string& path, const std::string& locale) {
    const std::string folder = path.substr(0, path.find("/i18n/") + 6) + locale;
    if (!refused_.insert(folder).second) return;
    if (!pack_.locales.empty() && locale == pack_.locales.front()) {
      complain(codes::locale_unknown, {path, {}, 1, 1},
               fmt::format("`{}` is the pack's first locale: its words are the originals", locale),
               "delete the folder, or name another locale first in tsg.toml");
      return;
    }
    const auto meant = nearest_name(locale, pack_.locales);
    complain(codes::locale_unknown, {path, {}, 1, 1}, fmt::format("`{}` is no locale of the pack", locale),
             meant ? fmt::format("did you mean `{}`?", *meant)
                   : fmt::format("add `{}` to `locales` in tsg.toml, or delete the folder", locale));
  }

  void refuse_file(const std::string& path, const TranslationPlace& place) {
    std::vector<std::string> known;
    for (const Document& each : pack_.documents)
      known.push_back(translation_path(each.article.path, place.locale));
    std::sort(known.begin(), known.end());
    const auto meant = nearest_name(path, known);
    complain(
        codes::translation_orphaned, {path, {}, 1, 1},
        fmt::format("there is no article {} that this would translate", place.original),
        meant ? fmt::format("did you mean {}?", *meant) : "move it to where its original went, or delete it");
  }

  void check_header(const Article& words, const Article& original) {
    const std::string wanted = translation_digest(original);
    const std::string_view said = ascii_trimmed(words.property("translates").value_or(""));
    if (said != wanted) {
      complain(
          codes::translation_stale, {words.path, {}, words.header.line, 1},
          said.empty()
              ? fmt::format("the translation does not say which state of {} it translates", original.path)
              : fmt::format("{} has changed since this translation", original.path),
          fmt::format("bring the words up to date, then write `translates=\"{}\"` in the header", wanted));
    }
    if (equal_ignoring_case(ascii_trimmed(words.id()), ascii_trimmed(original.id()))) return;
    complain(
        codes::translation_id_differs, {words.path, {}, words.header.line, 1},
        fmt::format("the translation calls itself `{}`, and its original `{}`", words.id(), original.id()),
        fmt::format("write `articleId=\"{}\"`", original.id()));
  }

  void check_placeholders(const Article& words, const Article& original) {
    std::vector<std::string> known;
    for (const Placeholder& each : original.placeholders) known.push_back(ascii_lowered(each.name));
    const Source source(words.path, words.text);
    for (const Placeholder& each : words.placeholders) {
      if (std::find(known.begin(), known.end(), ascii_lowered(each.name)) != known.end()) continue;
      const auto meant = nearest_name(ascii_lowered(each.name), known);
      const auto original_name = [&meant](const Placeholder& one) {
        return meant && ascii_lowered(one.name) == *meant;
      };
      const auto named =
          std::find_if(original.placeholders.begin(), original.placeholders.end(), original_name);
      found_.push_back(source.diagnose(
          codes::translation_placeholder_new, each.range,
          fmt::format("the original has no placeholder `{}`: nothing would fill it", each.name),
          named == original.placeholders.end() ? std::string("write what the original writes there")
                                               : fmt::format("did you mean `{}`?", named->name)));
      known.push_back(ascii_lowered(each.name));
    }
  }

  void check_options(const Article& words, const Step& step) {
    const Source source(words.path, words.text);
    std::vector<std::string> missing;
    for (const Option& option : step.options) missing.push_back(option.id);
    const std::vector<std::string> options = missing;
    for (const OptionWording& answer : read_step_words(words).answers) {
      std::erase(missing, answer.option);
      if (std::find(options.begin(), options.end(), answer.option) != options.end()) continue;
      const auto meant = nearest_name(answer.option, options);
      found_.push_back(source.diagnose(codes::translation_option_unknown, answer.range,
                                       fmt::format("step `{}` has no option `{}`", step.id, answer.option),
                                       meant ? fmt::format("did you mean `{}`?", *meant)
                                             : fmt::format("it has {}", fmt::join(options, ", "))));
    }
    if (missing.empty()) return;
    complain(codes::translation_option_missing, {words.path, {}, words.header.line, 1},
             fmt::format("the answers `{}` have no words here: those of the original are shown",
                         fmt::join(missing, "`, `")),
             fmt::format("add `- **{}**: ...` below `## Answers`", missing.front()));
  }

  // ---- What is not

  const Document* document(std::string_view path) const {
    const auto same = [path](const Document& each) { return each.article.path == path; };
    const auto found = std::find_if(pack_.documents.begin(), pack_.documents.end(), same);
    return found == pack_.documents.end() ? nullptr : &*found;
  }

  bool lacks(const std::string& original, const std::string& locale) const {
    const std::string path = translation_path(original, locale);
    return !path.empty() && !has_file(pack_.root, path);
  }

  // Outcomes of guides/shared are those of every guide: only what the tree names is asked for.
  std::vector<std::string> files_of(const Guide& guide) const {
    std::set<std::size_t> indices = {guide.summary};
    const std::string own = fmt::format("guides/{}/", guide.id);
    for (const Step& step : guide.steps) indices.insert(step.document);
    for (const Outcome& outcome : guide.outcomes) {
      const bool of_guide = outcome.document < pack_.documents.size() &&
                            pack_.documents[outcome.document].article.path.starts_with(own);
      if (of_guide) indices.insert(outcome.document);
    }
    std::vector<std::string> files;
    for (const std::size_t index : indices) {
      if (index < pack_.documents.size()) files.push_back(pack_.documents[index].article.path);
    }
    std::sort(files.begin(), files.end());
    return files;
  }

  void look_for(const Guide& guide, const std::string& locale) {
    if (!guide.publish) return;
    std::vector<std::string> missing = files_of(guide);
    const std::size_t all = missing.size();
    std::erase_if(missing, [this, &locale](const std::string& file) { return !lacks(file, locale); });
    if (missing.empty()) return;
    const std::size_t lacking = missing.size();
    const std::string own = fmt::format("guides/{}/", guide.id);
    for (std::string& file : missing) file.erase(0, own.size());
    if (lacking > most_files_named) missing.resize(most_files_named);
    const std::string more =
        lacking > missing.size() ? fmt::format(" and {} more", lacking - missing.size()) : std::string();
    complain(
        codes::translation_missing, {guide.file, {}, 0, 0},
        fmt::format("{} of {} articles of guide `{}` have no words in `{}`: {}{}", lacking, all, guide.id,
                    locale, fmt::join(missing, ", "), more),
        fmt::format("write them below guides/{}/i18n/{}/; until then readers get the `{}` text and a notice",
                    guide.id, locale, pack_.locales.front()));
  }

  void look_for_articles(const std::string& locale) {
    for (const Document& each : pack_.documents) {
      const std::string& path = each.article.path;
      if (!path.starts_with("guides/articles/") || !lacks(path, locale)) continue;
      complain(codes::article_untranslated, {path, {}, 1, 1},
               fmt::format("this article has no words in `{}`", locale),
               fmt::format("write {}", translation_path(path, locale)));
    }
  }

  const Pack& pack_;
  Diagnostics found_ = {};
  std::set<std::string> refused_ = {};  // folders
};

}  // namespace

Diagnostics check_translations(const Pack& pack) {
  return TranslationCheck(pack).check();
}

}  // namespace tsg
