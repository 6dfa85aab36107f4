// SPDX-License-Identifier: MIT
#include "renderers/help_api/keyed_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/loader/component_words.h"
#include "engine/loader/components.h"
#include "engine/loader/includes.h"
#include "engine/markdown/compile.h"
#include "engine/model/limits.h"
#include "engine/text/digest.h"
#include "engine/text/file.h"

namespace tsg {

namespace {

// A comment with the first 128 bits of a digest, in the groups of a UUID.
std::string key_of(std::string_view article, std::size_t number) {
  const std::string hex = sha256_hex(fmt::format("{}\n{}", article, number));
  const std::string_view digits = hex;
  return fmt::format("<!--{}-{}-{}-{}-{}-->", digits.substr(0, 8), digits.substr(8, 4), digits.substr(12, 4),
                     digits.substr(16, 4), digits.substr(20, 12));
}

std::vector<Component> components_in(std::string_view source) {
  Article article;
  article.text = std::string(source);
  return read_components(article);
}

// Slots that stand for components become the components' comments.
void write_keys(CompiledArticle& compiled, const std::vector<KeyedComponent>& components) {
  for (Segment& segment : compiled.html) {
    if (segment.kind != SegmentKind::Slot) continue;
    const std::string& name = compiled.placeholders[segment.placeholder];
    const auto slot = std::find_if(compiled.insights.begin(), compiled.insights.end(),
                                   [&name](const InsightSlot& each) { return each.placeholder == name; });
    if (slot == compiled.insights.end()) continue;
    const auto number = static_cast<std::size_t>(slot - compiled.insights.begin());
    segment = {.text = components[number].key};
  }
  compiled.insights.clear();
}

}  // namespace

KeyedArticle key_components(const Article& article, const std::string& root, const PortalSettings& portal) {
  KeyedArticle keyed;
  keyed.document.article = article;
  const std::size_t slash = article.path.find('/');
  const std::string content_root = article.path.substr(0, slash == std::string::npos ? 0 : slash);
  const BodyReading body = read_body(article, content_root, [&root](const std::string& included) {
    return read_file(root.empty() ? included : root + "/" + included, limits::article_bytes);
  });
  PortalWords words = portal_words(portal);
  const std::string_view id = article.id().empty() ? std::string_view(article.path) : article.id();
  words.component = [&keyed, id](std::string_view source, std::string_view slot) {
    keyed.components.push_back({key_of(id, keyed.components.size() + 1), components_in(source)});
    return ComponentWords{std::string(slot), Insight{}};
  };
  const auto place = [&body](std::size_t begin, std::size_t end) { return body.body.place(begin, end); };
  keyed.document.compiled =
      compile_markdown(body.body.text, place, HeadingIds::Add, words, CompiledForms::Html).article;
  write_keys(keyed.document.compiled, keyed.components);
  return keyed;
}

}  // namespace tsg
