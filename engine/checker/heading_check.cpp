// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/checker/structure_check.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// An ATX heading as it is written, whether Markdown takes it for one or not.
struct WrittenHeading {
  std::size_t level = 0;
  ByteRange line = {};
  ByteRange words = {};  // behind the signs, trimmed
  bool spaced = true;    // a blank stands behind the signs
};

std::vector<WrittenHeading> written_headings(const ArticleView& view) {
  std::vector<WrittenHeading> headings;
  for (const ArticleLine& line : view.lines()) {
    if (line.kind != LineKind::Text && line.kind != LineKind::Json) continue;
    const std::string_view text = view.text_of(line);
    const std::size_t begin = text.find_first_not_of(' ');
    if (line.kind == LineKind::Json || begin == std::string_view::npos || begin > 3 || text[begin] != '#')
      continue;
    const std::size_t end = std::min(text.find_first_not_of('#', begin), text.size());
    if (end - begin > 6) continue;
    const std::string_view words = ascii_trimmed(text.substr(end));
    const std::size_t at = words.empty() ? end : static_cast<std::size_t>(words.data() - text.data());
    headings.push_back({.level = end - begin,
                        .line = line.range,
                        .words = {line.range.begin + at, line.range.begin + at + words.size()},
                        .spaced = end == text.size() || ascii_space(text[end])});
  }
  return headings;
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size()))
    ++count;
  return count;
}

void check_h1(ArticleView& view) {
  std::vector<const Heading*> found;
  bool worded = false;
  for (const Heading& heading : view.article().headings) {
    if (heading.level != 1) continue;
    found.push_back(&heading);
    worded = worded || !heading.text.empty();
  }
  if (view.article().header.kind == HeaderKind::Properties && !worded) {
    const ByteRange header = view.decoded(view.article().header.range);
    const std::string title = std::string(view.article().property("pageTitle").value_or("..."));
    Diagnostic& diagnostic = view.report(codes::h1_missing, {header.end, header.end}, "the article has no H1",
                                         fmt::format("write `# {}` behind the header", title));
    if (found.empty()) view.propose(diagnostic, {header.end, header.end}, fmt::format("\n\n# {}\n", title));
  }
  if (found.size() < 2) return;
  Diagnostic& diagnostic = view.report(
      codes::h1_several, view.range_in_line(found[1]->line, found[1]->source),
      fmt::format("the article has {} H1, and a title is one", found.size()), "make the others H2");
  diagnostic.notes.push_back(
      {"the first stands here", view.report_place(view.range_in_line(found[0]->line, ""))});
}

void check_bold_h1(ArticleView& view, const WrittenHeading& heading) {
  const std::string_view words = view.slice(heading.words);
  const bool bold =
      words.size() > 4 && words.starts_with("**") && words.ends_with("**") && count_of(words, "**") == 2;
  if (heading.level != 1 || !bold) return;
  Diagnostic& diagnostic =
      view.report(codes::h1_bold, heading.words, "the H1 is in bold", "take the `**` out");
  view.fix_safely(diagnostic, heading.words, std::string(words.substr(2, words.size() - 4)));
}

void check_signs(ArticleView& view, const WrittenHeading& heading) {
  const std::string_view words = view.slice(heading.words);
  if (!heading.spaced) {
    const ByteRange range = {heading.words.begin, heading.words.begin};
    Diagnostic& diagnostic = view.report(
        codes::heading_no_blank, {heading.line.begin, heading.words.end},
        fmt::format("no blank stands behind `{}`, so this is no heading", std::string(heading.level, '#')),
        "put a blank behind it");
    view.propose(diagnostic, range, " ");
  } else if (words.empty()) {
    Diagnostic& diagnostic = view.report(codes::heading_empty, heading.line, "a heading without words",
                                         "write some, or delete the line");
    view.fix_safely(diagnostic, heading.line, "");
  }
}

void check_stars(ArticleView& view, const WrittenHeading& heading) {
  const std::string_view words = view.slice(heading.words);
  if (count_of(words, "**") % 2 == 0) return;
  Diagnostic& diagnostic = view.report(codes::heading_stars, heading.words,
                                       "a `**` of the heading has no partner", "write both, or none");
  if (words.starts_with("**") && count_of(words, "*") == 2) {
    view.fix_safely(diagnostic, heading.words, fmt::format("{}**", words));
  }
}

void check_template(ArticleView& view, const WrittenHeading& heading) {
  const std::string_view words = view.slice(heading.words);
  if (words.find("<--") == std::string_view::npos || words.find("-->") == std::string_view::npos) return;
  view.report(codes::template_left, heading.words, "the heading still holds the template's text",
              "write your own words");
}

void check_levels(ArticleView& view, const std::vector<WrittenHeading>& headings) {
  std::size_t before = 0;
  for (const WrittenHeading& heading : headings) {
    if (!heading.spaced) continue;
    if (before > 0 && heading.level > before + 1) {
      view.report(codes::heading_skips, heading.words,
                  fmt::format("the heading is of level {} below one of level {}", heading.level, before),
                  fmt::format("make it level {}", before + 1));
    }
    before = heading.level;
  }
}

// Blank lines and the next heading of its level or above are no content.
void check_content(ArticleView& view, const std::vector<WrittenHeading>& headings) {
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].level == 1 || !headings[i].spaced || headings[i].words.begin == headings[i].words.end)
      continue;
    const bool last = i + 1 == headings.size();
    const std::size_t end = last ? view.text().size() : headings[i + 1].line.begin;
    const bool filled = !ascii_trimmed(view.slice({headings[i].line.end, end})).empty();
    if (filled || (!last && headings[i + 1].level > headings[i].level)) continue;
    view.report(codes::heading_bare, headings[i].words, "nothing stands under this heading",
                "write what it promises, or delete it");
  }
}

}  // namespace

void check_headings(ArticleView& view) {
  check_h1(view);
  if (!view.markdown()) return;
  const std::vector<WrittenHeading> headings = written_headings(view);
  for (const WrittenHeading& heading : headings) {
    check_bold_h1(view, heading);
    check_signs(view, heading);
    check_stars(view, heading);
    check_template(view, heading);
  }
  check_levels(view, headings);
  check_content(view, headings);
}

namespace {

struct Reserved {
  std::string_view singular = {};
  std::string_view wanted = {};
};
constexpr Reserved reserved[] = {{"recommended step", "Recommended Steps"},
                                 {"recommended document", "Recommended Documents"}};

// Without stars, colons and blanks at the ends, in lower case.
std::string bare_words(std::string_view words) {
  std::string bare;
  for (const char c : words) {
    if (c != '*') bare += ascii_lower(c);
  }
  std::string_view trimmed = ascii_trimmed(bare);
  while (!trimmed.empty() && trimmed.back() == ':') trimmed.remove_suffix(1);
  return std::string(ascii_trimmed(trimmed));
}

bool misspelled_recommended(std::string_view bare) {
  constexpr std::string_view slips[] = {"reccom",     "recomended",   "recommened",
                                        "recommeded", "recommendeed", "recommanded"};
  return std::any_of(std::begin(slips), std::end(slips),
                     [bare](std::string_view slip) { return bare.starts_with(slip); });
}

void check_reserved(ArticleView& view, const WrittenHeading& heading, const Reserved& kind,
                    std::string_view bare) {
  const std::string_view words = view.slice(heading.words);
  const std::string plural = std::string(kind.singular) + "s";
  const std::string wanted = fmt::format("**{}**", kind.wanted);
  const bool bold = words.starts_with("**") && words.ends_with("**");
  if (bare != plural || words.find(':') != std::string_view::npos) {
    Diagnostic& diagnostic = view.report(codes::recommended_variant, heading.words,
                                         fmt::format("`{}` is a reserved heading in other words", words),
                                         fmt::format("write `## {}`", wanted));
    view.propose(diagnostic, heading.words, wanted);
    return;
  }
  if (heading.level != 2) {
    Diagnostic& diagnostic =
        view.report(codes::recommended_level, heading.words,
                    fmt::format("`{}` is of level {}", kind.wanted, heading.level), "make it level 2");
    view.propose(diagnostic, {heading.line.begin, heading.words.begin}, "## ");
  }
  const std::string_view inner = bold ? words.substr(2, words.size() - 4) : words;
  if (!bold) {
    Diagnostic& diagnostic =
        view.report(codes::recommended_plain, heading.words, "the reserved heading is not bold",
                    fmt::format("write `## {}`", wanted));
    view.fix_safely(diagnostic, heading.words, wanted);
  } else if (ascii_trimmed(inner) != kind.wanted) {
    Diagnostic& diagnostic = view.report(codes::recommended_case, heading.words,
                                         fmt::format("`{}` is written `{}` elsewhere", inner, kind.wanted),
                                         fmt::format("write `## {}`", wanted));
    view.fix_safely(diagnostic, heading.words, wanted);
  }
}

}  // namespace

void check_recommended_headings(ArticleView& view) {
  if (!view.markdown()) return;
  for (const WrittenHeading& heading : written_headings(view)) {
    if (!heading.spaced) continue;
    const std::string bare = bare_words(view.slice(heading.words));
    if (misspelled_recommended(bare)) {
      view.report(codes::recommended_misspelled, heading.words, "`Recommended` is misspelled",
                  "write `Recommended`: portals find these headings by their words");
      continue;
    }
    for (const Reserved& kind : reserved) {
      if (bare == kind.singular || bare == std::string(kind.singular) + "s")
        check_reserved(view, heading, kind, bare);
    }
  }
}

}  // namespace tsg
