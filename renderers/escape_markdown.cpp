// SPDX-License-Identifier: MIT
#include "renderers/escape_markdown.h"

#include <algorithm>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"
#include "renderers/markdown_plain.h"

namespace tsg {

namespace {

constexpr std::string_view joiner = "\u2060";
constexpr std::string_view always = "\\`*_{}[]<~$&";
constexpr std::string_view when_first = "#+-.!>:=^)/";
constexpr std::string_view when_last = "#!:";
constexpr std::size_t most_digits = 10;  // a list's number has nine at most

bool contains(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}
bool alphanumeric(char c) {
  return ascii_alpha(c) || ascii_digit(c);
}
bool delimiter(char c) {
  return c == '*' || c == '_' || c == '~';
}

void append_entity(std::string& out, char c) {
  out += "&#" + std::to_string(static_cast<int>(c)) + ";";
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), ascii_digit);
}

// `text` ends in a word that the author's text may complete to the start of a link: "www" + ".", "http" +
// "://".
bool may_begin_link(std::string_view text) {
  const char last = ascii_lower(text.back());
  if (last == 'w') return true;
  std::size_t begin = text.size();
  while (begin > 0 && ascii_alpha(text[begin - 1])) --begin;
  const std::string word = ascii_lowered(text.substr(begin));
  for (const std::string_view scheme : {"http", "https", "ftp"}) {
    if (word == scheme || (begin == 0 && !word.empty() && scheme.ends_with(word))) return true;
  }
  return false;
}

// The text before ends in "user@host" or "user@": what is appended would go on with the address.
bool in_address(std::string_view before) {
  constexpr std::size_t furthest = 256;
  for (std::size_t back = 1; back <= std::min(before.size(), furthest); ++back) {
    const char c = before[before.size() - back];
    if (c == '@') return true;
    if (!alphanumeric(c) && !contains("._+-\\&#;", c)) return false;
  }
  return before.size() > furthest;
}

// The one-line text of a value with what Markdown could take for markup made plain. Holds its own ends only:
// what stands beside it is append_markdown's concern.
class Escaped {
 public:
  Escaped(std::string_view text, std::string_view after) : text_(text) {
    const bool numbers_list = all_digits(text) && !after.empty() && contains(".)", after.front());
    for (at_ = 0; at_ < text_.size(); ++at_) {
      if (at_ == 0 && numbers_list) {
        append_entity(out_, text_[0]);
      } else {
        append_character(text_[at_]);
      }
    }
  }
  const std::string& text() const { return out_; }

 private:
  bool first() const { return at_ == 0; }
  bool last() const { return at_ + 1 == text_.size(); }

  void append_character(char c) {
    if (c == '\t' || c == '|' || (c == ' ' && (first() || last()))) return append_entity(out_, c);
    if (ascii_alpha(c) && last() && may_begin_link(text_)) return append_entity(out_, c);
    if (needs_backslash(c)) out_ += '\\';
    out_ += c;
    if (c == '@') out_ += "&#8288;";
  }

  bool needs_backslash(char c) const {
    if (contains(always, c)) return true;
    if ((first() && contains(when_first, c)) || (last() && contains(when_last, c))) return true;
    if (c == ':') return text_.substr(at_ + 1, 1) == "/";
    if (c == '.' && ascii_lower(text_[at_ - 1]) == 'w') return true;
    const bool before_blank = last() || text_[at_ + 1] == ' ' || text_[at_ + 1] == '\t';
    return (c == '.' || c == ')') && before_blank && all_digits(text_.substr(0, std::min(at_, most_digits)));
  }

  std::string_view text_;
  std::string out_ = {};
  std::size_t at_ = 0;
};

bool ends_in_www(std::string_view text) {
  constexpr std::size_t length = 4;
  return text.size() >= length && equal_ignoring_case(text.substr(text.size() - length), "www.");
}

// "<https://" is a link of its own, which ends at its `>`.
bool behind_angle(std::string_view text, std::size_t colon) {
  while (colon > 0 && ascii_alpha(text[colon - 1])) --colon;
  return colon > 0 && text[colon - 1] == '<';
}

// The `:` of "://" or the `.` of "www." of a bare URL that goes on at the end of `text`; npos when none does.
// GFM lets it run up to a blank or a `<`, over backslashes and entities.
std::size_t open_url(std::string_view text) {
  constexpr std::size_t furthest = 4096;
  const std::size_t stop = text.size() - std::min(text.size(), furthest);
  for (std::size_t at = text.size(); at > stop; --at) {
    const char c = text[at - 1];
    if (c == '/' && text.substr(0, at).ends_with("://"))
      return behind_angle(text, at - 3) ? std::string_view::npos : at - 3;
    if (c == '.' && ends_in_www(text.substr(0, at))) return at - 1;
    const bool code = c == '`' && (at < 2 || text[at - 2] != '\\');
    if (c == ' ' || c == '\t' || c == '\n' || c == '<' || code) return std::string_view::npos;
  }
  return std::string_view::npos;
}

// GFM would make a link of the author's "http://a.example/" and the value behind it: a value could choose the
// host, and what stands behind a backslash in such a link is not escaped.
void disarm_open_url(std::string& out) {
  const std::size_t mark = open_url(out);
  if (mark == std::string::npos || (mark > 0 && out[mark - 1] == '\\')) return;
  out.insert(mark, 1, '\\');
}

bool ends_in_open_backslash(std::string_view text) {
  const std::size_t last = text.find_last_not_of('\\');
  const std::size_t count = text.size() - (last == std::string_view::npos ? 0 : last + 1);
  return count % 2 == 1;
}

}  // namespace

void append_markdown(std::string& out, std::string_view value, std::string_view after) {
  if (ends_in_open_backslash(out)) out += '\\';
  disarm_open_url(out);
  const std::string line = one_line(value);
  if (line.empty()) {
    out += joiner;
    return;
  }
  const Escaped escaped(line, after);
  const std::string& text = escaped.text();
  const bool beside_delimiter = !out.empty() && delimiter(out.back()) && !alphanumeric(text.front());
  if (beside_delimiter || in_address(out)) out += joiner;
  if (out.ends_with(']') && text.starts_with('(')) out += '\\';
  out += text;
  if (!after.empty() && delimiter(after.front()) && !alphanumeric(out.back())) out += joiner;
}

void append_markdown_attribute(std::string& out, std::string_view value) {
  for (const char c : with_replacements(value)) {
    const auto byte = static_cast<unsigned char>(c);
    if (alphanumeric(c) || c == ' ' || byte >= 0x80) {
      out += c;
    } else if (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') {
      out += "\uFFFD";
    } else {
      append_entity(out, c);
    }
  }
}

void append_markdown_destination(std::string& out, std::string_view url) {
  for (const char c : url) {
    if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

std::string markdown(std::string_view value) {
  std::string out;
  append_markdown(out, value);
  return out;
}

}  // namespace tsg
