// SPDX-License-Identifier: MIT
#include "engine/markdown/raw_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/diagnostics/markdown_codes.h"
#include "engine/markdown/html_names.h"
#include "engine/markdown/html_text.h"
#include "engine/markdown/url_policy.h"
#include "engine/model/limits.h"

namespace tsg {

std::string RawHtml::clean(std::string_view literal, HtmlNode node, const Locate& locate) {
  node_ = node;
  locate_ = &locate;
  located_ = nullptr;
  out_.clear();
  skipping_.clear();
  const std::vector<HtmlToken> tokens = scan_html(literal);
  for (const HtmlToken& token : tokens) take(token);
  line_of_ = nullptr;
  return std::move(out_);
}

std::size_t RawHtml::enter() {
  return std::exchange(outside_, open_.size());
}

std::string RawHtml::leave(std::size_t outside) {
  out_.clear();
  close_down_to(outside_);
  outside_ = outside;
  return std::move(out_);
}

void RawHtml::take(const HtmlToken& token) {
  if (!skipping_.empty()) return skip(token);
  switch (token.kind) {
    case HtmlTokenKind::Text:
      return take_text(token.source);
    case HtmlTokenKind::Comment:
      return take_comment(token.source);
    case HtmlTokenKind::OpenTag:
      return take_open(token);
    case HtmlTokenKind::CloseTag:
      return take_close(token);
  }
}

void RawHtml::take_text(std::string_view text) {
  const Cut* const cut = std::exchange(line_of_, nullptr);
  if (cut != nullptr && text.starts_with("\n")) {
    text.remove_prefix(1);
    if (text.starts_with(cut->added_prefix)) text.remove_prefix(cut->added_prefix.size());
    if (!text.empty()) out_ += cut->dropped_blanks;
  }
  out_ += escaped_html(without_entities(text));
}

void RawHtml::take_comment(std::string_view source) {
  const auto found = body_.find(source, 0);
  if (!found) return;
  const Cut& cut = body_.cuts[found->cut];
  if (cut.kind != CutKind::Placeholder && found->range.begin == 4) return take_cut(found->cut);
  if (holds_placeholder(source)) {
    report(codes::placeholder_in_comment, source, "a placeholder stands in a comment, where nothing is shown",
           "take it out of the comment, or take it away");
  }
  keep_markers(source);
}

void RawHtml::take_cut(std::size_t index) {
  const Cut& cut = body_.cuts[index];
  if (cut.line_added) line_of_ = &cut;
  if (is_marker(cut.kind)) {
    out_ += body_.keys.key(index);
    return;
  }
  const bool filled = holds_placeholder(cut.text);
  if (cut.kind == CutKind::Component) {
    take_component(cut);
  } else if (cut.kind == CutKind::Forbidden) {
    reporter_.report(codes::element_forbidden, cut.range,
                     fmt::format("element `{}` is dropped with its content", cut.name),
                     "an article is text: write it with Markdown");
  }
  if (filled && cut.kind == CutKind::Comment) {
    reporter_.report(codes::placeholder_in_comment, cut.range,
                     "a placeholder stands in a comment, where nothing is shown",
                     "take it out of the comment, or take it away");
  } else if (filled && cut.kind == CutKind::Forbidden) {
    reporter_.report(codes::placeholder_in_forbidden, cut.range,
                     fmt::format("a placeholder stands in `{}`, which is dropped", cut.name), "take it away");
  }
  keep_markers(cut.text);
}

void RawHtml::take_component(const Cut& cut) {
  if (cut.html.empty() || node_ == HtmlNode::Inline) {
    return reporter_.report(codes::component_left_out, cut.range,
                            fmt::format("component `{}` is left out", cut.name),
                            "it is shown where the page is served; nothing has to be done");
  }
  for (const HtmlToken& token : scan_html(cut.html)) take(token);
}

void RawHtml::take_open(const HtmlToken& token) {
  if (holds_placeholder(token.name)) {
    report(codes::placeholder_in_tag, token.source, "a placeholder stands in the name of a tag",
           "write `\\<` in front of it if it is meant as text");
    out_ += escaped_html(without_hidden_cuts(token.source, body_));
    return;
  }
  switch (use_of_element(token.name)) {
    case ElementUse::Allowed:
      return open_element(token);
    case ElementUse::Void:
      return put_tag(token, " />");
    case ElementUse::Component:
      return report(codes::component_left_out, token.source,
                    fmt::format("component `{}` is left out", token.name),
                    "close it, so that what is in it is left out too");
    case ElementUse::Forbidden:
      return drop_forbidden(token);
    case ElementUse::Unwrapped:
      return report(codes::tag_left_out, token.source,
                    fmt::format("tag `{}` is left out; what is in it stays", token.name),
                    "write it with Markdown");
    case ElementUse::Unknown:
      return show_unknown(token);
  }
}

void RawHtml::open_element(const HtmlToken& token) {
  std::size_t ended = open_.size();
  for (std::size_t at = open_.size(); at-- > outside_ && !shields(open_[at]);) {
    if (ends_before(token.name, open_[at])) ended = at;
  }
  close_down_to(ended);
  if (open_.size() >= limits::markdown_depth) {
    return report(codes::tag_unbalanced, token.source,
                  fmt::format("tag `{}` stands too deep and is left out", token.name),
                  "close the elements around it");
  }
  put_tag(token, ">");
  open_.push_back(token.name);
}

void RawHtml::take_close(const HtmlToken& token) {
  if (token.name == "br") {
    out_ += "<br />";
    return;
  }
  const ElementUse use = use_of_element(token.name);
  if (use == ElementUse::Unknown) {
    out_ += escaped_html(without_hidden_cuts(token.source, body_));
    return;
  }
  if (use != ElementUse::Allowed) return;
  for (std::size_t at = open_.size(); at-- > outside_;) {
    if (open_[at] == token.name) return close_down_to(at);
  }
  report(codes::tag_unbalanced, token.source,
         fmt::format("`</{}>` closes nothing here and is left out", token.name),
         "open it in the same paragraph or list item, or take it away");
}

void RawHtml::close_down_to(std::size_t depth) {
  for (; open_.size() > depth; open_.pop_back()) out_ += "</" + open_.back() + ">";
}

void RawHtml::drop_forbidden(const HtmlToken& token) {
  report(codes::element_forbidden, token.source, fmt::format("element `{}` is dropped", token.name),
         "an article is text: write it with Markdown");
  skipping_ = token.name;
}

void RawHtml::skip(const HtmlToken& token) {
  if (token.kind == HtmlTokenKind::CloseTag && token.name == skipping_) skipping_.clear();
  if (holds_placeholder(token.source)) {
    report(codes::placeholder_in_forbidden, token.source,
           "a placeholder stands in an element that is dropped", "take it away");
  }
  keep_markers(token.source);
}

void RawHtml::show_unknown(const HtmlToken& token) {
  const std::string text = without_hidden_cuts(token.source, body_);
  const std::string_view spelled = token.source.substr(1, token.name.size());
  report(codes::tag_unknown, token.source,
         fmt::format("`<{}>` is no tag that may be used; it is shown as text", spelled),
         fmt::format("write `\\<{}>`, or put it in backticks, if it is meant as text", spelled));
  out_ += escaped_html(text);
}

void RawHtml::put_tag(const HtmlToken& token, std::string_view end) {
  out_ += "<" + token.name;
  std::vector<std::string_view> seen;
  for (const HtmlAttribute& attribute : token.attributes) {
    if (std::find(seen.begin(), seen.end(), attribute.name) != seen.end()) continue;
    seen.push_back(attribute.name);
    out_ += attribute_text(token, attribute);
    constexpr std::size_t most_attributes = 16;
    if (seen.size() == most_attributes) break;
  }
  out_ += end;
}

std::string RawHtml::attribute_text(const HtmlToken& token, const HtmlAttribute& attribute) {
  if (holds_placeholder(attribute.name) || (!attribute.quoted && holds_placeholder(attribute.value))) {
    report(codes::placeholder_in_tag, token.source,
           fmt::format("a placeholder stands in a tag `{}` outside a quoted attribute value", token.name),
           "put the attribute's value in quotes");
    return {};
  }
  switch (use_of_attribute(token.name, attribute.name)) {
    case AttributeUse::Text:
      return " " + attribute.name + "=\"" +
             escaped_html(without_entities(without_hidden_cuts(attribute.value, body_))) + "\"";
    case AttributeUse::Url:
      return url_text(token, attribute);
    case AttributeUse::Dropped:
      break;
  }
  report(codes::attribute_dropped, token.source,
         fmt::format("attribute `{}` of `{}` is left out", attribute.name, token.name), "take it away");
  return {};
}

std::string RawHtml::url_text(const HtmlToken& token, const HtmlAttribute& attribute) {
  const std::string url = without_entities(without_hidden_cuts(attribute.value, body_));
  const UrlUse use = token.name == "img" ? UrlUse::Image : UrlUse::Link;
  const UrlVerdict verdict = judge_url(url, use, body_);
  switch (verdict.fate) {
    case UrlFate::Allowed:
      return " " + attribute.name + "=\"" + escaped_url(url) + "\"";
    case UrlFate::PortalAction:
      if (const auto address = portal_address(url, words_, body_)) {
        return " " + attribute.name + "=\"" + escaped_url(*address) + "\"";
      }
      report(codes::portal_action, token.source, "a portal link is shown as text", "nothing has to be done");
      break;
    case UrlFate::Refused:
      report(codes::link_refused, token.source, "the link is left out: " + verdict.why, verdict.help);
      break;
    case UrlFate::PlaceholderDecides:
      report(codes::placeholder_in_url, token.source,
             "a placeholder would decide the scheme, host or port of a URL",
             "write the URL up to its path yourself");
      break;
  }
  return {};
}

bool RawHtml::holds_placeholder(std::string_view text) const {
  for (auto found = body_.find(text, 0); found; found = body_.find(text, found->range.end)) {
    if (body_.cuts[found->cut].kind == CutKind::Placeholder) return true;
  }
  return false;
}

void RawHtml::keep_markers(std::string_view text) {
  for (auto found = body_.find(text, 0); found; found = body_.find(text, found->range.end)) {
    if (is_marker(body_.cuts[found->cut].kind)) out_ += body_.keys.key(found->cut);
  }
}

void RawHtml::report(const Code& code, std::string_view source, std::string message, std::string help) {
  // Several messages about one tag have one place.
  if (source.data() != located_ && !reporter_.full()) place_ = (*locate_)(source);
  located_ = source.data();
  reporter_.report(code, place_, std::move(message), std::move(help));
}

std::string without_hidden_cuts(std::string_view text, const PreparedBody& body) {
  std::string out;
  std::size_t at = 0;
  for (auto found = body.find(text, 0); found; found = body.find(text, found->range.end)) {
    if (body.cuts[found->cut].kind == CutKind::Placeholder) continue;
    std::size_t begin = found->range.begin;
    std::size_t end = found->range.end;
    if (begin >= at + 4 && text.substr(begin - 4, 4) == "<!--") begin -= 4;
    if (text.substr(end, 3) == "-->") end += 3;
    out += text.substr(at, begin - at);
    at = end;
  }
  return out += text.substr(at);
}

}  // namespace tsg
