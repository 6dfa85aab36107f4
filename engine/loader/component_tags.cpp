// SPDX-License-Identifier: MIT
#include "engine/loader/component_tags.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/loader/article_markdown.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t none = std::string_view::npos;

std::size_t run_of(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

// One part of the article's Markdown, walked once from its begin to its end.
class TagWalk {
 public:
  TagWalk(std::string_view text, ByteRange part, std::vector<ComponentTag>& tags)
      : text_(text.substr(0, part.end)), at_(part.begin), tags_(tags) {
    for (std::size_t at = text_.find('`', at_); at != none; at = text_.find('`', at)) {
      const std::size_t run = run_of(text_, at);
      backticks_[run].push_back(at);
      at += run;
    }
  }

  void walk() {
    bool line_begins = true;
    while (at_ < text_.size()) {
      if (line_begins && skip_fence()) continue;
      line_begins = text_[at_] == '\n';
      if (text_[at_] == '`') {
        skip_code_span();
      } else if (text_[at_] == '<') {
        take_tag();
      } else {
        ++at_;
      }
    }
  }

 private:
  std::size_t line_end(std::size_t from) const { return std::min(text_.find('\n', from), text_.size()); }

  // Past a fence, what it holds, and the fence that closes it; up to the end when none does.
  bool skip_fence() {
    const std::size_t begin = text_.find_first_not_of(" \t", at_);
    if (begin == none || (text_[begin] != '`' && text_[begin] != '~')) return false;
    const char mark = text_[begin];
    const std::size_t length = run_of(text_, begin);
    std::size_t end = line_end(begin);
    const bool in_line = mark == '`' && text_.substr(begin + length, end - begin - length).find('`') != none;
    if (length < 3 || in_line) return false;
    while (end < text_.size() && !closes_fence(end + 1, mark, length)) end = line_end(end + 1);
    at_ = end < text_.size() ? std::min(line_end(end + 1) + 1, text_.size()) : end;
    return true;
  }

  bool closes_fence(std::size_t line, char mark, std::size_t length) const {
    const std::size_t begin = text_.find_first_not_of(" \t", line);
    if (begin == none || text_[begin] != mark) return false;
    const std::size_t run = run_of(text_, begin);
    return run >= length && ascii_trimmed(text_.substr(begin + run, line_end(begin) - begin - run)).empty();
  }

  // A span ends at the next run of the same length in its paragraph; without one its backticks are text.
  void skip_code_span() {
    const std::size_t run = run_of(text_, at_);
    const std::vector<std::size_t>& same = backticks_[run];
    const auto close = std::upper_bound(same.begin(), same.end(), at_);
    const bool spans = close != same.end() && *close < paragraph_end();
    at_ = spans ? *close + run : at_ + run;
  }

  // The next blank line. Asked at rising offsets, all answers together are linear.
  std::size_t paragraph_end() {
    while (paragraph_end_ <= at_ && paragraph_end_ < text_.size()) {
      std::size_t feed = line_end(std::max(at_, paragraph_end_));
      while (feed < text_.size() && !ascii_trimmed(text_.substr(feed, line_end(feed + 1) - feed)).empty())
        feed = line_end(feed + 1);
      paragraph_end_ = feed < text_.size() ? feed + 1 : feed;
    }
    return paragraph_end_;
  }

  void take_tag() {
    if (text_.substr(at_, 4) == "<!--") {
      if (comment_end_ <= at_) comment_end_ = std::min(text_.find("-->", at_ + 4), text_.size());
      // What never ends is no comment, but text.
      at_ = comment_end_ < text_.size() ? comment_end_ + 3 : at_ + 4;
      return;
    }
    const std::optional<ComponentTag> tag = tag_at(at_);
    if (tag) tags_.push_back(*tag);
    at_ = tag ? tag->range.end : at_ + 1;
  }

  std::optional<ComponentTag> tag_at(std::size_t at) const {
    ComponentTag tag;
    tag.closes = at + 1 < text_.size() && text_[at + 1] == '/';
    const std::size_t begin = at + (tag.closes ? 2 : 1);
    std::size_t end = begin;
    while (end < text_.size() && (ascii_alpha(text_[end]) || ascii_digit(text_[end]))) ++end;
    const std::size_t close = text_.find_first_of("<>", end);
    if (end == begin || close == none || text_[close] != '>') return std::nullopt;
    const std::string_view rest = text_.substr(end, close - end);
    if (!rest.empty() && rest.front() != '/' && !ascii_space(rest.front())) return std::nullopt;
    tag.name = text_.substr(begin, end - begin);
    tag.empty = !tag.closes && rest.ends_with('/');
    tag.range = {at, close + 1};
    return tag;
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<ComponentTag>& tags_;
  std::map<std::size_t, std::vector<std::size_t>> backticks_ = {};  // length of a run -> begins, rising
  std::size_t paragraph_end_ = 0;
  std::size_t comment_end_ = 0;
};

}  // namespace

std::vector<ComponentTag> component_tags(const Article& article) {
  std::vector<ComponentTag> tags;
  for (const ByteRange part : markdown_parts(article)) TagWalk(article.text, part, tags).walk();
  return tags;
}

}  // namespace tsg
