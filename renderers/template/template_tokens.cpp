// SPDX-License-Identifier: MIT
#include "renderers/template/template_tokens.h"

#include <fmt/format.h>

#include <optional>

#include "engine/diagnostics/template_codes.h"

namespace tsg {

namespace {

using Kind = TemplateToken::Kind;

std::optional<Kind> kind_at(std::string_view bytes, std::size_t at) {
  const std::string_view two = bytes.substr(at, 2);
  if (two == "{{") return Kind::Output;
  if (two == "{%") return Kind::Tag;
  if (two == "{#") return Kind::Comment;
  return std::nullopt;
}

std::size_t next_opening(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && !kind_at(bytes, at)) ++at;
  return at;
}

std::string_view closing_of(Kind kind) {
  if (kind == Kind::Output) return "}}";
  return kind == Kind::Tag ? "%}" : "#}";
}

// Where the closing braces begin; quoted texts may hold braces, comments anything.
std::optional<std::size_t> closing_at(std::string_view bytes, std::size_t at, Kind kind) {
  const std::string_view closing = closing_of(kind);
  if (kind == Kind::Comment) {
    const std::size_t found = bytes.find(closing, at);
    return found == std::string_view::npos ? std::nullopt : std::optional(found);
  }
  char quote = 0;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote == 0 && bytes.substr(at, 2) == closing) return at;
    if (quote == 0 && kind_at(bytes, at)) return std::nullopt;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
  }
  return std::nullopt;
}

bool blank(char c) {
  return c == ' ' || c == '\t';
}

bool makes_no_output(const TemplateToken& token) {
  return token.kind == Kind::Tag || token.kind == Kind::Comment;
}

// Tokens of one line: [first, last]. Texts between tags of a line hold no line end.
class LineTrimmer {
 public:
  LineTrimmer(std::string_view bytes, std::vector<TemplateToken>& tokens) : bytes_(bytes), tokens_(tokens) {}

  void trim() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (makes_no_output(tokens_[at])) at = trim_run(at);
    }
  }

 private:
  // Trims the line that the tag at `first` begins, where nothing else stands on it; the run's last token.
  std::size_t trim_run(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < tokens_.size() && continues(last + 1)) ++last;
    while (!makes_no_output(tokens_[last])) --last;
    const std::size_t begin = line_begin(tokens_[first].range.begin);
    const std::optional<std::size_t> end = line_end(tokens_[last].range.end);
    if (begin != std::string_view::npos && end) cut(first, last, begin, *end);
    return last;
  }

  bool continues(std::size_t at) const {
    const TemplateToken& token = tokens_[at];
    if (token.kind == Kind::Text) return all_blank(token.range);
    return makes_no_output(token);
  }

  bool all_blank(ByteRange range) const {
    for (std::size_t at = range.begin; at < range.end; ++at) {
      if (!blank(bytes_[at])) return false;
    }
    return true;
  }

  std::size_t line_begin(std::size_t at) const {
    while (at > 0 && blank(bytes_[at - 1])) --at;
    return at == 0 || bytes_[at - 1] == '\n' ? at : std::string_view::npos;
  }

  std::optional<std::size_t> line_end(std::size_t at) const {
    while (at < bytes_.size() && blank(bytes_[at])) ++at;
    if (at == bytes_.size()) return at;
    if (bytes_.substr(at, 2) == "\r\n") return at + 2;
    return bytes_[at] == '\n' ? std::optional(at + 1) : std::nullopt;
  }

  void cut(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) {
    if (first > 0 && tokens_[first - 1].kind == Kind::Text) shorten(tokens_[first - 1], {0, begin});
    for (std::size_t at = first; at < last; ++at) {
      if (tokens_[at].kind == Kind::Text) shorten(tokens_[at], {0, 0});
    }
    if (last + 1 < tokens_.size() && tokens_[last + 1].kind == Kind::Text)
      shorten(tokens_[last + 1], {end, bytes_.size()});
  }

  static void shorten(TemplateToken& token, ByteRange kept) {
    token.range.begin = std::min(std::max(token.range.begin, kept.begin), token.range.end);
    token.range.end = std::max(std::min(token.range.end, kept.end), token.range.begin);
    token.inner = token.range;
  }

  std::string_view bytes_;
  std::vector<TemplateToken>& tokens_;
};

}  // namespace

std::vector<TemplateToken> read_tokens(const TemplateFile& file, Diagnostics& diagnostics) {
  std::vector<TemplateToken> tokens;
  const std::string_view bytes = file.bytes();
  std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < bytes.size()) {
    const std::size_t open = next_opening(bytes, at);
    if (open > at) tokens.push_back({Kind::Text, {at, open}, {at, open}});
    if (open == bytes.size()) break;
    const Kind kind = *kind_at(bytes, open);
    const auto close = closing_at(bytes, open + 2, kind);
    if (!close) {
      diagnostics.push_back(file.source().diagnose(
          codes::template_unclosed, {open, open + 2},
          fmt::format("`{}` is never closed", bytes.substr(open, 2)),
          fmt::format("write `{}` behind it; quoted texts end with the quote they begin with",
                      closing_of(kind))));
      break;
    }
    tokens.push_back({kind, {open, *close + 2}, {open + 2, *close}});
    at = *close + 2;
  }
  LineTrimmer(bytes, tokens).trim();
  return tokens;
}

}  // namespace tsg
