// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/text/utf8.h"
#include "renderers/escape_url.h"
#include "renderers/slot_value.h"
#include "tests/conform/value_checks.h"
#include "tests/renderers/html_tokens.h"
#include "tests/renderers/markdown_shape.h"

namespace tsg::conform {

namespace {

Value text_value(std::string_view text) {
  return Value(std::string(text));
}

// The bytes around the slot, which no value may change.
struct Around {
  std::string before = {};
  std::string after = {};
};

Around around_slot(const ValuePlace& place) {
  const std::string with_x = place.html(text_value("x"));
  if (place.slot == SlotContext::UrlWhole) {
    const std::size_t at = with_x.find(blocked_url);
    return {with_x.substr(0, at), with_x.substr(at + blocked_url.size())};
  }
  const std::string with_y = place.html(text_value("y"));
  const auto differing = std::mismatch(with_x.begin(), with_x.end(), with_y.begin()).first;
  const auto at = static_cast<std::size_t>(differing - with_x.begin());
  return {with_x.substr(0, at), with_x.substr(at + 1)};
}

bool only_of(std::string_view text, std::string_view allowed) {
  return std::all_of(text.begin(), text.end(), [allowed](char c) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return plain || allowed.find(c) != std::string_view::npos;
  });
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    out += static_cast<char>(std::stoi(std::string(text.substr(at + 1, 2)), nullptr, 16));
    at += 2;
  }
  return out;
}

std::optional<Problem> check_url(std::string_view url, SlotContext slot, const Value& value) {
  if (slot == SlotContext::UrlWhole) {
    const bool allowed = url.starts_with("http://") || url.starts_with("https://") ||
                         url.starts_with("mailto:") || url == "#blocked" || url.starts_with("HTTP");
    if (!allowed) return Problem{Harm::Active, "the URL is " + std::string(url.substr(0, 80))};
    if (!only_of(url, "-._~%!#$&*+,;=:/?@[]")) return Problem{Harm::Active, "the URL holds other characters"};
    return std::nullopt;
  }
  if (!only_of(url, "-._~%")) return Problem{Harm::Active, "more than one component: " + std::string(url)};
  const std::string text = with_replacements(shown_text(value));
  const bool dots = !text.empty() && text.find_first_not_of('.') == std::string::npos;
  if (slot == SlotContext::UrlPath && dots && url == "blocked") return std::nullopt;
  if (percent_decoded(url) != text) return Problem{Harm::OtherText, "decodes to something else"};
  return std::nullopt;
}

std::optional<Problem> check_text(std::string_view written, const ValuePlace& place, const Value& value) {
  if (written.find_first_of("<>\"'") != std::string_view::npos)
    return Problem{Harm::Active, "a character of markup is bare"};
  if (written.find('\0') != std::string_view::npos) return Problem{Harm::OtherText, "holds NUL"};
  if (test::unescaped(written) != documented_text(value, place.slot))
    return Problem{Harm::OtherText, "shows " + std::string(written.substr(0, 200))};
  return std::nullopt;
}

}  // namespace

std::optional<Problem> check_in_html(const ValuePlace& place, const Value& value) {
  const Around around = around_slot(place);
  const std::string html = place.html(value);
  if (!html.starts_with(around.before) || !html.ends_with(around.after) ||
      html.size() < around.before.size() + around.after.size())
    return Problem{Harm::TreeChange, "what stands around the value changed"};
  if (test::html_shape(html).tags != test::html_shape(place.html(text_value("x"))).tags)
    return Problem{Harm::TreeChange, "the tags are others"};
  const std::string_view written = std::string_view(html).substr(
      around.before.size(), html.size() - around.before.size() - around.after.size());
  if (is_url(place.slot)) return check_url(test::unescaped(written), place.slot, value);
  if (written.find('\0') != std::string_view::npos) return Problem{Harm::OtherText, "holds NUL"};
  const bool isolated = around.before.ends_with("<bdi>") && around.after.starts_with("</bdi>");
  if (place.slot != SlotContext::Attribute && !isolated)
    return Problem{Harm::TreeChange, "a value in text does not stand in <bdi>"};
  return check_text(written, place, value);
}

std::optional<Problem> check_in_markdown(const ValuePlace& place, const Value& value) {
  const std::string wanted = test::markdown_shape(place.markdown(text_value("x"))).nodes;
  const std::string markdown = place.markdown(value);
  if (test::markdown_shape(markdown).nodes != wanted)
    return Problem{Harm::TreeChange, "Markdown: " + markdown.substr(0, 300)};
  if (markdown.find('\0') != std::string::npos) return Problem{Harm::OtherText, "Markdown holds NUL"};
  return std::nullopt;
}

}  // namespace tsg::conform
