// SPDX-License-Identifier: MIT
#include "engine/markdown/marker_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/markdown_codes.h"
#include "engine/markdown/tokens.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool placeholder_token(const Token& token) {
  return token.kind == TokenKind::PlaceholderOpen || token.kind == TokenKind::PlaceholderClose;
}

bool holds_blank_line(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
    if (next != std::string_view::npos && text[next] == '\n') return true;
  }
  return false;
}

class TokenPlan {
 public:
  TokenPlan(std::string_view body, Reporter& reporter)
      : body_(body), reporter_(reporter), tokens_(scan_tokens(body)), plan_(tokens_.size()) {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      plan_[at].cut.range = tokens_[at].range;
      plan_[at].dropped = placeholder_token(tokens_[at]);
      plan_[at].cut.text = std::string(body_.substr(tokens_[at].range.begin, size_of(tokens_[at].range)));
    }
  }

  std::vector<PlannedCut> take() {
    plan_placeholders();
    plan_markers();
    return without_covered();
  }

 private:
  static std::size_t size_of(const ByteRange& range) { return range.end - range.begin; }

  void plan_placeholders() {
    std::size_t covered = 0;
    for (const TokenPair& pair : pair_placeholders(tokens_).pairs) {
      const Token& open = tokens_[pair.open];
      if (open.range.begin < covered) {
        reporter_.report(
            codes::placeholder_in_default, open.range,
            fmt::format("placeholder `{}` stands in the default of another and is left out", open.name),
            "move it out of the other placeholder");
      } else if (fits(pair)) {
        make_placeholder(pair);
        covered = tokens_[pair.close].range.end;
      }
    }
  }

  bool fits(const TokenPair& pair) {
    const Token& open = tokens_[pair.open];
    bool fit = true;
    for (std::size_t at = pair.open + 1; at < pair.close; ++at) fit = fit && placeholder_token(tokens_[at]);
    fit = fit &&
          !holds_blank_line(body_.substr(open.range.end, tokens_[pair.close].range.begin - open.range.end));
    if (!fit) {
      reporter_.report(codes::placeholder_too_wide, open.range,
                       fmt::format("the default of placeholder `{}` spans paragraphs or markers", open.name),
                       fmt::format("close it with `<!--/${}-->` behind its default", open.name));
    }
    return fit;
  }

  void make_placeholder(const TokenPair& pair) {
    PlannedCut& planned = plan_[pair.open];
    planned.dropped = false;
    planned.cut.kind = CutKind::Placeholder;
    planned.cut.name = tokens_[pair.open].name;
    planned.cut.range.end = tokens_[pair.close].range.end;
    planned.cut.text.clear();
    for (std::size_t at = pair.open; at < pair.close; ++at) {
      const std::size_t begin = tokens_[at].range.end;
      planned.cut.text += body_.substr(begin, tokens_[at + 1].range.begin - begin);
    }
  }

  void plan_markers() {
    std::vector<std::size_t> sections;
    std::vector<std::size_t> audiences;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      switch (tokens_[at].kind) {
        case TokenKind::SectionOpen:
          open_section(at, sections);
          break;
        case TokenKind::SectionClose:
          close_section(at, sections);
          break;
        case TokenKind::AudienceOpen:
          open_audience(at, audiences);
          break;
        case TokenKind::AudienceClose:
          close_audience(at, audiences);
          break;
        case TokenKind::PlaceholderOpen:
        case TokenKind::PlaceholderClose:
        case TokenKind::Include:
          break;
      }
    }
    if (!audiences.empty()) leave_open(audiences.front());
  }

  void open_section(std::size_t at, std::vector<std::size_t>& waiting) {
    // Opens further back than this are given up, so that looking for them stays linear.
    constexpr std::size_t most_waiting = 64;
    waiting.push_back(at);
    if (waiting.size() > most_waiting) waiting.erase(waiting.begin());
  }

  void close_section(std::size_t close, std::vector<std::size_t>& waiting) {
    const auto open = std::find_if(waiting.rbegin(), waiting.rend(),
                                   [&](std::size_t at) { return tokens_[at].name == tokens_[close].name; });
    if (open == waiting.rend()) return;
    join(*open, CutKind::SectionBegin, close, CutKind::SectionEnd);
    plan_[*open].cut.name = plan_[close].cut.name = tokens_[close].name;
    waiting.erase(std::next(open).base(), waiting.end());
  }

  void join(std::size_t open, CutKind open_kind, std::size_t close, CutKind close_kind) {
    plan_[open].cut.kind = open_kind;
    plan_[open].cut.partner = close;
    plan_[close].cut.kind = close_kind;
    plan_[close].cut.partner = open;
  }

  void open_audience(std::size_t at, std::vector<std::size_t>& waiting) {
    const Token& token = tokens_[at];
    if (!equal_ignoring_case(token.name, "agent")) {
      reporter_.report(codes::audience_unknown, token.range,
                       fmt::format("audience `{}` is unknown; the text is taken for agents", token.name),
                       "write `<!-- audience: agent -->`, the only audience there is");
    }
    if (!waiting.empty()) {
      reporter_.report(codes::audience_nested, token.range, "a text for agents begins inside another",
                       "close the first one before, with `<!-- /audience -->`");
    }
    waiting.push_back(at);
  }

  // Of nested texts only the outermost ends are marked.
  void close_audience(std::size_t close, std::vector<std::size_t>& waiting) {
    if (waiting.empty()) {
      reporter_.report(codes::audience_unopened, tokens_[close].range, "`/audience` closes nothing",
                       "open the text with `<!-- audience: agent -->`, or take the close away");
      return;
    }
    if (waiting.size() == 1) join(waiting.back(), CutKind::AgentBegin, close, CutKind::AgentEnd);
    waiting.pop_back();
  }

  void leave_open(std::size_t open) {
    plan_[open].cut.kind = CutKind::AgentBegin;
    reporter_.report(codes::audience_unclosed, tokens_[open].range,
                     "the text for agents that begins here is never closed; all that follows is for agents",
                     "close it with `<!-- /audience -->`");
  }

  // Tokens inside a placeholder went with it.
  std::vector<PlannedCut> without_covered() {
    std::vector<PlannedCut> kept;
    std::vector<std::size_t> place(plan_.size(), no_cut);
    std::size_t covered = 0;
    for (std::size_t at = 0; at < plan_.size(); ++at) {
      if (plan_[at].cut.range.begin < covered) continue;
      covered = plan_[at].cut.range.end;
      place[at] = kept.size();
      kept.push_back(std::move(plan_[at]));
    }
    for (PlannedCut& planned : kept) {
      if (planned.cut.partner != no_cut) planned.cut.partner = place[planned.cut.partner];
    }
    return kept;
  }

  std::string_view body_;
  Reporter& reporter_;
  std::vector<Token> tokens_;
  std::vector<PlannedCut> plan_;  // one a token
};

}  // namespace

std::vector<PlannedCut> plan_tokens(std::string_view body, Reporter& reporter) {
  return TokenPlan(body, reporter).take();
}

}  // namespace tsg
