// SPDX-License-Identifier: MIT
#include "engine/markdown/html_tokens.h"

#include <algorithm>
#include <optional>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t longest_tag = 4096;

bool name_part(char c) {
  return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

class TagReader {
 public:
  // `text` begins at the `<` and ends where the tag must have ended.
  explicit TagReader(std::string_view text) : text_(text) {}

  std::optional<HtmlToken> read() {
    HtmlToken token;
    token.kind = next(1) == '/' ? HtmlTokenKind::CloseTag : HtmlTokenKind::OpenTag;
    at_ = token.kind == HtmlTokenKind::CloseTag ? 2 : 1;
    if (!ascii_alpha(next(0))) return std::nullopt;
    token.name = ascii_lowered(take_name());
    while (read_attribute(token)) {
    }
    skip_blanks();
    if (next(0) == '/') ++at_;
    if (next(0) != '>') return std::nullopt;
    token.source = text_.substr(0, at_ + 1);
    return token;
  }

 private:
  char next(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void skip_blanks() {
    while (ascii_space(next(0))) ++at_;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (name_part(next(0))) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool read_attribute(HtmlToken& token) {
    const std::size_t before = at_;
    skip_blanks();
    HtmlAttribute attribute;
    attribute.name = ascii_lowered(take_name());
    if (attribute.name.empty() || before == at_ - attribute.name.size()) {
      at_ = before;
      return false;
    }
    attribute.quoted = true;
    const std::size_t behind_name = at_;
    skip_blanks();
    if (next(0) != '=') {
      at_ = behind_name;
    } else if (!read_value(attribute)) {
      return false;
    }
    token.attributes.push_back(std::move(attribute));
    return true;
  }

  bool read_value(HtmlAttribute& attribute) {
    ++at_;
    skip_blanks();
    const char quote = next(0);
    if (quote == '"' || quote == '\'') {
      const std::size_t end = text_.find(quote, at_ + 1);
      if (end == std::string_view::npos) return false;
      attribute.value = std::string(text_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
      return true;
    }
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n\f\"'=<>`", at_), text_.size());
    attribute.value = std::string(text_.substr(at_, end - at_));
    attribute.quoted = false;
    at_ = end;
    return !attribute.value.empty();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}

  std::vector<HtmlToken> take() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos;) {
      std::optional<HtmlToken> token = token_at(at);
      if (!token) {
        at = html_.find('<', at + 1);
        continue;
      }
      text_until(at);
      text_begin_ = at + token->source.size();
      tokens_.push_back(std::move(*token));
      at = html_.find('<', text_begin_);
    }
    text_until(html_.size());
    return std::move(tokens_);
  }

 private:
  std::optional<HtmlToken> token_at(std::size_t at) {
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with("<!--")) return comment_at(at);
    return TagReader(rest.substr(0, longest_tag)).read();
  }

  std::optional<HtmlToken> comment_at(std::size_t at) {
    if (comment_end_ < at + 4) comment_end_ = html_.find("-->", at + 4);
    if (comment_end_ == std::string_view::npos) return std::nullopt;
    HtmlToken token;
    token.kind = HtmlTokenKind::Comment;
    token.source = html_.substr(at, comment_end_ + 3 - at);
    return token;
  }

  void text_until(std::size_t end) {
    if (end <= text_begin_) return;
    HtmlToken token;
    token.source = html_.substr(text_begin_, end - text_begin_);
    tokens_.push_back(std::move(token));
  }

  std::string_view html_;
  std::vector<HtmlToken> tokens_;
  std::size_t text_begin_ = 0;
  std::size_t comment_end_ = 0;
};

}  // namespace

std::vector<HtmlToken> scan_html(std::string_view html) {
  return HtmlScanner(html).take();
}

}  // namespace tsg
