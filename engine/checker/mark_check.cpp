// SPDX-License-Identifier: MIT
#include "engine/checker/mark_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/checker/header_keys.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/markdown/tokens.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool is_placeholder(const Token& token) {
  return token.kind == TokenKind::PlaceholderOpen || token.kind == TokenKind::PlaceholderClose;
}

void check_tokens(ArticleView& view) {
  for (const Token& token : scan_tokens(view.text())) {
    if (!is_placeholder(token) || !token.inner_blank) continue;
    const std::string wanted =
        fmt::format("<!--{}${}-->", token.kind == TokenKind::PlaceholderClose ? "/" : "", token.name);
    Diagnostic& diagnostic = view.report(codes::placeholder_blank, token.range,
                                         fmt::format("a blank stands inside the token of `{}`", token.name),
                                         fmt::format("write `{}`", wanted));
    view.fix_safely(diagnostic, token.range, wanted);
  }
}

ByteRange default_range(const ArticleView& view, const Placeholder& placeholder) {
  const ByteRange whole = view.decoded(placeholder.range);
  const std::size_t at = view.slice(whole).find("-->");
  const std::size_t begin = at == std::string_view::npos ? whole.begin : whole.begin + at + 3;
  return {begin, begin + placeholder.default_text.size()};
}

void check_default(ArticleView& view, const Placeholder& placeholder) {
  const std::string_view text = placeholder.default_text;
  const std::string_view trimmed = ascii_trimmed(text);
  if (trimmed.size() != text.size()) {
    Diagnostic& diagnostic =
        view.report(codes::placeholder_padded, default_range(view, placeholder),
                    fmt::format("blanks stand around the default of `{}`", placeholder.name),
                    "put them outside the tokens, where they stay when the value is filled in");
    view.propose(diagnostic, default_range(view, placeholder), std::string(trimmed));
  }
  if (view.type().empty() || filled_type(view.type())) return;
  view.report(codes::placeholder_unfilled, view.decoded(placeholder.range),
              fmt::format("nobody fills `{}` in an article of type `{}`", placeholder.name,
                          spelling_of_type(view.type())),
              "write the words themselves, or make it a `diagnostics` article");
}

void check_description(ArticleView& view, const Section& section) {
  const ByteRange text = view.decoded(section.text);
  const ByteRange whole = view.decoded(section.range);
  const std::string_view words = view.slice(text);
  if (ascii_trimmed(words).empty()) {
    view.report(codes::description_empty, whole, "the section `issueDescription` is empty",
                "write what the customer is told, or delete the section");
    return;
  }
  const std::size_t link = words.find("](http");
  if (link != std::string_view::npos) {
    const std::size_t end = std::min(words.find(')', link), words.size());
    view.report(codes::description_link, {text.begin + link + 2, text.begin + end},
                "a link stands in `issueDescription`, which portals show as plain text",
                "move it behind the section");
  }
  const std::size_t bold = words.find("**");
  if (bold != std::string_view::npos) {
    view.report(codes::description_bold, {text.begin + bold, text.begin + bold + 2},
                "bold text stands in `issueDescription`, which portals show as plain text",
                "write it plainly");
  }
}

bool has_section(const Article& article, std::string_view name) {
  return std::any_of(article.sections.begin(), article.sections.end(),
                     [name](const Section& section) { return section.name == name; });
}

}  // namespace

void check_placeholders(ArticleView& view) {
  if (view.article().placeholders.empty() && view.text().find("$") == std::string_view::npos) return;
  check_tokens(view);
  for (const Placeholder& placeholder : view.article().placeholders) check_default(view, placeholder);
}

void check_sections(ArticleView& view) {
  for (const Section& section : view.article().sections) {
    if (section.name == "issueDescription") check_description(view, section);
  }
  const ByteRange header = view.decoded(view.article().header.range);
  const ByteRange behind = {header.end, header.end};
  const bool written = view.text().find("issueDescription-->") != std::string_view::npos;
  if (view.type() == "diagnostics" && !written) {
    view.report(codes::description_missing, behind,
                "there is no `issueDescription`, which is what the customer is told",
                "put it between `<!--issueDescription-->` and `<!--/issueDescription-->`");
  }
  if (view.type() == "rca" && view.article().sections.empty() &&
      !has_section(view.article(), "issueDescription")) {
    view.report(codes::rca_without_section, behind, "the root cause has no section",
                "put its parts between `<!--issueDescription-->`, `<!--rcaDescription-->` and the like");
  }
}

}  // namespace tsg
