// SPDX-License-Identifier: MIT
#include "engine/loader/article_marks.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/article_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// Opens further back than this are given up, so that pairing stays linear.
constexpr std::size_t most_waiting = 64;

bool may_stand_in(std::string_view inner, std::string_view outer) {
  return outer == "rcaDescription" && (inner == "resolutionDetails" || inner == "additionalInfo");
}

bool good_name(std::string_view name) {
  if (!ascii_alpha(name.front()) && name.front() != '_') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return ascii_alpha(c) || ascii_digit(c) || c == '_' || c == '.' || c == '-';
  });
}

class SectionReader {
 public:
  SectionReader(ArticleSource& source, const std::vector<Token>& tokens)
      : source_(source), tokens_(tokens), innermost_(tokens.size()) {}

  std::vector<Section> read() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].kind == TokenKind::SectionOpen) open(at);
      if (tokens_[at].kind == TokenKind::SectionClose) close(at);
      if (!waiting_.empty()) innermost_[at] = tokens_[waiting_.back()].name;
    }
    for (const std::size_t left : waiting_) report_unclosed(left);
    std::sort(sections_.begin(), sections_.end(),
              [](const Section& a, const Section& b) { return a.range.begin < b.range.begin; });
    return std::move(sections_);
  }

  // The section that is open behind token `at`; empty when none is.
  std::string_view innermost(std::size_t at) const { return innermost_[at]; }

 private:
  void open(std::size_t at) {
    const Token& token = tokens_[at];
    if (!waiting_.empty() && !may_stand_in(token.name, tokens_[waiting_.back()].name)) {
      const std::string& outer = tokens_[waiting_.back()].name;
      source_.report(codes::section_nested, token.range,
                     fmt::format("section `{}` begins inside section `{}`", token.name, outer),
                     fmt::format("close `{}` before it", outer));
    }
    waiting_.push_back(at);
    if (waiting_.size() <= most_waiting) return;
    report_unclosed(waiting_.front());
    waiting_.erase(waiting_.begin());
  }

  void close(std::size_t at) {
    const Token& token = tokens_[at];
    const auto open = std::find_if(waiting_.rbegin(), waiting_.rend(),
                                   [&](std::size_t one) { return tokens_[one].name == token.name; });
    if (open == waiting_.rend()) return report_orphan(at);
    const ByteRange opener = tokens_[*open].range;
    sections_.push_back({.name = token.name,
                         .line = source_.line_of(opener.begin),
                         .end_line = source_.line_of(token.range.begin),
                         .range = source_.file_range({opener.begin, token.range.end}),
                         .text = source_.file_range({opener.end, token.range.begin})});
    waiting_.erase(std::next(open).base());
  }

  void report_unclosed(std::size_t at) {
    const Token& token = tokens_[at];
    source_.report(codes::section_unclosed, token.range,
                   fmt::format("section `{}` is never closed", token.name),
                   fmt::format("write `<!--/{}-->` where it ends", token.name));
  }

  // Two closes and no open: most often the first was meant to open.
  void report_orphan(std::size_t at) {
    const Token& token = tokens_[at];
    Diagnostic& diagnostic =
        source_.report(codes::section_orphan_close, token.range,
                       fmt::format("section `{}` is closed here but never opened", token.name),
                       fmt::format("write `<!--{}-->` where it begins", token.name));
    constexpr std::ptrdiff_t near = 16;
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    const auto end = begin + std::min(near, tokens_.end() - begin);
    const auto next = std::find_if(begin, end, [&](const Token& other) { return other.name == token.name; });
    if (next == end || next->kind != TokenKind::SectionClose) return;
    diagnostic.fix =
        Fix{.range = source_.file_range(token.range), .replacement = fmt::format("<!--{}-->", token.name)};
  }

  ArticleSource& source_;
  const std::vector<Token>& tokens_;
  std::vector<std::string_view> innermost_;
  std::vector<std::size_t> waiting_ = {};
  std::vector<Section> sections_ = {};
};

void report_names(ArticleSource& source, const std::vector<Token>& tokens) {
  for (const Token& token : tokens) {
    const bool placeholder =
        token.kind == TokenKind::PlaceholderOpen || token.kind == TokenKind::PlaceholderClose;
    if (!placeholder || good_name(token.name)) continue;
    source.report(codes::placeholder_bad_name, token.range,
                  fmt::format("the placeholder name `{}` holds odd characters", token.name),
                  "use letters, digits, `_`, `.` and `-`");
  }
}

void report_unpaired(ArticleSource& source, const std::vector<Token>& tokens, const PairedTokens& paired) {
  for (const std::size_t at : paired.unopened) {
    const std::string& name = tokens[at].name;
    source.report(codes::placeholder_orphan_close, tokens[at].range,
                  fmt::format("placeholder `{}` is closed here but never opened", name),
                  fmt::format("write `<!--${}-->` before its default text", name));
  }
  for (const std::size_t at : paired.unclosed) {
    const std::string& name = tokens[at].name;
    source.report(codes::placeholder_unclosed, tokens[at].range,
                  fmt::format("placeholder `{}` is never closed", name),
                  fmt::format("write `<!--/${}-->` behind its default text", name));
  }
}

void report_close_name(ArticleSource& source, const Token& open, const Token& close) {
  if (open.name == close.name) return;
  const bool by_case = equal_ignoring_case(open.name, close.name);
  source
      .report(by_case ? codes::placeholder_case_mismatch : codes::placeholder_name_mismatch, close.range,
              fmt::format("placeholder `{}` is closed as `{}`", open.name, close.name),
              "close it by the name it was opened with")
      .fix = Fix{.range = source.file_range(close.range),
                 .replacement = fmt::format("<!--/${}-->", open.name),
                 .safe = by_case};
}

Placeholder read_placeholder(const ArticleSource& source, const Token& open, const Token& close) {
  return {
      .name = open.name,
      .close_name = close.name,
      .default_text = std::string(source.text().substr(open.range.end, close.range.begin - open.range.end)),
      .line = source.line_of(open.range.begin),
      .range = source.file_range({open.range.begin, close.range.end})};
}

// Pairs are in the order of their opens; `outer_end` is how far the pairs before reach.
void report_nested(ArticleSource& source, const Token& open, const Token& close, std::size_t& outer_end) {
  if (open.range.begin < outer_end) {
    source.report(codes::placeholder_nested, {open.range.begin, close.range.end},
                  fmt::format("placeholder `{}` stands inside another placeholder", open.name),
                  "close the outer one first; a default is plain text");
  }
  outer_end = std::max(outer_end, close.range.end);
}

}  // namespace

ArticleMarks read_marks(ArticleSource& source, const std::vector<Token>& tokens) {
  ArticleMarks marks;
  SectionReader sections(source, tokens);
  marks.sections = sections.read();
  const PairedTokens paired = pair_placeholders(tokens);
  std::size_t outer_end = 0;
  for (const TokenPair& pair : paired.pairs) {
    const Token& open = tokens[pair.open];
    const Token& close = tokens[pair.close];
    report_close_name(source, open, close);
    report_nested(source, open, close, outer_end);
    marks.placeholders.push_back(read_placeholder(source, open, close));
    marks.placeholders.back().section = std::string(sections.innermost(pair.open));
  }
  report_unpaired(source, tokens, paired);
  report_names(source, tokens);
  return marks;
}

}  // namespace tsg
