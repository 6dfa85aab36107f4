// SPDX-License-Identifier: MIT
#include "engine/markdown/html_scan.h"

#include <algorithm>
#include <optional>

#include "engine/text/ascii.h"

namespace tsg {

SlotContext url_context(std::string_view before, std::string_view behind) {
  if (before.empty() && behind.empty()) return SlotContext::UrlWhole;
  return before.find_first_of("?#") == std::string_view::npos ? SlotContext::UrlPath : SlotContext::UrlQuery;
}

namespace {

class HtmlScanner {
 public:
  HtmlScanner(std::string_view html, const PreparedBody& body)
      : html_(html), body_(body), key_(body.find(html, 0)) {
    scan_.elements.push_back({.end = html.size()});
  }

  HtmlScan take() {
    std::size_t at = 0;
    for (std::size_t open = html_.find('<'); open != std::string_view::npos; open = html_.find('<', at)) {
      take_text(at, open);
      const std::size_t close = std::min(html_.find('>', open), html_.size() - 1);
      take_tag(open, close);
      at = close + 1;
    }
    take_text(at, html_.size());
    return std::move(scan_);
  }

 private:
  void take_text(std::size_t begin, std::size_t end) {
    while (key_ && key_->range.begin < end) {
      add_heading_text(html_.substr(begin, key_->range.begin - begin));
      take_key_in_text();
      begin = key_->range.end;
      advance_key();
    }
    add_heading_text(html_.substr(begin, end - begin));
  }

  void take_key_in_text() {
    const Cut& cut = body_.cuts[key_->cut];
    if (cut.kind == CutKind::Placeholder) add_heading_text(cut.text);
    if (cut.kind == CutKind::AgentBegin) in_agent_ = true;
    if (cut.kind == CutKind::AgentEnd) in_agent_ = false;
    scan_.cuts.push_back({key_->cut, key_->range, text_context(), element_, false});
  }

  SlotContext text_context() const {
    if (code_ > 0) return preformatted_ > 0 ? SlotContext::CodeBlock : SlotContext::CodeSpan;
    if (preformatted_ > 0) return SlotContext::CodeBlock;
    if (heading_ > 0) return SlotContext::Heading;
    return cell_ > 0 ? SlotContext::TableCell : SlotContext::Text;
  }

  void add_heading_text(std::string_view text) {
    if (heading_ > 0 && in_agent_ == heading_in_agent_) scan_.headings.back().text += text;
  }

  void take_tag(std::size_t open, std::size_t close) {
    for (; key_ && key_->range.begin < close; advance_key()) take_key_in_tag(open);
    const bool closing = html_[open + 1] == '/';
    const std::size_t name_begin = open + (closing ? 2 : 1);
    std::size_t name_end = name_begin;
    while (name_end < close && (ascii_alpha(html_[name_end]) || ascii_digit(html_[name_end]))) ++name_end;
    const std::string_view name = html_.substr(name_begin, name_end - name_begin);
    if (closing) return leave(name, close);
    if (html_[close - 1] == '/') return;
    enter(name, open, name_end);
  }

  void enter(std::string_view name, std::size_t open, std::size_t name_end) {
    const std::size_t depth = scan_.elements[element_].depth + 1;
    scan_.elements.push_back({.parent = element_, .depth = depth, .begin = open, .end = html_.size()});
    element_ = scan_.elements.size() - 1;
    if (is_heading(name) && heading_ == 0) {
      scan_.headings.push_back({.id_at = name_end});
      heading_in_agent_ = in_agent_;
    }
    count(name, 1);
  }

  void leave(std::string_view name, std::size_t close) {
    if (element_ == 0) return;
    scan_.elements[element_].end = close + 1;
    element_ = scan_.elements[element_].parent;
    count(name, -1);
  }

  static bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  }

  void count(std::string_view name, int change) {
    if (is_heading(name)) heading_ += change;
    if (name == "td" || name == "th") cell_ += change;
    if (name == "code") code_ += change;
    if (name == "pre") preformatted_ += change;
  }

  void take_key_in_tag(std::size_t open) {
    const std::string_view before = html_.substr(open, key_->range.begin - open);
    const std::size_t equals = before.rfind("=\"");
    SlotContext context = SlotContext::Attribute;
    if (equals != std::string_view::npos &&
        (before.substr(0, equals).ends_with(" href") || before.substr(0, equals).ends_with(" src"))) {
      const std::size_t end = std::min(html_.find('"', key_->range.end), html_.size());
      context = url_context(before.substr(equals + 2), html_.substr(key_->range.end, end - key_->range.end));
    }
    scan_.cuts.push_back({key_->cut, key_->range, context, element_, true});
  }

  void advance_key() { key_ = body_.find(html_, key_->range.end); }

  std::string_view html_;
  const PreparedBody& body_;
  std::optional<Keys::Found> key_;
  HtmlScan scan_;
  std::size_t element_ = 0;
  int heading_ = 0;
  int cell_ = 0;
  int code_ = 0;
  int preformatted_ = 0;
  bool in_agent_ = false;
  bool heading_in_agent_ = false;
};

}  // namespace

HtmlScan scan_rendered_html(std::string_view html, const PreparedBody& body) {
  return HtmlScanner(html, body).take();
}

}  // namespace tsg
