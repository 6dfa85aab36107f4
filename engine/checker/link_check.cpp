// SPDX-License-Identifier: MIT
#include "engine/checker/link_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::size_t blanks_from(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii_space(text[at])) ++at;
  return at;
}

// `[text] (http...`, also over the end of a line.
void check_torn(ArticleView& view, std::size_t bracket) {
  const std::string_view text = view.text();
  const std::size_t open = blanks_from(text, bracket + 1);
  if (open == bracket + 1 || text.substr(open, 5) != "(http") return;
  Diagnostic& diagnostic =
      view.report(codes::link_torn, {bracket, open + 1},
                  "a blank stands between `]` and `(`, so this is no link", "take it out");
  view.fix_safely(diagnostic, {bracket + 1, open}, "");
}

// `[text]( http... )`
void check_padding(ArticleView& view, std::size_t bracket) {
  const std::string_view text = view.text();
  if (text.substr(bracket, 2) != "](") return;
  const std::size_t begin = bracket + 2;
  const std::size_t end = std::min(text.find_first_of(")\n", begin), text.size());
  const std::string_view inside = text.substr(begin, end - begin);
  const std::string_view trimmed = ascii_trimmed(inside);
  if (end == text.size() || text[end] != ')' || trimmed.empty() || trimmed.size() == inside.size() ||
      !trimmed.starts_with("http"))
    return;
  if (trimmed.find_first_of(" \"'") != std::string_view::npos) return;
  Diagnostic& diagnostic = view.report(codes::link_padded, {begin, end},
                                       "a blank stands inside the parentheses of the link", "take it out");
  view.fix_safely(diagnostic, {begin, end}, std::string(trimmed));
}

// `][http...]`
void check_brackets(ArticleView& view, std::size_t bracket) {
  const std::string_view text = view.text();
  if (text.substr(bracket, 6) != "][http") return;
  const std::size_t end = text.find_first_of("]\n", bracket + 2);
  if (end == std::string_view::npos || text[end] != ']') return;
  const ByteRange range = {bracket + 1, end + 1};
  Diagnostic& diagnostic =
      view.report(codes::link_brackets, range, "the address of a link stands in square brackets",
                  "put it in parentheses");
  view.propose(diagnostic, range, fmt::format("({})", text.substr(bracket + 2, end - bracket - 2)));
}

// `(text)[http...]`
void check_reversed(ArticleView& view, std::size_t close) {
  const std::string_view text = view.text();
  if (text.substr(close, 6) != ")[http") return;
  const std::size_t end = text.find_first_of("]\n", close + 2);
  const std::size_t open = text.rfind('(', close);
  if (end == std::string_view::npos || text[end] != ']' || open == std::string_view::npos) return;
  const std::string_view words = text.substr(open + 1, close - open - 1);
  if (words.find_first_of("\n)[]") != std::string_view::npos) return;
  Diagnostic& diagnostic = view.report(codes::link_reversed, {open, end + 1},
                                       "the brackets of the link are exchanged", "write `[text](address)`");
  view.fix_safely(diagnostic, {open, end + 1},
                  fmt::format("[{}]({})", words, text.substr(close + 2, end - close - 2)));
}

}  // namespace

void check_link_syntax(ArticleView& view) {
  const std::string_view text = view.text();
  for (std::size_t at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
    check_torn(view, at);
    if (!view.markdown()) continue;
    check_padding(view, at);
    check_brackets(view, at);
  }
  if (!view.markdown()) return;
  for (std::size_t at = text.find(")["); at != std::string_view::npos; at = text.find(")[", at + 1))
    check_reversed(view, at);
}

namespace {

constexpr std::array<std::string_view, 7> vague = {"here", "click here",   "link", "this link",
                                                   "this", "this article", "more"};
constexpr std::array<std::string_view, 9> schemes = {
    "http",        "https",         "mailto", "data-blade", "button-data-blade", "button-data-context",
    "button-link", "data-solution", "tel"};

std::string_view scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view scheme = url.substr(0, colon);
  const bool letters =
      std::all_of(scheme.begin(), scheme.end(), [](char c) { return ascii_alpha(c) || c == '-'; });
  return letters ? scheme : std::string_view();
}

bool known_scheme(std::string_view scheme) {
  return std::any_of(schemes.begin(), schemes.end(),
                     [scheme](std::string_view each) { return equal_ignoring_case(each, scheme); });
}

void check_target(ArticleView& view, const Link& link, ByteRange range) {
  const std::string_view url = ascii_trimmed(link.url);
  const bool stub = url.empty() || url == "#" || url == "http://" || url == "https://" || url == "https:///";
  if (stub) {
    view.report(codes::link_stub, range, link.image ? "the image has no address" : "the link leads nowhere",
                "give it an address, or leave the words alone");
    return;
  }
  if (url.front() == '#') {
    view.report(codes::link_anchor, range,
                fmt::format("`{}` leads within the page, which portals do not follow", url),
                "name the heading instead");
    return;
  }
  const std::string_view scheme = scheme_of(url);
  // Buttons are judged where blades are.
  if (equal_ignoring_case(scheme.substr(0, 7), "button-")) return;
  if (link.image && scheme.empty()) {
    view.report(codes::image_relative, range,
                fmt::format("the image `{}` is found only beside its file", url), "give its whole address");
    return;
  }
  if (known_scheme(scheme) || url.find("<!--$") != std::string_view::npos) return;
  view.report(codes::link_scheme, range,
              scheme.empty() ? fmt::format("`{}` is no whole address", url)
                             : fmt::format("`{}` is no scheme that portals follow", scheme),
              "begin it with `https://`, `mailto:` or `data-blade:`");
}

void check_words_of(ArticleView& view, const Link& link, ByteRange range) {
  if (link.image) {
    if (ascii_trimmed(link.text).empty()) {
      view.report(codes::image_without_text, range, "the image has no text for those who do not see it",
                  "say in brackets what it shows");
    }
    return;
  }
  const std::string words = ascii_lowered(ascii_trimmed(link.text));
  if (std::find(vague.begin(), vague.end(), words) == vague.end()) return;
  view.report(codes::link_vague, range,
              fmt::format("the link's text `{}` says nothing of where it leads", link.text),
              "write the name of the page");
}

void check_end(ArticleView& view, const Link& link, ByteRange range) {
  const std::string_view url = ascii_trimmed(link.url);
  if (url.size() < 9 || link.source.empty()) return;
  const char last = url.back();
  if (last != '.' && last != ',' && last != ';' && last != ':') return;
  view.report(codes::link_punctuation, range, fmt::format("the address ends with `{}`", last),
              "take it out, or put it behind the parenthesis");
}

}  // namespace

void check_links(ArticleView& view) {
  if (!view.markdown()) return;
  for (const Link& link : view.article().links) {
    const ByteRange range =
        view.range_in_line(link.line, link.destination.empty() ? link.url : link.destination);
    check_target(view, link, range);
    check_words_of(view, link, range);
    check_end(view, link, range);
    const bool mail = equal_ignoring_case(link.url.substr(0, 7), "mailto:") && view.for_customers();
    if (mail && ascii_lowered(link.url).find("@microsoft.com") != std::string::npos) {
      view.report(codes::mail_internal, range, "customers are sent to an employee's mailbox",
                  "link a support page");
    }
  }
}

}  // namespace tsg
